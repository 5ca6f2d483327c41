"""Pages about people, below /staff/."""

from django.urls import path

from ombuds.accounts.views import own, people

app_name = "accounts"
urlpatterns = [
    path("me/", own.me, name="me"),
    path("me/absence/", own.plan_own_absence, name="plan_own_absence"),
    path("me/absence/<int:pk>/cancel/", own.cancel_own_absence, name="cancel_own_absence"),
    path("people/", people.people, name="people"),
    path("people/add/", people.add_person, name="add_person"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/roles/", people.give_role, name="give_role"),
    path("people/<int:pk>/roles/<int:assignment>/end/", people.end_role, name="end_role"),
    path("people/<int:pk>/absence/", people.plan_absence, name="plan_absence"),
    path("people/<int:pk>/absence/<int:absence>/cancel/", people.cancel_absence, name="cancel_absence"),
    path("people/<int:pk>/close/", people.close_account, name="close_account"),
    path("people/<int:pk>/reopen/", people.reopen_account, name="reopen_account"),
    path("people/<int:pk>/second-factor/", people.remove_second_factor, name="remove_second_factor"),
    path("people/<int:pk>/password/", people.password_link, name="password_link"),
    path("teams/", people.teams, name="teams"),
    path("teams/<int:pk>/", people.team, name="team"),
    path("teams/<int:pk>/remove/", people.remove_team, name="remove_team"),
]
