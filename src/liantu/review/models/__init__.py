"""The nouns of review, one file each."""

from liantu.review.models.decision import Decision, Verdict
from liantu.review.models.document import Document
from liantu.review.models.fact import Fact
from liantu.review.models.layout import Layout
from liantu.review.models.reading import Reading, ReadingFact, ReadingRelation
from liantu.review.models.relation import Relation

__all__ = ["Decision", "Document", "Fact", "Layout", "Reading", "ReadingFact", "ReadingRelation", "Relation", "Verdict"]
