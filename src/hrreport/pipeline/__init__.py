"""The use cases: obtain a report, add a saved page, download many, verify and check quotations, list revisions."""
