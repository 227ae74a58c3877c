"""Loads, checks, searches and changes the figures: YAML files, their model and the Library over them."""

from knowledge.editing.diff import Difference, diff
from knowledge.files.folder import packaged_folder
from knowledge.library import Library
from knowledge.listing import show, stale
from knowledge.loading.loader import check, load
from knowledge.model.entity import Entity, EntityKind, Measure, MeasureMention, NameMention, Nature
from knowledge.model.figure import Caveat, Figure, Source
from knowledge.problem import KnowledgeError, Problem
from knowledge.search.search import find, suggest

__all__ = [
    "Caveat",
    "Difference",
    "Entity",
    "EntityKind",
    "Figure",
    "KnowledgeError",
    "Library",
    "Measure",
    "MeasureMention",
    "NameMention",
    "Nature",
    "Problem",
    "Source",
    "check",
    "diff",
    "find",
    "load",
    "packaged_folder",
    "show",
    "stale",
    "suggest",
]
