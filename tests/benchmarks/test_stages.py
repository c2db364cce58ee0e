from benchmarks.stages import PARTS, Wishes, stages


def test_only_what_was_asked_for() -> None:
    """Parts can be chosen, and each is there when all are."""
    assert {stage.part for stage in stages(Wishes(parts=("terms",)))} == {"terms"}
    assert {stage.part for stage in stages(Wishes(full=True))} == set(PARTS)


def test_large_archives_are_built_once_unless_more_is_wanted() -> None:
    """What takes long is done once, and by slow peers only cold; --full does all of it, and ten times as much."""
    usual = [stage for stage in stages(Wishes()) if stage.entries == 10_000]
    assert {stage.runs for stage in usual} == {1}
    assert [stage.works for stage in usual if "pelican" in stage.generators] == [("cold",)]
    often = [stage for stage in stages(Wishes(large_runs=3)) if stage.entries == 10_000 and stage.part == "builds"]
    assert [stage.runs for stage in often] == [3, 1]
    assert max(stage.entries for stage in stages(Wishes(full=True))) == 100_000
