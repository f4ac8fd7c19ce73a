"""Fixtures every test may use."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the folder of real and hostile test data, or skip where it is not present."""
    folder = Path(os.environ.get("PAVGEN_TEST_DATA", "../shared"))
    folder = folder if folder.is_absolute() else (ROOT / folder).resolve()
    if not (folder / "corpora").is_dir():
        pytest.skip(f"no test data at {folder}; set PAVGEN_TEST_DATA")
    return folder
