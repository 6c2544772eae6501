"""Write values as files: documents of blocks, reports, tables, JSON, and the dataset."""
