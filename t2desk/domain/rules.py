"""The rule: what may be recorded, attributed, disseminated and until when; its presets and what each lets us keep."""

from dataclasses import dataclass
from enum import IntEnum

from t2desk.i18n import N_


class Recording(IntEnum):
    """What may be written down; a lower value is stricter."""

    NONE = 0
    WITHOUT_SOURCE = 1
    SEALED_SOURCE = 2
    WITH_SOURCE = 3


class Attribution(IntEnum):
    """How a statement may be attributed outside the room."""

    NONE = 0
    PARTICIPANT = 1
    SIDE = 2
    DESCRIPTOR = 3
    NAMED = 4


class Dissemination(IntEnum):
    """How far the content may travel."""

    ROOM = 0
    NAMED_RECIPIENTS = 1
    CONSTITUENCIES = 2
    COMMUNITY = 3
    PUBLIC = 4


@dataclass(frozen=True, slots=True)
class Rule:
    """Four axes. Dates are ISO days: nothing leaves before `embargo_until`, all is destroyed on `destroy_on`."""

    recording: Recording
    attribution: Attribution
    dissemination: Dissemination
    embargo_until: str = ""
    destroy_on: str = ""

    def meet(self, other: "Rule") -> "Rule":
        """Return the most restrictive of two rules, axis by axis: the later embargo, the earlier destruction."""
        ends = [day for day in (self.destroy_on, other.destroy_on) if day]
        return Rule(
            min(self.recording, other.recording),
            min(self.attribution, other.attribution),
            min(self.dissemination, other.dissemination),
            max(self.embargo_until, other.embargo_until),
            min(ends, default=""),
        )


class FloorKept(IntEnum):
    """What is left of the floor once a session is settled; a lower value is stricter."""

    NOTHING = 0
    TOTALS_BY_PARTY = 1
    TOTALS_BY_PERSON = 2
    TURNS = 3


@dataclass(frozen=True, slots=True)
class Kept:
    """What settling leaves: of the floor, of the attendance, of the notes, and of when things were taken down."""

    floor: FloorKept
    attendance: bool
    notes: bool
    traces: bool

    def meet(self, other: "Kept") -> "Kept":
        """Return what both allow to be kept."""
        return Kept(
            min(self.floor, other.floor),
            self.attendance and other.attendance,
            self.notes and other.notes,
            self.traces and other.traces,
        )


@dataclass(frozen=True, slots=True)
class Preset:
    """A rule under its usual name, with the sentence that explains it and the full text that the room hears."""

    name: str
    title: str
    sentence: str
    text: str
    rule: Rule
    kept: Kept


_ANONYMOUS = Kept(FloorKept.TOTALS_BY_PERSON, attendance=True, notes=True, traces=False)
_R, _A, _D = Recording, Attribution, Dissemination

_CHATHAM_HOUSE_TEXT = N_(
    "Participants are free to use the information received, but neither the identity nor the affiliation of the "
    "speaker(s), nor that of any other participant, may be revealed."
)

_PRESETS = (
    Preset(
        "chatham_house",
        N_("Chatham House Rule"),
        N_("What was said may be used; who said it, and who was there, may not."),
        _CHATHAM_HOUSE_TEXT,
        Rule(_R.WITHOUT_SOURCE, _A.PARTICIPANT, _D.PUBLIC),
        _ANONYMOUS,
    ),
    Preset(
        "chatham_house_no_attendance",
        N_("Chatham House Rule, without attendance"),
        N_("As the Chatham House Rule, and who attended is not kept at all."),
        _CHATHAM_HOUSE_TEXT,
        Rule(_R.WITHOUT_SOURCE, _A.PARTICIPANT, _D.PUBLIC),
        Kept(FloorKept.TOTALS_BY_PARTY, attendance=False, notes=True, traces=False),
    ),
    Preset(
        "not_for_attribution",
        N_("Not for attribution"),
        N_("What was said may be quoted; the source is named to nobody."),
        N_("Statements may be quoted. They may not be attributed to a person, an organisation or a side."),
        Rule(_R.SEALED_SOURCE, _A.PARTICIPANT, _D.PUBLIC),
        _ANONYMOUS,
    ),
    Preset(
        "background",
        N_("On background"),
        N_("What was said may be quoted with the words agreed for its source."),
        N_("Statements may be quoted with the description agreed for the speaker, and without the speaker's name."),
        Rule(_R.SEALED_SOURCE, _A.DESCRIPTOR, _D.PUBLIC),
        _ANONYMOUS,
    ),
    Preset(
        "deep_background",
        N_("On deep background"),
        N_("What was said may be used as one's own knowledge, without any source."),
        N_("Information may be used, but not quoted and not attributed in any way."),
        Rule(_R.WITHOUT_SOURCE, _A.NONE, _D.COMMUNITY),
        Kept(FloorKept.TOTALS_BY_PARTY, attendance=True, notes=True, traces=False),
    ),
    Preset(
        "off_the_record",
        N_("Off the record"),
        N_("Nothing is written down and nothing leaves the room."),
        N_("Nothing that is said may be recorded, quoted or used outside this room."),
        Rule(_R.NONE, _A.NONE, _D.ROOM),
        Kept(FloorKept.NOTHING, attendance=False, notes=False, traces=False),
    ),
    Preset(
        "on_the_record",
        N_("On the record"),
        N_("What was said may be quoted with the speaker's name."),
        N_("Statements are recorded with their speakers and may be quoted by name."),
        Rule(_R.WITH_SOURCE, _A.NAMED, _D.PUBLIC),
        Kept(FloorKept.TURNS, attendance=True, notes=True, traces=True),
    ),
    Preset(
        "joint_text_only",
        N_("Joint text only"),
        N_("Only wordings that the room has agreed leave it; notes are gone when the session is closed."),
        N_("Only text agreed by all participants may leave this room. Notes are destroyed at the close."),
        Rule(_R.WITHOUT_SOURCE, _A.NONE, _D.PUBLIC),
        Kept(FloorKept.NOTHING, attendance=True, notes=False, traces=False),
    ),
)

PRESETS: dict[str, Preset] = {preset.name: preset for preset in _PRESETS}
NEW_SESSION = "chatham_house"


def strictest(names: tuple[str, ...]) -> tuple[Rule, Kept]:
    """Return the meet of some presets' rules and of what they keep; `names` has at least one."""
    first, *others = (PRESETS[name] for name in names)
    rule, kept = first.rule, first.kept
    for preset in others:
        rule, kept = rule.meet(preset.rule), kept.meet(preset.kept)
    return rule, kept
