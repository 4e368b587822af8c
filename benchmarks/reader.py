"""How fast a bulletin is read, from 1 KB to 10 MB on one core, and beside it how fast jionlp finds money and times.

The text is made of the documents of tests/bulletins, over and over: each copy has other numbers and another place, so
that sentences do not come back word for word; its other words do come back, as they do in real bulletins.

jionlp needs jiojio, which is under the GPL: Liantu never depends on it. The peer is measured where it happens to be
importable, in an environment of one's own:

    python3.11 -m venv peer && peer/bin/pip install -e . jionlp && peer/bin/python benchmarks/reader.py
"""

import argparse
import os
import random
import re
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle
from pathlib import Path

from spread import spread

from liantu import bulletin
from liantu.bulletin.quantity import forget

PUBLISHED = date(2023, 12, 22)
SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
OWN = Path(__file__).parents[1] / "tests" / "bulletins"
PEER_MOST = 100_000
_NUMBER = re.compile(r"(?<![\d.\-—–年])\d{2,}(?:\.\d+)?(?![\d.]*[年月日\-—–])")
_PLACE = re.compile(r"([一-龥]{2})[县区市](?![场域级])")
_FIRST, _SECOND = "青白丹紫云石松柏柳桃梅兰竹菊桂枫", "山川河湖溪泉峰岭岗原坪塘滩湾洲浦"


def made_of(documents: list[str], size: int) -> str:
    """Text of about `size` bytes, the same every time."""
    chance = random.Random(3)  # noqa: S311 (no secret)
    held, pieces = 0, []
    for document in cycle(documents):
        piece = _varied(document, chance)
        pieces.append(piece)
        held += len(piece.encode()) + 1
        if held >= size:
            return "\n".join(pieces).encode()[:size].decode(errors="ignore")
    raise ValueError("no documents")


def _varied(document: str, chance: random.Random) -> str:
    told = Counter(_PLACE.findall(document)).most_common(1)
    if told and told[0][1] > 1:
        document = document.replace(told[0][0], chance.choice(_FIRST) + chance.choice(_SECOND))
    return _NUMBER.sub(lambda m: re.sub(r"\d", lambda _: str(chance.randint(1, 9)), m[0]), document)


def seconds(work: Callable[[], object], times: int) -> float:
    """The least processor time of some runs."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def _read_anew(document: bulletin.Document) -> None:
    """Read without the sentences kept in mind from the run before."""
    forget()
    bulletin.read(document, PUBLISHED)


def ours(documents: list[str], most: int) -> Iterator[tuple[int, float]]:
    """Our reader at each size: bytes and seconds, printed as it goes."""
    before = 0.0
    for size in [each for each in SIZES if each <= most]:
        text = made_of(documents, size)
        document = bulletin.Document.from_text(text)
        reading = bulletin.read(document, PUBLISHED)
        counted = f"{len(reading.facts)} facts, {len(reading.numbers)} numerals"
        del reading
        taken = seconds(lambda each=document: _read_anew(each), 5 if size < 1_000_000 else 1)  # type: ignore[misc]
        ratio = f", {taken / before:.1f} times the last" if before else ""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"liantu {size:>10,} bytes: {size / taken / 1e6:.3f} MB/s, {taken:.3f} s{ratio}; {counted}; {peak:.0f} MB at most"
        )
        before = taken
        yield size, taken


def peer(documents: list[str], known: dict[int, float]) -> None:
    """jionlp's money and times on the same text, up to 100 KB."""
    try:
        import jionlp  # type: ignore[import-not-found]
    except ImportError:
        print(
            "jionlp is not here; the head of this file says how to have it beside Liantu in an environment of one's own"
        )
        return
    for size in [each for each in known if each <= PEER_MOST]:
        text = made_of(documents, size)
        money = seconds(lambda each=text: jionlp.ner.extract_money(each), 1)  # type: ignore[misc]
        times = seconds(lambda each=text: jionlp.ner.extract_time(each), 1)  # type: ignore[misc]
        taken = money + times
        print(
            f"jionlp {size:>10,} bytes: {size / taken / 1e6:.3f} MB/s (money {money:.3f} s, times {times:.3f} s); "
            f"the whole of our reader takes {known[size] / taken:.2f} of that time"
        )


def page() -> None:
    """The newspaper page, where it is at hand."""
    shared = Path(os.environ.get("LIANTU_SHARED") or Path(__file__).parents[2] / "shared")
    path = shared / "seed" / "dadukou-2023.txt"
    if not path.is_file():
        print(f"newspaper page: {path} is not there; LIANTU_SHARED may name its folder")
        return
    document = bulletin.Document.open(path.read_bytes(), "a.txt")
    taken = []
    for _ in range(10):
        forget()
        start = time.process_time()
        bulletin.read(document, PUBLISHED)
        taken.append(time.process_time() - start)
    print(f"newspaper page, {path.stat().st_size / 1000:.0f} KB: {spread(taken)}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=SIZES[-1], help="the largest text in bytes (10000000)")
    most = parser.parse_args().most
    documents = [path.read_text("utf-8") for path in sorted(OWN.glob("*.txt"))]
    page()
    peer(documents, dict(ours(documents, most)))


if __name__ == "__main__":
    main()
