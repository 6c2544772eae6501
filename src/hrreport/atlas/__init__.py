"""Which page holds which report of an edition: its lists, walked and remembered, and the way by era."""
