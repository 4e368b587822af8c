"""版框 Frame: how a page lies: from the file's coordinates to the page as shown, and to the page as one reads it.

>>> sideways = Frame(600, 800, quarter=1)  # its lines run upwards
>>> sideways.read(0, 800), sideways.thousandths(0, 0, 80, 60)
((0, 0), (0, 900, 100, 1000))
"""

import math
from dataclasses import dataclass

__all__ = ["Box", "Frame"]

Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """A page `width` by `height` points as shown; `matrix` leads there from the file's own coordinates.

    `quarter` is the direction its lines run in, in quarter turns against the clock: 0 to the right, 1 upwards.
    """

    width: float
    height: float
    matrix: tuple[float, float, float, float, float, float] = (1, 0, 0, 1, 0, 0)
    quarter: int = 0

    def show(self, x: float, y: float) -> tuple[float, float]:
        """A point of the file on the page as shown, from the upper left corner."""
        a, b, c, d, e, f = self.matrix
        return a * x + c * y + e, b * x + d * y + f

    def quarter_of(self, x: float, y: float) -> int | None:
        """In which direction a line along the vector (x, y) of the file runs; None for one that stands askew."""
        a, b, c, d, _, _ = self.matrix
        turns = math.degrees(math.atan2(-(b * x + d * y), a * x + c * y)) / 90
        return round(turns) % 4 if abs(turns - round(turns)) < 0.06 else None

    def read(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as shown, on the page turned so that its lines run to the right."""
        if self.quarter == 1:
            return self.height - y, x
        if self.quarter == 2:
            return self.width - x, self.height - y
        if self.quarter == 3:
            return y, self.width - x
        return x, y

    @property
    def reading_size(self) -> tuple[float, float]:
        """Width and height of the page turned for reading."""
        return (self.height, self.width) if self.quarter % 2 else (self.width, self.height)

    def thousandths(self, left: float, top: float, right: float, bottom: float) -> Box:
        """A rectangle of the page turned for reading, as thousandths of the page as shown."""
        corners = [self._back(left, top), self._back(right, bottom)]
        xs = sorted(min(max(x / self.width, 0.0), 1.0) for x, _ in corners)
        ys = sorted(min(max(y / self.height, 0.0), 1.0) for _, y in corners)
        return round(1000 * xs[0]), round(1000 * ys[0]), round(1000 * xs[1]), round(1000 * ys[1])

    def _back(self, x: float, y: float) -> tuple[float, float]:
        if self.quarter == 1:
            return y, self.height - x
        if self.quarter == 2:
            return self.width - x, self.height - y
        if self.quarter == 3:
            return self.width - y, x
        return x, y
