"""From longitude and latitude to the plane: the whole world, or one part of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import acos, asin, atan2, cos, degrees, hypot, radians, sin
from typing import Final

import numpy as np
from numpy.typing import NDArray

Place = tuple[float, float]
"""Longitude and latitude in degrees, or x (to the right) and y (downwards)."""

Places = NDArray[np.float64]
"""The same, one a row."""

Projection = Callable[[Places], Places]

Vector = tuple[float, float, float]
_FARTHEST: Final = -0.9999
"""The cosine from which a place has no image: it lies opposite the middle."""


def natural_earth(places: Places) -> Places:
    """The whole world as the world page shows it, by its polynomial (Šavrič and others, 2011)."""
    lam, phi = np.radians(places[:, 0]), np.radians(places[:, 1])
    p2 = phi * phi
    p4 = p2 * p2
    x = lam * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4)))
    y = phi * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)))
    return np.column_stack((x, -y))


def equal_area_around(middle: Place) -> Projection:
    """One part of the world with true areas: Lambert's azimuthal projection around a place."""
    lam0, phi0 = radians(middle[0]), radians(middle[1])

    def project(places: Places) -> Places:
        lam, phi = np.radians(places[:, 0]) - lam0, np.radians(places[:, 1])
        sin1, cos1 = np.sin(phi), np.cos(phi)
        cosine = sin(phi0) * sin1 + cos(phi0) * cos1 * np.cos(lam)
        k = np.sqrt(2 / (1 + np.maximum(cosine, _FARTHEST)))
        x = k * cos1 * np.sin(lam)
        y = k * (cos(phi0) * sin1 - sin(phi0) * cos1 * np.cos(lam))
        return np.column_stack((x, -y))

    return project


def vector(place: Place) -> Vector:
    """A place on the sphere as a unit vector."""
    lam, phi = radians(place[0]), radians(place[1])
    return cos(phi) * cos(lam), cos(phi) * sin(lam), sin(phi)


def middle_of(places: Iterable[Place]) -> Place:
    """The place in the middle of others, on the sphere, so that no date line parts them."""
    x = y = z = 0.0
    for a, b, c in map(vector, places):
        x, y, z = x + a, y + b, z + c
    return degrees(atan2(y, x)), degrees(asin(z / (hypot(x, y, z) or 1.0)))


def apart(one: Place, other: Place) -> float:
    """Degrees of a great circle between two places."""
    cosine = sum(a * b for a, b in zip(vector(one), vector(other), strict=True))
    return degrees(acos(min(1.0, max(-1.0, cosine))))
