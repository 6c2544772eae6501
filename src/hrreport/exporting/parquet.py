"""Parquet: stored paragraphs as a table of columns, for DuckDB, pandas and Spark; needs the extra ``parquet``."""

from __future__ import annotations

from itertools import islice
from typing import IO, TYPE_CHECKING, Any

from hrreport.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_BATCH = 20_000
"""Rows that are held, and compressed, together."""

_TEXT = (
    "country", "name", "section", "topic", "text", "title", "published", "published_from", "url", "origin",
    "retrieved_at", "sha256",
)  # fmt: skip
_NUMBER = ("year", "revision", "paragraph")
_SEVERAL = ("path", "subjects", "kinds")


def write_rows(rows: Iterable[Mapping[str, Any]], file: IO[bytes]) -> int:
    """Write rows as `hrreport.codec.holdings.stored_paragraph_json` makes them; return how many.

    Args:
        rows: The rows; only some thousands are held at a time.
        file: Where they are written.

    Raises:
        InputError: The library that writes Parquet is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise InputError(
            "Parquet needs pyarrow, which is not installed", hint="install it: pip install 'hrreport[parquet]'"
        ) from error
    kinds = {**dict.fromkeys(_TEXT, pa.string()), **dict.fromkeys(_NUMBER, pa.int32())}
    kinds |= dict.fromkeys(_SEVERAL, pa.list_(pa.string()))
    remaining = iter(rows)
    batch = list(islice(remaining, _BATCH))
    schema = pa.schema([(name, kinds[name]) for name in (batch[0] if batch else kinds)])
    written = 0
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        while batch:
            writer.write_table(pa.Table.from_pylist(batch, schema=schema))
            written += len(batch)
            batch = list(islice(remaining, _BATCH))
    return written
