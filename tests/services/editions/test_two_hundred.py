"""Two hundred people, many statements that are nobody's: no string of a person in any public edition, in any format."""

import io
import random
import zipfile

import pikepdf
import pytest

from t2desk.app.pressing import gate_for, press_for
from t2desk.domain.editions import EDITIONS, Addressed
from t2desk.domain.text import folded
from t2desk.i18n import Phrases
from t2desk.reports.inspection import words
from t2desk.services.exports import draw_edition, order
from tests.services.desks import id_of

OPEN = [name for name, edition in EDITIONS.items() if not edition.encrypted]
HEADS = ("Vor", "Tal", "Mer", "Ash", "Quil", "Dren", "Osk", "Belu", "Nari", "Yst")
TAILS = ("andir", "oveth", "unsk", "eriel", "mark", "ossen", "avid", "ukhan", "ilde", "orrow")
SAID = ("The wells are shared in spring", "Fees were thought too high", "A joint reading was wished for",
        "Trust in the gauges is low", "Nobody wants another winter like that")  # fmt: skip


def a_name(number):
    return HEADS[number % 10] + TAILS[(number // 10) % 10] + ("a" if number >= 100 else "o")


def seat(room, count):
    for number in range(count):
        family, given = a_name(number), a_name((number * 7 + 3) % 200) + "k"
        room.do(
            "person.add", display_name=f"{given} {family}", given=given, family=family, aliases=[f"{family}chik"],
            party=("North", "South", "East")[number % 3], affiliation=f"Institute {family} of Plains",
            email=f"{family.lower()}{number}@plains.example", phone=f"+99 55 {number:03d} 77 {number * 13 % 100:02d}",
            handle=f"@{family.lower()}_{number}",
        )  # fmt: skip


def needles(room):
    from t2desk.services.people import roster

    for row in room.desk.read(roster):
        yield from (row.display_name, row.given, row.family, *row.aliases, row.affiliation, row.email, row.phone)
        yield row.handle


def hold(room, people, statements, seed):
    chance = random.Random(seed)
    room.do("series.rename", title="Plains")
    seat(room, people)
    room.do("session.open", title="Of the wells")
    room.do("item.add", title="Wells", minutes=30, phase="concerns")
    room.do("item.next")
    for number in range(1, people + 1):
        room.do("attendance.set", person=f"p{number:02d}")
    for number in range(statements):
        who = f"p{chance.randrange(people) + 1:02d}"
        if number % 4 == 0:
            room.do("turn.start", person=who)
            room.clock.forward(chance.randrange(20, 300))
            room.do("turn.end")
        room.do("note.add", text=f"{chance.choice(SAID)} ({number}).", said_by=who)
    for side in ("north", "south", "east"):
        room.do("interest.add", party=_side(room, side), text="Water in May")
    joint = id_of(room.do("point.propose", text="The wells are read together."))
    for side in ("north", "south", "east"):
        room.do("reading.answer", point=joint, party=_side(room, side), answer="agree")
    for state in ("drafted", "tested", "agreed"):
        room.do("point.move", point=joint, state=state)
    room.do("section.write", text="Participants spoke of wells.", kind="brief")
    room.do("step.add", what="Read the wells", by="May", holder="Each side")


def _side(room, name):
    from t2desk.domain.people import Party

    return next(party.id for party in room.all(Party) if party.name.lower() == name)


def everything_in(content, ending):
    """Yield every text that can be dug out of a file: streams unpacked, metadata, words put together."""
    yield content.decode("latin-1")
    if ending == ".pdf":
        yield from words(content)
        with pikepdf.open(io.BytesIO(content)) as pdf:
            yield pdf.Root.Metadata.read_bytes().decode()
            for value in pdf.objects:
                yield value.read_bytes().decode("latin-1") if isinstance(value, pikepdf.Stream) else repr(value)
    elif ending == ".docx":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name
                yield archive.read(name).decode()
    else:
        yield content.decode("utf-8-sig")


def strings_of_people(room):
    """Return what was found of anybody in any open edition of any format."""
    sought = {folded(one) for one in needles(room) if one}
    found = []
    for edition in OPEN:
        for ending in EDITIONS[edition].formats:
            side = Addressed(side=_side(room, "north"), copy=1) if edition == "clearance" else Addressed()
            wanted = order(edition, "s01", ending, None, side)
            drawn = draw_edition(room.desk, wanted, press_for(ending), gate_for, Phrases)
            said = folded("\n".join(everything_in(drawn.content, ending)))
            found += [(edition, ending, one) for one in sought if one in said]
    return found


def test_no_string_of_anybody_is_in_any_public_edition(room):
    hold(room, people=24, statements=40, seed=3)
    assert strings_of_people(room) == []


@pytest.mark.campaign
@pytest.mark.timeout(1200)
def test_no_string_of_two_hundred_people_is_in_any_public_edition(room):
    hold(room, people=200, statements=500, seed=6)
    assert strings_of_people(room) == []
