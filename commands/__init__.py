"""The commands, a module for each group of people who ask; each adds its own to the group."""

from __future__ import annotations

from . import analysts, designers, main_job, quality, trainers
from .front import GROUPS, cli

__all__ = ["GROUPS", "analysts", "cli", "designers", "main_job", "quality", "trainers"]
