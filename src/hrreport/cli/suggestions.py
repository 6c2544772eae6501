"""Suggestions for a command that was mistyped, or called by another name."""

from __future__ import annotations

import click

_OTHER_NAMES = {
    "bibliography": "cite",
    "citation": "cite",
    "contents": "sections",
    "fetch": "download",
    "find": "search",
    "get": "download",
    "history": "trend",
    "import": "add",
    "matrix": "compare",
    "open": "show",
    "outline": "sections",
    "print": "show",
    "quote": "verify",
    "read": "show",
    "text": "show",
    "toc": "sections",
    "update": "download",
    "view": "show",
    "years": "editions",
}
"""What people call our commands."""
_ALIKE = 0.6
"""Share of letters in common from which on a name is suggested."""


class SuggestingGroup(click.Group):
    """A group that names the likely ones for a command that it has not."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command's name, the command, and what follows it."""
        typed = args[0]
        if not typed.startswith("-") and not ctx.resilient_parsing and self.get_command(ctx, typed) is None:
            likely = likely_commands(typed, self.list_commands(ctx))
            asked = f" Did you mean {' or '.join(likely)}?" if likely else ""
            if not likely and ctx.parent is None:
                asked = _without_command(args)
            ctx.fail(f"No such command '{typed}'.{asked}")
        return super().resolve_command(ctx, args)


def _without_command(args: list[str]) -> str:
    """Return the question whether a report is to be summarized, where a country stands in a command's place."""
    from hrreport.catalogue.countries import country_of_printed_name

    country = country_of_printed_name(args[0])
    command = " ".join(("hrreport summarize", country.slug, *args[1:2])) if country else ""
    return f" Did you mean '{command}'?" if command else ""


def likely_commands(typed: str, names: list[str]) -> list[str]:
    """Return the commands that may be meant, the likeliest first.

    >>> likely_commands("summarise", ["summarize", "show"]), likely_commands("read", ["summarize", "show"])
    (['summarize'], ['show'])
    """
    import difflib

    known = [_OTHER_NAMES[typed.lower()]] if _OTHER_NAMES.get(typed.lower()) in names else []
    begun = [name for name in names if len(typed) > 1 and name.startswith(typed.lower())]
    return list(dict.fromkeys((*known, *begun, *difflib.get_close_matches(typed.lower(), names, cutoff=_ALIKE))))
