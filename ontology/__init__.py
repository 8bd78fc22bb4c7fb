"""The vocabulary, as data first, and a thin Python door to it."""

from importlib.resources import files

HERE = files(__name__)
