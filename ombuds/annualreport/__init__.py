"""Editions of the yearly report: written, built from figures, recommendations and stories, checked, frozen, drawn.

One content tree (`content`) is drawn as a page (`html`) and as a document (`paper`); both say the same.
Doors: models, services. Next rooms: desk, publicsite.
"""
