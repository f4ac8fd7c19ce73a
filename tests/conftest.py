"""Fixtures every test may use."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
_OF_THE_DEMO = (
    "app/test_design.py",
    "plan/test_api.py",
    "plan/test_structured.py",
    "test_links.py",
    "test_orders.py",
)
_NAMES = ("chromium", "google-chrome")
_QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the folder of real and hostile test data, or skip where it is not present."""
    folder = Path(os.environ.get("PAVGEN_TEST_DATA", "../shared"))
    folder = folder if folder.is_absolute() else (ROOT / folder).resolve()
    if not (folder / "corpora").is_dir():
        pytest.skip(f"no test data at {folder}; set PAVGEN_TEST_DATA")
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the system's Chromium, or skip where there is none.

    It stops with its module: playwright keeps an event loop running, and other tests of the
    same process need their own.
    """
    found = os.environ.get("PAVGEN_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), "")
    if not found:
        pytest.skip("no Chromium; set PAVGEN_CHROMIUM")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=list(_QUIET))
        yield started
        started.close()


def pytest_itemcollected(item: pytest.Item) -> None:
    """Keep the tests that share something costly in one process, so that it is made once.

    This is where a group can still be given: when all items are there, they have been dealt out.
    """
    place = item.path.relative_to(ROOT / "tests").as_posix()
    if "built_demo" in getattr(item, "fixturenames", ()):
        item.add_marker(pytest.mark.xdist_group("built demo"))
    elif place.startswith("browser/"):
        item.add_marker(pytest.mark.xdist_group(item.path.stem))
    elif place in _OF_THE_DEMO:
        item.add_marker(pytest.mark.xdist_group("demo"))
