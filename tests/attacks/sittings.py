"""A sitting of twelve under the Chatham House Rule, whose notes are really said by who has the floor."""

import random
from dataclasses import dataclass, field, replace

from t2desk.app.dossier import Machine
from t2desk.domain.keys import key_to_text
from t2desk.domain.moments import Moment
from t2desk.system.random_keys import SeededKeys
from tests.storage.dossiers import make, opening, perform

SPEAKERS = tuple(f"speaker-{number:02d}" for number in range(1, 13))
ITEMS = ("item-1", "item-2")
NOTES_A_TURN = 2
ASKS_OFF_RECORD = 0.1


class RoomClock:
    """Goes on when it is told to."""

    def __init__(self):
        self.moment = Moment(1_777_876_200_000, 5_000_000, "boot-one")

    def now(self):
        return self.moment

    def forward(self, seconds):
        later = round(seconds * 1000)
        self.moment = replace(self.moment, wall=self.moment.wall + later, boot=self.moment.boot + later)


@dataclass
class Sitting:
    """An open dossier with one session in it, and the truth that nobody may find: who said which note."""

    dossier: object
    clock: RoomClock
    truth: dict  # the words of a note, and its speaker
    keys: dict  # the words of a note, and its key
    off_record: list = field(default_factory=list)  # who asked for it, in turn

    def act(self, name, /, **fields):
        return perform(self.dossier, (name, fields))


def begun(path, seed):
    """Make a dossier for one sitting; return it still closed."""
    people = [
        ("person.add", {"id": person, "display_name": f"Person {person[-2:]}", "party": "North" if n < 6 else "South"})
        for n, person in enumerate(random.Random(seed).sample(SPEAKERS, len(SPEAKERS)))
    ]
    return make(path, *people)


class CountingKeys:
    """What the dossier would be without random keys: each row's key is one more than the last."""

    def __init__(self):
        self.last = 0

    def draw(self):
        self.last += 1
        return self.last


def room_for(path, seed, keys=None):
    """Make a dossier with twelve people; return how to open it, and its clock."""
    clock = RoomClock()
    return opening(begun(path, seed), machine=Machine(clock=clock, keys=keys or SeededKeys(seed))), clock


def hold(dossier, clock, seed, speak=None):
    """Hold the session up to its last word, and say who said what; `speak` is what a turn is filled with."""
    speak = speak or speak_notes
    # What a power cut does is tested elsewhere; here nobody waits for a disk.
    dossier._store._connection.exec_driver_sql("PRAGMA synchronous = OFF")
    sitting = Sitting(dossier, clock, {}, {})
    chance = random.Random(seed)
    sitting.act("session.open", title="First")
    for item in ITEMS:
        sitting.act("item.add", id=item, title=f"On {item}", minutes=60)
    for person in chance.sample(SPEAKERS, len(SPEAKERS)):
        sitting.act("attendance.set", person=person)
    for _ in ITEMS:
        sitting.act("item.next")
        for person in chance.sample(SPEAKERS, len(SPEAKERS)):
            speak(sitting, person, chance)
    return sitting


def speak_notes(sitting, person, chance):
    sitting.act("turn.start", person=person)
    for _ in range(NOTES_A_TURN):
        sitting.clock.forward(chance.uniform(20, 60))
        words = f"statement-{chance.randrange(10**12):012d} of some length about water"
        sitting.keys[words] = sitting.act("note.add", text=words, said_by=person).key
        sitting.truth[words] = person
    sitting.clock.forward(chance.uniform(5, 20))


def move_points(sitting, person, chance):
    """Have a point moved during a turn: proposed, put to the sides, moved on; now and then they go off the record."""
    sitting.act("turn.start", person=person)
    sitting.clock.forward(chance.uniform(20, 60))
    words = f"proposal-{chance.randrange(10**12):012d} of some length about water"
    point = sitting.act("point.propose", text=words, said_by=person)
    about = key_to_text(point.key)
    sitting.keys[words] = point.key
    sitting.truth[words] = person
    sitting.clock.forward(chance.uniform(5, 20))
    sitting.act("point.move", point=about, state="drafted")
    poll = key_to_text(sitting.act("poll.open", point=about, scale="three").key)
    for party in ("party01", "party02"):
        sitting.act("poll.stance", poll=poll, party=party, step=chance.randint(0, 3))
    sitting.act("poll.reveal", poll=poll)
    sitting.act("reading.answer", point=about, party="party01", answer="agree")
    sitting.clock.forward(chance.uniform(5, 20))
    if chance.random() < ASKS_OFF_RECORD:
        sitting.off_record.append(person)
        sitting.act("off_record.begin")
        sitting.clock.forward(30)
        sitting.act("off_record.end")
