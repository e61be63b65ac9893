"""The language of a text."""

from __future__ import annotations

import pytest

from rung.reading.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We are looking for a person who will bake bread with us in the morning", "en"),
        ("Wir suchen eine Person, die mit uns das Brot für die Stadt backt und verkauft", "de"),
        ("Nous cherchons une personne pour faire le pain avec nous dans la ville", "fr"),
        ("Buscamos una persona para hacer el pan con nosotros en la ciudad", "es"),
        ("Wij zoeken een bakker die het brood voor de stad bakt en met ons werkt", "nl"),
        ("Cerchiamo una persona per fare il pane con noi nella città e per la vendita", "it"),
        ("Procuramos uma pessoa para fazer o pão com a nossa equipe e que mora na cidade", "pt"),
        ("Szukamy osoby do pracy w piekarni, która piecze chleb z nami i nie śpi", "pl"),
        ("私たちは機械学習エンジニアを探しています", "other"),
        ("Python, SQL, Docker, Kubernetes", "other"),
        ("", "other"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert language_of(text) == language
