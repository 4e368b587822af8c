"""How fast a bulletin is read: the newspaper page where it is at hand, and a megabyte of made-up sentences."""

import os
import time
from datetime import date
from pathlib import Path

from spread import spread

from liantu import bulletin

PUBLISHED = date(2023, 12, 22)
SENTENCES = (
    "{year}年1-{month}月，全区{industry}实现营业收入{amount}亿元，同比增长{rate}%。",
    "截至{year}年{month}月底，{industry}集聚企业{count}多家，其中规模以上企业{few}家。",
    "到{next}年，{industry}力争产值突破{large}亿元，年均增长{rate}%左右。",
    "新签约项目{few}个，合同投资额{amount}亿元，到位资金{few}亿元，开工率{rate}%。",
)
INDUSTRIES = ("甲产业", "乙产业", "丙产业", "丁产业")


def made_up(size: int) -> bytes:
    """At least `size` bytes of bulletin-like text, the same every time."""
    lines: list[str] = []
    held = turn = 0
    while held < size:
        fields = {
            "year": 2023, "month": turn % 11 + 1, "industry": INDUSTRIES[turn % 4], "amount": f"{turn % 400 + 0.5}",
            "rate": f"{turn % 40 / 2}", "count": turn % 500 + 10, "few": turn % 30 + 2, "next": 2025 + turn % 6,
            "large": turn % 900 + 100,
        }  # fmt: skip
        lines.append("".join(sentence.format(**fields) for sentence in SENTENCES))
        held += len(lines[-1].encode()) + 1
        turn += 1
    return "\n".join(lines).encode()


def measure(name: str, data: bytes, times: int) -> None:
    """Read the bytes some times over and print what it took."""
    taken, facts = [], 0
    for _ in range(times):
        start = time.perf_counter()
        facts = len(bulletin.read(bulletin.Document.open(data, "a.txt"), PUBLISHED).facts)
        taken.append(time.perf_counter() - start)
    print(f"{name}, {len(data) / 1024:.0f} KB, {facts} facts, {times} times: {spread(taken)}")


def main() -> None:
    """Measure and print."""
    shared = Path(os.environ.get("LIANTU_SHARED") or Path(__file__).parents[2] / "shared")
    page = shared / "seed" / "dadukou-2023.txt"
    if page.is_file():
        measure("newspaper page", page.read_bytes(), 10)
    else:
        print(f"newspaper page: {page} is not there; LIANTU_SHARED may name its folder")
    measure("made-up text", made_up(1024 * 1024), 1)


if __name__ == "__main__":
    main()
