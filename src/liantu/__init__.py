"""链图 Liantu: the working layer of a district's industry offices.

Every figure leads back to the sentence it came from. The folders are the way of a figure, from left to right::

    errors · figure · page → bulletin → review → ledger → plan → api · web · cli
"""

__version__ = "0.1.0"
