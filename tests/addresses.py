"""Every address of the site, read off the URL conf, so that a new one cannot be forgotten by a test."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

__all__ = ["Address", "addresses"]


@dataclass(frozen=True)
class Address:
    """One URL pattern: its route with converters, its name, its view."""

    route: str
    name: str
    view: Any

    def __str__(self) -> str:
        return self.name or self.route

    def path(self, **given: str) -> str:
        """The route with its blanks filled from `given`, else with `1`, which most routes accept."""
        import re

        def fill(blank: re.Match[str]) -> str:
            return given.get(blank["name"], "1")

        return "/" + re.sub(r"<(?:\w+:)?(?P<name>\w+)>", fill, self.route)


def addresses() -> list[Address]:
    """Pages first, then the API, in the order of the URL conf."""
    return list(_walk(get_resolver().url_patterns, "", ""))


def _walk(patterns: list[Any], route: str, space: str) -> Iterator[Address]:
    for pattern in patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, here, inner)
        elif isinstance(pattern, URLPattern):
            yield Address(here, f"{space}{pattern.name}" if pattern.name else "", pattern.callback)
