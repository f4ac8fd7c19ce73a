"""Our data classes against those of the standard library: whatever one does, the other does."""

import copy
import dataclasses
import operator
import pickle

import pytest

from pavgen.kernel.values import dataclass

KINDS = [
    {"frozen": frozen, "slots": slots, "kw_only": kw_only}
    for frozen in (True, False)
    for slots in (True, False)
    for kw_only in (True, False)
]


def define(made_by, **options):
    """Define a class of every sort of field, one that inherits from it, and one of its own mind."""

    @made_by(**options)
    class Base:
        name: str
        size: int = 3
        tags: list[str] = dataclasses.field(default_factory=list)
        quiet: str = dataclasses.field(default="q", repr=False)
        apart: int = dataclasses.field(default=0, compare=False)
        length: int = dataclasses.field(init=False, default=0)

        def __post_init__(self):
            object.__setattr__(self, "length", len(self.name))

    @made_by(**options)
    class Below(Base):
        more: tuple[int, ...] = ()

        def __repr__(self):
            return "below"

    @made_by(**options)
    class Own:  # noqa: PLW1641 - the decorator adds `__hash__` where the class is frozen
        name: str

        def __eq__(self, other):
            return self.name[:1] == other.name[:1]

    for kind in (Base, Below, Own):
        kind.__qualname__ = kind.__name__
    return Base, Below, Own


def outcome(act):
    """Return what an act gives, or the error it ends in."""
    try:
        return act()
    except (AttributeError, TypeError) as error:
        return type(error), str(error).replace("define.<locals>.", "")


def told(base, below, own):
    """Return all that can be seen of three classes and of objects of them."""
    one = base(name="ab", tags=["x"])
    other = base(name="ab", tags=["x"], apart=7, quiet="q")
    third = base(name="ab", tags=["x"], quiet="other")
    low = below(name="ab", tags=["x"], more=(1,))
    acts = {
        "repr": lambda: repr(one),
        "repr of its own": lambda: repr(low),
        "equal but for what is not compared": lambda: one == other,
        "other in what is not shown": lambda: one == third,
        "not of the class": lambda: (one == low, low == one, one == "ab", one != other),
        "equal in a way of its own": lambda: own(name="ab") == own(name="ac"),
        "hash beside that": lambda: hash(own(name="ab")) == hash(own(name="ab")),
        "order": lambda: one < other,
        "hash of a list": lambda: hash(one),
        "hash": lambda: hash(base(name="a", tags=())) == hash(base(name="a", tags=(), apart=2)),
        "in a set": lambda: len({base(name="a", tags=()), base(name="a", tags=())}),
        "positions": lambda: base("a", 4).size,
        "nothing": base,
        "too much": lambda: base(name="a", none=1),
        "set": lambda: setattr(one, "size", 5),
        "after": lambda: one.size,
        "delete": lambda: delattr(other, "size"),
        "shared default": lambda: base(name="a").tags is base(name="a").tags,
        "replace": lambda: repr(dataclasses.replace(third, name="xyz", apart=1)),
        "asdict": lambda: dataclasses.asdict(low),
        "fields": lambda: [(f.name, f.kw_only) for f in dataclasses.fields(below)],
        "match": lambda: below.__match_args__,
        "slots": lambda: [getattr(kind, "__slots__", None) for kind in (base, below)],
        "copy": lambda: (copy.copy(low) == low, copy.deepcopy(low) == low, low.more),
    }
    return {name: outcome(act) for name, act in acts.items()}


@pytest.mark.parametrize("options", KINDS, ids=str)
def test_a_class_does_all_that_one_of_the_standard_library_does(options):
    expected = told(*define(dataclasses.dataclass, **options))

    assert told(*define(dataclass, **options)) == expected


def test_objects_in_order_are_compared_by_their_fields_and_with_their_own_kind_alone():
    @dataclass(frozen=True, slots=True, order=True)
    class Step:
        number: int
        name: str = ""

    @dataclass(frozen=True, order=True)
    class Other:
        number: int

    low, high = Step(1, "b"), Step(2, "a")

    assert (low < high, low > high, low <= Step(1, "b"), high >= low) == (True, False, True, True)
    assert sorted([high, low, Step(1, "a")]) == [Step(1, "a"), low, high]
    with pytest.raises(TypeError, match="not supported"):
        operator.lt(low, Other(3))


@dataclass(frozen=True, slots=True)
class Pickled:
    name: str
    more: tuple[int, ...] = ()


def test_an_object_of_slots_is_pickled_though_nobody_may_change_it():
    kept = pickle.dumps(Pickled("a", (1, 2)))

    assert pickle.loads(kept) == Pickled("a", (1, 2))  # noqa: S301 - our own bytes


def test_an_object_that_holds_itself_can_be_shown():
    @dataclass(slots=True)
    class Knot:
        end: object = None

    knot = Knot()
    knot.end = knot

    assert repr(knot).endswith("Knot(end=...)")


def test_a_class_without_fields_has_objects_that_are_all_the_same():
    @dataclass(frozen=True, slots=True)
    class Nothing:
        pass

    assert (Nothing(), hash(Nothing())) == (Nothing(), hash(Nothing()))
    assert Nothing.__doc__ == "Nothing"


def test_methods_are_compiled_for_the_first_object_and_not_before(monkeypatch):
    compiled = []

    def noticed(text, *given):
        compiled.append(text)
        exec(text, *given)  # noqa: S102 - what the standard library does

    monkeypatch.setattr(dataclasses, "exec", noticed, raising=False)

    @dataclass(frozen=True, slots=True)
    class Plain:
        name: str

    before = len(compiled)
    names = [Plain("a").name, Plain("b").name]

    assert (before, names, len([text for text in compiled if "__init__" in text])) == (
        0,
        ["a", "b"],
        1,
    )
