"""打开文本 the characters of a plain text file, whichever of the encodings of the trade it was saved in.

    >>> read_text("营收突破百亿元".encode("gb18030"))
    '营收突破百亿元'

UTF-8, UTF-32, HZ and most UTF-16 are recognised by their form. GB18030, Big5 and UTF-16 without a Latin character look
alike byte for byte, so the one that yields more of the characters Chinese prose is made of wins. A file whose lines are
in different encodings, or in none, is refused: a wrong guess would put wrong characters behind every quote.
"""

import codecs
import re
from typing import Final

from liantu.bulletin.fold import fold
from liantu.errors import CannotRead

__all__ = ["read_text"]

# Frequent in any Chinese prose, and in bulletins; traditional text is folded before it is looked up.
_COMMON: Final = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行"
    "学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然"
    "前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又利比或但质气第向道此变条只没结解问意建月公系军情"
    "最立代想已通并提直题程展五果料员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计手角期根论"
    "运农指几九区强放决西被干做必战先回则任取据处理给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术交受联"
    "什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离名确才科张信节话"
    "米整空元况今集温传土许步群广石记需段研界拉林究观越织装影算低持音众书布复容际商非验连断深难近矿千周委素技备半办青"
    "省列响约支般史感劳便团往市克何除消构府称太准精值号率族维划选标写存候亲快效查江型按格养易置派层片始却专状育厂京识适"
    "属圆包住调满县局照参细引听该价严区亿营收企项投招签链占超幅额县街镇园"
)
_THRESHOLD: Final = 0.2
_HAN: Final = re.compile("[㐀-鿿豈-﫿\U00020000-\U0003ffff\ue000-\uf8ff]")
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f\ufffd\ufffe]")
_SHIFTED: Final = re.compile(rb"~\{[\x21-\x77][\x21-\x7e]")
_MARKS: Final = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_text(data: bytes) -> str:
    """The text of `data`, line ends as they are; `CannotRead` when no encoding, or more than one, reads it."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _sane(_decoded(data, encoding))
    if b"\0" in data:
        return _sane(_wide(data))
    text = _decoded(data, "utf-8")
    if text is not None:
        return _sane(_decoded(data, "hz") if _SHIFTED.search(data) and text.isascii() else text)
    _refuse_mixed(data)
    return _sane(_likeliest(data, ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")))


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _wide(data: bytes) -> str | None:
    """Text of two or four bytes a character; hardly any of the former can be read as the latter."""
    return _likeliest(data, ("utf-32-le", "utf-32-be")) or _likeliest(data, ("utf-16-le", "utf-16-be"))


def _likeliest(data: bytes, encodings: tuple[str, ...]) -> str | None:
    texts = [text for encoding in encodings if (text := _decoded(data, encoding)) is not None]
    best = max(texts, key=_likeness, default=None)
    return best if best is not None and _likeness(best) >= _THRESHOLD else None


def _likeness(text: str) -> float:
    """The share of its Chinese characters that any prose uses; of a text without them, of ASCII."""
    sample = text[:200_000]
    han = _HAN.findall(fold(sample))
    if not han:
        return sum(c.isascii() for c in sample) / max(1, len(sample))
    return sum(c in _COMMON for c in han) / len(han)


def _refuse_mixed(data: bytes) -> None:
    """Some lines are UTF-8, others are not: pasted together from two systems."""
    lines = [line for line in data.split(b"\n") if sum(byte > 0x7F for byte in line) >= 12]
    readable = [_decoded(line, "utf-8") is not None for line in lines]
    if any(readable) and not all(readable):
        number = 1 + data[: data.index(lines[readable.index(False)])].count(b"\n")
        raise CannotRead(
            f"这个文件混用了几种编码（第 {number} 行起不同）；请用记事本打开检查，另存为 UTF-8 再上传。",
            f"This file mixes encodings (from line {number} on); check it in an editor and save it as UTF-8.",
        )


def _sane(text: str | None) -> str:
    if text is None or _CONTROL.search(text):
        raise CannotRead(
            "读不出这个文件的文字：它不是文本，或编码不明；请另存为 UTF-8 文本或 .docx 再上传。",
            "No text can be read from this file: it is no text or its encoding is unknown; save it as UTF-8 or .docx.",
        )
    return text
