"""The measure that a verb and its object name together: "produces oil", "spends on defence", "has people"."""

from __future__ import annotations

from knowledge import EntityKind, Library
from knowledge.text.inflection import singular
from reckoning.added import AddedLibrary
from reckoning.comparing.tagged import Tagged
from reckoning.lasting import once_for_each

# What a verb makes of its object: "produces oil" is oil production.
OBJECTS = {
    "produce": ("{} production", "{} produced", "{} output"),
    "make": ("{} production", "{} made"),
    "emit": ("{} emissions", "{}"),
    "use": ("{} consumption", "{} use"),
    "consume": ("{} consumption",),
    "burn": ("{} consumption",),
    "spend": ("{} spending", "{} budget"),
    "generate": ("{} generation", "{} production"),
    "mine": ("{} mined", "{} production"),
    "export": ("exports", "{} exports"),
    "import": ("imports", "{} imports"),
    "earn": ("{}",),
    "sell": ("{} sold", "{} sales"),
}
VERBS = (
    "has|have|had|employs|employ|employed|owns|own|holds|hold|boasts|gets|receives|counts|keeps|owes|"
    + "|".join(f"{v}s?|{v.removesuffix('e')}(?:ed|d)" for v in OBJECTS)
    + "|spent|made|burnt|sold"
)
STAFF = frozenset({"people", "staff", "workers", "worker", "person"})
LIVING = frozenset({"people", "inhabitants", "residents", "citizens", "person"})
MOST_KEPT = 500
EMPLOYERS = (EntityKind.COMPANY, EntityKind.AGENCY)


def measures_named(library: Library, tagged: Tagged, verb: str, word: str, kind: EntityKind) -> tuple[str, ...]:
    """The measures that the words may mean; `word` is the sign of a measure, or the plain words of the object."""
    library = library.base if isinstance(library, AddedLibrary) else library
    base = _base(verb)
    if word.startswith("M"):
        text = tagged.measure(word).text.lower()
        found = tuple(m for form in OBJECTS.get(base, ()) for m in _mentioned(library, form.format(text)))
        return (*found, *tagged.measure(word).measures)
    if word in LIVING and kind not in EMPLOYERS:
        return ("population",)
    if word in STAFF and kind in EMPLOYERS:
        return ("employees",)
    for form in OBJECTS.get(base, ()):
        if found := _mentioned(library, form.format(word)):
            return found
    return _mentioned(library, word) or library.counted(singular(word))


def _mentioned(library: Library, phrase: str) -> tuple[str, ...]:
    """The measures that a whole phrase names."""
    seen = _seen(library)
    if phrase not in seen:
        if len(seen) > MOST_KEPT:
            seen.clear()
        seen[phrase] = _named(library, phrase)
    return seen[phrase]


@once_for_each
def _seen(_: Library) -> dict[str, tuple[str, ...]]:
    return {}


def _named(library: Library, phrase: str) -> tuple[str, ...]:
    for mention in library.measure_mentions(phrase):
        if mention.span == (0, len(phrase)):
            return mention.measures
    return ()


def _base(verb: str) -> str:
    """The verb without its ending, as far as the table of objects needs it."""
    irregular = {"spent": "spend", "made": "make", "burnt": "burn", "sold": "sell"}
    if verb in irregular:
        return irregular[verb]
    stems = (verb, verb.removesuffix("s"), verb.removesuffix("ed"), verb.removesuffix("d"))
    return next((stem for stem in stems if stem in OBJECTS), "")
