"""Words that must be nowhere in clear, and the search for them in every form they could lie in a file."""

import base64


def forms(word):
    """Return a word as it could lie in a file: in bytes, in UTF-16, and in base 64 at each of three offsets."""
    plain = word.encode()
    inner = [base64.b64encode(bytes(shift) + plain) for shift in range(3)]
    return [plain, word.encode("utf-16-le"), *(whole[4 if shift else 0 : -4] for shift, whole in enumerate(inner))]


def found_in(folder, *words):
    """Return each file and word where a word lies in a file's content or name."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return [
        (path.name, word)
        for path in files
        for content in (path.read_bytes() + path.name.encode(),)
        for word in words
        if any(form in content for form in forms(word))
    ]
