"""名册 Names: the names a document speaks of, longest first, found in a text by a look at two characters at a time.

    >>> names = Names(("东石软件", "东石", "北云"))
    >>> names, names.opening("东石软件园"), names.last_in("北云和东石都来"), names.first_of("北云与东石")
    (('东石软件', '东石', '北云'), '东石软件', '东石', '东石')

A long page introduces thousands of names; asking each of them in turn for every clause would take hours.
"""

from collections.abc import Iterable, Iterator

__all__ = ["Names"]


class Names(tuple[str, ...]):  # noqa: SLOT001 (a tuple may have none)
    """A tuple of names of two characters or more that knows its members by how they begin."""

    _rank: dict[str, int]
    _first: frozenset[str]
    _joined: str
    _by_head: dict[str, list[str]]

    def __new__(cls, names: Iterable[str] = ()) -> "Names":
        """The names in the order they are given."""
        self = super().__new__(cls, names)
        self._rank = {name: i for i, name in enumerate(self)}
        self._first = frozenset(name[:1] for name in self)
        self._joined = "\n".join(self)
        self._by_head = {}
        for name in self:
            self._by_head.setdefault(name[:2], []).append(name)
        return self

    def __contains__(self, name: object) -> bool:
        return name in self._rank

    def holds(self, part: str) -> bool:
        """Whether `part` is one of the names or stands in one."""
        return part in self._joined

    def opening(self, text: str) -> str:
        """The first of the names that `text` begins with, '' if none."""
        for name in self._by_head.get(text[:2], ()):
            if text.startswith(name):
                return name
        return ""

    def like(self, text: str) -> list[str]:
        """The names whose first two characters are those of `text`, in their own order."""
        return self._by_head.get(text[:2], [])

    def often(self, text: str) -> set[str]:
        """The names that stand in `text` more than once, side by side at least."""
        ends: dict[str, int] = {}
        found: set[str] = set()
        for end, name in self.told(text):
            if name not in ends:
                ends[name] = end
            elif end - len(name) >= ends[name]:
                found.add(name)
        return found

    def last_in(self, text: str) -> str:
        """The name whose end stands last in `text`, the longest of those that end there; '' if none."""
        return max(((end, len(name), name) for end, name in self.told(text)), default=(0, 0, ""))[2]

    def first_of(self, text: str) -> str:
        """The first of the names, in their own order, that stands anywhere in `text`; '' if none."""
        return min((name for _, name in self.told(text)), key=self._rank.__getitem__, default="")

    def told(self, text: str) -> Iterator[tuple[int, str]]:
        """Every place where one of the names ends in `text`, and that name, in the order they begin."""
        first, by_head = self._first, self._by_head
        if not first.isdisjoint(text):
            for i, sign in enumerate(text):
                if sign in first:
                    for name in by_head.get(text[i : i + 2], ()):
                        if text.startswith(name, i):
                            yield i + len(name), name
