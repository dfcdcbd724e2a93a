"""Pages: nothing cut off, points whole, headings with what they head, table heads on every page."""

import cProfile
import re

from t2desk.domain.documents import (
    Agenda,
    AgendaRow,
    BulletList,
    Column,
    Fact,
    Heading,
    Masthead,
    Pair,
    Paragraph,
    Point,
    Table,
    Terms,
    Tone,
)
from t2desk.reports.inspection import words
from t2desk.reports.render import render

SENTENCE = "The parties recalled that arrangements of this kind have been tried before and have not lasted. "


def test_a_table_of_500_rows_has_all_of_them_and_its_head_on_every_page(document_of, text):
    rows = tuple((text(f"r{index}"), text(SENTENCE if index % 7 == 0 else "short")) for index in range(500))
    pages = words(render(document_of(Table((Column(text("Key"), 1), Column(text("Value"), 4)), rows))))
    assert re.findall(r"\br(\d+)\b", "\n".join(pages)) == [str(index) for index in range(500)]
    assert all(page.count("Key") == 1 for page in pages)


def test_an_agenda_of_40_items_is_complete(document_of, text):
    rows = tuple(AgendaRow(text(f"{index}:00"), text(f"Item{index}"), text("15"), index % 3) for index in range(40))
    pages = words(render(document_of(Agenda(rows))))
    assert re.findall(r"Item(\d+)", "\n".join(pages)) == [str(index) for index in range(40)]
    assert all("Minutes" in page for page in pages)


def test_cost_grows_with_the_rows_and_nothing_else(document_of, text):
    def calls(count: int) -> int:
        rows = tuple((text(f"{index}"), text("a few short words")) for index in range(count))
        document = document_of(Table((Column(text("Key")), Column(text("Value"))), rows))
        profile = cProfile.Profile()
        profile.runcall(render, document)
        return sum(entry.callcount for entry in profile.getstats())

    calls(10)
    assert calls(1200) < 4.4 * calls(300)


def test_a_word_without_end_is_broken_not_cut(document_of, text):
    endless = "W" * 300
    head = Masthead(text(endless), text(endless), text(endless), (Fact(text(endless), text(endless)),))
    document = document_of(
        Heading(text(endless), text(endless)),
        Paragraph(text(endless)),
        BulletList((text(endless),)),
        Point(text("1"), text(endless), Tone.OPEN, text(endless)),
        Table((Column(text(endless)), Column(text("b"))), ((text(endless), text("c")),)),
        masthead=head,
        band=Pair(text(endless), text(endless)),
        running_head=Pair(text(endless), text(endless)),
        footer=text(endless),
    )
    pages = words(render(document))
    assert "".join(pages).count("W") > 300 * 12


def test_texts_longer_than_a_page_go_on_over_pages(document_of, text):
    def counted(mark: str) -> object:
        return text(" ".join(f"{mark}{index}" for index in range(1200)))

    document = document_of(
        Terms(text("Rule"), counted("a")),
        Paragraph(counted("b")),
        BulletList((counted("c"),)),
        Point(text("1"), text("Open"), Tone.OPEN, counted("d")),
        Table((Column(text("x"), 1), Column(text("y"), 4)), ((text("left"), counted("e")),)),
    )
    said = "\n".join(words(render(document)))
    for mark in "abcde":
        assert re.findall(rf"\b{mark}(\d+)\b", said) == [str(index) for index in range(1200)]


def test_a_point_stays_on_one_page_wherever_it_falls(document_of, text, point):
    for lines in range(20, 44, 3):
        pages = words(
            render(document_of(Paragraph(text("filler\n" * lines)), point("7", "Statement begins and ends.")))
        )
        (holding,) = [page for page in pages if "Statement begins" in page]
        assert "oppose" in holding
        assert "review on the ground" in holding


def test_a_heading_is_never_the_last_thing_on_a_page(document_of, text, point):
    followers = (Paragraph(text(SENTENCE * 6)), point("1"), Table((Column(text("Key")),), ((text("cell"),),)))
    for lines in range(24, 44, 2):
        for follower in followers:
            document = document_of(Paragraph(text("filler\n" * lines)), Heading(text("Onward"), text("side")), follower)
            (holding,) = [page for page in words(render(document)) if "Onward" in page]
            assert re.search("recalled|Gauge readings|cell", holding), (lines, follower)


def test_more_than_four_facts_are_all_shown(document_of, text):
    facts = tuple(Fact(text(f"Label{index}"), text(f"value{index}")) for index in range(9))
    (page,) = words(render(document_of(masthead=Masthead(text("s"), text("t"), None, facts))))
    assert re.findall(r"value(\d)", page) == list("012345678")


def test_a_broken_row_repeats_nothing_but_the_head(document_of, text):
    document = document_of(Table((Column(text("Key")), Column(text("Value"))), ((text("once"), text(SENTENCE * 90)),)))
    pages = words(render(document))
    assert len(pages) > 1
    assert "\n".join(pages).count("once") == 1


def test_no_row_of_a_table_is_alone_on_a_page(document_of, text):
    for count in range(24, 60):
        rows = tuple((text(f"r{index}"), text("short")) for index in range(count))
        pages = words(render(document_of(Table((Column(text("Key")), Column(text("Value"))), rows))))
        assert all(len(re.findall(r"\br\d+\b", page)) > 1 for page in pages), count
