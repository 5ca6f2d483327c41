"""The integrity channel: a sealed house for people who report abuse, fraud or serious neglect that they saw at work.

Apart from all other rooms: own database (alias `integrity`), files, keys, sessions, cookies, record of acts and tree of
addresses, which can be served by a process and on a host of its own. Nothing here points at a row of another room, and no
other room imports this one. It reads of the house only `lib` and the active office's name and languages.

Way in for readers: `vault` (pure: sealing, keys, codes), then `models`, `chests` (how a compartment of a report is opened),
`services` (the acts), `views`. docs/threat-model.md says against whom it holds, and against whom it does not.
"""
