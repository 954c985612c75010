// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "coach/colour.h"
#include "domain/records.h"
#include "domain/time.h"

namespace hipflow {

// What hipflow says about pain, after CONTENT 3.4 to 3.7: it describes and gives an action; it
// never diagnoses, promises or alarms, and names no emergency number.

/// Under what name and version the first-run text is acknowledged.
inline constexpr std::string_view first_run_text = "first-run";
inline constexpr int first_run_version = 1;

/// Paragraphs to be wrapped by whoever shows them.
std::vector<std::string> first_run_words();

/// A list with the heading that says what to do about its items.
struct SafetyList {
    std::string heading;
    std::vector<std::string> items;
};
/// In the order of urgency: now, soon, some day; then when to stop a session.
std::vector<SafetyList> safety_lists();

std::string_view before_words();      // shown before each session
std::string_view stopped_words();     // when an exercise ends for pain
std::string_view second_red_words();  // it was the second in one session
std::string_view further_words();     // symptoms moved further down the leg
std::string_view numbness_words();    // tingling or numbness during an exercise
std::string_view emergency_words();   // weakness, or an item of the emergency list

std::string_view emergency_now_words();  // the same, told before a session
std::string_view new_numbness_words();   // new tingling or numbness, told before a session
/// Before the first session after one that ended for such a sign.
std::string clearance_words(Day day);

/// When the gentle day takes the place of the planned session, after a bad morning.
std::string bad_morning_words(Day day);

/// What is said when the gate turns the session into something else; nothing for Gate::none.
std::string_view gate_words(Gate gate);

/// What is said after a score or symptom during an exercise; nothing for green and grey.
std::string_view colour_words(const Exposure& exposure, Colour colour);

}  // namespace hipflow
