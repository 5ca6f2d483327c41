"""Accessibility findings of a page, by axe-core."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
GRAVE = {"serious", "critical"}


@dataclass(frozen=True)
class Accessibility:
    """Call it with a page: fails the test on a serious or critical finding, and names element and rule."""

    script: Path

    def findings(self, page: Page) -> list[str]:
        page.evaluate(self.script.read_text())
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
