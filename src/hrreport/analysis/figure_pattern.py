"""The pattern of a figure: a number with the qualifiers, the signs, the unit and the range that belong to it."""

from __future__ import annotations

import re
from functools import cache

from hrreport import tables
from hrreport.analysis.numbers import CARDINAL

_THAN = r"\s+(?:more|fewer|less|higher|lower|greater|longer)\s+than"
_QUALIFIER = (
    r"(?:(?:possibly|perhaps|reportedly|allegedly|only|just|roughly|approximately|an?\s+estimated|estimated|about|around|"
    r"nearly|almost|over|under|some|well\s+over|more\s+than|fewer\s+than|less\s+than|"
    rf"(?:no|not){_THAN}|at\s+least|at\s+most|up\s+to|as\s+(?:many|much|few|little|high|low|long)\s+as|"
    r"(?:not\s+)?exceeding|not\s+to\s+exceed|in\s+excess\s+of|upwards?\s+of|"
    r"close\s+to|an?\s+(?:total|maximum|minimum|average)\s+of|maximum\s+of|minimum\s+of|an\s+additional|another|"
    r"(?:a\s+)?(?:dozen|hundred)\s+or)\s+)*"
)
LENGTH = (
    r"(?:(?:working|calendar|consecutive|business|additional|more|full)\s+)?"
    r"(?:hours?|minutes?|days?|weeks?|months?|years?)"
)
"""Pattern of a unit of time."""
_UNIT = (
    r"(?P<gap>[\s‑-]+)(?P<unit>percent(?:age\s+points?)?\b|per\s?cent\b|(?:{length})\b[’']?|"
    r"(?:(?-i:[A-Z][a-zé]+|U\.S\.|CFA)\s+)?(?:{money})s?\b|(?-i:{codes})(?!\w))"
)
_RANGE = r"(?:-?\s+to\s+|\s*[-–—]\s*|-?\s+and\s+|-?\s+or\s+|\s+versus\s+)"
_OR_MORE = r"\s+or\s+(?:more|fewer|less|longer|higher|lower|shorter|so)\b(?!\s+than)"
"""What bounds a measure after its unit: "five years or less"."""
_SIGN = r"(?:US\s?)?[$€£]\s?|(?-i:{codes})\s?"
_BASE = r"(?:\d{1,3}(?:,\d{3})+|(?:one\s+|1\s+)?(?:thousand|million))"


@cache
def figure_pattern() -> re.Pattern[str]:
    """Return what matches a figure with everything that belongs to it."""
    codes = "|".join(tables.text("vocabulary/currency_codes.txt").split())
    money = "|".join(tables.text("vocabulary/currencies.txt").split())
    unit = _UNIT.format(money=money, length=LENGTH, codes=codes)
    sign = _SIGN.format(codes=codes)
    number = rf"(?:{CARDINAL})"
    return re.compile(
        rf"(?<![\w.,/$€£×-])(?P<lead>(?:between|from)\s+)?(?P<text>(?P<qualifier>{_QUALIFIER})(?P<sign>{sign})?"
        rf"(?P<low>(?!0\d)(?!(?:1[5-9]|20)\d\d(?:s\b|[^\d,.]))(?:{number}|an?(?=\s(?:year|month|week|day)\b)))(?![\w])"
        rf"(?:(?:{unit.replace('(?P<', '(?P<low_')})?(?P<join>{_RANGE})(?P<high_sign>{sign})?(?P<high>{number})(?!\w))?"
        rf"(?P<more>\s+or\s+(?:more|fewer|less|so)\b)?(?:(?:\s?(?P<percent_sign>%)|{unit})(?P<or_more>{_OR_MORE})?)?"
        rf"(?:\s+(?:(?:in|of)\s+every|out\s+of(?:\s+every)?)\s+(?P<every>{number})(?!\w)|(?:(?<=\b[Oo]ne)|(?<=\b1))\s+in\s+(?P<chance>[a-z]+|\d\d?)(?=\s[a-z]))?"
        rf"(?:(?:\s+[a-z-]+){{0,3}}?\s+(?:per|for\s+every)\s+(?P<base>{_BASE})(?![\d,]))?)",
        re.IGNORECASE,
    )
