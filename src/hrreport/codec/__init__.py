"""Values to JSON and back: the stored form and the public form."""
