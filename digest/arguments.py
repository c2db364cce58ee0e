"""Arguments that several commands share: the digest's folder, and what counts as now."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import click

Root = click.argument("root", metavar="[DIR]", default=".", type=click.Path(path_type=Path))


def now(text: str | None = None) -> datetime:
    """Return what counts as now: what is asked for, else SOURCE_DATE_EPOCH, else the clock. UTC without an offset.

    click.UsageError when it can't be understood.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        if text:
            from digest.read.dates import parse_moment  # a build of nothing new is done before it would be loaded

            return parse_moment(text, UTC).at
        return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError) as error:
        if text:
            message = f"{error}; write 2025-04-12 or 2025-04-12T06:00+03:00"
            raise click.BadParameter(message, param_hint="--now") from error
        raise click.UsageError(f'SOURCE_DATE_EPOCH is "{epoch}", which is no number of seconds since 1970') from error
