"""The hrreport command: group, shared options, failures, one module per command."""
