"""The pages shown when something does not go. They say what to do next and hold no data."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

KEPT_BACK = {"csrfmiddlewaretoken", "password", "login", "code", "next"}
SHORT = 40  # a choice or a number is quickly given again


@login_not_required
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "400.html", status=400)


@login_not_required
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


@login_not_required
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


@login_not_required
def server_error(request: HttpRequest) -> HttpResponse:
    return render(request, "500.html", status=500)


@login_not_required
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "csrf_failure.html", status=403)


def refused(request: HttpRequest, sentence: str) -> HttpResponse:
    """An act that the rules refuse, when there is no form to say it in."""
    context = {"sentence": sentence, "typed": typed_texts(request)}
    return render(request, "refused.html", context, status=409)


def typed_texts(request: HttpRequest) -> list[str]:
    """What the person wrote in words, to be handed back: nobody has to write it twice. Never a password or a code."""
    given = [v for name in request.POST if name not in KEPT_BACK for v in request.POST.getlist(name)]
    return [text for text in given if len(text.strip()) > SHORT or " " in text.strip()]
