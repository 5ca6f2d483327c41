"""Each night: does the quick search still find what an exact one finds? The figure is kept, for the administrator."""

import datetime as dt
import logging
import random
import time

import numpy as np

from ombuds.office.models import Office
from ombuds.patterns.models import RECALL_WANTED, RecallTrial
from ombuds.patterns.running import opened

logger = logging.getLogger(__name__)
QUESTIONS = 50


def try_recall(
    office: Office, day: dt.date, *, questions: int = QUESTIONS, again: bool = False
) -> RecallTrial | None:
    """Ask some stored complaints for their ten nearest, twice. None while nothing is stored. Once a day, unless `again`."""
    known = RecallTrial.objects.filter(office=office, on=day).first()
    if known is not None and not again:
        return known
    with opened(office) as running:
        index, records = running.chain.index, running.chain.store.records
        live = np.flatnonzero(records["gone"] == 0)
        if not len(live):
            return None
        rng = random.Random(day.toordinal())  # noqa: S311  a sample, no secret
        rows = np.asarray(rng.sample(live.tolist(), min(questions, len(live))), np.int64)
        recall = index.recall(rows)
        queries = running.chain.store.vectors(np.sort(rows))
        before = time.process_time()
        for query in queries:
            index.search(query, 10)
        spent = 1000 * (time.process_time() - before) / len(rows)
    if recall < RECALL_WANTED:
        logger.warning("the search for similar complaints finds only %.3f of the nearest", recall)
    trial, _created = RecallTrial.objects.update_or_create(
        office=office,
        on=day,
        defaults={
            "held": len(live),
            "questions": len(rows),
            "recall": recall,
            "milliseconds": round(spent, 2),
        },
    )
    return trial
