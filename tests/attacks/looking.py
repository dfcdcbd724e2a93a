"""Looking for words in everything that a dossier has on the disk, in clear."""

from tests.attacks.pages import frames_in_clear, pages_in_clear


def images(dossier, key):
    """Return in clear, by name, everything the dossier has on the disk."""
    paths = dossier.paths
    read = {paths.backup(number).name: paths.backup(number).read_bytes() for number in paths.backup_numbers()}
    clear = {name: b"".join(pages_in_clear(content, key)) for name, content in read.items()}
    clear["file"] = b"".join(pages_in_clear(paths.dossier.read_bytes(), key))
    clear["log"] = b"".join(frames_in_clear(paths.log.read_bytes(), key))
    return clear


def hits(clear, *words):
    return {(name, word) for name, content in clear.items() for word in words if word in content}
