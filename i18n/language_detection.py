"""Which language a text is in, told by its script and its commonest words: to say honestly that it can't be read."""

from __future__ import annotations

import re
from collections import Counter

LONGEST = 2_000  # characters; more would not tell more
READ = "en"  # the language that claims are read in

# The words that make up a third of any text in their language, and are rare or absent in the others here.
COMMON = {
    "en": "the of and to in is that for it was with as are on by be this have has will from or an at i a you my we they"
    " if how what who there does do not more than people around about would could",
    "es": "de la que el en y los del las un por con una su para es son tiene más como pero sus hay está años cada se",
    "fr": "de la le les et des en du une est que pour qui dans par sur pas avec sont plus ce au aux ont cette été",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch hat werden pro mehr",
    "pt": "de a o que e do da em um para com não uma os no na por mais as dos como mas foi ao tem são seu sua",
    "it": "di che e la il un a per in una sono del con non si della più ha le dei i gli al alla nel anni come",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als bij meer heeft per jaar",
    "pl": "w i na się z do nie jest o to że od po jak za przez dla ma są ludzi roku",
    "sv": "och i att det som en på är av för med den till inte om har ett från människor",
    "tr": "bir ve bu için ile de da çok en daha olarak var yıl her milyon kişi",
    "id": "yang dan di ini itu dengan untuk dari dalam tidak akan pada ke juga orang adalah juta",
    "ro": "și de în la a pe cu din care nu este un o mai sunt pentru ani",
    "vi": "của và là có các trong người được cho một không với những năm triệu",
}
WORDS = {language: frozenset(words.split()) for language, words in COMMON.items()}
# Scripts that are written in one language, or mostly; the telling letters of another in the same script come first.
SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("uk", re.compile(r"[іїєґ]", re.IGNORECASE)),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("fa", re.compile(r"[پچژگ]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("bn", re.compile(r"[\u0980-\u09ff]")),
    ("ta", re.compile(r"[\u0b80-\u0bff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
)
WORD = re.compile(r"[^\W\d_]+")
LEAD = 2  # so many more common words than English has


def detect_language(text: str) -> str | None:
    """The language, as its two-letter code; None where the text is too short to tell.

    >>> detect_language("Mexico has 700 million people")
    'en'
    >>> detect_language("México tiene 700 millones de personas en la ciudad")
    'es'
    """
    text = text[:LONGEST]
    letters = sum(map(str.isalpha, text))
    for language, script in SCRIPTS:
        own = len(script.findall(text))
        if own * (8 if language in ("uk", "fa", "ja") else 2) > letters > 0:
            return language
    return _by_words([word.lower() for word in WORD.findall(text)])


def is_unread(text: str) -> bool:
    """Whether it is surely in a language that claims are not read in."""
    return detect_language(text) not in (None, READ)


def _by_words(words: list[str]) -> str | None:
    counts = Counter({language: sum(word in common for word in words) for language, common in WORDS.items()})
    (best, most), (_, second) = counts.most_common(2)
    if best == READ:
        return READ if most > second else None
    return best if most >= counts[READ] + LEAD and most > second else None
