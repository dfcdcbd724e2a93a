"""The attacks: ways to lead from a note to its speaker, each from one channel of what is in the file."""

import re
from bisect import bisect_right

from tests.attacks.pages import PAGE, database_of, pages_of_table, places
from tests.attacks.sittings import ITEMS, SPEAKERS

MOMENT = re.compile(r"\d{15} \d{15} \S*|\d{4}-\d\d-\d\dT\d\d:\d\d")


def everywhere(people):
    """Return one order for every item."""
    listed = list(people)
    return {item: list(listed) for item in ITEMS}


class Attacker:
    """Somebody who holds a file in clear and knows the rule of the game: everybody spoke once on each item.

    What is to be linked to its speaker are notes; `PointAttacker` is after those who moved points.
    """

    KEYS = "SELECT key, own_words FROM notes"
    ITEMS_OF = "SELECT own_words, item FROM notes"
    TABLE, ACT = "notes", "note.add"

    def __init__(self, pages):
        self.pages = pages
        self.database = database_of(pages)
        self.roots = dict(self.database.execute("SELECT name, rootpage FROM sqlite_master WHERE type = 'table'"))

    def rows(self, table):
        """Return a table's rows as the file has them, in the order in which a plain read finds them."""
        return self.database.execute(f'SELECT * FROM "{table}"').fetchall()

    def close(self):
        self.database.close()

    def guesses(self):
        """Return, for each channel, who is guessed to have said each note."""
        by_key = {words: key for key, words in self.database.execute(self.KEYS)}
        in_file = {words: self.first_place(self.TABLE, words) for words in by_key}
        found = {"time": self.by_time(by_key), "log": self.by_log(by_key), "nearest in file": self.nearest()}
        for name, order in {**self.orders_by_key(), **self.orders_in_file()}.items():
            places_of_notes = in_file if name.startswith("page") else by_key
            found[name] = self.by_rank(places_of_notes, order)
        return found

    def orders_by_key(self):
        """Return the orders in which people stand by row keys, for each item or for all."""
        orders = {"people as listed": everywhere(row[0] for row in self.rows("people"))}
        seats = self.database.execute("SELECT id FROM people ORDER BY seat").fetchall()
        orders["people by seat"] = everywhere(row[0] for row in seats)
        for table in ("attendance", "floor_totals", "turns"):
            query = f"SELECT person{', item' if table != 'attendance' else ''} FROM {table} ORDER BY rowid"
            rows = self.database.execute(query).fetchall()
            orders[f"key of {table}"] = {
                item: [row[0] for row in rows if row[0] and item in (*row[1:], None if row[1:] else item)]
                for item in ITEMS
            }
        return orders

    def orders_in_file(self):
        """Return the orders in which people were written into the pages of each table that names them."""
        before = {"people": dict.fromkeys(ITEMS, ""), "attendance": dict.fromkeys(ITEMS, "s01")}
        before |= {table: {item: item for item in ITEMS} for table in ("floor_totals", "turns")}
        return {
            f"page of {table}": {item: self.written(table, words[item]) for item in ITEMS}
            for table, words in before.items()
        }

    def written(self, table, before):
        lying = sorted((self.first_place(table, before + person), person) for person in SPEAKERS)
        return [person for place, person in lying if place >= 0]

    def first_place(self, table, words):
        """Return when something was written, as far as its place says so: a page is filled from its end."""
        found = places(self.pages, pages_of_table(self.pages, self.roots[table]), words.encode())
        return min((at // PAGE * PAGE + PAGE - at % PAGE for at in found), default=-1)

    def items_of_notes(self):
        return dict(self.database.execute(self.ITEMS_OF))

    def by_rank(self, places_of_notes, order):
        """Guess that notes and people stand in the same order."""
        items, guesses = self.items_of_notes(), {}
        for item in ITEMS:
            notes = sorted((words for words in places_of_notes if items[words] == item), key=places_of_notes.get)
            for rank, words in enumerate(notes):
                if order[item]:
                    guesses[words] = order[item][rank * len(order[item]) // len(notes)]
        return guesses

    def nearest(self):
        """Guess whoever is named nearest to the note's place in the file."""
        every = range(1, len(self.pages) + 1)
        named = sorted((at, person) for person in SPEAKERS for at in places(self.pages, every, person.encode()))
        lying = {words: places(self.pages, every, words.encode()) for words in self.items_of_notes()}
        return {words: min(named, key=lambda one: abs(one[0] - at[0]))[1] for words, at in lying.items() if at}

    def times(self, keys):
        """Return (time, key) of every row, in any table, that has both one of these keys and a time."""
        found = []
        for table in self.roots:
            for row in self.rows(table):
                moments = [part for part in row if isinstance(part, str) and MOMENT.match(part)]
                found += [(moments[0], part) for part in row if moments and part in keys]
        return sorted(found)

    def by_time(self, by_key):
        """Guess whoever began last before the note was taken down, by any time in any table."""
        begun = self.times(set(SPEAKERS))
        taken = {key: moment for moment, key in self.times(set(by_key.values()))}
        guesses = {}
        for words, key in by_key.items():
            if key in taken and begun:
                place = bisect_right(begun, (taken[key], "\uffff")) - 1
                guesses[words] = begun[max(place, 0)][1]
        return guesses

    def by_log(self, by_key):
        """Guess by the order of acts in the log, with notes and turns in the order of their times or else keys."""
        acts = [
            row[0] for row in self.database.execute("SELECT operation FROM log WHERE segment = 's01' ORDER BY number")
        ]
        taken = {key: moment for moment, key in self.times(set(by_key.values()))}
        notes = sorted(by_key, key=lambda words: (taken.get(by_key[words], ""), by_key[words]))
        holders = [person for _, person in self.times(set(SPEAKERS))]
        turn_of_note, turns = [], -1
        for act in acts:
            turns += act == "turn.start"
            turn_of_note += [turns] * (act == self.ACT)
        return {words: holders[turn] for words, turn in zip(notes, turn_of_note, strict=False) if turn < len(holders)}


class PointAttacker(Attacker):
    """After whoever moved a point: it was proposed and moved on while they had the floor."""

    KEYS = "SELECT points.key, wordings.text FROM points JOIN wordings ON wordings.key = points.current"
    ITEMS_OF = "SELECT wordings.text, points.item FROM points JOIN wordings ON wordings.key = points.current"
    TABLE, ACT = "wordings", "point.move"

    def off_record(self):
        """Return who is guessed to have asked for off the record: whoever began last before it."""
        begun = self.times(set(SPEAKERS))
        asked = sorted(row[4] for row in self.rows("traces") if row[2] == "off_record" and row[5] == "began")
        return [begun[bisect_right(begun, (moment, "\uffff")) - 1][1] for moment in asked]
