"""At the end of retention the words and addresses go; that there was a message, and when, stays."""

from ombuds.cases.models import Case
from ombuds.correspondence.models import Answer, Extension, Message, MessageText
from ombuds.correspondence.terms import State


def destroy_content(case: Case) -> None:
    """For settings.OMBUDS_ON_DESTROY. The files themselves are those of the case's papers."""
    messages = Message.objects.filter(case=case)
    MessageText.objects.filter(message__case=case).delete()
    for message in messages:
        message.attachments.clear()
    messages.update(party=None, sent_to="", email="", pdf=None)
    messages.filter(state__in=[State.DRAFT, State.QUEUED, State.FAILED]).update(state=State.DROPPED)
    for question in case.questions.all():
        question.shown.clear()
    for answer in Answer.objects.filter(question__case=case):
        answer.files.clear()
    for asked in case.information_requests.all():
        asked.files.clear()
    case.questions.update(text="—")
    Answer.objects.filter(question__case=case).update(text="—")
    Extension.objects.filter(question__case=case).update(reason="—", reply="")
    case.information_requests.update(text="—", answer="")
