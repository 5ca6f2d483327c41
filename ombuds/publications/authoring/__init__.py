"""Writing: what was kept before, what is not kept yet, what colleagues and services say of it, and figures by reference.

`comparing`, `merging` and `figures` are pure; `services` holds the verbs. Next: `ombuds/publications/services`.
"""
