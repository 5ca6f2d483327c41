from django.core.management import call_command


def test_the_names_of_bodies_and_towns_are_those_of_the_register() -> None:
    """`ombuds engine_data` writes them anew."""
    call_command("engine_data", "--check")
