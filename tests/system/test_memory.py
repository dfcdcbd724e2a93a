"""Memory given back to the system, where it can be."""

from t2desk.system import memory


def test_memory_is_given_back_on_linux_and_elsewhere_nothing_happens(monkeypatch):
    trimmed = []

    class Library:
        def malloc_trim(self, room):
            trimmed.append(room)

    monkeypatch.setattr(memory.ctypes, "CDLL", lambda _name: Library())
    monkeypatch.setattr(memory.sys, "platform", "linux")
    memory.give_back()
    monkeypatch.setattr(memory.sys, "platform", "darwin")
    memory.give_back()
    assert trimmed == [0]


def test_a_c_library_that_cannot_give_back_is_left_alone(monkeypatch):
    monkeypatch.setattr(memory.ctypes, "CDLL", lambda _name: object())
    memory.give_back()
