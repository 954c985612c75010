// SPDX-License-Identifier: MIT
#include "report/today_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "coach/grouping.h"
#include "domain/names.h"
#include "domain/near_day.h"
#include "domain/wording.h"
#include "report/day_account_text.h"
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
    if (!prescription || !brief.timeline) return with_capital(brief.session.nothing_left);
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
    const bool more = std::ranges::any_of(
        glance.plans, [&](const auto& state) { return state.next == glance.now.local_day; });
    const bool all = !glance.plans.empty() && !more;
    const std::string_view what = all ? "all that is planned" : "a session";
    std::string text = glance_line(style.paint(Tint::green, "Done today"), what, style);
    if (glance.session) text += advice_line(glance.session->advice, style);
    return text;
}

std::string today_lines(const today::Glance& glance, const Style& style) {
    if (glance.no_session) {
        return glance_line("Today", *glance.no_session, style) + advice_line(glance.advice, style);
    }
    if (glance.done_today) return done_lines(glance, style);
    if (glance.session) {
        std::string text = brief_lines(*glance.session, style);
        if (glance.in_place) text += glance_line("", *glance.in_place, style);
        if (glance.sore) {
            text += glance_line("",
                                fmt::format("You told pain {} today: the start asks again, and "
                                            "offers less at that score.",
                                            glance.sore->value()),
                                style);
        }
        return text;
    }
    return glance_line("Today", glance.trouble, style);
}

/// Returns whether 'start' would lead to a session.
bool can_start(const today::Glance& glance) {
    const bool nothing_left = glance.session && !glance.session->session.prescription &&
                              !glance.session->session.rests_for_pain();
    return !glance.no_session && glance.trouble.empty() && !nothing_left;
}

std::string last_lines(const today::Glance& glance, const Style& style) {
    if (!glance.last) {
        std::string text = "No session yet.";
        if (can_start(glance)) text += " 'hipflow start --rehearse' shows what one is like.";
        return paragraph(text, style.columns);
    }
    const Session& session = *glance.last;
    const today::SessionRecord record{session, {}, glance.readings, {}, {}, {}};
    std::string text =
        glance_line("Last session",
                    fmt::format("{}, {}: {}", session.routine,
                                near_moment(session.started, glance.now), how_it_went(record)),
                    style);
    if (const auto pain = pain_words(record, style)) {
        text += glance_line("", "Pain " + *pain, style);
    }
    return text;
}

std::string nothing_next(const schedule::ScheduleState& state) {
    const bool unreadable = schedule::unreadable_from(state.plan, state.today) != nullptr;
    return unreadable ? "its rule cannot be read, see 'hipflow schedule show'" : "nothing more";
}

/// The command for what the plan without a name asks for where the routine of the day keeps only
/// its own.
std::string command_for(const today::OtherRoutine& another) {
    return another.other ? "hipflow start " + *another.other : "hipflow routine list";
}

/// When the plan without a name asks for a session next, and what would keep it.
std::string next_unnamed(const schedule::ScheduleState& state, const today::Glance& glance) {
    std::string next = next_words(state, glance.now).value_or(nothing_next(state));
    if (!glance.another || state.next != glance.now.local_day) return next;
    return fmt::format("{}; {} keeps only its own plan, so {}: {}", next, glance.another->not_of,
                       glance.another->other ? "a routine without a plan of its own today, such as"
                                             : "choose a routine without a plan of its own today",
                       command_for(*glance.another));
}

/// Today's session keeps a plan, or may: else another is to be started.
std::string invited_command(const today::Glance& glance) {
    const bool by_itself =
        !glance.another || std::ranges::any_of(glance.plans, [&](const auto& state) {
            return state.plan.routine == glance.another->not_of &&
                   state.next == glance.now.local_day;
        });
    return by_itself ? "hipflow start" : command_for(*glance.another);
}

/// How a session of a routine's own plan is started, or why it cannot be.
std::string own_invitation(const std::string& routine, const today::PlansInTrouble& troubles) {
    const auto trouble = troubles.find(routine);
    if (trouble == troubles.end()) return ": hipflow start " + routine;
    return fmt::format("; it cannot start: {}", trouble->second);
}

/// When a routine's own plan asks for it, how it was kept, and how it is started.
std::string own_plan_words(const schedule::ScheduleState& state, const today::Glance& glance,
                           const today::PlansInTrouble& troubles) {
    const std::string routine = state.plan.routine.value_or("");
    std::string words =
        routine + ": " + next_words(state, glance.now).value_or(nothing_next(state));
    if (state.adherence.planned() > 0) words += "; " + adherence_words(state.adherence);
    const bool asks = state.next == glance.now.local_day && !glance.no_session;
    return asks ? words + own_invitation(routine, troubles) : words;
}

/// Whether the plan without a name has something to say of what it asks for next.
bool has_next(const schedule::ScheduleState& state, Stamp now) {
    return next_words(state, now) || schedule::unreadable_from(state.plan, state.today) != nullptr;
}

/// The plan without a name in two lines, each of the others in one.
std::string plans_lines(const today::Glance& glance, const today::PlansInTrouble& troubles,
                        const Style& style) {
    std::string text;
    std::string_view label = "Also planned";
    if (glance.plans.empty()) return text;
    if (const auto paused = paused_words(glance.plans.front().plan, glance.now.local_day)) {
        return glance_line("Plan", "paused " + *paused, style);
    }
    for (const auto& state : glance.plans) {
        if (!state.plan.routine) {
            if (has_next(state, glance.now)) {
                text += glance_line("Planned", next_unnamed(state, glance), style);
            }
            text += glance_line("Plan", adherence_words(state.adherence), style);
            continue;
        }
        if (text.empty()) label = "Planned";
        text +=
            glance_line(std::exchange(label, ""), own_plan_words(state, glance, troubles), style);
    }
    return text;
}

}  // namespace

std::string glance_text(const today::Glance& glance, const Style& style,
                        const today::PlansInTrouble& troubles) {
    const Day today = glance.now.local_day;
    std::string text =
        fmt::format("{} {}\n", short_weekday(std::chrono::weekday(today)), short_day(today));
    text += today_lines(glance, style) + last_lines(glance, style);
    const auto line = [&](std::string_view label, std::string_view words) {
        text += glance_line(label, words, style);
    };
    if (glance.unfinished) line("Not finished", today::description(*glance.unfinished, glance.now));
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
    text += plans_lines(glance, troubles, style);
    if (!can_start(glance)) return text;
    const std::string_view invitation = glance.done_today ? "Once more" : "To start";
    return text + glance_line(style.paint(Tint::green, invitation), invited_command(glance), style);
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

/// A usual score that lies between two is named by both: nobody has half points.
std::string usual_words(double usual) {
    const int low = static_cast<int>(std::floor(usual));
    const int high = static_cast<int>(std::ceil(usual));
    return low == high ? fmt::format("{}", low) : fmt::format("{} to {}", low, high);
}

/// Sentences of one kind, as one paragraph.
std::string run_on(const std::vector<std::string>& sentences, const Style& style) {
    if (sentences.empty()) return {};
    return paragraph(fmt::format("{}", fmt::join(sentences, " ")), style.columns);
}

/// The sentence of many exercises that names none is not for whoever asks for their names.
bool points_to_this_answer(const coach::CoachReason& reason) {
    return reason.exercise.empty() && reason.text.find("'hipflow why'") != std::string::npos;
}

/// Why a session is as it is: the gate, then what changed, and the rest of the exercises.
std::string session_reasons(const today::Explained& explained, const Style& style) {
    constexpr std::size_t several = 3;
    const coach::CoachRecord& record = explained.record;
    std::string text;
    if (!explained.at_the_start.empty()) {
        text += paragraph(explained.at_the_start, style.columns);
    } else if (record.gate) {
        text += paragraph(*record.gate, style.columns);
    }
    if (record.cap)
        text += fmt::format("This week of the program: level {} at most.\n", *record.cap);
    std::vector<coach::CoachReason> changes;
    for (const auto& reason : record.reasons) {
        if (reason.change && !points_to_this_answer(reason)) changes.push_back(reason);
    }
    for (const auto& sentence : coach::grouped(changes, several)) {
        text += paragraph(sentence, style.columns);
    }
    for (const auto& limit : explained.limits) text += paragraph(limit, style.columns);
    for (const auto& sentence :
         coach::sentences_on_the_rest(record.reasons, explained.entered_by_hand)) {
        text += paragraph(sentence, style.columns);
    }
    return text;
}

/// Why there is no session today, without a word that calls for one.
std::string no_session_reasons(const today::Explained& explained, const Style& style) {
    std::string text;
    if (explained.record.gate) text += paragraph(*explained.record.gate, style.columns);
    for (const auto& limit : explained.limits) text += paragraph(limit, style.columns);
    return text;
}

/// The same of today: what the day is comes first, and what would change it last.
std::string day_reasons(const today::Explained& explained, const today::DayAccount& account,
                        const Style& style) {
    if (account.kind == today::DayKind::no_session) return no_session_reasons(explained, style);
    std::string text = run_on(what_today_is(account), style);
    std::vector<std::string> facts = facts_of(account, style);
    if (explained.usual) {
        facts.push_back(
            fmt::format("In the mornings pain is usually {}.", usual_words(*explained.usual)));
    }
    text += run_on(facts, style);
    text += session_reasons(explained, style);
    const auto changes = what_would_change_it(account);
    text += "What would change it:\n";
    for (const auto& change : changes) text += "- " + paragraph(change, style.columns, 2);
    return text;
}

/// Why one exercise is as it is: the sentence, what would change it, and the readings of each side
/// behind it.
std::string exercise_reasons(const today::Explained& explained, const std::string& exercise,
                             const Style& style) {
    const coach::CoachRecord& record = explained.record;
    std::string text;
    std::string given = exercise;
    bool begins = false;
    const auto change =
        std::ranges::find(explained.for_person, exercise, &today::ForPerson::planned);
    const bool changed = change != explained.for_person.end();
    if (changed) text += paragraph(change->text, style.columns);
    const bool is_out = changed && !change->given;  // then there is nothing more to say
    for (const auto& reason : record.reasons) {
        if (reason.exercise != exercise) continue;
        if (!is_out) text += paragraph(reason.text, style.columns);
        given = reason.given.value_or(given);
        begins = reason.rule == coach::CoachRule::begins;
    }
    if (explained.account) {
        text += run_on(outlook_sentences(*explained.account, exercise, begins), style);
    }
    const auto state = std::ranges::find(record.states, given, &coach::ExerciseState::exercise);
    if (state != record.states.end()) return text + readings_text(*state);
    const auto earlier =
        std::ranges::find(record.earlier, exercise, &coach::EarlierState::exercise);
    return earlier == record.earlier.end() ? text : text + readings_text(*earlier);
}

}  // namespace

std::string explained_text(const today::Explained& explained,
                           const std::optional<std::string>& exercise, const Style& style) {
    const coach::CoachRecord& record = explained.record;
    std::string text = explained.title + '\n';
    if (exercise) {
        text += exercise_reasons(explained, *exercise, style);
    } else if (explained.account) {
        text += day_reasons(explained, *explained.account, style);
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
