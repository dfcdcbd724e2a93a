"""A destroyed session on the disk: on no decrypted page of file, write-ahead log or backup is a word of it left."""

import pytest

from t2desk.services.last_day import today_of
from tests.attacks.looking import hits, images
from tests.storage.dossiers import database_key, make, note, opening, perform, session

NOTED, SAID, PLANNED = "amber-sparrow", "quicksilver-heron", "saffron-lantern"
AGREED, TITLE = "marble-otter", "Copper-thistle"
WORDS = tuple(word.encode() for word in (NOTED, SAID, PLANNED, AGREED, TITLE))
STAYS = b"granite-plover"


@pytest.fixture
def path(tmp_path):
    path = make(
        tmp_path / "d.t2d", ("meeting.add", {"title": "First"}),
        session(TITLE), ("item.add", {"title": PLANNED, "minutes": 20}), ("item.next", {}), note(f"{SAID}, {NOTED}"),
        ("point.propose", {"text": AGREED}), ("section.write", {"text": f"They spoke of {SAID}.", "kind": "context"}),
        ("session.adjourn", {}), session("Second"), note(STAYS.decode()), ("session.adjourn", {}),
    )  # fmt: skip
    with opening(path) as dossier:
        perform(dossier, ("step.add", {"session": "s02", "what": "Meet"}))
    return path


def today(dossier):
    return today_of(dossier.desk.clock.now())


@pytest.mark.parametrize(("what", "gone"), [("session", WORDS), ("notes", WORDS[:1]), ("all_but_agreed", WORDS[:4])])
@pytest.mark.parametrize("before", [(), (("session.close", {"session": "s01"}),)], ids=["adjourned", "settled"])
def test_no_word_is_left_in_file_log_or_backups(path, what, gone, before):
    with opening(path) as dossier:
        perform(dossier, *before)
        key = database_key(dossier)
        dossier.back_up()
        clear = images(dossier, key)
        assert {word for _place, word in hits(clear, *WORDS)} == set(WORDS)
        assert len(clear) >= 4 - len(before)
        perform(dossier, ("session.destroy", {"session": "s01", "what": what, "today": today(dossier)}))
        after = images(dossier, key)
        assert hits(after, *gone) == set()
        assert hits(after, STAYS)
        dossier.verify()
    with opening(path) as dossier:
        dossier.verify()


def test_the_log_tells_neither_how_many_acts_there_were_nor_which(path):
    with opening(path) as dossier:
        head = dossier.head_words()
        perform(dossier, ("session.destroy", {"session": "s01", "what": "session", "today": today(dossier)}))
        entries = dossier._store._driver.rows("SELECT operation FROM log WHERE segment = 's01'")
        assert len(entries) == 1
        assert dossier.head_words() != head
