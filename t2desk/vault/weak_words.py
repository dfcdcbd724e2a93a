"""Words and rows of keys that a guesser tries first; what is left of a passphrase without them is what counts."""

# Runs of the keyboard and the alphabet, read in both directions.
ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiop",
    "yxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
    "qazwsxedcrfvtgbyhnujmikolp",
    "йцукенгшщзхъ",
    "фывапролджэ",
    "ячсмитьбю",
)

_COMMON_TEXT = """
password passwort motdepasse contrasena passphrase passcode secret geheim welcome willkommen bienvenue letmein
iloveyou loveyou changeme master admin administrator login default access starwars superman batman football
baseball princess sunshine monkey dragon shadow trustno trust whatever hello computer internet
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
september october november december spring summer autumn winter today tomorrow yesterday
correcthorsebatterystaple correct horse battery staple thequickbrownfoxjumpsoverthelazydog quick brown fox jumps
lazy tobeornottobe inthebeginning onceuponatime maytheforcebewithyou allyouneedislove openesame opensesame
pleaseletmein please enter
tracktwo track two dialogue dialog meeting session conference workshop delegation delegate negotiation mediation
mediator facilitator rapporteur chathamhouse chatham house rule rules peace process ceasefire agreement accord
confidential private personal dossier desk ttwodesk talks backchannel ministry embassy ambassador government
geneva genf geneve oslo vienna wien norway switzerland london paris berlin doha istanbul
"""

# Folded, letters only; a reader takes the longest first.
COMMON = frozenset(_COMMON_TEXT.split())
