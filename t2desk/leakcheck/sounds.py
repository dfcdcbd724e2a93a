"""Names across scripts and spellings: romanised letters, and the consonants that all spellings share."""

import itertools
import re

# Each letter with what it sounds like in Latin letters; nothing where it is silent or its sound varies too much.
_LETTERS = """
    аa бb вv гg дd еe жzh зz иi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щsch ъ ыy ь эe юyu яya єe іi ђdj јj
    љl њn ћc џdz
    αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξks οo πp ρr σs τt υy φf χch ψps ωo
    ا بb تt ثth جj حh خkh دd ذdh رr زz سs شsh صs ضd طt ظz ع غgh فf قq كk لl مm نn هh وw يy
    א בb גg דd הh וv זz חh טt יy כk לl מm נn סs ע פp צts קk רr שsh תt
    აa ბb გg დd ეe ვv ზz თt იi კk ლl მm ნn ოo პp ჟzh რr სs ტt უu ფp ქk ღgh ყq შsh ჩch ცts ძdz წts ჭch ხkh ჯj ჰh
    աa բb գg դd եe զz էe ըe թt ժzh իi լl խkh ծts կk հh ձdz ղgh ճch մm յy նn շsh ոo չch պp ջj ռr սs վv տt րr ցts ւv
    փp քk օo ֆf
"""
_ROMAN = str.maketrans({letter[0]: letter[1:] for letter in _LETTERS.split()})
# Each spelling of a sound and the classes it may stand for; the longest spelling is read first.
_CLASSES = {
    "sch": ("S",), "tch": ("S",), "dsch": ("S",), "tsch": ("S",), "chi": ("S", "K"), "che": ("S", "K"),
    "ch": ("S", "K", ""), "kh": ("K", ""), "gh": ("K", ""), "sh": ("S",), "zh": ("S",), "tz": ("S",), "ts": ("S",),
    "dj": ("S",), "dz": ("S",), "dh": ("D",), "th": ("T",), "ph": ("F",), "ck": ("K",), "qu": ("K",), "ks": ("KS",),
    "x": ("KS", ""), "q": ("K",), "k": ("K",), "c": ("K", "S"), "g": ("K", "S", ""), "j": ("S", ""), "z": ("S",),
    "s": ("S",), "t": ("T",), "d": ("D",), "b": ("B",), "p": ("P",), "f": ("F",), "v": ("V",), "w": ("V", ""),
    "l": ("L",), "r": ("R",), "m": ("M",), "n": ("N",),
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(_CLASSES, key=len, reverse=True)))
_MOST_KEYS = 12
_VOWELS = re.compile("[aeiouyw]")
_DOUBLED = re.compile(r"(.)\1+")


def romanised(word: str) -> str:
    """Return a folded word in Latin letters; vowels that a script does not write stay missing."""
    return word.translate(_ROMAN)


def without_vowels(word: str) -> str:
    """Return a romanised word without its vowels, and without the letters that only lengthen them."""
    return _VOWELS.sub("", word)


def sound_keys(word: str) -> set[str]:
    """Return the consonant classes a folded word may be read as; two spellings of one name share a key."""
    choices = [_CLASSES[found] for found in _SOUND.findall(_DOUBLED.sub(r"\1", romanised(word)))]
    readings = itertools.islice(itertools.product(*choices), _MOST_KEYS)
    return {_DOUBLED.sub(r"\1", "".join(reading)) for reading in readings}
