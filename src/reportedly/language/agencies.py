"""News agencies under the names that credits and reports give them."""

import csv
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def agencies() -> Mapping[str, str]:
    """Every spelling as it is written, with the agency it stands for."""
    text = files("reportedly.language").joinpath("agencies.csv").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return {row["alias"]: row["agency"] for row in csv.DictReader(lines)}


@lru_cache(maxsize=1)
def _by_small_letters() -> Mapping[str, str]:
    return {alias.casefold(): agency for alias, agency in agencies().items()}


def agency_named(name: str) -> str | None:
    """The agency of this name, however its letters are set; None where it is none that we know.

    >>> agency_named("Agence France-Presse"), agency_named("the Harbour Post")
    ('AFP', None)
    """
    return _by_small_letters().get(name.strip().removesuffix(".").casefold())
