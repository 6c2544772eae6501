"""The dataset: stored reports as tables in Parquet, with files that describe them."""
