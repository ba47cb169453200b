"""What stands between a file and its release: a load that withdraws, revises or shifts much of a
dataset stops before it is published, and every load says what it withdraws.

All questions are about a release that stands in the open transaction already: what it replaced is
in `observation_past`, so that the same rows are judged that readers would see.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    cast,
    exists,
    func,
    or_,
    select,
    tuple_,
)

from data.queries.versions import observations_as_of
from data.schema import OBSERVATION_KEY, observation, observation_past, release_slice
from loaders.validate.keys import (
    DATASET,
    Dataset,
    by_dataset,
    columns,
    counted,
    in_words,
    same_key,
)

MOST_WITHDRAWN: Final = 0.05
MOST_REVISED: Final = 0.20
"""Shares of a dataset's published figures, above which a file was most likely cut or mistaken."""

FEWEST_ALIKE: Final = 5
"""So many values must change in one way before it is called one way."""

MOST_ALIKE: Final = 0.8
EXAMPLES: Final = 3
REMEDY: Final = (
    "See what it would do with --dry-run. Mend or fetch the file anew; or load it with --merge to "
    "keep what it lacks, or with --accept to publish it as it is."
)
_PAIR: Final = columns(observation, DATASET)


class Withdrawn(NamedTuple):
    """A figure that a release withdraws: its dataset and key, and what it was."""

    dataset: Dataset
    area: str
    key: str
    value: float | None


def countries(areas: Sequence[str]) -> str:
    """`3 countries (GHA, KEN, NPL)`; of many the first ones."""
    codes = sorted(set(areas))
    more = f" and {len(codes) - 10} more" if len(codes) > 10 else ""
    noun = "country" if len(codes) == 1 else "countries"
    return f"{len(codes)} {noun} ({', '.join(codes[:10])}{more})"


def withdrawals(connection: Connection, release: int) -> list[Withdrawn]:
    """Every figure that a release withdraws, in the order of the key."""
    past = observation_past
    question = (
        select(*columns(past), past.c.value)
        .where(past.c.replaced_by == release, ~exists().where(same_key(observation, past)))
        .order_by(*columns(past))
    )
    found = []
    for *key, value in connection.execute(question):
        cells = dict(zip(OBSERVATION_KEY, key, strict=True))
        dataset = (cells["source"], cells["indicator"])
        found.append(Withdrawn(dataset, cells["area"], in_words(key), value))
    return found


def _revised(release: int, *asked: Any) -> Select[Any]:
    """Columns of the figures whose value a release changes, by dataset; join of past and now."""
    return (
        select(*_PAIR, *asked)
        .join_from(observation_past, observation, same_key(observation_past, observation))
        .where(
            observation_past.c.replaced_by == release,
            observation.c.release == release,
            observation_past.c.value.is_distinct_from(observation.c.value),
        )
    )


def _one_factor(connection: Connection, release: int) -> dict[Dataset, tuple[float, int]]:
    """By dataset the factor by which most values were multiplied, and how many were."""
    ratio = observation.c.value / func.nullif(observation_past.c.value, 0)
    # In millionths, with a quarter on top: SQLite cuts a cast number off, PostgreSQL rounds it.
    millionths = cast(ratio * 1_000_000 + 0.25, BigInteger)
    question = _revised(release, millionths, func.count()).where(ratio.between(1e-5, 1e9))
    found: dict[Dataset, tuple[float, int]] = {}
    grouped = question.group_by(*_PAIR, millionths)
    for source, indicator, factor, number in connection.execute(grouped):
        if number > found.get((source, indicator), (0, 0))[1]:
            found[source, indicator] = (factor / 1_000_000, number)
    return found


def _one_year(connection: Connection, release: int, years: int) -> dict[Dataset, int]:
    """By dataset how many new or revised values are those of so many years before."""
    current = observation.alias("before")

    def equal(table: FromClause, *where: ColumnElement[bool]) -> ColumnElement[bool]:
        return exists().where(
            same_key(table, observation, "year"),
            table.c.year == observation.c.year - years,
            table.c.value == observation.c.value,
            *where,
        )

    past = equal(observation_past, observation_past.c.replaced_by == release)
    before = or_(past, equal(current, current.c.release < release))
    return by_dataset(connection, counted(observation, observation.c.release == release, before))


def _numbers(table: FromClause, connection: Connection) -> dict[Dataset, tuple[int, set[str]]]:
    names = columns(table, (*DATASET, "area"))
    question: Select[Any] = select(*names, func.count()).group_by(*names)
    found: dict[Dataset, tuple[int, set[str]]] = {}
    for source, indicator, area, rows in connection.execute(question):
        number, areas = found.get((source, indicator), (0, set()))
        found[source, indicator] = (number + rows, areas | {area})
    return found


def _examples(connection: Connection, release: int, dataset: Dataset) -> str:
    key = columns(observation)
    values = (observation_past.c.value, observation.c.value)
    question = _revised(release, *key, *values).where(tuple_(*_PAIR) == dataset)
    ordered = question.order_by(*key).limit(EXAMPLES)
    shown = (
        f"{in_words(row[2:-2])}: {figure(row[-2])} becomes {figure(row[-1])}"
        for row in connection.execute(ordered)
    )
    return "; ".join(shown)


def figure(value: float | None) -> str:
    """A figure as a message shows it."""
    return "no value" if value is None else f"{value:.15g}"


def stops(
    connection: Connection, release: int, gone: Sequence[Withdrawn], *, merge: bool
) -> Iterator[str]:
    """Why a release may not be published without --accept: a sentence a dataset."""
    slices = release_slice.c
    touched = select(slices.indicator).where(slices.release == release)
    if not merge:
        touched = touched.where(slices.revised + slices.withdrawn > 0)
    before = _numbers(observations_as_of(release - 1, only=touched), connection)
    revised = by_dataset(connection, _revised(release, func.count()).group_by(*_PAIR))
    new_ones = select(slices.source, slices.indicator, slices.added)
    added = by_dataset(connection, new_ones.where(slices.release == release))
    factors = _one_factor(connection, release)
    shifts = {years: _one_year(connection, release, years) for years in (1, -1)}
    for dataset, (rows, areas) in sorted(before.items()):
        lost = [each for each in gone if each.dataset == dataset]
        changed = revised.get(dataset, 0)
        said = [*_too_much_withdrawn(connection, dataset, rows, areas, lost)]
        factor, alike = factors.get(dataset, (1.0, 0))
        by_one = alike >= FEWEST_ALIKE and alike > max(MOST_ALIKE * changed, MOST_WITHDRAWN * rows)
        if changed > MOST_REVISED * rows or by_one:
            by = f" ({alike:,} of them by the factor {factor:g})" if by_one else ""
            example = _examples(connection, release, dataset)
            said.append(f"revises {changed:,} of {rows:,} values{by}, such as {example}")
        for years, shifted in shifts.items():
            same, new = shifted.get(dataset, 0), changed + added.get(dataset, 0)
            moved = merge or changed or lost
            if moved and same >= FEWEST_ALIKE and same > MOST_ALIKE * new:
                where = "later" if years > 0 else "earlier"
                said.append(f"puts {same:,} figures one year {where} than they are published")
        if said:
            yield f"{' '.join(dataset)}: it {'; it '.join(said)}. {REMEDY}"


def _too_much_withdrawn(
    connection: Connection, dataset: Dataset, rows: int, areas: set[str], lost: list[Withdrawn]
) -> Iterator[str]:
    if not lost:
        return
    now = select(observation.c.area).distinct().where(tuple_(*_PAIR) == dataset)
    missing = areas - set(connection.execute(now).scalars())
    if len(lost) > MOST_WITHDRAWN * rows or len(missing) > MOST_WITHDRAWN * len(areas):
        example = "; ".join(each.key for each in lost[:EXAMPLES])
        of = countries([each.area for each in lost])
        yield f"withdraws {len(lost):,} of {rows:,} published figures of {of}, such as {example}"


def withdrawal_sentences(gone: Sequence[Withdrawn]) -> Iterator[str]:
    """What a load withdraws, a sentence a dataset: how many figures, of which countries."""
    for dataset, number in sorted(Counter(each.dataset for each in gone).items()):
        areas = countries([each.area for each in gone if each.dataset == dataset])
        yield f"withdraws {number:,} figures of {' '.join(dataset)} in {areas}"
