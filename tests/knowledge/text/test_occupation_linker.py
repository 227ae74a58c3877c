"""Occupations and industries: found where they are asked about, and nowhere else."""

from __future__ import annotations

import pytest

from knowledge import Library
from knowledge.model.entity import TRADES, Entity, EntityKind
from knowledge.text.folded_text import FoldedText
from knowledge.text.occupation_linker import OccupationLinker

# what a person types -> the trade
ASKED = """
    how many nurses are there -> occ-registered-nurses
    nurse pay -> occ-registered-nurses
    truck drivers in the US -> occ-heavy-and-tractor-trailer-truck-drivers
    Truck Driver -> occ-heavy-and-tractor-trailer-truck-drivers
    a software engineer -> occ-software-developers
    software developers -> occ-software-developers
    primary school teachers -> occ-elementary-school-teachers-except-special-education
    restaurant cooks -> occ-cooks-restaurant
    waitresses -> occ-waiters-and-waitresses
    attorneys -> occ-lawyers
    policemen -> occ-police-and-sheriff-s-patrol-officers
    retail trade -> ind-retail-trade
    the coal mining industry -> ind-coal-mining
    wages in construction -> ind-construction
"""


@pytest.mark.parametrize("row", [line.strip() for line in ASKED.strip().splitlines()])
def test_a_trade_is_found(packaged: Library, row: str) -> None:
    asked, ident = row.split(" -> ")
    assert [mention.entities[0] for mention in packaged.occupations(asked)] == [ident]


@pytest.mark.parametrize("text", ["cooks and judges", "models of retail trade", "Nurses strike", "He is a Baker"])
def test_names_know_no_trade(packaged: Library, text: str) -> None:
    kinds = {packaged.entities[ident].kind for name in packaged.names(text) for ident in name.entities}
    assert not kinds & TRADES


def test_no_measure_is_meant_by_a_trade(packaged: Library) -> None:
    of_trades = {ident for ident in packaged.measures if ident.startswith(("occupation_", "industry_"))}
    meant = {ident for mention in packaged.measure_mentions("jobs of nurses in retail") for ident in mention.measures}
    assert of_trades
    assert not of_trades & meant


def test_no_two_trades_share_a_name(packaged: Library) -> None:
    shared = []
    for kind in TRADES:
        trades = [entity for entity in packaged.entities.values() if entity.kind is kind]
        names = [name.lower() for entity in trades for name in (entity.name, *entity.aliases)]
        shared += sorted({name for name in names if names.count(name) > 1})
    assert not shared


def test_the_longest_name_is_meant_and_an_occupation_before_an_industry() -> None:
    trades = OccupationLinker(
        [
            Entity("ind-fishing", "fishers", EntityKind.INDUSTRY),
            Entity("occ-fishers", "fishers", EntityKind.OCCUPATION),
            Entity("occ-sea-fishers", "deep-sea fishers", EntityKind.OCCUPATION),
            Entity("fishers", "Fishers", EntityKind.CITY),
        ]
    )
    found = trades.mentions(FoldedText("A deep sea fisher and two fishers, no fishery"))
    assert [(mention.text, mention.entities) for mention in found] == [
        ("deep sea fisher", ("occ-sea-fishers",)),
        ("fishers", ("occ-fishers", "ind-fishing")),
    ]


def test_without_trades_nothing_is_found() -> None:
    assert OccupationLinker([]).mentions(FoldedText("nurses")) == ()
