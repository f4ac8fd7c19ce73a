"""Write the fictional directory as a project of one generator.

    python benchmarks/peers/directory.py GENERATOR[:VARIANT] PARTNERS FOLDER

GENERATOR is `pavgen`, `hugo`, `eleventy` or `pelican`; pavgen has the variants `logos` and `full`.
The folder is made anew. The same words give the same bytes, on any machine.
"""

import argparse
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.peers import eleventy_project, hugo_project, pavgen_project, pelican_project

ROOM = Path(__file__).parent
PEERS = {
    "hugo": hugo_project.project_files,
    "eleventy": eleventy_project.project_files,
    "pelican": pelican_project.project_files,
}
STYLE = {
    "hugo": "static/style.css",
    "eleventy": "src/style.css",
    "pelican": "content/extra/style.css",
}


def main() -> int:
    """Write one project."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("generator", help="pavgen[:logos|:full], hugo, eleventy or pelican")
    parser.add_argument("partners", type=int)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    generator, _, variant = asked.generator.partition(":")
    count = write_directory(generator, asked.partners, asked.folder, variant)
    print(f"{count} files in {asked.folder}")
    return 0


def write_directory(generator: str, partners: int, folder: Path, variant: str = "") -> int:
    """Write the project's files into a new folder; return how many there are."""
    shutil.rmtree(folder, ignore_errors=True)
    made: set[Path] = set()
    count = 0
    for name, text in _files(generator, partners, variant):
        path = folder / name
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_text(text, encoding="utf-8")
        count += 1
    shutil.copytree(ROOM / generator, folder, dirs_exist_ok=True)
    if generator in PEERS:
        style = folder / STYLE[generator]
        style.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOM / "style.css", style)
    return count


def _files(generator: str, partners: int, variant: str) -> Iterator[tuple[str, str]]:
    if generator == "pavgen":
        return pavgen_project.project_files(partners, variant)
    if generator not in PEERS:
        raise SystemExit(f"there is no generator `{generator}`")
    return PEERS[generator](partners)


if __name__ == "__main__":
    sys.exit(main())
