"""A hall as it is drawn: outlines, labels that stay inside, signs, and the names of doors."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.model.records.floorplan import Booth, Feature, FloorPlan, Hall
from pavgen.plan.sections.pavilion.floor.features import MARGIN
from pavgen.plan.sections.pavilion.floor.fitting import width_of
from pavgen.plan.sections.pavilion.floor.shapes import BoothWords, hall_views
from pavgen.plan.views.pavilion import BoothShape, FeatureShape, LabelView, SignView

HALL = Hall(id="one", label="Hall 1", width=2000, height=1400)


def drawn(*, booths=(), features=(), names=()):
    plan = FloorPlan(halls=(HALL,), booths=booths, features=features)
    words = {booth.id: BoothWords("taken", tuple(names), "Booth") for booth in booths}
    (hall,) = hall_views(plan, words, {feature.id: "What it is" for feature in features})
    return hall


def booth(**more):
    lengths = {"x": 200, "y": 200, "width": 300, "height": 300}
    return Booth(id="a1", hall="one", kind="corner", **(lengths | more))


def feature(kind, label, x, y, width, height):
    return Feature(id="f", kind=kind, label=label, hall="one", x=x, y=y, width=width, height=height)


def test_a_booth_has_its_number_its_sign_and_its_name():
    assert drawn(booths=(booth(),), names=["Ada"]).booths == (
        BoothShape(
            id="a1",
            label="A1",
            kind="corner",
            state="taken",
            outline="200,200 500,200 500,500 200,500",
            x=200,
            y=200,
            width=300,
            height=300,
            number=LabelView(350, 411, 170, "A1"),
            corner=LabelView(242, 254, 48, "A1"),
            names=(LabelView(350, 391, 48, "Ada"),),
            sign=SignView("corner", 424, 216, 60),
            caption="Booth",
        ),
    )


def test_a_label_of_its_own_stands_in_place_of_the_id():
    assert drawn(booths=(booth(label="Quay 7"),)).booths[0].number == LabelView(
        350, 373, 66, "Quay 7"
    )


def test_an_aisle_has_its_name_along_it():
    hall = drawn(
        features=(
            feature("aisle", "Middle aisle", 0, 500, 2000, 300),
            feature("aisle", "Side aisle", 1200, 0, 300, 1400),
        )
    )

    assert [(f.names, f.sign) for f in hall.features] == [
        ((LabelView(1000, 675, 72, "Middle aisle"),), None),
        ((LabelView(1375, 700, 72, "Side aisle", turned=True),), None),
    ]


def test_names_of_crossing_aisles_give_way_to_each_other():
    hall = drawn(
        features=(
            feature("aisle", "Middle aisle", 0, 500, 2000, 300),
            feature("aisle", "Crossing", 900, 0, 300, 1300),
        )
    )

    assert hall.features[1].names == (LabelView(1075, 325, 72, "Crossing", turned=True),)


def test_aisles_are_drawn_below_everything_else():
    hall = drawn(
        features=(
            feature("stage", "Stage", 1500, 900, 500, 400),
            feature("aisle", "Middle aisle", 0, 500, 2000, 300),
        )
    )

    assert [f.kind for f in hall.features] == ["aisle", "stage"]


def test_a_door_has_its_arrow_and_name_outside_its_wall():
    hall = drawn(features=(feature("entrance", "Main entrance", 0, 600, 50, 150),))

    assert hall.features == (
        FeatureShape(
            id="f",
            kind="entrance",
            label="Main entrance",
            outline="0,600 50,600 50,750 0,750",
            x=0,
            y=600,
            width=50,
            height=150,
            sign=SignView("in-west", -130, 625, 100),
            names=(LabelView(-62, 415, 54, "Main entrance", turned=True),),
            caption="What it is",
        ),
    )


def test_a_thing_too_small_for_its_name_has_its_sign_alone():
    (small,) = drawn(features=(feature("restroom", "Restrooms", 0, 0, 100, 100),)).features

    assert (small.sign, small.names) == (SignView("restroom", 16, 16, 68), ())


def test_a_wall_says_nothing():
    (wall,) = drawn(features=(feature("wall", "Wall", 0, 700, 900, 40),)).features

    assert (wall.sign, wall.names) == (None, ())


def test_what_has_no_size_is_left_out():
    nothing = Booth(id="a1", hall="one", kind="corner")

    assert drawn(booths=(nothing,)).booths == ()


@settings(max_examples=60)
@given(
    st.lists(st.text("abcWM 風-", min_size=1, max_size=40), max_size=3),
    st.integers(100, 1200),
    st.integers(100, 1200),
)
def test_no_text_of_a_booth_leaves_it(names, width, height):
    (shape,) = drawn(booths=(booth(x=0, y=0, width=width, height=height),), names=names).booths

    for line in (shape.number, shape.corner, *shape.names):
        half = width_of(line.text, line.size) // 2
        assert line.x - half >= -1
        assert line.x + half <= width + 1
        assert line.size * 6 // 10 <= line.y <= height


@given(st.sampled_from(["entrance", "exit", "stairs"]), st.integers(0, 1950), st.integers(0, 1350))
def test_no_door_is_drawn_beyond_the_margin(kind, x, y):
    (door,) = drawn(features=(feature(kind, "Way out", x, y, 50, 50),)).features

    for line in door.names:
        half = width_of(line.text, line.size) // 2
        wide, high = (line.size // 2, half) if line.turned else (half, line.size // 2)
        assert line.x - wide >= -MARGIN
        assert line.x + wide <= HALL.width + MARGIN
        assert line.y - high >= -MARGIN
        assert line.y + high <= HALL.height + MARGIN
