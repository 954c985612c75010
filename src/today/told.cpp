// SPDX-License-Identifier: MIT
#include "today/told.h"

#include <algorithm>

#include "coach/grouping.h"
#include "coach/prescribe_words.h"
#include "domain/error.h"
#include "store/coach_record.h"

namespace hipflow::today {
namespace {

/// Sessions entered later or rested were not set: a few are passed over.
constexpr int looked_at = 10;

/// What the newest of these sessions was set as.
std::optional<Prescription> last_set(const store::Store& history, store::Filter filter) {
    filter.limit = looked_at;
    for (const Session& session : history.sessions(filter)) {
        if (!session.prescription_hash) continue;
        if (auto found = history.prescription(*session.prescription_hash)) return found;
    }
    return std::nullopt;
}

bool is_among(const std::vector<std::string>& lines, std::string_view line) {
    return std::ranges::find(lines, line) != lines.end();
}

/// True if a session gave the same in place of an exercise, or nothing as well.
bool has_same(const Prescription& session, const ForPerson& change) {
    const auto step =
        std::ranges::find(session.steps, change.planned, &PrescribedStep::planned_exercise);
    if (step == session.steps.end()) return !change.given;
    return change.given == step->work.exercise.id;
}

}  // namespace

std::optional<Prescription> told_before(const store::Store* history, const Prescription& session) {
    if (history == nullptr) return std::nullopt;
    auto last = last_set(*history, {.routine = session.routine});
    if (!last || last->restrictions != session.restrictions) return std::nullopt;
    return last;
}

bool knows_restrictions(const store::Store* history, const std::vector<std::string>& restrictions) {
    if (history == nullptr) return false;
    const auto last = last_set(*history, {});
    return last && last->restrictions == restrictions;
}

bool is_told_this_week(const store::Store& history, const std::string& gate, Day today,
                       std::chrono::weekday week_starts) {
    const auto sessions = history.sessions({.since = week_of(today, week_starts), .until = today});
    return std::ranges::any_of(sessions, [&](const Session& session) {
        try {
            const auto record = store::coach_record(session);
            return record && record->gate == gate;
        } catch (const Error&) {
            return false;  // written by another version
        }
    });
}

std::vector<std::string> limits_to_tell(const TodaysSession& session,
                                        const std::optional<Prescription>& told) {
    if (!session.prescription) return {};
    std::vector<std::string> lines;
    std::vector<std::string> done;  // reasons in whose place a line stands
    bool is_old = false;
    for (const auto& change : session.for_person) {
        done.push_back(change.reason);
        if (told && has_same(*told, change)) {
            is_old = true;
        } else {
            lines.push_back(change.text);
        }
    }
    if (is_old) lines.push_back(summed_up(session.for_person));
    const auto reasons_then = told ? all_reasons(*told) : std::vector<std::string>{};
    for (auto& reason : all_reasons(*session.prescription)) {
        const bool is_no_news = reason == coach::moved_to_bed && is_among(reasons_then, reason);
        if (!is_no_news && !is_among(done, reason)) lines.push_back(std::move(reason));
    }
    return lines;
}

std::vector<std::string> sentences_to_tell(const TodaysSession& session,
                                           const std::optional<Prescription>& told) {
    constexpr std::size_t several = 3;
    std::vector<coach::CoachReason> changes;
    for (const auto& reason : session.record.reasons) {
        if (reason.change) changes.push_back(reason);
    }
    std::vector<std::string> lines = coach::grouped(changes, several);
    for (auto& limit : limits_to_tell(session, told)) lines.push_back(std::move(limit));
    return lines;
}

std::vector<std::string> sentences_in_brief(const TodaysSession& session) {
    return sentences_to_tell(session, session.prescription);
}

}  // namespace hipflow::today
