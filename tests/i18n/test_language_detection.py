"""Which language a text is in: told for those that claims come in, and never where it is English."""

from __future__ import annotations

import pytest

from i18n.language_detection import detect_language, is_unread

TEXTS = [
    ("es", "El gobierno dice que México tiene 700 millones de personas"),
    ("es", "cada año se tiran 3 millones de toneladas de comida en España"),
    ("fr", "La France compte 700 millions d'habitants et le chômage est à 50 %"),
    ("de", "Deutschland hat 700 Millionen Einwohner und die Hälfte ist arm, das ist nicht wenig"),
    ("pt", "O Brasil tem 700 milhões de pessoas, mais do que a China, segundo o ministro"),
    ("it", "L'Italia ha 700 milioni di abitanti, che sono più di quelli della Cina"),
    ("nl", "Nederland heeft 700 miljoen inwoners en dat is meer dan de helft van het totaal"),
    ("pl", "Polska ma 700 milionów ludzi i to jest więcej niż w Niemczech"),
    ("tr", "Türkiye'de 700 milyon kişi var ve bu çok daha fazla"),
    ("id", "Indonesia memiliki 3 miliar orang dan ini adalah yang terbesar di dunia"),
    ("ru", "В Мексике живёт 700 миллионов человек"),
    ("uk", "У Києві живе 700 мільйонів людей, і їх більшає"),
    ("zh", "墨西哥有7亿人口"),
    ("ja", "メキシコの人口は7億人です"),
    ("ko", "멕시코 인구는 7억 명이다"),
    ("ar", "يبلغ عدد سكان المكسيك 700 مليون نسمة"),
    ("hi", "मेक्सिको की आबादी 70 करोड़ है"),
]
ENGLISH = [
    "Mexico has 700 million people",
    "Alibaba will create 1 million US jobs",
    "The Los Angeles de la Rosa family of El Paso has 3 of the 5 houses in San Jose",
    "walmart employs 40k ppl lol",
    "12,000,000",
    "",
    "€5 > £4",
    "Der Spiegel says that 5 million people in Germany are out of work",
    "hola",
]


@pytest.mark.parametrize(("language", "text"), TEXTS, ids=lambda part: part[:30])
def test_detected_language(language: str, text: str) -> None:
    assert detect_language(text) == language
    assert is_unread(text)


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_read(text: str) -> None:
    assert not is_unread(text)
