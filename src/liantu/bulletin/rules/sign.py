"""升降 which way a verb of change moves.

>>> sign_of("下降"), sign_of("增长"), sign_of("降")
(-1, 1, -1)
"""

import re
from typing import Final

__all__ = ["sign_of"]

_DOWN: Final = re.compile(r"负增长|减少|减低|回落|下滑|下跌|缩减|收窄|放缓|减缓|下拉|走低|下挫|收缩|跌|降|低|^减")


def sign_of(change: str) -> int:
    """-1 for a verb of decline, 1 for any other."""
    return -1 if _DOWN.search(change) else 1
