"""Fetch pages: client, retries, pauses, mirrors, web archives, refusals."""
