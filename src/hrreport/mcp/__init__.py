"""Tools for assistants: reports read word for word, over the Model Context Protocol."""
