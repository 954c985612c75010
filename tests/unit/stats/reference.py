#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What SciPy makes of the series in tests/data/stats/reference.json.

reference.py FILE           writes the file anew
reference.py --check FILE   compares it with what SciPy says now; exit 77 where there is no SciPy

Written from the formulas in the papers, with SciPy's own functions wherever it has one, and without
a look at hipflow's. The unit tests compare hipflow with the file.
"""
import json
import math
import random
import sys

try:
    import numpy
    from scipy import stats
except ImportError:
    print("SciPy is not installed (python3-scipy)")
    sys.exit(77)

# The flow of the Nile at Aswan 1871 to 1970, 10^8 m^3 (Cobb 1978).
NILE = [1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960,
        1180, 799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694,
        940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764,
        821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822,
        1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918,
        986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740]
# Extra hours of sleep, tenths, second drug less first (Student 1908, Cushny and Peebles 1905).
SLEEP = [12, 24, 13, 13, 0, 10, 18, 8, 46, 14]


def diary(seed, n, start, end, phi, gap):
    """Scores 0 to 10 with days left out, likeness phi from day to day, some of them halves."""
    chance = random.Random(seed)
    days, scores, day, noise = [], [], 0, 0.0
    for i in range(n):
        noise = phi * noise + chance.gauss(0, 1.6 * math.sqrt(1 - phi * phi))
        level = start + (end - start) * i / max(1, n - 1)
        days.append(day)
        scores.append(min(10, max(0, round(2 * (level + noise)) / 2)))
        day += 1 + chance.randint(0, gap)
    return days, scores


def smoothed(days, scores):
    """Each point as its weighted sum, half-life seven days, begun anew after 14 days without."""
    line = []
    first = 0
    for at, day in enumerate(days):
        if at > 0 and day - days[at - 1] > 14:
            first = at
        weights = [0.5 ** ((day - days[i]) / 7) for i in range(first, at + 1)]
        kept = [weights[0]] + [weights[i] - weights[i - 1] for i in range(1, len(weights))]
        line.append(float(numpy.dot(kept, scores[first:at + 1])))
    return line


def mann_kendall(days, scores, slope):
    n = len(scores)
    counts = numpy.unique(scores, return_counts=True)[1]
    pairs = n * (n - 1) / 2
    tied = float(sum(c * (c - 1) / 2 for c in counts))
    tau = stats.kendalltau(days, scores).statistic
    s = 0 if math.isnan(tau) else round(tau * math.sqrt(pairs * (pairs - tied)))
    variance = (n * (n - 1) * (2 * n + 5) - sum(c * (c - 1) * (2 * c + 5) for c in counts)) / 18
    if s != 0:
        # SciPy's p comes from the same variance without the correction for continuity.
        p = stats.kendalltau(days, scores, method="asymptotic").pvalue
        assert math.isclose(stats.norm.isf(p / 2), abs(s) / math.sqrt(variance), rel_tol=1e-6)
    rest = numpy.array(scores) - slope * numpy.array(days)
    rest = rest - rest.mean()
    whole = float(numpy.dot(rest, rest))
    likeness = float(numpy.dot(rest[1:], rest[:-1]) / whole) if whole > 1e-9 else 0.0
    correction = min(0.9, max(0.0, (n * likeness + 1) / (n - 4)))
    z = (s - numpy.sign(s)) / math.sqrt(variance * (1 + correction) / (1 - correction)) if s else 0
    return {"s": int(s), "variance": float(variance), "likeness": likeness,
            "correction": correction, "z": float(z)}


def series(name, days, scores):
    slope = float(stats.theilslopes(scores, days)[0])
    return {"name": name, "days": days, "scores": scores, "theil_sen": slope,
            "smoothed": smoothed(days, scores), **mann_kendall(days, scores, slope),
            "quartiles": [float(q) for q in numpy.quantile(scores, [0, .25, .5, .75, 1])]}


def mean(name, values):
    low, high = stats.t.interval(0.95, len(values) - 1, numpy.mean(values), stats.sem(values))
    return {"name": name, "values": values, "low": float(low), "high": float(high)}


def share(hits, n):
    found = stats.binomtest(hits, n).proportion_ci(0.95, method="wilson")
    return {"hits": hits, "n": n, "low": float(found.low), "high": float(found.high)}


def reference():
    shapes = [(5, 5, 5, 0, 0), (6, 7, 2, 0.3, 0), (14, 5, 5, 0.5, 1), (28, 6, 4, 0.5, 0),
              (28, 3, 3, 0.7, 3), (56, 6, 3, 0.3, 1), (84, 4, 5, 0.5, 20), (200, 7, 2, 0.5, 0),
              (50, 0.5, 0.5, 0, 0), (50, 9.5, 9.5, 0.3, 1)]
    chance = random.Random(8)
    return {
        "series": [series("Nile", list(range(100)), NILE),
                   series("all equal", list(range(40)), [3] * 40),
                   series("up by one a day", list(range(0, 22, 2)), list(range(11)))]
        + [series(f"diary {i}", *diary(i, *shape)) for i, shape in enumerate(shapes)],
        "means": [mean("sleep", SLEEP)]
        + [mean(f"changes of {n}", [chance.randint(-4, 3) for _ in range(n)])
           for n in (2, 5, 6, 12, 29, 31, 32, 40, 100, 500)],
        # The first four with their ranges are in Newcombe (1998), table I, method 3.
        "shares": [share(*pair) for pair in ((81, 263), (15, 148), (0, 20), (1, 29), (11, 14),
                                             (7, 7), (0, 1), (1, 1), (1, 2), (999, 1000))],
        "student_t": [float(stats.t.ppf(0.975, degrees)) for degrees in range(1, 121)],
    }


def same(ours, theirs):
    if isinstance(ours, dict):
        return ours.keys() == theirs.keys() and all(same(ours[k], theirs[k]) for k in ours)
    if isinstance(ours, list):
        return len(ours) == len(theirs) and all(map(same, ours, theirs))
    if isinstance(ours, float):
        return math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-9)
    return ours == theirs


def main():
    if sys.argv[1] == "--check":
        with open(sys.argv[2], encoding="utf-8") as file:
            kept = json.load(file)
        if not same(reference(), kept):
            sys.exit(f"{sys.argv[2]} is not what SciPy says: write it anew, and see why")
        return
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump(reference(), file)
        file.write("\n")


if __name__ == "__main__":
    main()
