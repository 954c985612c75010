# SPDX-License-Identifier: MIT
"""What a voice costs, and how late it is; with a player that only says when it was started."""
import os
import shutil
import time

import live

DOSE = 'reps = 100\npace = "5s"'  # a number every five seconds


def program(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    os.chmod(path, 0o755)


def has_title(path):
    with open(path, "rb") as file:
        header = file.read(64)
    return header[header.index(b"INAM") + 8:][:1] not in (b"\0", b"")


def cost(hipflow, folder, environment, seconds=30):
    if shutil.which("espeak-ng") is None:
        print("voice: not measured, espeak-ng is not installed")
        return
    tools = os.path.join(folder, "bin")
    log = os.path.join(folder, "played")
    os.mkdir(tools)
    for name in ("sh", "date", "espeak-ng"):
        os.symlink(shutil.which(name), os.path.join(tools, name))
    program(tools, "pw-play", f'#!/bin/sh\necho "$(date +%s%N) $1" >> "{log}"\n')
    screen = live.Screen(hipflow, folder, DOSE, dict(environment, PATH=tools))
    screen.read_for(20)  # what is spoken later has been rendered by then
    before = os.path.getsize(log)
    m = screen.measure(seconds)
    with open(log, encoding="ascii") as file:
        file.seek(before)
        lines = [line.split() for line in file]
    # Silence, which wakes a sink ahead of the cue, has no title.
    played = [int(at) / 1e6 for at, path in lines if has_title(path)]
    print(f"live screen with a voice, reps at 100x30, {seconds} s: {m['cpu']:.3f} % of one core "
          f"(budget 1), {m['bytes']:.0f} bytes/s (4000), {len(played)} sounds")
    # Against the earliest: what is later than that is later than it need be.
    phases = [at % 5000 for at in played]
    gaps = sorted((phase - phases[0] + 2500) % 5000 - 2500 for phase in phases)
    if gaps:
        print(f"a cue starts up to {gaps[-1] - gaps[0]:.1f} ms after its moment, "
              f"{len(gaps)} cues, a shell and date in it; budget 50 ms")
    os.write(screen.master, b" ")
    screen.read_for(3)  # "Paused." is said
    m = screen.measure(10)
    print(f"live screen with a voice, paused, 10 s: {m['switches']} wake-ups, {m['writes']} writes; "
          "budget 0")
    screen.end()
    time.sleep(0.1)
