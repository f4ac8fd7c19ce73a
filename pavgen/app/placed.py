"""The placement of a project, with what earlier builds remember of its ledgers."""

import json
from collections.abc import Mapping
from datetime import date

from pavgen.app.means import Means
from pavgen.kernel.canonical import Json
from pavgen.kernel.diagnostics import Checked
from pavgen.model.ledger import PLACEMENTS
from pavgen.model.programme import Programme
from pavgen.place.engine import GroupState
from pavgen.place.memory import state_json, state_of, states_of
from pavgen.place.placement import Placement
from pavgen.place.placing import place

ROOM = "state"
_LATEST = 3
"""How many of a group's last periods are looked for: a build is seldom of an earlier one."""


def placed(programme: Programme, as_of: date, means: Means | None = None) -> Checked[Placement]:
    """Place a programme, from the latest states that are remembered on.

    A state is known by the digest of the ledger's line that it stands before, which follows
    from everything that led to it.
    """
    memory = (means or Means()).memory
    lines = [
        str(entry.body["prev"])
        for ledger in programme.ledgers.values()
        for entry in [e for e in ledger.entries if e.type in PLACEMENTS][-_LATEST:]
    ]
    recalled = memory.recall(ROOM, [line.encode() for line in lines])
    states = _states(recalled)
    answer = place(programme, as_of, states)
    new = {line: state for line, state in states_of(answer.value).items() if line not in states}
    memory.keep(ROOM, {line.encode(): _written(state_json(state)) for line, state in new.items()})
    return answer


def _states(recalled: Mapping[bytes, bytes]) -> dict[str, GroupState]:
    found = {}
    for line, data in recalled.items():
        try:
            value: Json = json.loads(data)
        except ValueError:
            continue
        state = state_of(value)
        if state is not None:
            found[line.decode()] = state
    return found


def _written(value: Json) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()
