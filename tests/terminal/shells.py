# SPDX-License-Identifier: MIT
"""A real shell in a pseudo-terminal, to press Tab in."""
import os
import re
import select
import shutil
import time
import unittest

import pexpect
import pyte

COMPLETIONS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "completions")
BASH_COMPLETION = "/usr/share/bash-completion/bash_completion"

# How to begin each, and what it is told before the test. With "bare bash" there is no help from
# the bash-completion package, as in many a container.
SHELLS = {
    "bare bash": (["bash", "--norc", "--noprofile"], "PS1='$ '; . {completions}/hipflow.bash"),
    "bash": (["bash", "--norc", "--noprofile"],
             f"PS1='$ '; . {BASH_COMPLETION}; . {{completions}}/hipflow.bash"),
    "zsh": (["zsh", "-f"], "PS1='$ '; fpath=({completions} $fpath); autoload -Uz compinit; "
                           "compinit -u -D; zstyle ':completion:*' list-separator '#'"),
    "fish": (["fish", "--no-config"],
             "source {completions}/hipflow.fish; function fish_prompt; echo -n '$ '; end; "
             "set -g fish_autosuggestion_enabled 0"),
}


class Shell:
    """Lines are typed, Tab is pressed, and the screen is read."""

    def __init__(self, name, environment, setup=None, command=None):
        arguments, usual_setup = SHELLS[name]
        arguments = command or arguments
        if shutil.which(arguments[0]) is None:
            raise unittest.SkipTest(f"{arguments[0]} is not installed")
        if name == "bash" and not os.path.exists(BASH_COMPLETION):
            raise unittest.SkipTest("bash-completion is not installed")
        self.screen = pyte.Screen(100, 40)
        self.stream = pyte.ByteStream(self.screen)
        self.child = pexpect.spawn(arguments[0], arguments[1:], dimensions=(40, 100),
                                   env=environment, timeout=30)
        self.child.delaybeforesend = None
        setup = usual_setup.format(completions=COMPLETIONS) if setup is None else setup
        self.read_until(lambda: self.text().strip() != "")
        self.child.send(setup + "; echo rea''dy\r")
        self.read_until(lambda: "\nready" in "\n".join(self.lines()))
        self.settle()

    def read(self, seconds):
        """What came within that time, put on the screen; answers what a terminal answers."""
        if not select.select([self.child.fileno()], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.child.fileno(), 65536)
        except OSError:
            return False
        self.stream.feed(data)
        if b"\x1b[c" in data or b"\x1b[0c" in data:
            self.child.send("\x1b[?62;22c")
        if b"\x1b[6n" in data:
            cursor = self.screen.cursor
            self.child.send(f"\x1b[{cursor.y + 1};{cursor.x + 1}R")
        return True

    def read_until(self, condition, seconds=30):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if condition():
                return
            self.read(0.05)
        raise AssertionError("the shell did not come so far:\n" + self.text())

    def settle(self, quiet=0.4):
        """Until nothing has come for a while: there is no other sign that a shell is done."""
        while self.read(quiet):
            pass

    def lines(self):
        return [line.rstrip() for line in self.screen.display]

    def text(self):
        return "\n".join(line for line in self.lines() if line)

    def complete(self, typed, wanted, tabs=1):
        """The screen after `typed` and Tab, from an empty line at its top: when it shows what is
        wanted, or when nothing more comes."""
        self.child.send("\x15\x0c")
        self.read_until(lambda: self.text().strip() == "$")
        self.child.send(typed)
        self.read_until(lambda: typed.rstrip() in self.text())
        for _ in range(tabs):
            self.child.send("\t")
            self.settle(0.2)
        end = time.monotonic() + 3
        while re.search(wanted, self.text()) is None and time.monotonic() < end:
            self.read(0.05)
        return self.text()

    def end(self):
        self.child.close(force=True)

