"""Vacancy notices made up in the project's own words, no two alike, for the benchmarks."""

from .notice import variant, variants

__all__ = ["variant", "variants"]
