"""Facts as CSV, TOML and HTML; no code. `hrreport.facts` reads them."""
