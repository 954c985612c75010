// SPDX-License-Identifier: MIT
#include "domain/near_day.h"

#include <fmt/format.h>

#include "domain/names.h"

namespace hipflow {
namespace {

constexpr int week = 7;

enum class PartOfDay { morning, afternoon, evening, night };

/// What comes after midnight and still belongs to the day before is its night.
PartOfDay part_of(const Stamp& time) {
    using std::chrono::hours;
    const auto local = time.at.time_since_epoch() + time.utc_offset;
    const auto midnight = std::chrono::floor<std::chrono::days>(local);
    const auto clock = local - midnight;
    if (Day(midnight) > time.local_day || clock >= hours(22)) return PartOfDay::night;
    if (clock < hours(12)) return PartOfDay::morning;
    return clock < hours(18) ? PartOfDay::afternoon : PartOfDay::evening;
}

std::string_view part_word(PartOfDay part) {
    if (part == PartOfDay::morning) return "morning";
    if (part == PartOfDay::afternoon) return "afternoon";
    return part == PartOfDay::evening ? "evening" : "night";
}

/// The date on the wall.
Day clock_date(const Stamp& time) { return local_day(time.at, time.utc_offset, {}); }

}  // namespace

std::string near_day(Day day, Day today) {
    const auto ago = (today - day).count();
    if (ago == 0) return "today";
    if (ago == 1) return "yesterday";
    if (ago == -1) return "tomorrow";
    if (ago > 1 && ago < week) return fmt::format("on {}", weekday_name(std::chrono::weekday(day)));
    if (ago >= week) return fmt::format("{} days ago", ago);
    return fmt::format("on {}", format_day(day));
}

std::string near_time(const Stamp& time, Day today) {
    const auto ago = (today - time.local_day).count();
    const PartOfDay part = part_of(time);
    if (ago < 0 || ago >= week) return near_day(time.local_day, today);
    if (part == PartOfDay::night && ago < 2) return ago == 0 ? "tonight" : "last night";
    if (ago == 0) return fmt::format("this {}", part_word(part));
    return fmt::format("{} {}", near_day(time.local_day, today), part_word(part));
}

std::string clock_moment(const Stamp& time) {
    return fmt::format("{} {}", format_day(clock_date(time)),
                       format_time_of_day(time.at, time.utc_offset));
}

std::string near_moment(const Stamp& time, const Stamp& now) {
    const bool still_night = clock_date(now) > now.local_day;
    const bool counted_from_today = still_night && (now.local_day - time.local_day).count() < 2;
    const Day day = counted_from_today ? time.local_day : clock_date(time);
    return fmt::format("{} {}", near_day(day, now.local_day),
                       format_time_of_day(time.at, time.utc_offset));
}

std::string counts_for(const Stamp& time) {
    if (clock_date(time) == time.local_day) return {};
    return fmt::format(", counts for {}", format_day(time.local_day));
}

std::string near_day(Day day, Day today, const CareWords& words) {
    const auto ago = (today - day).count();
    if (ago == 0) return words.say(Care::today);
    if (ago == 1) return words.say(Care::yesterday);
    if (ago == -1) return words.say(Care::tomorrow);
    if (ago > 1 && ago < week) {
        const auto weekday = std::chrono::weekday(day).c_encoding();
        return words.say(Care::on_weekday, {{"day", words.list(Care::weekdays).at(weekday)}});
    }
    if (ago >= week) return words.say(Care::days_ago, {{"n", std::to_string(ago)}});
    return words.say(Care::on_date, {{"day", format_day(day)}});
}

std::string near_time(const Stamp& time, Day today, const CareWords& words) {
    const auto ago = (today - time.local_day).count();
    const auto part = static_cast<std::size_t>(part_of(time));
    if (ago < 0 || ago >= week) return near_day(time.local_day, today, words);
    if (ago == 0) return words.list(Care::part_today).at(part);
    if (ago == 1) return words.list(Care::part_yesterday).at(part);
    std::string text = words.list(Care::part_of_weekday).at(part);
    const auto weekday = std::chrono::weekday(time.local_day).c_encoding();
    constexpr std::string_view name = "{day}";
    const auto at = text.find(name);
    if (at != std::string::npos) {
        text.replace(at, name.size(), words.list(Care::weekdays).at(weekday));
    }
    return text;
}

}  // namespace hipflow
