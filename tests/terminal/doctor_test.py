# SPDX-License-Identifier: MIT
"""What the doctor finds: it tries what a session would need. doctor_test.py /path/to/hipflow"""
import json
import os
import shutil
import sqlite3
import stat
import subprocess

from hipflow_test import HipflowTest, main

NOW = "2026-11-24T08:00:00+00:00"
NOBODY = 65534


class Doctor(HipflowTest):
    def setUp(self):
        super().setUp()
        self.before = []
        self.bin = os.path.join(self.home, "bin")
        self.player(0)
        self.program("crontab", 1)  # not that of whoever runs the tests

    def program(self, name, status):
        path = self.write(f"bin/{name}", f"#!/bin/sh\nexit {status}\n")
        os.chmod(path, 0o755)

    def player(self, status):
        """All players that there are end with that."""
        for name in ("pw-play", "paplay", "aplay"):
            self.program(name, status)

    def run_hipflow(self, *args, **changes):
        env = self.env(**{"HIPFLOW_NOW": NOW, "PATH": self.bin + ":/usr/bin:/bin", **changes})
        return subprocess.run([*self.before, self.binary, *args], env=env,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=60, check=False)

    def log(self):
        shown = self.run_hipflow("log", "session")
        self.assertEqual(shown.returncode, 0, shown.stderr)

    def configure(self, text):
        self.write(".config/hipflow/config.toml", "format = 1\n" + text)

    def ordinary_user(self):
        """Runs hipflow as one who is not above permissions."""
        if os.geteuid() != 0:
            return
        if not shutil.which("setpriv"):
            self.skipTest("setpriv is not installed")
        subprocess.run(["chown", "-R", f"{NOBODY}:{NOBODY}", self.folder], check=True)
        self.before = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]

    def mode(self, path, mode):
        before = stat.S_IMODE(os.stat(path).st_mode)
        os.chmod(path, mode)
        self.addCleanup(os.chmod, path, before)

    def files(self):
        return sorted(os.path.join(folder, name) for folder, _, names in os.walk(self.home)
                      for name in names if ".cache" not in folder)

    def wrong(self, **changes):
        """What is wrong, by subject; the same in words and as JSON."""
        shown = self.run_hipflow("doctor", "--json", **changes)
        found = {f["subject"]: f for f in json.loads(shown.stdout)["findings"] if not f["ok"]}
        self.assertEqual(shown.returncode, 1 if found else 0)
        self.assertTrue(all(f["advice"] for f in found.values()), found)
        words = self.run_hipflow("doctor", **changes)
        self.assertEqual(words.returncode, shown.returncode)
        told = {line.split(" ", 1)[1].split(":")[0] for line in words.stdout.splitlines()
                if line.startswith("wrong ")}
        self.assertEqual(told, set(found))
        return found

    def finds(self, subject, *words, only=True, **changes):
        found = self.wrong(**changes)
        self.assertIn(subject, found)
        if only:
            self.assertEqual(set(found), {subject})
        for word in words:
            self.assertIn(word, found[subject]["state"] + found[subject]["advice"])

    def test_finds_nothing_wrong_and_changes_nothing(self):
        before = self.files()
        self.assertEqual(self.wrong(), {})
        self.assertEqual(self.files(), before)
        self.log()
        before = self.files()
        with open(self.database, "rb") as file:
            content = file.read()
        self.assertEqual(self.wrong(), {})
        self.assertEqual(self.files(), before)
        with open(self.database, "rb") as file:
            self.assertEqual(file.read(), content)

    def test_finds_and_repairs_tables_that_are_not_as_the_journal_says(self):
        self.run_hipflow("log", "pain", "3")
        with sqlite3.connect(self.database) as db:
            db.execute("UPDATE pain_score SET score = 9")
        self.finds("database", "--repair")
        shown = self.run_hipflow("doctor", "--repair")
        self.assertEqual(shown.returncode, 0)
        copy = self.database + ".before-repair"
        self.assertIn(copy, shown.stderr)
        self.assertEqual(stat.S_IMODE(os.stat(copy).st_mode), 0o600)
        self.assertEqual(self.rows("SELECT score FROM pain_score"), [{"score": 3}])

    def test_tells_faults_of_files_permissions_and_clock(self):
        self.log()
        os.chmod(self.database, 0o644)
        self.configure("nonsense = 2\n")
        self.write(".config/hipflow/routines/mine.toml", "format = 1\nnonsense = 2\n")
        found = self.wrong(HIPFLOW_NOW="2026-11-20T08:00:00+00:00")
        self.assertEqual(set(found), {"configuration", "library", "data file", "clock"})
        self.assertIn("config.toml:2:1", found["configuration"]["state"])

    def test_tells_a_damaged_database_and_leaves_it(self):
        self.run_hipflow("log", "pain", "3")
        with open(self.database, "r+b") as file:
            file.write(b"this is no database")
        self.finds("database", "not a database")
        self.assertEqual(self.run_hipflow("doctor", "--repair").returncode, 3)

    def test_tells_a_history_that_is_gone_but_for_a_copy(self):
        self.log()
        self.run_hipflow("doctor", "--repair")
        os.remove(self.database)
        self.finds("database", self.database + ".before-repair", "put that copy in its place")

    def test_tells_where_nothing_can_be_saved(self):
        self.log()
        self.ordinary_user()
        self.mode(self.data, 0o500)
        found = self.wrong()
        self.assertEqual(set(found), {"data folder", "database"})
        self.assertIn("nothing can be saved", found["data folder"]["state"])
        self.assertIn("no permission", found["data folder"]["advice"])
        os.chmod(self.data, 0o700)
        self.mode(self.database, 0o400)
        found = self.wrong()
        self.assertEqual(set(found), {"data file", "database"})
        self.assertIn("no permission", found["data file"]["advice"])

    def test_tells_where_no_history_can_be_made(self):
        self.ordinary_user()
        self.mode(self.home, 0o500)
        found = self.wrong()
        self.assertIn("data folder", found)
        self.assertIn(self.home + ": cannot be written", found["data folder"]["state"])

    def test_tells_a_session_lock_and_a_cache_that_cannot_be_written(self):
        self.log()
        lock = self.database + ".session"
        with open(lock, "w", encoding="utf-8"):
            pass
        cache = os.path.join(self.home, ".cache")
        os.makedirs(cache)
        self.ordinary_user()
        self.mode(lock, 0o400)
        self.mode(cache, 0o500)
        found = self.wrong()
        self.assertIn("so no session begins", found["session lock"]["state"])
        self.assertIn("so nothing can be heard", found["cache folder"]["state"])

    def test_tells_what_the_configuration_names_and_is_not_there(self):
        for text, words in (
                ('routine = "gone"\n', ("config.toml:2", "'routine'", "'gone'")),
                ('routine = "~/gone.toml"\n', ("gone.toml",)),
                ('[me]\navoid = ["clamshel"]\n', ("config.toml:3", "'avoid'", "'clamshel'"))):
            with self.subTest(text=text):
                self.configure(text)
                self.finds("configuration", *words)
                self.assertEqual(self.run_hipflow("start", "--rehearse").returncode, 2)
        self.configure('[me]\navoid = ["squeeze"]\n')
        self.finds("configuration", "config.toml:3", "'avoid'", "'squeeze'")
        self.assertEqual(self.run_hipflow("start", "--rehearse").returncode, 0)
        self.configure('[me]\nrestrictions = ["nonsense"]\n')
        self.finds("configuration", "nonsense")
        self.configure('[remind]\ncommand = ["no-such-program", "x"]\n')
        self.finds("reminder command", "config.toml:3", "'no-such-program'")
        self.configure('[remind]\ncommand = ["cat"]\n')
        self.assertEqual(self.wrong(), {})
        self.configure('[session]\nvoice_command = ["nobody", "{text}"]\n')
        self.finds("voice", "'nobody' is not found")

    def test_tells_a_program_that_is_gone(self):
        shipped = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "routines",
                               "programs", "steady-six.toml")
        with open(shipped, encoding="utf-8") as file:
            program = self.write(".config/hipflow/programs/mine.toml", file.read())
        self.assertEqual(self.run_hipflow("program", "join", "mine").returncode, 0)
        self.assertEqual(self.wrong(), {})
        os.remove(program)
        self.finds("program", "'mine'", "hipflow program leave")

    def test_tells_players_that_play_nothing(self):
        self.player(1)
        self.finds("player", "pw-play: ends with 1", "sound device")
        self.configure("[session]\nvoice = false\ntones = false\n")
        self.assertEqual(self.wrong(), {})

    def test_tells_a_time_zone_that_is_not_there(self):
        self.finds("time zone", "'Europe/Berlni'", "UTC+00:00", TZ="Europe/Berlni")
        for zone in ("UTC", "CET-1CEST", "<+03>-3"):
            self.assertEqual(self.wrong(TZ=zone), {})


if __name__ == "__main__":
    main()
