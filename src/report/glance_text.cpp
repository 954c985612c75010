// SPDX-License-Identifier: MIT
#include "report/glance_text.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "text/wrap.h"

namespace hipflow {
namespace {

/// "today", "yesterday", "on Friday", "12 days ago".
std::string day_words(Day day, Day today) {
    constexpr std::array<std::string_view, 7> weekdays = {
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    const auto ago = (today - day).count();
    if (ago == 0) return "today";
    if (ago == 1) return "yesterday";
    if (ago > 1 && ago < 7) {
        return fmt::format("on {}", weekdays.at(std::chrono::weekday(day).c_encoding()));
    }
    if (ago >= 7) return fmt::format("{} days ago", ago);
    return fmt::format("on {}", format_day(day));
}

std::string last_lines(const SessionRecord& record, const Stamp& now, const Style& style) {
    const Session& session = record.session;
    std::string text = fmt::format(
        "Last session  {}, {} {}: {}\n", session.routine,
        day_words(session.started.local_day, now.local_day),
        format_time_of_day(session.started.at, session.started.utc_offset), how_it_went(session));
    if (const auto pain = pain_words(record, style)) {
        text += fmt::format("              Pain {}\n", *pain);
    }
    return text;
}

}  // namespace

std::string glance_text(const Glance& glance, const Style& style) {
    std::string text;
    if (glance.last) {
        text += last_lines(*glance.last, glance.now, style);
    } else {
        text += "No session yet. 'hipflow start --rehearse' shows what one is like.\n";
    }
    if (glance.unfinished) text += fmt::format("Not finished  {}\n", *glance.unfinished);
    if (glance.morning_owed) {
        text += fmt::format("Owed          the morning score after {}: hipflow log morning 0-10\n",
                            format_day(*glance.morning_owed));
    }
    constexpr int label_columns = 14;
    std::string label = "Program";
    for (const auto& sentence : glance.program) {
        text += padded(std::exchange(label, ""), label_columns) +
                paragraph(sentence, style.columns, label_columns);
    }
    if (glance.planned) text += fmt::format("Planned       {}\n", *glance.planned);
    if (glance.kept) text += fmt::format("Plan          {}\n", *glance.kept);
    text += fmt::format("{}      hipflow start\n", style.paint(Tint::green, "To start"));
    return text;
}

}  // namespace hipflow
