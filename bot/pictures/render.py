"""Turns a drawing (SVG) into a picture (PNG), with our own font; the only module that knows resvg.

The drawing says how large it is, in pixels.
"""

from pathlib import Path

import resvg_py

FAMILY = "Inter"
"""The font that every drawing is written in; its licence stands beside its files."""

_FONTS = sorted(str(file) for file in Path(__file__).with_name("fonts").glob("*.otf"))


def png(drawing: str) -> bytes:
    """Return a drawing as a PNG picture; raises ValueError for what is no SVG.

    No font of the machine is looked at: the picture is the same everywhere.
    """
    return resvg_py.svg_to_bytes(
        svg_string=drawing, skip_system_fonts=True, font_files=_FONTS, font_family=FAMILY
    )
