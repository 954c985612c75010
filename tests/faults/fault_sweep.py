# SPDX-License-Identifier: MIT
"""Lets every N-th system call of a session fail, once or from then on, or kill it.

fault_sweep.py /path/to/hipflow [--count N]: N faults, spread evenly over all there are; 0 is all.
"""
import argparse
import collections
import concurrent.futures
import os
import re
import shutil
import sys

from faulty import SETS, SKIPPED, Home, goes_on, report, violations

CALLS = ("pwrite64", "fdatasync", "unlink", "ftruncate", "openat", "write", "renameat2", "fsync")
KINDS = {"kill": "signal=SIGKILL:when={}", "EIO": "error=EIO:when={}",
         "ENOSPC": "error=ENOSPC:when={}", "sticky EIO": "error=EIO:when={}+",
         "sticky ENOSPC": "error=ENOSPC:when={}+"}


def strace(call, inject=None, log="/dev/null"):
    traced = ["strace", "-f", "-qq", "--seccomp-bpf", "-o", log, "-e", f"trace={call}"]
    return traced + (["-e", f"inject={call}:{inject}"] if inject else [])


def prepare(home, fresh):
    """A history with a session in it, unless the fault is to hit the first one."""
    if not fresh and home.start("tiny").end() != 0:
        raise RuntimeError("the session before the fault failed")
    return home.done()


def count_calls(binary, fresh):
    """How many of each call a session makes; of openat, which of them concern its own files."""
    with Home(binary) as home:
        prepare(home, fresh)
        log = os.path.join(home.folder, "log")
        run = home.start(before=strace(",".join(CALLS), log=log))
        if run.end() != 0:
            sys.exit(f"a session without faults failed: {run.status}\n{run.text}")
        with open(log, encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
    numbers = {call: [] for call in CALLS}
    seen = collections.Counter()
    for line in lines:
        call = re.match(r"(?:\d+ +)?(\w+)\(", line)
        if not call or call[1] not in numbers:
            continue
        seen[call[1]] += 1
        # A loader that cannot open a library is not what is tested here.
        if call[1] != "openat" or home.folder in line:
            numbers[call[1]].append(seen[call[1]])
    return numbers


def one_fault(binary, fault):
    fresh, kind, call, number = fault
    with Home(binary) as home:
        before = prepare(home, fresh)
        run = home.start(before=strace(call, KINDS[kind].format(number)))
        run.end()
        to_terminal = call == "write" and kind != "kill"
        # A configuration or a routine that cannot be read is an error of its own.
        codes = (2, 3) if call == "openat" else (3,)
        found = violations(home, run, before, not to_terminal, codes)
        began = re.search(r"^\a?(?:Hold|Begin)", run.text, re.M)
        if began and kind != "kill" and not to_terminal and "Well done." not in run.text:
            found.append("the session did not go on")
        if to_terminal and not fresh and home.done() - before not in (0, SETS):
            found.append(f"the session did not go on: {home.done() - before} sets")
        if run.status == 3 and "hipflow" not in run.text and not to_terminal:
            found.append("no message")
        found += goes_on(home, readers_first=number % 2 == 0)
        return [f"{kind} at {call} {number}{' of the first start' if fresh else ''}: {text}"
                for text in found]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    if not shutil.which("strace"):
        print("fault_sweep: skipped: strace is not installed")
        return SKIPPED
    binary = os.path.abspath(options.binary)
    faults = [(fresh, kind, call, number)
              for fresh in (False, True)
              for call, numbers in count_calls(binary, fresh).items()
              for number in numbers for kind in KINDS]
    if options.count and options.count < len(faults):
        faults = [faults[i * len(faults) // options.count] for i in range(options.count)]
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        found = sum(pool.map(lambda fault: one_fault(binary, fault), faults), [])
    tried = collections.Counter(call for _, _, call, _ in faults)
    return report("fault_sweep", {"faults": len(faults), **tried}, found)


if __name__ == "__main__":
    sys.exit(main())
