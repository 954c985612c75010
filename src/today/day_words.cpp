// SPDX-License-Identifier: MIT
#include "today/day_words.h"

#include <fmt/format.h>

#include "domain/names.h"
#include "domain/number.h"
#include "platform/clock.h"
#include "text/utf8.h"

namespace hipflow::today {
namespace {

using namespace std::chrono_literals;

/// Throws Error for a date, with a time or without, that lies outside of what can be recorded.
void require_in_range(std::string_view text) {
    if (!beyond_range(text)) return;
    throw Error(
        fmt::format("'{}' lies outside of what the history holds, {} to {}. Is the year right?",
                    shown(text), format_day(earliest_day), format_day(latest_day)));
}

/// A word or date that both past and coming days know.
std::optional<DayWord> day_word(std::string_view text) {
    if (text == "today") return std::chrono::days(0);
    if (text == "yesterday") return std::chrono::days(-1);
    for (unsigned i = 0; i < 7; ++i) {
        const std::chrono::weekday weekday(i);
        if (text == weekday_word(weekday)) return weekday;
    }
    if (const auto day = parse_day(text)) return *day;
    require_in_range(text);
    return std::nullopt;
}

/// The day that is meant; of a weekday the last one.
Day latest(const DayWord& word, Day today) {
    if (const auto* date = std::get_if<Day>(&word)) return *date;
    if (const auto* distance = std::get_if<std::chrono::days>(&word)) return today + *distance;
    return week_of(today, std::get<std::chrono::weekday>(word));
}

/// The date by the clock on the wall: before the hour at which the day starts, hipflow's day is the
/// one before.
Day calendar_day(const Stamp& now) { return local_day(now.at, now.utc_offset, 0min); }

std::optional<Millis> time_of_day(std::string_view text) {
    // People write 7:30.
    if (text.find(':') == 1) return parse_time_of_day('0' + std::string(text));
    return parse_time_of_day(text);
}

}  // namespace

std::optional<PastDay> PastDay::from_text(std::string_view text) {
    const auto word = day_word(text);
    return word ? std::optional(PastDay(*word)) : std::nullopt;
}

Day PastDay::on(Day today) const { return latest(word_, today); }

std::optional<ComingDay> ComingDay::from_text(std::string_view text) {
    if (text == "tomorrow") return ComingDay(std::chrono::days(1));
    const auto word = day_word(text);
    return word ? std::optional(ComingDay(*word)) : std::nullopt;
}

Day ComingDay::on(Day today) const {
    const Day day = latest(word_, today);
    const bool weekday = std::holds_alternative<std::chrono::weekday>(word_);
    return weekday && day < today ? day + std::chrono::days(7) : day;
}

std::optional<LastDays> LastDays::from_text(std::string_view text) {
    constexpr int most = 1000;
    const int count = take_number<int>(text).value_or(0);
    const bool known = text == "d" || text == "w" || text == "m" || text == "y";
    if (!known || count < 1 || count > most) return std::nullopt;
    return LastDays(count, text.front());
}

Day LastDays::first_day(Day last_day) const {
    using namespace std::chrono;
    const year_month_day date(last_day);
    const auto valid = [](year_month_day d) {
        return Day(d.ok() ? d : d.year() / d.month() / last);
    };
    if (unit_ == 'd') return last_day - days(count_ - 1);
    if (unit_ == 'w') return last_day - days(7 * count_ - 1);
    if (unit_ == 'm') return valid(date - months(count_)) + days(1);
    return valid(date - years(count_)) + days(1);
}

std::optional<PastMoment> PastMoment::from_text(std::string_view text) {
    PastMoment moment;
    moment.text_ = text;
    moment.exact_ = parse_instant(text);
    if (moment.exact_) return moment;
    require_in_range(text);
    moment.time_ = time_of_day(text);
    if (moment.time_) return moment;
    const auto gap = text.find_first_of(" T");
    moment.day_ = PastDay::from_text(text.substr(0, gap));
    if (!moment.day_) return std::nullopt;
    if (gap == std::string_view::npos) return moment;
    moment.time_ = time_of_day(text.substr(gap + 1));
    if (!moment.time_) return std::nullopt;
    return moment;
}

Error PastMoment::refused(std::string_view why) const {
    return Error(fmt::format("--at: '{}' {}", shown(text_), why));
}

/// Even the first hours of 1970 are of a day that cannot be recorded.
Stamp PastMoment::recordable(const Stamp& moment) const {
    if (is_recordable(moment.at, moment.utc_offset) && is_recordable(moment.local_day)) {
        return moment;
    }
    throw refused(fmt::format("is on {}, and the history holds {} to {}. Is the year right?",
                              format_day(moment.local_day), format_day(earliest_day),
                              format_day(latest_day)));
}

Stamp PastMoment::on(const Stamp& now, std::chrono::minutes day_starts) const {
    if (exact_) {
        if (exact_->at > now.at) throw refused("is in the future");
        return recordable({exact_->at, exact_->utc_offset,
                           local_day(exact_->at, exact_->utc_offset, day_starts)});
    }
    const Day today = calendar_day(now);
    const Day day = day_ ? day_->on(today) : today;
    const auto at = platform::local_instant(day, time_.value_or(12h));
    if (!at) throw refused("does not exist: the clocks went forward past it");
    if (*at <= now.at) return recordable(platform::stamp(*at, day_starts));
    const bool only_today = !time_ && day == today;
    if (!only_today) throw refused("is in the future");
    return now;
}

}  // namespace hipflow::today
