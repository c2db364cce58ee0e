import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of odd and hostile inputs: `DIGEST_CORPORA` or `../shared/corpora` beside the checkout."""
    named = os.environ.get("DIGEST_CORPORA")
    folder = Path(named) if named else ROOT.parent / "shared" / "corpora"
    if not folder.is_dir():
        pytest.skip(f"not run: no corpora in {folder} (set DIGEST_CORPORA)")
    return folder
