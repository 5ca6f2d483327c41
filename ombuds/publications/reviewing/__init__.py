"""Reading a text for names: every found place is looked at by a person, and what was decided is kept.

`pieces` what is read, `aligning` and `items` pure, `services` the acts, `measuring` the figures. Next: `gate` of the text.
"""
