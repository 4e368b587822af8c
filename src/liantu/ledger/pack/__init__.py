"""区域包 Region pack: a district as a folder of plain data; `load` brings it into the ledger and adds nothing twice."""

from liantu.ledger.pack.load import Loaded, Person, Step, load

__all__ = ["Loaded", "Person", "Step", "load"]
