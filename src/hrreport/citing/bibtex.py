"""BibTeX and biblatex: a record for the file, and the command that cites a place in it.

Names and titles are in double braces, so that no program splits the bureau's name at "and" or takes
the capitals from the title. BibTeX is written in ASCII, letters with accents as TeX commands;
biblatex reads Unicode and gets it. Addresses hold no brace or backslash (see `Reference`), and go in
as they are. The place belongs to the citing command, which is the short form; that none is lost, a record
of one place names it in its note. The tests read the records with bibtexparser.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from hrreport.citing.interface import Style, enclose
from hrreport.citing.reference import DEPARTMENT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hrreport.citing.reference import Reference

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    **{mark: rf"\{mark}" for mark in "&%$#_"},
}
"""What TeX takes for a command. Braces get a name, because BibTeX counts even those behind a backslash."""

_ACCENTS = {
    "\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0304": "=", "\u0306": "u", "\u0307": ".",
    "\u0308": '"', "\u030a": "r", "\u030b": "H", "\u030c": "v", "\u0327": "c", "\u0328": "k",
}  # fmt: skip
"""Combining marks, and the TeX command that sets each."""

_SIGNS = {
    "’": r"\textquoteright{}", "‘": r"\textquoteleft{}", "“": r"\textquotedblleft{}", "”": r"\textquotedblright{}",
    "–": r"\textendash{}", "—": r"\textemdash{}", "…": r"\ldots{}", "\u00a0": "~",
    "ı": r"{\i}", "ł": r"{\l}", "Ł": r"{\L}", "ø": r"{\o}", "Ø": r"{\O}", "ß": r"{\ss}", "æ": r"{\ae}", "Æ": r"{\AE}",
}  # fmt: skip
"""Letters and signs that no accent makes."""

_BIBTEX_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def escape(text: str) -> str:
    r"""Return a text that TeX prints as it is.

    >>> print(escape("100 % of A & B"))
    100 \% of A \& B
    """
    return "".join(_SPECIAL.get(character, character) for character in text)


def escape_ascii(text: str) -> str:
    r"""Return a text that TeX prints as it is, in ASCII as far as TeX has commands for its letters.

    >>> print(escape_ascii("Türkiye & Co."))
    T{\"{u}}rkiye \& Co.
    """
    return "".join(map(_ascii, unicodedata.normalize("NFC", text)))


def _ascii(character: str) -> str:
    """Return a character as TeX writes it in ASCII; one that it has no command for stays as it is."""
    if named := _SPECIAL.get(character) or _SIGNS.get(character):
        return named
    letter, *marks = list(unicodedata.normalize("NFD", character))
    if len(marks) == 1 and marks[0] in _ACCENTS and letter.isascii():
        dotless = rf"\{letter}" if letter in "ij" and marks[0] not in "\u0327\u0328" else letter
        return rf"{{\{_ACCENTS[marks[0]]}{{{dotless}}}}}"
    return character


def _record(kind: str, reference: Reference, fields: Iterable[tuple[str, object]]) -> str:
    """Return a record of the fields that have a value, in braces but for the month, which is a macro."""
    rows = [f"  {name:<11} = {value if name == 'month' else f'{{{value}}}'}," for name, value in fields if value]
    return "\n".join((f"@{kind}{{{reference.key},", *rows, "}"))


def _notes(reference: Reference) -> str:
    """Return what a record says beyond its fields, one sentence each."""
    archived = enclose(" ", reference.archived.isoformat() if reference.archived else "")
    archive = enclose(f"Archived{archived} at ", reference.archive_url)
    return " ".join(f"{note}." for note in (archive, reference.place_note, *reference.notes) if note)


def _bibtex(reference: Reference) -> str:
    day = reference.published
    return _record(
        "techreport",
        reference,
        (
            ("author", f"{{{escape_ascii(reference.bureau.name)}}}"),
            ("title", f"{{{escape_ascii(reference.title)}}}"),
            ("institution", DEPARTMENT),
            ("address", "Washington, DC"),
            ("type", "Country Report"),
            ("year", day and day.year),
            ("month", day and _BIBTEX_MONTHS[day.month - 1]),
            ("url", reference.url),
            ("note", f"Accessed {reference.accessed}. {escape_ascii(_notes(reference))}".rstrip()),
        ),
    )


def _biblatex(reference: Reference) -> str:
    return _record(
        "report",
        reference,
        (
            ("author", f"{{{escape(reference.bureau.name)}}}"),
            ("title", f"{{{escape(reference.title)}}}"),
            ("shorttitle", f"{{{escape(reference.short_title)}}}"),
            ("type", "Country report"),
            ("institution", DEPARTMENT),
            ("location", "Washington, DC"),
            ("date", reference.published),
            ("url", reference.url),
            ("urldate", reference.accessed),
            ("addendum", escape(_notes(reference))),
            ("langid", "american"),
        ),
    )


def _citing_command(name: str, escaped: Callable[[str], str]) -> Callable[[Reference], str]:
    """Return the writer of a citing command, which holds the place in its optional argument."""

    def cite(reference: Reference) -> str:
        place = escaped(reference.place()).replace(". ", ".~")
        guarded = f"{{{place}}}" if "]" in place else place
        return rf"\{name}{enclose('[', guarded, ']')}{{{reference.key}}}"

    return cite


BIBTEX = Style("bibtex", "BibTeX", "format", _bibtex, _citing_command("cite", escape_ascii))
BIBLATEX = Style("biblatex", "biblatex", "format", _biblatex, _citing_command("autocite", escape))
