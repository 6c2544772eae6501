"""Countries: from what a person types to the country that the Department of State means.

A slug or an ISO code is found without building anything. Every other name is looked up by its key:
lower-case letters and digits only, accents folded, "the" left out. A key that belongs to two
countries names neither, and the reader is told which two are meant.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hrreport import tables
from hrreport.catalogue import records
from hrreport.errors import InputError
from hrreport.text.whitespace import fold

if TYPE_CHECKING:
    from hrreport.model.country import Country

_SHOWN = 60
"""Characters of a text not understood that are repeated to the reader."""
_MANY = 3
"""Suggestions given at most."""
# The patterns are compiled when first used: a slug or a code needs none of them.
_INVERTED = r"(?P<name>[^,(]+)(?:,\s*(?P<after>[^,()]+)|\((?P<inside>[^()]+)\))\s*"
_TITLE = r"(?i:\d{4} country reports? on human rights practices\s*[:–-]\s*)"
"""Stands before a country's name in some entries of the pages' own choice of countries."""
_FORMAL = (
    r"(?i:(?:the )?"
    r"(?:(?:arab|bolivarian|co-?operative|democratic|federal|independent|islamic|people'?s|"
    r"plurinational|socialist|united) )*"
    r"(?:commonwealth|federation|grand duchy|kingdom|principality|republic|state|sultanate|union) of )"
)


def find_country(text: str) -> Country:
    """Return the country that a person means by a name, another name, a slug, an ISO code or its name in addresses.

    Case, accents, apostrophes, hyphens and underscores do not matter, nor do "the" and a formal
    title ("republic of").

    >>> find_country("Côte d’Ivoire").slug, find_country("civ").slug, find_country("Ivory Coast").slug
    ('cote-divoire', 'cote-divoire', 'cote-divoire')

    Raises:
        InputError: No country has that name, or more than one has; the hint names the likely ones.
    """
    found = _countries_meant(text)
    if len(found) == 1:
        return found[0]
    shown = fold(text)[:_SHOWN]
    if found:
        slugs = _either([c.slug for c in found], "and")
        number = {2: "two", 3: "three"}.get(len(found), "several")
        raise InputError(f'"{shown}" can mean {number} countries: {slugs}', hint="name one of them by its slug")
    if not shown:
        raise InputError("no country was named", hint="`hrreport countries` lists them all")
    if re.fullmatch(r"(?:19|20)\d\d", shown):
        raise InputError(f'no country is called "{shown}"', hint=f"the country comes first: kazakhstan {shown}")
    if uncovered := _not_covered(text):
        raise InputError(
            f"there is no report on {uncovered}", hint="`hrreport countries` lists the countries reported on"
        )
    likely = _suggestions(text)
    raise InputError(
        f'no country is called "{shown}"',
        hint=f"did you mean {_either(likely, 'or')}?" if likely else "`hrreport countries` lists them all",
    )


def country_of_printed_name(text: str) -> Country | None:
    """Return the one country that a printed name means, or ``None``: for lists that hold other things too.

    >>> country_of_printed_name("Translations") is None
    True
    """
    found = _countries_meant(text)
    return found[0] if len(found) == 1 else None


def slugs_of(country: str, year: int) -> tuple[str, ...]:
    """Return the names that a country's page may have in an edition's addresses, likeliest first.

    >>> slugs_of("eswatini", 2017), slugs_of("kazakhstan", 2023)
    (('swaziland', 'eswatini'), ('kazakhstan',))
    """
    return tuple(row["slug"] for row in tables.rows_about("slugs.csv", country, year)) or (country,)


def see_instead(country: str, year: int) -> tuple[str, ...]:
    """Return the slugs of the countries whose report of an edition covers another, or that took its place.

    Empty where none is known; where there is a report of the country itself, that one counts.

    >>> see_instead("serbia", 2004), see_instead("yugoslavia", 2010), see_instead("togo", 2004)
    (('serbia-and-montenegro',), ('serbia', 'montenegro'), ())
    """
    rows = tables.rows_about("successions.csv", country, year)
    return tuple(rows[0]["see"].split("|")) if rows else ()


def _countries_meant(text: str) -> tuple[Country, ...]:
    """Return the country with a slug or code, or those that have the name."""
    country = _by_slug_or_code(text)
    return (country,) if country else _by_name(text)


def _by_slug_or_code(text: str) -> Country | None:
    typed = text.strip().lower().replace(" ", "-").replace("_", "-")
    for country in records.countries():
        if country.slug == typed:
            return country
    if len(typed) in (2, 3):
        code = typed.upper()
        for country in records.countries():
            if code in (country.alpha2, country.alpha3):
                return country
    return None


def _by_name(text: str) -> tuple[Country, ...]:
    """Return the countries that bear a name, trying it as written, turned round, and without its title."""
    index = _index()
    found = next((found for form in _forms(text) if (found := index.get(_key(form)))), None)
    return found or _by_both_names(text) or _by_address_slug(text)


def _by_address_slug(text: str) -> tuple[Country, ...]:
    """Return the country whose page has a name in the addresses of some edition: ``thebahamas``."""
    typed = text.strip().strip("/").casefold()
    slugs = {row["country"] for row in tables.rows("slugs.csv") if row["slug"].casefold() == typed}
    return tuple(country for country in records.countries() if country.slug in slugs)


def _by_both_names(text: str) -> tuple[Country, ...]:
    """Return the countries that bear both names of a text: ``Congo (DRC)``, ``UK/Britain``."""
    both = re.fullmatch(r"([^()]+)\(([^()]+)\)|([^/]+)/([^/]+)", text.strip())
    if not both:
        return ()
    first, second = (_countries_meant(name) for name in both.groups() if name)
    return tuple(country for country in first if country in second)


def _spelled_out(text: str) -> str:
    """Return a name with its abbreviations written in full.

    >>> _spelled_out("Iran, Islamic Rep."), _spelled_out("S. Korea")
    ('Iran, Islamic Republic', 'South Korea')
    """
    for row in tables.rows("country_words.csv"):
        text = re.sub(rf"(?i)(?<![\w.]){re.escape(row['short'])}(?!\w)", row["full"], text)
    return text


def _forms(text: str) -> list[str]:
    full = _spelled_out(text) if "." in text else text
    return [*_forms_of(text), *(_forms_of(full) if full != text else ())]


def _forms_of(text: str) -> list[str]:
    named = re.sub(rf"^{_TITLE}", "", text.strip())
    forms = [named]
    turned = re.fullmatch(_INVERTED, named)
    if turned:
        name, rest = turned["name"].strip(), (turned["after"] or turned["inside"]).strip()
        forms += [f"{rest} {name}", f"{rest} of {name}"]
    forms += [form[found.end() :] for form in forms if (found := re.match(_FORMAL, form))]
    return forms


def _key(text: str) -> str:
    """Return what is compared of a name.

    >>> _key("The Bahamas"), _key("St. Lucia"), _key("Trinidad & Tobago")
    ('bahamas', 'saintlucia', 'trinidadandtobago')
    """
    if not text.isascii():
        import unicodedata

        text = unicodedata.normalize("NFKD", text).replace("ı", "i").replace("ø", "o").replace("ł", "l")
        text = "".join(c for c in text if not unicodedata.combining(c))
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’‘`´ʼʻ.]", "", text.lower()).replace("&", " and "))
    return "".join("saint" if word == "st" else word for word in words if word != "the")


@cache
def _index() -> dict[str, tuple[Country, ...]]:
    """Return every key with the countries that bear it."""
    index: dict[str, tuple[Country, ...]] = {}
    for country in records.countries():
        for name in (country.slug, country.name, *country.other_names):
            bearers = index.setdefault(_key(name), ())
            if country not in bearers:
                index[_key(name)] = (*bearers, country)
    for country in records.countries():  # a country's own name is not shared: Guinea is Guinea
        index[_key(country.slug)] = (country,)
    return index


def _not_covered(text: str) -> str:
    typed, rows = _key(text), tables.rows("not_covered.csv")
    return next((row["name"] for row in rows if typed in map(_key, row["other_names"].split("|"))), "")


def _suggestions(text: str) -> list[str]:
    """Return the slugs of the countries whose names hold the text as words, or are spelled like it."""
    import difflib

    index, typed = _index(), _key(text)
    begun = [c.slug for c in records.countries() if typed in (_key(word) for word in c.slug.split("-"))]
    if 0 < len(begun) <= _MANY:
        return begun
    alike = difflib.get_close_matches(typed, index, n=2 * _MANY, cutoff=0.75)
    return list(dict.fromkeys(c.slug for key in alike for c in index[key]))[:_MANY]


def _either(words: list[str], joint: str) -> str:
    """Return words as a list in a sentence.

    >>> _either(["a", "b", "c"], "or")
    'a, b or c'
    """
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joint} {words[-1]}"
