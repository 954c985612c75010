#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What the README has installed is harmless on any machine: packages_test.py README.md

apt simulates its commands on machines that are made up: nothing is installed, and nobody's rights are
needed. Such a machine is a list of packages as dpkg keeps it.
"""
import re
import subprocess
import sys
import tempfile
import unittest

import suite

README = sys.argv.pop(1)

# Runs by itself, or is what a desktop has one of: a machine that is not for tests chooses its own.
OWN_CHOICE = {"bcron", "chromium", "cron", "dbus", "dunst", "firefox-esr", "jackd2", "mako-notifier",
              "notification-daemon", "pipewire", "pipewire-audio", "pipewire-pulse", "pulseaudio",
              "systemd", "systemd-cron", "systemd-sysv", "wireplumber", "xfce4-notifyd", "xserver-xorg",
              "xvfb"}

# What is installed on each, and what holds it together as a desktop's own package would. A bare machine
# is not among them: .ci/run begins on one.
MACHINES = {
    "PipeWire": (("pipewire-audio", "systemd-cron", "mako-notifier"),
                 "Package: gnome-core\nDepends: pipewire-audio\n\n"
                 "Package: task-gnome-desktop\nDepends: gnome-core, notification-daemon, cron-daemon\n"),
    "PulseAudio": (("pulseaudio", "bcron", "xfce4-notifyd"),
                   "Package: task-desktop\nDepends: pulseaudio, notification-daemon, cron-daemon\n"),
}
LEFT_OUT = re.compile(r"^(?:Filename|Size|SHA256|MD5sum|Description(?:-md5)?|Tag|Homepage|Status):"
                      r".*\n(?: .*\n)*", re.M)


CACHE = tempfile.TemporaryDirectory(prefix="hipflow-apt-")  # what apt works out of its lists


def apt(command, *arguments, status="/dev/null"):
    return subprocess.run(
        [command, "-o", "Debug::NoLocking=1", "-o", f"Dir::State::status={status}",
         "-o", f"Dir::Cache={CACHE.name}", *arguments],
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}, capture_output=True, text=True,
        check=False)


def simulated(*packages, status="/dev/null", options=()):
    """The exit code, what would be installed, what would be removed, and what was said."""
    done = apt("apt-get", "install", "--simulate", "--no-install-recommends", *options, *packages,
               status=status)
    found = {kind: re.findall(rf"^{kind} (\S+)", done.stdout, re.M) for kind in ("Inst", "Remv")}
    return done.returncode, found["Inst"], found["Remv"], done.stdout + done.stderr


def known(packages):
    return apt("apt-cache", "show", "--no-all-versions", *packages).stdout


def install_commands():
    """(options, packages) of each line of the README that installs."""
    with open(README, encoding="utf-8") as file:
        lines = re.findall(r"apt-get install (.*?) &&", file.read())
    words = [line.split() for line in lines]
    return [([word for word in line if word.startswith("-")],
             [word for word in line if not word.startswith("-")]) for line in words]


class Packages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open("/etc/os-release", encoding="utf-8") as file:
            if "VERSION_CODENAME=bookworm" not in file.read() or "Package:" not in known(["sox"]):
                raise unittest.SkipTest("needs the package lists of Debian 12")
        cls.machines = {name: cls.machine(name) for name in MACHINES}

    @classmethod
    def machine(cls, name):
        """The file that says what is installed there."""
        packages, own = MACHINES[name]
        code, installed, _, said = simulated("apt", *packages)
        assert code == 0, said
        own = own.replace("\nDepends", "\nVersion: 1\nArchitecture: all\nMaintainer: nobody\nDepends")
        records = LEFT_OUT.sub("", known(installed)) + own
        file = tempfile.NamedTemporaryFile("w", prefix="hipflow-status-", encoding="utf-8")
        cls.addClassCleanup(file.close)
        file.write(re.sub(r"^(Package: .*)$", r"\1\nStatus: install ok installed", records,
                          flags=re.M))
        file.flush()
        return file.name

    def test_there_are_two_that_never_remove_anything(self):
        commands = install_commands()
        self.assertEqual(len(commands), 2)
        for options, packages in commands:
            self.assertEqual(options, ["-y", "--no-remove", "--no-install-recommends"])
            self.assertEqual(len(packages), len(set(packages)))
        self.assertLess(set(commands[0][1]), set(commands[1][1]))

    def test_the_first_brings_a_voice_and_a_player(self):
        packages = install_commands()[0][1]
        # Wherever there is a sound server, its own player is there too; aplay needs none.
        self.assertLess({"espeak-ng", "alsa-utils"}, set(packages))

    def test_they_leave_every_machine_as_it_was(self):
        _, (options, packages) = install_commands()  # all of the first are among those of the second
        for name, status in self.machines.items():
            with self.subTest(machine=name):
                code, installed, removed, said = simulated(*packages, status=status,
                                                           options=options)
                self.assertEqual((code, removed), (0, []), said)
                self.assertIn("libcli11-dev", installed)
                self.assertEqual(set(installed) & OWN_CHOICE, set())

    def test_a_sound_server_would_be_found_out(self):
        """The check itself is checked, with the package that used to take the desktop away."""
        code, installed, removed, said = simulated("pulseaudio", status=self.machines["PipeWire"])
        self.assertEqual(code, 0, said)
        self.assertIn("pulseaudio", set(installed) & OWN_CHOICE)
        self.assertLessEqual({"gnome-core", "task-gnome-desktop", "pipewire-audio"}, set(removed))


if __name__ == "__main__":
    suite.main()
