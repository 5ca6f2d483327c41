"""Guesses the language of a text from its smallest words and, where it has none, from the shape of the others."""

import re
from collections.abc import Iterable

SMALL_WORDS = {
    "nl": frozenset(
        """de het een en van ik niet dat is op te voor met zijn mijn aan er maar om heb werd door naar in bij was of ook als dan nog al
        wat wie waar wanneer waarom hoe dit die deze geen wij we u uw jij je jullie hij zij ze hem haar hun ons onze zich mij me toen
        nu niets iets iemand niemand heeft hebben had hadden ben bent waren wordt worden kan kunnen moet moeten mag wil zal zou zouden
        krijg krijgt kreeg kregen gekregen komt zegt zei weet bel belde tot uit over onder tussen tegen zonder sinds tijdens na
        want omdat terwijl zodat hier daar veel weinig meer zeer erg heel goed jaar maand maanden weken dag dagen gisteren morgen
        vandaag terug dank bedankt beste geachte hallo dag mevrouw meneer heer groeten vriendelijke graag alstublieft klacht brief
        antwoord wachten wacht rekening betaald adres straat trein premie ontevreden""".split()
    ),
    "fr": frozenset(
        """le la les un une et de je ne pas que est pour avec mon ma aux du des qui dans mais par ai été ce cette ces sur au en il elle
        ils elles nous vous on tu moi toi lui leur leurs mes ses son sa vos votre notre nos plus très bien trop sans sous chez entre
        vers depuis quand où comment pourquoi quoi quel quelle si ou donc car ni y se me te à là ici être avoir suis sommes êtes sont
        était étaient avait avaient fait faire peut peux pouvez doit dois va vais rien personne jamais toujours encore déjà aussi
        alors après avant pendant hier demain mois ans jours jour semaine merci bonjour bonsoir cher chère madame monsieur
        cordialement salutations svp plaît rappelez réponse plainte adresse rue facture prime attends reçu""".split()
    ),
    "en": frozenset(
        """the a an and of i not that is to for with my at but was by from have been this it in on be are were as or if so we you he she
        they me him her us them our your his their its no yes do does did has had can could will would should may must just only
        when where why how what who which there here then now very more some any all out about after before since until without
        because while than too also still again ever never nothing please thank thanks dear hello hi sir madam regards sincerely
        answer back call complaint letter bill invoice address street train waiting received unhappy grant
        got went told said asked paid""".split()
    ),
    "de": frozenset(
        """der die das ein eine und von ich nicht dass ist zu für mit mein aber wurde durch den dem auf in im am an aus bei bis nach
        seit um vor über unter zwischen gegen ohne wegen es er sie wir ihr ihm ihn ihnen uns euch mir mich dir dich sich meine
        meinen meiner meinem sein seine unser unsere kein keine keinen nichts niemand jemand war waren bin sind hat habe haben
        hatte hatten wird werden worden kann können muss müssen soll will darf wo wann warum wie was wer welche dieser diese
        dieses noch schon sehr auch nur mehr viel dann denn weil wenn als ob oder doch hier dort heute gestern morgen jahre
        monaten monate wochen tag tage danke bitte hallo guten sehr geehrte geehrter frau herr herren damen grüßen gruß
        antwort beschwerde brief rechnung adresse straße zug warte bekommen zurück rufen unzufrieden prämie""".split()
    ),
}
# Letters and ends of words that one of the four writes and the others hardly do: they decide when no small word does.
SHAPES = {
    "nl": re.compile(r"ij|aa|oo|uu|sch|lijk|heid|tje\b|aal\b|ig[e]?\b|ge\w+d\b"),
    "fr": re.compile(r"[éèêçàâîôûœ]|eau|oux?\b|aux\b|tion\b|ment\b|ez\b|ée?s?\b|\b[dljnscmtq]['’]\w"),
    "en": re.compile(r"th|sh|wh|ing\b|ough|tion\b|ly\b|ness\b|y\b|['’](?:s|t|re|ve|ll|m)\b|ed\b"),
    "de": re.compile(r"[äöüß]|ung\b|lich|keit|sch|ei|tz|ie(?:r|b|n)|en\b"),
}
# For each of those words the languages that have it.
SPOKEN = {
    word: tuple(language for language, small in SMALL_WORDS.items() if word in small)
    for word in frozenset().union(*SMALL_WORDS.values())
}
ENOUGH = 12  # small words, after which the shapes have nothing to add


def count_of(words: Iterable[str]) -> dict[str, int]:
    """How many of these words each language has among its smallest."""
    count = dict.fromkeys(SMALL_WORDS, 0)
    for word in words:
        for language in SPOKEN.get(word, ()):
            count[language] += 1
    return count


def guess(text: str) -> str:
    """'nl', 'fr', 'en' or 'de'; 'nl' for a text that shows nothing."""
    start = text[:20_000].lower()
    words = re.findall(r"[^\W\d_]+", start)
    count = count_of(words)
    if max(count.values()) >= ENOUGH:
        return max(count, key=lambda language: count[language])
    shaped = {language: len(shape.findall(start[:400])) for language, shape in SHAPES.items()}
    return max(count, key=lambda language: 3 * count[language] + min(shaped[language], 5))
