"""Addresses: what of a page's links may be followed from a file of ours."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

_URL_SAFE = "!'()*+,-./0123456789:;=?@_~%#$&[]"


def web_address(url: str) -> str | None:
    """Return an http(s) address with everything unusual in it quoted, or ``None`` for any other address.

    >>> web_address("https://lakes.example/a b"), web_address("javascript:alert(1)")
    ('https://lakes.example/a%20b', None)
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return quote(url, safe=_URL_SAFE, errors="replace")


def fragment(name: str) -> str:
    """Return the id of an anchor as it stands after ``#`` in a link.

    >>> fragment("6/women"), fragment("hong-kong:1.c-p4")
    ('6/women', 'hong-kong:1.c-p4')
    """
    return quote(name, safe=":/.-_")
