"""Values become the text of a file, one module per format."""
