"""Facts as CSV, TOML and HTML; no code. `hrreport.tables` reads them."""
