"""The settings' file: whatever it holds, the program starts; what it does not know, it keeps."""

import json
import os
import stat

import pytest

from t2desk.domain.errors import DeskError
from t2desk.domain.settings import Settings
from t2desk.system.settings_file import DAMAGED, LARGEST, UNREADABLE, SettingsFile


def stored(tmp_path, content):
    (tmp_path / "settings.json").write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return SettingsFile(tmp_path)


def test_without_a_file_the_defaults_are_in_force_and_nothing_is_written(tmp_path):
    file = SettingsFile(tmp_path / "none")
    assert (file.settings, file.problem) == (Settings(), "")
    assert list(tmp_path.iterdir()) == []


def test_what_is_written_is_read_again_by_its_owner_alone(tmp_path):
    wanted = Settings(look="dark", text_size=130, high_contrast=True, language="ar")
    file = SettingsFile(tmp_path / "made" / "here")
    file.write(wanted)
    assert SettingsFile(tmp_path / "made" / "here").settings == wanted
    assert [entry.name for entry in file.path.parent.iterdir()] == ["settings.json"]
    if os.name == "posix":
        assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.path.parent.stat().st_mode) == 0o700


def test_keys_of_another_version_are_kept(tmp_path):
    file = stored(tmp_path, {"look": "dark", "projector": {"width": 3}})
    assert (file.settings.look, file.problem) == ("dark", "")
    file.write(file.settings.with_field("text_size", 120))
    written = json.loads(file.path.read_text("utf-8"))
    assert (written["projector"], written["text_size"]) == ({"width": 3}, 120)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"\xff\xfe\x00", b"[" * 60_000, b"null", b"[1]", b" " * (LARGEST + 1) + b"{}",
        b'{"look": NaN}', b'{"text_size": 1e999}', b'{"look": "neon"}', b'{"text_size": 100000}',
        b'{"text_size": true}', b'{"high_contrast": 1}', b'{"language": ["en"]}',
        b'{"last_place": "a\\u0000b", "remember_place": true}',
    ],
)  # fmt: skip
def test_a_hostile_or_damaged_file_gives_defaults_and_a_sentence(tmp_path, content):
    file = stored(tmp_path, content)
    assert file.problem == DAMAGED
    assert file.settings in (Settings(), Settings(remember_place=True))


def test_one_bad_value_does_not_take_the_others_along(tmp_path):
    file = stored(tmp_path, {"look": "dark", "text_size": "big"})
    assert (file.settings.look, file.settings.text_size, file.problem) == ("dark", 100, DAMAGED)


def test_a_folder_in_the_files_place_is_a_sentence(tmp_path):
    (tmp_path / "settings.json").mkdir()
    assert SettingsFile(tmp_path).problem == UNREADABLE
    with pytest.raises(DeskError):
        SettingsFile(tmp_path).write(Settings())


def test_a_folder_that_cannot_be_made_is_refused_in_words(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DeskError):
        SettingsFile(tmp_path / "file" / "below").write(Settings())


def test_a_place_is_stored_only_while_remembering_is_chosen(tmp_path):
    file = stored(tmp_path, {"last_place": "/secret/talks.t2d"})
    assert file.settings.last_place == ""
    remembering = file.settings.with_field("remember_place", True).with_field("last_place", "/secret/talks.t2d")
    file.write(remembering)
    assert SettingsFile(tmp_path).settings.last_place == "/secret/talks.t2d"
    file.write(remembering.with_field("remember_place", False))
    assert b"talks" not in file.path.read_bytes()
