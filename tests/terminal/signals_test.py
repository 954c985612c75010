# SPDX-License-Identifier: MIT
"""Signals, stops, sleep, and a terminal that goes away. signals_test.py /path/to/hipflow"""
import os
import re
import shutil
import signal
import subprocess
import time
import unittest

from hipflow_test import EXPERIENCE, FIRST_RUN, NO_QUESTIONS, PATIENCE, RESTRICTIONS, HipflowTest, main

# Adds an hour to the boot-time clock once a file exists: a suspend without suspending.
SLEEP_SHIM = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
int clock_gettime(clockid_t id, struct timespec* now) {
    static int (*real)(clockid_t, struct timespec*);
    if (real == NULL) *(void**)&real = dlsym(RTLD_NEXT, "clock_gettime");
    const int result = real(id, now);
    const char* file = getenv("SLEEP_SHIM_FILE");
    if (id == CLOCK_BOOTTIME && file != NULL && access(file, F_OK) == 0) now->tv_sec += 3600;
    return result;
}
"""


def state_of(pid):
    """R, S, T ... of a process."""
    with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
        return file.read().rsplit(")", 1)[1].split()[0]


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Session(HipflowTest):
    """A session in a hold that does not end by itself in a test."""

    def in_a_hold(self, speed=1, **options):
        terminal = self.start("long", "--pain-before", "2", "--no-input", speed=speed, **options)
        terminal.expect("Lying figure-4, left")
        terminal.say("n")  # what is left of the gap
        terminal.expect("Hold, left")
        return terminal

    def assert_resumable(self):
        terminal = self.start("--no-input", "--resume", speed=1)
        terminal.expect("Lying figure-4, left")
        terminal.say("q", "")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(len(self.rows("SELECT * FROM session")), 1)
        self.assert_sound()

    def wait_for_state(self, pid, state):
        deadline = time.monotonic() + PATIENCE
        while state_of(pid) != state:
            self.assertLess(time.monotonic(), deadline, f"the process is not {state}")
            time.sleep(0.01)


class Deadly(Session):
    def dies_resumable(self, number):
        terminal = self.in_a_hold()
        terminal.kill(number)
        self.assertEqual(terminal.end(), -number)
        self.assertIn("What was done is kept", terminal.text)
        self.assert_resumable()

    def test_interrupt(self):
        self.dies_resumable(signal.SIGINT)

    def test_terminate(self):
        self.dies_resumable(signal.SIGTERM)

    def test_hang_up(self):
        self.dies_resumable(signal.SIGHUP)

    def test_control_c_is_an_interrupt(self):
        terminal = self.in_a_hold()
        terminal.child.sendintr()
        self.assertEqual(terminal.end(), -signal.SIGINT)
        self.assert_resumable()

    def test_at_a_question(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            terminal = self.start("short")
            terminal.expect(FIRST_RUN)
            terminal.kill(number)
            self.assertEqual(terminal.end(), -number)
        self.assertEqual(self.rows("SELECT * FROM session"), [])

    def test_while_paused(self):
        terminal = self.in_a_hold()
        terminal.say("")
        terminal.expect("Paused")
        terminal.kill(signal.SIGTERM)
        self.assertEqual(terminal.end(), -signal.SIGTERM)
        self.assert_resumable()

    def test_the_end_of_input_ends_the_session_without_spinning(self):
        terminal = self.in_a_hold()
        terminal.child.sendeof()
        self.assertEqual(terminal.end(), 0)
        self.assertIn("What was done is kept", terminal.text)
        self.assert_resumable()

    def test_a_closed_terminal_hangs_up(self):
        terminal = self.in_a_hold()
        terminal.child.ptyproc.fileobj.close()  # the other end is gone, as when a window is closed
        deadline = time.monotonic() + PATIENCE
        ended, status = os.waitpid(terminal.pid, os.WNOHANG)
        while ended == 0:
            if time.monotonic() > deadline:
                terminal.kill()
                self.fail("it did not end")
            time.sleep(0.02)
            ended, status = os.waitpid(terminal.pid, os.WNOHANG)
        terminal.child.closed = True
        terminal.child.ptyproc.closed = True
        terminal.child.ptyproc.terminated = terminal.child.terminated = True
        died_of_it = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGHUP
        # The end of input may be seen before the signal; then the output is what failed.
        self.assertTrue(died_of_it or os.WIFEXITED(status), f"status {status}")
        self.assert_resumable()


class Stopping(Session):
    def credited(self):
        return self.row("SELECT actual_ms FROM performed_set WHERE step = 1 AND side = 'left'")[
            "actual_ms"]

    def left(self, terminal):
        """Seconds that are left of the hold."""
        terminal.say("t")
        terminal.expect(" to go")
        minutes, seconds = re.findall(r"(?:(\d+) min)? ?(?:(\d+) s)? to go", terminal.text)[-1]
        return int(minutes or 0) * 60 + int(seconds or 0)

    def goes_on(self, terminal):
        terminal.say("")
        terminal.expect("Get ready: 5 s.")

    def finishes(self, terminal):
        terminal.say("q", "")
        self.assertEqual(terminal.end(), 0)
        self.assert_sound()

    def test_control_z_pauses(self):
        terminal = self.in_a_hold(speed=20)
        terminal.child.send("\x1a")
        self.wait_for_state(terminal.pid, "T")
        terminal.expect("Paused")
        time.sleep(0.5)  # ten seconds of the session, which must not be counted
        terminal.kill(signal.SIGCONT)
        terminal.expect("Still paused. Press Enter to continue.")
        before = self.left(terminal)
        self.assertEqual(self.left(terminal), before)
        self.goes_on(terminal)
        self.finishes(terminal)
        self.assertLessEqual(abs(600_000 - before * 1000 - self.credited()), 1000)

    def test_control_z_at_a_question_asks_it_again(self):
        terminal = self.start("short")
        terminal.expect(FIRST_RUN)
        terminal.child.send("\x1a")
        self.wait_for_state(terminal.pid, "T")
        terminal.kill(signal.SIGCONT)
        terminal.expect(FIRST_RUN)
        terminal.say("")
        terminal.answer(RESTRICTIONS, "", EXPERIENCE, "")
        terminal.expect("How strong is your pain right now")

    def test_a_stop_that_cannot_be_caught_pauses_where_it_was_last_seen(self):
        terminal = self.in_a_hold()
        before = self.left(terminal)
        terminal.kill(signal.SIGSTOP)
        self.wait_for_state(terminal.pid, "T")
        time.sleep(2)  # too short to be noticed by the clock: the signal tells
        terminal.kill(signal.SIGCONT)
        terminal.expect("Paused: hipflow was stopped for a while. Press Enter to continue.")
        after = self.left(terminal)
        self.assertGreaterEqual(after, before - 1)
        self.goes_on(terminal)
        self.finishes(terminal)
        self.assertLessEqual(self.credited(), (600 - after + 1) * 1000)

    def test_stopped_while_paused_it_stays_paused(self):
        terminal = self.in_a_hold(speed=20)
        terminal.say("")
        terminal.expect("Paused. Press Enter to continue.")
        before = self.left(terminal)
        terminal.kill(signal.SIGSTOP)
        self.wait_for_state(terminal.pid, "T")
        terminal.kill(signal.SIGCONT)
        self.assertEqual(self.left(terminal), before)
        self.goes_on(terminal)

    def test_nothing_wakes_it_while_it_is_paused(self):
        terminal = self.in_a_hold()
        terminal.say("")
        terminal.expect("Paused. Press Enter to continue.")
        before = processor_seconds(terminal.pid)
        time.sleep(0.5)
        self.assertLess(processor_seconds(terminal.pid) - before, 0.05)
        self.assertEqual(state_of(terminal.pid), "S")


@unittest.skipUnless(shutil.which("gcc") or shutil.which("cc"), "needs a C compiler for the shim")
class Sleeping(Session):
    def setUp(self):
        super().setUp()
        source = os.path.join(self.folder, "shim.c")
        self.shim = os.path.join(self.folder, "shim.so")
        self.asleep = os.path.join(self.folder, "asleep")
        with open(source, "w", encoding="utf-8") as file:
            file.write(SLEEP_SHIM)
        compiler = shutil.which("gcc") or shutil.which("cc")
        subprocess.run([compiler, "-shared", "-fPIC", "-o", self.shim, source, "-ldl"], check=True)

    def shimmed(self):
        return {"LD_PRELOAD": self.shim, "SLEEP_SHIM_FILE": self.asleep}

    def fall_asleep(self):
        with open(self.asleep, "w", encoding="utf-8"):
            pass

    def test_in_a_hold_it_pauses_and_credits_it_only_up_to_there(self):
        terminal = self.in_a_hold(**self.shimmed())
        self.fall_asleep()
        terminal.expect("Paused: the computer slept. Press Enter to continue.")
        terminal.say("")
        terminal.expect("Get ready: 5 s.")
        terminal.say("q", "")
        self.assertEqual(terminal.end(), 0)
        credited = self.rows("SELECT actual_ms FROM performed_set WHERE status = 'partial'")
        self.assertLess(credited[0]["actual_ms"], PATIENCE * 1000)
        self.assertEqual(terminal.text.count("Hold,"), 1)
        self.assert_sound()

    def test_in_a_rest_the_next_hold_does_not_begin_by_itself(self):
        terminal = self.in_a_hold(speed=5, **self.shimmed())
        terminal.say("n")
        terminal.expect("Change sides")
        self.fall_asleep()
        terminal.expect("Paused: the computer slept. Press Enter to continue.")
        self.assertNotIn("Hold, right", terminal.text)


if __name__ == "__main__":
    main()
