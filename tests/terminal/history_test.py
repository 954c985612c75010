# SPDX-License-Identifier: MIT
"""What can happen to the file of the history, and that nothing done is lost by it.
history_test.py /path/to/hipflow"""
import glob
import os
import re
import shutil
import signal
import sqlite3
import subprocess

from hipflow_test import NO_QUESTIONS, HipflowTest, Terminal, main

ALL_DONE = [(1, 1, "left", "done"), (1, 1, "right", "done"), (2, 1, "both", "done"),
            (2, 2, "both", "done"), (3, 1, "left", "done"), (3, 1, "right", "done")]
NOBODY = 65534


class HistoryTest(HipflowTest):
    def setUp(self):
        super().setUp()
        self.before = []  # of every hipflow that is run
        self.log("2026-11-20T08:00:00+00:00")

    def ordinary_user(self):
        """Runs hipflow as one who is not above permissions."""
        if os.geteuid() != 0:
            return
        if not shutil.which("setpriv"):
            self.skipTest("setpriv is not installed")
        for folder, _, files in os.walk(self.folder):
            for path in (folder, *(os.path.join(folder, name) for name in files)):
                os.chown(path, NOBODY, NOBODY)
        self.before = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]

    def run_hipflow(self, *args, **options):
        env = options.pop("env", None) or self.env()
        return subprocess.run([*self.before, self.binary, *args], env=env,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=60, check=False)

    def log(self, now):
        shown = self.run_hipflow("log", "session", "--routine", "short", env=self.env(HIPFLOW_NOW=now))
        self.assertEqual(shown.returncode, 0, shown.stderr)

    def session(self, *flags, speed=80):
        terminal = Terminal([*self.before, self.binary, "start", "short", "--plain",
                             *NO_QUESTIONS, *flags], self.env(HIPFLOW_SPEED=speed))
        self.addCleanup(terminal.close)
        return terminal

    def under_way(self, speed=80):
        """A session of which the first set is done and saved."""
        terminal = self.session(speed=speed)
        terminal.expect("Hold, right")
        return terminal

    def timed_sets(self):
        return [tuple(row.values()) for row in self.rows(
            "SELECT step, set_no, side, performed_set.status FROM performed_set JOIN session"
            " ON session.id = session_id WHERE source = 'timed' ORDER BY step, set_no, side")]

    def move_over(self, path):
        os.rename(path, self.database)

    def copy(self, name="copy.db"):
        return shutil.copy(self.database, os.path.join(self.data, name))

    def aside(self, folder=None):
        return glob.glob(os.path.join(folder or self.data, "hipflow.db.rescued-*.jsonl"))

    def other_history(self):
        path = os.path.join(self.folder, "other.db")
        self.assertEqual(self.run_hipflow("log", "pain", "3", "--db", path).returncode, 0)
        return path

    def assert_all_there(self):
        self.assertEqual(self.timed_sets(), ALL_DONE)
        self.assertEqual(len(self.rows("SELECT * FROM session")), 2)
        self.assert_sound()
        self.assertEqual(self.aside(), [])
        self.assertIn("database: whole, and what you do is saved in it", self.run_hipflow("doctor").stdout)


class DuringASession(HistoryTest):
    def test_replaced_by_a_copy_it_goes_on_there(self):
        terminal = self.under_way()
        self.move_over(self.copy())
        terminal.expect("was replaced by a copy while this was running")
        self.assertEqual(terminal.end(), 0, terminal.text)
        self.assertIn("Well done.", terminal.text)
        self.assertNotIn("permission", terminal.text)
        self.assert_all_there()

    def test_replaced_by_one_of_before_it_all_of_it_is_added(self):
        old = self.copy()
        terminal = self.under_way()
        self.move_over(old)
        self.assertEqual(terminal.end(), 0, terminal.text)
        self.assert_all_there()

    def test_replaced_after_the_last_set_it_is_noticed(self):
        old = self.copy()
        terminal = self.session(speed=1000)
        terminal.expect("Well done.")
        self.move_over(old)
        self.assertEqual(terminal.end(), 0, terminal.text)
        self.assert_all_there()

    def test_deleted_it_is_put_back_whole(self):
        terminal = self.under_way()
        os.remove(self.database)
        terminal.expect("It was still open here, and has been put back whole.")
        self.assertEqual(terminal.end(), 0, terminal.text)
        self.assert_all_there()

    def test_moved_away_with_its_folder_it_is_put_back_whole(self):
        terminal = self.under_way()
        os.rename(self.data, self.data + "-moved")
        self.assertEqual(terminal.end(), 0, terminal.text)
        self.assert_all_there()

    def test_replaced_by_an_empty_file_it_is_put_back_whole(self):
        terminal = self.under_way()
        empty = os.path.join(self.data, "empty")
        with open(empty, "w", encoding="utf-8"):
            pass
        self.move_over(empty)
        terminal.expect("was replaced by an empty file")
        self.assertEqual(terminal.end(), 0, terminal.text)
        self.assert_all_there()

    def test_emptied_its_sets_wait_for_a_backup(self):
        backup = self.copy()
        terminal = self.under_way()
        os.truncate(self.database, 0)
        terminal.expect("was emptied (0 bytes) by another program")
        self.assertEqual(terminal.end(), 3, terminal.text)
        self.assertNotIn("permission", terminal.text)
        words = " ".join(terminal.text.split())
        [aside] = self.aside()
        self.assertIn(f"What was done is kept in {aside}", words)
        self.assertIn("figure-4-seated, set 1, left: 20 s of 20 s", words)
        for command in (("stats",), ("log", "pain", "3"), ("remind",)):
            shown = self.run_hipflow(*command)
            self.assertEqual(shown.returncode, 3)
            self.assertIn("is empty (0 bytes)", shown.stderr)
        self.assertEqual(os.path.getsize(self.database), 0)
        self.move_over(backup)
        self.assertRegex(self.run_hipflow("doctor").stdout, rf"wrong put aside:\s+{re.escape(aside)}")
        shown = self.run_hipflow("doctor", "--repair")
        self.assertIn("What a session could not save is saved now", shown.stderr)
        self.assert_all_there()

    def test_replaced_by_another_history_its_sets_wait_for_their_own(self):
        terminal = self.under_way()
        self.move_over(self.other_history())
        terminal.expect("was replaced by another history while this was running")
        self.assertEqual(terminal.end(), 3, terminal.text)
        self.assertNotIn("permission", terminal.text)
        self.assertEqual(self.timed_sets(), [])
        again = self.session("--keep-partial", speed=1000)
        again.expect("belongs to another history")
        again.kill(signal.SIGTERM)
        again.end()
        [own] = glob.glob(self.database + ".replaced*")
        self.move_over(own)
        shown = self.run_hipflow("doctor", "--repair")
        self.assertIn("What a session could not save is saved now", shown.stderr)
        self.assert_all_there()

    def test_in_a_folder_that_becomes_read_only_it_waits_elsewhere(self):
        self.ordinary_user()
        terminal = self.under_way()
        os.chmod(self.data, 0o500)
        self.addCleanup(os.chmod, self.data, 0o700)
        terminal.expect("no permission: check who owns " + self.data)
        self.assertEqual(terminal.end(), 3, terminal.text)
        spare = os.path.join(self.home, ".local", "state", "hipflow")
        self.assertEqual(len(self.aside(spare)), 1)
        os.chmod(self.data, 0o700)
        next_one = self.session(speed=1000)
        next_one.expect("What a session could not save is saved now")
        self.assertEqual(next_one.end(), 0, next_one.text)
        self.assertEqual(self.timed_sets().count(ALL_DONE[5]), 2)
        self.assertEqual(self.aside(spare), [])
        self.assert_sound()

    def test_made_read_only_while_it_is_open_it_is_written_all_the_same(self):
        self.ordinary_user()
        terminal = self.under_way()
        os.chmod(self.database, 0o400)
        self.assertEqual(terminal.end(), 0, terminal.text)
        os.chmod(self.database, 0o600)
        self.assert_all_there()

    def test_a_measurement_goes_on_where_the_history_is_now(self):
        measuring = self.terminal("measure", "range", "--plain")
        measuring.expect("Enter")
        self.move_over(self.copy())
        measuring.say("", "", "", "30", *[""] * 12)
        self.assertEqual(measuring.end(), 0, measuring.text)
        self.assertEqual(len(self.rows("SELECT * FROM measurement")), 1)

    def test_a_measurement_that_cannot_be_saved_is_kept(self):
        measuring = self.terminal("measure", "range", "--plain")
        measuring.expect("Enter")
        backup = self.copy()
        os.truncate(self.database, 0)
        measuring.say("", "", "", "30", *[""] * 12)
        self.assertEqual(measuring.end(), 3, measuring.text)
        self.assertIn("What was entered is kept in", " ".join(measuring.text.split()))
        self.move_over(backup)
        self.run_hipflow("doctor", "--repair")
        self.assertEqual(len(self.rows("SELECT * FROM measurement")), 1)

    def test_what_waits_is_written_when_it_can_be_again(self):
        self.ordinary_user()
        terminal = self.under_way()
        os.chmod(self.data, 0o500)
        terminal.expect("tried again after the next set")
        os.chmod(self.data, 0o700)
        terminal.expect("What could not be saved is saved now.")
        self.assertEqual(terminal.end(), 0, terminal.text)
        self.assertEqual(self.aside(os.path.join(self.home, ".local", "state", "hipflow")), [])
        self.assert_all_there()

    def test_killed_while_nothing_can_be_saved_it_is_taken_up_again(self):
        self.ordinary_user()
        terminal = self.under_way(speed=40)
        os.chmod(self.data, 0o500)
        terminal.expect("tried again after the next set")
        terminal.expect("Set 2 of 2.")
        terminal.kill()
        terminal.end()
        os.chmod(self.data, 0o700)
        self.assertEqual(self.timed_sets(), ALL_DONE[:1])
        resumed = self.session("--resume", speed=1000)
        resumed.expect("What a session could not save is saved now")
        self.assertEqual(resumed.end(), 0, resumed.text)
        self.assert_all_there()


class BetweenSessions(HistoryTest):
    def test_emptied_it_is_no_history_that_never_was(self):
        os.truncate(self.database, 0)
        for command in ((), ("stats",), ("session", "list"), ("why",), ("remind",), ("undo",),
                        ("schedule", "show"), ("schedule", "set", "daily"), ("log", "session")):
            with self.subTest(command=command):
                shown = self.run_hipflow(*command)
                self.assertEqual((shown.returncode, shown.stdout), (3, ""))
                self.assertIn("is empty (0 bytes)", shown.stderr)
                self.assertIn(f"rm '{self.database}'", shown.stderr)
        self.assertEqual(os.path.getsize(self.database), 0)
        os.remove(self.database)
        self.assertEqual(self.run_hipflow("log", "session").returncode, 0)

    def test_emptied_the_newest_copy_beside_it_is_named(self):
        self.run_hipflow("doctor", "--repair")
        os.truncate(self.database, 0)
        copy = self.database + ".before-repair"
        self.assertIn(f"The newest copy beside it is '{copy}'", self.run_hipflow("stats").stderr)
        self.assertIn(copy, self.run_hipflow("doctor").stdout)
        shutil.copy(copy, self.database)
        self.assertEqual(self.run_hipflow("stats").returncode, 0)

    def test_a_clock_at_the_epoch_locks_nothing(self):
        with open(self.database, "rb") as file:
            before = file.read()
        epoch = self.env(HIPFLOW_NOW="1970-01-01T00:10:00+00:00", TZ="UTC")
        for command in (("schedule", "set", "daily"), ("log", "session"), ("log", "pain", "3"),
                        ("schedule", "snooze", "1h"), ("exercise", "avoid", "glute-bridge")):
            with self.subTest(command=command):
                shown = self.run_hipflow(*command, env=epoch)
                self.assertEqual((shown.returncode, shown.stdout), (3, ""))
                self.assertIn("the clock of this machine says 1970-01-01T00:10", shown.stderr)
                self.assertIn("set date and time", shown.stderr)
        with open(self.database, "rb") as file:
            self.assertEqual(file.read(), before)
        shown = self.run_hipflow("doctor", env=epoch)
        self.assertIn("wrong clock: 1970-01-01T00:10", shown.stdout)
        self.assertEqual(self.run_hipflow("stats").returncode, 0)

    def test_years_that_cannot_be_recorded_are_refused(self):
        now = self.env(HIPFLOW_NOW="2026-11-24T08:00:00+00:00")
        for command in (("log", "session", "--at", "0026-11-23"),
                        ("log", "session", "--at", "1970-01-01T00:30"),
                        ("log", "pain", "3", "--at", "1969-12-31T23:00:00+00:00"),
                        ("log", "pain", "3", "--at", "1970-01-01T00:30:00+14:00"),
                        ("schedule", "set", "daily", "--from", "20266-01-01"),
                        ("schedule", "set", "daily", "--from", "10000-01-01"),
                        ("stats", "--since", "0026-01-01"), ("stats", "--until", "20266-01-01")):
            with self.subTest(command=command):
                shown = self.run_hipflow(*command, env=now)
                self.assertEqual((shown.returncode, shown.stdout), (2, ""))
                self.assertIn("1970-01-01 to 9999-12-31. Is the year right?", shown.stderr)

    def test_the_edges_of_what_can_be_recorded_can_be_read_again(self):
        for now in ("1970-01-01T12:00:00+00:00", "9999-12-31T12:00:00+00:00"):
            env = self.env(HIPFLOW_NOW=now)
            for command in (("schedule", "set", "daily", "--at", "08:00"), ("log", "session"),
                            ("log", "pain", "3"), ("schedule", "skip", "--until", "9999-12-31"),
                            ("measure", "range", "--left-internal", "30,31,32"), ("undo",), ("redo",)):
                self.assertEqual(self.run_hipflow(*command, env=env).returncode, 0, command)
            for command in ((), ("stats", "--all"), ("stats", "week"), ("schedule", "show"),
                            ("remind",), ("session", "list", "--all"), ("why",)):
                shown = self.run_hipflow(*command, env=env)
                self.assertIn(shown.returncode, (0, 1), (now, command, shown.stderr))
        self.assertIn("database: whole, and what you do is saved in it", self.run_hipflow("doctor").stdout)

    def test_a_history_that_was_locked_is_opened_again_by_a_repair(self):
        self.run_hipflow("schedule", "set", "daily")
        with sqlite3.connect(self.database) as db:  # as hipflow 0.1 wrote it
            db.execute("UPDATE schedule SET valid_from = '1969-12-31'")
            db.execute("UPDATE journal SET body = json_set(body, '$.valid_from', '1969-12-31')"
                       " WHERE kind = 'schedule'")
        for command in ((), ("stats",), ("schedule", "show"), ("undo",)):
            shown = self.run_hipflow(*command)
            self.assertEqual(shown.returncode, 3, command)
            self.assertIn("'hipflow doctor --repair' keeps a copy", shown.stderr)
        shown = self.run_hipflow("doctor", "--repair")
        self.assertIn(self.database + ".before-repair", shown.stderr)
        self.assertRegex(shown.stderr, "Changed: schedule .*: valid_from was 1969-12-31, "
                                       "is 1970-01-01 now")
        self.assertIn("database: whole, and what you do is saved in it", shown.stdout)
        self.assertEqual(len(self.rows("SELECT * FROM session")), 1)
        for command in ((), ("stats",), ("schedule", "show"), ("undo",)):
            self.assertEqual(self.run_hipflow(*command).returncode, 0, command)


if __name__ == "__main__":
    main()
