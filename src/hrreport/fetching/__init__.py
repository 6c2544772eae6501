"""Fetch pages: client, retries, pauses, mirrors, web archives, refusals.

How often and after which statuses an address is asked again is in `retry`, and what it may cost in `sources`.
"""
