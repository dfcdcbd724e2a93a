"""Every kind of row beside points, under its name in the file and in the record: a new one is in both at once."""

from collections.abc import Mapping
from typing import Any

from t2desk.domain.clearing import ClearanceAnswer, ClearanceRound, ClearanceText, Consent
from t2desk.domain.deciding import Criticism, DecisionChange, DecisionTerms, OneText, Silence
from t2desk.domain.ground import (
    AgreedText,
    BracketTerm,
    ConcernTerm,
    Condition,
    Descent,
    Divergence,
    Handout,
    Interest,
    InterestLink,
    Rendering,
)
from t2desk.domain.read_back import ReadBack, ReadText
from t2desk.domain.scopes import (
    Assent,
    AssentOf,
    AttendanceShown,
    Credit,
    RuleChange,
    RuleDates,
    RuleText,
    ScopedRule,
    TakenUnder,
)
from t2desk.domain.support import CardCount, PointVerdict, Poll, Stance

GROUND_KINDS: Mapping[str, type[Any]] = {
    "concern_terms": ConcernTerm,
    "bracket_terms": BracketTerm,
    "conditions": Condition,
    "agreed_texts": AgreedText,
    "renderings": Rendering,
    "interests": Interest,
    "interest_links": InterestLink,
    "descents": Descent,
    "divergences": Divergence,
    "handouts": Handout,
    "decision_terms": DecisionTerms,
    "decision_changes": DecisionChange,
    "silences": Silence,
    "one_texts": OneText,
    "criticisms": Criticism,
    "polls": Poll,
    "stances": Stance,
    "card_counts": CardCount,
    "point_verdicts": PointVerdict,
    "read_backs": ReadBack,
    "read_texts": ReadText,
    "scoped_rules": ScopedRule,
    "rule_dates": RuleDates,
    "rule_changes": RuleChange,
    "taken_under": TakenUnder,
    "rule_texts": RuleText,
    "assents": Assent,
    "assent_sides": AssentOf,
    "credits": Credit,
    "attendance_shown": AttendanceShown,
    "consents": Consent,
    "clearance_rounds": ClearanceRound,
    "clearance_texts": ClearanceText,
    "clearance_answers": ClearanceAnswer,
}

# Whole numbers that are the key of a row, of this or another kind; every other whole number counts something.
KEY_FIELDS = frozenset(
    {"key", "point", "wording", "renders", "needs", "origin", "concern", "interest", "poll", "version", "round", "note"}
)
