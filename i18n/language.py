"""The language of an answer: its sentences from a gettext catalogue, one file a language in `catalogues/`.

English is the source: a sentence stands in the code as `say("{share} of {whole}", share=..., whole=...)`. While
`speaking("es")` lasts, `say` gives the Spanish one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

FOLDER = Path(__file__).parent / "catalogues"
SOURCE = "en"
_current: ContextVar[str] = ContextVar("language", default=SOURCE)


def say(sentence: str, /, **values: object) -> str:
    """A sentence in the current language, with the values put into it.

    >>> say("{count} of {whole}", count=3, whole="the US")
    '3 of the US'
    """
    language = _current.get()
    # English says it as it stands; the empty sentence is a catalogue's head.
    said = sentence if language == SOURCE or not sentence else catalogue(language).gettext(sentence)
    return said.format(**values) if values else said


def say_many(one: str, many: str, number: int, /, **values: object) -> str:
    """Likewise, in the form that the number takes in the language; `{number}` is the number, as it is written there.

    >>> say_many("{number} figure", "{number} figures", 2000)
    '2,000 figures'
    """
    written = format_decimal(number, locale=_current.get())
    return catalogue(_current.get()).ngettext(one, many, number).format(number=written, **values)


def message(text: str, /) -> str:
    """Marks a sentence that stands in a table, to be said later with `say(it)`."""
    return text


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """The language of all that is said within; English where there is no catalogue for it."""
    token = _current.set(nearest(language))
    try:
        yield
    finally:
        _current.reset(token)


def current() -> str:
    """The language spoken now, as Babel names it."""
    return _current.get()


@cache
def nearest(language: str) -> str:
    """The language of a catalogue that fits a tag such as "es-MX", otherwise English."""
    short = language.replace("_", "-").partition("-")[0].lower()
    return short if short in spoken() else SOURCE


@cache
def spoken() -> tuple[str, ...]:
    """The languages there are catalogues for, English first."""
    return (SOURCE, *sorted(path.stem for path in FOLDER.glob("*.po")))


@cache
def catalogue(language: str) -> NullTranslations:
    """The sentences of a language; English says them as they stand. Raises FileNotFoundError where there are none."""
    if language == SOURCE:
        return NullTranslations()
    with (FOLDER / f"{language}.po").open("rb") as file:
        catalog = read_po(file, locale=Locale.parse(language))
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return GNUTranslations(compiled)
