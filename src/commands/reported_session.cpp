// SPDX-License-Identifier: MIT
#include "commands/reported_session.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "domain/error.h"
#include "domain/number.h"
#include "platform/random.h"
#include "session/set_row.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

std::vector<PerformedSet> sets_of(const ReportedSession& reported, const Timeline& timeline,
                                  const Session& session, Instant now) {
    std::vector<PerformedSet> sets;
    if (reported.exercises.empty()) return sets;
    for (const auto& planned : timeline.sets) {
        PerformedSet set = not_reached(planned, reported.prescription);
        const bool done = std::ranges::count(reported.exercises, set.exercise) != 0;
        if (done) set = as_planned(planned, reported.prescription);
        set.id = new_id(now);
        set.session_id = session.id;
        sets.push_back(std::move(set));
    }
    return sets;
}

Session session_of(const ReportedSession& reported, const Timeline& timeline, Instant now) {
    Session session;
    session.id = new_id(now);
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

/// How much of it was done, and until when.
void finish(Session& session, const ReportedSession& reported, const Timeline& timeline,
            const std::vector<PerformedSet>& sets) {
    session.done = share_of(timeline.work, reported.share);
    if (!sets.empty()) {
        session.done = Millis{0};
        for (const auto& set : sets) session.done += set.actual;
    }
    const double share = timeline.work > Millis{0} ? static_cast<double>(session.done.count()) /
                                                         static_cast<double>(timeline.work.count())
                                                   : reported.share;
    session.active = reported.active.value_or(share_of(timeline.total, share));
    session.ended_at = session.started.at + session.active;
    session.status =
        session.done >= session.planned ? SessionStatus::completed : SessionStatus::partial;
}

PainReading reading_of(const Session& session, Moment moment, PainScore score,
                       const GivenAnswers& answers, Instant now) {
    PainReading reading;
    reading.id = new_id(now);
    reading.session_id = session.id;
    reading.moment = moment;
    reading.score = score;
    reading.felt = session.started;
    if (moment != Moment::before) reading.felt.at = session.ended_at.value_or(session.started.at);
    if (moment != Moment::peak) {
        reading.site = answers.site;
        reading.side = answers.side;
    }
    return reading;
}

}  // namespace

Millis share_of(Millis whole, double share) {
    return Millis(std::llround(static_cast<double>(whole.count()) * share));
}

double parse_share(const std::string& text) {
    std::string_view number = text;
    if (number.ends_with('%')) number.remove_suffix(1);
    const auto percent = parse_number<int>(number).value_or(0);
    if (percent >= 1 && percent <= 100) return percent / 100.0;
    throw Error(
        fmt::format("--done: '{}' is no share of the work. Expected 1% to 100%.", shown(text)));
}

Change change_of(const ReportedSession& reported, Instant now) {
    const Timeline timeline = compile(reported.prescription);
    Change change;
    change.now = now;
    Session session = session_of(reported, timeline, now);
    session.prescription_hash = remember(reported.prescription, change);
    const auto sets = sets_of(reported, timeline, session, now);
    finish(session, reported, timeline, sets);
    change.put.emplace_back(session);
    for (const auto& set : sets) change.put.emplace_back(set);
    const auto add = [&](Moment moment, PainScore score) -> PainReading& {
        change.put.emplace_back(reading_of(session, moment, score, reported.answers, now));
        return std::get<PainReading>(change.put.back());
    };
    const GivenAnswers& answers = reported.answers;
    if (answers.pain_before) add(Moment::before, *answers.pain_before);
    if (answers.pain_after) add(Moment::after, *answers.pain_after);
    for (const auto& [exercise, score] : answers.peaks) {
        if (score) add(Moment::peak, *score).exercise = exercise;
    }
    return change;
}

}  // namespace hipflow
