"""搜索 Search: subjects, indicators, figures and documents by a few characters of their names.

Chinese has no blanks to cut words at, so names are kept as single characters and pairs of neighbours, made here and not
by the database: 新材料 is 新, 材, 料, 新材, 材料. Two characters or more are looked up by their pairs, one by itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchQueryField, SearchVectorField
from django.db.models import BooleanField, Case, F, Func, IntegerField, TextField, Value, When
from django.db.models.functions import Cast, Length

from liantu.figure.amount import plain
from liantu.ledger.models import Entry, Indicator, SearchRow, Subject
from liantu.ledger.names import fold
from liantu.ledger.period import say
from liantu.review.models import Document

__all__ = ["Hit", "grams", "index_document", "index_entries", "index_indicators", "index_subjects", "search"]

RANK = {
    "cluster": 0,
    "region": 1,
    "enterprise": 2,
    "carrier": 3,
    "indicator": 4,
    "event": 5,
    "document": 6,
    "figure": 7,
}


class _Holds(Func):
    """Whether a row's grams hold those asked for; the grams are compared as they are, through no dictionary."""

    template = "(%(expressions)s)"
    arg_joiner = " @@ "
    output_field = BooleanField()


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found; `ref` is the code, `e12` or document id a page makes its address from."""

    kind: str
    ref: str
    title: str
    title_en: str
    subtitle: str
    subtitle_en: str


def grams(text: str) -> list[str]:
    """The characters of a folded name and their pairs, each once.

    >>> grams("新材料")
    ['新', '材', '料', '新材', '材料']
    """
    return list(dict.fromkeys([*text, *(text[at : at + 2] for at in range(len(text) - 1))]))


def search(q: str, limit: int = 20) -> list[Hit]:
    """What bears all the characters of `q` side by side: whole names first, then beginnings, then shorter names first.

    Several words divided by blanks must all be borne. One query to the database, whatever is found.
    """
    words = [folded for word in q.split() if (folded := fold(word))]
    if not words:
        return []
    wanted = Cast(Value(" & ".join(map(_lexemes, words))), SearchQueryField())
    whole = "".join(words)
    rows = SearchRow.objects.filter(_Holds(F("grams"), wanted))
    for word in words:
        rows = rows.filter(names__contains=word)
    rows = rows.annotate(
        near=Case(
            When(names__startswith=f"{whole}\n", then=0),
            When(names__contains=f"\n{whole}\n", then=1),
            When(names__startswith=whole, then=2),
            When(names__contains=f"\n{whole}", then=3),
            default=4,
            output_field=IntegerField(),
        ),
        rank=Case(*(When(kind=kind, then=rank) for kind, rank in RANK.items()), default=9, output_field=IntegerField()),
    ).order_by("near", "rank", Length("title"), "-ref")
    return [Hit(r.kind, r.ref, r.title, r.title_en, r.subtitle, r.subtitle_en) for r in rows[:limit]]


def index_subjects(subjects: Iterable[Subject]) -> None:
    """Write the rows of these subjects; their aliases must be prefetched."""
    _write(
        _row(
            subject.kind,
            subject.code,
            [subject.name, subject.name_en, *(alias.name for alias in subject.aliases.all())],
            (subject.name, subject.name_en),
            (Subject.Kind(subject.kind).label, subject.kind),
        )
        for subject in subjects
    )


def index_indicators(indicators: Iterable[Indicator]) -> None:
    """Write the rows of these indicators."""
    _write(
        _row(
            "indicator",
            row.code,
            [row.name, row.name_en, *row.synonyms],
            (row.name, row.name_en),
            ("口径", "indicator"),
        )
        for row in indicators
    )


def index_document(document: Document) -> None:
    """Write the row of a document."""
    told = f"{document.issuer} {document.published}".strip()
    _write([_row("document", document.pk, [document.title, document.name], (document.title, ""), (told, told))])


def index_entries(entries: Sequence[Entry]) -> None:
    """Write the rows of new entries and take away those of the entries they supersede."""
    gone = [f"e{entry.supersedes_id}" for entry in entries if entry.supersedes_id]
    SearchRow.objects.filter(kind="figure", ref__in=gone).delete()
    told = Entry.objects.select_related("subject", "indicator").filter(
        pk__in=[entry.pk for entry in entries if not entry.withdrawn]
    )
    _write(_figure(entry) for entry in told)


def _figure(entry: Entry) -> SearchRow:
    subject, indicator = entry.subject, entry.indicator
    value = f"{_shown(entry)}{entry.unit}"
    names = [f"{subject.name}{indicator.name}", f"{subject.name_en} {indicator.name_en}", value]
    return _row(
        "figure",
        f"e{entry.pk}",
        names,
        (f"{subject.name} {indicator.name}", f"{subject.name_en} {indicator.name_en}".strip()),
        (
            f"{value} · {say(entry.period_start, entry.period_end)[0]}",
            f"{value} · {say(entry.period_start, entry.period_end)[1]}",
        ),
    )


def _shown(entry: Entry) -> str:
    ends: list[Decimal | None] = [entry.value] if entry.value is not None else [entry.value_low, entry.value_high]
    return "—".join(f"{plain(end):f}" for end in ends if end is not None)


def _lexemes(word: str) -> str:
    pairs = [word] if len(word) == 1 else [word[at : at + 2] for at in range(len(word) - 1)]
    return " & ".join("'{}'".format(pair.replace("\\", "\\\\").replace("'", "''")) for pair in dict.fromkeys(pairs))


def _row(kind: str, ref: str, names: Iterable[str], title: tuple[str, str], subtitle: tuple[str, str]) -> SearchRow:
    folded = list(dict.fromkeys(fold(name) for name in names if name))
    pieces = dict.fromkeys(gram for name in folded for gram in grams(name))
    return SearchRow(
        kind=kind,
        ref=ref,
        title=title[0][:300],
        title_en=title[1][:300],
        subtitle=subtitle[0][:300],
        subtitle_en=subtitle[1][:300],
        names="".join(f"{name}\n" for name in folded),
        grams=Func(
            Cast(Value(list(pieces), ArrayField(TextField())), ArrayField(TextField())),
            function="array_to_tsvector",
            output_field=SearchVectorField(),
        ),
    )


def _write(rows: Iterable[SearchRow]) -> None:
    SearchRow.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["kind", "ref"],
        update_fields=["title", "title_en", "subtitle", "subtitle_en", "names", "grams"],
    )
