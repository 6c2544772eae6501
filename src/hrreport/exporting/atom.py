"""An Atom feed (RFC 4287) of what a watch found: this round's news and those that are remembered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrreport.codec.contract import Json

_FEED = "tag:hrreport,2026:watch"
_UNPRINTABLE = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_SIDES = (("old", "− "), ("new", "+ "))


def atom_feed(news: Iterable[Json], at: str) -> str:
    """Return a feed.

    Args:
        news: What happened, newest first, in the public form.
        at: When the watch last asked, ISO 8601.
    """
    feed = ET.Element("feed", xmlns="http://www.w3.org/2005/Atom")
    _add(feed, "id", _FEED)
    _add(feed, "title", "Country Reports on Human Rights Practices: what changed")
    _add(feed, "updated", at)
    _add(ET.SubElement(feed, "author"), "name", "hrreport (not the Department of State)")
    for each in news:
        entry = ET.SubElement(feed, "entry")
        about = "/".join(filter(None, (each["kind"], each["country"], str(each["year"]), each["found_at"])))
        _add(entry, "id", f"{_FEED}/{about}")
        _add(entry, "title", each["said"])
        _add(entry, "updated", each["found_at"])
        ET.SubElement(entry, "link", href=_clean(each["url"]))
        ET.SubElement(entry, "category", term=each["kind"])
        _add(entry, "content", "\n".join(_lines(each)) or each["said"], type="text")
    ET.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode") + "\n"


def _lines(news: Json) -> Iterator[str]:
    if news["was_url"]:
        yield f"was {news['was_url']}"
    for pair in news["sentences"]:
        for side, sign in _SIDES:
            for quote in pair[side]:
                yield f"{sign}§ {quote['section']} ¶ {quote['paragraph']}: {quote['text']}"
    for heading in news["headings"]:
        yield from (f"{sign}{heading[side]}" for side, sign in _SIDES if heading[side])


def _add(above: ET.Element, name: str, text: str, **attributes: str) -> None:
    ET.SubElement(above, name, attributes).text = _clean(text)


def _clean(text: str) -> str:
    """Return a text without the characters that XML cannot have."""
    return _UNPRINTABLE.sub("\ufffd", text)
