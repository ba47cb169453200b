"""What a soak has to say: a table for the runbook, and whether every promise holds."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass
from typing import Final

from tests.soak.processes import Life, own_memory
from tests.soak.run import LONG_MINUTES, Outcome, Plan
from tests.soak.tally import KINDS, LOADS, PAGES, SERIES, SMALL, WHOLE, p95

FLAT: Final = 1.15
"""How much more memory a process may have at the end of its life than when its caches were full."""

FLAT_SHORT: Final = 3.0
"""The same in a run that is over while the caches still fill, from 150 MB to some 400: this only
finds what runs away."""

NAMES: Final = {
    PAGES: "page reruns",
    SERIES: "filtered files, changes, files of a release",
    WHOLE: "whole files",
    SMALL: "names, actions, events",
    LOADS: "loads by the command line",
}


@dataclass(frozen=True)
class Memory:
    """One life of a process: MB of its own, and open files, when settled and at its end."""

    life: Life
    start: float
    end: float
    files: tuple[int, int]

    @property
    def ratio(self) -> float:
        """End over start."""
        return self.end / self.start


def memories(plan: Plan, lives: list[Life]) -> list[Memory]:
    """Of every life that was long enough to have a start and an end of its own."""
    window = min(60.0, plan.settling)
    found = []
    for life in lives:
        if not life.samples:
            continue
        # The first lives wait for the run to begin, and nobody asks them anything until then.
        settled = life.samples[0].age + plan.settling
        old = life.samples[-1].age
        start, end = life.between(settled, settled + window), life.between(old - window, old)
        if old < settled + 2 * window or not start or not end:
            continue
        files = start[0].files, end[-1].files
        found.append(Memory(life, own_memory(start), own_memory(end), files))
    return found


@dataclass(frozen=True)
class Promise:
    """What is promised, what was found, and whether it holds."""

    what: str
    found: str
    holds: bool


def promises(outcome: Outcome) -> list[Promise]:
    """Nothing torn, nothing unexpected, memory flat, and that everything did happen."""
    tally, plan = outcome.tally, outcome.plan
    bound = FLAT if plan.minutes >= LONG_MINUTES else FLAT_SHORT
    flat = memories(plan, [life for s in outcome.served for life in s.lives])
    most = max((m.ratio for m in flat), default=math.nan)
    missing = [NAMES[kind] for kind in KINDS if not tally.of(kind)]
    return [
        Promise("torn reads: 0", str(tally.torn.total()), tally.torn.total() == 0),
        Promise(
            "unexpected errors: 0", str(tally.unexpected.total()), tally.unexpected.total() == 0
        ),
        Promise(
            f"memory at the end of a life at most {bound:g} of its start",
            f"{most:.2f}",
            bool(flat) and most <= bound,
        ),
        Promise("work of every kind was done", ", ".join(missing) or "yes", not missing),
    ]


def _milliseconds(times: list[float]) -> str:
    return f"{p95(times) * 1e3:,.0f} ms" if times else "-"


def _kinds(outcome: Outcome) -> list[str]:
    tally, window = outcome.tally, outcome.plan.window
    lines = [
        "| What | Well | p95 at the start | p95 at the end | Refused for now | Cut off by a kill "
        "| Torn | Unexpected |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for kind in KINDS:
        start = tally.of(kind, window, 2 * window)
        end = tally.of(kind, outcome.length - window)
        cells = [NAMES[kind], f"{len(tally.of(kind)):,}", _milliseconds(start), _milliseconds(end)]
        counters = (tally.refused, tally.interrupted, tally.torn, tally.unexpected)
        lines.append("| " + " | ".join([*cells, *(f"{c[kind]:,}" for c in counters)]) + " |")
    return lines


def _lives(outcome: Outcome) -> list[str]:
    lines = [
        "| Process | Served | Ended by | Memory at the start | at the end | Ratio | Open files |",
        "|---|---|---|---|---|---|---|",
    ]
    for served in outcome.served:
        known = {id(m.life): m for m in memories(outcome.plan, served.lives)}
        for life in served.lives:
            minutes = f"{(life.ended - life.ready) / 60:.1f} min"
            memory = known.get(id(life))
            cells = ["-", "-", "-", "-"]
            if memory is not None:
                cells = [f"{memory.start:.0f} MB", f"{memory.end:.0f} MB", f"{memory.ratio:.2f}"]
                cells.append(f"{memory.files[0]} to {memory.files[1]}")
            lines.append(f"| {' | '.join([life.name, minutes, life.how, *cells])} |")
    return lines


def markdown(outcome: Outcome) -> str:
    """The whole report."""
    plan, tally = outcome.plan, outcome.tally
    settled = plan.settling / 60
    events = [f"{number:,} {what}" for what, number in sorted(tally.events.items())]
    events.append(f"{len(outcome.loads.published):,} releases")
    lines = [
        f"{plan.minutes:g} minutes, {plan.people} people with 2 s to think, two processes on one "
        f"SQLite store, a load every {plan.load_every / 60:.2g} minutes, an ended process every "
        f"{plan.kill_every / 60:.2g}, on {os.cpu_count()} cores that the generator shares.",
        "",
        *_kinds(outcome),
        "",
        f"Start and end are {plan.window:g} s each, the first after a warm-up of as long. "
        f"Also: {', '.join(events)}.",
        "",
        *_lives(outcome),
        "",
        "Memory is a process's own (RssAnon), without the pages of the database that the kernel "
        f"shares; the start of a life is {settled:.2g} minutes after work for it began, its end "
        "the last minute or less. Lives that are hardly longer than that are not compared.",
        "",
        "| Promise | Found | |",
        "|---|---|---|",
        *(
            f"| {p.what} | {p.found} | {'holds' if p.holds else 'DOES NOT HOLD'} |"
            for p in promises(outcome)
        ),
    ]
    for kind, texts in sorted(tally.texts.items()):
        lines += ["", f"{kind}, the first of them:", "", *(f"- {text}" for text in texts)]
    return "\n".join(lines) + "\n"
