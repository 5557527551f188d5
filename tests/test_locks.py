"""A lock on a file is one process's, and goes with it."""

import os

from bot.commands.trying import trial_environment
from bot.locks import is_held, lock_beside, open_lock, take_lock
from bot.settings import data_folder


def test_a_lock_is_held_until_its_file_is_closed(tmp_path):
    path = tmp_path / "folder" / "a.lock"
    lock = open_lock(path)
    assert take_lock(lock)
    assert is_held(path)
    os.close(lock)
    assert not is_held(path)


def test_a_lock_whose_owner_can_not_be_changed_is_one_all_the_same(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(os, "fchown", refuse)
    lock = open_lock(tmp_path / "a.lock")
    assert take_lock(lock)
    os.close(lock)


def test_all_names_of_a_file_have_one_lock(tmp_path):
    (tmp_path / "real").touch()
    (tmp_path / "other").symlink_to(tmp_path / "real")

    assert lock_beside(tmp_path / "other") == lock_beside(tmp_path / "real") == tmp_path / "real.lock"


def test_a_lock_that_nobody_can_open_is_not_held(tmp_path):
    (tmp_path / "file").touch()

    assert not is_held(tmp_path / "file" / "a.lock")


def test_a_second_trial_has_a_database_of_its_own(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    first = open_lock(lock_beside(data_folder() / "trial.sqlite3"))
    take_lock(first)

    second = trial_environment({})["NUTSHELL_DATABASE"]
    os.close(first)

    assert second.endswith("/trial-2.sqlite3")
    assert trial_environment({})["NUTSHELL_DATABASE"].endswith("/trial.sqlite3")
