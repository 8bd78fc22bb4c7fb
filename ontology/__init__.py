"""The vocabulary, as data first, and a thin Python door to it."""

from pathlib import Path

HERE = Path(__file__).parent
"""The folder that holds the data; a plain path, since importlib.resources costs 10 ms."""
