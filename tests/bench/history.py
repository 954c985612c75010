# SPDX-License-Identifier: MIT
"""A long history to measure on: fill(database, sessions) puts one session a day, fifteen sets each,
into a database that hipflow made. The journal stays empty: nothing that is measured reads it."""
import datetime
import random
import sqlite3
import uuid

SETS = 15
WORK_MS = 28_000
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
            "NULL,NULL,'done',NULL,?,?)",
            [(new_id(chance), session, step + 1, "both", WORK_MS, WORK_MS, start + step * 40_000,
              start) for step in range(SETS)])
        db.executemany(
            "INSERT INTO pain_score VALUES (?,?,NULL,?,NULL,'low-back','both',?,?,0,?,NULL,?)",
            [(new_id(chance), session, "before", before, start, local_day, start),
             (new_id(chance), session, "after", after, start + 600_000, local_day, start)])
        total = totals.setdefault(local_day, [0, 0, 0])
        total[0] += 1
        total[1] += before
        total[2] += after
    db.executemany(
        "INSERT INTO day VALUES (?1,?2,?2,?5*?2,?5*?2,600000*?2,?6*?2,?2,?3,0,0,?2,?4,0,0,0,0,?2,?3,"
        "?4)",
        [(day, n, before, after, SETS * WORK_MS, SETS) for day, (n, before, after) in
         totals.items()])
    db.commit()
    db.close()
