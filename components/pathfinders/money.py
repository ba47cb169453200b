"""Money of a roadmap's items: what is allocated and disbursed in each currency, as stated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from data.records import Action


@dataclass(frozen=True, slots=True)
class Money:
    """The amounts of one currency; a currency that is not stated is empty.

    `disbursed` and `of` are sums over the `both` items that state a disbursement and an allocation:
    only those can be set side by side.
    """

    currency: str
    allocated: Decimal | None
    allocating: int
    disbursed: Decimal | None
    disbursing: int
    both: int
    spent: Decimal
    of: Decimal

    @property
    def gap(self) -> Decimal:
        """What is allocated and not yet disbursed, of the items that state both."""
        return self.of - self.spent

    @property
    def share(self) -> float | None:
        """The disbursed part of what is allocated; None where no item states both."""
        return float(self.spent / self.of) if self.both and self.of else None


def amount(stated: str) -> Decimal | None:
    """The number that an amount states; None for none, or for words."""
    try:
        read = Decimal(stated)
    except InvalidOperation:
        return None
    return read if read.is_finite() else None


def amount_stated(action: Action) -> bool:
    """Whether an item states what is allocated or disbursed as a number."""
    return amount(action.allocated) is not None or amount(action.disbursed) is not None


def money(items: Iterable[Action]) -> tuple[Money, ...]:
    """What the items state, by currency in the order of its code; nothing is converted."""
    apart: dict[str, list[tuple[Decimal | None, Decimal | None]]] = {}
    for each in items:
        pair = (amount(each.allocated), amount(each.disbursed))
        if pair != (None, None):
            apart.setdefault(each.currency, []).append(pair)
    return tuple(_together(currency, apart[currency]) for currency in sorted(apart))


def _together(currency: str, pairs: Sequence[tuple[Decimal | None, Decimal | None]]) -> Money:
    allocated = [given for given, _ in pairs if given is not None]
    disbursed = [spent for _, spent in pairs if spent is not None]
    both = [(given, spent) for given, spent in pairs if given is not None and spent is not None]
    return Money(
        currency,
        sum(allocated, Decimal()) if allocated else None,
        len(allocated),
        sum(disbursed, Decimal()) if disbursed else None,
        len(disbursed),
        len(both),
        sum((spent for _, spent in both), Decimal()),
        sum((given for given, _ in both), Decimal()),
    )
