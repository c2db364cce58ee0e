import os
import pickle
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from digest.memory import NAME, Memory, Outlined, Step
from digest.problems import SurroundingsError

A = TypeVar("A")
R = TypeVar("R")


@dataclass(frozen=True)
class Text:
    """A plain value, as steps take and give."""

    words: tuple[str, ...]
    lang: str = "en"
    skip: frozenset[str] = frozenset()


def shout(text: Text) -> Text:
    """A step."""
    return Text(tuple(word.upper() for word in text.words), text.lang)


def count(text: Text) -> int:
    """Another step."""
    return len(text.words)


SHOUT, COUNT = Step(shout, Text), Step(count, int)
TEXTS = [Text(("a", "b")), Text(("c",)), Text(("c",), "ar")]


class Run:
    """Maps in this process and notes how many arguments each step was given."""

    def __init__(self) -> None:
        """Begin with none."""
        self.given: list[int] = []

    def __call__(self, step: Callable[[A], R], arguments: Iterable[A]) -> Iterable[R]:
        """Apply the step."""
        results = [step(argument) for argument in arguments]
        self.given.append(len(results))
        return results


def remembered(folder: Path | None, texts: Sequence[Text] = TEXTS) -> tuple[list[Text], int, list[str]]:
    """What a build's memory gives, how much it had to work out, and what it says."""
    run = Run()
    with Memory(folder) as memory:
        results = memory.map(SHOUT, texts, run)
    return results, sum(run.given), [notice.message for notice in memory.notices]


def test_result_is_worked_out_once(tmp_path: Path) -> None:
    """A second build works out only what is new; results come in the order of the arguments."""
    expected = [shout(text) for text in TEXTS]
    assert remembered(tmp_path) == (expected, 3, [])
    assert remembered(tmp_path) == (expected, 0, [])
    new = Text(("d",))
    assert remembered(tmp_path, [TEXTS[2], new, TEXTS[0]]) == ([expected[2], shout(new), expected[0]], 1, [])


def test_every_part_of_an_argument_counts(tmp_path: Path) -> None:
    """Arguments that differ anywhere, and steps that differ in name, share nothing; sets have no order."""
    remembered(tmp_path)
    assert remembered(tmp_path, [Text(("a", "b"), "en", frozenset({"x"}))])[1] == 1
    with Memory(tmp_path) as memory:
        assert memory.map(COUNT, TEXTS, Run()) == [2, 1, 1]
    forwards, backwards = frozenset(map(str, range(50))), frozenset(map(str, reversed(range(50))))
    remembered(tmp_path, [Text((), "", forwards)])
    assert remembered(tmp_path, [Text((), "", backwards)])[1] == 0


def test_without_a_folder_nothing_is_remembered() -> None:
    """With no place to keep results, all are worked out, and nothing is asked twice."""
    assert remembered(None) == ([shout(text) for text in TEXTS], 3, [])
    assert remembered(None)[1] == 3


def damaged(path: Path, how: str) -> None:
    """Do to a store what programs and disks do."""
    data = path.read_bytes()
    if how == "another program's file":
        path.write_bytes(b"Not a database. " * 500)
    elif how == "cut short":
        path.write_bytes(data[: len(data) // 2])
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "zeros in the middle":
        path.write_bytes(data[:4096] + bytes(len(data) - 4096))
    elif how == "a folder":
        path.unlink()
        (path / "inner").mkdir(parents=True)
    elif how == "another program's table":
        path.unlink()
        rows = sqlite3.connect(path)
        rows.execute("CREATE TABLE rolls (name)")
        rows.close()


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("another program's file", "file is not a database"),
        ("cut short", "database disk image is malformed"),
        ("empty", ""),
        ("zeros in the middle", "malformed database schema (?)"),
        ("a folder", "unable to open database file"),
        ("another program's table", "no such column: key"),
    ],
)
def test_store_that_cannot_be_read_is_made_anew(tmp_path: Path, how: str, said: str) -> None:
    """A damaged or foreign store is thrown away with one line, and the build goes on as without one."""
    remembered(tmp_path)
    damaged(tmp_path / NAME, how)
    told = [f"the cache could not be read ({said}) and was made anew"] if said else []
    assert remembered(tmp_path) == ([shout(text) for text in TEXTS], 3, told)
    assert remembered(tmp_path)[1:] == (0, [])


def test_no_damage_gives_a_wrong_result(tmp_path: Path) -> None:
    """Wherever in the store a disk loses a sector, results are right: worked out again, if need be with a line."""
    texts = [Text((f"word{n}" * 40,)) for n in range(60)]
    expected = remembered(tmp_path, texts)[0]
    sound = (tmp_path / NAME).read_bytes()
    damage = [0, *range(600, len(sound), 4096), len(sound) - 512]
    for place in damage:
        (tmp_path / NAME).write_bytes(sound[:place] + bytes(512) + sound[place + 512 :])
        results, _, notices = remembered(tmp_path, texts)
        assert results == expected
        assert len(notices) <= 1


def test_value_that_is_not_a_result_is_not_trusted(tmp_path: Path) -> None:
    """A kept value that does not decode as what the step gives, or is not what was kept, is worked out again."""
    for value in (b"", b"\x00" * 30, SHOUT.encode(TEXTS[0])[:-1], COUNT.encode(2)):
        remembered(tmp_path)
        with sqlite3.connect(tmp_path / NAME) as rows:
            rows.execute("UPDATE rolls SET value = ?", (value,))
        rows.close()
        assert remembered(tmp_path) == ([shout(text) for text in TEXTS], 3, [])


def test_what_is_long_unused_is_let_go(tmp_path: Path) -> None:
    """A result that no build has used for thirty builds is gone; one that is used now and then stays."""
    used, unused = TEXTS[:1], TEXTS[1:2]
    remembered(tmp_path, [*used, *unused])
    for _ in range(32):
        remembered(tmp_path, used)
    assert remembered(tmp_path, used)[1] == 0
    assert remembered(tmp_path, unused)[1] == 1


def test_store_that_cannot_be_written_is_the_surroundings_fault(tmp_path: Path) -> None:
    """Where the disk is at fault, not the store, the store stays and that is said."""
    remembered(tmp_path)
    (tmp_path / NAME).chmod(0o444)
    if os.access(tmp_path / NAME, os.W_OK):
        pytest.skip("not run: root may write everywhere")
    with pytest.raises(SurroundingsError, match="can't be used"):
        remembered(tmp_path, [Text(("new",))])


def test_store_that_another_program_holds_is_the_surroundings_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A store that another program has locked is left as it is, and that is said."""
    remembered(tmp_path)
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **options: connect(path, timeout=0.1, **options))
    other = connect(tmp_path / NAME, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(SurroundingsError, match="can't be used: database is locked"):
        remembered(tmp_path, [Text(("new",))])
    other.close()
    assert remembered(tmp_path)[1] == 0


WHOLE = Outlined(shout, Text, count, int)


def asked(*texts: Text) -> list[tuple[bytes, Callable[[], Text]]]:
    """What a memory is asked for the results of texts."""
    return [(WHOLE.key(text), partial(replace, text)) for text in texts]


def test_outline_is_kept_apart(tmp_path: Path) -> None:
    """Who wants outlines gets them without the results; both are worked out once, and results come when asked for."""
    for given in ([3], []):
        run = Run()
        with Memory(tmp_path) as memory:
            assert memory.outlines(WHOLE, asked(*TEXTS), run) == [2, 1, 1]
            results = [WHOLE.decode(one) for one in memory.results(WHOLE, asked(*TEXTS), run)]
        assert results == [shout(text) for text in TEXTS]
        assert [number for number in run.given if number] == given


def test_argument_is_asked_for_only_where_it_is_needed(tmp_path: Path) -> None:
    """What is remembered needs no argument, which may lie on a disk."""
    with Memory(tmp_path) as memory:
        memory.outlines(WHOLE, asked(*TEXTS), Run())
        known = [(key, lambda: pytest.fail("asked for")) for key, _ in asked(*TEXTS)]
        assert memory.outlines(WHOLE, known, Run()) == [2, 1, 1]


def test_lost_result_is_worked_out_again(tmp_path: Path) -> None:
    """A result that is damaged or gone, though its outline is there, is made again when it is asked for."""
    with Memory(tmp_path) as memory:
        memory.outlines(WHOLE, asked(*TEXTS), Run())
    with sqlite3.connect(tmp_path / NAME) as rows:
        rows.execute("DELETE FROM wholes WHERE key = ?", (asked(TEXTS[0])[0][0],))
        rows.execute("UPDATE wholes SET value = ? WHERE key = ?", (b"x" * 20, asked(TEXTS[1])[0][0]))
    rows.close()
    run = Run()
    with Memory(tmp_path) as memory:
        found = [WHOLE.decode(one) for one in memory.results(WHOLE, asked(*TEXTS), run)]
    assert found == [shout(text) for text in TEXTS]
    assert run.given == [2]


@pytest.mark.parametrize("step", [COUNT, WHOLE])
def test_step_crosses_to_other_processes(step: Step[Text, object]) -> None:
    """A step can be sent to another process, and is the same there."""
    sent = pickle.loads(pickle.dumps(step))
    assert sent.key(TEXTS[0]) == step.key(TEXTS[0])
    assert sent.decode(step.encode(step.function(TEXTS[0]))) == step.function(TEXTS[0])


def test_one_build_is_one_generation(tmp_path: Path) -> None:
    """However often a build asks its memory, what the last one has used is kept."""
    remembered(tmp_path)
    with Memory(tmp_path) as memory:
        for number in range(40):
            memory.map(COUNT, [Text((str(number),))], Run())
    assert remembered(tmp_path)[1] == 0
