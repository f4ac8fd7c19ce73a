from pavgen.place.reasoning_kinds import ReasonKind
from pavgen.place.reasoning_pick_words import PICK_PLACES


def test_each_text_belongs_to_a_kind_of_reason():
    kinds = [kind.value for kind in ReasonKind if kind.value.startswith("pick-")]
    parted = {
        key
        for key in PICK_PLACES
        if any(key.split("why-")[1].removeprefix("short-").startswith(kind) for kind in kinds)
    }
    assert set(PICK_PLACES) - parted == {"why-pick-moment"}
