# SPDX-License-Identifier: MIT
"""What asks by itself: crontab and cron, systemd's units, a desktop that shows notifications."""
import contextlib
import datetime
import os
import pathlib
import shutil
import signal
import stat
import subprocess
import time
import unittest
import zoneinfo

from hipflow_test import PATIENCE, HipflowTest, answers, main

FOREIGN = """# my crontab
MAILTO=me@example.org
SHELL=/bin/bash

0\t5 * * *\t/usr/bin/backup --all
*/10 * * * * date +\\%F >> /tmp/dates
  # indented
@daily echo  two  spaces

15 2 29 2 * true
0 0 1 1 * printf '# >>> not a mark\\n'
# the last one
"""

# A crontab that keeps its table in a file; MODE makes it fail.
STUB = """#!/bin/sh
table="$(dirname "$0")/table"
echo "$*" >> "$(dirname "$0")/calls"
case "$1" in
-l) [ -f "$table" ] && exec cat "$table"; echo "no crontab for me" >&2; exit 1 ;;
-r) rm -f "$table" ;;
-) case "$(cat "$(dirname "$0")/mode" 2>/dev/null)" in
   fail) echo "crontab: disk full" >&2; exit 1 ;;
   truncate) rm "$(dirname "$0")/mode"; head -c 40 > "$table" ;;
   *) cat > "$table" ;;
   esac ;;
esac
"""

# Runs hipflow in Berlin, at the time by cron's clock, and notes that time.
BY_CRONS_CLOCK = """#!/bin/bash
read -r started _ < {home}/started
read -r now _ < /proc/uptime
export TZ=UTC
printf -v HIPFLOW_NOW '%(%FT%T+00:00)T' \\
    $(({start} + (${{now/./}} - ${{started/./}}) * {speed} / 100))
echo $HIPFLOW_NOW >> {home}/ticks
export HIPFLOW_NOW TZ=Europe/Berlin
exec {binary} "$@"
"""

NIGHT_SPEED = 900  # a quarter of an hour in a second


# Where daemons are, which a user's PATH does not lead to.
DAEMONS = os.pathsep.join((os.environ.get("PATH", "/usr/bin:/bin"), "/usr/sbin", "/sbin"))


def needed(*programs):
    missing = [name for name in programs if shutil.which(name, path=DAEMONS) is None]
    return unittest.skipIf(missing, f"not here: {', '.join(missing)}")


def with_a_real_cron(test):
    here = needed("bash", "cron", "crontab", "faketime")
    return here(unittest.skipUnless(os.geteuid() == 0, "cron is started by root")(test))


class Asked(HipflowTest):
    def stub(self, name, text):
        path = self.write(f"bin/{name}", text)
        os.chmod(path, stat.S_IRWXU)
        return path

    def schedule(self, *arguments, code=0, **env):
        path = f"{self.home}/bin:{os.environ['PATH']}"
        shown = self.run_hipflow("schedule", *arguments,
                                 env=self.env(PATH=path, **env))
        self.assertEqual(shown.returncode, code, shown.stdout + shown.stderr)
        return shown.stdout + shown.stderr


class Crontab(Asked):
    def setUp(self):
        super().setUp()
        self.stub("crontab", STUB)

    @property
    def table(self):
        path = os.path.join(self.home, "bin", "table")
        if not os.path.exists(path):
            return None
        with open(path, encoding="utf-8") as file:
            return file.read()

    def calls(self, what):
        with open(os.path.join(self.home, "bin", "calls"), encoding="utf-8") as file:
            return file.read().split("\n").count(what)

    def test_foreign_lines_stay_as_they_were(self):
        self.assertEqual(len(FOREIGN.splitlines()), 12)
        self.write("bin/table", FOREIGN)
        self.schedule("status", code=1)
        dry = self.schedule("install", "--cron", "--dry-run")
        self.assertIn(f"+ */15 * * * * {self.binary} remind --notify", dry)
        self.assertEqual(self.table, FOREIGN)
        self.schedule("install", "--cron", "--yes")
        self.assertEqual(self.table, FOREIGN +
                         "# >>> hipflow reminders >>> managed block, edit with: hipflow schedule\n"
                         f"*/15 * * * * {self.binary} remind --notify\n"
                         "# <<< hipflow reminders <<<\n")
        self.assertIn("unchanged", self.schedule("install", "--cron", "--yes"))
        self.assertEqual(self.calls("-"), 1)
        self.assertIn("cron: asks every 15 minutes", self.schedule("status"))
        self.assertIn("+ */15 * * * * /usr/bin/env 'TZ=Asia/Tokyo' ",
                      self.schedule("install", "--cron", "--dry-run", TZ="Asia/Tokyo"))
        self.schedule("uninstall", "--yes")
        self.assertEqual(self.table, FOREIGN)
        kept = [name for name in os.listdir(self.data) if name.startswith("crontab-before-")]
        self.assertEqual(len(kept), 2)

    def test_a_table_that_was_only_hipflows_goes_with_it(self):
        self.schedule("install", "--cron", "--yes")
        self.schedule("uninstall", "--yes")
        self.assertIsNone(self.table)
        self.assertEqual(self.calls("-r"), 1)
        self.schedule("uninstall", "--yes", code=1)

    def test_another_programs_block_is_made_this_ones(self):
        block = ("# >>> hipflow reminders >>> managed block\n* * * * * /old/hipflow\n"
                 "# <<< hipflow reminders <<<\n")
        self.write("bin/table", "a=1\n" + block + "b=2\n")
        self.assertIn("asks another program", self.schedule("status"))
        self.assertIn("- * * * * * /old/hipflow", self.schedule("install", "--cron", "--yes"))
        self.assertNotIn("/old/hipflow", self.table)
        self.assertTrue(self.table.startswith("a=1\n# >>>") and self.table.endswith("<<<\nb=2\n"))

    def test_marks_that_are_no_pair_are_refused(self):
        opening, closing = "# >>> hipflow reminders >>>\n", "# <<< hipflow reminders <<<\n"
        for marks in (opening, closing, closing + opening, 2 * (opening + closing)):
            self.write("bin/table", FOREIGN + marks)
            shown = self.schedule("install", "--cron", "--yes", code=2)
            self.assertIn("line 13: # ", shown)
            self.schedule("uninstall", "--cron", "--yes", code=2)
            self.assertEqual(self.table, FOREIGN + marks)

    def test_a_crontab_that_fails_or_truncates_leaves_the_old_table(self):
        for mode, words in (("fail", "disk full"), ("truncate", "was not written in full")):
            self.write("bin/table", FOREIGN)
            self.write("bin/mode", mode)
            shown = self.schedule("install", "--cron", "--yes", code=2)
            self.assertIn(words, shown)
            self.assertIn("It is unchanged", shown)
            self.assertEqual(self.table, FOREIGN)

    def test_nothing_is_written_unless_somebody_agrees(self):
        self.assertIn("--yes", self.schedule("install", "--cron", code=2))
        self.assertIsNone(self.table)

    def test_files_that_variables_name_are_named_in_the_block(self):
        self.schedule("install", "--cron", "--yes", HIPFLOW_DB=f"{self.home}/my 100%.db")
        self.assertIn(f"--db '{self.home}/my 100\\%.db' remind --notify", self.table)


class Units(Asked):
    @needed("systemd-analyze")
    def test_systemd_accepts_the_units(self):
        self.stub("systemctl", f"#!/bin/sh\necho \"$*\" >> {self.home}/calls\n")
        self.assertIn("systemd: installed", self.schedule("install", "--systemd", "--yes"))
        self.assertIn("unchanged", self.schedule("install", "--systemd", "--yes"))
        folder = os.path.join(self.home, ".config", "systemd", "user")
        units = [os.path.join(folder, f"hipflow-remind.{kind}") for kind in ("timer", "service")]
        shown = subprocess.run(["systemd-analyze", "--user", "verify", *units], text=True,
                               env=self.env(XDG_RUNTIME_DIR=self.folder), capture_output=True,
                               check=False, timeout=PATIENCE)
        self.assertEqual((shown.returncode, shown.stderr), (0, ""))
        with open(f"{self.home}/calls", encoding="utf-8") as file:
            self.assertEqual(file.read(), "--user daemon-reload\n"
                                          "--user enable --now hipflow-remind.timer\n")
        self.assertIn("systemd: asks every 15 minutes", self.schedule("status"))
        self.schedule("uninstall", "--systemd", "--yes")
        self.assertEqual(os.listdir(folder), [])

    def test_without_systemd_nothing_stays_behind(self):
        self.stub("systemctl", "#!/bin/sh\necho 'Failed to connect to bus' >&2\nexit 1\n")
        shown = self.schedule("install", "--systemd", "--yes", code=2)
        self.assertIn("Failed to connect to bus", shown)
        self.assertEqual(os.listdir(os.path.join(self.home, ".config", "systemd", "user")), [])


class Real(Asked):
    def always_due(self, command):
        """A session that is due at whatever time it is, told by a command."""
        self.remind(f'at = "00:00"\ncommand = {command}')
        self.schedule("set", "daily")

    def remind(self, rules):
        self.write(".config/hipflow/config.toml",
                   f'format = 1\n[me]\nday_starts = "00:00"\n[remind]\nquiet = []\n{rules}\n')

    def tell(self):
        """A command that keeps what it is told."""
        return self.stub("tell", f"#!/bin/sh\ncat >> {self.home}/told\n")

    def lines(self, name):
        """What was written to a file in the home so far."""
        path = os.path.join(self.home, name)
        if not os.path.exists(path):
            return []
        with open(path, encoding="utf-8") as file:
            return file.read().splitlines()

    def told(self):
        """Every item that the command was told of, as often as it was."""
        return [item for line in self.lines("told")
                for item in answers.checked(("remind",), line)["due"]]

    def until(self, holds):
        limit = time.monotonic() + PATIENCE
        while not holds():
            self.assertLess(time.monotonic(), limit, (self.lines("ticks"), self.lines("told")))
            time.sleep(0.1)

    def crontab(self, table):
        """Root's crontab until the test ends."""
        before = subprocess.run(["crontab", "-l"], capture_output=True, check=False)
        old = before.stdout if before.returncode == 0 else None

        def restore():
            if old is None:
                subprocess.run(["crontab", "-r"], check=False, stderr=subprocess.DEVNULL)
            else:
                subprocess.run(["crontab", "-"], input=old, check=False)

        self.addCleanup(restore)
        subprocess.run(["crontab", "-"], check=True, text=True, input=table)

    @contextlib.contextmanager
    def cron(self, clock, zone="UTC"):
        """A cron by faketime's clock. Its jobs see the real time."""
        cron = subprocess.Popen(
            ["faketime", "-f", clock, "sh", "-c",
             f"cat /proc/uptime > {self.home}/started; "
             f"exec {shutil.which('cron', path=DAEMONS)} -f"],
            env=self.env(TZ=zone), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True)
        try:
            yield cron
        finally:
            # All at once, and past every handler: a cron that ends while it asks for the time can
            # leave faketime's lock taken, and its children would wait for it for ever.
            os.killpg(cron.pid, signal.SIGKILL)
            cron.wait(PATIENCE)
            for left in ("faketime_shm_", "sem.faketime_sem_"):
                pathlib.Path(f"/dev/shm/{left}{cron.pid}").unlink(missing_ok=True)

    @contextlib.contextmanager
    def night(self, start, at, rules=""):
        """Such a night in Berlin under cron, with sessions planned. The process, and its clock."""
        berlin = zoneinfo.ZoneInfo("Europe/Berlin")
        base = datetime.datetime.fromisoformat(start).replace(tzinfo=berlin).timestamp()
        self.remind(f'command = ["{self.tell()}"]\n{rules}')
        self.schedule("set", "daily", "--at", at, TZ="Europe/Berlin",
                      HIPFLOW_NOW=f"{start[:4]}-01-10T12:00:00+00:00")
        program = self.stub("by-crons-clock", BY_CRONS_CLOCK.format(
            home=self.home, start=int(base), speed=NIGHT_SPEED, binary=self.binary))
        # What is asked for from 02:00 to 03:00 shows that cron's own clock jumps: eight or none.
        self.crontab(f'MAILTO=""\nHOME={self.home}\n'
                     f'*/15 2 * * * echo >> {self.home}/at-two\n')
        self.schedule("install", "--cron", "--yes")
        table = subprocess.run(["crontab", "-l"], capture_output=True, check=True, text=True).stdout
        self.assertIn(f"*/15 * * * * {self.binary} remind --notify\n", table)
        subprocess.run(["crontab", "-"], check=True, text=True,
                       input=table.replace(f" {self.binary} ", f" {program} "))

        def now():
            started, up = (float(self.lines(name)[0].split()[0])
                           for name in ("started", "/proc/uptime"))
            return datetime.datetime.fromtimestamp(base + (up - started) * NIGHT_SPEED,
                                                   datetime.timezone.utc).isoformat()

        with self.cron(f"@{start} x{NIGHT_SPEED}", "Europe/Berlin") as cron:
            yield cron, now

    def ticks(self, since="", before="9"):
        """When cron's jobs ran, in UTC."""
        return [tick for tick in self.lines("ticks") if since <= tick < before]

    def assert_told_once(self, slot, due, before):
        """Of all that was planned only this, once; between the time that it was due and another."""
        told = self.told()
        self.assertEqual([(item["day"], item["slot"]) for item in told], [(due[:10], slot)])
        instant = datetime.datetime.fromisoformat(due)
        self.assertEqual(datetime.datetime.fromisoformat(told[0]["due"]), instant)
        sent = self.row("SELECT * FROM reminder_sent")
        self.assertEqual((sent["occurrence"], sent["channel"]),
                         (f"session {due[:10]} {slot}", "command"))
        self.assertLessEqual(instant.timestamp(), sent["at"] / 1000)
        self.assertLess(sent["at"] / 1000, datetime.datetime.fromisoformat(before).timestamp())

    @with_a_real_cron
    def test_a_real_cron_tells_once(self):
        self.always_due(f'["{self.tell()}"]')
        self.crontab(f'MAILTO=""\nHOME={self.home}\nTZ=UTC\n'
                     f'*/15 * * * * echo >> {self.home}/ticks\n')
        self.schedule("install", "--cron", "--yes")
        with self.cron("+0 x300"):  # fifteen minutes in three seconds
            self.until(lambda: len(self.lines("ticks")) >= 3 and self.told())
        self.assertEqual([item["kind"] for item in self.told()], ["session"])
        self.schedule("uninstall", "--cron", "--yes")

    @with_a_real_cron
    def test_a_time_that_a_night_has_twice_is_told_at_the_first(self):
        with self.night("2026-10-25 01:58:00", "02:30"):
            self.until(lambda: len(self.ticks("2026-10-25T01:30")) >= 3)
        self.assertGreater(len(self.lines("at-two")), 4)
        self.assertTrue(self.ticks(before="2026-10-25T00:30"))
        self.assertGreaterEqual(len(self.ticks()), 6)
        self.assert_told_once("02:30", "2026-10-25T00:30:00+00:00", "2026-10-25T01:30:00+00:00")

    @with_a_real_cron
    def test_a_time_that_a_night_lacks_is_told_when_the_clock_has_jumped(self):
        with self.night("2026-03-29 01:28:00", "02:30"):
            self.until(lambda: len(self.ticks("2026-03-29T01:15")) >= 4)
        self.assertEqual(self.lines("at-two"), [])
        self.assertTrue(self.ticks(before="2026-03-29T01:00"))
        self.assertGreaterEqual(len(self.ticks()), 5)
        self.assert_told_once("02:30", "2026-03-29T01:00:00+00:00", "2026-03-29T01:30:00+00:00")

    @with_a_real_cron
    def test_what_was_slept_through_is_told_once_within_the_grace(self):
        # Asleep from 01:15 to the second 02:02: 01:45 is too long ago by then, the first 02:30 not.
        with self.night("2026-10-25 01:14:00", "01:45,02:30", 'grace = "75m"') as (cron, now):
            self.until(self.ticks)
            os.killpg(cron.pid, signal.SIGSTOP)
            self.until(lambda: now() >= "2026-10-25T01:02")
            os.killpg(cron.pid, signal.SIGCONT)
            self.until(lambda: len(self.ticks("2026-10-25T01:02")) >= 4)
        self.assertTrue(self.ticks(before="2026-10-24T23:45"))
        self.assertEqual(self.ticks("2026-10-24T23:45", "2026-10-25T01:02"), [])
        self.assert_told_once("02:30", "2026-10-25T00:30:00+00:00", "2026-10-25T01:45:00+00:00")

    @needed("dbus-run-session", "dbus-send", "Xvfb", "dunst", "notify-send")
    def test_a_real_desktop_shows_it(self):
        self.always_due("[]")
        log = os.path.join(self.folder, "dunst.log")
        script = ("exec 5< <(exec Xvfb -displayfd 1 -nolisten unix -screen 0 640x480x8 2>/dev/null)\n"
                  "server=$!; read -r number <&5; export DISPLAY=:$number\n"
                  f"dunst -print > {log} 2>/dev/null & daemon=$!\n"
                  "until dbus-send --session --print-reply --dest=org.freedesktop.DBus / "
                  "org.freedesktop.DBus.GetNameOwner string:org.freedesktop.Notifications "
                  ">/dev/null 2>&1 || ! kill -0 $daemon; do sleep 0.1; done\n"
                  f"'{self.binary}' remind --notify; echo $?; '{self.binary}' remind --notify; "
                  "echo $?\n"
                  f"for i in 1 2 3 4 5 6 7 8 9 10; do grep -q summary {log} && break; sleep 0.3; "
                  "done\nkill $daemon $server; wait $daemon\n"
                  "while kill -0 $server 2>/dev/null; do sleep 0.1; done")
        shown = subprocess.run(["dbus-run-session", "--", "bash", "-c", script], text=True,
                               env=self.env(), capture_output=True, check=False,
                               timeout=2 * PATIENCE)
        self.assertEqual(shown.stdout, "0\n1\n", shown.stderr)
        with open(log, encoding="utf-8") as file:
            seen = file.read()
        for words in ("appname: 'hipflow'", "summary: 'Time to move'",
                      "is planned for today.", "urgency: NORMAL"):
            self.assertIn(words, seen)
        self.assertEqual([row["channel"] for row in self.rows("SELECT * FROM reminder_sent")],
                         ["desktop"])


if __name__ == "__main__":
    main()
