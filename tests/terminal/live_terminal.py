# SPDX-License-Identifier: MIT
"""A program on a terminal with a screen: what a person would see, and every byte that made it so."""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time

import pyte

from hipflow_test import PATIENCE, HipflowTest

# Runs through without a question but "Press Enter to begin."
ANSWERED = ("--pain-before", "2", "--site", "low-back", "--side", "both", "--pain-after", "1",
            "--hurt", "none", "--effort", "ok", "--note", "nothing")


def set_size(descriptor, columns, rows, cell=(0, 0)):
    """`cell` is the size of a character in pixels; 0: it is not told."""
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ,
                struct.pack("HHHH", rows, columns, columns * cell[0], rows * cell[1]))


def own_terminal():
    """In the child: its standard input becomes the controlling terminal."""
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class LiveTerminal:
    def __init__(self, command, env, size=(80, 24), cell=(0, 0)):
        self.master, self.slave = pty.openpty()
        set_size(self.master, *size, cell)
        self.screen = pyte.Screen(*size)
        self.stream = pyte.ByteStream(self.screen)
        self.bytes = b""
        self.found = termios.tcgetattr(self.slave)
        self.process = subprocess.Popen(command, env=env, stdin=self.slave, stdout=self.slave,
                                        stderr=self.slave, preexec_fn=own_terminal)
        self.ended = False

    @property
    def pid(self):
        return self.process.pid

    @property
    def text(self):
        return "\n".join(line.rstrip() for line in self.screen.display)

    def pump(self, seconds):
        """Reads for so long, or until the terminal is gone."""
        until = time.monotonic() + seconds
        while not self.ended:
            left = until - time.monotonic()
            if not select.select([self.master], [], [], max(left, 0))[0]:
                return
            try:
                data = os.read(self.master, 65536)
            except OSError:
                data = b""
            if not data:
                self.ended = True
                return
            self.bytes += data
            # pyte knows nothing of private modes with more than it lists; all it meets it skips.
            self.stream.feed(data)
            if left <= 0:
                return

    def see(self, *phrases, patience=PATIENCE):
        """Until all of the phrases are on the screen at once."""
        until = time.monotonic() + patience
        while not all(phrase in self.text for phrase in phrases):
            if time.monotonic() > until or (self.process.poll() is not None and not self.drained()):
                raise AssertionError(f"expected {phrases} on the screen, but it shows:\n{self.text}")
            self.pump(0.02)

    def drained(self):
        before = len(self.bytes)
        self.pump(0.1)
        return len(self.bytes) > before

    def press(self, keys, rest=0.0):
        os.write(self.master, keys if isinstance(keys, bytes) else keys.encode())
        self.pump(rest)

    def resize(self, columns, rows):
        # The model first: what is drawn from now on is drawn for it.
        self.pump(0.05)
        self.screen.resize(rows, columns)
        set_size(self.master, columns, rows)

    def end(self, patience=PATIENCE):
        """Reads to the end. The exit code, or minus the signal that it died of."""
        until = time.monotonic() + patience
        while self.process.poll() is None:
            if time.monotonic() > until:
                raise AssertionError("it did not end; the screen shows:\n" + self.text)
            self.pump(0.02)
        self.pump(0.1)
        return self.process.returncode

    def hang_up(self):
        """The window is closed."""
        os.close(self.slave)
        os.close(self.master)
        self.slave = self.master = -1
        self.ended = True

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for descriptor in (self.master, self.slave):
            if descriptor >= 0:
                os.close(descriptor)
        self.master = self.slave = -1

    def is_given_back(self):
        """Modes as they were found, the normal screen, a cursor, wrapped lines, plain text."""
        wrong = []
        if termios.tcgetattr(self.slave) != self.found:
            wrong.append("modes")
        for on, off in ((b"?1049h", b"?1049l"), (b"?25l", b"?25h"), (b"?7l", b"?7h"),
                        (b"?2004h", b"?2004l"), (b"?2026h", b"?2026l")):
            if self.bytes.rfind(on) > self.bytes.rfind(off):
                wrong.append(on.decode())
        attributes = re.findall(rb"\x1b\[([0-9;]*)m", self.bytes)
        if attributes and attributes[-1] not in (b"0", b""):
            wrong.append(f"attributes {attributes[-1]}")
        return wrong


class LiveTest(HipflowTest):
    """Tests of the live screen; the text of the first run has been read."""

    def setUp(self):
        super().setUp()
        self.acknowledge()

    def on_terminal(self, command, size=(80, 24), speed=1, **env):
        terminal = LiveTerminal(command, self.env(HIPFLOW_SPEED=speed, **env), size)
        self.addCleanup(terminal.close)
        return terminal

    def live(self, *args, **options):
        """`hipflow start` on the live screen."""
        return self.on_terminal([self.binary, "start", *args], **options)

    def in_a_hold(self, **options):
        """Ten minutes' hold, a moment after its beginning."""
        terminal = self.live("long", *ANSWERED, "--keep-partial", **options)
        self.begin(terminal)
        return terminal

    def begin(self, terminal, told="On to the count-in."):
        """Into the first hold. Its get-ready is as long as its words, which no test waits for."""
        terminal.see("Press Enter to begin.")
        terminal.press("\r")
        terminal.see("GET READY")
        terminal.press("n")
        terminal.see(told)
        terminal.press("t")  # in the place of the notice, so that no test takes it for its own
        terminal.see("HOLD", "in all.")

    def in_bash(self, *args, **options):
        """The same, as a job of an interactive shell, which keeps its prompt `ready$ `."""
        terminal = self.on_terminal(["bash", "--norc", "--noprofile", "-i"], PS1="ready$ ",
                                    HISTFILE="/dev/null", **options)
        terminal.see("ready$")
        words = " ".join([self.binary, "start", "long", *ANSWERED, *args])
        terminal.press(words + "\r")
        self.begin(terminal)
        return terminal

    def child_of(self, terminal):
        with open(f"/proc/{terminal.pid}/task/{terminal.pid}/children", encoding="ascii") as file:
            return int(file.read().split()[-1])

    def assert_given_back(self, terminal):
        self.assertEqual(terminal.is_given_back(), [])


def signal_names(*numbers):
    return [signal.Signals(number).name for number in numbers]
