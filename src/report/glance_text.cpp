// SPDX-License-Identifier: MIT
#include "report/glance_text.h"

#include <fmt/format.h>

#include <utility>

#include "domain/names.h"
#include "report/library_text.h"
#include "report/program_text.h"
#include "report/schedule_text.h"
#include "report/session_text.h"
#include "report/stats_words.h"
#include "text/layout.h"

namespace hipflow::report {
namespace {

/// "today", "yesterday", "on Friday", "12 days ago".
std::string day_words(Day day, Day today) {
    const auto ago = (today - day).count();
    if (ago == 0) return "today";
    if (ago == 1) return "yesterday";
    if (ago > 1 && ago < 7) {
        return fmt::format("on {}", weekday_name(std::chrono::weekday(day)));
    }
    if (ago >= 7) return fmt::format("{} days ago", ago);
    return fmt::format("on {}", format_day(day));
}

/// A line of the glance: its subject, and what is said of it in as many lines as that takes.
std::string glance_line(std::string_view label, std::string_view text, const Style& style) {
    constexpr int label_columns = 14;
    return labelled(padded(label, label_columns), text, style.columns);
}

std::string session_words(const Prescription& prescription, const session::Timeline& timeline) {
    return fmt::format("{}, {}, {} exercises", prescription.name, total_text(timeline),
                       prescription.steps.size());
}

std::string brief_lines(const today::SessionBrief& brief, const Style& style) {
    const auto& prescription = brief.session.prescription;
    std::string text =
        glance_line("Today",
                    prescription && brief.timeline ? session_words(*prescription, *brief.timeline)
                                                   : brief.session.nothing_left,
                    style);
    for (const auto& change : brief.changes) text += glance_line("", change, style);
    if (brief.advice) text += glance_line("Worth asking", *brief.advice, style);
    return text;
}

std::string today_lines(const today::Glance& glance, const Style& style) {
    if (glance.no_session) return glance_line("Today", *glance.no_session, style);
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
                                day_words(session.started.local_day, glance.now.local_day),
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
        line("Owed", fmt::format("the morning score after {}: hipflow log morning 0-10",
                                 format_day(*glance.morning_owed)));
    }
    if (glance.program) {
        std::string_view label = "Program";
        for (const auto& sentence :
             program_sentences(glance.program->program, glance.program->today)) {
            line(std::exchange(label, ""), sentence);
        }
    }
    if (glance.schedule) {
        if (const auto next = next_words(*glance.schedule)) line("Planned", *next);
        line("Plan", adherence_words(glance.schedule->adherence));
    }
    if (glance.no_session) return text;
    return text + fmt::format("{}      hipflow start\n", style.paint(Tint::green, "To start"));
}

}  // namespace hipflow::report
