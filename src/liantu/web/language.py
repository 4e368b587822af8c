"""The reader's language: Chinese first, English by switch, both written side by side where they are used.

>>> say("打印", "Print")
'打印'
"""

from django.utils.translation import get_language

__all__ = ["CHINESE", "ENGLISH", "english", "say"]

CHINESE = "zh-hans"
ENGLISH = "en"


def english() -> bool:
    """Whether the page being made is in English."""
    return (get_language() or CHINESE).startswith(ENGLISH)


def say(zh: str, en: str) -> str:
    """The words in the reader's language; where no English is kept, the Chinese stands."""
    return (en or zh) if english() else zh
