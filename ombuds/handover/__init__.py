"""The one door between the office's cases and the sealed integrity channel, both ways.

In: a complaint that turns out to be a report. The complainant agrees, gets a receipt code, and the case is emptied.
Out: a report that is a complaint, as a new case of exactly what the reporter agreed to; and a text for a publication that two
handlers signed. Stands above both houses: neither imports it, and of the channel it uses `integrity.door` alone.

Way in for readers: `services.moving_in`, `services.emptying`, `services.moving_out`, then `views`.
"""
