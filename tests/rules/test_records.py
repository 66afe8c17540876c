"""Frozen records that are made and copied quickly are frozen records like any others."""

import pickle
from dataclasses import FrozenInstanceError, dataclass, fields, replace

import pytest

from game.rules.records import changed, copied, maker, quick


@dataclass(frozen=True, slots=True, kw_only=True)
class Slow:
    """A record as `dataclasses` makes it."""

    kind: str
    copy: int = 3
    names: tuple[str, ...] = ()


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Quick:
    """The same record, made quickly; its fields are called like what making it might use."""

    kind: str
    copy: int = 3
    names: tuple[str, ...] = ()


def test_what_is_quick_takes_and_gives_what_the_slow_one_does() -> None:
    for given in ({"kind": "a"}, {"kind": "b", "copy": 4}, {"kind": "c", "names": ("d",), "copy": 5}):
        slow, made = Slow(**given), Quick(**given)  # type: ignore[arg-type]
        assert type(made) is Quick
        assert [getattr(made, entry.name) for entry in fields(made)] == [getattr(slow, entry.name) for entry in fields(slow)]
        assert repr(made) == repr(slow).replace("Slow", "Quick")
        assert hash(made) == hash(slow)
        assert made == Quick(**given) == pickle.loads(pickle.dumps(made)) == replace(made)  # type: ignore[arg-type]


@pytest.mark.parametrize("given", [{}, {"kind": "a", "colour": "red"}])
def test_what_is_quick_refuses_missing_and_unknown_fields(given: dict[str, str]) -> None:
    with pytest.raises(TypeError):
        Quick(**given)  # type: ignore[arg-type]


def test_records_stay_frozen_however_they_were_made() -> None:
    first = Quick(kind="a")
    for record in (first, changed(first, copy=9), changed(Slow(kind="a"), copy=9)):
        with pytest.raises(FrozenInstanceError):
            record.copy = 1  # type: ignore[misc]


def test_a_changed_copy_leaves_the_first_alone() -> None:
    first = Quick(kind="a", names=("b",))
    assert changed(first, copy=9) == Quick(kind="a", copy=9, names=("b",))
    assert first == Quick(kind="a", names=("b",))
    with pytest.raises(AttributeError):
        changed(first, colour="red")


def test_a_maker_makes_what_calling_the_kind_makes() -> None:
    for kind in (Slow, Quick):
        make = maker(kind)
        for given in ({"kind": "a"}, {"kind": "b", "copy": 4}, {"kind": "c", "names": ("d",), "copy": 5}):
            made = make(**given)  # type: ignore[arg-type]
            assert type(made) is kind
            assert made == kind(**given)  # type: ignore[arg-type]
            with pytest.raises(FrozenInstanceError):
                made.copy = 1  # type: ignore[misc]
        with pytest.raises(TypeError):
            make(kind="a", colour="red")  # type: ignore[call-arg]


def test_a_whole_copy_shares_what_lies_in_it() -> None:
    first = Quick(kind="a", names=("b",))
    assert copied(first) == first
    assert copied(first) is not first
    assert copied(first).names is first.names
