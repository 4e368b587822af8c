"""The nouns of the ledger, one file each."""

from liantu.ledger.models.carrier import Carrier
from liantu.ledger.models.cluster import Cluster, ClusterIndicator, ClusterMapping
from liantu.ledger.models.enterprise import ClusterMember, Enterprise
from liantu.ledger.models.entry import Entry
from liantu.ledger.models.event import Event
from liantu.ledger.models.indicator import Indicator
from liantu.ledger.models.office import Membership, Office
from liantu.ledger.models.region import Region
from liantu.ledger.models.search_row import SearchRow
from liantu.ledger.models.subject import Alias, Subject
from liantu.ledger.models.taxonomy import Taxonomy

__all__ = [
    "Alias",
    "Carrier",
    "Cluster",
    "ClusterIndicator",
    "ClusterMapping",
    "ClusterMember",
    "Enterprise",
    "Entry",
    "Event",
    "Indicator",
    "Membership",
    "Office",
    "Region",
    "SearchRow",
    "Subject",
    "Taxonomy",
]
