#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Compares hipflow with its floors, side by side in one run: bench.py HIPFLOW EMPTY COMMITS PEAK

Prints ratios (medians of the per-round ratios, with their quartiles), the budgets, and
the machine. Milliseconds on a shared machine mean little; ratios of one run mean something.

  --rounds N     rounds of process starts (default 200)
  --seconds N    length of the session for the drift under load (default 60; 2700 for the whole)
"""
import argparse
import os
import platform
import pty
import re
import select
import statistics
import subprocess
import sys
import tempfile
import time

import history
import live
import peers
import sound

ROUTINE = """format = 1
name = "Bench"
level = 1
[gaps]
ready = "5s"
position = "5s"
side = "0s"
set = "5s"
{steps}
[exercise.hold]
name = "Hold"
level = 1
position = "supine"
sides = "both"
start = "Lie down."
do = ["Hold."]
dose = {{ hold = "20s" }}
"""
STEP = '[[step]]\nexercise = "hold"\nhold = "20s"\nsets = {sets}\n'


def quartiles(values, digits=2):
    low, middle, high = (f"{value:.{digits}f}" for value in statistics.quantiles(values, n=4))
    return f"{middle} (quartiles {low} to {high}, n {len(values)})"


def start_once(arguments, environment):
    begin = time.perf_counter()
    subprocess.run(arguments, env=environment, stdin=subprocess.DEVNULL,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - begin


def start_up(hipflow, empty, rounds, environment):
    cases = [["--version"], ["--help"], [], ["routine", "list"], ["routine", "check"], ["stats"]]
    ratios = {" ".join(case): [] for case in cases}
    for _ in range(rounds):
        floor = start_once([empty], environment)
        for case in cases:
            ratios[" ".join(case)].append(start_once([hipflow, *case], environment) / floor)
    budget = {"--version": "1.3", "--help": "1.3", "": "2", "routine list": "3",
              "routine check": "1.6"}
    for name, values in ratios.items():
        limit = f"; budget {budget[name]}" if name in budget else ""
        print(f"start-up, hipflow {name}: {quartiles(values)} E{limit}")


# The same questions to the sqlite3 shell: a row for each of the last twelve weeks, the scores of the
# days, and the newest 200 sessions by exercise.
SCORES = "SELECT local_day, score FROM day WHERE local_day >= '2026-09-01' AND score IS NOT NULL"
EXERCISES = """SELECT exercise, side, count(*), sum(actual_ms), sum(hurt_more = 'none') FROM
(SELECT id, hurt_more FROM session WHERE local_day >= '2026-09-01' AND status IN ('completed',
'partial') ORDER BY local_day DESC, started_at DESC LIMIT 200) AS chosen
JOIN performed_set ON session_id = chosen.id WHERE status IN ('done', 'partial')
GROUP BY exercise, side"""
WEEKS = """SELECT date(local_day, 'weekday 1', '-7 days') AS week, sum(sessions), sum(kept),
sum(done_ms), sum(planned_ms), sum(pair_before_sum) * 1.0 / sum(pair_n),
sum(pair_after_sum) * 1.0 / sum(pair_n) FROM day WHERE local_day >= '2026-09-01' GROUP BY week"""
# The whole history from the sets themselves, by day and then by week.
RAW = """SELECT date(local_day, 'weekday 1', '-7 days') AS week, sum(done), sum(planned), avg(pain)
FROM (SELECT local_day, sum(actual_ms) AS done, sum(part.planned_ms) AS planned,
      (SELECT avg(score) FROM pain_score WHERE session_id = session.id) AS pain
      FROM session JOIN performed_set AS part ON session_id = session.id GROUP BY session.id)
GROUP BY week"""


def peak_memory(peak, arguments, environment):
    """MiB."""
    shown = subprocess.run([peak, *arguments], env=environment, stdin=subprocess.DEVNULL,
                           capture_output=True, text=True, check=True)
    return int(shown.stdout) / 1024


def processor_time(arguments, environment):
    """Milliseconds, of the process alone."""
    child = subprocess.Popen(arguments, env=environment, stdin=subprocess.DEVNULL,
                             stdout=subprocess.DEVNULL)
    _, _, usage = os.wait4(child.pid, 0)
    child.returncode = 0
    return 1000 * (usage.ru_utime + usage.ru_stime)


def perform(hipflow, environment):
    """One coached session at the end of the history, so that the coach has a state to go on from."""
    terminal, other_end = pty.openpty()
    subprocess.run([hipflow, "start", "hip-rotation", "--plain", "--no-input", "--no-voice",
                    "--no-tones", "--pain-before", "2", "--pain-after", "2", "--hurt", "none"],
                   env=dict(environment, HIPFLOW_SPEED="1000", HIPFLOW_NOW="2026-11-23T20:00:00Z"),
                   stdin=other_end, stdout=subprocess.DEVNULL, check=True)
    os.close(terminal)
    os.close(other_end)


def coach(hipflow, environment, sessions, rounds):
    """Today's session, as 'why' tells it, against a start that reads nothing."""
    costs = [(processor_time([hipflow, "why"], environment),
              processor_time([hipflow, "--version"], environment)) for _ in range(rounds)]
    print(f"{sessions} sessions, today's session: {quartiles([whole for whole, _ in costs])} ms of "
          f"processor time, {quartiles([whole - bare for whole, bare in costs])} above --version; "
          "budget 10 ms")


def long_histories(hipflow, empty, peak, folder, rounds, environment):
    """How a history of many years is answered, against E and against the sqlite3 shell."""
    for sessions in (4_000, 100_000):
        database = os.path.join(folder, f"history-{sessions}.db")
        now = dict(environment, HIPFLOW_NOW="2026-11-24T09:00:00Z", HIPFLOW_DB=database)
        subprocess.run([hipflow, "log", "pain", "1", "--at", "2011-01-01 08:00"], env=now,
                       check=True, stdout=subprocess.DEVNULL)
        history.fill(database, sessions)
        shell = ["sqlite3", "-readonly", database, ";".join((WEEKS, SCORES, EXERCISES))]
        # A schedule that is kept up to today: remind has to look, and finds nothing due.
        subprocess.run([hipflow, "schedule", "set", "daily", "--at", "18:00"], env=now, check=True,
                       stdout=subprocess.DEVNULL)
        ratios = {"glance, E": [], "remind, E": [], "stats, shell": []}
        for _ in range(rounds):
            floor = start_once([empty], now)
            ratios["glance, E"].append(start_once([hipflow], now) / floor)
            ratios["remind, E"].append(start_once([hipflow, "remind"], now) / floor)
            asked = start_once(shell, now)
            ratios["stats, shell"].append(start_once([hipflow, "stats"], now) / asked)
        print(f"{sessions} sessions, hipflow: {quartiles(ratios['glance, E'])} E; budget 2")
        print(f"{sessions} sessions, remind: {quartiles(ratios['remind, E'])} E; budget 2, and at "
              "100000 no more than 1.15 of that at 4000")
        print(f"{sessions} sessions, stats: {quartiles(ratios['stats, shell'])} shell; budget 1.5")
        whole_history(hipflow, database, folder, now)
        perform(hipflow, now)
        coach(hipflow, now, sessions, rounds)
        if sessions == 100_000:
            shell_peak = peak_memory(peak, ["/usr/bin/sqlite3", *shell[1:]], now)
            for arguments in ([], ["stats"], ["stats", "--all"], ["session", "list"]):
                used = peak_memory(peak, [hipflow, *arguments], now)
                print(f"peak memory, hipflow {' '.join(arguments)}: {used:.1f} MiB, "
                      f"{used / shell_peak:.2f} shell; budget 12 MiB, 1.5 shell")


def whole_history(hipflow, database, folder, environment):
    """'stats --all' beside what else could answer for all those years."""
    starts = history.starts(database)
    others = {"shell from raw sets": (["sqlite3", "-readonly", database, RAW], {}, "0.25"),
              "timew summary :all": (*(peers.timewarrior(folder, starts) or (None, {})), "0.01"),
              "hledger bal -W": (*(peers.hledger(folder, starts) or (None, {})), "0.03")}
    for name, (command, more, budget) in others.items():
        if command is None:
            print(f"{len(starts)} sessions, stats --all: no {name} here to compare with")
            continue
        ratios = []
        for _ in range(3):
            theirs = start_once(command, dict(environment, **more))
            ratios.append(start_once([hipflow, "stats", "--all"], environment) / theirs)
        print(f"{len(starts)} sessions, stats --all: {quartiles(ratios, 4)} of {name} "
              f"({1000 * theirs:.0f} ms); budget {budget}")


def journalling(commits, folder, rounds):
    output = subprocess.run([commits, folder, str(rounds)], capture_output=True, text=True,
                            check=True).stdout
    pairs = [tuple(map(float, line.split())) for line in output.splitlines()]
    ratios = [ours / bare for ours, bare in pairs]
    print(f"journalling a set, against a bare durable commit: {quartiles(ratios)}; budget 1.25")


def drift(hipflow, folder, seconds, environment):
    """A session in real time while every processor is busy twice over."""
    sets = max(1, seconds // 25)
    path = os.path.join(folder, "bench.toml")
    with open(path, "w", encoding="utf-8") as file:
        steps = "".join(STEP.format(sets=min(20, sets - at)) for at in range(0, sets, 20))
        file.write(ROUTINE.format(steps=steps))
    plan = subprocess.run([hipflow, "start", path, "--rehearse"], env=environment,
                          capture_output=True, text=True, check=True).stdout.splitlines()
    begins = [line for line in plan if " start" in line[32:44]]
    ends = [line for line in plan if re.search(r"  end\s*$", line)]

    def at(line):
        minutes, rest = line.split()[0].split(":")
        return int(minutes) * 60 + float(rest)

    burners = [subprocess.Popen(["sh", "-c", "while :; do :; done"])
               for _ in range(2 * (os.cpu_count() or 1))]
    try:
        child, master = pty.fork()
        if child == 0:
            os.execve(hipflow, [hipflow, "start", path, "--plain", "--no-input"], environment)
        seen, pending = [], b""
        while select.select([master], [], [], 120)[0]:
            try:
                data = os.read(master, 4096)
            except OSError:
                break
            if not data:
                break
            now = time.perf_counter()
            pending += data
            *lines, pending = pending.split(b"\n")
            for line in lines:
                if line.startswith((b"Hold", b"\aHold")) and b": 20 s" in line:
                    seen.append(("begin", now))
                elif line.strip(b"\a\r") == b"Done.":
                    seen.append(("end", now))
        usage = os.wait4(child, 0)[2]
    finally:
        for burner in burners:
            burner.kill()
            burner.wait()
    planned = sorted([("begin", at(line)) for line in begins] + [("end", at(line)) for line in ends],
                     key=lambda pair: pair[1])
    if [kind for kind, _ in seen] != [kind for kind, _ in planned]:
        print(f"drift: cues missing or doubled: {len(seen)} seen, {len(planned)} planned")
        return
    origin = seen[0][1] - planned[0][1]
    errors = [1000 * (when - origin - due) for (_, when), (_, due) in zip(seen, planned)]
    length = planned[-1][1]
    print(f"drift, {length:.0f} s under full load: {errors[-1]:+.1f} ms at the end, worst cue "
          f"{max(errors, key=abs):+.1f} ms, {len(seen)} cues, none missing or doubled; budget 100 ms")
    busy = usage.ru_utime + usage.ru_stime
    print(f"processor: {100 * busy / length:.2f} % of one core, {usage.ru_nvcsw / length * 60:.0f} "
          "voluntary switches a minute; budget 0.5 %")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("hipflow")
    parser.add_argument("empty")
    parser.add_argument("commits")
    parser.add_argument("peak")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hipflow-test-") as folder:
        environment = {"HOME": folder, "PATH": "/usr/bin:/bin", "TERM": "dumb"}
        print(f"machine: {os.cpu_count()} processors, {platform.machine()}, "
              f"{platform.system()} {platform.release()}; shared, so only ratios count")
        print("command:", " ".join([os.path.basename(sys.argv[0]), *sys.argv[5:]]))
        start_up(os.path.abspath(options.hipflow), options.empty, options.rounds, environment)
        long_histories(os.path.abspath(options.hipflow), options.empty, options.peak, folder,
                       max(21, options.rounds // 10), environment)
        journalling(options.commits, folder, options.rounds)
        drift(os.path.abspath(options.hipflow), folder, options.seconds, environment)
        live.cost(os.path.abspath(options.hipflow), folder, environment)
        sound.cost(os.path.abspath(options.hipflow), folder, environment)
        live.stall(os.path.abspath(options.hipflow), folder, environment)


if __name__ == "__main__":
    main()
