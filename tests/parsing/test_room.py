from __future__ import annotations

import subprocess
import sys


def test_the_version_is_read_without_the_libraries_that_read_html() -> None:
    code = "import sys; from hrreport.parsing import PARSER_VERSION; print(sorted({'bs4', 'lxml'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
