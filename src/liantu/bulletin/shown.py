"""显示 Shown: the number of a cell as the sheet shows it under its format: exact digits, no more of them than are seen.

    >>> shown("0.30000000000000004", "General"), shown("0.123", "0.0%"), shown("1234567.891", "#,##0.00")
    ('0.3', '12.3%', '1,234,567.89')
    >>> shown("45260", 'yyyy"年"m"月"'), shown("45260", "yyyy/mm/dd"), shown("-3.2", "0.0;[Red]0.0")
    ('2023年11月', '2023年11月30日', '-3.2')
    >>> shown("123456", "0!.0,"), shown("59", '0.0"亿元"'), shown("500101123456780000", "General")
    ('12.3', '59.0亿元', '500101123456780000')

A sheet keeps fifteen digits of a number, so it is rounded to fifteen first, then as its format says, half away from
zero. A fall that the format shows by colour or brackets alone gets its minus sign. Days are written out in Chinese
(2023年11月30日), for the sheet's own form depends on the computer that shows it.
"""

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache
from typing import Final, NamedTuple

__all__ = ["BUILT_IN", "shown"]

_FIFTEEN: Final = Context(prec=15, rounding=ROUND_HALF_UP)
_WIDE: Final = Context(prec=60, rounding=ROUND_HALF_UP)
_QUOTED: Final = re.compile(r'"[^"]*"|[\\!].|_.|\*.')
_BRACKET: Final = re.compile(r"\[([^\]]{0,80})\]")
_ELAPSED: Final = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_CLOCK: Final = re.compile(r"[hs时秒]|上午|AM/PM", re.IGNORECASE)
_SECTION: Final = re.compile(r'(?:"[^"]*"|[\\!_*].|\[[^\]]*\]|[^;"\\!_*\[])*')
_TOKEN: Final = re.compile(
    r'"(?P<words>[^"]*)"|[\\!](?P<sign>.)|_.|\*.|\[(?:\$(?P<money>[^\]\-]*))?[^\]]*\]|(?P<one>.)', re.DOTALL
)
_FALL: Final = re.compile(r"[-−－↓▼降减]")
_DAYS: Final = 2_958_465  # 9999-12-31, the last day a sheet knows

BUILT_IN: Final = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy/m/d", 15: "yyyy-m-d", 16: "m/d", 17: "yyyy/m", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss",
    22: "yyyy/m/d h:mm", 27: "yyyy年m月", 28: "m月d日", 29: "m月d日", 30: "yyyy/m/d", 31: "yyyy年m月d日", 32: "h时mm分",
    33: "h时mm分", 34: "h时mm分", 35: "h时mm分", 36: "yyyy年m月", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 41: '#,##0;-#,##0;"-"', 42: '#,##0;-#,##0;"-"',
    43: '#,##0.00;-#,##0.00;"-"', 44: '#,##0.00;-#,##0.00;"-"', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss",
    48: "0.00E+00", 50: "yyyy年m月", 51: "m月d日", 52: "yyyy年m月", 53: "m月d日", 54: "m月d日", 55: "h时mm分",
    56: "h时mm分", 57: "yyyy年m月", 58: "m月d日",
}  # fmt: skip


class _Form(NamedTuple):
    """One section of a number format: its signs, each a mark of the picture or a word; places and scale of the digits."""

    tokens: tuple[tuple[str, bool], ...]
    whole: int
    decimals: int
    least: int
    scale: int
    grouped: bool


def shown(raw: str, code: str, since_1904: bool = False) -> str:
    """The number `raw` of a file under the format `code`; words that are no number stay as they are."""
    try:
        value = _FIFTEEN.create_decimal(raw.strip())
    except InvalidOperation:
        return raw
    if not value.is_finite() or abs(value.adjusted()) > 40:
        return raw
    kind = _kind(code)
    if kind == "date":
        return _day(value, code, since_1904)
    sections = _sections(code)
    section = sections[_which(value, len(sections))]
    if kind == "general" or ("[" in section and re.search(r"\[[<>=]", code)):
        return _plain(value)
    form = _form(section)
    return _plain(value) if form is None else _written(value, form, own=len(sections) > 1 and value < 0)


@lru_cache(maxsize=4096)
def _kind(code: str) -> str:
    """Whether a format is of days, of numbers as they are, or a picture of digits."""
    if not code or code.lower() in ("general", "@") or "通用格式" in code or ("/" in code and "?" in code):
        return "general"
    bare = _BRACKET.sub("", _QUOTED.sub("", code)) if not _ELAPSED.search(code) else code
    if re.search(r"[ymdhs年月日]", bare.replace("General", ""), re.IGNORECASE) and not re.search(r"[0#?]", bare):
        return "date"
    return "general" if re.search(r"general|E[+-]", bare, re.IGNORECASE) else "number"


@lru_cache(maxsize=4096)
def _sections(code: str) -> tuple[str, ...]:
    found, at = [], 0
    while at <= len(code):
        section = _SECTION.match(code, at)
        end = section.end() if section else at
        found.append(code[at:end])
        at = end + 1 if end < len(code) else len(code) + 1
    return tuple(found[:4])


def _which(value: Decimal, count: int) -> int:
    if value < 0:
        return 1 if count > 1 else 0
    return 2 if value == 0 and count > 2 else 0


@lru_cache(maxsize=4096)
def _form(section: str) -> _Form | None:
    """A section taken apart; None where it is no plain picture of digits."""
    tokens: list[tuple[str, bool]] = []
    for m in _TOKEN.finditer(section):
        said = m["words"] or m["sign"] or m["money"] or ""
        if said:
            tokens.append((said, False))
        elif m["one"]:
            tokens.append((m["one"], m["one"] in "0#?.,"))
    digits = [at for at, (sign, mark) in enumerate(tokens) if mark and sign in "0#?"]
    if not digits:
        return _Form(tuple(tokens), 0, 0, 0, 0, grouped=False)
    points = [at for at, token in enumerate(tokens) if token == (".", True)]
    if len(points) > 1:
        return None
    point = points[0] if points else len(tokens)
    last = digits[-1]
    commas = [at for at, token in enumerate(tokens) if token == (",", True)]
    scale = sum(at > last or (at > (max((d for d in digits if d < point), default=-1)) and at < point) for at in commas)
    percent = sum(sign == "%" and not mark for sign, mark in tokens if sign == "%")
    after = [tokens[at][0] for at in digits if at > point]
    return _Form(
        tuple(tokens),
        whole=sum(at < point for at in digits),
        decimals=len(after),
        least=sum(sign == "0" for sign in after),
        scale=2 * percent - 3 * scale,
        grouped=any(at < last and any(d > at for d in digits if d < point) for at in commas),
    )


def _written(value: Decimal, form: _Form, *, own: bool) -> str:
    said = "".join(sign for sign, mark in form.tokens if not mark)
    if not form.whole and not form.decimals:
        return said.strip()
    rounded = _WIDE.scaleb(abs(value), form.scale).quantize(Decimal(1).scaleb(-form.decimals), ROUND_HALF_UP, _WIDE)
    whole, _, after = f"{rounded:f}".partition(".")
    kept = len(after.rstrip("0"))
    after = after[: max(kept, form.least)]
    text = _placed(whole, after, form)
    if value < 0 and rounded and not (own and _FALL.search(said)):
        return "-" + text.replace("(", "").replace(")", "").replace("（", "").replace("）", "")
    return text


def _placed(whole: str, after: str, form: _Form) -> str:
    """The digits put where the picture has its places; those that find none stand before the first."""
    places = [at for at, (sign, mark) in enumerate(form.tokens) if mark and sign in "0#?"]
    before, behind = places[: form.whole], places[form.whole :]
    marks = [form.tokens[at][0] for at in before]
    filled = {at: "" for at, (_, mark) in enumerate(form.tokens) if mark}
    if whole == "0" and "0" not in marks and not after:
        whole = ""
    if before and any(not mark for _, mark in form.tokens[before[0] : before[-1] + 1]):
        padded = whole.rjust(len(before), "0")
        spare = len(padded) - len(before)
        filled |= {at: padded[spare + i] for i, at in enumerate(before)}
        filled[before[0]] = padded[: spare + 1]
    elif before:
        filled[before[0]] = f"{int(whole):,}" if form.grouped and whole else whole.rjust(marks.count("0"), "0")
    filled |= dict(zip(behind, after, strict=False))
    if after:
        filled |= {at: "." for at, token in enumerate(form.tokens) if token == (".", True)}
    return "".join(filled.get(at, sign) for at, (sign, _) in enumerate(form.tokens)).strip()


def _plain(value: Decimal) -> str:
    text = f"{value or Decimal(0):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _day(value: Decimal, code: str, since_1904: bool) -> str:
    """A serial number as the parts of the day its format shows."""
    serial = int(value // 1)
    if _ELAPSED.search(code) or not 0 <= serial <= _DAYS:
        return _plain(value)
    bare = _BRACKET.sub("", code.replace('"', "").replace("\\", ""))
    clock = f"{_clock(value - serial)}" if _CLOCK.search(bare) else ""
    dated = re.sub(r"[hs时分秒:]+.*$|上午.*$", "", bare, flags=re.IGNORECASE) if clock else bare
    day = date(1904, 1, 1) + timedelta(serial) if since_1904 else _since_1900(serial)
    words = "".join(
        said
        for mark, said in (("y", f"{day.year}年"), ("m", f"{day.month}月"), ("d", f"{day.day}日"))
        if mark in dated.lower().replace("年", "y").replace("月", "m").replace("日", "d")
    )
    return f"{words} {clock}".strip() or _plain(value)


def _since_1900(serial: int) -> date:
    """Sheets count 29 February 1900, which never was."""
    return date(1899, 12, 31) + timedelta(serial - (serial > 59))


def _clock(part: Decimal) -> str:
    minutes = int((part * 1440).to_integral_value(ROUND_HALF_UP)) % 1440
    return f"{minutes // 60}:{minutes % 60:02d}"
