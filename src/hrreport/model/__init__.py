"""Frozen values: countries, reports, locators, retrievals, findings, summaries."""
