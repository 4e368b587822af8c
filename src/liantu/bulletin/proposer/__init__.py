"""提议 proposing: a model may say what an unread figure measures and whose it is; it never writes a value.

Off unless an endpoint is configured. The rules read first; the sentences whose figures they left are put as numbered
choices (`question`), the answer is checked word for word (`answer`) and made into a candidate that the same assembly
and the same evidence gate judge as any other (`settle`). `endpoint` is the only part that speaks to a network.
"""

from liantu.bulletin.proposer.endpoint import Endpoint, configured, has_model
from liantu.bulletin.proposer.question import Asked, Question
from liantu.bulletin.proposer.settle import Proposer, Settled, settled

__all__ = ["Asked", "Endpoint", "Proposer", "Question", "Settled", "configured", "has_model", "settled"]
