"""The rapporteur's prose on the first three sessions: shorter, and written after the close."""

from t2desk.services.rehearsal.script import Act, Made, Script, act, paragraphs

_CONCERNS_BRIEF = paragraphs("""
- Safety on the water was the concern most widely shared, ahead of fish and of papers.
- The closed crossing was described by what it costs in an ordinary week: mail, medicine and visits.
- A question about graves across the water was raised and left standing.
""")

_SAFETY = paragraphs("""
Participants began with the fear of being alone in trouble. Several frequencies are in use, none of them watched by
every station through the night, and rescue has been delayed by the belief that somebody else had already put out.

It was stressed that crews who drift across the strait are at the mercy of chance. What matters to them, and to those
who wait at home, is to be **addressed by vessel and not by flag** until the facts are known.
""")

_FISH = paragraphs("""
The spring run was described with regret. Its decline was put down to several causes, of which cheaper gear was named
most often. A closure was not opposed as such; what was feared is a closure that only *some* would keep.
""")

_OPTIONS_BRIEF = paragraphs("""
- A single distress channel was put forward as an idea that needs no ruling on the boundary.
- Resting the spawning banks by the moon, and not by the calendar, was thought to be worth testing.
- A small passenger boat was preferred to any service with freight.
""")

_OPTIONS = paragraphs("""
The session gathered ideas without judging them. On distress calls, a channel watched by all stations found early
interest, and the suggestion to rehearse it on quiet days was welcomed.

On the banks, participants considered what might replace income in the weeks of rest. Work ashore, such as counting the
run, was mentioned. It was cautioned that money expected from licences may already be *spoken for*.
""")

_OBSTACLES_BRIEF = paragraphs("""
- Licences and insurance were named as obstacles that good will alone does not remove.
- Rumours were seen to travel faster than denials, at times with serious results.
- Running costs, more than building costs, would decide whether a trial boat lasts a season.
""")

_OBSTACLES = paragraphs("""
Much of the session turned on documents that say more than they are meant to. A licence may be read as a statement on
the boundary, and so none is issued; a hull under two flags may find no insurer. Participants looked for forms that are
**silent on what they need not say**.

On rumours, there was interest in a habit rather than an institution: to ring the duty desk across the water before a
report is repeated in public. A wording was drafted and will be tested at a later session.
""")


def _section(session: str, kind: str, heading: str, text: str, item: str | None = None) -> Act:
    return act("section.write", 200, session=session, kind=kind, heading=heading, text=text, item=item)


_WRITTEN: Script = (
    _section("s01", "brief", "What was heard", _CONCERNS_BRIEF),
    _section("s01", "discussion", "", _SAFETY, "1-sea"),
    _section("s01", "discussion", "", _FISH, "1-fish"),
    _section("s02", "brief", "Ideas put forward", _OPTIONS_BRIEF),
    _section("s02", "discussion", "Options that bind nobody", _OPTIONS),
    _section("s03", "brief", "What stands in the way", _OBSTACLES_BRIEF),
    _section("s03", "discussion", "Papers, rumours and money", _OBSTACLES),
)

_SECOND_THOUGHTS: Script = (
    act("section.write", 60, "false-start", session="s03", kind="way_forward", text="To be written."),
    act("section.neutral", 10, session="s03", mentions=["To be written"], neutral="Still to be written"),
    act("section.remove", 10, section=Made("false-start")),
    act(
        "step.add",
        20,
        session="s02",
        what="The channel will be taken up again as a first step",
        by="Fourth session",
        holder="Facilitation team",
    ),
    act("step.add", 20, "doubled", session="s03", what="A wording on reports will be tested", by="Next meeting"),
    act("step.change", 10, step=Made("doubled"), by="Before the next meeting"),
    act("step.remove", 10, step=Made("doubled")),
    act(
        "step.add",
        20,
        session="s03",
        what="A wording on checking reports will be tested",
        by="Next meeting",
        holder="Facilitation team",
    ),
)

EARLY_PROSE: Script = (*_WRITTEN, *_SECOND_THOUGHTS)
