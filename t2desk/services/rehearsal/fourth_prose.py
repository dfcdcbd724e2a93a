"""The rapporteur's prose on the fourth session, and its next steps."""

from t2desk.services.rehearsal.script import Act, Script, act, paragraphs

_CONTEXT = paragraphs("""
The strait has been without a scheduled boat, a common frequency for distress or a shared fishing calendar for more
than a decade. The series was begun to ask whether practical arrangements on the water could be discussed without
reopening the question of the boundary. On that question views remain far apart, and the room again chose to leave it
where it lies.

Earlier sessions had gathered concerns, options that nobody was asked to defend, and the obstacles most often named.
The fourth session turned to what might be done before the next winter, by whom, and at what cost to whom. It was
understood throughout that participants spoke for themselves, that no text would bind any authority, and that silence
in the room should not be read as assent.
""")

_BRIEF = paragraphs("""
- A single **distress channel**, watched at all hours, is no longer in dispute. What remains is the order in which the
  stations are told.
- The **spring closure** moved from a principle to a draft in which only the length is open. The gap, once a matter of
  seasons, is now a matter of weeks.
- A **trial ferry** was discussed in working detail for the first time. It has support, with a reservation about papers
  that the room took seriously.
- Relighting the dark marks in the narrows was accepted, *subject to confirmation at home*.
- No common ground was found on patrol craft inside the closed water. The text is kept as the place where discussion
  should resume.
""")

_RESCUE = paragraphs("""
Discussion opened with the long interval that may pass between a call and the first answer. It was recalled that in
cold water the margin is counted in minutes, and that much of it can be lost while stations establish who should move.
Participants agreed readily that the failing is one of *order* more than of will: crews put to sea when they know they
are expected, and hesitate when they fear to be mistaken for something else.

Two arrangements were compared. Under the first, each station would keep its own frequency and a desk would relay calls
among them. Under the second, every station would keep watch on **one channel**, and the nearest vessel would answer
first. The relay was thought to be easier to explain to superiors, since nothing would change hands. Against it, several
participants argued that a relay adds a voice at the worst moment, and that a desk which is staffed by day tends to be
empty by night.

The objection that weighed most concerned the return journey. A vessel that has crossed to help must be able to land
those it has taken up, and to leave again, without its crew being questioned about how they came. A short announcement,
the same each time and read from a card in all the languages of the strait, was offered as a partial answer. Some felt
that a card would carry little weight with a young officer who had not seen it before; others replied that the card
would be known soon enough if it were rehearsed on quiet days.

By the end of the item the draft had been reworded and read back, and it stood without brackets. It was noted that the
text says who should answer, and is deliberately silent on who commands.
""")

_SEASON = paragraphs("""
There was little disagreement that the spawning banks need rest. The run has become longer and thinner, gear is cheaper
than it was, and the signs of a stock under strain were described in much the same terms around the table. The
difficulty lies elsewhere: *a closure kept by some and ignored by others is regarded as worse than none*, because it
turns restraint into loss.

Participants therefore spent less time on whether to close than on what would make a closure believable. Three
conditions recurred. It should begin on a sign that everyone can see, for which the first full moon of spring was
preferred to a date in the calendar. It should apply to gear and not to origin. And its results should be read jointly,
so that an argument about fish need not become an argument about figures.
""")

_DATES = paragraphs("""
Length was the harder matter. The longer period was defended on biological grounds, with the caution that a closure
which ends as the late fish arrive protects the wrong part of the run. The shorter was defended on grounds of
endurance. Households that live by the net have little to carry them through the spring, and a rule that cannot be
endured, it was said, will be broken first by those who most wished to keep it.

An intermediate figure was tried and set aside, since it was felt to answer neither concern. More promising was the
thought that **hand lines from small boats** might remain open throughout. This would leave something on the table
without touching the spawning fish, and it could be drafted by length of boat so as to favour nobody. The figures
stay in brackets. It was suggested that they be looked at again once the catch of the present spring has been read.
""")

_WATCH = paragraphs("""
Views differed on who should keep watch. One line of argument held that fishing crews already see everything that moves
on the banks, and that grey hulls in spring water would undo the calm which the closure is meant to bring. Another held
that water which nobody may patrol becomes a shelter, and that an authority which gives up its presence, even for a
season, may not be able to explain itself or to resume.

A *joint boat*, crewed from every shore and called to the banks when something is amiss, was put forward as a way
between. Those who doubted it did not object to the boat, but asked who would call it and whose law it would carry. No
attempt was made to close the question, and the wording was kept in the text with the objection beside it.
""")

_FERRY = paragraphs("""
The discussion of the ferry was notable for its detail. Participants considered the state of the piers, the size of
boat that the weather allows, the days on which families could best travel, and what a first season would have to show
for there to be a second. There was a strong preference for **people without freight**: a boat that carries neither
cars nor crates was judged to raise the fewest questions, to need the lightest inspection, and to be the hardest to
turn into a symbol.

Cost was acknowledged without being resolved. At the present price of fuel no trial is likely to pay for itself, and it
was considered unwise to begin a service that would have to be withdrawn within weeks for want of funds. A fixed season
with a known end was thought preferable to an open promise. It was observed that an honest account of the losses, given
beforehand, might itself build some trust.

The most searching exchange concerned papers. Several participants recalled that lists of passengers had in the past
been put to uses for which they were never meant, and said that a list handed over in advance would keep at home the
very people for whom the boat is intended. Others considered it unrealistic to expect any authority to admit
travellers of whom it knows nothing. The proposal that papers be *seen and handed back*, with only the number on board
reported, was new to many in the room. It was not adopted, but it changed the tone of what followed.

Whatever is decided about the boat, participants asked that the first crossings be kept free of speeches.
""")

_LIGHTS = paragraphs("""
The state of the marks in the narrows was described as a danger that serves nobody. Since the winter storm a number of
them have been dark, and theft of batteries has added to the damage. Because a light is a small thing, and because the
one who repairs it may be taken to claim the rock on which it stands, repairs have waited.

The room found it possible to avoid that question by looking backwards: each mark would be seen to by *whoever last
kept it*, whatever is thought of the reasons. A test on a single night, with observers on the water, would show the
work to be complete. The wording was accepted subject to confirmation by those responsible at home, which participants
expected to be a matter of courtesy more than of substance.
""")

_WAY_FORWARD = paragraphs("""
The texts were read aloud at the close and left as they stand. Participants asked that the agreed wording on the
distress channel be treated as ready to be shown, in all its languages, to those who would have to carry it out, and
that the remaining drafts be handled as *work in progress*.

It was widely felt that the next meeting should not begin from the beginning. A short paper on the length of the
closure, setting the biological and the household arguments side by side, would allow that discussion to resume where it
paused. A second, on how papers are treated on comparable crossings elsewhere, was requested with the caution that no
crossing is quite like another.

Participants recalled that nothing in this summary is agreed until those who were present have had the opportunity to
correct it.
""")


def _section(kind: str, heading: str, text: str, item: str | None = None) -> Act:
    return act("section.write", 300, session="s04", kind=kind, heading=heading, text=text, item=item)


_SECTIONS: Script = (
    act("draft.save", 30, id="section-context", text="The strait has been without"),
    _section("context", "Where the dialogue stands", _CONTEXT),
    act("draft.drop", 5, id="section-context"),
    _section("brief", "What moved in this session", _BRIEF),
    _section("discussion", "", _RESCUE, "4-rescue"),
    _section("discussion", "", _SEASON, "4-season"),
    _section("discussion", "", _DATES, "4-dates"),
    _section("discussion", "", _WATCH, "4-watch"),
    _section("discussion", "", _FERRY, "4-ferry"),
    _section("discussion", "", _LIGHTS, "4-lights"),
    _section("way_forward", "", _WAY_FORWARD),
)


def _step(what: str, by: str, holder: str) -> Act:
    return act("step.add", 20, session="s04", what=what, by=by, holder=holder)


_STEPS: Script = (
    _step("Comments on this draft, in writing or by call", "Early May", "All participants"),
    _step("Card with the rescue announcement, in all languages of the strait", "Mid-May", "Facilitation team"),
    _step("Confirmation of the text on lights and buoys", "End of May", "Each shore"),
    _step("Paper on the length of the spring closure", "June", "Facilitation team"),
    _step("Note on papers and passengers at comparable crossings", "June", "Facilitation team"),
    _step("A third meeting will take up the closure and the ferry", "September, to be set", "Facilitation team"),
)

FOURTH_PROSE: Script = (*_SECTIONS, *_STEPS)
