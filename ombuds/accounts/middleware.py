"""What holds for every page behind log-in: the person's language, and a second factor where the office asks it."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from ombuds.accounts.models import User
from ombuds.accounts.services import second_factors


class StaffMiddleware:
    """Shows staff pages in the person's own language, and sends who has no second factor to set one up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        if not isinstance(user, User):
            return self.get_response(request)
        translation.activate(user.language)
        request.LANGUAGE_CODE = translation.get_language()
        if settings.REQUIRE_MFA and not self._is_open(request) and not second_factors(user):
            messages.warning(request, _("Set up a second factor first: this office asks it of everybody."))
            return redirect("mfa_index")
        response = self.get_response(request)
        self._keep_language(request, response, user)
        return response

    def _is_open(self, request: HttpRequest) -> bool:
        """Pages that a person without second factor needs: to set it up, to log out, to read in another language."""
        return request.path.startswith(reverse("account_login")) or request.path == reverse("set_language")

    def _keep_language(self, request: HttpRequest, response: HttpResponse, user: User) -> None:
        """The language switch of a member of staff is a choice for good."""
        chosen = response.cookies.get(settings.LANGUAGE_COOKIE_NAME)
        if chosen and chosen.value != user.language and chosen.value in dict(settings.LANGUAGES):
            User.objects.filter(pk=user.pk).update(language=chosen.value)
