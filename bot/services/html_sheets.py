"""A page of HTML in one file, to read on a phone or to print: no script, nothing from elsewhere."""

from html import escape

from bot.domain.people import Language


def sheet(title: str, body: str, *, language: Language, style: str) -> str:
    """Return a page; the body is HTML already, the title is not."""
    return (
        f'<!doctype html><html lang="{language.value}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        """<meta http-equiv="Content-Security-Policy" """
        """content="default-src 'none'; style-src 'unsafe-inline'">"""
        f"<title>{escape(title)}</title><style>{style}</style></head>"
        f"<body><h1>{escape(title)}</h1>{body}</body></html>"
    )
