"""Files: a page saved by hand becomes a snapshot like any other."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from hrreport.errors import FetchError, InputError
from hrreport.fetching.sources import Limits
from hrreport.model.retrieval import Provenance, Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

_MEDIA_TYPES = {".pdf": "application/pdf", ".txt": "text/plain", ".xhtml": "application/xhtml+xml"}


def read_file(path: Path | str, *, clock: Callable[[], datetime], limit: int = Limits().body) -> Snapshot:
    """Return the snapshot of a page saved by hand.

    The address it claims is not known here: `requested_url` and `url` of its provenance are empty.

    Args:
        path: The file.
        clock: Gives the time, aware, in UTC.
        limit: How many bytes it may have.

    Raises:
        InputError: There is no such file, or it is a folder, empty, or too large to be a page.
        FetchError: It is there and cannot be read.
    """
    path = Path(path)
    hint = "give the HTML file that the browser saved"
    try:
        if not path.is_file():
            problem = "is a folder" if path.is_dir() else "does not exist"
            raise InputError(f'"{path}" {problem}', hint=hint)
        with path.open("rb") as opened:
            body = opened.read(limit + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        raise FetchError(f'"{path}" cannot be read: {getattr(error, "strerror", None) or error}') from error
    if not body.strip():
        raise InputError(f'"{path}" is empty', hint=hint)
    if len(body) > limit:
        raise InputError(f'"{path}" has more than {limit / 1_000_000:.3g} MB', hint=hint)
    return Snapshot(
        body,
        Provenance(
            requested_url="",
            url="",
            retrieved_at=clock(),
            origin="file",
            sha256=hashlib.sha256(body).hexdigest(),
            media_type=_MEDIA_TYPES.get(path.suffix.lower(), "text/html"),
        ),
    )
