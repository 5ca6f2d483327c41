"""A service by the name that people type, for forms: the register is too long to choose from a list."""

from django.utils.translation import gettext_lazy as _

from ombuds.authorities.models import Body
from ombuds.authorities.services.routing import find_body, suggest
from ombuds.lib.errors import Refusal
from ombuds.lib.text import fold
from ombuds.office.models import Office

LONGEST = 200


class NotInRegister(Refusal):
    """No service has this name."""

    template = _("“%(name)s” is not a name in the register of services.")


class SeveralMeant(Refusal):
    """The name fits more than one service."""

    template = _("“%(name)s” can mean several services: %(names)s. Write one of these names.")


def body_named(office: Office, text: str) -> Body:
    """The one body that a name stands for. Raises NotInRegister, SeveralMeant."""
    name = " ".join(text.split())[:LONGEST]
    found = find_body(office, name)
    if found is not None:
        return found
    likely = [match.body for match in suggest(name, office)]
    same = [body for body in likely if fold(name) in {fold(each) for each in body.names.values()}]
    if len(same) == 1:
        return same[0]
    if likely:
        raise SeveralMeant(name=name, names="; ".join(str(body) for body in same or likely))
    raise NotInRegister(name=name)
