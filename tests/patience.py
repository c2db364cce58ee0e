"""How long hostile input may take.

What is promised is checked where a machine is idle: `DIGEST_PUNCTUAL=1 pytest -k time`. Elsewhere, tests let ten times
as much pass: a busy machine breaks no rule, and a pattern that goes astray takes minutes.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time

_PATIENCE = 1 if os.environ.get("DIGEST_PUNCTUAL") else 10


@contextmanager
def ends_within(seconds: float) -> Iterator[None]:
    """What is done inside takes so many seconds of processor time at most."""
    start = process_time()
    yield
    assert process_time() - start < seconds * _PATIENCE
