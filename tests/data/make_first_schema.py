"""Made tests/data/first_schema.* once: a dossier as the first release wrote it, which must open forever.

Run it again only for a new file under a new name: python tests/data/make_first_schema.py FOLDER
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from t2desk.app.opening import create_dossier, open_dossier, with_passphrase
from t2desk.services.record import whole_record
from t2desk.storage.migrations import m0001_first
from t2desk.vault.kdf import CHEAPEST

PASSPHRASE = "lantern orbit velvet thistle gravel mosaic"
ACTS = (
    ("party.add", {"id": "north", "name": "Northern side"}),
    ("party.add", {"id": "south", "name": "Southern side"}),
    ("person.add", {"id": "p01", "display_name": "Nadia Ferro", "party": "north", "aliases": ["Nadya"],
                    "name_native": "Надя Ферро", "descriptor": "a hydrologist"}),
    ("person.add", {"id": "p02", "display_name": "Omar Bellwether", "party": "south", "email": "omar@example.org"}),
    ("person.add", {"id": "p03", "display_name": "Ines Quill", "party": "south"}),
    ("item.add", {"title": "Shared wells", "minutes": 40}),
    ("item.add", {"title": "Transit", "minutes": 30, "phase": "options", "aim": "a list"}),
    ("session.open", {"title": "Morning"}),
    ("rule.set", {"preset": "on_the_record"}),
    ("attendance.set", {"person": "p01"}),
    ("attendance.set", {"person": "p02", "presence": "left"}),
    ("item.next", {}),
    ("turn.start", {"person": "p01"}),
    ("turn.start", {"person": "p02", "kind": "point_of_order"}),
    ("turn.end", {}),
    ("queue.add", {"person": "p03"}),
    ("note.add", {"text": "The upper wells are metered twice a year.", "kind": "concern", "said_by": "p01"}),
    ("note.add", {"text": "Le puits nord: 40 % de pertes; آب مشترک", "neutral": "Losses are high."}),
    ("point.propose", {"text": "Both sides publish the meter readings.", "said_by": "p02"}),
    ("section.write", {"text": "The group met in good order.", "kind": "context"}),
    ("step.add", {"what": "Exchange the readings", "by": "spring", "holder": "both"}),
    ("draft.save", {"id": "note", "text": "half a line"}),
    ("session.adjourn", {}),
    ("session.open", {"title": "Afternoon"}),
    ("turn.start", {"person": "p03"}),
    ("turn.end", {}),
    ("note.add", {"text": "Escorts at the crossing."}),
    ("undo", {}),
    ("redo", {}),
    ("session.close", {}),
)


def make(folder: Path) -> None:
    target = folder / "first_schema.t2d"
    create_dossier(target, "Water and transit", PASSPHRASE, CHEAPEST)
    with open_dossier(target, with_passphrase(PASSPHRASE)) as dossier:
        for name, fields in ACTS:
            if name in {"undo", "redo"}:
                getattr(dossier.desk, name)()
            else:
                dossier.desk.perform(name, fields)
        shown = {"record": dossier.desk.read(whole_record), "head": dossier.head_words(), "counts": dossier.verify()}
    (folder / "first_schema.json").write_text(json.dumps(shown, ensure_ascii=False, indent=1) + "\n", "utf-8")
    (folder / "first_schema.sql").write_text(m0001_first.SQL, "utf-8")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
