"""Sample notices, written for this project; the posts are invented."""

from pathlib import Path

__all__ = ["NOTICES"]

NOTICES = Path(__file__).parent / "notices"
