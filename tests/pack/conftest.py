"""Every region pack of the checkout, its files loaded as they stand."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

REGIONS = Path(__file__).parents[2] / "regions"
NOUNS = (
    "taxonomies", "offices", "clusters", "mappings", "indicators", "enterprises", "carriers", "events", "documents",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack's folder, its `pack.yaml`, and the rows of each noun's file."""

    folder: Path
    head: dict[str, Any]
    rows: dict[str, list[dict[str, Any]]]

    def codes(self, noun: str) -> set[str]:
        return {row["code"] for row in self.rows[noun]}


def _load(folder: Path) -> Pack:
    head = yaml.safe_load((folder / "pack.yaml").read_text("utf-8"))
    rows = {noun: yaml.safe_load((folder / f"{noun}.yaml").read_text("utf-8")) for noun in NOUNS}
    return Pack(folder, head, rows)


@pytest.fixture(scope="session", params=sorted(path.parent.name for path in REGIONS.glob("*/pack.yaml")))
def pack(request: pytest.FixtureRequest) -> Pack:
    return _load(REGIONS / request.param)


@pytest.fixture(scope="session")
def dadukou() -> Pack:
    return _load(REGIONS / "dadukou")
