"""Makes the identities of rows: random, so that none can be guessed or counted."""

from uuid import uuid4


def new_id() -> str:
    """Return a new identity."""
    return str(uuid4())
