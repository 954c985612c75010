// SPDX-License-Identifier: MIT
#include "report/history_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "domain/names.h"
#include "domain/near_day.h"
#include "domain/number.h"
#include "domain/time.h"
#include "report/session_text.h"

namespace hipflow::report {
namespace {

enum class Fate { came, changed, went };
constexpr std::array<std::string_view, 3> fate_words = {"added", "changed", "removed"};

Fate fate_of(const RecordChange& change) {
    if (!change.before) return Fate::came;
    return change.after ? Fate::changed : Fate::went;
}

std::string reading_place(const PainReading& reading) {
    std::string text;
    if (reading.site) text += fmt::format(", {}", word(*reading.site));
    if (reading.side) text += fmt::format(", {}", word(*reading.side));
    if (reading.furthest) text += fmt::format(", down to: {}", word(*reading.furthest));
    return text;
}

std::string days_words(const auto& stretch) {
    if (!stretch.to_day) return fmt::format(" from {}", format_day(stretch.from_day));
    if (*stretch.to_day == stretch.from_day)
        return fmt::format(" on {}", format_day(*stretch.to_day));
    return fmt::format(" from {} to {}", format_day(stretch.from_day), format_day(*stretch.to_day));
}

/// A record in words; empty for one that gets no line.
struct Title {
    std::string operator()(const Session& session) const {
        return fmt::format("session {} of {}", session.routine, clock_moment(session.started));
    }
    std::string operator()(const PerformedSet& set) const {
        return fmt::format("set {} of {}, {}", set.set_no, set.exercise, word(set.side));
    }
    std::string operator()(const PainReading& reading) const {
        const std::string day =
            reading.session_id ? "" : fmt::format(" of {}", format_day(reading.felt.local_day));
        const std::string exercise = reading.exercise ? ", " + *reading.exercise : "";
        return fmt::format("pain {}{}: {}{}{}", word(reading.moment), day, reading.score.value(),
                           exercise, reading_place(reading));
    }
    std::string operator()(const Symptom& symptom) const {
        return std::string(symptom_words(symptom.kind));
    }
    std::string operator()(const Preference& preference) const {
        if (preference.subject == PreferenceSubject::experience) {
            const bool used = preference.rule == PreferenceRule::has;
            return fmt::format("{} to exercises like these", used ? "used" : "new");
        }
        return fmt::format("{} {}: {}", word(preference.subject), preference.name,
                           word(preference.rule));
    }
    std::string operator()(const ScheduleVersion& version) const {
        return fmt::format("schedule{} from {}: {}",
                           version.routine ? " of " + *version.routine : "",
                           format_day(version.valid_from), version.rule);
    }
    std::string operator()(const Excuse& excuse) const {
        return fmt::format("{}{}{}", word(excuse.kind), days_words(excuse),
                           excuse.slot ? ", " + *excuse.slot : "");
    }
    std::string operator()(const Enrolment& enrolment) const {
        return fmt::format("program {}{}", enrolment.program, days_words(enrolment));
    }
    std::string operator()(const Activity& activity) const {
        return fmt::format("activity '{}'", activity.text);
    }
    std::string operator()(const Measurement& measurement) const {
        std::string text = fmt::format("{} of {}: {}", word(measurement.kind),
                                       format_day(measurement.taken.local_day), measurement.value);
        if (measurement.side) text += fmt::format(", {}", word(*measurement.side));
        if (measurement.movement) text += fmt::format(" {}", word(*measurement.movement));
        return text;
    }
    std::string operator()(const Acknowledgement& /*read*/) const { return {}; }
    std::string operator()(const PrescriptionSnapshot& /*known by its session*/) const {
        return {};
    }
};

std::string title_of(const RecordChange& change) {
    const Record* const record = change.newest();
    return record == nullptr ? "" : std::visit(Title{}, *record);
}

bool is_set(const RecordChange& change) {
    const Record* const record = change.newest();
    return record != nullptr && std::holds_alternative<PerformedSet>(*record);
}

/// Tells whether a member only follows others: from when and how much, or from its session.
bool follows_others(const RecordChange& change, const FieldChange& field) {
    constexpr std::array<std::string_view, 3> of_any = {"ended_at", "active_ms", "local_day"};
    if (std::ranges::count(of_any, field.name) != 0) return true;
    const Record* const record = change.newest();
    const auto* reading = record == nullptr ? nullptr : std::get_if<PainReading>(record);
    return field.name == "at" && reading != nullptr && reading->session_id.has_value();
}

/// A member in words: "work done: 1 min 48 s → 1 min 21 s".
std::string field_line(const FieldChange& field, const Style& style) {
    constexpr std::string_view milliseconds = "_ms";
    const bool lasts = field.name.ends_with(milliseconds);
    const auto known = [&](const std::optional<std::string>& value) -> std::string {
        if (!value) return "not known";
        const auto length = lasts ? parse_number<Millis::rep>(*value) : std::nullopt;
        return length ? spell_duration(Millis(*length)) : *value;
    };
    std::string name = field.name == "done_ms"      ? "work done"
                       : field.name == "started_at" ? "begun"
                                                    : field.name;
    return fmt::format("    {}: {} {} {}\n", name, known(field.before), style.unicode ? "→" : "->",
                       known(field.after));
}

/// Sets that were added, changed or removed, counted in a line.
std::string set_line(const HistoryStep& step, Fate fate) {
    const auto count = std::ranges::count_if(step.changes, [&](const RecordChange& change) {
        return is_set(change) && fate_of(change) == fate;
    });
    if (count == 0) return {};
    return fmt::format("  {}: {}\n", fate_words.at(static_cast<std::size_t>(fate)),
                       plural(count, "set"));
}

}  // namespace

std::string change_text(const HistoryStep& step, const Style& style) {
    std::string text;
    for (const auto& change : step.changes) {
        if (is_set(change)) continue;
        const Fate fate = fate_of(change);
        const std::string title = title_of(change);
        std::string fields;
        for (const auto& field : change.fields) {
            if (!follows_others(change, field)) fields += field_line(field, style);
        }
        if (title.empty() || (fate == Fate::changed && fields.empty())) continue;
        text += fmt::format("  {}: {}\n", fate_words.at(static_cast<std::size_t>(fate)), title);
        text += fields;
    }
    for (const Fate fate : {Fate::came, Fate::changed, Fate::went}) text += set_line(step, fate);
    return text;
}

std::string history_text(const std::vector<HistoryStep>& steps, std::chrono::seconds utc_offset,
                         const Style& style) {
    std::string text;
    for (const auto& step : steps) {
        text += style.heading(fmt::format("{}{}", clock_moment({step.recorded_at, utc_offset, {}}),
                                          step.undoes ? ", taken back" : ""));
        text += '\n' + change_text(step, style);
    }
    return text;
}

}  // namespace hipflow::report
