"""The reference numbers: YAML files, their model, and the Library that loads, validates and finds them."""

from knowledge.difference import Change, diff
from knowledge.entity import Entity, EntityKind, Measure, MeasureMention, NameMention, Nature
from knowledge.folder import packaged_folder
from knowledge.library import Library
from knowledge.loading import check, load
from knowledge.problem import KnowledgeError, Problem
from knowledge.reference import Caveat, Reference, Source
from knowledge.search import find, suggest
from knowledge.showing import show, stale

__all__ = [
    "Caveat",
    "Change",
    "Entity",
    "EntityKind",
    "KnowledgeError",
    "Library",
    "Measure",
    "MeasureMention",
    "NameMention",
    "Nature",
    "Problem",
    "Reference",
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
