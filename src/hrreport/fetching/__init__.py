"""How pages are obtained: client, retries, pauses, mirror, web archives, refusals."""
