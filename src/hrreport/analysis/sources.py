"""Sources: to whom a sentence attributes its information, in the sentence's own words.

Three forms are known: "according to UNHCR", "observers noted that ..." with the verbs of
``vocabulary/source_verbs.csv``, and "as documented by monitors". A body that is merely mentioned is no
source; a pronoun is left alone; bare "reports" are nobody.
"""

from __future__ import annotations

import re

from hrreport.analysis.attribution import find_attributions
from hrreport.analysis.source_names import clean_name, is_source, source_type, split_names
from hrreport.model.finding import Source

_ACCORDING = re.compile(
    r"\b[Aa]ccording to (?P<name>[^;:]+?)"
    r"(?=$|[.;:]|,\s(?!and\b)(?:[a-z]|[A-Z“\d])|,$|\s(?:which|who|that|while|because|although|was|were|had|there)\b)"
)
_BY = re.compile(
    r"\b(?:reported|criticized|documented|alleged|cited|conducted|estimated|noted|condemned|described|raised|expressed|"
    r"published|identified) by (?P<name>[^,;:.]+?)"
    r"(?=$|[.;:,]|\s(?:that|as|which|who|was|were|on|in|during|indicated|found|showed|reported|stated|for|since)\b)"
)


def find_sources(sentence: str) -> tuple[Source, ...]:
    """Return the sources that a sentence attributes its information to, each once, in order.

    >>> [s.name for s in find_sources("According to UNHCR, camps were full, and observers noted shortages.")]
    ['UNHCR', 'observers']
    """
    patterns = [p for p, sign in ((_ACCORDING, "ccording to"), (_BY, " by ")) if sign in sentence]
    phrases = [(m.start("name"), m["name"]) for pattern in patterns for m in pattern.finditer(sentence)]
    phrases += find_attributions(sentence)
    names: dict[str, None] = {}
    for _, phrase in sorted(phrases):
        for name in map(clean_name, split_names(phrase)):
            if is_source(name) and not any(name in other for other in names):
                names[name] = None
    return tuple(Source(name, source_type(name)) for name in names)
