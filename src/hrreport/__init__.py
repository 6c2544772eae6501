"""Fetch, read, compare and cite the US State Department's Country Reports on Human Rights Practices."""
