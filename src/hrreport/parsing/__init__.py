"""A snapshot becomes a report: page layouts, headings, outline, paragraphs."""
