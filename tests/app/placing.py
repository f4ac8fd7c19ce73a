"""A project with several partners on the disk, small enough to load in no time."""

import shutil
from datetime import date, timedelta
from pathlib import Path

from pavgen.app.new import NewRequest, new

DAY = date(2026, 11, 21)  # a Saturday, in 2026-W47
WEEK = timedelta(days=7)
POLICY = """\
version: 1
groups:
  main:
    strategy: balanced
    weights: tier
    period: week
    seed: {source: a beacon, value: abc}
  spot:
    strategy: quota
    period: week
    seed: {source: a beacon, value: abc}
opportunities:
  directory-list:
    title: All partners
    rationale: A test.
    group: main
  home-spotlight:
    title: In the spotlight
    rationale: A test.
    group: spot
    slots: 2
"""
NAMES = ("anchor", "beacon", "cutter", "dory", "ensign")


def placement_project(folder: Path, names=NAMES, policy: str = POLICY) -> Path:
    """Make a project whose partners, of two tiers in turn, joined years ago."""
    root = folder / "north-sea"
    assert new(NewRequest("project", "north-sea", root, DAY)).ok
    shutil.rmtree(root / "partners/example-partner")
    shutil.rmtree(root / "content/solutions")
    (root / "content/standing/example-partner.yaml").unlink()
    (root / "content/placement/policy.yaml").write_text(policy)
    for number, name in enumerate(names):
        add_partner(root, name, tier=("gold", "silver")[number % 2])
    return root


def add_partner(root: Path, name: str, *, tier: str = "gold", joined: str = "2020-01-01") -> None:
    """Add a partner; its id is its name with `p-` before it."""
    (root / f"partners/{name}").mkdir(parents=True)
    (root / f"partners/{name}/listing.yaml").write_text(
        f"name: {name.title()}\ntagline: It sails.\nwebsite: https://{name}.example/\n"
        "types: [integrator]\nsolution_areas: []\nregions: []\n"
    )
    (root / f"partners/{name}/about.md").write_text("We sail.\n")
    (root / f"content/standing/{name}.yaml").write_text(
        f"id: p-{name}\nstatus: active\ntier: {tier}\njoined: {joined}\n"
    )


def suspend(root: Path, name: str, first: str, last: str) -> None:
    """Suspend a partner from a day on, until another."""
    path = root / f"content/standing/{name}.yaml"
    path.write_text(f"{path.read_text()}suspended: {{from: {first}, until: {last}}}\n")
