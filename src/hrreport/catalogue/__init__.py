"""Countries, editions and topics: the names people type, and the rows of the data tables."""
