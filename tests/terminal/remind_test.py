# SPDX-License-Identifier: MIT
"""What is due, as cron, a status line and a shell prompt ask for it."""
import json
import os
import stat
import subprocess
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from hipflow_test import HipflowTest, main

DAY = "2026-11-24"


class Remind(HipflowTest):
    def at(self, time, *arguments, day=DAY, zone="UTC", offset="Z", **env):
        seconds = "" if time.count(":") == 2 else ":00"
        return self.run_hipflow(*arguments, env=self.env(
            HIPFLOW_NOW=f"{day}T{time}{seconds}{offset}", TZ=zone, DBUS_SESSION_BUS_ADDRESS=None,
            XDG_RUNTIME_DIR=self.folder, **env))

    def plan(self, *arguments, day="2026-03-01", **options):
        shown = self.at("12:00", "schedule", "set", *arguments, day=day, **options)
        self.assertEqual(shown.returncode, 0, shown.stderr)

    def silent(self, shown, code=1):
        self.assertEqual((shown.returncode, shown.stdout, shown.stderr), (code, "", ""))

    def test_nothing_is_due_without_a_schedule(self):
        self.silent(self.at("12:00", "remind"))
        self.assertFalse(os.path.exists(self.database), "asking made a database")
        self.at("12:00", "log", "pain", "1")
        self.silent(self.at("12:00", "remind"))

    def test_somebody_at_a_terminal_hears_what_keeps_a_plan_from_asking(self):
        shown = self.at("12:00", "routine", "show", "desk-reset", "--toml")
        self.write(".config/hipflow/routines/mine.toml", shown.stdout)
        self.assertEqual(self.at("12:00", "schedule", "add", "mine", "mon").returncode, 0)
        os.remove(os.path.join(self.home, ".config/hipflow/routines/mine.toml"))
        self.silent(self.at("12:00", "remind"))
        told = "mine is planned, but there is no such routine any more"
        explained = self.at("12:00", "remind", "--explain")
        self.assertIn(told, " ".join(explained.stdout.split()))
        for option, code in ((), 1), (("-q",), 1):
            terminal = self.terminal("remind", *option, HIPFLOW_NOW=f"{DAY}T12:00:00Z", TZ="UTC")
            self.assertEqual(terminal.end(), code)
            self.assertEqual(told in " ".join(terminal.text.split()), not option)

    def test_cron_hears_one_ascii_line_or_nothing(self):
        self.plan("daily", "--at", "07:30")
        env = {"HOME": self.home, "HIPFLOW_NOW": f"{DAY}T07:29:00Z"}
        self.silent(subprocess.run([self.binary, "remind"], env=env, capture_output=True, text=True,
                                   check=False))
        env["HIPFLOW_NOW"] = f"{DAY}T07:42:00Z"
        for _ in range(2):  # a pure query: however often it is asked
            shown = subprocess.run([self.binary, "remind"], env=env, capture_output=True,
                                   check=False)
            self.assertEqual((shown.returncode, shown.stderr), (0, b""))
            self.assertTrue(shown.stdout.isascii())
            self.assertEqual(shown.stdout.decode().rstrip("\n").split("\t"),
                             ["hip-rotation-gentle", "07:30", f"{DAY}T07:30:00.000+00:00", "12"])

    def test_grace_quiet_hours_and_snooze_hold_back(self):
        self.plan("daily", "--at", "21:30")
        self.assertEqual(self.at("21:45", "remind", "-q").returncode, 0)
        self.silent(self.at("22:00", "remind"))  # quiet hours
        self.assertIn("quiet hours", self.at("22:00", "remind", "--explain").stdout)
        self.write(".config/hipflow/config.toml",
                   'format = 1\n[remind]\nquiet = []\ngrace = "1h"\n')
        self.assertEqual(self.at("22:29", "remind", "-q").returncode, 0)
        self.silent(self.at("22:31", "remind"))
        self.assertIn("too long ago", self.at("22:31", "remind", "--explain").stdout)
        self.assertIn("22:15", self.at("21:45", "schedule", "snooze", "30m").stdout)
        self.silent(self.at("22:14", "remind"))
        self.assertEqual(self.at("22:15", "remind", "-q").returncode, 0)
        self.assertIn("22:20", self.at("22:18:50", "schedule", "snooze", "90s").stdout)
        self.assertEqual(self.at("22:20", "remind", "-q").returncode, 0)
        self.assertIn("22:22", self.at("22:21:50", "schedule", "snooze", "5s").stdout)
        self.silent(self.at("22:21:55", "remind"))

    def test_it_knows_what_was_done_excused_and_paused(self):
        self.plan("daily", "--at", "am,pm")
        self.at("08:30", "log", "session", "--routine", "short")
        self.silent(self.at("08:30", "remind"))
        self.assertIn("am: done", self.at("08:30", "remind", "--explain").stdout)
        self.assertIn("\tpm\t", self.at("18:00", "remind").stdout)
        self.at("18:00", "schedule", "skip", "--slot", "pm", "--reason", "flare")
        self.silent(self.at("18:00", "remind"))
        self.at("08:00", "schedule", "pause", day="2026-11-25")
        self.assertNotIn("am", self.at("08:30", "remind", day="2026-11-25").stdout)

    def test_a_morning_score_that_is_owed_is_due(self):
        self.plan("mon")
        self.at("19:00", "log", "session", "--routine", "short")
        shown = self.at("07:00", "remind", day="2026-11-25").stdout
        self.assertTrue(shown.startswith("morning score\t"), shown)
        self.assertIn("hipflow log morning 0-10",
                      self.at("07:00", "remind", "--once", day="2026-11-25").stdout)
        self.at("07:05", "log", "morning", "2", day="2026-11-25")
        self.silent(self.at("07:10", "remind", day="2026-11-25"))

    def ticks(self, days, zone, *arguments, skip=0):
        """What is told, asked every quarter of an hour over some days of a zone."""
        first = datetime.fromisoformat(days[0]).replace(hour=4, tzinfo=ZoneInfo(zone))
        last = datetime.fromisoformat(days[1]).replace(hour=4, tzinfo=ZoneInfo(zone))
        now = first.astimezone(timezone.utc) + timedelta(minutes=15 * skip)
        told = []
        while now < last.astimezone(timezone.utc):
            shown = self.run_hipflow("remind", *arguments, env=self.env(
                HIPFLOW_NOW=now.strftime("%Y-%m-%dT%H:%M:%SZ"), TZ=zone,
                DBUS_SESSION_BUS_ADDRESS=None, XDG_RUNTIME_DIR=self.folder))
            self.assertIn(shown.returncode, (0, 1))
            self.assertEqual(bool(shown.stdout), shown.returncode == 0)
            if shown.stdout:
                told.append(now.astimezone(ZoneInfo(zone)).strftime("%m-%d %H:%M"))
            now += timedelta(minutes=15)
        return told

    def test_a_slot_is_told_once_a_day_also_when_the_clocks_change(self):
        self.write(".config/hipflow/config.toml", "format = 1\n[remind]\nquiet = []\n")
        self.plan("daily", "--at", "02:30,07:30", zone="Europe/Berlin")
        self.assertEqual(self.ticks(("2026-03-28", "2026-03-29"), "Europe/Berlin", "--notify"),
                         ["03-28 04:00", "03-28 07:30", "03-29 03:00"])  # 02:30 does not exist
        self.assertEqual(self.ticks(("2026-10-24", "2026-10-25"), "Europe/Berlin", "--once"),
                         ["10-24 04:00", "10-24 07:30", "10-25 02:30"])  # 02:30 comes twice

    def test_a_due_time_is_said_as_the_clock_showed_it_then(self):
        self.write(".config/hipflow/config.toml", "format = 1\n[remind]\nquiet = []\n")
        self.plan("daily", "--at", "02:30", zone="Europe/Berlin")
        again = self.at("01:15", "remind", day="2026-10-25", zone="Europe/Berlin")
        self.assertIn("2026-10-25T02:30:00.000+02:00", again.stdout)  # it is 02:15 again
        self.assertIn("due since 02:30", self.at("01:15", "remind", "--explain", day="2026-10-25",
                                                 zone="Europe/Berlin").stdout)
        self.assertIn("not yet, at 03:00", self.at("00:45", "remind", "--explain",
                                                   day="2026-03-29", zone="Europe/Berlin").stdout)

    def test_after_a_sleep_it_is_told_late_and_once(self):
        self.plan("daily", "--at", "07:30")
        self.assertEqual(self.ticks((DAY, "2026-11-25"), "UTC", "--notify", skip=18),
                         ["11-24 08:30"])  # asleep until half past eight

    def test_notify_falls_to_the_command_and_then_to_stdout(self):
        self.plan("daily", "--at", "07:30")
        heard = os.path.join(self.folder, "heard")
        stub = self.write("bin/tell", f"#!/bin/sh\ncat > {heard}\n")
        os.chmod(stub, stat.S_IRWXU)
        self.write(".config/hipflow/config.toml",
                   f'format = 1\nroutine = "hip-rotation"\n[remind]\ncommand = ["{stub}"]\n')
        self.silent(self.at("07:30", "remind", "--notify"), code=0)
        with open(heard, encoding="utf-8") as file:
            self.assertEqual(json.load(file)["due"][0]["slot"], "07:30")
        self.assertEqual(self.rows("SELECT occurrence, channel FROM reminder_sent"),
                         [{"occurrence": f"session {DAY} 07:30", "channel": "command"}])
        self.silent(self.at("07:31", "remind", "--notify"))
        os.remove(stub)
        shown = self.at("07:31", "remind", "--notify", day="2026-11-25")
        self.assertIn("hip-rotation (12 min) is due since 07:30. Short of time: ", shown.stdout)
        self.assertIn("cannot be started", shown.stderr)

    def test_what_could_not_be_told_is_told_next_time(self):
        self.plan("daily", "--at", "07:30")
        with open("/dev/full", "w", encoding="utf-8") as full:
            shown = self.run_hipflow("remind", "--once", stdout=full,
                                     env=self.env(HIPFLOW_NOW=f"{DAY}T07:30:00Z"))
        self.assertEqual(shown.returncode, 3)
        self.assertEqual(self.at("07:31", "remind", "--once").returncode, 0)
        self.silent(self.at("07:32", "remind", "--once"))

    def test_a_dry_run_tells_and_remembers_nothing(self):
        self.plan("daily", "--at", "07:30")
        self.assertIn("Would announce: hip-rotation",
                      self.at("07:30", "remind", "--notify", "--dry-run").stdout)
        self.assertEqual(self.rows("SELECT * FROM reminder_sent"), [])

    def test_status_lines(self):
        self.plan("daily", "--at", "07:30")
        self.silent(self.at("07:00", "remind", "--format", "{count} due"))
        shown = self.at("07:40", "remind", "--format", "{count} due: {name} {due} +{late}")
        self.assertEqual(shown.stdout, "1 due: hip-rotation-gentle 07:30 +10\n")
        refused = self.at("07:40", "remind", "--format", "{cuont}")
        self.assertEqual(refused.returncode, 2)
        self.assertIn("there is no '{cuont}'", refused.stderr)
        refused = self.at("07:40", "remind", "--format", "{count} since {due")
        self.assertEqual(refused.returncode, 2)
        self.assertIn("'{due' is not closed", refused.stderr)
        answer = json.loads(self.at("07:40", "remind", "--json").stdout)
        self.assertEqual(answer["schema"], 1)
        self.assertEqual(answer["due"][0]["minutes_late"], 10)
        self.assertLess(answer["shortest"]["total_ms"], answer["session"]["total_ms"])


if __name__ == "__main__":
    main()
