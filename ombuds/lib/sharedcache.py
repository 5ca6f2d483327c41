"""One cache for all processes of an office, in its database: what one worker has counted, the others know.

Used for counting tries and for remembering used one-time codes, so a slow cache is good enough and a lost one is not.
"""

import base64
import pickle

from django.core.cache.backends.db import DatabaseCache
from django.db import connections, router, transaction


class SharedCache(DatabaseCache):
    """Django's, with counting that two processes can do at once, and that leaves the end of the window alone."""

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        """Add to a number under a lock of its row. Raises ValueError when there is none."""
        made = self.make_and_validate_key(key, version=version)
        alias = router.db_for_write(self.cache_model_class)
        with transaction.atomic(using=alias):
            if self.get(key, version=version) is None:
                raise ValueError(f"Key '{key}' not found")
            number = _number(self._locked(alias, made)) + delta
            self._write(alias, made, number)
        return number

    def _locked(self, alias: str, key: str) -> str:
        connection = connections[alias]
        lock = (
            " FOR UPDATE" if connection.features.has_select_for_update else ""
        )  # SQLite has one writer anyway
        sql = f"SELECT value FROM {self._quoted(alias)} WHERE cache_key = %s{lock}"  # noqa: S608 a name of ours
        with connection.cursor() as cursor:
            cursor.execute(sql, [key])
            found = cursor.fetchone()
        if found is None:
            raise ValueError(f"Key '{key}' not found")
        return str(found[0])

    def _write(self, alias: str, key: str, number: int) -> None:
        kept = base64.b64encode(pickle.dumps(number, self.pickle_protocol)).decode("latin1")
        sql = f"UPDATE {self._quoted(alias)} SET value = %s WHERE cache_key = %s"  # noqa: S608 a name of ours
        with connections[alias].cursor() as cursor:
            cursor.execute(sql, [kept, key])

    def _quoted(self, alias: str) -> str:
        table: str = self._table  # type: ignore[attr-defined]  # Django sets it; the stubs do not know
        return str(connections[alias].ops.quote_name(table))


def _number(kept: str) -> int:
    return int(pickle.loads(base64.b64decode(kept.encode())))  # noqa: S301 the form in which Django keeps it
