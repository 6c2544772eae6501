"""Changes from one text of a report to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.model.change import SentencePair
    from hrreport.model.holding import Revision


@dataclass(frozen=True, slots=True)
class RevisionChange:
    """One text of a report, beside the one before it."""

    revision: Revision
    pairs: tuple[SentencePair, ...] = ()
    """Sentences that do not stand word for word in the same place of the text before."""
    first: bool = False
    """Whether there is no text before it, or it was not compared."""
