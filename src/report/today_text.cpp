// SPDX-License-Identifier: MIT
#include "report/today_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>
#include <vector>

#include "domain/names.h"
#include "domain/near_day.h"
#include "report/library_text.h"
#include "report/program_text.h"
#include "report/schedule_text.h"
#include "report/session_text.h"
#include "report/stats_words.h"
#include "text/layout.h"

namespace hipflow::report {
namespace {

/// A line of the glance: its subject, and what is said of it in as many lines as that takes.
std::string glance_line(std::string_view label, std::string_view text, const Style& style) {
    constexpr int label_columns = 14;
    return labelled(padded(label, label_columns), text, style.columns);
}

/// Today's session, or why there is none.
std::string session_words(const today::SessionBrief& brief) {
    const auto& prescription = brief.session.prescription;
    if (!prescription || !brief.timeline) return brief.session.nothing_left;
    return fmt::format("{}, {}, {}", prescription->name,
                       total_text(*prescription, *brief.timeline, brief.total_once_known),
                       plural(steps_once(*prescription), "exercise"));
}

/// A suggestion that is no news is left to the start of a session.
std::string advice_line(const std::optional<today::Referral>& advice, const Style& style) {
    if (!advice || advice->told_lately) return {};
    return glance_line("Worth asking", advice->words, style);
}

std::string brief_lines(const today::SessionBrief& brief, const Style& style) {
    std::string text = glance_line("Today", session_words(brief), style);
    for (const auto& change : brief.changes_in_brief) text += glance_line("", change, style);
    return text + advice_line(brief.advice, style);
}

/// Nothing is left to do; advice still counts.
std::string done_lines(const today::Glance& glance, const Style& style) {
    std::string text = glance_line("Today", style.paint(Tint::green, "done"), style);
    if (glance.session) text += advice_line(glance.session->advice, style);
    return text;
}

std::string today_lines(const today::Glance& glance, const Style& style) {
    if (glance.no_session) {
        return glance_line("Today", *glance.no_session, style) + advice_line(glance.advice, style);
    }
    if (glance.done_today) return done_lines(glance, style);
    if (glance.session) return brief_lines(*glance.session, style);
    return glance_line("Today", glance.trouble, style);
}

std::string last_lines(const today::Glance& glance, const Style& style) {
    if (!glance.last) {
        std::string text = "No session yet.";
        if (!glance.no_session) text += " 'hipflow start --rehearse' shows what one is like.";
        return paragraph(text, style.columns);
    }
    const Session& session = *glance.last;
    const today::SessionRecord record{session, {}, glance.readings, {}, {}, {}};
    std::string text =
        glance_line("Last session",
                    fmt::format("{}, {} {}: {}", session.routine,
                                near_day(session.started.local_day, glance.now.local_day),
                                format_time_of_day(session.started.at, session.started.utc_offset),
                                how_it_went(record)),
                    style);
    if (const auto pain = pain_words(record, style)) {
        text += glance_line("", "Pain " + *pain, style);
    }
    return text;
}

}  // namespace

std::string glance_text(const today::Glance& glance, const Style& style) {
    std::string text = today_lines(glance, style) + last_lines(glance, style);
    const auto line = [&](std::string_view label, std::string_view words) {
        text += glance_line(label, words, style);
    };
    if (glance.unfinished) line("Not finished", today::description(*glance.unfinished));
    if (glance.morning_owed) {
        line("Owed", fmt::format("the morning score after the session {}: hipflow log morning 0-10",
                                 near_day(*glance.morning_owed, glance.now.local_day)));
    }
    if (glance.program) {
        std::string_view label = "Program";
        for (const auto& sentence : program_sentences(*glance.program)) {
            line(std::exchange(label, ""), sentence);
        }
    }
    if (glance.schedule) {
        if (const auto next = next_words(*glance.schedule)) line("Planned", *next);
        line("Plan", adherence_words(glance.schedule->adherence));
    }
    if (glance.no_session) return text;
    const std::string_view invitation = glance.done_today ? "Once more" : "To start";
    return text + glance_line(style.paint(Tint::green, invitation), "hipflow start", style);
}

namespace {

std::string counted_words(const coach::Counted& counted) {
    std::string text = fmt::format("{} {}", short_day(counted.day), word(counted.colour));
    if (counted.before) text += fmt::format(", pain {} at the start", counted.before->value());
    if (counted.rise) text += fmt::format(", up by {}", *counted.rise);
    if (counted.effort) text += fmt::format(", {}", word(*counted.effort));
    return text;
}

std::string side_lines(std::string_view side, const coach::SideState& state) {
    std::string text;
    for (const auto& counted : state.counted) {
        text += fmt::format("  {:<14}{}\n", text.empty() ? side : "", counted_words(counted));
    }
    return text;
}

std::string morning_words(const coach::DayAfter& morning) {
    return fmt::format("after {} {}{}", short_day(morning.day),
                       morning.colour ? word(*morning.colour) : "not answered",
                       morning.inferred ? ", by the next session" : "");
}

/// Of a state of the coach, or an earlier one.
template <typename State>
std::string readings_text(const State& state) {
    std::string text;
    if (state.left == state.right) {
        text += side_lines("Both sides", state.left);
    } else {
        text += side_lines("Left", state.left) + side_lines("Right", state.right);
    }
    std::string mornings;
    for (const auto& morning : state.mornings) {
        mornings += (mornings.empty() ? "" : "; ") + morning_words(morning);
    }
    if (!mornings.empty()) text += fmt::format("  {:<14}{}\n", "Mornings", mornings);
    if (state.stepped_up) {
        text += fmt::format("  {:<14}{}\n", "Stepped up", short_day(*state.stepped_up));
    }
    return text;
}

/// The exercises of a sentence, and what it says of them.
struct OfExercises {
    std::vector<std::string> names;
    std::string says;
};

std::string sentence_of(const OfExercises& told) {
    if (told.names.empty()) return told.says;
    if (told.names.size() == 1) return fmt::format("{} stays: {}", told.names.front(), told.says);
    const std::vector<std::string> but_last(told.names.begin(), std::prev(told.names.end()));
    return fmt::format("{} and {} stay: {}", fmt::join(but_last, ", "), told.names.back(),
                       told.says);
}

/// Why exercises are as they were. Those that stay for the same reason share a sentence.
std::vector<std::string> unchanged_sentences(const std::vector<coach::CoachReason>& reasons) {
    constexpr std::string_view stays = " stays: ";
    std::vector<OfExercises> told;
    for (const auto& reason : reasons) {
        if (reason.change) continue;
        const auto at = reason.text.find(stays);
        if (at == std::string::npos) {
            told.push_back({{}, reason.text});
            continue;
        }
        const std::string says = reason.text.substr(at + stays.size());
        auto same = std::ranges::find_if(told, [&](const OfExercises& other) {
            return !other.names.empty() && other.says == says;
        });
        if (same == told.end()) same = told.insert(same, {{}, says});
        same->names.push_back(reason.text.substr(0, at));
    }
    std::vector<std::string> sentences;
    sentences.reserve(told.size());
    for (const auto& each : told) sentences.push_back(sentence_of(each));
    return sentences;
}

/// Why a session is as it is: the gate, then a sentence for each exercise, changes first.
std::string session_reasons(const today::Explained& explained, const Style& style) {
    const coach::CoachRecord& record = explained.record;
    std::string text;
    if (record.gate) text += paragraph(*record.gate, style.columns);
    if (record.cap)
        text += fmt::format("This week of the program: level {} at most.\n", *record.cap);
    for (const auto& reason : record.reasons) {
        if (reason.change) text += paragraph(reason.text, style.columns);
    }
    for (const auto& limit : explained.limits) text += paragraph(limit, style.columns);
    for (const auto& sentence : unchanged_sentences(record.reasons)) {
        text += paragraph(sentence, style.columns);
    }
    return text;
}

/// Why one exercise is as it is: the sentence, and the readings of each side behind it.
std::string exercise_reasons(const coach::CoachRecord& record, const std::string& exercise,
                             const Style& style) {
    std::string text;
    std::string given = exercise;
    for (const auto& reason : record.reasons) {
        if (reason.exercise != exercise) continue;
        text += paragraph(reason.text, style.columns);
        given = reason.given.value_or(given);
    }
    const auto state = std::ranges::find(record.states, given, &coach::ExerciseState::exercise);
    if (state != record.states.end()) return text + readings_text(*state);
    const auto earlier =
        std::ranges::find(record.earlier, exercise, &coach::EarlierState::exercise);
    return earlier == record.earlier.end() ? text : text + readings_text(*earlier);
}

/// A usual score that lies between two is named by both: nobody has half points.
std::string usual_words(double usual) {
    const int low = static_cast<int>(std::floor(usual));
    const int high = static_cast<int>(std::ceil(usual));
    return low == high ? fmt::format("{}", low) : fmt::format("{} to {}", low, high);
}

}  // namespace

std::string explained_text(const today::Explained& explained,
                           const std::optional<std::string>& exercise, const Style& style) {
    const coach::CoachRecord& record = explained.record;
    std::string text = explained.title + '\n';
    if (exercise) {
        text += exercise_reasons(record, *exercise, style);
    } else {
        if (explained.usual) {
            text +=
                fmt::format("In the mornings pain is usually {}.\n", usual_words(*explained.usual));
        }
        text += session_reasons(explained, style);
    }
    if (record.reasons.empty() && explained.limits.empty() && !record.gate)
        text += "No reasons were recorded for it.\n";
    return text;
}

}  // namespace hipflow::report
