// SPDX-License-Identifier: MIT
#include "report/glance_text.h"

#include <fmt/format.h>

#include <utility>

#include "domain/names.h"
#include "text/wrap.h"

namespace hipflow {
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

std::string last_lines(const SessionRecord& record, const Stamp& now, const Style& style) {
    const Session& session = record.session;
    std::string text =
        glance_line("Last session",
                    fmt::format("{}, {} {}: {}", session.routine,
                                day_words(session.started.local_day, now.local_day),
                                format_time_of_day(session.started.at, session.started.utc_offset),
                                how_it_went(record)),
                    style);
    if (const auto pain = pain_words(record, style))
        text += glance_line("", "Pain " + *pain, style);
    return text;
}

}  // namespace

std::string glance_line(std::string_view label, std::string_view text, const Style& style) {
    constexpr int label_columns = 14;
    return labelled(padded(label, label_columns), text, style.columns);
}

std::string glance_text(const Glance& glance, const Style& style) {
    std::string text;
    const auto line = [&](std::string_view label, std::string_view words) {
        text += glance_line(label, words, style);
    };
    if (glance.last) {
        text += last_lines(*glance.last, glance.now, style);
    } else {
        text += paragraph("No session yet. 'hipflow start --rehearse' shows what one is like.",
                          style.columns);
    }
    if (glance.unfinished) line("Not finished", *glance.unfinished);
    if (glance.morning_owed) {
        line("Owed", fmt::format("the morning score after {}: hipflow log morning 0-10",
                                 format_day(*glance.morning_owed)));
    }
    std::string label = "Program";
    for (const auto& sentence : glance.program) line(std::exchange(label, ""), sentence);
    if (glance.planned) line("Planned", *glance.planned);
    if (glance.kept) line("Plan", *glance.kept);
    if (glance.no_session) return text;
    text += fmt::format("{}      hipflow start\n", style.paint(Tint::green, "To start"));
    return text;
}

}  // namespace hipflow
