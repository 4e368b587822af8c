"""The district of the pack that ships with Liantu."""

from tests.district import district, settled

__all__ = ["district", "settled"]
