"""公报 bulletin: documents opened and read into facts that each lead back to their sentence; no database, no Django.

>>> from datetime import date
>>> page = Document.from_text("# 乙山区快报\\n今年1-10月，乙山区实现产值5亿元。")
>>> [fact.measure for fact in read(page, date(2023, 12, 22)).facts]
['产值']
"""

from liantu.bulletin.document import Document
from liantu.bulletin.read import READER, read
from liantu.bulletin.reading import Reading

__all__ = ["READER", "Document", "Reading", "read"]
