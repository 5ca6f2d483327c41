"""Log-in, log-out, password and second factor, by allauth. Nobody signs up or changes their address here: an
administrator adds people, and gives a link to choose a password."""

from allauth.account import views as allauth
from django.urls import include, path

from ombuds.accounts.views.entrance import ChoosePassword

urlpatterns = [
    path("", allauth.login, name="account_login"),
    path("out/", allauth.logout, name="account_logout"),
    path("inactive/", allauth.account_inactive, name="account_inactive"),
    path("again/", allauth.reauthenticate, name="account_reauthenticate"),
    path("password/", allauth.password_change, name="account_change_password"),
    path("password/<uidb64>/<token>/", ChoosePassword.as_view(), name="choose_password"),
    path("factor/", include("allauth.mfa.urls")),
]
