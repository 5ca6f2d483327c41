"""How allauth behaves here: nobody signs up, each log-in is recorded, seeds of second factors are stored sealed."""

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from ombuds.accounts.models import User
from ombuds.accounts.terms import Act
from ombuds.audit.services import record


class StaffAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Staff only: an administrator adds people."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        record(Act.LOGGED_IN, actor=user, subject=user)
        response: HttpResponse = super().post_login(request, user, **kwargs)
        return response

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        """Of allauth's messages only what a person has to act on; "signed in as" on each log-in is noise."""
        template = str(kwargs.get("message_template") or (args[0] if args else ""))
        if not template.endswith(("logged_in.txt", "logged_out.txt")):
            super().add_message(request, level, *args, **kwargs)


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """Who copies the database cannot make anybody's codes with it."""

    def _box(self) -> Fernet:
        key = hashlib.sha256(b"second factor " + settings.SECRET_KEY.encode()).digest()
        return Fernet(base64.urlsafe_b64encode(key))

    def encrypt(self, text: str) -> str:
        return self._box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return self._box().decrypt(encrypted_text.encode()).decode()

    def get_totp_label(self, user: User) -> str:
        return user.email
