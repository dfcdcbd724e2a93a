"""Read-back: a text is read when every side at the table agreed, over every table of three."""

from itertools import product

from t2desk.domain.read_back import Answer, is_read

SIDES = ("a", "b", "c")


def test_every_table_of_three():
    for said in product((None, *Answer), repeat=3):
        answers = {side: answer for side, answer in zip(SIDES, said, strict=True) if answer}
        assert is_read(answers, SIDES) is (said == (Answer.AGREE,) * 3)


def test_nobody_has_agreed_where_nobody_sits():
    assert not is_read({}, ())
    assert not is_read({"a": Answer.AGREE}, ())
