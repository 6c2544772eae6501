"""A locator becomes a citation, as a string or as a record."""
