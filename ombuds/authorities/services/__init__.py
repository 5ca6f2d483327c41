"""What other rooms ask of the register, and what staff change in it."""

from ombuds.authorities.services.changing import (
    add_alias,
    add_body,
    add_contact,
    change_body,
    end_competence,
    remove_alias,
    remove_contact,
    set_competence,
)
from ombuds.authorities.services.helping import Advice, Contacted, Door, When, advise
from ombuds.authorities.services.judging import Judgement, Purpose, judge
from ombuds.authorities.services.naming import body_named
from ombuds.authorities.services.routing import (
    Match,
    clear,
    find_body,
    route,
    router_for,
    search,
    suggest,
)

__all__ = [
    "Advice",
    "Contacted",
    "Door",
    "Judgement",
    "Match",
    "Purpose",
    "When",
    "add_alias",
    "add_body",
    "add_contact",
    "advise",
    "body_named",
    "change_body",
    "clear",
    "end_competence",
    "find_body",
    "judge",
    "remove_alias",
    "remove_contact",
    "route",
    "router_for",
    "search",
    "set_competence",
    "suggest",
]
