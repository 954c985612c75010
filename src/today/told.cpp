// SPDX-License-Identifier: MIT
#include "today/told.h"

#include <algorithm>

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

}  // namespace

std::optional<Told> told_before(const store::Store* history, const Prescription& session) {
    if (history == nullptr) return std::nullopt;
    const auto last = last_set(*history, {.routine = session.routine});
    if (!last || last->restrictions != session.restrictions) return std::nullopt;
    return all_reasons(*last);
}

bool knows_restrictions(const store::Store* history, const std::vector<std::string>& restrictions) {
    if (history == nullptr) return false;
    const auto last = last_set(*history, {});
    return last && last->restrictions == restrictions;
}

bool is_told_this_week(const store::Store& history, const std::string& gate, Day today,
                       std::chrono::weekday week_starts) {
    const auto last =
        history.sessions({.since = week_of(today, week_starts), .until = today, .limit = 1});
    if (last.empty()) return false;
    try {
        const auto record = store::coach_record(last.front());
        return record && record->gate == gate;
    } catch (const Error&) {
        return false;  // written by another version
    }
}

std::vector<std::string> sentences_to_tell(const TodaysSession& session,
                                           const std::optional<Told>& told) {
    std::vector<std::string> lines;
    for (const auto& reason : session.record.reasons) {
        if (reason.change) lines.push_back(reason.text);
    }
    if (!session.prescription) return lines;
    bool is_summed_up = false;
    for (auto& line : all_reasons(*session.prescription)) {
        const bool heard = told && is_among(*told, line);
        const bool for_person =
            std::ranges::find(session.for_person, line, &ForPerson::text) !=
            session.for_person.end();
        if (heard && for_person) {
            if (!is_summed_up) lines.push_back(summed_up(session.for_person));
            is_summed_up = true;
        } else if (!heard || line != coach::moved_to_bed) {
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

std::vector<std::string> sentences_in_brief(const TodaysSession& session) {
    if (!session.prescription) return sentences_to_tell(session, std::nullopt);
    return sentences_to_tell(session, all_reasons(*session.prescription));
}

}  // namespace hipflow::today
