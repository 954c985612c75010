# SPDX-License-Identifier: MIT
"""What the live screen costs, and what a terminal that stalls does to the clock; for bench.py."""
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import subprocess
import termios
import time

STEADY = """format = 1
name = "Steady"
level = 1
[gaps]
ready = "0s"
position = "0s"
side = "0s"
set = "1s"
[[step]]
exercise = "steady"
{dose}
[exercise.steady]
name = "Steady"
level = 1
position = "supine"
sides = "both"
start = "Lie down."
do = ["Hold."]
dose = {{ hold = "20s" }}
{figure}"""
LIBRARY = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "routines",
                       "exercises")


def figure_of(exercise):
    """[figure] of a shipped exercise, as part of the one above."""
    with open(os.path.join(LIBRARY, f"{exercise}.toml"), encoding="utf-8") as file:
        text = file.read()
    return text[text.index("[figure]"):].replace("[figure", "[exercise.steady.figure")


ANSWERED = ["--pain-before", "2", "--site", "low-back", "--side", "both", "--pain-after", "1",
            "--hurt", "none", "--effort", "ok", "--note", "none", "--keep-partial"]


def set_size(descriptor, columns, rows):
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


class Screen:
    """A session on a terminal, begun."""

    def __init__(self, hipflow, folder, dose, environment, figure="", size=(100, 30)):
        self.size = size
        self.home = os.path.join(folder, "live-home")
        path = os.path.join(folder, "steady.toml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(STEADY.format(dose=dose, figure=figure))
        environment = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **environment,
                       "HOME": self.home}
        if not os.path.isdir(self.home):
            os.makedirs(self.home)
            self.run([hipflow, "start", path, "--plain", *ANSWERED], environment)
            self.read_until(b"Press Enter when you have read this")
            os.write(self.master, b"\n")
            self.read_until(b"Which of these apply to you?")
            os.write(self.master, b"\n")
            self.read_until(b"Are exercises like these new to you")
            os.write(self.master, b"u\n")
            self.read_until(b"Press Enter to begin.")
            self.end()
        self.run([hipflow, "start", path, *ANSWERED], environment)
        # The first frame is drawn whole; of those that follow only what differs.
        self.read_until(b"Press Enter to begin.")
        os.write(self.master, b"\r")
        self.read_for(2)

    def run(self, command, environment):
        self.seen = b""
        self.master, slave = pty.openpty()
        set_size(self.master, *self.size)

        def own_terminal():
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.process = subprocess.Popen(command, env=environment, stdin=slave, stdout=slave,
                                        stderr=slave, preexec_fn=own_terminal)
        os.close(slave)

    def read_until(self, *phrases):
        while not any(phrase in self.seen for phrase in phrases):
            if not select.select([self.master], [], [], 30)[0]:
                raise RuntimeError(f"never seen: {phrases}")
            self.seen += os.read(self.master, 65536)

    def read_for(self, seconds):
        """The bytes that came, and in how many reads."""
        until, count, reads = time.monotonic() + seconds, 0, 0
        while (left := until - time.monotonic()) > 0:
            if select.select([self.master], [], [], left)[0]:
                try:
                    count += len(os.read(self.master, 65536))
                except OSError:  # it has ended
                    break
                reads += 1
        return count, reads

    def counters(self):
        """Nanoseconds on a processor, voluntary switches, system calls that wrote."""
        process = f"/proc/{self.process.pid}"
        with open(f"{process}/schedstat", encoding="ascii") as file:
            run = int(file.read().split()[0])
        with open(f"{process}/status", encoding="ascii") as file:
            switches = next(int(line.split()[1]) for line in file
                            if line.startswith("voluntary_ctxt_switches"))
        with open(f"{process}/io", encoding="ascii") as file:
            writes = next(int(line.split()[1]) for line in file if line.startswith("syscw"))
        return run, switches, writes

    def measure(self, seconds):
        before = self.counters()
        count, reads = self.read_for(seconds)
        run, switches, writes = (b - a for a, b in zip(before, self.counters()))
        return {"cpu": run / 1e7 / seconds, "bytes": count / seconds, "reads": reads,
                "switches": switches, "writes": writes, "seconds": seconds}

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        self.read_for(0.3)
        os.close(self.master)
        self.process.wait(10)


# A far terminal has less to spend on figures.
FAR = {"SSH_CONNECTION": "192.0.2.1 4711 192.0.2.2 22"}
SMALL, LARGE = (80, 24), (130, 40)  # with figures of 39x11 and 64x24 cells
# The wipers move both legs and take up the most cells; the others are of every shape.
MOVEMENTS = ("windshield-wipers-supine", "glute-bridge", "sit-to-stand", "hip-switch-90-90")


def report(what, screen, seconds, cpu, budget):
    m = screen.measure(seconds)
    print(f"live screen, {what} at {'x'.join(map(str, screen.size))}, {seconds} s: "
          f"{m['cpu']:.3f} % of one core (budget {cpu}), {m['bytes']:.0f} bytes/s ({budget}), "
          f"{m['writes'] / seconds:.1f} frames/s: {m['writes']} writes for {m['reads']} drawn "
          f"(equal), {m['switches']} wake-ups (as many)")


def cost(hipflow, folder, environment, seconds=30):
    hold, reps = 'hold = "10m"', 'reps = 100\npace = "5s"'
    wipers = figure_of(MOVEMENTS[0])
    near = {name: value for name, value in environment.items() if name not in FAR}
    for name, dose, figure, cpu, budget in (("hold", hold, "", 0.5, 2000),
                                            ("reps", reps, "", 0.5, 2000),
                                            ("hold with figure", hold, wipers, 0.2, 2000)):
        screen = Screen(hipflow, folder, dose, near, figure)
        screen.read_for(2)
        report(name, screen, seconds, cpu, budget)
        os.write(screen.master, b" ")
        screen.read_for(1)
        m = screen.measure(10)
        print(f"live screen, paused, 10 s: {m['switches']} wake-ups, {m['writes']} writes, "
              f"{m['bytes']:.0f} bytes/s; budget 0")
        screen.end()
    for size, line, cpu, budget in ((SMALL, near, 0.5, 4000), (LARGE, near, 1, 20000),
                                    (LARGE, {**near, **FAR}, 1, 4000)):
        for movement in MOVEMENTS:
            screen = Screen(hipflow, folder, reps, line, figure_of(movement), size)
            screen.read_for(2)
            report(movement + (", far" if line != near else ""), screen, seconds, cpu, budget)
            screen.end()


def set_ends(screen, database, count, stall):
    """When the history was written to, once a set."""
    ends, last = [], os.stat(database).st_mtime_ns
    for i in range(100 if stall else 0):  # as much as the line holds
        set_size(screen.master, 100 + i % 2, 30)
        time.sleep(0.005)
    begun = time.monotonic()
    while len(ends) < count and time.monotonic() - begun < 60:
        if not stall:
            screen.read_for(0.002)
        else:
            time.sleep(0.002)
        now = os.stat(database).st_mtime_ns
        if now - last > 500_000_000:
            ends.append(now)
        last = max(now, last)
    return ends


def stall(hipflow, folder, environment, seconds=8):
    """A reader that stops reading, against one that does not: by how much the ends of sets move."""
    worst = {}
    for stalled in (False, True):
        screen = Screen(hipflow, folder, 'hold = "1s"\nsets = 6', environment)
        database = os.path.join(screen.home, ".local", "share", "hipflow", "hipflow.db")
        ends = set_ends(screen, database, seconds // 2, stalled)
        gaps = [(b - a) / 1e6 for a, b in zip(ends, ends[1:])]
        worst[stalled] = max((abs(gap - 2000) for gap in gaps), default=float("nan"))
        middle = statistics.median(gaps) if gaps else float("nan")
        print(f"terminal {'stalled' if stalled else 'read'}, {len(ends)} sets of 2 s: "
              f"{middle:.1f} ms apart, worst {worst[stalled]:+.1f} ms from the plan")
        screen.end()
    print(f"a terminal that stalls for {seconds} s moves a deadline by "
          f"{worst[True] - worst[False]:+.1f} ms more than one that does not; budget 10 ms")
