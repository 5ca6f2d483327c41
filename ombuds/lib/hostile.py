"""Strings that people and machines send to break things. Tests send each of them to each form and command."""

STRINGS: tuple[str, ...] = (
    "",
    "   ",
    "\x00",
    "a\x00b",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'; DROP TABLE cases_case; --",
    "{{ 7|add:7 }}{% debug %}",
    "../../../../etc/passwd",
    "\u202egnp.exe\u202c",
    "Zo\u0308e\u0301\u0328",
    "\u200b\u200d\ufeff",
    "👩‍👩‍👧‍👦",
    "١٢٣",
    "=HYPERLINK(1)",
    "%s %(x)s %n {0}",
    "-1",
    "99999999999999999999999999",
    "2025-02-30",
    "NaN",
    "\ud7ff\ue000",
    "\r\nBcc: someone@example.org",
    "A" * 10_000,
)
MEGABYTE = "lange regel " * 90_000
