"""The view of what a report says of a topic that no heading of it is on, set apart from all else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.elsewhere import NOTHING_ELSEWHERE, TITLE
from hrreport.terminal.document import Rule, TextBlock, text_block
from hrreport.terminal.parts import GUTTER, labeled, pinpoint
from hrreport.terminal.spans import StyledSpan, clean_span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.model.elsewhere import Elsewhere
    from hrreport.terminal.document import Setting


def elsewhere_view(elsewhere: Elsewhere | None, *, whole: bool) -> Iterator[Setting]:
    """Yield the passages that hold words of a topic, under their headings.

    Args:
        elsewhere: What was found; nothing is shown for ``None``.
        whole: Whether whole paragraphs are shown, rather than the sentences alone.
    """
    if elsewhere is None:
        return
    yield Rule()
    yield text_block(TITLE, "strong")
    yield TextBlock((clean_span(elsewhere.notice, "notice"),), (StyledSpan("!", "notice"),), 2)
    yield text_block(elsewhere.sought, "faint", indent=2)
    if not elsewhere.mentions:
        yield text_block(NOTHING_ELSEWHERE, "faint", above=1)
    before: tuple[str, ...] = ()
    for mention in elsewhere.mentions:
        if mention.path != before:
            yield text_block(" › ".join(mention.path), "label", above=1)
        before = mention.path
        text = mention.paragraph.text if whole else mention.excerpt
        yield TextBlock(labeled(mention.paragraph.topic, text), pinpoint(mention.locator), GUTTER, above=int(whole))
