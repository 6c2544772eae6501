"""Set values as Rich renderables; nothing is printed here."""
