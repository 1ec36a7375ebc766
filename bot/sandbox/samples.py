"""What a person can send that is no text: a small true file or place of each kind."""

import struct
import zlib
from collections.abc import Callable
from typing import Any

from bot.sandbox.files import FileShelf
from bot.sandbox.messages import Kind, Person

COLOUR = b"\x5b\x8d\xa8"


def sample(kind: Kind, person: Person, files: FileShelf) -> dict[str, Any]:
    """Return the fields of a message of this kind; ValueError for a text or a service line."""
    if kind is Kind.CONTACT:
        return {"kind": kind, "details": {"contact": _contact(person)}}
    if kind is Kind.LOCATION:
        return {"kind": kind, "details": {"location": {"latitude": 48.8566, "longitude": 2.3522}}}
    if kind not in FILES:
        raise ValueError(f"a {kind} is not sent like this")
    mime_type, file_name, make = FILES[kind]
    attachment = files.put(make(), mime_type=mime_type, file_name=file_name)
    return {"kind": kind, "attachment": attachment}


def picture(width: int = 64, height: int = 48) -> bytes:
    """Return a PNG picture of one colour."""
    rows = (b"\x00" + COLOUR * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _contact(person: Person) -> dict[str, Any]:
    return {"phone_number": "+33100000000", "first_name": person.first_name, "user_id": person.id}


FILES: dict[Kind, tuple[str, str, Callable[[], bytes]]] = {
    Kind.PHOTO: ("image/png", "", picture),
    Kind.DOCUMENT: ("text/plain", "note.txt", "une note".encode),
    Kind.VOICE: ("audio/ogg", "", "OggS".encode),
    Kind.STICKER: ("image/webp", "", "RIFF".encode),
}
