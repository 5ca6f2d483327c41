"""How often something may be done, counted for everybody together: no address is kept, because none is known.

A bucket fills slowly and is emptied by use. It lives in the memory of the process; with n processes there are n buckets.
"""

import threading
import time
from dataclasses import dataclass, field


@dataclass
class Bucket:
    """`size` at once, then `per_minute`."""

    size: float
    per_minute: float
    left: float = -1
    since: float = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self) -> bool:
        """One more; False when it is empty."""
        with self.lock:
            now = time.monotonic()
            start = self.size if self.left < 0 else self.left
            self.left = min(self.size, start + (now - self.since) / 60 * self.per_minute)
            self.since = now
            if self.left < 1:
                return False
            self.left -= 1
            return True

    def fill(self) -> None:
        """As new: for tests."""
        self.left = -1


FILING = Bucket(300, 20)  # 1,200 reports an hour, 300 of them at once
CODES = Bucket(60, 60)  # 16 digits and a thousand reports: one hit in 300,000 years
PASSPHRASES = Bucket(20, 10)
