// SPDX-License-Identifier: MIT
#include "catalog/setting_kinds.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "catalog/exercise_fields.h"
#include "catalog/restriction_table.h"
#include "domain/names.h"
#include "domain/time.h"
#include "text/utf8.h"

namespace hipflow::catalog {
namespace {

using std::chrono::minutes;
using Texts = std::vector<std::string>;

enum class WeekStart { monday, sunday };

constexpr auto words_of(WeekStart /*unused*/) {
    return std::to_array<std::string_view>({"monday", "sunday"});
}

constexpr std::size_t clock_characters = 5;  // "22:00"

/// Reads "04:00" as minutes after midnight, up to 06:00.
std::optional<minutes> read_day_start(TableReader& fields) {
    constexpr minutes latest{6 * 60};
    const auto text = fields.text("day_starts");
    if (!text) return {};
    const auto time = parse_time_of_day(*text);
    if (time && text->size() == clock_characters && *time <= latest) {
        return std::chrono::duration_cast<minutes>(*time);
    }
    fields.refuse(fields.place_of("day_starts"),
                  fmt::format(R"('day_starts' is "{}", expected a time from "00:00" to "06:00")",
                              shown(*text)));
    return {};
}

/// Reads "22:00" as minutes after midnight.
std::optional<minutes> read_clock_time(TableReader& fields, std::string_view key,
                                       const TableReader::PlacedText& text) {
    const auto time = parse_time_of_day(text.text);
    if (time && text.text.size() == clock_characters) {
        return std::chrono::duration_cast<minutes>(*time);
    }
    fields.refuse(text.place, fmt::format(R"('{}' holds "{}", expected a time such as "22:00")",
                                          key, shown(text.text)));
    return {};
}

std::optional<Texts> read_restrictions(TableReader& fields) {
    if (!fields.has("restrictions")) return {};
    Texts ids;
    for (auto& [id, place] : fields.placed_texts("restrictions")) {
        const RestrictionTable& table = shipped_restrictions();
        if (table.find(id) == nullptr) fields.refuse(place, no_such_restriction(table, id));
        ids.push_back(std::move(id));
    }
    return ids;
}

/// Reads whatever somebody would call: "112", "+44 999", "112, or 116 117 by day".
std::optional<std::string> read_emergency_number(TableReader& fields) {
    constexpr std::size_t longest = 60;
    auto number = fields.text("emergency_number");
    if (!number) return {};
    const bool has_digit =
        std::ranges::any_of(*number, [](char c) { return c >= '0' && c <= '9'; });
    if (has_digit && number->size() <= longest) return number;
    fields.refuse(fields.place_of("emergency_number"),
                  fmt::format(R"('emergency_number' is "{}", expected a number to call, such as )"
                              R"("112"; without the key it is your local emergency number)",
                              shown(*number)));
    return {};
}

/// Reads quiet = ["22:00", "06:00"], or [] for no quiet hours.
bool read_quiet_hours(TableReader& fields, ReminderSettings& remind) {
    if (!fields.has("quiet")) return false;
    const auto texts = fields.placed_texts("quiet");
    if (texts.empty()) {
        remind.quiet_from = remind.quiet_to = minutes(0);
        return true;
    }
    if (texts.size() != 2) {
        fields.refuse(fields.place_of("quiet"),
                      R"('quiet' is a list of two times, such as ["22:00", "06:00"], or empty)");
        return false;
    }
    const auto from = read_clock_time(fields, "quiet", texts.front());
    const auto to = read_clock_time(fields, "quiet", texts.back());
    if (!from || !to) return false;
    remind.quiet_from = *from;
    remind.quiet_to = *to;
    return true;
}

std::string show_quiet_hours(const ReminderSettings& remind) {
    if (remind.quiet_from == remind.quiet_to) return "[]";
    return fmt::format("[{}, {}]", show_clock_time(remind.quiet_from),
                       show_clock_time(remind.quiet_to));
}

std::optional<minutes> read_reminder_time(TableReader& fields) {
    const auto text = fields.text("at");
    if (!text) return {};
    return read_clock_time(fields, "at", {*text, fields.place_of("at")});
}

std::optional<minutes> read_grace(TableReader& fields) {
    using namespace std::chrono_literals;
    const auto grace = fields.duration("grace", {1min, 12h});
    if (!grace) return {};
    return std::chrono::duration_cast<minutes>(*grace);
}

}  // namespace

void check_pain(TableReader& fields, const Settings& settings) {
    const PainThresholds& pain = settings.pain;
    if (pain.before_gentle > pain.before_rest || pain.before_rest > pain.before_refuse) {
        fields.refuse(fields.place(),
                      fmt::format("'before_gentle', 'before_rest' and 'before_refuse' are {}, {} "
                                  "and {}, expected each to be at least as high as the one before",
                                  pain.before_gentle, pain.before_rest, pain.before_refuse));
    }
    if (pain.before_rise_gentle > pain.before_rise_rest) {
        fields.refuse(fields.place(),
                      fmt::format("'before_rise_gentle' and 'before_rise_rest' are {} and {}, "
                                  "expected the second to be at least as high as the first",
                                  pain.before_rise_gentle, pain.before_rise_rest));
    }
}

void check_coach(TableReader& fields, const Settings& settings) {
    const CoachThresholds& coach = settings.coach;
    if (coach.days_to_bottom > coach.days_to_lower || coach.days_to_lower > coach.days_to_restart) {
        fields.refuse(
            fields.place(),
            fmt::format("'days_to_bottom', 'days_to_lower' and 'days_to_restart' are {}, {} and "
                        "{}, expected each to be at least as high as the one before",
                        coach.days_to_bottom, coach.days_to_lower, coach.days_to_restart));
    }
}

std::optional<int> read_number(TableReader& fields, const Setting& setting) {
    if (setting.basis.empty()) return fields.number(setting.key, setting.limits);
    constexpr Limits<int> any{0, 100};
    const auto value = fields.number(setting.key, any);
    const auto [least, most] = setting.limits;
    if (!value || (*value >= least && *value <= most)) return value;
    fields.refuse(fields.place_of(setting.key),
                  fmt::format("'{}' is {}, expected {} to {}: {}", setting.key, *value, least, most,
                              setting.basis));
    return {};
}

std::optional<std::string> read_id(TableReader& fields, const Setting& setting) {
    return read_link(fields, setting.key);
}

std::optional<Texts> read_list(TableReader& fields, const Setting& setting) {
    return fields.has(setting.key) ? std::optional(fields.texts(setting.key)) : std::nullopt;
}

std::optional<std::optional<Millis>> read_wait(TableReader& fields, std::string_view key) {
    constexpr std::string_view usual = "auto";
    if (fields.is_text(key) && fields.any_text(key) == usual) return std::optional<Millis>();
    if (!fields.has(key)) {
        fields.knows(key);
        return std::nullopt;
    }
    const auto wait = fields.duration(key, gap_limits);
    return wait ? std::optional(wait) : std::nullopt;
}

std::string show_text(const std::string& text) { return fmt::format("\"{}\"", text); }

std::string show_list(const Texts& texts) {
    Texts quoted;
    quoted.reserve(texts.size());
    for (const auto& text : texts) quoted.push_back(show_text(text));
    return fmt::format("[{}]", fmt::join(quoted, ", "));
}

std::string show_clock_time(minutes value) {
    return fmt::format("\"{:02}:{:02}\"", value.count() / 60, value.count() % 60);
}

const SettingKind day_start_kind = {
    [](TableReader& fields, const Setting& /*setting*/, Settings& settings) {
        return store_value(read_day_start(fields), settings.day_starts);
    },
    [](const Settings& settings) { return show_clock_time(settings.day_starts); }};

const SettingKind week_start_kind = {
    [](TableReader& fields, const Setting& setting, Settings& settings) {
        const auto start = fields.word<WeekStart>(setting.key);
        if (!start) return false;
        settings.week_starts =
            *start == WeekStart::sunday ? std::chrono::Sunday : std::chrono::Monday;
        return true;
    },
    [](const Settings& settings) { return show_text(weekday_word(settings.week_starts)); }};

const SettingKind restrictions_kind = {
    [](TableReader& fields, const Setting& /*setting*/, Settings& settings) {
        return store_value(read_restrictions(fields), settings.restrictions);
    },
    [](const Settings& settings) { return show_list(settings.restrictions.value_or(Texts{})); }};

const SettingKind emergency_number_kind = {
    [](TableReader& fields, const Setting& /*setting*/, Settings& settings) {
        return store_value(read_emergency_number(fields), settings.emergency_number);
    },
    [](const Settings& settings) { return show_text(settings.emergency_number); }};

const SettingKind quiet_hours_kind = {
    [](TableReader& fields, const Setting& /*setting*/, Settings& settings) {
        return read_quiet_hours(fields, settings.remind);
    },
    [](const Settings& settings) { return show_quiet_hours(settings.remind); }};

const SettingKind reminder_time_kind = {
    [](TableReader& fields, const Setting& /*setting*/, Settings& settings) {
        return store_value(read_reminder_time(fields), settings.remind.at);
    },
    [](const Settings& settings) { return show_clock_time(settings.remind.at); }};

const SettingKind grace_kind = {
    [](TableReader& fields, const Setting& /*setting*/, Settings& settings) {
        return store_value(read_grace(fields), settings.remind.grace);
    },
    [](const Settings& settings) { return show_text(format_duration(settings.remind.grace)); }};

}  // namespace hipflow::catalog
