// SPDX-License-Identifier: MIT
#include "today/beginnings.h"

#include <algorithm>

#include "coach/day.h"
#include "domain/error.h"
#include "today/desk.h"
#include "today/routine_source.h"
#include "today/todays_session.h"

namespace hipflow::today {
namespace {

using session::Experience;

constexpr const char* experience_name = "exercises";  // of the preference
constexpr const char* settings_key = "routine";       // of the routine
constexpr int first_ones = 6;                         // sessions

bool is_written(const Settings& settings) {
    const auto origin = settings.origin.find(settings_key);
    return origin != settings.origin.end() && origin->second != "default";
}

/// Returns whether most exercises of the first routine were comfortable at the top of their bands.
bool has_learnt_most(Desk& desk, const store::Store& history) {
    try {
        const catalog::RoutineFile source = find_routine(desk.library(), first_routine);
        const auto exercise = lookup_of(desk.library(), source);
        const coach::Knowledge knowledge =
            knowledge_for(&history, source.routine, exercise, desk.now().local_day);
        const auto& steps = source.routine.steps;
        const auto learnt = std::ranges::count_if(steps, [&](const Step& step) {
            const auto known = knowledge.exercises.find(step.exercise);
            return known != knowledge.exercises.end() && known->second.state.topped;
        });
        return 2 * static_cast<std::size_t>(learnt) > steps.size();
    } catch (const Error& error) {
        if (error.code() == ExitCode::storage) throw;
        return false;
    }
}

}  // namespace

std::optional<Experience> told_experience(const store::Store& store) {
    for (const auto& preference : store.preferences()) {
        if (preference.subject != PreferenceSubject::experience) continue;
        return preference.rule == PreferenceRule::has ? Experience::used_to_this
                                                      : Experience::new_to_this;
    }
    return std::nullopt;
}

std::pair<std::string, PreferenceRule> experience_rule(Experience experience) {
    return {experience_name,
            experience == Experience::used_to_this ? PreferenceRule::has : PreferenceRule::has_not};
}

bool is_newcomer(const store::Store* history) {
    if (history == nullptr || told_experience(*history) != Experience::new_to_this) return false;
    return history->kept_with_work(first_ones) < first_ones ||
           !history->has_work_of(Settings{}.routine);
}

Beginning beginning_of(Desk& desk, std::optional<Experience> said) {
    const Settings& settings = desk.settings();
    if (is_written(settings)) return Beginning::settled;
    const store::Store* history = desk.history();
    if (!said && history != nullptr) said = told_experience(*history);
    if (said == Experience::used_to_this) return Beginning::settled;
    if (history == nullptr || !history->last_with_work()) return Beginning::first_session;
    const bool has_kept = history->kept_with_work(first_ones) == first_ones;
    auto ids = desk.library().earlier_ids(settings.routine);
    ids.push_back(settings.routine);
    const bool was_done =
        std::ranges::any_of(ids, [&](const auto& id) { return history->has_work_of(id); });
    if (was_done) return Beginning::settled;
    if (!said) return has_kept ? Beginning::moves_on : Beginning::first_sessions;
    return has_learnt_most(desk, *history) ? Beginning::has_learnt : Beginning::new_to_this;
}

std::string default_routine(Desk& desk, Beginning beginning) {
    switch (beginning) {
        case Beginning::first_session:
        case Beginning::first_sessions:
        case Beginning::new_to_this:
            return first_routine;
        case Beginning::settled:
        case Beginning::moves_on:
        case Beginning::has_learnt:
            break;
    }
    return desk.settings().routine;
}

std::string_view beginning_words(Beginning beginning) {
    switch (beginning) {
        case Beginning::first_session:
            return "You begin with the gentle form. 'hipflow start hip-rotation' takes the full "
                   "one, and 'routine = \"hip-rotation\"' in the settings always does.";
        case Beginning::moves_on:
            return "You have kept six sessions, so today's is the full form; 'hipflow start "
                   "hip-rotation-gentle' keeps to the gentle one.";
        case Beginning::has_learnt:
            return "Most of the gentle exercises have become comfortable, so today's session is "
                   "the full form; 'hipflow start hip-rotation-gentle' keeps to the gentle one.";
        case Beginning::settled:
        case Beginning::first_sessions:
        case Beginning::new_to_this:
            break;
    }
    return {};
}

std::string_view beginning_origin(Beginning beginning) {
    switch (beginning) {
        case Beginning::first_session:
        case Beginning::first_sessions:
            return "default, for the first six sessions";
        case Beginning::new_to_this:
            return "default, for somebody new to this";
        case Beginning::settled:
        case Beginning::moves_on:
        case Beginning::has_learnt:
            break;
    }
    return {};
}

}  // namespace hipflow::today
