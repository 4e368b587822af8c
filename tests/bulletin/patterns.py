"""Every regular expression of a package, how it is asked, and texts that would make a careless one slow.

A pattern is taken from where a module keeps it (names, tuples, dictionaries) or out of the call that compiles it
(`re.sub(r"…", …)`); names that only a function knows are filled in with a stand-in.
"""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

_ASKED = ("match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split")
_CLASSES = {sre.CATEGORY_DIGIT: "1", sre.CATEGORY_SPACE: " ", sre.CATEGORY_WORD: "a"}
_STRANGE = "囗"


@dataclass(frozen=True)
class Asked:
    """A pattern with the module and name that keep it, and whether it is asked at one place or searched for."""

    where: str
    pattern: re.Pattern[str]
    searched: bool

    def ask(self, text: str) -> None:
        """Ask as the reader does: all matches of one that is searched for, else the one at the beginning."""
        if self.searched:
            for _ in self.pattern.finditer(text):
                pass
        else:
            self.pattern.match(text)
            self.pattern.fullmatch(text)


def modules(*packages: str) -> Iterator[ModuleType]:
    """The packages and every module in them."""
    for name in packages:
        package = importlib.import_module(name)
        yield package
        for found in pkgutil.walk_packages(package.__path__, f"{name}."):
            yield importlib.import_module(found.name)


def asked(module: ModuleType) -> Iterator[Asked]:
    """The patterns a module keeps or compiles as it goes."""
    tree = ast.parse(inspect.getsource(module))
    ways = _ways(tree)
    for name, value in vars(module).items():
        for pattern in _within(value):
            here = ways.get(name, set())
            yield Asked(f"{module.__name__}.{name}", pattern, not here or bool(here - {"match", "fullmatch"}))
    for call in _calls(tree):
        if (found := _compiled(call, vars(module))) is not None:
            way = call.func.attr if isinstance(call.func, ast.Attribute) else ""
            yield Asked(f"{module.__name__}:{call.lineno}", found, way not in ("match", "fullmatch"))


def _ways(tree: ast.AST) -> dict[str, set[str]]:
    """How each name of a module is asked, where it is asked by that name."""
    ways: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.attr in _ASKED:
            ways.setdefault(node.value.id, set()).add(node.attr)
    return ways


def _within(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _within(each)
    elif isinstance(value, tuple | list | set | frozenset):
        for each in value:
            yield from _within(each)


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    """The calls of `re` inside of functions."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.Lambda):
            for node in ast.walk(function):
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Attribute)
                    and isinstance(node.func.value, ast.Name)
                    and node.func.value.id == "re"
                    and node.func.attr in (*_ASKED, "compile")
                ):
                    yield node


class _StandIn(str):  # noqa: SLOT000 (one for a test)
    """Whatever a function would put there: a short name."""

    def __getattr__(self, _: str) -> "_StandIn":
        return self

    def __call__(self, *_: object) -> "_StandIn":
        return self


class _Names(dict[str, Any]):
    def __missing__(self, name: str) -> Any:
        if name in __builtins__:  # type: ignore[operator]
            raise KeyError(name)
        return _StandIn("甲乙")


def _compiled(call: ast.Call, names: Mapping[str, Any]) -> re.Pattern[str] | None:
    written = ast.Expression(call.args[0])
    ast.fix_missing_locations(written)
    try:
        said = eval(compile(written, "pattern", "eval"), {}, _Names(names))  # noqa: S307 (our own source)
    except (AttributeError, KeyError, TypeError, IndexError):
        return None
    return re.compile(str(said)) if isinstance(said, str) else None


def attacks(pattern: re.Pattern[str], length: int) -> Iterator[str]:
    """Texts of about `length` characters that hold what the pattern looks for over and over, and then end otherwise."""
    letters, words = _said(parser.parse(pattern.pattern, pattern.flags))
    one_each = "".join(dict.fromkeys(letters))
    units = dict.fromkeys([*letters, *words, one_each[:40], "".join(words)[:60]])
    for unit in [each for each in units if each][:_MOST]:
        run = unit * (length // len(unit) + 1)
        yield run[:length] + _STRANGE
    if words:
        yield (words[0] + one_each[:1] * length)[:length] + _STRANGE


_MOST = 10


def _said(parsed: Iterable[tuple[Any, Any]]) -> tuple[list[str], list[str]]:
    """One character for each literal and class of a pattern, and its longest words."""
    letters: list[str] = []
    words: list[str] = []
    word = ""
    for op, value in parsed:
        told: tuple[list[str], list[str]] = ([], [])
        if op is sre.LITERAL:
            word += chr(value)
            letters.append(chr(value))
            continue
        if op is sre.IN:
            letters.append(_of_class(value))
        elif op in (sre.ANY, sre.NOT_LITERAL):
            letters.append("某")
        else:
            for part in _parts(op, value):
                more = _said(part)
                told = (told[0] + more[0], told[1] + more[1])
        letters += told[0]
        words += [word] * (len(word) > 1) + told[1]
        word = ""
    words += [word] * (len(word) > 1)
    return list(dict.fromkeys(letters)), list(dict.fromkeys(words))


def _parts(op: object, value: Any) -> list[Any]:
    if op is sre.BRANCH:
        return list(value[1])
    if op is sre.SUBPATTERN:
        return [value[3]]
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return [value[2]]
    if op in (sre.ASSERT, sre.ASSERT_NOT):
        return [value[1]]
    return [value] if op is sre.ATOMIC_GROUP else []


def _of_class(members: list[tuple[Any, Any]]) -> str:
    """A character of a class; for [^…] one that stands in none."""
    if members[0][0] is sre.NEGATE:
        return "某"
    op, value = members[0]
    if op is sre.LITERAL:
        return chr(value)
    if op is sre.RANGE:
        return chr(value[0])
    return _CLASSES.get(value, "某")


def seconds(ask: Callable[[str], None], text: str, clock: Callable[[], float], times: int) -> float:
    """The least time of some runs."""
    taken = []
    for _ in range(times):
        start = clock()
        ask(text)
        taken.append(clock() - start)
    return min(taken)
