"""What a document can be refused for."""

from t2desk.domain.errors import Refused
from t2desk.i18n import N_


class MissingCharacters(Refused):
    """No face at hand can draw some characters; `characters` names them."""

    sentence = N_(
        "The document holds characters that no typeface here can draw: {characters}. Replace them and try again."
    )


class NoRoomForText(Refused):
    """Band, running head and footer are so long that a page has no room for the text."""

    sentence = N_("The handling band, running head or footer is too long to leave room for the text. Shorten it.")


class UnexpectedContent(Refused):
    """A finished file holds something the document was not given; `what` names the kind, never the words."""

    sentence = N_("The finished file was not as it should be ({what}), so it was thrown away. Please report this.")
