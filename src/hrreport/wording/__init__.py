"""Words for values: assessments, changes, verdicts, hits; the same in every view and format."""
