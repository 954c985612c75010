# SPDX-License-Identifier: MIT
"""A history on a full disk: a tmpfs of every size from 16 KiB on, filled to a few pages.

disk_full.py /path/to/hipflow [--count N]: N sizes, spread evenly up to 1 MiB. Skipped where nothing
can be mounted.
"""
import argparse
import collections
import contextlib
import os
import re
import subprocess
import sys

from faulty import RECOVERED, SKIPPED, Home, goes_on, report, told, violations

PAGE = 4096
SIZES = range(16, 1025, 8)  # KiB


@contextlib.contextmanager
def tmpfs(size):
    """A file system of so many KiB; gone at the end."""
    with Home("") as place:
        folder = os.path.join(place.folder, "disk")
        os.mkdir(folder)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k,mode=700", "tmpfs", folder],
                       check=True, capture_output=True)
        try:
            yield folder
        finally:
            subprocess.run(["umount", "-l", folder], check=True)


def can_mount():
    try:
        with tmpfs(16):
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


def fill(folder, spare):
    """Fills the disk up to so many pages. The path of what fills it."""
    ballast = os.path.join(folder, "ballast")
    free = os.statvfs(folder).f_bavail - spare
    with open(ballast, "wb") as file:
        file.write(b"\0" * (max(free, 0) * PAGE))
    return ballast


def one_size(binary, size, spare, tried):
    """A session where there is hardly any room, and one where there is again."""
    with tmpfs(size) as folder, Home(binary, data=folder) as home:
        found = []
        first = home.start("faulty")
        first.end()
        found += violations(home, first)
        if first.status != 0:
            tried["too small for a first session"] += 1
            return found + complaints(first)
        before = home.done()
        ballast = fill(folder, spare)
        full = home.start("faulty")
        full.end()
        tried["full" if full.status == 3 else "enough room"] += 1
        found += violations(home, full, before) + complaints(full)
        if full.status == 3:
            saved, waiting = told(full.text)
            if home.done() - before != saved + waiting:
                found.append(f"of {saved}+{waiting} sets, {home.done() - before} are on a disk")
        os.remove(ballast)
        if os.statvfs(folder).f_bavail > 30:
            found += goes_on(home, readers_first=spare % 2 == 0)
        return found


def complaints(run):
    """What a session on a full disk failed to say or to do."""
    if run.status == 0:
        return []
    found = []
    if run.status != 3:
        found.append(f"exit code {run.status}")
    words = " ".join(run.text.split())
    if not re.search(r"disk is full|No space left|disk I/O error", words):
        found.append(f"does not name the reason: {run.text[-300:]}")
    _, waiting = told(run.text)
    named = len(re.findall(r"^  \S+, set \d+, \w+: ", run.text, re.M))
    if named < waiting:
        found.append(f"names {named} of {waiting} sets that were not saved: {run.text[-300:]}")
    if "Hold" in run.text and "Well done." not in run.text:
        found.append("the session did not go on")
    return found


def space_comes_back(binary):
    """In the middle of a session: all that waited is saved after the next set."""
    with tmpfs(1024) as folder, Home(binary, data=folder) as home:
        home.start("tiny").end()
        before = home.done()
        home.speed = 40  # a second and a half in all: time to fill the disk, and to empty it
        run = home.start("faulty")
        ballast = None
        while run.read(5) and RECOVERED not in run.text:
            if ballast is None and "Hold" in run.text:
                ballast = fill(folder, 0)
            elif ballast and "tried again" in run.text and os.path.exists(ballast):
                os.remove(ballast)
        run.end()
        home.speed = 1000
        if ballast and os.path.exists(ballast):
            os.remove(ballast)
        found = violations(home, run, before) + goes_on(home, readers_first=True)
        if RECOVERED not in run.text or run.status != 0:
            found.append(f"it was not saved then: {run.status} {run.text[-500:]}")
        return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--count", type=int, default=24)
    options = parser.parse_args()
    if not can_mount():
        print("disk_full: skipped: a tmpfs cannot be mounted here")
        return SKIPPED
    binary = os.path.abspath(options.binary)
    count = min(options.count or len(SIZES), len(SIZES))
    sizes = [SIZES[i * len(SIZES) // count] for i in range(count)]
    tried = collections.Counter()
    found = []
    for i, size in enumerate(sizes):
        spare = i % 40
        found += [f"{size} KiB, {spare} pages: {text}"
                  for text in one_size(binary, size, spare, tried)]
    found += [f"space came back: {text}" for text in space_comes_back(binary)]
    return report("disk_full", {"sizes": len(sizes), **tried}, found)


if __name__ == "__main__":
    sys.exit(main())
