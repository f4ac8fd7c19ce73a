import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pavgen.place.engine import GroupState
from pavgen.place.memory import state_json, state_of, states_of
from pavgen.place.placing import place
from pavgen.place.rounds import GroupRule
from tests.place.ledgers import MONDAY, small, with_ledger
from tests.place.rounds import equal, played, round_of


def test_states_of_every_strategy_are_read_as_they_were_written():
    for rule in (GroupRule("balanced"), GroupRule("quota", slots=2), GroupRule("rotation")):
        state = played(rule, [round_of(f"w{n}", equal(5)) for n in range(3)])[-1][1]
        again = state_of(json.loads(json.dumps(state_json(state))))
        assert again == replace(state, recent=())


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(("kept_by", "accounts", "members", "columns", "t", "")),
                inner,
                max_size=4,
            )
        ),
        max_leaves=8,
    )
)
def test_anything_else_is_no_state(value):
    found = state_of(value)
    assert found is None or isinstance(found, GroupState)


def test_state_before_a_recorded_period_is_remembered_by_the_line_before_it():
    made = with_ledger(small("ada", "bob"), [MONDAY])
    states = states_of(place(made, MONDAY).value)
    assert states == {made.ledgers["main"].entries[0].digest: GroupState()}
