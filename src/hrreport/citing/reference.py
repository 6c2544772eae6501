"""The reference: all facts about a report and a place in it that citation styles use."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote

from hrreport.catalogue import records
from hrreport.errors import InputError
from hrreport.model.deep_links import DeepLinks
from hrreport.model.locator import Locator
from hrreport.text.whitespace import fold
from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.model.country import ReportId
    from hrreport.model.official_pdf import PageRange
    from hrreport.model.report import Report
    from hrreport.model.retrieval import Provenance

SERIES = "Country Reports on Human Rights Practices"
DEPARTMENT = "U.S. Department of State"


@dataclass(frozen=True, slots=True)
class Bureau:
    """The office of the Department of State that prepares the reports."""

    name: str
    abbreviated: str
    """With the abbreviations that American law reviews use."""


_BUREAUS = (
    (1994, Bureau("Bureau of Democracy, Human Rights, and Labor", "Bureau of Democracy, Hum. Rts. & Lab.")),
    (0, Bureau("Bureau of Human Rights and Humanitarian Affairs", "Bureau of Hum. Rts. & Humanitarian Affs.")),
)
"""The first edition that each prepared, latest first; the office was renamed in 1994."""

_PAGE_NAMES = {"para": ("p", "pp"), "paragraph": ("page", "pages")}
"""What a page and several are called in styles that so name a paragraph; in others, "p." and "pp."."""
_CAPTURE = re.compile(r"(https?://web\.archive\.org/web/(\d{4})(\d\d)(\d\d)\d*)[a-z_]*(/(https?://.+))")
"""Address of a capture in the Internet Archive: a mark after its time asks for the bare page, which readers are
spared; the last group is the address that was captured."""


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """The place that is cited, as a reader of the page can find it."""

    section: str
    """The number, or number and letter: "1.c", "6"; empty for a section that has none."""
    heading: str
    """The heading, where the number alone does not lead to the place; else empty."""
    paragraph: int | None
    last: int | None = None
    """The last paragraph of a range, or ``None`` where one paragraph is cited."""
    pages: PageRange | None = None
    """The pages of the report's PDF, where one is kept and the place was found in it."""

    @property
    def symbols(self) -> str:
        """The place in signs: ``§ 1.c ¶¶ 4–6``, ``Executive Summary ¶ 2``, ``§ 6 (Women)``, ``§ 6, Women, ¶ 7``.

        The page of the PDF follows where it is known: ``§ 1.c ¶ 4, at 12``.
        """
        place = f"§ {self.section}" if self.section else self.heading
        if self.section and self.heading:
            place += f" ({self.heading})" if self.paragraph is None else f", {self.heading},"
        shown = " ".join(filter(None, (place, self._counted("¶", "¶¶"))))
        return f"{shown}, at {self.pages}" if self.pages else shown

    def words(self, section: str, paragraph: str) -> str:
        """Return the place in words, with the names that a style has for section and paragraph.

        >>> Pinpoint("1.c", "", 4).words("sec.", "para.")
        'sec. 1.c, para. 4'
        >>> Pinpoint("1.c", "", 4, 6).words("sec.", "para.")
        'sec. 1.c, paras. 4–6'
        >>> from hrreport.model.official_pdf import PageRange
        >>> Pinpoint("1.c", "", 4, pages=PageRange(12, 13, 12)).words("s", "para")
        's 1.c, para 4, pp 12–13'
        """
        numbered = f"{section} {self.section}" if self.section else ""
        several = f"{paragraph[:-1]}s." if paragraph.endswith(".") else f"{paragraph}s"
        paged = ""
        if self.pages:
            page, pages = _PAGE_NAMES.get(paragraph, ("p.", "pp."))
            paged = f"{page if self.pages.first == self.pages.last else pages} {self.pages}"
        return ", ".join(filter(None, (numbered, self.heading, self._counted(paragraph, several), paged)))

    def _counted(self, one: str, several: str) -> str:
        """Return the paragraph or the range of paragraphs, after the name that a style has for it."""
        if self.paragraph is None:
            return ""
        return f"{one} {self.paragraph}" if self.last is None else f"{several} {self.paragraph}–{self.last}"


@dataclass(frozen=True, slots=True)
class Reference:
    """One report, or one place in it, with everything that a citation can say of it."""

    id: ReportId
    country: str
    """The country's name, and the part's in brackets where a part is cited: "China (Tibet)"."""
    bureau: Bureau
    key: str
    """For records: ``usdos-2023-china-tibet``; letters, digits and hyphens only."""
    published: date | None
    """The date that the page gives, or else that of the edition's release; ``None`` where neither is known."""
    accessed: date
    url: str
    """Where it was published, or empty where that is not known."""
    archive_url: str = ""
    """The capture in the Internet Archive that was read, or empty."""
    archived: date | None = None
    publisher: str = ""
    """Whose copy was read, where it was not the Department's own publication; else empty."""
    pinpoint: Pinpoint | None = None
    """``None`` for the whole report."""
    dated_by_edition: bool = False
    """Whether `published` is the date of the edition's release, because the page gives none."""

    @property
    def title(self) -> str:
        """The title in full: "2023 Country Reports on Human Rights Practices: Kazakhstan"."""
        return f"{self.id.year} {SERIES}: {self.country}"

    @property
    def short_title(self) -> str:
        """The title as later citations have it: "2023 Country Reports: Kazakhstan"."""
        return f"{self.id.year} Country Reports: {self.country}"

    @property
    def copy(self) -> str:
        """The phrase that names whose copy was read, or empty."""
        return f"copy published by {self.publisher}" if self.publisher else ""

    @property
    def copy_note(self) -> str:
        """The same phrase as the beginning of a sentence."""
        return self.copy.replace("c", "C", 1)

    @property
    def date_note(self) -> str:
        """Return a note on the date where the page prints none; else empty."""
        return "Date of the edition's release; the page gives none" if self.dated_by_edition else ""

    @property
    def notes(self) -> tuple[str, ...]:
        """Return the notes of a record on the copy and the date."""
        return tuple(filter(None, (self.copy_note, self.date_note)))

    @property
    def place_note(self) -> str:
        """The place that is cited, for records that have no field for it; else empty."""
        return f"Cited at {self.place()}" if self.pinpoint else ""

    @property
    def symbols(self) -> str:
        """The place in signs, as `Pinpoint.symbols`; empty for the whole report."""
        return self.pinpoint.symbols if self.pinpoint else ""

    def place(self, section: str = "sec.", paragraph: str = "para.") -> str:
        """Return the place in words, as `Pinpoint.words`; empty for the whole report."""
        return self.pinpoint.words(section, paragraph) if self.pinpoint else ""


def refer(
    report: Report,
    locator: Locator | None,
    *,
    country_name: str,
    accessed: date | None = None,
    through: int | None = None,
    deep_links: bool = False,
) -> Reference:
    """Return the reference to a place in a report, or to the whole of it.

    Args:
        report: The report cited; one that was made from the bundled abridgement is refused.
        locator: The place; of a sentence in it the paragraph is cited, as no style counts sentences, but the page is
            that of the sentence.
        country_name: The country as it is to be printed.
        accessed: When the page was read; by default, when it was retrieved.
        through: The last paragraph, where a range is cited that begins at the locator.
        deep_links: Whether the address of the page opens it at the words of the place, where they can be named.

    Raises:
        InputError: The report is the bundled abridgement, its publication date is not a date, or the range is none.
        NotFoundError: The report has no such place.
    """
    part = "" if locator is None else _part_of(report, locator.section)
    provenance = next((p.provenance for p in report.parts if p.id == part), report.provenance)
    if "sample" in (report.provenance.origin, provenance.origin):
        raise InputError(
            f"the bundled abridgement of {report.id} is not to be cited: it is not the text of the Department of State",
            hint="fetch the report itself, then cite that",
        )
    country = f"{fold(country_name)} ({_part_name(report, part)})" if part else fold(country_name)
    year, slug = report.id.year, report.id.country
    url, archive_url, archived = _addresses(provenance)
    if deep_links and locator is not None and (deep := _web(DeepLinks(report).address(report.resolve(locator)))):
        url = deep if deep.startswith(url) else url
    released = release_of_edition(report)
    return Reference(
        id=report.id,
        country=country,
        bureau=next(bureau for since, bureau in _BUREAUS if since <= year),
        key=re.sub(r"[^a-z0-9]+", "-", f"usdos-{year}-{slug}-{part}".lower()).strip("-"),
        published=_day(report.published, report) or released,
        accessed=accessed or provenance.retrieved_at.date(),
        url=url,
        archive_url=archive_url,
        archived=_day(archived, report),
        publisher=fold(provenance.publisher),
        pinpoint=None if locator is None or locator.section == part else _pinpoint(report, locator, through),
        dated_by_edition=released is not None,
    )


def release_of_edition(report: Report) -> date | None:
    """Return the date on which the edition of a report was released, where the page itself gives no date.

    ``None`` where the page gives one, and where that of the edition is not known.
    """
    publication = records.publication(report.id.year, report.published)
    return date.fromisoformat(publication.day) if publication.dated_by == "edition" else None


def _part_of(report: Report, section: str) -> str:
    """Return the id of the part that a section belongs to, or empty for the report's own."""
    part, colon, _ = section.partition(":")
    return part if colon or any(p.id == part for p in report.parts) else ""


def _part_name(report: Report, part: str) -> str:
    """Return a part's name; a part without a page of its own is named by its heading."""
    return next((p.name for p in report.parts if p.id == part), "") or report.section(part).heading


def _pinpoint(report: Report, locator: Locator, through: int | None) -> Pinpoint:
    """Return the pinpoint of a place or a range; `Report.resolve` refuses what does not stand in the report."""
    place = last = report.resolve(locator)
    pages = report.pages(place, through)
    if through is not None:
        if locator.paragraph is None or through <= locator.paragraph:
            raise InputError(
                f"'{locator} to ¶ {through}' is not a range of paragraphs",
                hint='name the first paragraph and a later one: "1.c ¶¶ 4-6"',
            )
        last = report.resolve(Locator(place.anchor, through))
    section = report.section(place.section)
    number = place.anchor.rpartition(":")[2]
    numbered = number[0].isdigit()
    if numbered and (section.id == place.anchor or last.section != place.section):
        return Pinpoint(number, "", place.paragraph, through, pages)
    heading = section.heading if section.id == place.anchor or numbered else report.section(place.anchor).heading
    return Pinpoint(number if numbered else "", heading, place.paragraph, through, pages)


def _day(iso: str, report: Report) -> date | None:
    if not iso:
        return None
    try:
        return date.fromisoformat(iso)
    except ValueError as error:
        raise InputError(f'"{iso}" in the report on {report.id} is not a date') from error


def _addresses(provenance: Provenance) -> tuple[str, str, str]:
    """Return the address of the publication, that of the capture read and its ISO date, empty where there is none."""
    captured = provenance.captured_at[:10]
    if capture := _CAPTURE.fullmatch(provenance.url):
        page, year, month, day, rest, original = capture.groups()
        return _web(original), _web(page + rest), captured or f"{year}-{month}-{day}"
    if provenance.origin in ("internet-archive", "web-archive") and provenance.requested_url != provenance.url:
        return _web(provenance.requested_url), _web(re.sub(r"(/\d{14})id_/", r"\1/", provenance.url)), captured
    return _web(provenance.url) or _web(provenance.requested_url), "", ""


def _web(address: str) -> str:
    """Return an address of the web with nothing in it that needs escaping; of anything else, nothing."""
    if not address.startswith(("https://", "http://")):
        return ""
    return quote(address, safe="%/:?#@!$&'()*+,;=~-._")
