"""Makes a screenshot small: a PNG of three bytes a pixel becomes one of 256 colours.

Source: the PNG specification, https://www.w3.org/TR/png/.
"""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence

SIGNATURE = b"\x89PNG\r\n\x1a\n"
RGB = 3
COLOURS = 256
INDEXED = 3

Colour = tuple[int, ...]


def with_few_colours(png: bytes) -> bytes:
    """Return the same picture in its 256 most frequent colours, the others as the nearest one."""
    parts = dict(_joined(png))
    width, height, bits, kind = struct.unpack(">IIBB", parts[b"IHDR"][:10])
    if (bits, kind) != (8, 2):
        raise ValueError("only eight bits of red, green and blue are understood")
    rows = [
        list(zip(row[::RGB], row[1::RGB], row[2::RGB], strict=True))
        for row in _rows(zlib.decompress(parts[b"IDAT"]), width * RGB)
    ]
    counted = Counter(pixel for row in rows for pixel in row)
    palette = [colour for colour, _ in counted.most_common(COLOURS)]
    places = {colour: _nearest(colour, palette) for colour in counted}
    plain = b"".join(b"\0" + bytes(places[pixel] for pixel in row) for row in rows)
    return SIGNATURE + b"".join(
        _chunk(name, body)
        for name, body in (
            (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, INDEXED, 0, 0, 0)),
            (b"PLTE", b"".join(bytes(colour) for colour in palette)),
            (b"IDAT", zlib.compress(plain, 9)),
            (b"IEND", b""),
        )
    )


def _joined(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give the chunks; the picture itself, cut into many, comes last and whole."""
    at, picture = len(SIGNATURE), b""
    while at < len(png):
        size, name = struct.unpack(">I4s", png[at : at + 8])
        body = png[at + 8 : at + 8 + size]
        at += size + 12
        if name == b"IDAT":
            picture += body
        else:
            yield name, body
    yield b"IDAT", picture


def _rows(raw: bytes, size: int) -> Iterator[bytes]:
    """Give each row of bytes without its filter."""
    above = bytes(size)
    for start in range(0, len(raw), size + 1):
        row = bytearray(raw[start + 1 : start + 1 + size])
        for at in range(size):
            left, corner = (row[at - RGB], above[at - RGB]) if at >= RGB else (0, 0)
            row[at] = (row[at] + _guess(raw[start], left, above[at], corner)) & 0xFF
        above = bytes(row)
        yield above


def _guess(filtered: int, left: int, up: int, corner: int) -> int:
    near = min(left, up, corner, key=lambda each: abs(left + up - corner - each))
    return (0, left, up, (left + up) // 2, near)[filtered]


def _nearest(colour: Colour, palette: Sequence[Colour]) -> int:
    def distance(place: int) -> int:
        return sum((a - b) ** 2 for a, b in zip(colour, palette[place], strict=True))

    return min(range(len(palette)), key=distance)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
