#!/usr/bin/env python3
"""Everyday tasks on a fresh machine: it needs Python 3.11 or later, and nothing else.

python3 dev.py demo      show the demo programme in a browser
python3 dev.py test      run every check and every test; with --coverage say what they reach
python3 dev.py docs      write the generated parts of docs/ and schema/ anew
python3 dev.py screenshots [--output DIR]   photograph every kind of page of the demo
python3 dev.py lock      pin all that is installed here, each file by its digest (needs uv)
python3 dev.py bench [OPTION …]   measure how fast sites are built (docs/benchmarks.md)
"""

from __future__ import annotations  # so that an older Python can read this and find a newer one

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / ".installed"
LOCK = ROOT / "requirements" / "ci.txt"
LOCKED = (
    ("ci", ["pyproject.toml", "requirements/ci.in", "--extra", "dev"]),
    ("pavgen", ["pyproject.toml", "--constraint", "requirements/ci.txt"]),
    ("audit", ["requirements/audit.in"]),
    ("release", ["requirements/release.in"]),
)
OLDEST = (3, 11)
NEWER_NAMES = ("python3.14", "python3.13", "python3.12", "python3.11")
CHECKS = (
    ("style", ["ruff", "check"]),
    ("format", ["ruff", "format", "--check"]),
    ("types", ["mypy", "pavgen", "tests", "dev.py", "docs/generate.py"]),
    ("layers", ["lint-imports"]),
    ("generated files", ["python", "docs/generate.py", "--check"]),
    ("tests", ["pytest", "-n", "2"]),
)
COVERAGE = ["--cov", "--cov-report=term"]


def main() -> int:
    """Run the task that was named."""
    rerun_with_newer_python()
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    tasks = parser.add_subparsers(dest="task", metavar="TASK", required=True)
    demo = tasks.add_parser("demo", help="build the demo programme and serve it on this machine")
    demo.add_argument("--build-only", action="store_true", help="build, and do not serve")
    demo.add_argument("--port", default="8000", help="the first port to serve on")
    test = tasks.add_parser("test", help="run every check and every test")
    test.add_argument("--coverage", action="store_true", help="say which lines they do not reach")
    docs = tasks.add_parser("docs", help="write the generated parts of docs/ and schema/ anew")
    docs.add_argument("--check", action="store_true", help="only say whether they are up to date")
    shots = tasks.add_parser("screenshots", help="photograph every kind of page of the demo")
    shots.add_argument("--output", default="build/screenshots", metavar="DIR", help="where to")
    tasks.add_parser("lock", help="pin all that is installed here, in requirements/")
    tasks.add_parser("bench", add_help=False, help="measure how fast sites are built")
    given, further = parser.parse_known_args()
    if further and given.task != "bench":
        parser.error(f"unrecognized arguments: {' '.join(further)}")
    os.chdir(ROOT)
    if given.task == "demo":
        return run_demo(build_only=given.build_only, port=given.port)
    if given.task == "lock":
        return lock_versions()
    if given.task == "screenshots":
        return take_screenshots(given.output)
    if given.task == "test":
        return run_tests(coverage=given.coverage)
    if given.task == "bench":
        return run_benchmark(further)
    return write_docs(check=given.check)


def run_demo(*, build_only: bool, port: str) -> int:
    """Install what a user needs, then build the demo programme, and serve it."""
    install()
    if build_only:
        return run(["pavgen", "build"])
    return run(["pavgen", "serve", "--port", port])


def run_tests(*, coverage: bool) -> int:
    """Run all checks, also after one has failed, and say which did.

    Coverage is counted on request only: it doubles the time that the tests take.
    """
    install("dev")
    failed = []
    for name, command in CHECKS:
        print(f"\n== {name}: {' '.join(command)}", flush=True)
        start = time.monotonic()
        if run([*command, *(COVERAGE if coverage and name == "tests" else [])]):
            failed.append(name)
        print(f"== {name}: {time.monotonic() - start:.0f} s", flush=True)
    print(f"\nfailed: {', '.join(failed)}" if failed else "\nall checks passed", flush=True)
    return 1 if failed else 0


def write_docs(*, check: bool) -> int:
    """Write the generated files, or say which are out of date."""
    install()
    return run(["python", "docs/generate.py", *(["--check"] if check else [])])


def take_screenshots(output: str) -> int:
    """Build the demo programme and photograph every kind of page of its sites."""
    install("dev")
    return run(["python", "docs/screenshots.py", output])


def lock_versions() -> int:
    """Write the newest allowed versions of all that is installed here, and their digests."""
    install("dev")
    uv = shutil.which("uv")
    if uv is None:
        sys.exit("dev.py: this needs uv; `python3 -m pip install uv` installs it")
    shape = ["--upgrade", "--universal", "--python-version", ".".join(map(str, OLDEST))]
    told = ["--generate-hashes", "--no-annotate", "--custom-compile-command", "python3 dev.py lock"]
    for name, asked in LOCKED:
        out = ["--output-file", f"requirements/{name}.txt"]
        command = [uv, "pip", "compile", "--quiet", *asked, *out, *shape, *told]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            return 1
    return 0


def run_benchmark(options: list[str]) -> int:
    """Build the same directory with pavgen and with its peers, and say how long each takes."""
    install()
    return run(["python", "benchmarks/compare.py", *options])


def install(extra: str = "") -> None:
    """Make .venv and install pavgen into it, unless that was done for these very requirements.

    The checks run with the locked versions alone, each file known by its digest; to use pavgen,
    any versions do that its requirements allow.
    """
    asked = (ROOT / "pyproject.toml").read_bytes() + LOCK.read_bytes()
    wanted = f"{sys.version_info[:2]} {hashlib.sha256(asked).hexdigest()}"
    done = STAMP.read_text().splitlines() if STAMP.is_file() else []
    if done[:1] == [wanted] and (not extra or extra in done[1:]):
        return
    if not (VENV / "bin" / "python").exists():
        make_venv()
    what = "pavgen and what its checks need" if extra else "pavgen"
    print(f"installing {what} into .venv (once; needs the network)", flush=True)
    pip = ["python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    locked = ["--require-hashes", "-r", str(LOCK)]
    own = ["-e", ".", *(["--no-deps", "--no-build-isolation"] if extra else [])]
    for asked_of_pip in ([locked] if extra else []) + [own]:
        if run([*pip, *asked_of_pip]):
            sys.exit("dev.py: pip could not install the dependencies; is there a network?")
    extras = {*(done[1:] if done[:1] == [wanted] else []), *([extra] if extra else [])}
    STAMP.write_text("\n".join([wanted, *sorted(extras)]) + "\n")


def make_venv() -> None:
    """Make the virtual environment, or say what the machine lacks."""
    lacking = (
        "dev.py: this Python cannot make virtual environments; install its venv module "
        "(on Debian and Ubuntu: apt install python3-venv), then run this again"
    )
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        sys.exit(lacking)
    print("making .venv", flush=True)
    if subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False).returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        sys.exit(lacking)


def run(command: list[str]) -> int:
    """Run a program of the virtual environment; return its exit status."""
    program = str(VENV / "bin" / command[0])
    try:
        return subprocess.run([program, *command[1:]], cwd=ROOT, check=False).returncode
    except KeyboardInterrupt:
        return 130


def rerun_with_newer_python() -> None:
    """Where `python3` is too old, go on with a newer one that is installed beside it."""
    if sys.version_info >= OLDEST:
        return
    for name in NEWER_NAMES:
        newer = shutil.which(name)
        if newer:
            again = [newer, str(Path(__file__).resolve()), *sys.argv[1:]]
            os.execv(newer, again)  # noqa: S606 - no shell is wanted
    wanted = ".".join(str(number) for number in OLDEST)
    sys.exit(f"dev.py: Python {wanted} or later is needed; this is {sys.version.split()[0]}")


if __name__ == "__main__":
    sys.exit(main())
