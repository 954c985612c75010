# SPDX-License-Identifier: MIT
"""A long history to measure on: fill(database, sessions) puts one session a day, fifteen sets each,
into a database that hipflow made. The journal stays empty: nothing that is measured reads it.
starts(database) gives the sessions to other programs."""
import datetime
import random
import sqlite3
import statistics
import uuid

SETS = 15
WORK_MS = 28_000
PRACTISED = ("figure-4-supine", "glute-bridge", "clamshell", "cat-cow", "hip-hinge-wall")
LAST = datetime.date(2026, 11, 23)


def new_id(chance):
    return str(uuid.UUID(int=chance.getrandbits(128), version=4))


def fill(database, sessions):
    """The newest session is on LAST; long histories have several sessions on a day."""
    chance = random.Random(7)
    db = sqlite3.connect(database)
    db.execute("PRAGMA synchronous = OFF")
    days = min(sessions, 5500)
    totals = {}
    for index in range(sessions):
        day = LAST - datetime.timedelta(days=days - 1 - index * days // sessions)
        start = int(datetime.datetime.combine(day, datetime.time(7, 30),
                                              datetime.timezone.utc).timestamp() * 1000)
        start += index % 30 * 600_000
        session, local_day = new_id(chance), day.isoformat()
        before, after = chance.randint(1, 5), chance.randint(0, 4)
        db.execute(
            "INSERT INTO session VALUES (?,'hip-rotation',NULL,NULL,NULL,?,?,0,?,'completed',"
            "'none',0,NULL,'timed',1,NULL,?,?,?,'ok','none',NULL,?)",
            (session, start, start + 600_000, local_day, SETS * WORK_MS, SETS * WORK_MS, 600_000,
             start))
        db.executemany(
            "INSERT INTO performed_set VALUES (?,?,?,'figure-4-supine','figure-4-supine',1,1,?,?,?,"
            "NULL,NULL,'done',NULL,?,?,NULL)",
            [(new_id(chance), session, step + 1, "both", WORK_MS, WORK_MS, start + step * 40_000,
              start) for step in range(SETS)])
        db.executemany(
            "INSERT INTO pain_score VALUES (?,?,NULL,?,NULL,'low-back','both',?,?,0,?,NULL,?,NULL)",
            [(new_id(chance), session, "before", before, start, local_day, start),
             (new_id(chance), session, "after", after, start + 600_000, local_day, start)])
        totals.setdefault(local_day, []).append((before, after))
    for day, scores in totals.items():
        n, before, after = len(scores), sum(b for b, _ in scores), sum(a for _, a in scores)
        changes = [a - b for b, a in scores]
        db.execute(
            "INSERT INTO day (local_day, sessions, kept, planned_ms, done_ms, active_ms, sets,"
            " before_n, before_sum, peak_n, peak_sum, after_n, after_sum, morning_n, morning_sum,"
            " checkin_n, checkin_sum, pair_n, pair_before_sum, pair_after_sum, change_n, change_sum,"
            " change_squares, change_worse, score)"
            " VALUES (?1,?2,?2,?5*?2,?5*?2,600000*?2,?6*?2,?2,?3,0,0,?2,?4,0,0,0,0,?2,?3,?4,"
            " ?2,?7,?8,?9,?10)",
            (day, n, before, after, SETS * WORK_MS, SETS, sum(changes),
             sum(change * change for change in changes), sum(change >= 2 for change in changes),
             statistics.median(b for b, _ in scores)))
    # Other exercises as well, so that what a person knows is as much as in a real history.
    db.executemany(
        "INSERT INTO practised SELECT ?, started_at, id, local_day, 1, 0 FROM session",
        [(exercise,) for exercise in PRACTISED])
    db.execute(
        "INSERT INTO practised_times SELECT exercise, count(*) FROM practised GROUP BY exercise")
    db.commit()
    db.close()


def starts(database):
    """When each session began, UTC, oldest first."""
    db = sqlite3.connect(database)
    times = [row[0] for row in db.execute("SELECT started_at FROM session ORDER BY started_at")]
    db.close()
    return [datetime.datetime.fromtimestamp(at / 1000, datetime.timezone.utc) for at in times]
