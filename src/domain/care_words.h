// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/words.h"

namespace hipflow {

// clang-format off
/// The sentences about pain and safety: the keys of care/<language>.toml, in the order of that file.
enum class Care {
    about, ask_first, first_run_more, first_run_read, in_doubt, emergency_number,
    now_heading, now_signs, today_heading, today_signs, days_heading, days_signs,
    appointment_heading, appointment_signs, session_heading, session_signs, session_stronger,
    clearance, ask_clearance, not_cleared, ask_news, news, ask_saddle, yes_no, told_numbness,
    told_gave_way, told_weakness, told_emergency, ask_morning_today, ask_morning_after,
    is_it, morning_kinds, bad_morning, gentle_day_choice, ask_pain_now, no_pain, ten,
    ten_brief, ask_site, site_choice, ask_side, side_choice, ask_furthest, furthest_choice,
    ask_stays, sites, sides, down_to, enter_no_answer, enter_begins, enter_takes,
    enter_begins_with, as_this_morning, as_last_time, pain_now, pain_compared, steady_usual,
    steady_less, steady_close, pain_was, pain_was_earlier, gate_gentle, gate_rest,
    gate_move, gate_flare, rest_choice, move_choice, beyond_rest, gentle_choice,
    before_session, before_steady, before_high, ask_hurts, kinds, ask_peak, ease_off, ease_off_alone, stopped, further,
    numbness, gave_way, second_red, go_on, easier, stop_exercise, finish_here, red_choice,
    emergency, weakness, help, help_list, leg_signs, severe_ten, severe_score,
    severe_before, severe_during, severe_position, severe_list, severe_help, ask_pain_after,
    just_said, ask_hurt_more, ask_hurt_more_others, ask_hurt_another, none_hurt,
    stays_further, more_than_before, measure_stop_at, ask_pain_measured, measure_stopped, last_flare,
    last_rest, last_leg_signs, last_severe, last_help, last_uncleared, last_nothing_left,
    rest_today, gave_way_today, severe_today, refer_flares, refer_retired, refer_high,
    refer_risen, refer_unchanged, today, yesterday, tomorrow, on_weekday, days_ago, on_date,
    weekdays, part_today, part_yesterday, part_of_weekday, usual_between,
};
constexpr auto words_of(Care /*unused*/) {
    return std::to_array<std::string_view>(
        {"about", "ask_first", "first_run_more", "first_run_read", "in_doubt",
         "emergency_number", "now_heading", "now_signs", "today_heading", "today_signs",
         "days_heading", "days_signs", "appointment_heading", "appointment_signs",
         "session_heading", "session_signs", "session_stronger", "clearance", "ask_clearance", "not_cleared",
         "ask_news", "news", "ask_saddle", "yes_no", "told_numbness", "told_gave_way",
         "told_weakness", "told_emergency", "ask_morning_today", "ask_morning_after",
         "is_it", "morning_kinds", "bad_morning", "gentle_day_choice", "ask_pain_now",
         "no_pain", "ten", "ten_brief", "ask_site", "site_choice", "ask_side",
         "side_choice", "ask_furthest", "furthest_choice", "ask_stays", "sites", "sides",
         "down_to", "enter_no_answer", "enter_begins", "enter_takes", "enter_begins_with",
         "as_this_morning", "as_last_time", "pain_now", "pain_compared", "steady_usual",
         "steady_less", "steady_close", "pain_was", "pain_was_earlier", "gate_gentle",
         "gate_rest", "gate_move", "gate_flare", "rest_choice", "move_choice",
         "beyond_rest", "gentle_choice", "before_session", "before_steady", "before_high", "ask_hurts", "kinds",
         "ask_peak", "ease_off", "ease_off_alone", "stopped", "further", "numbness",
         "gave_way", "second_red", "go_on", "easier", "stop_exercise", "finish_here",
         "red_choice", "emergency", "weakness", "help", "help_list", "leg_signs",
         "severe_ten", "severe_score", "severe_before", "severe_during",
         "severe_position", "severe_list", "severe_help", "ask_pain_after", "just_said",
         "ask_hurt_more", "ask_hurt_more_others", "ask_hurt_another", "none_hurt",
         "stays_further", "more_than_before", "measure_stop_at", "ask_pain_measured", "measure_stopped",
         "last_flare", "last_rest", "last_leg_signs", "last_severe", "last_help",
         "last_uncleared", "last_nothing_left", "rest_today", "gave_way_today",
         "severe_today", "refer_flares", "refer_retired", "refer_high", "refer_risen",
         "refer_unchanged", "today", "yesterday", "tomorrow", "on_weekday", "days_ago",
         "on_date", "weekdays", "part_today", "part_yesterday", "part_of_weekday",
         "usual_between"});
}
// clang-format on

/// What takes the place of the names in braces: {{"number", "..."}}.
using CareValues = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// The sentences about pain and safety in one language. Those that it lacks are in English.
struct CareWords {
    std::string language;  // "en"
    /// A sentence is a list of one; a list has as many as the code expects of it.
    std::array<std::vector<std::string>, words_of(Care{}).size()> by_key;

    const std::vector<std::string>& list(Care key) const {
        return by_key.at(static_cast<std::size_t>(key));
    }
    std::vector<std::string>& list(Care key) { return by_key.at(static_cast<std::size_t>(key)); }
    /// Returns a sentence with its names replaced; empty if it is missing.
    std::string say(Care key, CareValues values = {}) const;
};

/// A usual score in words: "3", and "3 to 4" for one that lies between two. Nobody has half points.
std::string usual_words(double usual, const CareWords& words);

}  // namespace hipflow
