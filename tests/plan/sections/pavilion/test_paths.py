"""Where everything of an event stands."""

from datetime import date

from pavgen.model.showing import Showing
from pavgen.plan.sections.pavilion.paths import record_paths
from tests.plan.sections.pavilion.agendas import BEFORE, fair


def paths(tmp_path, day):
    event = fair(tmp_path).programme.events["fair"]
    return dict(record_paths(event, "/fair/", Showing(day)))


def test_booths_are_places_on_the_floor_and_sessions_and_speakers_have_pages(tmp_path):
    found = paths(tmp_path, date(2026, 6, 15))

    assert found["event", "fair"] == "/fair/"
    assert found["booth", "fair/b2"] == "/fair/floor/#b2"
    assert found["session", "fair/mills"] == "/fair/agenda/sessions/mills/"
    assert found["speaker", "fair/ida-holm"] == "/fair/agenda/speakers/ida-holm/"


def test_before_the_agenda_is_out_nothing_of_it_has_an_address(tmp_path):
    assert {kind for kind, _ in paths(tmp_path, BEFORE)} == {"event", "booth"}
