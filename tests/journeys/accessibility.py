"""Accessibility findings of a page, by axe-core."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

# A browser puts it into each page by itself: to send its half a megabyte with every page takes longer than to open the page.
SCRIPT = Path(__file__).resolve().parent.parent.parent / "node_modules" / "axe-core" / "axe.min.js"

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
GRAVE = {"serious", "critical"}


class Accessibility:
    """Call it with a page of `visit`: fails the test on a serious or critical finding, and names element and rule."""

    def findings(self, page: Page) -> list[str]:
        page.wait_for_function("document.documentElement && document.readyState === 'complete' && window.axe")
        result: dict[str, Any] = page.evaluate(
            "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})",
            RULES,
        )
        return [
            f"{page.url}: {found['id']} ({found['impact']}): {found['help']} – {node['html'][:160]}"
            for found in result["violations"]
            if found["impact"] in GRAVE
            for node in found["nodes"][:3]
        ]

    def __call__(self, page: Page) -> None:
        found = self.findings(page)
        assert not found, "\n".join(found)
