#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The terminal, kept well: signals, jobs, crashes, hang-ups, stalls. live_signals_test.py HIPFLOW

With a second argument, guard_probe's path, a stack overflow too is tried.
"""
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
import unittest

from hipflow_test import HipflowTest, main
from live_terminal import ANSWERED, LiveTest, set_size

PROBE = None

STALL_ROUTINE = """\
format = 1
name = "Stall"
level = 1
[gaps]
ready = "1s"
side = "0s"
position = "1s"
set = "1s"
[[step]]
exercise = "glute-bridge"
hold = "1s"
sets = 6
"""


class Ends(LiveTest):
    def test_signals_give_the_terminal_back_and_kill(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            with self.subTest(signal=number.name):
                terminal = self.in_a_hold()
                os.kill(terminal.pid, number)
                self.assertEqual(terminal.end(5), -number)
                self.assert_given_back(terminal)
                self.assertIn("What was done is kept.", terminal.text)
                self.discard()

    def discard(self):
        terminal = self.live("long", *ANSWERED, "--discard")
        terminal.see("Press Enter to begin.")
        os.kill(terminal.pid, signal.SIGTERM)
        terminal.end()
        self.rows("DELETE FROM checkpoint")

    def test_ctrl_c_in_a_question_gives_the_terminal_back(self):
        terminal = self.live("long")
        terminal.see("How strong is your pain right now")
        terminal.press("\x03")
        self.assertEqual(terminal.end(5), -signal.SIGINT)
        self.assert_given_back(terminal)

    def test_crashes_give_the_terminal_back(self):
        for number in (signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGFPE, signal.SIGILL):
            with self.subTest(signal=number.name):
                terminal = self.live("long", *ANSWERED, "--keep-partial")
                self.begin(terminal)
                os.kill(terminal.pid, number)
                self.assertEqual(terminal.end(5), -number)
                self.assert_given_back(terminal)

    def test_a_stack_overflow_gives_the_terminal_back(self):
        if PROBE is None:
            self.skipTest("no guard_probe given")
        for way, number in (("overflow", signal.SIGSEGV), ("abort", signal.SIGABRT),
                            ("throw", signal.SIGABRT)):
            with self.subTest(way=way):
                terminal = self.on_terminal([PROBE, way])
                self.assertEqual(terminal.end(10), -number)
                self.assertIn(b"?1049h", terminal.bytes)
                self.assert_given_back(terminal)

    def test_a_terminal_that_is_closed_ends_the_session_at_once(self):
        for leader in ("itself", "shell"):
            with self.subTest(leader=leader):
                command = [self.binary, "start", "long", *ANSWERED, "--keep-partial"]
                if leader == "shell":  # the leader gets the SIGHUP; hipflow sees the end of input
                    script = 'trap "" HUP; "$@"; echo $? > "$HOME/status"'
                    command = ["sh", "-c", script, "sh", *command]
                terminal = self.on_terminal(command)
                self.begin(terminal)
                before = resource.getrusage(resource.RUSAGE_CHILDREN)
                terminal.hang_up()
                closed = time.monotonic()
                terminal.process.wait(5)
                self.assertLess(time.monotonic() - closed, 2)
                after = resource.getrusage(resource.RUSAGE_CHILDREN)
                self.assertLess(after.ru_utime + after.ru_stime - before.ru_utime -
                                before.ru_stime, 1)
                self.assertEqual(self.rows("SELECT status FROM session ORDER BY started_at")[-1],
                                 {"status": "in_progress"}, "it can be resumed")
        self.assert_sound()


class Jobs(LiveTest):
    def test_ctrl_z_and_fg(self):
        terminal = self.in_bash()
        found = terminal.found
        terminal.press("\x1a")
        terminal.see("Stopped")
        terminal.pump(0.3)
        self.assertIn(b"?1049l", terminal.bytes)
        terminal.press("stty -a | tr ' ' '\\n' | grep -c '^echo;\\|^echo$'\r")
        terminal.see("ready$")
        terminal.press("fg\r")
        terminal.see("PAUSED")
        terminal.press(" ")
        terminal.see("GET READY")
        terminal.press("\x03")
        terminal.see("ready$")
        terminal.press("exit\r")
        terminal.end()
        self.assertEqual(found, terminal.found)
        self.assert_given_back(terminal)

    def test_in_the_background_nothing_is_drawn(self):
        terminal = self.in_bash()
        terminal.press("\x1a")
        terminal.see("Stopped")
        terminal.press("bg\r", 0.5)
        drawn = len(terminal.bytes)
        terminal.pump(2.5)
        self.assertEqual(terminal.bytes[drawn:], b"")
        terminal.press("fg\r")
        terminal.see("PAUSED")
        terminal.press(" ")
        terminal.see("GET READY")

    def test_stopped_and_continued_from_outside(self):
        terminal = self.in_bash()
        child = self.child_of(terminal)
        os.kill(child, signal.SIGSTOP)
        terminal.see("Stopped")
        os.kill(child, signal.SIGCONT)
        terminal.pump(0.5)
        drawn = len(terminal.bytes)
        terminal.pump(2.0)
        self.assertEqual(terminal.bytes[drawn:], b"", "bash has the terminal")
        terminal.press("fg\r")
        terminal.see("PAUSED")
        terminal.press(" ")
        terminal.see("GET READY")

    def test_stopped_without_a_shell_it_comes_back_paused(self):
        for resized in (False, True):
            with self.subTest(resized=resized):
                terminal = self.in_a_hold()
                os.kill(terminal.pid, signal.SIGSTOP)
                if resized:
                    set_size(terminal.master, 80, 23)
                time.sleep(2)  # too short to be noticed by the clock: the signal tells
                os.kill(terminal.pid, signal.SIGCONT)
                terminal.see("PAUSED", "hipflow was stopped.")
                terminal.press("q")
                terminal.see("Finish here?")
                terminal.press("d")
                terminal.end()
                done = self.rows("SELECT actual_ms FROM performed_set WHERE step = 1 AND "
                                 "side = 'left' ORDER BY started_at")[-1]["actual_ms"]
                self.assertLess(done, 1900, "the stop does not count")


class Stalls(LiveTest):
    def test_a_terminal_that_stalls_delays_nothing(self):
        self.write(".config/hipflow/routines/stall.toml", STALL_ROUTINE)
        terminal = self.live("stall", *ANSWERED)
        self.begin(terminal, told="Begins now.")  # too short for a count-in
        begun = time.monotonic()
        for i in range(60):  # as much as the line can hold
            set_size(terminal.master, 80 + i % 2, 24)
            time.sleep(0.01)
        time.sleep(8)
        set_size(terminal.master, 80, 24)
        self.assertEqual(terminal.end(), 0)
        took = time.monotonic() - begun
        sets = self.rows("SELECT started_at, actual_ms, status FROM performed_set ORDER BY set_no")
        self.assertEqual([row["status"] for row in sets], ["done"] * 6)
        self.assertEqual([row["actual_ms"] for row in sets], [1000] * 6)
        self.assertLess(took, 14, sets)
        at = [row["started_at"] for row in sets]
        for one, other in zip(at, at[1:]):
            self.assertAlmostEqual(other - one, 2000, delta=10)


class Multiplexers(HipflowTest):
    """Where a real terminal tells what became of its modes."""

    def setUp(self):
        super().setUp()
        if shutil.which("tmux") is None:
            self.skipTest("tmux is not installed")
        self.acknowledge()
        self.socket = f"hipflow-test-{os.getpid()}"
        self.addCleanup(self.tmux, "kill-server")
        self.tmux("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24",
                  "bash --norc --noprofile -i")

    def tmux(self, *args):
        env = self.env(TERM="xterm-256color", PS1="$ ")
        return subprocess.run(["tmux", "-L", self.socket, *args], env=env, text=True,
                              capture_output=True, check=False).stdout

    def see(self, phrase, patience=20):
        until = time.monotonic() + patience
        while phrase not in self.tmux("capture-pane", "-p"):
            self.assertLess(time.monotonic(), until, self.tmux("capture-pane", "-p"))
            time.sleep(0.05)

    def flags(self):
        return self.tmux("display", "-p", "#{alternate_on} #{cursor_flag} #{wrap_flag}").strip()

    def lead(self, prefix=""):
        words = " ".join([prefix, self.binary, "start", "long", *ANSWERED])
        self.tmux("send-keys", words, "Enter")
        self.see("Press Enter to begin.")
        self.tmux("send-keys", "Enter")
        self.see("GET READY")
        self.tmux("send-keys", "n")
        self.see("HOLD")

    def test_tmux_is_given_back_as_it_was(self):
        found = self.flags()
        self.lead()
        self.assertEqual(self.flags(), "1 0 0")
        self.tmux("resize-window", "-x", "120", "-y", "40")
        self.see("HOLD")
        self.tmux("send-keys", "C-z")
        self.see("Stopped")
        self.assertEqual(self.flags(), found)
        self.tmux("send-keys", "fg", "Enter")
        self.see("PAUSED")
        self.tmux("send-keys", "C-c")
        self.see("What was done is kept.")
        self.assertEqual(self.flags(), found)

    def test_gnu_screen_is_left_clean(self):
        if shutil.which("screen") is None:
            self.skipTest("screen is not installed")
        env = self.env(SCREENDIR=os.path.join(self.folder, "screen"))
        os.mkdir(env["SCREENDIR"], 0o700)
        # It outlives the tmux that it runs in, unless it is told to go.
        self.addCleanup(subprocess.run, ["screen", "-S", "hipflow", "-X", "quit"], env=env,
                        stdout=subprocess.DEVNULL, check=False)
        self.tmux("send-keys", f"SCREENDIR={env['SCREENDIR']} screen -S hipflow -c /dev/null "
                  "bash --norc --noprofile", "Enter")
        time.sleep(1)
        self.lead("TERM=screen")
        self.tmux("send-keys", "C-c")
        self.see("What was done is kept.")
        self.assertNotIn("HOLD", self.tmux("capture-pane", "-p"))


if __name__ == "__main__":
    if len(sys.argv) > 2 and not sys.argv[2].startswith("-") and os.path.exists(sys.argv[2]):
        PROBE = os.path.abspath(sys.argv.pop(2))
    main()
