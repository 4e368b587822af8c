"""更正 Correction: the fields a person changed, checked and brought to base units before they are kept.

>>> checked({"value": "92.3", "unit": "亿元"}, unit="亿元")
{'value': '92.3', 'unit': '亿元', 'value_low': None, 'value_high': None, 'value_base': '9230000000', 'unit_base': '元'}
>>> checked({"value": "若干", "unit": "亿元"}, unit="亿元")
Traceback (most recent call last):
...
liantu.errors.CannotRead: 「若干亿元」不是一个可读的数量，例如 92.2亿元、450多家。
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from liantu.bulletin.reading import Aspect, Modality
from liantu.errors import CannotRead
from liantu.figure.amount import Amount

__all__ = ["FIELDS", "checked"]

WORDS = frozenset({"subject", "measure", "subject_code", "indicator_code", "period_text", "base", "note"})
RATES = {"%": "%", "个百分点": "pp", "pp": "pp"}
LONGEST = 18
PLACES, RATE_DIGITS, VALUE_DIGITS, BASE_DIGITS = 8, 12, 22, 30  # what the ledger's columns hold
ROOM = {"subject": 300, "measure": 200, "note": 2000}  # characters; any other word has 100
FIRST_DAY, LAST_DAY = "1900-01-01", "2200-12-31"
DAYS = ("period_start", "period_end")
FIELDS = WORDS | {"value", "unit", "yoy", "aspect", "modality", *DAYS}

Field = str | None
Span = tuple[date | None, date | None]


def checked(correction: Mapping[str, Field], *, unit: str, span: Span = (None, None)) -> dict[str, Field]:
    """The correction as it is kept; `unit` and `span` are the fact's own, used where the person left one out.

    `value` may carry a bound as documents write it (`450多`, `近2`). Raises `CannotRead` for what is not readable.
    """
    unknown = sorted(set(correction) - FIELDS)
    if unknown:
        raise CannotRead(f"不能更正这一项：{unknown[0]}。", f"This cannot be corrected: {unknown[0]}.")
    kept: dict[str, Field] = {key: _word(key, correction[key]) for key in sorted(WORDS & set(correction))}
    kept |= _period(correction, span)
    if "value" in correction or "unit" in correction:
        kept |= _amount(correction, unit)
    if "yoy" in correction:
        kept["yoy"] = _rate(correction["yoy"])
    for key, known in (("aspect", Aspect), ("modality", Modality)):
        if key in correction:
            if correction[key] not in set(known):
                raise CannotRead(
                    f"「{correction[key]}」不是可选的值。", f"“{correction[key]}” is not one of the choices."
                )
            kept[key] = correction[key]
    if not kept:
        raise CannotRead(
            "更正里没有改动；请改至少一项，或直接接受。", "Nothing was changed; change a field, or accept it."
        )
    return kept


def _amount(correction: Mapping[str, Field], unit: str) -> dict[str, Field]:
    value, unit = (correction.get("value") or "").strip(), (correction.get("unit") or unit).strip()
    if not value:
        raise CannotRead("请写出更正后的数值。", "Please give the corrected value.")
    if unit in RATES:
        rate = _rate(value, VALUE_DIGITS)
        ends = {"value_low": None, "value_high": None}
        return {"value": rate, "unit": unit, "value_base": rate, "unit_base": RATES[unit], **ends}
    _see_short(value)
    amount = Amount.read(f"{value}{unit}")
    if amount.value is None:
        raise CannotRead("更正要写一个数，不写区间。", "A correction is one value, not a range.")
    base, unit_base = amount.base
    if not (_fits(amount.value, VALUE_DIGITS) and _fits(base, BASE_DIGITS)):
        raise _unkeepable(value)
    low, high = amount.bounds
    return {
        "value": f"{amount.value:f}",
        "unit": amount.unit,
        "value_low": None if low is None else f"{low:f}",
        "value_high": None if high is None else f"{high:f}",
        "value_base": f"{base:f}",
        "unit_base": unit_base,
    }


def _see_short(text: str) -> None:
    if len(text) > LONGEST:
        raise CannotRead(
            f"「{text[:LONGEST]}…」太长，数值最多 {LONGEST} 个字。",
            f"“{text[:LONGEST]}…” is too long: {LONGEST} characters at most.",
        )


def _word(key: str, text: Field) -> Field:
    if text and "\x00" in text:
        raise CannotRead("文字里有无法保存的空字符，请删去。", "The text holds a null character; remove it.")
    room = ROOM.get(key, 100)
    if text and len(text) > room:
        raise CannotRead(
            f"「{text[:LONGEST]}…」太长，最多 {room} 个字。",
            f"“{text[:LONGEST]}…” is too long: {room} characters at most.",
        )
    return text


def _fits(value: Decimal, digits: int) -> bool:
    """Whether the ledger keeps it to the last digit."""
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -PLACES and value.adjusted() < digits


def _unkeepable(text: str) -> CannotRead:
    return CannotRead(
        f"「{text}」过大或小数过长，小数最多 {PLACES} 位。",
        f"“{text}” is too large or too fine: {PLACES} decimal places at most.",
    )


def _rate(text: Field, digits: int = RATE_DIGITS) -> Field:
    if text is None or not text.strip():
        return None
    _see_short(text)
    try:
        rate = Decimal(text.strip().rstrip("%％"))
    except InvalidOperation:
        rate = Decimal("NaN")
    if not rate.is_finite():
        raise CannotRead(f"「{text}」不是一个可读的比率，例如 6.1。", f"“{text}” is not a rate, e.g. 6.1.")
    if not _fits(rate, digits):
        raise _unkeepable(text)
    return f"{rate:f}"


def _period(correction: Mapping[str, Field], span: Span) -> dict[str, Field]:
    days: dict[str, Field] = {}
    for key in DAYS:
        if key not in correction:
            continue
        try:
            days[key] = date.fromisoformat(correction[key] or "").isoformat() if correction[key] else None
        except ValueError as error:
            raise CannotRead(
                f"「{correction[key]}」不是一个日期，例如 2023-11-30。",
                f"“{correction[key]}” is not a date, e.g. 2023-11-30.",
            ) from error
    for day in days.values():
        if day and not FIRST_DAY <= day <= LAST_DAY:
            raise CannotRead(
                f"「{day}」太远，只记 {FIRST_DAY[:4]}—{LAST_DAY[:4]} 年的数。",
                f"“{day}” is too far away; figures are kept of {FIRST_DAY[:4]} to {LAST_DAY[:4]}.",
            )
    start, end = (days.get(key, day and day.isoformat()) for key, day in zip(DAYS, span, strict=True))
    if days and start and end and start > end:
        raise CannotRead("时期的起点不能晚于终点。", "A period cannot begin after its end.")
    return days
