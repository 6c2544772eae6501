"""The public form of what a report says of a topic without a heading; part of the JSON contract, version 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hrreport.codec.contract import Json
    from hrreport.model.elsewhere import Elsewhere, Mention


def elsewhere_json(elsewhere: Elsewhere | None) -> Json | None:
    """Return the passages that hold words of a topic; ``None`` where no topic was asked for, or a heading is on it."""
    if elsewhere is None:
        return None
    return {
        "topic": elsewhere.topic,
        "name": elsewhere.name,
        "notice": elsewhere.notice,
        "words": list(elsewhere.words),
        "passages": [_mention(mention) for mention in elsewhere.mentions],
    }


def _mention(mention: Mention) -> Json:
    texts = mention.paragraph.sentences
    return {
        "section": mention.section.id,
        "path": list(mention.path),
        "paragraph": mention.paragraph.number,
        "topic": mention.paragraph.topic,
        "text": mention.paragraph.text,
        "sentences": [{"sentence": number, "text": texts[number - 1]} for number in mention.sentences],
    }
