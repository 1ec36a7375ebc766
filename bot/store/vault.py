"""Seals personal content before it reaches the database, with a key that is kept outside it.

AES-256-GCM; the key's number goes in front for rotation, and the place (table, column, row) is
bound as associated data, so that a sealed value moved elsewhere does not open.
"""

import base64
import errno
import hmac
import json
import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from bot.domain.errors import InvalidKeyFile, Unsealable

KEY_LENGTH = 32
NONCE_LENGTH = 12
NUMBERS = range(256)


class Vault:
    """Seals and opens values: the key of the highest number seals, all of them open.

    The key of the lowest number makes the marks, so it stays when another is added.
    """

    def __init__(self, keys: dict[int, bytes]) -> None:
        self._current = max(keys)
        self._ciphers = {number: AESGCM(_derive(key, b"seal")) for number, key in keys.items()}
        self._marking = _derive(keys[min(keys)], b"mark")

    def seal(self, value: Any, *, place: str) -> bytes:
        """Return a JSON value sealed for one place, named `table.column:row`."""
        nonce = os.urandom(NONCE_LENGTH)
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        sealed = self._ciphers[self._current].encrypt(nonce, _bytes(text), place.encode())
        return bytes([self._current]) + nonce + sealed

    def open(self, sealed: bytes, *, place: str) -> Any:
        """Return the value sealed for this place; raise Unsealable for any other."""
        number, nonce, rest = sealed[:1], sealed[1 : 1 + NONCE_LENGTH], sealed[1 + NONCE_LENGTH :]
        try:
            return json.loads(self._ciphers[ord(number)].decrypt(nonce, rest, place.encode()))
        except (InvalidTag, KeyError, TypeError, ValueError) as error:
            raise Unsealable(place.split(":", maxsplit=1)[0]) from error

    def mark(self, purpose: str, value: str) -> str:
        """Return a keyed mark of a value: for looking it up without keeping it (256 bits, hex)."""
        return self._marked(purpose, value).hex()

    def stamp(self, purpose: str, value: str, *, length: int) -> bytes:
        """Return the first `length` bytes of a keyed mark."""
        return self._marked(purpose, value)[:length]

    def token(self, purpose: str, value: str, *, length: int) -> str:
        """Return `length` bytes of a keyed mark, in letters fit for a link or a button."""
        stamp = self.stamp(purpose, value, length=length)
        return base64.urlsafe_b64encode(stamp).rstrip(b"=").decode()

    def _marked(self, purpose: str, value: str) -> bytes:
        return hmac.digest(self._marking, _bytes(f"{purpose}:{value}"), "sha256")


def open_vault(path: Path) -> Vault:
    """Return the vault whose keys stand in a file, one a line as `number:base64`; made if absent.

    A new file can be read by its owner alone. Raises InvalidKeyFile for a file that holds no keys.
    """
    if not path.exists():
        _write_new_key(path)
    try:
        keys = [_read_key(line) for line in path.read_text().split()]
    except ValueError:
        # What could not be read may be the key, so it stands in no error.
        raise InvalidKeyFile("the key file holds a line that is no key") from None
    if not keys or len(dict(keys)) < len(keys):
        raise InvalidKeyFile("the key file holds no key, or two of one number")
    return Vault(dict(keys))


def find_vault(path: Path) -> Vault:
    """Return the vault of a file that must be there; raises FileNotFoundError, InvalidKeyFile."""
    if not path.exists():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    return open_vault(path)


def _bytes(text: str) -> bytes:
    # Telegram may pass on half of a surrogate pair, which plain UTF-8 refuses.
    return text.encode("utf-8", "surrogatepass")


def _read_key(line: str) -> tuple[int, bytes]:
    number, _, text = line.partition(":")
    key = base64.b64decode(text, validate=True)
    if int(number) not in NUMBERS or len(key) != KEY_LENGTH:
        raise ValueError("no key")
    return int(number), key


def _write_new_key(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", dir=path.parent, prefix=f".{path.name}-") as file:
        file.write(f"1:{base64.b64encode(os.urandom(KEY_LENGTH)).decode()}\n")
        file.flush()
        os.fsync(file.fileno())
        # It gets its name only once it is whole: whoever is killed before leaves no empty key
        # file, and of two who begin together the second takes the key of the first.
        with suppress(FileExistsError):
            os.link(file.name, path)


def _derive(key: bytes, purpose: bytes) -> bytes:
    return HKDFExpand(algorithm=SHA256(), length=KEY_LENGTH, info=b"relais " + purpose).derive(key)
