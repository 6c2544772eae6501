"""Mirrors: the pages of https://HOST/PATH kept in a folder as HOST/PATH, or served at an address.

With a mirror nothing else is contacted. Query strings play no part in a folder.
"""

from __future__ import annotations

from email.utils import formatdate
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from hrreport.errors import InputError
from hrreport.fetching.sources import NoResponse, SourceAnswer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrreport.fetching.sources import Budget

_UNSAFE = frozenset(("", ".", ".."))
_MEDIA_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".pdf": "application/pdf",
    ".json": "application/json",
}


class AddressMirror:
    """A mirror served at an address: maps an address of the web to its own and back."""

    def __init__(self, base: str) -> None:
        """Use the address below which the hosts are."""
        self.base = base.rstrip("/")

    def physical(self, url: str) -> str:
        """Return where the mirror serves an address.

        >>> AddressMirror("http://127.0.0.1:8765/").physical("https://www.state.gov/reports/?page=2")
        'http://127.0.0.1:8765/www.state.gov/reports/?page=2'
        """
        parts = urlsplit(url)
        query = f"?{parts.query}" if parts.query else ""
        return f"{self.base}/{parts.netloc}{parts.path or '/'}{query}"

    def follow(self, url: str, location: str) -> str:
        """Return the address of the web that a redirect of the mirror stands for.

        A redirect may name a place in the mirror, or the place on the web that it copies.

        >>> mirror = AddressMirror("http://127.0.0.1:8765")
        >>> mirror.follow("https://www.state.gov/a", "/www.state.gov/a/")
        'https://www.state.gov/a/'
        >>> mirror.follow("https://www.state.gov/a", "https://2021-2025.state.gov/a/")
        'https://2021-2025.state.gov/a/'
        >>> mirror.follow("https://www.state.gov/a", "/a/")
        'https://www.state.gov/a/'
        """
        there = urljoin(self.physical(url), location)
        inside = there.removeprefix(f"{self.base}/")
        host = inside.partition("/")[0]
        return f"https://{inside}" if inside != there and "." in host else urljoin(url, location)


class FolderMirror:
    """A mirror in a folder: a `PageSource` that reads files."""

    def __init__(self, folder: Path, limit: int) -> None:
        """Read below a folder, no file of more than `limit` bytes."""
        self._folder = folder
        self._limit = limit

    def find(self, url: str) -> Path | None:
        """Return the file that holds an address's page, or ``None``; never one named by climbing out."""
        parts = urlsplit(url)
        names = [parts.hostname or "", *(unquote(name) for name in parts.path.split("/") if name)]
        if any(name in _UNSAFE or set(name) & set("/\\\0") for name in names):
            return None
        place = self._folder.joinpath(*names)
        return next((file for file in (place, place / "index.html") if file.is_file()), None)

    def ask(self, url: str, *, validators: Mapping[str, str], budget: Budget) -> SourceAnswer:  # noqa: ARG002
        """Return the file of an address; see the interface. A file is always read again."""
        try:
            file = self.find(url)
            if file is None:
                raise NoResponse("missing", "no such page in the mirror")
            with file.open("rb") as opened:
                body = opened.read(self._limit + 1)
            changed = file.stat().st_mtime
        except OSError as error:
            raise NoResponse("network", f"cannot be read in the mirror: {error.strerror}") from error
        if len(body) > self._limit:
            raise NoResponse("too-large", f"more than {self._limit // 1_000_000} MB")
        return SourceAnswer(
            url,
            body,
            media_type=_MEDIA_TYPES.get(file.suffix.lower(), ""),
            last_modified=formatdate(changed, usegmt=True),
        )

    def stop(self) -> None:
        """Do nothing: reading a file does not wait."""

    def close(self) -> None:
        """Do nothing: no file is kept open."""


def read_mirror(text: str) -> AddressMirror | Path:
    """Return the mirror that a setting names: an http(s) address or a folder that exists.

    Raises:
        InputError: It is neither.
    """
    scheme = urlsplit(text).scheme.lower()
    if scheme in ("http", "https"):
        if not urlsplit(text).hostname:
            raise InputError(f'the mirror "{text}" names no host', hint="give a folder, or an address with a host")
        return AddressMirror(text)
    folder = Path(text).expanduser()
    if not folder.is_dir():
        what = "is not a folder" if folder.exists() else "does not exist"
        raise InputError(f'the mirror "{text}" {what}', hint="a mirror is a folder HOST/PATH, or an http address")
    return folder
