"""The settings that the command line and the Python interface share, and their environment variables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hrreport.errors import InputError
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

PREFIX = "HRREPORT_"
_WORDS = dict.fromkeys("1 true t yes y on".split(), True) | dict.fromkeys(["", *"0 false f no n off".split()], False)
"""The values of a variable that is on or off, in any case: those that the command line takes."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings: the places where reports are stored and fetched from."""

    offline: bool = False
    """Whether the network is never used."""
    refresh: bool = False
    """Whether stored reports are fetched again."""
    mirror: str | None = None
    """A folder or address that is read instead of the sources; ``None`` for the sources themselves."""
    library: str | None = None
    """The library file; ``None`` for the place that the system has for such files."""
    no_sample: bool = False
    """Whether the bundled abridgement is never used."""
    user_agent: str | None = None
    """The name under which servers are asked; ``None`` for the program's own."""

    @property
    def library_path(self) -> Path:
        """Return the path of the library."""
        return Path(self.library) if self.library else default_library()


def default_library() -> Path:
    """Return where the library is when nothing else is said: the system's place for such files."""
    import platformdirs

    return platformdirs.user_data_path("hrreport", appauthor=False) / "library.sqlite"


def read_environment(environment: Mapping[str, str]) -> Settings:
    """Return the settings that environment variables give.

    >>> read_environment({"HRREPORT_OFFLINE": "1", "HRREPORT_LIBRARY": "reports.sqlite"}).library
    'reports.sqlite'

    Raises:
        InputError: A variable that is on or off has another value.
    """

    def text(name: str) -> str | None:
        return environment.get(PREFIX + name) or None

    def flag(name: str) -> bool:
        value = environment.get(PREFIX + name, "").strip().lower()
        if value not in _WORDS:
            raise InputError(f'{PREFIX}{name} is "{value}", which is neither on nor off', hint="write 1 or 0")
        return _WORDS[value]

    return Settings(
        offline=flag("OFFLINE"),
        refresh=flag("REFRESH"),
        mirror=text("MIRROR"),
        library=text("LIBRARY"),
        no_sample=flag("NO_SAMPLE"),
        user_agent=text("USER_AGENT"),
    )
