"""Entry of the ``hrreport`` command and of ``python -m hrreport``."""

from __future__ import annotations


def main() -> None:
    """Run the command line and exit with its code."""
    from hrreport.cli.failures import written
    from hrreport.cli.group import hrreport

    with written():
        hrreport(prog_name="hrreport")


if __name__ == "__main__":
    main()
