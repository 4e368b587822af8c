"""页图 picture: one page of a PDF, or a picture, drawn as PNG for a person to look at, and opened for recognition.

Large ones are made smaller before they are drawn; a picture's own size is asked before it is unpacked.
"""

import io
import warnings
from typing import Any, Final

from PIL import Image, ImageOps, UnidentifiedImageError

from liantu.page.refusal import Refused, is_pdf

__all__ = ["drawn_page", "opened_picture", "png"]

_SHOWN: Final = 1600
_MOST_PIXELS: Final = 60_000_000
_LONGEST_SIDE: Final = 20_000
_KINDS: Final = ("PNG", "JPEG", "TIFF", "BMP")

Picture = Image.Image


def png(data: bytes, page: int) -> bytes:
    """A page (from 1) as PNG, at most 1,600 pixels high and wide."""
    if is_pdf(data):
        from liantu.page.pdf import frame_of, opened

        document = opened(data)
        if not 1 <= page <= len(document):
            raise Refused("no page")
        sheet = document[page - 1]
        frame_of(sheet)
        image = drawn_page(sheet, _SHOWN)
    else:
        image = opened_picture(data)
        image.thumbnail((_SHOWN, _SHOWN))
    kept = io.BytesIO()
    image.quantize(64).save(kept, "PNG", optimize=False)
    return kept.getvalue()


def drawn_page(page: Any, longest: int) -> Picture:
    """A page of a PDF drawn on white, its longer side `longest` pixels."""
    width, height = page.get_size()
    made: Picture = page.render(scale=longest / max(width, height)).to_pil()
    return made.convert("RGB")


def opened_picture(data: bytes) -> Picture:
    """A picture upright as its camera meant it; `Refused` where it is none, or too large."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data), formats=_KINDS)
            pixels = image.width * image.height
            if pixels > _MOST_PIXELS or max(image.size) > _LONGEST_SIDE:
                raise Refused("large picture", pixels // 10_000)
            return _on_white(ImageOps.exif_transpose(image))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Refused("picture") from error


def _on_white(image: Picture) -> Picture:
    """Without its transparency: ink on glass is ink on paper."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(white, image).convert("RGB")
    return image.convert("RGB")
