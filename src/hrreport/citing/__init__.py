"""Cite a locator, as a string or as a record."""

from hrreport.citing.csl import csl_cite, csl_item
from hrreport.citing.interface import Style
from hrreport.citing.reference import Pinpoint, Reference, refer, release_of_edition
from hrreport.citing.styles import STYLES, cite, style_named

__all__ = [
    "STYLES",
    "Pinpoint",
    "Reference",
    "Style",
    "cite",
    "csl_cite",
    "csl_item",
    "refer",
    "release_of_edition",
    "style_named",
]
