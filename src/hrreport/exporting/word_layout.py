"""Layout of a Word document: the look of each kind of paragraph, the pages with their head and foot, and properties.

Styles are named, so that a reader can change the look of each kind of paragraph once.
"""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, NamedTuple

from hrreport.exporting.word_parts import add_field, words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import CharacterStyle, ParagraphStyle

    from hrreport.exporting.documents import Paper
    from hrreport.views.blocks import BlockDocument

_SIZES: dict[Paper, tuple[float, float]] = {"letter": (8.5, 11.0), "a4": (8.27, 11.69)}
"""Width and height of a page in inches."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 1.375, 1.125, 1.125, 1.0
"""Margins in inches."""
_REPORTS, _OURS = "Cambria", "Calibri"
"""The faces of the report's words and of ours; both come with Word, and free ones of the same widths exist."""
_BLACK, _GRAY, _BLUE = "000000", "595959", "1C4C8A"


class ParagraphLook(NamedTuple):
    """The look of a paragraph; lengths in points."""

    size: float
    face: str = _REPORTS
    bold: bool = False
    italic: bool = False
    color: str = _BLACK
    before: float = 0
    after: float = 0
    left: float = 0
    hanging: float = 0
    line: float = 1.15
    next: bool = False
    """Whether it stays on the page of what follows it."""


_PARAGRAPHS = {
    "Normal": ParagraphLook(11, after=6),
    "Title": ParagraphLook(28, bold=True, after=2, line=1),
    "Subtitle": ParagraphLook(13, italic=True, after=8),
    "Heading 1": ParagraphLook(16, bold=True, before=22, after=6, line=1.05, next=True),
    "Heading 2": ParagraphLook(13, bold=True, before=16, after=4, line=1.05, next=True),
    "Heading 3": ParagraphLook(11.5, bold=True, italic=True, before=12, after=4, line=1.05, next=True),
    "Heading 4": ParagraphLook(11, italic=True, before=10, after=3, line=1.05, next=True),
    "Heading 5": ParagraphLook(11, italic=True, before=8, after=3, line=1.05, next=True),
    "Heading 6": ParagraphLook(11, italic=True, before=8, after=3, line=1.05, next=True),
    "Prose": ParagraphLook(10.5, face=_OURS, after=5),
    "Source": ParagraphLook(10.5, face=_OURS, before=4, after=2),
    "Citation": ParagraphLook(9, face=_OURS, color=_GRAY, after=6, left=18, line=1.05),
    "Caption": ParagraphLook(9.5, face=_OURS, bold=True, before=6, after=3),
    "Table Text": ParagraphLook(9, face=_OURS, before=2, after=2, line=1.05),
    "Table Small": ParagraphLook(7.5, face=_OURS, before=2, after=2, line=1.05),
    "Numbered": ParagraphLook(10.5, face=_OURS, after=3, left=18, hanging=18),
    "List Bullet": ParagraphLook(10.5, face=_OURS, after=2, left=18, hanging=18),
    "List Bullet 2": ParagraphLook(10, face=_OURS, after=2, left=36, hanging=18),
    "List Bullet 3": ParagraphLook(10, face=_OURS, after=2, left=54, hanging=18),
    "Report Text": ParagraphLook(11, after=6, hanging=45),
    "Report Item": ParagraphLook(11, after=3, left=18, hanging=63),
    "Report Note": ParagraphLook(10, italic=True, after=6, left=18, hanging=63),
    "Notice": ParagraphLook(10, face=_OURS, bold=True, after=6),
    "Remark": ParagraphLook(9.5, face=_OURS, color=_GRAY, after=3, line=1.05),
    "Contents Heading": ParagraphLook(11, face=_OURS, bold=True, before=8, after=4, next=True),
    "toc 1": ParagraphLook(9.5, face=_OURS, bold=True, before=3, line=1),
    "toc 2": ParagraphLook(9, face=_OURS, left=14, line=1),
    "toc 3": ParagraphLook(9, face=_OURS, left=28, line=1),
    "Header": ParagraphLook(8, face=_OURS, color=_GRAY, line=1),
    "Footer": ParagraphLook(8, face=_OURS, color=_GRAY, line=1),
}
_CHARACTERS = {
    "Pinpoint": ParagraphLook(8, face=_OURS, color=_GRAY),
    "Remark Words": ParagraphLook(9, face=_OURS, color=_GRAY),
    "Hyperlink": ParagraphLook(0, face="", color=_BLUE),
}


def set_styles(document: Document) -> None:
    """Define every style that we use in a document, changing those that exist."""
    from docx.enum.style import WD_STYLE_TYPE

    known = {style.name for style in document.styles}
    for name, look in _PARAGRAPHS.items():
        if name not in known:
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.startswith("toc"))
        style = document.styles[name]
        for ornament in style.element.xpath("w:pPr/w:pBdr | w:rPr/w:spacing"):  # the template's own, about titles
            ornament.getparent().remove(ornament)
        _set_font(style, look)
        _set_paragraph(style, look)
    for name, look in _CHARACTERS.items():
        if name not in known:
            document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        _set_font(document.styles[name], look)
    document.styles["Hyperlink"].font.underline = True


def _set_font(style: ParagraphStyle | CharacterStyle, look: ParagraphLook) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    font = style.font
    font.color.rgb = RGBColor.from_string(look.color)
    if look.size:
        font.size = Pt(look.size)
        font.bold, font.italic = look.bold, look.italic
    if look.face:
        font.name = look.face
        faces = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            faces.attrib.pop(qn(f"w:{theme}"), None)
        faces.set(qn("w:cs"), look.face)
        faces.set(qn("w:eastAsia"), look.face)


def _set_paragraph(style: ParagraphStyle, look: ParagraphLook) -> None:
    from docx.shared import Pt

    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.left_indent, form.first_line_indent = Pt(look.left), Pt(-look.hanging)
    form.line_spacing = look.line
    form.keep_with_next = look.next
    form.widow_control = True
    if look.hanging:
        form.tab_stops.add_tab_stop(Pt(look.left))


def room_on(paper: Paper, *, sideways: bool = False) -> float:
    """Return the inches between the margins of a page.

    >>> room_on("letter"), room_on("letter", sideways=True)
    (6.0, 8.5)
    """
    return _SIZES[paper][sideways] - _LEFT - _RIGHT


def set_page(file: Document, document: BlockDocument, paper: Paper) -> None:
    """Set the size of the pages, the running head, and the number of the page at the foot."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Inches

    page = file.sections[0]
    page.page_width, page.page_height = map(Inches, _SIZES[paper])
    page.left_margin, page.right_margin = Inches(_LEFT), Inches(_RIGHT)
    page.top_margin, page.bottom_margin = Inches(_TOP), Inches(_BOTTOM)
    page.header.paragraphs[0].add_run(words(document.running_head or document.title))
    foot = page.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    foot.add_run("Page ")
    add_field(foot, "PAGE", "1")
    foot.add_run(" of ")
    add_field(foot, "NUMPAGES", "1")


def turn_page(file: Document, paper: Paper, *, sideways: bool) -> None:
    """Begin a page that lies on its side, or stands again."""
    from docx.enum.section import WD_ORIENTATION
    from docx.shared import Inches

    page = file.add_section()
    page.orientation = WD_ORIENTATION.LANDSCAPE if sideways else WD_ORIENTATION.PORTRAIT
    page.page_width, page.page_height = map(Inches, sorted(_SIZES[paper], reverse=sideways))


def set_properties(file: Document, document: BlockDocument) -> None:
    """Set what the file says of itself; its date is that of its sources, so that equal answers are equal files."""
    properties = file.core_properties
    properties.title = words(document.title)[:255]
    properties.author = words(document.author)[:255]
    properties.subject = "Country Reports on Human Rights Practices"
    properties.language = document.language
    properties.last_modified_by = "hrreport"
    properties.comments = ""
    if document.created:
        properties.created = properties.modified = document.created.astimezone(UTC).replace(tzinfo=None)
    properties.revision = 1
