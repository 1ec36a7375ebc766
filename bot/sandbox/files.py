"""The files of our small Telegram: what was uploaded, found again by its identifier."""

import struct
from base64 import urlsafe_b64encode
from hashlib import sha256

from bot.sandbox.messages import Attachment

PNG_HEAD = b"\x89PNG\r\n\x1a\n"
JPEG_SIZES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB})


class FileShelf:
    """Keeps every file that someone sent, by file_id and by the path it is downloaded from."""

    def __init__(self) -> None:
        self._by_id: dict[str, Attachment] = {}
        self._by_path: dict[str, Attachment] = {}

    def put(self, content: bytes, *, mime_type: str, file_name: str = "") -> Attachment:
        """Keep a file and return it with its identifier and, for a picture, its size."""
        mark = f"{len(self._by_id)}:{sha256(content).hexdigest()}".encode()
        file_id = "BQACAgQAAx" + urlsafe_b64encode(sha256(mark).digest()).decode().rstrip("=")
        width, height = picture_size(content) or (0, 0)
        attachment = Attachment(
            file_id=file_id,
            content=content,
            mime_type=mime_type,
            file_name=file_name,
            width=width,
            height=height,
        )
        self._by_id[file_id] = attachment
        self._by_path[file_path(attachment)] = attachment
        return attachment

    def get(self, file_id: str) -> Attachment | None:
        """Return the file with this identifier, if there is one."""
        return self._by_id.get(file_id)

    def at_path(self, path: str) -> Attachment | None:
        """Return the file that is downloaded from this path, if there is one."""
        return self._by_path.get(path)


def file_path(attachment: Attachment) -> str:
    """Return the path, below /file/bot<token>/, that a file is downloaded from."""
    folder = "photos" if attachment.mime_type.startswith("image/") else "documents"
    suffix = attachment.mime_type.partition("/")[2].partition("+")[0] or "bin"
    return f"{folder}/{unique_id(attachment)}.{suffix}"


def unique_id(attachment: Attachment) -> str:
    """Return the short identifier that stays the same for every bot."""
    return "AQAD" + sha256(attachment.file_id.encode()).hexdigest()[:12]


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Return width and height of a PNG or JPEG picture in pixels, or None if it is neither."""
    if content.startswith(PNG_HEAD) and len(content) >= 24:  # noqa: PLR2004 - PNG's first chunk
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    return _jpeg_size(content) if content.startswith(b"\xff\xd8") else None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    position = 2
    while position + 9 <= len(content):
        _, marker, length = struct.unpack(">BBH", content[position : position + 4])
        if marker in JPEG_SIZES:
            height, width = struct.unpack(">HH", content[position + 5 : position + 9])
            return width, height
        position += 2 + length
    return None
