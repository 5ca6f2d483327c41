"""What the contact persons of public services see: each room's urls_service.py, below /service/."""

from ombuds.config.rooms import addresses

DOOR = ("urls_service", "service/")
urlpatterns = addresses(DOOR)
