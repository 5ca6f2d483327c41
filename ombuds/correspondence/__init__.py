"""Letters and mails in and out, questions to services and their terms. Doors: models, services. Next: investigations."""
