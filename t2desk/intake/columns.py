"""Which column of a table of people or of an agenda holds what, guessed from header words of our users' languages."""

from collections.abc import Mapping, Sequence

from t2desk.domain.text import folded

# Words as `header_word` leaves them: folded, with single blanks. Some programs write both forms of a slash.
_PEOPLE_WORDS = {
    "display_name": (
        "full name|participant|delegate|name and surname", "vollstandiger name|teilnehmer|teilnehmerin|anzeigename",
        "nom complet|nom et prenom|prenom et nom|participant e|participante", "nombre completo|nombre y apellidos",
        "полное имя|фио|ф.и.о.|участник|имя и фамилия", "الاسم الكامل|المشارك|الاسم واللقب",
    ),
    "given": (
        "first name|forename|given name", "vorname", "prenom|prenoms", "nombre de pila|primer nombre", "отчество",
        "الاسم الاول|الاسم الشخصي",
    ),
    "family": (
        "last name|surname|family name", "nachname|familienname|zuname", "nom de famille", "apellido|apellidos",
        "фамилия", "اسم العائله|اسم العائلة|اللقب|الكنيه|الكنية",
    ),
    "name_native": (
        "native name|own script|name in own script", "name in eigener schrift", "nom en ecriture propre",
        "nombre en escritura propia", "имя на родном языке", "الاسم بالخط الاصلي",
    ),
    "aliases": (
        "alias|also known as|other names|nickname", "auch bekannt als|spitzname", "alias|autres noms|surnom",
        "tambien conocido como|apodo", "псевдоним|другие имена", "معروف ايضا باسم|اسماء اخري",
    ),
    "party": (
        "side|delegation|group", "partei|seite|gruppe", "partie|parti|camp|groupe",
        "parte|partido|delegacion|grupo|lado",
        "сторона|делегация|партия|группа", "الطرف|الجهة|الوفد|الحزب|المجموعة",
    ),
    "affiliation": (
        "organisation|organization|institution|employer|company",
        "organisation|institution|einrichtung|arbeitgeber|firma", "organisme|institution|employeur|structure",
        "organizacion|institucion|empresa", "организация|учреждение|место работы", "المنظمة|المؤسسة|جهة العمل",
    ),
    "affiliation_acronym": (
        "acronym|abbreviation", "abkurzung|kurzel", "sigle|acronyme", "siglas|sigla", "аббревиатура|сокращение",
        "الاختصار",
    ),
    "country": ("nation", "land|staat", "pays", "pais", "страна", "البلد|الدولة"),
    "role": ("function|function in the room", "rolle", "role|fonction", "rol|papel", "роль", "الدور"),
    "title": (
        "form of address|salutation|mr mrs", "anrede|titel", "titre|civilite", "titulo|tratamiento", "обращение|титул",
        "لقب المخاطبة|صيغة المخاطبة",
    ),
    "gender": ("sex", "geschlecht", "genre|sexe", "genero|sexo", "пол", "الجنس|النوع"),
    "email": (
        "e mail|mail|email address|e mail address", "e mail adresse|mailadresse", "courriel|adresse electronique|mel",
        "correo|correo electronico", "почта|эл. почта|электронная почта|имейл", "البريد|البريد الالكتروني|الايميل",
    ),
    "phone": (
        "telephone|tel|tel.|mobile|cell|phone number", "telefon|telefonnummer|handy|mobil", "telephone|portable|mobile",
        "telefono|movil|celular", "телефон|мобильный|номер телефона", "الهاتف|رقم الهاتف|الجوال|المحمول",
    ),
    "handle": ("user name|username|account|signal", "benutzername", "pseudo|identifiant", "usuario", "логин", "المعرف"),
    "descriptor": (
        "neutral words|description", "beschreibung|bezeichnung", "description|descriptif", "descripcion", "описание",
        "الوصف",
    ),
    "present": (
        "attendance|attending", "anwesend|anwesenheit", "present e|presence", "presente|asistencia",
        "присутствует|присутствие", "حاضر|الحضور",
    ),
}  # fmt: skip
# No word for "time": under it stand hours of the clock as often as lengths, and 9:00 would be read as nine hours.
_AGENDA_WORDS = {
    "title": (
        "item|agenda item|topic|subject|heading|session", "titel|thema|punkt|tagesordnungspunkt|top",
        "titre|point|sujet|theme|intitule|point de l'ordre du jour", "titulo|tema|punto|asunto|punto del orden del dia",
        "название|тема|вопрос|пункт|пункт повестки", "العنوان|البند|الموضوع|بند جدول الأعمال",
    ),
    "minutes": (
        "duration|length|min|min.|mins|minutes planned", "dauer|lange|minuten", "duree|duree min|minute",
        "duracion|minutos", "длительность|продолжительность|минуты|мин|мин.", "المدة|الدقائق|دقائق|المدة بالدقائق",
    ),
    "level": ("depth|indent", "ebene|stufe|gliederung", "niveau", "nivel", "уровень", "المستوى"),
    "phase": ("stage", "abschnitt", "etape", "fase|etapa", "фаза|этап", "المرحلة"),
    "aim": (
        "goal|purpose|objective|outcome", "ziel|zweck", "but|objectif", "objetivo|proposito|fin", "цель|задача",
        "الهدف|الغاية",
    ),
}  # fmt: skip
# Words that mean the whole name where they stand alone, and half of it beside the other half.
_HALF_NAMES = frozenset(("name", "nom", "nombre", "имя", "الاسم", "اسم"))


def header_word(written: str) -> str:
    """Return a header's cell for comparing: folded, with blanks for underscores, hyphens and slashes."""
    return folded("".join(" " if one in "-_/()*:’'" else one for one in written[:80]))


def _fields_by_word(words: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {header_word(word): field for field, groups in words.items() for part in groups for word in part.split("|")}


_PEOPLE_FIELDS, _AGENDA_FIELDS = _fields_by_word(_PEOPLE_WORDS), _fields_by_word(_AGENDA_WORDS)


def is_people_header(written: str) -> bool:
    """Say whether this is a header word of a list of people that is known in some language."""
    word = header_word(written)
    return word in _PEOPLE_FIELDS or word in _HALF_NAMES


def is_agenda_header(written: str) -> bool:
    """Say whether this is a header word of an agenda that is known in some language."""
    return header_word(written) in _AGENDA_FIELDS


def guessed_people(header: Sequence[str], named: Sequence[str]) -> tuple[str, ...]:
    """Return the field of each column of a list of people, as `guessed_agenda` does."""
    fields = _guessed(header, named, _PEOPLE_FIELDS)
    for place, written in enumerate(header):
        if not fields[place] and header_word(written) in _HALF_NAMES:
            fields[place] = _name_beside(fields)
    return tuple(fields)


def guessed_agenda(header: Sequence[str], named: Sequence[str]) -> tuple[str, ...]:
    """Return the field of each column, "" where none; `named` are those that bear one of our own names already.

    Two columns keep the same field only where both bear our own name for it: that is for a person to decide.
    """
    return tuple(_guessed(header, named, _AGENDA_FIELDS))


def _guessed(header: Sequence[str], named: Sequence[str], by_word: Mapping[str, str]) -> list[str]:
    fields = list(named)
    for place, written in enumerate(header):
        field = by_word.get(header_word(written), "")
        if not fields[place] and field not in fields:
            fields[place] = field
    return fields


def _name_beside(fields: Sequence[str]) -> str:
    if "display_name" in fields:
        return ""
    has_given, has_family = "given" in fields, "family" in fields
    return "display_name" if has_given == has_family else "family" if has_given else "given"
