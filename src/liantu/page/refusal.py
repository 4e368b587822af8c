"""不读 Refused: why a file is not read: a word in the process that found out, one sentence for the clerk.

>>> sentence("long", 1200).zh
'这个 PDF 有 1200 页，超过 500 页的上限；请拆成几份再上传。'
"""

from typing import Final

from liantu.errors import CannotRead

__all__ = ["MOST_PAGES", "MOST_SCANNED", "Refused", "Scanned", "is_pdf", "sentence"]

MOST_PAGES: Final = 500
MOST_SCANNED: Final = 20

_SAID: Final = {
    "locked": (
        "这个 PDF 设有打开密码；请去掉密码后重新上传。",
        "This PDF is protected by a password; remove it and upload again.",
    ),
    "damaged": (
        "这个 PDF 已损坏，读不出正文；请用原来的软件重新导出再上传。",
        "This PDF is damaged; export it again from the program that made it.",
    ),
    "empty": ("这个 PDF 里没有文字；请检查后重新上传。", "This PDF holds no text; check it and upload it again."),
    "cut short": (
        "这个 PDF 不完整，后面的部分没有传到；请重新下载或导出后再上传。",
        "This PDF is incomplete, its end is missing; download or export it again.",
    ),
    "long": (
        f"这个 PDF 有 {{n}} 页，超过 {MOST_PAGES} 页的上限；请拆成几份再上传。",
        f"This PDF has {{n}} pages, more than the {MOST_PAGES} allowed; split it.",
    ),
    "wordy": (
        "这个 PDF 的文字超过 100 万字的上限；请拆成几份再上传。",
        "This PDF holds more than the 1,000,000 characters allowed; split it.",
    ),
    "huge": (
        "这个 PDF 的页面尺寸异常，无法读取；请按 A4 重新导出再上传。",
        "A page of this PDF has an impossible size; export it again as A4.",
    ),
    "heavy": (
        "读取这个文件用的时间或内存超过上限，已停止；请拆成几份，或重新导出再上传。",
        "Reading this file took more time or memory than allowed and was stopped; split it or export it again.",
    ),
    "scanned": (
        "这个文件是扫描图片，没有文字；识别要先安装扩展 liantu[ocr]，或上传带文字的原件。",
        "This file is a scan without text; install the extra liantu[ocr] to recognise it, or upload the original.",
    ),
    "scanned long": (
        f"这个 PDF 有 {{n}} 页是扫描图片，超过 {MOST_SCANNED} 页的上限；请拆成几份再上传。",
        f"{{n}} pages of this PDF are scans, more than the {MOST_SCANNED} allowed; split it.",
    ),
    "no words": (
        "这个文件里没有认出文字；请换一份更清楚的扫描件，或上传带文字的原件。",
        "No text was recognised in this file; send a clearer scan or the original.",
    ),
    "no page": ("没有这一页。", "There is no such page."),
    "picture": (
        "这张图片已损坏或格式不明，打不开；请另存为 PNG 或 JPG 再上传。",
        "This picture is damaged or of an unknown kind; save it again as PNG or JPG.",
    ),
    "large picture": (
        "这张图片有 {n} 万像素，超过 6000 万的上限；请缩小后再上传。",
        "This picture has {n}0,000 pixels, more than the 60 million allowed; make it smaller.",
    ),
}


class Refused(Exception):
    """`reason` names the sentence, `number` is what it counts."""

    def __init__(self, reason: str, number: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.number = number


class Scanned(CannotRead):
    """The file, or a page of it, is a picture of text."""


def is_pdf(data: bytes) -> bool:
    """Whether the bytes begin as a PDF does, blanks before it aside.

    >>> is_pdf(b"\\n%PDF-1.4"), is_pdf("%PDF 是一种格式".encode())
    (True, False)
    """
    return data[:1024].lstrip(b"\xef\xbb\xbf \r\n\t\0").startswith(b"%PDF-")


def sentence(reason: str, number: int = 0) -> CannotRead:
    """The sentence for a reason; one that is unknown is a damaged file."""
    zh, en = _SAID.get(reason, _SAID["damaged"])
    refusal = Scanned if reason == "scanned" else CannotRead
    return refusal(zh.format(n=number), en.format(n=number))
