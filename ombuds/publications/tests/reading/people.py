"""A draft with names in two languages, and shorthand for what readers do with it."""

from typing import Any

from ombuds.publications.models import Publication
from ombuds.publications.reviewing import services
from ombuds.publications.reviewing.desk import Desk, open_desk, turn_of
from ombuds.publications.reviewing.items import Item

NL = {
    "title": "Een boete te veel",
    "summary": "Een vrouw kreeg een boete.",
    "body": "Mevrouw Fatiha Van den Ölme-Benali woont in Elsene. Mevrouw Achterberg belde naar 0475 12 34 56. Beige is de deur.",
}
FR = {
    "title": "Une amende de trop",
    "summary": "Une femme a reçu une amende.",
    "body": "Madame Fatiha Van den Ölme-Benali habite ici. Madame Achterberg a téléphoné. Beige est la porte.",
}


class Reader:
    """One person before the draft: opens it anew before each act, like a browser."""

    def __init__(self, publication: Publication, user: Any, source: str = "draft") -> None:
        self.publication, self.user, self.source = publication, user, source

    @property
    def desk(self) -> Desk:
        fresh = Publication.objects.get(pk=self.publication.pk)
        return open_desk(fresh, self.source, self.user)

    def starts(self, turn: int = 1) -> "Reader":
        services.start(self.desk, turn)
        return self

    @property
    def places(self) -> list[Item]:
        desk = self.desk
        return desk.items(turn_of(desk))

    def words(self, item: Item) -> str:
        return next(p.text for p in self.desk.pieces if p.key == item.piece)[item.start : item.end]

    def place(self, words: str, piece: str = "nl-body") -> Item:
        return next(i for i in self.places if i.piece == piece and words in self.words(i))

    def decides(self, words: str, verdict: str, piece: str = "nl-body", *, everywhere: bool = False) -> Any:
        desk = self.desk
        place = services.item_id(self.place(words, piece))
        return services.decide(
            desk, turn_of(desk), place=place, verdict=verdict, everywhere=everywhere, **self.sees(desk)
        )

    def adds(self, words: str, piece: str = "nl-body", kind: str = "person", **more: Any) -> Any:
        desk = self.desk
        return services.add(
            desk, turn_of(desk), piece=piece, words=words, kind=kind, **more, **self.sees(desk)
        )

    def sees(self, desk: Desk) -> dict[str, Any]:
        return {"version": desk.reviews[turn_of(desk)].version, "seen": desk.seen}

    def masks_the_rest(self) -> "Reader":
        for item in self.places:
            if not item.verdict:
                desk = self.desk
                services.decide(
                    desk, turn_of(desk), place=services.item_id(item), verdict="mask", **self.sees(desk)
                )
        return self

    def finishes(self) -> Any:
        desk = self.desk
        return services.finish(desk, turn_of(desk), **self.sees(desk))
