"""Work for the queue. A task knows the number of a case and nothing else."""

from django_tasks import task

from ombuds.cases.models import Case
from ombuds.patterns import services


@task()
def arrive(case_pk: int) -> None:
    """Compare a new case with the others. A case that has gone meanwhile is no fault; one that was taken in is left alone."""
    case = Case.objects.filter(pk=case_pk).first()
    if case is not None:
        services.take_in(case)
