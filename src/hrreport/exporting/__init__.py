"""Write values as the text of a file, one module per format."""
