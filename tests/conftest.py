import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import expect

ROOT = Path(__file__).parent.parent

# A busy machine is no fault: examples are judged by what they give, not by how long they take.
settings.register_profile("digest", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("digest")
expect.set_options(timeout=30_000)  # milliseconds


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of odd and hostile inputs: `DIGEST_CORPORA` or `../shared/corpora` beside the checkout."""
    named = os.environ.get("DIGEST_CORPORA")
    folder = Path(named) if named else ROOT.parent / "shared" / "corpora"
    if not folder.is_dir():
        pytest.skip(f"not run: no corpora in {folder} (set DIGEST_CORPORA)")
    return folder
