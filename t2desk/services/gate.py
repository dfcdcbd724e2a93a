"""The gate: what stands between an edition and a file, and closes when in doubt."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from t2desk.domain.desk_errors import GateClosed
from t2desk.domain.documents import Document
from t2desk.domain.findings import Finding, Level

FindLeaks = Callable[[str], tuple[Finding, ...]]


class Blocked(GateClosed):
    """The gate closed, with what was found."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Keep the findings for whoever shows them."""
        super().__init__(count=sum(finding.level is Level.BLOCK for finding in findings))
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Gate:
    """Checks a document's texts before it is drawn, and its pages once they are."""

    find: FindLeaks

    def check_document(self, document: Document) -> tuple[Finding, ...]:
        """Return the findings that only warn; a finding's line is the number of the text. Raises Blocked."""
        found: list[Finding] = []
        for number, (text, _) in enumerate(document.texts(), start=1):
            # A person who is named across a line's end is found within the text, of which lines are parts.
            found += [replace(finding, line=number) for finding in self.find(text.plain.replace("\n", " "))]
        return self._passed(tuple(found))

    def check_pages(self, pages: tuple[str, ...]) -> tuple[Finding, ...]:
        """Return the findings that only warn in what a reader of the finished file sees. Raises Blocked."""
        found = [
            replace(finding, line=number) for number, page in enumerate(pages, start=1) for finding in self.find(page)
        ]
        return self._passed(tuple(found))

    def _passed(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        if any(finding.level is Level.BLOCK for finding in findings):
            raise Blocked(findings)
        return findings
