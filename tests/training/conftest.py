"""Scripts that need scikit-learn and labelled reports: not tests."""

collect_ignore_glob = ["*.py"]
