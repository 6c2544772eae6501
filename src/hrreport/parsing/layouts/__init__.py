"""The page layouts, in the order in which they are asked whether a page is theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.parsing.layouts.centerblock import CenterBlock
from hrreport.parsing.layouts.fixedwidth import FixedWidth
from hrreport.parsing.layouts.nineties import Nineties
from hrreport.parsing.layouts.republished import RepublishedCopy
from hrreport.parsing.layouts.wordpress import WordPress

if TYPE_CHECKING:
    from hrreport.parsing.layouts.interface import PageLayout

__all__ = ["LAYOUTS", "layout_of"]

LAYOUTS: tuple[PageLayout, ...] = (WordPress(), CenterBlock(), FixedWidth(), Nineties(), RepublishedCopy())
"""Every layout that is known; the first that recognizes a page reads it."""


def layout_of(html: str) -> PageLayout | None:
    """Return the layout that recognizes a page, or none."""
    return next((layout for layout in LAYOUTS if layout.recognizes(html)), None)
