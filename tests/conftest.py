"""Fixtures every test may use."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

# How long an example takes depends on what else the machine does, and decides nothing.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

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


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    """Deal the tests out so that those which share something costly stay in one process."""
    return _ByWhatIsShared(config, log)


class _ByWhatIsShared(LoadScopeScheduling):  # type: ignore[misc] # it tells no types
    """Deals out what shares something costly together, and else module by module."""

    def _split_scope(self, nodeid: str) -> str:
        place = nodeid.partition("::")[0].removeprefix("tests/")
        if place in _OF_THE_DEMO:
            return "demo"
        if place.startswith("hostile/"):
            return "hostile"
        return place
