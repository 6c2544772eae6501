"""Answers as neutral blocks: heading, note, paragraph, table; one writer for each format shows them."""
