from pavgen.cli.stages import Stages


def test_stages_are_told_as_they_come_and_laid_out_in_their_order():
    told: list[str] = []
    stages = Stages(told.append)
    for name in ("reading", "pages", ""):
        stages.step(name)

    lines = stages.table().splitlines()
    assert told == ["reading", "pages", ""]
    assert [line.split()[0] for line in lines] == ["stage", "reading", "pages"]


def test_nothing_done_is_an_empty_table():
    assert Stages(lambda _: None).table().split() == ["stage", "seconds", "of", "work", "share"]
