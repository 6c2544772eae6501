"""What a report says: kinds, sources, figures, assessments, key findings, summaries, issues."""
