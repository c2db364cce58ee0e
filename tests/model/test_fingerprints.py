import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from digest.model import Correction, fingerprint
from digest.model.fingerprints import SIZE

CORRECTION = Correction(date(2025, 4, 12), "It was B.")
ELSEWHERE = "from digest.model import fingerprint; print(fingerprint(frozenset('abcdefgh')).hex())"


def test_equal_values_have_equal_fingerprints() -> None:
    """A fingerprint is a few bytes that hang on the value alone, not on how it was put together."""
    assert fingerprint(CORRECTION) == fingerprint(replace(CORRECTION))
    assert fingerprint({"a": 1, "b": 2}) == fingerprint({"b": 2, "a": 1})
    assert len(fingerprint(CORRECTION)) == SIZE


@pytest.mark.parametrize("other", [replace(CORRECTION, note=""), replace(CORRECTION, date=date(2025, 4, 13)), None, ()])
def test_another_value_has_another_fingerprint(other: object) -> None:
    """A fingerprint changes with any part of the value."""
    assert fingerprint(CORRECTION) != fingerprint(other)


def test_another_process_finds_the_same_fingerprint() -> None:
    """What one build has noted is found by the next, whatever order Python gives its sets."""
    found = {
        subprocess.run(
            [sys.executable, "-c", ELSEWHERE], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in "12"
    }
    assert found == {f"{fingerprint(frozenset('abcdefgh')).hex()}\n".encode()}
