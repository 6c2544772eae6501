"""Interpret input: settings, and countries, years and places as typed."""
