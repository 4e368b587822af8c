"""JSON that keeps figures exact: a decimal is a string without exponent or idle zeros, never a float.

>>> import json; from decimal import Decimal
>>> json.dumps({"value": Decimal("92.20000000"), "value_base": Decimal("9.22E+9")}, cls=ExactEncoder)
'{"value": "92.2", "value_base": "9220000000"}'
"""

from decimal import Decimal
from typing import Any

from ninja.renderers import JSONRenderer
from ninja.responses import NinjaJSONEncoder

__all__ = ["ExactEncoder", "ExactJSON", "plain"]


def plain(value: Decimal) -> str:
    """The shortest way to write a decimal in full, whatever its length (`normalize` would round at 28 digits).

    >>> plain(Decimal("-0.50")), plain(Decimal("1200")), plain(Decimal("0E-8"))
    ('-0.5', '1200', '0')
    """
    written = f"{value:f}"
    return (written.rstrip("0").rstrip(".") if "." in written else written) if value else "0"


class ExactEncoder(NinjaJSONEncoder):
    """Ninja's encoder, with decimals written plainly."""

    def default(self, o: Any) -> Any:
        return plain(o) if isinstance(o, Decimal) else super().default(o)


class ExactJSON(JSONRenderer):
    """The renderer of the whole API; Chinese stays Chinese."""

    encoder_class = ExactEncoder
    json_dumps_params = {"ensure_ascii": False}
