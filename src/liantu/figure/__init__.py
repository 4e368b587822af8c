"""数 figure: exact amounts, rates and periods that refuse nonsense; no text, no database, no framework.

>>> Amount.read("1.2亿元").say(unit="万元")
'12000万元'
"""

from liantu.figure.amount import Amount, Bound
from liantu.figure.figure import Figure
from liantu.figure.period import Period
from liantu.figure.rate import Rate
from liantu.figure.unit import base_of

__all__ = ["Amount", "Bound", "Figure", "Period", "Rate", "base_of"]
