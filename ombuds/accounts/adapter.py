"""How allauth behaves here: nobody signs up; an administrator adds people."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class StaffAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Staff only."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
