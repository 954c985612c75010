# SPDX-License-Identifier: MIT
"""Ends sessions at random moments, and takes them up again: what was told of is never lost.

kill_loop.py /path/to/hipflow [--count N] [--seed S]: N ends; of ten, four by kill -9 alone, two
beside readers, two beside another writer, and two by a signal that can be caught.
"""
import argparse
import collections
import os
import random
import signal
import sqlite3
import sys
import threading
import time

from faulty import Home, faults_of, report, violations

MODES = ("alone", "alone", "readers", "signal", "writer", "alone", "readers", "signal", "writer",
         "alone")
SPEED = 250  # faster, one late look at the clock would find two sets at their end
CATCHABLE = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
KILLS_A_HOME = 20  # then a new one, from "no database yet"


class Beside:
    """Runs `work` again and again in threads while it is entered."""

    def __init__(self, work, threads):
        self.over = threading.Event()
        self.threads = [threading.Thread(target=self.loop, args=(work,)) for _ in range(threads)]

    def loop(self, work):
        while not self.over.is_set():
            work()
            time.sleep(0.005)

    def __enter__(self):
        for thread in self.threads:
            thread.start()

    def __exit__(self, *_):
        self.over.set()
        for thread in self.threads:
            thread.join()


class Loop:
    def __init__(self, binary, seed):
        self.binary = binary
        self.random = random.Random(seed)
        self.tried = collections.Counter()
        self.found = []

    def read(self, home):
        shown = home.run("stats", "--json")
        self.tried["reads"] += 1
        if shown.returncode not in (0, 1):
            self.found.append(f"a read was refused: {shown.stderr.strip()}")

    @staticmethod
    def write(home):
        """A writer that is not hipflow holds the file for a moment, and changes a page of it."""
        if not os.path.exists(home.database):
            return
        connection = sqlite3.connect(home.database, timeout=30, isolation_level=None)
        try:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("UPDATE device SET since = since")
            time.sleep(0.002)
            connection.execute("COMMIT")
        except sqlite3.OperationalError:
            pass  # there is no such table yet, or hipflow was faster
        finally:
            connection.close()

    def one_end(self, home, mode, longest):
        flag = self.random.choice(("--resume", "--resume", "--keep-partial", "--discard"))
        number = self.random.choice(CATCHABLE) if mode == "signal" else signal.SIGKILL
        before = home.done()
        beside = {"readers": lambda: self.read(home), "writer": lambda: self.write(home)}.get(mode)
        with Beside(beside or (lambda: None), 2 if beside else 0):
            run = home.start("faulty", flag)
            hit = run.signal_after(self.random.uniform(0, longest), number)
            run.end()
        self.tried[mode if hit else "too late"] += 1
        problems = violations(home, run, before)
        if run.status not in (0, -number):
            problems.append(f"ended with {run.status} on signal {number}: {run.text[-200:]}")
        self.found += [f"{mode}, {flag}: {text}" for text in problems]
        return hit

    def run(self, count):
        hits = 0
        while hits < count:
            with Home(self.binary) as home:
                home.speed = SPEED
                begun = time.monotonic()
                home.start("faulty").end()
                longest = time.monotonic() - begun
                if self.random.random() < 0.5:
                    os.remove(home.database)  # the first start of all
                for _ in range(KILLS_A_HOME):
                    hits += self.one_end(home, MODES[hits % len(MODES)], longest)
                    if hits == count:
                        break
                self.finish(home)
        return report("kill_loop", {"ends": hits, **self.tried}, self.found)

    def finish(self, home):
        """What was interrupted last can be taken up, and nothing is damaged."""
        run = home.start("faulty", "--resume")
        if run.end() != 0:
            self.found.append(f"the last session could not be finished: {run.text[-300:]}")
        self.read(home)
        self.found += faults_of(home.database)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    return Loop(os.path.abspath(options.binary), options.seed).run(options.count)


if __name__ == "__main__":
    sys.exit(main())
