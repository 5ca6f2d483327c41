"""The verbs of correspondence. Other rooms call `merge`, `draft`, `send`, `send_letter`, `ask`, `receive`."""

from ombuds.correspondence.services.answers import (
    answer,
    ask_extension,
    decide_extension,
)
from ombuds.correspondence.services.calls import note_call, receive
from ombuds.correspondence.services.destroying import destroy_content
from ombuds.correspondence.services.drafting import (
    Draft,
    DraftText,
    change_draft,
    draft,
    drop,
    languages_for,
    merge,
    notice,
)
from ombuds.correspondence.services.information import (
    answer_information_request,
    ask_complainant,
    close_without_reply,
    remind_complainant,
)
from ombuds.correspondence.services.notices import notify, notify_liaison
from ombuds.correspondence.services.questions import (
    ask,
    due_of,
    escalate,
    remind,
    withdraw_question,
)
from ombuds.correspondence.services.sending import (
    acknowledge,
    posted,
    retry,
    send,
    send_letter,
)

__all__ = [
    "Draft",
    "DraftText",
    "acknowledge",
    "answer",
    "answer_information_request",
    "ask",
    "ask_complainant",
    "ask_extension",
    "change_draft",
    "close_without_reply",
    "decide_extension",
    "destroy_content",
    "draft",
    "drop",
    "due_of",
    "escalate",
    "languages_for",
    "merge",
    "note_call",
    "notice",
    "notify",
    "notify_liaison",
    "posted",
    "receive",
    "remind",
    "remind_complainant",
    "retry",
    "send",
    "send_letter",
    "withdraw_question",
]
