"""Page numbers of a Word document, worked out by LibreOffice and written into its fields."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from hrreport.errors import InputError

_PROGRAMS = ("soffice", "libreoffice")
_FILTER = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
_UNDERSCORE = re.compile("^5F")
"""How LibreOffice writes the sign that names of bookmarks begin with."""
_PATIENCE = 300
"""Seconds after which LibreOffice is given up."""


def with_page_numbers(docx: bytes) -> bytes:
    """Return a Word document with the numbers of pages in its fields, as LibreOffice lays it out.

    Word works them out again when it opens the document.

    Raises:
        InputError: LibreOffice is not installed, or did not render the document.
    """
    from hrreport.exporting.word_parts import fill_pages
    from hrreport.filings.pdfium import named_pages

    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise InputError(
            "LibreOffice, which works out the page numbers, is not installed",
            hint="leave out --render: Word works them out when it opens the document",
        )
    with tempfile.TemporaryDirectory(prefix="hrreport-") as folder:
        file = Path(folder) / "document.docx"
        file.write_bytes(docx)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", _FILTER, "--outdir", folder, str(file)]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)  # noqa: S603  no shell, and files of ours
            rendered = file.with_suffix(".pdf").read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise InputError(f"LibreOffice did not render the document: {error}", hint="leave out --render") from error
    pages = {_UNDERSCORE.sub("_", name): page for name, page in named_pages(rendered).items()}
    return fill_pages(docx, pages)
