// SPDX-License-Identifier: MIT
#include "today/entries.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <variant>

#include "domain/error.h"
#include "domain/number.h"
#include "domain/spelling.h"
#include "platform/clock.h"
#include "platform/random.h"
#include "session/timeline.h"
#include "text/utf8.h"
#include "today/desk.h"
#include "today/enrolment.h"
#include "today/hearing.h"
#include "today/mornings.h"
#include "today/person.h"
#include "today/routine_source.h"

namespace hipflow::today {
namespace {

std::vector<PerformedSet> reported_sets(const ReportedSession& reported,
                                        const session::Timeline& timeline, const Session& session,
                                        Instant now) {
    std::vector<PerformedSet> sets;
    if (reported.exercises.empty()) return sets;
    for (const auto& planned : timeline.sets) {
        PerformedSet set = session::not_reached(planned, reported.prescription);
        const bool done = std::ranges::count(reported.exercises, set.exercise) != 0;
        if (done) set = session::as_planned(planned, reported.prescription);
        set.id = platform::new_id(now);
        set.session_id = session.id;
        sets.push_back(std::move(set));
    }
    return sets;
}

Session reported_header(const ReportedSession& reported, const session::Timeline& timeline,
                        Instant now) {
    Session session;
    session.id = platform::new_id(now);
    session.routine = reported.prescription.routine;
    session.program = reported.program;
    session.week = reported.week;
    session.started = reported.started;
    session.source = Source::reported;
    session.counts = reported.prescription.counts;
    session.reason = reported.reason;
    session.planned = timeline.work;
    session.effort = reported.answers.effort;
    session.hurt_more = reported.answers.hurt_more;
    session.note = reported.answers.note;
    return session;
}

Millis work_done(const ReportedSession& reported, const session::Timeline& timeline,
                 const std::vector<PerformedSet>& sets) {
    if (sets.empty()) return share_of(timeline.work, reported.share.value);
    Millis done{0};
    for (const auto& set : sets) done += set.actual;
    return done;
}

/// Open-ended work lasts as long as a session took beyond the share of all else that was done.
Millis open_ended_work(const ReportedSession& reported, const session::Timeline& timeline) {
    Millis all_else = timeline.total;
    bool any = false;
    for (const auto& segment : timeline.segments) {
        if (!segment.open_ended || segment.kind == session::SegmentKind::ask) continue;
        any = true;
        all_else -= segment.duration;
    }
    if (!any || !reported.active) return {};
    return std::max(*reported.active - share_of(all_else, reported.share.value), Millis{});
}

PainReading reported_score(const Session& session, Moment moment, PainScore score,
                           const session::GivenAnswers& answers, Instant now) {
    Stamp felt = session.started;
    if (moment != Moment::before) felt.at = session.ended_at.value_or(session.started.at);
    PainReading reading = new_reading(moment, score, {}, {}, felt, now);
    reading.session_id = session.id;
    if (moment != Moment::peak) {
        reading.site = answers.site;
        reading.side = answers.side;
        reading.furthest = answers.furthest;
    }
    return reading;
}

PainReading entered_score(const ScoreEntry& entry, Moment moment, const ScoresEntered& entered,
                          Instant now) {
    PainReading reading = new_reading(moment, entry.score, entry.site, entry.side, entered.at, now);
    reading.furthest = entry.furthest;
    reading.note = entered.note;
    return reading;
}

/// The day that a morning score follows: as named, that of the session it is owed for, or the day
/// before.
Day day_followed(Desk& desk, const MorningEntered& morning) {
    const Day of_entry = morning.at.local_day;
    if (!morning.for_day) {
        return morning_owed(desk.store(), morning.at).value_or(of_entry - std::chrono::days(1));
    }
    const Day day = morning.for_day->one_day_on(desk.now().local_day);
    if (day >= of_entry) {
        throw Error(
            fmt::format("--for: a morning score belongs to the day before it; {} is not "
                        "before {}",
                        format_day(day), format_day(of_entry)));
    }
    return day;
}

/// A second score for the same morning and place takes the place of the first. `known`: those of
/// the same morning.
void replace_known(PainReading& reading, const std::vector<PainReading>& known) {
    for (const auto& other : known) {
        if (other.site == reading.site && other.side == reading.side) reading.id = other.id;
    }
}

}  // namespace

Millis time_for(const Session& session, Millis done, Millis total) {
    if (session.planned == Millis{0}) return total;
    return share_of(
        total, static_cast<double>(done.count()) / static_cast<double>(session.planned.count()));
}

void set_amount(Session& session, Millis done, const TimeTaken& taken) {
    session.done = done;
    session.active = taken.told.value_or(time_for(session, done, taken.total));
    session.ended_at = session.started.at + session.active;
    session.status = done >= session.planned ? SessionStatus::completed : SessionStatus::partial;
}

ReportedSession as_planned(Desk& desk, const ChosenRoutine& chosen, const Stamp& started) {
    const catalog::RoutineFile source = find_routine(desk.library(), chosen.name);
    ReportedSession reported;
    reported.started = started;
    reported.prescription = prescription_of(desk.library(), desk.settings(), source,
                                            {.gate = Gate::none,
                                             .sore_side = std::nullopt,
                                             .person = person_of(desk),
                                             .cap = chosen.cap()});
    reported.program = chosen.program();
    reported.week = chosen.week();
    return reported;
}

PainReading new_reading(Moment moment, PainScore score, std::optional<Site> site,
                        std::optional<Side> side, const Stamp& felt, Instant now) {
    PainReading reading;
    reading.id = platform::new_id(now);
    reading.moment = moment;
    reading.site = site;
    reading.side = side;
    reading.score = score;
    reading.felt = felt;
    return reading;
}

Symptom new_symptom(SymptomKind kind, const Stamp& felt, Instant now) {
    Symptom symptom;
    symptom.id = platform::new_id(now);
    symptom.kind = kind;
    symptom.felt = felt;
    return symptom;
}

Millis share_of(Millis whole, double share) {
    return Millis(std::llround(static_cast<double>(whole.count()) * share));
}

std::optional<WorkShare> WorkShare::from_text(std::string_view text) {
    if (text.ends_with('%')) text.remove_suffix(1);
    const auto percent = parse_number<int>(text).value_or(0);
    if (percent < 1 || percent > 100) return std::nullopt;
    return WorkShare{percent / 100.0};
}

std::vector<std::string> exercises_in(const Prescription& prescription) {
    std::vector<std::string> ids;
    ids.reserve(prescription.steps.size());
    for (const auto& step : prescription.steps) ids.push_back(step.work.exercise.id);
    return ids;
}

void require_planned(const std::vector<std::string>& named, const Prescription& prescription) {
    const auto planned = exercises_in(prescription);
    for (const auto& exercise : named) {
        if (std::ranges::count(planned, exercise) != 0) continue;
        throw Error(fmt::format("--exercise: '{}' is not in this routine.{}", shown(exercise),
                                did_you_mean(exercise, planned)));
    }
}

store::Change change_of(const ReportedSession& reported, const session::Hearing& hearing,
                        Instant now) {
    const session::Timeline timeline =
        session::compile(reported.prescription, AskPeak::at_the_end, hearing);
    store::Change change;
    change.now = now;
    Session session = reported_header(reported, timeline, now);
    session.prescription_hash = store::remember(reported.prescription, change);
    const auto sets = reported_sets(reported, timeline, session, now);
    const Millis open = sets.empty() ? open_ended_work(reported, timeline) : Millis{};
    session.planned += open;
    set_amount(
        session, work_done(reported, timeline, sets) + open,
        {.total = timeline.total, .told = reported.active ? reported.active : reported.at_most});
    change.put.emplace_back(session);
    for (const auto& set : sets) change.put.emplace_back(set);
    const auto add = [&](Moment moment, PainScore score) -> PainReading& {
        change.put.emplace_back(reported_score(session, moment, score, reported.answers, now));
        return std::get<PainReading>(change.put.back());
    };
    const session::GivenAnswers& answers = reported.answers;
    if (answers.pain_before) add(Moment::before, *answers.pain_before);
    if (answers.pain_after) add(Moment::after, *answers.pain_after);
    for (const auto& [exercise, score] : answers.peaks) {
        if (score) add(Moment::peak, *score).exercise = exercise;
    }
    return change;
}

const Session& session_in(const store::Change& change) {
    const auto found = std::ranges::find_if(
        change.put, [](const Record& put) { return std::holds_alternative<Session>(put); });
    return std::get<Session>(*found);
}

void require_ended(const Session& session, Instant now, std::string_view advice) {
    if (!session.ended_at || *session.ended_at <= now) return;
    const auto clock = [](Instant at) { return format_time_of_day(at, platform::utc_offset(at)); };
    throw Error(fmt::format("--at: begun at {}, a session of {} ends at {}, and it is {} now. {}",
                            clock(session.started.at), spell_duration(session.active),
                            clock(*session.ended_at), clock(now), advice));
}

namespace {

/// The session as it has ended by now: of one whose length was not told, there may have been less
/// time than it takes.
ReportedSession ended_by(const ReportedSession& reported, const Session& session, Instant now,
                         std::chrono::minutes day_starts) {
    ReportedSession ended = reported;
    const bool too_late = session.started.at + session.active > now;
    if (reported.has_ended_then || (reported.at_any_time && too_late)) {
        const Instant end = reported.has_ended_then ? reported.started.at : now;
        ended.started = platform::stamp(end - session.active, day_starts);
        const Day told = reported.started.local_day;
        if (reported.has_ended_then || ended.started.local_day >= told) return ended;
        // The estimate must not move it out of the day that was told.
        ended.started =
            platform::stamp(platform::local_instant_or_next(told, day_starts), day_starts);
    }
    const Millis since_then = now - ended.started.at;
    if (too_late && !reported.active && since_then >= session.done) ended.at_most = since_then;
    return ended;
}

}  // namespace

store::Change enter_session(Desk& desk, const ReportedSession& reported) {
    const session::Hearing hearing = hearing_for(desk, reported.prescription);
    const Instant now = desk.clock().wall();
    const store::Change as_told = change_of(reported, hearing, now);
    const ReportedSession ended =
        ended_by(reported, session_in(as_told), now, desk.settings().day_starts);
    store::Change change = change_of(ended, hearing, now);
    require_ended(session_in(change), now,
                  reported.active ? "Leave out --at for one that has just ended."
                                  : "Say with --took how long it took, or leave out --at for one "
                                    "that has just ended.");
    desk.store().commit(change);
    return change;
}

store::Change enter_pain(Desk& desk, const ScoresEntered& pain) {
    store::Change change;
    change.now = desk.clock().wall();
    for (const auto& entry : pain.scores) {
        change.put.emplace_back(entered_score(entry, Moment::checkin, pain, change.now));
    }
    desk.store().commit(change);
    return change;
}

MorningRecorded enter_morning(Desk& desk, const MorningEntered& morning) {
    store::Store& store = desk.store();
    const Day day = day_followed(desk, morning);
    const auto known = store.morning_scores_of(day);
    MorningRecorded recorded{day, {}};
    store::Change& change = recorded.change;
    change.now = desk.clock().wall();
    for (const auto& entry : morning.scores) {
        PainReading reading = entered_score(entry, Moment::morning, morning, change.now);
        reading.for_day = day;
        replace_known(reading, known);
        change.put.emplace_back(std::move(reading));
    }
    if (morning.soreness) {
        Symptom soreness = new_symptom(SymptomKind::soreness, morning.at, change.now);
        soreness.moment = Moment::morning;
        change.put.emplace_back(std::move(soreness));
    }
    store.commit(change);
    return recorded;
}

}  // namespace hipflow::today
