"""The files of a pack, checked before anything of them is stored: every fault names its file and key."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from liantu.errors import CannotRead

__all__ = ["Row", "Sheet", "read_head", "read_sheet"]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file; its fields come out checked."""

    file: str
    number: int
    fields: dict[str, Any]

    def text(self, key: str, *, need: bool = True) -> str:
        """A text; empty where it is null or left out and not needed."""
        value = self.fields.get(key)
        if value is None or value == "":
            if need:
                raise self.fault(key, "不能为空", "must not be empty")
            return ""
        if not isinstance(value, str):
            raise self.fault(key, "要写成文字（数字请加引号）", "must be text (quote a number)")
        return value

    def one_of(self, key: str, known: Collection[str]) -> str:
        """A text out of a closed list."""
        value = self.text(key)
        if value not in known:
            raise self.fault(key, f"没有「{value}」，只能是 {'、'.join(known)}", f"must be one of {', '.join(known)}")
        return value

    def number_of(self, key: str) -> int:
        """A whole number that is not negative."""
        value = self.fields.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 32767:
            raise self.fault(key, "要写一个整数", "must be a whole number")
        return value

    def day(self, key: str, *, need: bool = False) -> date | None:
        """A day, None where it is not known."""
        value = self.fields.get(key)
        if value is None and not need:
            return None
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.fault(key, "要写成日期，例如 2023-12-22", "must be a day, e.g. 2023-12-22")
        return value

    def flag(self, key: str) -> bool:
        """true or false."""
        value = self.fields.get(key)
        if not isinstance(value, bool):
            raise self.fault(key, "只能是 true 或 false", "must be true or false")
        return value

    def texts(self, key: str) -> list[str]:
        """A list of texts, empty where it is left out."""
        value = self.fields.get(key) or []
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            raise self.fault(key, "要写成文字的列表", "must be a list of texts")
        return value

    def fault(self, key: str, zh: str, en: str) -> CannotRead:
        """The sentence for a fault: file, row and key."""
        code = self.fields.get("code") or self.fields.get("username") or self.fields.get("file")
        where = f"{self.file} 第 {self.number} 条" + (f"（{code}）" if code else "")
        return CannotRead(f"{where}的 {key} {zh}。", f"{self.file}, row {self.number}, {key}: {en}.")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one file, in order; codes are unique within it."""

    file: str
    rows: tuple[Row, ...]

    @classmethod
    def of(cls, file: str, written: object, key: str = "code") -> "Sheet":
        """The rows of a list as YAML gives it; `key` is what names a row, empty where nothing does."""
        if not isinstance(written, list) or not all(isinstance(one, dict) for one in written):
            raise CannotRead(f"{file} 应是一个列表，每条有自己的键。", f"{file} must be a list of mappings.")
        rows = tuple(Row(file, number, one) for number, one in enumerate(written, 1))
        seen: set[str] = set()
        for row in rows if key else ():
            if row.text(key) in seen:
                raise row.fault(key, "重复了", "appears twice")
            seen.add(row.text(key))
        return cls(file, rows)


def read_head(folder: Path) -> Row:
    """`pack.yaml`, the mapping that says whose pack it is."""
    written = _yaml(folder / "pack.yaml")
    if not isinstance(written, dict):
        raise CannotRead(f"{folder.name}/pack.yaml 应是一组键与值。", f"{folder.name}/pack.yaml must be a mapping.")
    return Row("pack.yaml", 1, written)


def read_sheet(folder: Path, noun: str, key: str = "code") -> Sheet:
    """The file of one noun, such as `clusters.yaml`."""
    return Sheet.of(f"{noun}.yaml", _yaml(folder / f"{noun}.yaml") or [], key)


def _yaml(path: Path) -> object:
    try:
        return yaml.safe_load(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise CannotRead(
            f"区域包 {path.parent} 里没有 {path.name}；见 regions/README.md。",
            f"The pack {path.parent} has no {path.name}; see regions/README.md.",
        ) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        told = " ".join(str(error).split())[:200]
        raise CannotRead(f"{path.name} 不是可读的 YAML：{told}", f"{path.name} is not readable YAML: {told}") from error
