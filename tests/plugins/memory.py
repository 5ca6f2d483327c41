"""Python looks through all objects for circles that nobody uses, again and again. What was collected and imported stays to the end:
it is not looked through any more, and the rest less often. That is a sixth of the time of tests with a database."""

import gc


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
