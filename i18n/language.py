"""Translations: gettext catalogues in `catalogues/`, one file a language, and the language in use.

English is the source: a sentence stands in the code as `say("{share} of {whole}", share=..., whole=...)`. Within
`with use_language("es"):`, `say` returns the Spanish one.
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

CATALOGUE_FOLDER = Path(__file__).parent / "catalogues"
SOURCE_LANGUAGE = "en"
_current: ContextVar[str] = ContextVar("language", default=SOURCE_LANGUAGE)


def say(sentence: str, /, **values: object) -> str:
    """Returns the sentence in the language in use, with the values put into its {placeholders}.

    >>> say("{count} of {whole}", count=3, whole="the US")
    '3 of the US'
    """
    language = _current.get()
    # English needs no catalogue, and gettext keeps a catalogue's header under the empty sentence.
    said = sentence if language == SOURCE_LANGUAGE or not sentence else load_catalogue(language).gettext(sentence)
    return said.format(**values) if values else said


def say_plural(one: str, many: str, number: int, /, **values: object) -> str:
    """Returns the singular `one` or the plural `many`, as the language in use counts; {number} is put in formatted.

    >>> say_plural("{number} figure", "{number} figures", 2000)
    '2,000 figures'
    """
    written = format_decimal(number, locale=_current.get())
    return load_catalogue(_current.get()).ngettext(one, many, number).format(number=written, **values)


def translatable(text: str, /) -> str:
    """Returns the text unchanged; marks it for extraction, where `say(text)` translates it later."""
    return text


@contextmanager
def use_language(language: str) -> Iterator[None]:
    """Sets the language within the block; English where there is no catalogue for it."""
    token = _current.set(nearest_language(language))
    try:
        yield
    finally:
        _current.reset(token)


def current_language() -> str:
    """Returns the language in use, as Babel names it: "en"."""
    return _current.get()


@cache
def nearest_language(language: str) -> str:
    """Returns the available language for a tag such as "es-MX" or "es_MX"; English where there is none.

    >>> nearest_language("es-MX"), nearest_language("tlh")
    ('es', 'en')
    """
    short = language.replace("_", "-").partition("-")[0].lower()
    return short if short in available_languages() else SOURCE_LANGUAGE


@cache
def available_languages() -> tuple[str, ...]:
    """Returns the languages that have a catalogue, English first."""
    return (SOURCE_LANGUAGE, *sorted(path.stem for path in CATALOGUE_FOLDER.glob("*.po")))


@cache
def load_catalogue(language: str) -> NullTranslations:
    """Returns the catalogue of a language, compiled; an empty one for English. Raises FileNotFoundError."""
    if language == SOURCE_LANGUAGE:
        return NullTranslations()
    with (CATALOGUE_FOLDER / f"{language}.po").open("rb") as file:
        catalog = read_po(file, locale=Locale.parse(language))
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return GNUTranslations(compiled)
