"""At the door: choosing a password with the link that the administrator gave."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.views import PasswordResetConfirmView
from django.http import HttpResponse
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _

from ombuds.accounts.models import User
from ombuds.accounts.terms import Act
from ombuds.audit.services import record


@method_decorator(login_not_required, name="dispatch")
class ChoosePassword(PasswordResetConfirmView):
    """Django keeps the token out of the address as soon as it is checked, and lets it work once."""

    template_name = "accounts/choose_password.html"
    success_url = reverse_lazy("account_login")

    def get_user(self, uidb64: str) -> User | None:
        user: Any = super().get_user(uidb64)
        return user if isinstance(user, User) and user.is_active else None

    def form_valid(self, form: SetPasswordForm) -> HttpResponse:  # type: ignore[type-arg]  # generic in the stubs only
        record(Act.PASSWORD_SET, actor=form.user, subject=form.user)
        messages.success(self.request, _("Your password is set. Log in with it."))
        return super().form_valid(form)
