"""Exports: nothing leaves that is not noted, nothing is noted that did not leave, and a name closes the gate."""

import pytest

from t2desk.domain.documents import FIXED, Document
from t2desk.domain.editions import EDITIONS, FieldNotListed
from t2desk.domain.findings import Finding, Level
from t2desk.domain.ledger import Release
from t2desk.i18n import Phrases
from t2desk.services.exports import export_edition, order
from t2desk.services.gate import Blocked, Gate


class Press:
    def render(self, document, passphrase):
        assert isinstance(document, Document)
        return "\n".join(text.plain for text, _ in document.texts()).encode()

    def pages(self, content):
        return (content.decode(),)


class Staged:
    def __init__(self, content, fails=False):
        self.content, self.fails = content, fails
        self.published = self.discarded = False

    def publish(self):
        if self.fails:
            raise OSError
        self.published = True

    def discard(self):
        self.discarded = True


def gate_that_finds(*words):
    def find(text):
        return tuple(
            Finding(1, text.index(word), text.index(word) + len(word), word, "name", "p01", Level.BLOCK, "a name")
            for word in words
            if word in text
        )

    return lambda _people: Gate(find)


def exported(desk, staged, find=gate_that_finds(), edition="report"):  # noqa: B008
    made = []
    secret = "six plain words" if EDITIONS[edition].encrypted else None

    def stage(content):
        staged.content = content
        made.append(staged)
        return staged

    return export_edition(desk, order(edition, None, ".pdf", secret), Press(), find, Phrases, stage), made


def releases(desk):
    return desk.read(lambda work: work.select(Release))


@pytest.fixture
def spoken(desk):
    """A session with prose, a point and a next step, each with a word of its own."""
    desk.perform("series.rename", {"title": "Series-word"})
    desk.perform("session.open", {"title": "Title-word"})
    desk.perform("item.add", {"title": "Item-word", "minutes": 10, "phase": "concerns"})
    desk.perform("item.next", {})
    desk.perform("section.write", {"text": "Text-word here.", "heading": "Heading-word"})
    point, _ = desk.perform("point.propose", {"text": "Point-word stands."})
    from t2desk.domain.keys import key_to_text

    key = key_to_text(point.key)
    for state in ("drafted", "tested", "converging"):
        desk.perform("point.move", {"point": key, "state": state})
    desk.perform("point.concern", {"point": key, "text": "Concern-word remains.", "mend": "Mend-word"})
    desk.perform("step.add", {"what": "Step-word", "by": "By-word", "holder": "Holder-word"})
    return desk


WORDS = [
    "Series-word", "Title-word", "Text-word", "Heading-word", "Point-word", "Concern-word", "Mend-word", "Step-word",
    "By-word", "Holder-word",
]  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
def test_a_name_in_any_field_of_the_report_closes_the_gate(spoken, word):
    staged = Staged(b"")
    with pytest.raises(Blocked) as blocked:
        exported(spoken, staged, gate_that_finds(word))
    assert {finding.text for finding in blocked.value.findings} == {word}
    assert (staged.content, releases(spoken)) == (b"", ())


def test_a_name_in_the_programme_closes_the_gate(spoken):
    with pytest.raises(Blocked):
        exported(spoken, Staged(b""), gate_that_finds("Item-word"), "agenda")


def test_an_edition_that_leaves_is_noted_with_its_fingerprint(spoken):
    done, made = exported(spoken, Staged(b""))
    assert made[0].published
    assert [release.sha256 for release in releases(spoken)] == [done.sha256]


def test_a_file_that_cannot_get_its_name_leaves_neither_file_nor_entry(spoken):
    staged = Staged(b"", fails=True)
    with pytest.raises(OSError):
        exported(spoken, staged)
    assert staged.discarded
    assert releases(spoken) == ()


def test_the_same_content_is_the_same_bytes(spoken):
    first, second = (exported(spoken, Staged(b""))[0].sha256 for _ in range(2))
    assert first == second


@pytest.mark.parametrize("edition", ["report", "readout", "agenda", "record"])
def test_every_edition_holds_only_what_it_lists(spoken, edition):
    _, made = exported(spoken, Staged(b""), edition=edition)
    assert made[0].published


def test_a_field_that_is_not_listed_is_refused(spoken, monkeypatch):
    listed = EDITIONS["readout"]
    smaller = type(listed)(
        listed.name, listed.code, listed.audience, listed.formats, listed.fields - {"step.what"}, listed.farthest
    )
    monkeypatch.setitem(EDITIONS, "readout", smaller)
    with pytest.raises(FieldNotListed) as refused:
        exported(spoken, Staged(b""), edition="readout")
    assert refused.value.details["field"] == "step.what"
    assert FIXED != "step.what"
