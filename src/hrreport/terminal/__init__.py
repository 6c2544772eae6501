"""Values become Rich renderables; nothing is printed here."""
