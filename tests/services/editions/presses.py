"""A press that draws plain lines, and a shelf that remembers what was laid on it: editions without PDF and disk."""

from t2desk.domain.documents import Document


class PlainPress:
    """Draws each text as a line of one page."""

    def render(self, document, passphrase):
        assert isinstance(document, Document)
        return "\n".join(text.plain for text, _ in document.texts()).encode()

    def pages(self, content):
        return (content.decode(),)


class Shelf:
    """Stages files in memory: what was staged, what got its name."""

    def __init__(self):
        self.staged, self.published = [], []

    def __call__(self, content):
        self.staged.append(content)
        return _Laid(self, content)


class _Laid:
    def __init__(self, shelf, content):
        self._shelf, self._content = shelf, content

    def publish(self):
        self._shelf.published.append(self._content)

    def discard(self):
        self._shelf.staged.remove(self._content)
