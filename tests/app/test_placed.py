from datetime import date
from pathlib import Path

from pavgen.app.load import load_project
from pavgen.app.means import Means
from pavgen.app.placed import ROOM, placed
from pavgen.place.placing import place
from tests.app.kept import Kept

DAY = date(2026, 11, 21)
ROOT = Path(__file__).parents[2]


def test_placement_is_the_same_with_and_without_what_is_remembered():
    programme = load_project(ROOT).value.programme
    anew = place(programme, DAY)
    memory = Kept()
    means = Means(memory)
    assert placed(programme, DAY, means) == anew
    assert [room for room, _ in memory.values] == [ROOM] * len(programme.ledgers)
    assert placed(programme, DAY, means) == anew
    memory.values = dict.fromkeys(memory.values, b"spoiled")
    assert placed(programme, DAY, means) == anew
