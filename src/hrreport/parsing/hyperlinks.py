"""Addresses in a page: made whole, and freed of what an archive put before them."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from hrreport.text.whitespace import visible
from hrreport.values import dataclass

_ARCHIVED = re.compile(r"(?:https?:)?(?://web\.archive\.org)?/web/\d{4,14}(?:[a-z]{2}_)?/(?=https?:/|www\.)")
_WEB = ("http", "https")


def unarchived(url: str) -> str:
    """Return the address that a link rewritten by the Internet Archive had before.

    >>> unarchived("https://web.archive.org/web/20240423/https://www.state.gov/reports/")
    'https://www.state.gov/reports/'
    """
    found = _ARCHIVED.match(url)
    if not found:
        return url
    rest = url[found.end() :]
    return rest if rest.startswith("http") else f"https://{rest}"


@dataclass(frozen=True, slots=True)
class Resolver:
    """Makes the links of one page whole."""

    base: str = ""
    """The address of the page, or empty where it is not known."""

    def resolve(self, href: str) -> str:
        """Return the web address that a link leads to, or empty where it leads to none.

        >>> Resolver("https://www.state.gov/reports/").resolve("//example.org/a")
        'https://example.org/a'
        >>> Resolver("").resolve("javascript:alert(1)")
        ''
        """
        href = "".join(visible(href).split())
        try:
            url = unarchived(urljoin(self.base or "https:", unarchived(href)))
            parts = urlsplit(url)
        except ValueError:
            return ""
        return url if parts.scheme in _WEB and parts.hostname else ""
