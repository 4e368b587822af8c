"""Names: what two spellings of one name share.

>>> fold("“5＋2”产业 集群（大渡口）")
'5+2产业集群大渡口'
>>> fold("PRO-AM STUDIOS") == fold("Pro-AM　studios")
True
"""

import re
import unicodedata

__all__ = ["fold"]

IDLE = re.compile(r"[\s\x00-\x1f\"'“”‘’「」『』《》〈〉()\[\]【】{}]+")


def fold(name: str) -> str:
    """The name in NFKC and lower case, without blanks, controls, quotation marks and brackets (their content stays)."""
    return IDLE.sub("", unicodedata.normalize("NFKC", name)).lower()
