"""Structural problems: complaints that resemble each other, the patterns they form, and the signals that stand out.

Doors: `models`, `services`, `terms`, `access`, and `engine`, which is pure. Integrity reports are never in here.
"""
