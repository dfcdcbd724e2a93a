"""The gate: what stands between an edition and a file, and closes when in doubt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from t2desk.domain.desk_errors import GateClosed
from t2desk.domain.documents import Document
from t2desk.domain.findings import Finding, Level

FindLeaks = Callable[[str], tuple[Finding, ...]]


NO_NAMES: Mapping[str, str] = MappingProxyType({})
# The origins of texts that are nothing but names of people who asked for it.
NAMES_STAND = frozenset({"signatory.name", "chair.name"})


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

    def check_document(self, document: Document, named: Mapping[str, str] = NO_NAMES) -> tuple[Finding, ...]:
        """Return the findings that only warn; a finding's line is the number of the text. Raises Blocked.

        `named` are the names that people asked to be printed, by person: only where names stand, and nowhere else.
        """
        found: list[Finding] = []
        for number, (text, _) in enumerate(document.texts(), start=1):
            # A person who is named across a line's end is found within the text, of which lines are parts.
            here = [replace(finding, line=number) for finding in self.find(text.plain.replace("\n", " "))]
            found += [one for one in here if text.origin not in NAMES_STAND or not _is_named(one, named)]
        return self._passed(tuple(found))

    def check_pages(self, pages: tuple[str, ...], named: Mapping[str, str] = NO_NAMES) -> tuple[Finding, ...]:
        """Return the findings that only warn in what a reader of the finished file sees. Raises Blocked."""
        found = [
            replace(finding, line=number) for number, page in enumerate(pages, start=1) for finding in self.find(page)
        ]
        return self._passed(tuple(one for one in found if not _is_named(one, named)))

    def _passed(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        if any(finding.level is Level.BLOCK for finding in findings):
            raise Blocked(findings)
        return findings


def _is_named(finding: Finding, named: Mapping[str, str]) -> bool:
    """Say whether a finding is (a part of) the printed name of somebody who asked to be named."""
    if finding.person is None or finding.person not in named:
        return False
    return " ".join(finding.text.split()) in " ".join(named[finding.person].split())
