from hypothesis import given
from hypothesis import strategies as st

from digest.annotate.spans import Spans

PLACES = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda place: (place[0], place[0] + place[1]))


@given(st.lists(PLACES, max_size=12), PLACES)
def test_overlapping_spans_are_found(places: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    """Just those spans are found that share a character with the one that is asked for, nested ones too."""
    found = Spans((start, end, number) for number, (start, end) in enumerate(places)).overlapping(*asked)
    expected = [n for n, (start, end) in enumerate(places) if start < asked[1] and asked[0] < end]
    assert sorted(found) == expected
