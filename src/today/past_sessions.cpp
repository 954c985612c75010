// SPDX-License-Identifier: MIT
#include "today/past_sessions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <map>
#include <set>
#include <utility>
#include <variant>

#include "domain/error.h"
#include "platform/random.h"
#include "session/timeline.h"
#include "today/days.h"
#include "today/desk.h"
#include "today/hearing.h"

namespace hipflow::today {
namespace {

store::Store& recorded_history(Desk& desk) {
    store::Store* store = desk.history();
    if (store == nullptr) throw Error("no session is recorded yet", ExitCode::nothing);
    return *store;
}

bool clears(const Correction& correction, Clearable what) {
    return std::ranges::count(correction.clear, what) != 0;
}

void require_any(const Correction& correction) {
    const session::GivenAnswers& answers = correction.answers;
    const bool any = answers.pain_before || answers.pain_after || answers.site || answers.side ||
                     answers.furthest || answers.hurt_more || answers.effort || answers.note ||
                     correction.reason || correction.done || correction.at ||
                     !correction.clear.empty();
    if (any) return;
    throw Error(
        "say what to correct: --pain-before, --pain-after, --hurt, --effort, --note, --reason, "
        "--done or --at, or --clear for what is not known.");
}

void require_no_contradiction(const Correction& correction) {
    const session::GivenAnswers& answers = correction.answers;
    const auto given = std::to_array<std::pair<Clearable, bool>>(
        {{Clearable::effort, answers.effort.has_value()},
         {Clearable::hurt, answers.hurt_more.has_value()},
         {Clearable::note, answers.note.has_value()},
         {Clearable::pain_before, answers.pain_before.has_value()},
         {Clearable::pain_after, answers.pain_after.has_value()},
         {Clearable::reason, correction.reason.has_value()}});
    for (const auto& [what, is_given] : given) {
        if (is_given && clears(correction, what)) {
            throw Error(fmt::format("--{0} and --clear {0} contradict each other", word(what)));
        }
    }
    const bool place = answers.site || answers.side || answers.furthest;
    if (place && !answers.pain_before && !answers.pain_after) {
        throw Error(
            "--site, --side and --furthest say where a score was felt: give --pain-before or "
            "--pain-after with them");
    }
}

void require_finished(const Session& session) {
    if (session.status != SessionStatus::in_progress) return;
    throw Error(
        "this session is not finished. 'hipflow start' goes on with it, keeps or discards "
        "it; after that it can be corrected.");
}

/// Throws Error for a session that was timed: what the timer saw is not corrected by hand.
void require_reported(const Session& session, std::string_view option) {
    if (session.source == Source::reported) return;
    throw Error(
        fmt::format("{}: hipflow timed this session, so when and how much are known. Only a "
                    "session that was entered by hand can be changed there.",
                    option));
}

/// How long a reported session takes in whole, and how long this one took, if it took other than
/// its share of that.
TimeTaken time_taken(Desk& desk, const store::Store& store, const Session& session) {
    const auto prescription = store.prescription(session.prescription_hash.value_or(""));
    if (!prescription) return {.total = session.active, .told = session.active};
    const Millis total =
        session::compile(*prescription, AskPeak::at_the_end, hearing_for(desk, *prescription))
            .total;
    const bool its_share = session.active == time_for(session, session.done, total);
    return {.total = total, .told = its_share ? std::nullopt : std::optional(session.active)};
}

void correct_amount(Desk& desk, const store::Store& store, Session& session,
                    const Correction& correction) {
    if (!correction.done) return;
    require_reported(session, "--done");
    if (!store.sets_of(session.id).empty()) {
        throw Error(
            "--done: this session was entered exercise by exercise. Use 'hipflow session remove', "
            "and enter it again.");
    }
    const TimeTaken taken = time_taken(desk, store, session);
    set_amount(session, share_of(session.planned, correction.done->value), taken);
}

void correct_time(Desk& desk, Session& session, const Correction& correction) {
    if (!correction.at) return;
    require_reported(session, "--at");
    const Stamp at = moment_at(desk, correction.at);
    if (session.ended_at) *session.ended_at += at.at - session.started.at;
    session.started = at;
}

void correct_answers(Session& session, const Correction& correction) {
    const session::GivenAnswers& answers = correction.answers;
    if (answers.effort) session.effort = answers.effort;
    if (answers.hurt_more) session.hurt_more = answers.hurt_more;
    if (answers.note) session.note = answers.note;
    if (correction.reason) session.reason = correction.reason;
    if (clears(correction, Clearable::effort)) session.effort.reset();
    if (clears(correction, Clearable::hurt)) session.hurt_more.reset();
    if (clears(correction, Clearable::note)) session.note.reset();
    if (clears(correction, Clearable::reason)) session.reason.reset();
}

/// Moves what was felt at the start of a session with its start, and the rest with its end.
template <typename Felt>
std::vector<Felt> moved_along(std::vector<Felt> felt, const Session& before, const Session& after) {
    if (after.started == before.started && after.ended_at == before.ended_at) return felt;
    const Millis by_start = after.started.at - before.started.at;
    const Millis by_end =
        before.ended_at && after.ended_at ? *after.ended_at - *before.ended_at : by_start;
    for (auto& one : felt) {
        const Instant at = one.felt.at + (one.moment == Moment::before ? by_start : by_end);
        one.felt = after.started;
        one.felt.at = at;
    }
    return felt;
}

/// Puts those that were moved, unless the change puts or removes them already.
template <typename Felt>
void put_others(const std::vector<Felt>& before, const std::vector<Felt>& after,
                store::Change& change) {
    std::set<std::string> known;
    for (const auto& record : change.put) {
        std::visit([&](const auto& put) { known.insert(put.id); }, record);
    }
    for (const auto& gone : change.del) known.insert(gone.id);
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (after[i] != before[i] && !known.contains(after[i].id))
            change.put.emplace_back(after[i]);
    }
}

/// The corrected scores of a session, added to the change that corrects it.
class ScoreCorrections {
   public:
    ScoreCorrections(const Session& session, std::vector<PainReading> readings,
                     const Correction& correction, store::Change& change)
        : session_(session),
          readings_(std::move(readings)),
          correction_(correction),
          change_(change) {}

    void correct_all() {
        const session::GivenAnswers& answers = correction_.answers;
        correct(Moment::before, answers.pain_before, Clearable::pain_before);
        correct(Moment::after, answers.pain_after, Clearable::pain_after);
        correct_peaks();
    }

   private:
    std::vector<PainReading> known(Moment moment) const {
        std::vector<PainReading> found;
        std::ranges::copy_if(readings_, std::back_inserter(found), [&](const PainReading& r) {
            return r.moment == moment && !r.exercise;
        });
        return found;
    }

    /// The score that is meant, among several the one at the place given; a new one where there is
    /// none.
    PainReading reading_for(Moment moment, std::string_view option) const {
        auto candidates = known(moment);
        if (candidates.size() > 1) {
            std::erase_if(candidates,
                          [&](const PainReading& r) { return r.site != correction_.answers.site; });
            if (candidates.size() != 1) {
                throw Error(
                    fmt::format("--{}: there are scores for several places; name the one "
                                "that is wrong with --site",
                                option));
            }
        }
        if (!candidates.empty()) return candidates.front();
        return fresh_reading(moment);
    }

    PainReading fresh_reading(Moment moment) const {
        Stamp felt = session_.started;
        if (moment != Moment::before && session_.ended_at) felt.at = *session_.ended_at;
        PainReading fresh = new_reading(moment, PainReading{}.score, {}, {}, felt, change_.now);
        fresh.session_id = session_.id;
        return fresh;
    }

    void correct(Moment moment, std::optional<PainScore> score, Clearable what) {
        if (clears(correction_, what)) remove(known(moment));
        if (!score) return;
        const PainReading before = reading_for(moment, word(what));
        PainReading reading = before;
        reading.score = *score;
        if (correction_.answers.site) reading.site = correction_.answers.site;
        if (correction_.answers.side) reading.side = correction_.answers.side;
        const auto furthest =
            correction_.answers.furthest ? correction_.answers.furthest : reading.furthest;
        if (furthest) reading.furthest = further_of(reading.site, *furthest);
        const bool is_new = std::ranges::count(readings_, reading.id, &PainReading::id) == 0;
        if (is_new || reading != before) change_.put.emplace_back(std::move(reading));
    }

    /// --hurt says all that is to be known of it: recorded peaks that are not named go.
    void correct_peaks() {
        const session::GivenAnswers& answers = correction_.answers;
        if (!answers.hurt_more && !clears(correction_, Clearable::hurt)) return;
        std::map<std::string, PainScore> wanted;
        for (const auto& [exercise, score] : answers.peaks) {
            if (score) wanted.insert_or_assign(exercise, *score);
        }
        for (const auto& reading : readings_) {
            if (reading.moment != Moment::peak) continue;
            const auto same = wanted.find(reading.exercise.value_or(""));
            if (same != wanted.end() && same->second == reading.score) {
                wanted.erase(same);
            } else {
                remove({reading});
            }
        }
        for (const auto& [exercise, score] : wanted) {
            PainReading peak = fresh_reading(Moment::peak);
            peak.exercise = exercise;
            peak.score = score;
            change_.put.emplace_back(std::move(peak));
        }
    }

    void remove(const std::vector<PainReading>& readings) {
        for (const auto& reading : readings) change_.del.push_back(store::name_of(reading));
    }

    const Session& session_;
    std::vector<PainReading> readings_;
    const Correction& correction_;
    store::Change& change_;
};

}  // namespace

namespace {

/// The scores of the morning that follows a day, oldest first.
std::vector<PainReading> morning_after(const store::Store& store, Day day) {
    auto scores = store.morning_scores_of(day);
    std::ranges::reverse(scores);
    return scores;
}

}  // namespace

Session named_session(Desk& desk, const std::string& name) {
    const store::Store& store = recorded_history(desk);
    // Days by name are for people; the store knows dates.
    const auto day = PastDay::from_text(name);
    return store.find_session(day ? format_day(day->one_day_on(desk.now().local_day)) : name);
}

SessionRecord record_of(const store::Store& store, const Session& session) {
    SessionRecord record{session,
                         store.sets_of(session.id),
                         store.readings_of(session.id),
                         store.symptoms_of(session.id),
                         std::nullopt,
                         store.recorded_times(session.id),
                         morning_after(store, session.started.local_day)};
    if (session.prescription_hash) {
        record.prescription = store.prescription(*session.prescription_hash);
    }
    return record;
}

std::vector<std::string> exercises_of(const store::Store& store, const Session& session) {
    std::set<std::string> ids;
    for (const auto& set : store.sets_of(session.id)) ids.insert(set.exercise);
    if (const auto plan = store.prescription(session.prescription_hash.value_or(""))) {
        for (const auto& step : plan->steps) ids.insert(step.work.exercise.id);
    }
    return {ids.begin(), ids.end()};
}

Corrected correct_session(Desk& desk, const Session& session, const Correction& correction) {
    store::Store& store = recorded_history(desk);
    require_any(correction);
    require_no_contradiction(correction);
    require_finished(session);
    Corrected corrected{{}, session, {}};
    store::Change& change = corrected.change;
    change.now = desk.clock().wall();
    correct_amount(desk, store, corrected.session, correction);
    correct_time(desk, corrected.session, correction);
    if (correction.at) require_ended(corrected.session, change.now, "Name an earlier time.");
    correct_answers(corrected.session, correction);
    if (corrected.session != session) change.put.emplace_back(corrected.session);
    const auto known = store.readings_of(session.id);
    const auto readings = moved_along(known, session, corrected.session);
    ScoreCorrections(corrected.session, readings, correction, change).correct_all();
    put_others(known, readings, change);
    const auto symptoms = store.symptoms_of(session.id);
    put_others(symptoms, moved_along(symptoms, session, corrected.session), change);
    if (change.put.empty() && change.del.empty()) return corrected;
    store.commit(change);
    corrected.step = store.history_of(session.id).back();
    return corrected;
}

HistoryStep remove_session(Desk& desk, const Session& session) {
    store::Store& store = recorded_history(desk);
    require_finished(session);
    store::Change change;
    change.now = desk.clock().wall();
    for (const auto& set : store.sets_of(session.id)) change.del.push_back(store::name_of(set));
    for (const auto& reading : store.readings_of(session.id))
        change.del.push_back(store::name_of(reading));
    for (const auto& symptom : store.symptoms_of(session.id))
        change.del.push_back(store::name_of(symptom));
    change.del.push_back(store::name_of(session));
    store.commit(change);
    return store.history_of(session.id).back();
}

}  // namespace hipflow::today
