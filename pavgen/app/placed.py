"""The placement of a project, with what earlier builds remember of its ledgers."""

from datetime import date
from pathlib import Path

from pavgen.files.remembered import recall, remember
from pavgen.kernel.diagnostics import Checked
from pavgen.model.ledger import PLACEMENTS
from pavgen.model.programme import Programme
from pavgen.place.memory import state_json, state_of, states_of
from pavgen.place.placement import Placement
from pavgen.place.placing import place

_LATEST = 3
"""How many of a group's last periods are looked for: a build is seldom of an earlier one."""


def placed(root: Path, programme: Programme, as_of: date) -> Checked[Placement]:
    """Place a programme, from the latest states that are remembered on; nothing is written."""
    digests = [
        str(entry.body["prev"])
        for ledger in programme.ledgers.values()
        for entry in [e for e in ledger.entries if e.type in PLACEMENTS][-_LATEST:]
    ]
    recalled = recall(root, digests).items()
    memory = {name: state for name, value in recalled if (state := state_of(value)) is not None}
    return place(programme, as_of, memory)


def remember_states(root: Path, placement: Placement) -> None:
    """Keep the states that a placement went through, for the builds to come."""
    remember(root, {name: state_json(state) for name, state in states_of(placement).items()})
