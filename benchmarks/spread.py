"""Minimum, median and maximum of some seconds, in words."""

from statistics import median

__all__ = ["spread"]


def spread(seconds: list[float]) -> str:
    """The three figures a reader wants, in milliseconds."""
    low, middle, high = (value * 1000 for value in (min(seconds), median(seconds), max(seconds)))
    return f"min {low:.1f} ms, median {middle:.1f} ms, max {high:.1f} ms"
