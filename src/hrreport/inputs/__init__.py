"""What the command line and the Python interface are given: settings, and what was typed for countries and places."""
