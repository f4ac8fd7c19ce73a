import shutil
from datetime import date
from pathlib import Path

from pavgen.app.load import load_project
from pavgen.app.placed import placed, remember_states
from pavgen.place.placing import place

DAY = date(2026, 11, 21)
ROOT = Path(__file__).parents[2]


def test_placement_is_the_same_with_and_without_what_is_remembered(tmp_path):
    programme = load_project(ROOT).value.programme
    anew = place(programme, DAY)
    remember_states(tmp_path, anew.value)
    kept = list((tmp_path / ".pavgen-cache/states").iterdir())
    assert len(kept) == len(programme.ledgers)
    assert placed(tmp_path, programme, DAY) == anew
    for path in kept:
        path.write_text("spoiled")
    assert placed(tmp_path, programme, DAY) == anew
    shutil.rmtree(tmp_path / ".pavgen-cache")
    assert placed(tmp_path, programme, DAY) == anew


def test_placing_writes_nothing(tmp_path):
    placed(tmp_path, load_project(ROOT).value.programme, DAY)
    assert list(tmp_path.iterdir()) == []
