"""Takes in the pictures and files that a bot sends, and refuses what Telegram cannot use."""

from bot.sandbox.files import FileShelf, picture_size
from bot.sandbox.messages import Attachment, Kind
from bot.sandbox.parameters import File, Upload
from bot.sandbox.refusals import RefusalError, bad_request

LARGEST_PHOTO = 10 * 1024 * 1024
LARGEST_DOCUMENT = 50 * 1024 * 1024
LONGEST_EDGES = 10_000
STEEPEST_SHAPE = 20


def take(files: FileShelf, kind: Kind, file: File | None) -> Attachment:
    """Return what an upload or a known file_id holds, fit to be sent as this kind."""
    if file is None:
        raise bad_request(f"there is no {kind} in the request")
    if isinstance(file, str):
        return _known(files, kind, file)
    if not file.content:
        raise bad_request("file must be non-empty")
    if len(file.content) > LARGEST_DOCUMENT:
        raise RefusalError(413, "Request Entity Too Large")
    if kind is Kind.PHOTO:
        _check_picture(file)
    return files.put(file.content, mime_type=_mime_type(file), file_name=file.file_name)


def _known(files: FileShelf, kind: Kind, file_id: str) -> Attachment:
    if "://" in file_id:
        raise bad_request("failed to get HTTP URL content")
    attachment = files.get(file_id)
    if attachment is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if kind is Kind.PHOTO and not attachment.width:
        raise bad_request(f"can't use file of type Document as {kind.capitalize()}")
    return attachment


def _check_picture(file: Upload) -> None:
    size = picture_size(file.content)
    if size is None or not all(size):
        raise bad_request("IMAGE_PROCESS_FAILED")
    if len(file.content) > LARGEST_PHOTO:
        raise bad_request("file is too big")
    if sum(size) > LONGEST_EDGES or max(size) > STEEPEST_SHAPE * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")


def _mime_type(file: Upload) -> str:
    if file.content.startswith(b"\x89PNG"):
        return "image/png"
    return "image/jpeg" if file.content.startswith(b"\xff\xd8") else file.mime_type
