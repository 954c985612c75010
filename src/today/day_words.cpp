// SPDX-License-Identifier: MIT
#include "today/day_words.h"

#include <fmt/format.h>

#include "platform/clock.h"
#include "text/utf8.h"

namespace hipflow::today {
namespace {

using namespace std::chrono_literals;

/// Of a whole week the last day; else the same as day_meant().
Day end_meant(const DayWord& word, Day today) {
    const Day first = day_meant(word, today);
    return std::holds_alternative<WholeWeek>(word) ? first + std::chrono::days(6) : first;
}

/// The date by the clock on the wall: before the hour at which the day starts, hipflow's day is the
/// one before.
Day calendar_day(const Stamp& now) { return local_day(now.at, now.utc_offset, 0min); }

std::optional<Millis> time_of_day(std::string_view text) {
    // People write 7:30.
    if (text.find(':') == 1) return parse_time_of_day('0' + std::string(text));
    return parse_time_of_day(text);
}

/// Where a time may begin behind a day: at the last space, or at a T between two digits.
std::optional<std::size_t> gap_before_time(std::string_view text) {
    constexpr std::size_t length_of_date = 10;
    const bool marked = text.size() > length_of_date + 1 &&
                        (text[length_of_date] == 'T' || text[length_of_date] == 't') &&
                        parse_day(text.substr(0, length_of_date));
    if (marked) return length_of_date;
    const auto space = text.rfind(' ');
    return space == std::string_view::npos ? std::nullopt : std::optional(space);
}

}  // namespace

std::optional<PastDay> PastDay::from_text(std::string_view text, std::string_view time) {
    const auto word = read_day(text, time);
    if (!word) return std::nullopt;
    const auto* distance = std::get_if<std::chrono::days>(&*word);
    const bool to_come = distance != nullptr && distance->count() > 0;
    return to_come ? std::nullopt : std::optional(PastDay(*word));
}

Day PastDay::on(Day today) const { return day_meant(word_, today); }

Day PastDay::end_on(Day today) const { return end_meant(word_, today); }

Day PastDay::one_day_on(Day today) const {
    if (std::holds_alternative<WholeWeek>(word_)) {
        throw Error(fmt::format("a whole week is named, {} to {}: name one of its days",
                                format_day(on(today)), format_day(end_on(today))));
    }
    return on(today);
}

bool PastDay::is_relative() const {
    return std::holds_alternative<std::chrono::days>(word_) || std::holds_alternative<Span>(word_);
}

std::optional<ComingDay> ComingDay::from_text(std::string_view text) {
    const auto word = read_day(text);
    return word ? std::optional(ComingDay(*word)) : std::nullopt;
}

Day ComingDay::on(Day today) const {
    const Day day = day_meant(word_, today);
    const bool weekday = std::holds_alternative<std::chrono::weekday>(word_);
    return weekday && day < today ? day + std::chrono::days(7) : day;
}

Day ComingDay::end_on(Day today) const {
    const bool week = std::holds_alternative<WholeWeek>(word_);
    return week ? end_meant(word_, today) : on(today);
}

std::optional<LastDays> LastDays::from_text(std::string_view text) {
    const auto span = read_span(text);
    return span ? std::optional(LastDays(*span)) : std::nullopt;
}

Day LastDays::first_day(Day last_day) const {
    return span_.before(last_day) + std::chrono::days(1);
}

std::optional<PastMoment> PastMoment::from_text(std::string_view text) {
    PastMoment moment;
    moment.text_ = text;
    moment.exact_ = parse_instant(text);
    if (moment.exact_) return moment;
    if (beyond_range(text)) throw outside_of_history(text);
    moment.time_ = time_of_day(text);
    if (moment.time_) return moment;
    if (const auto gap = gap_before_time(text)) {
        const auto time = text.substr(*gap + 1);
        moment.time_ = time_of_day(time);
        if (moment.time_) moment.day_ = PastDay::from_text(text.substr(0, *gap), time);
    }
    if (!moment.time_) moment.day_ = PastDay::from_text(text);
    return moment.day_ ? std::optional(moment) : std::nullopt;
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

/// The date on the clock that is meant.
Day PastMoment::date_on(const Stamp& now, std::chrono::minutes day_starts) const {
    const Day today = now.local_day;
    const Day day = day_ ? day_->one_day_on(today) : today;
    const bool still_night = calendar_day(now) > today;
    const bool of_night = time_ && *time_ < day_starts && (!day_ || day_->is_relative());
    return still_night && of_night ? day + std::chrono::days(1) : day;
}

Stamp PastMoment::on(const Stamp& now, std::chrono::minutes day_starts) const {
    if (exact_) {
        if (exact_->at > now.at) throw refused("is in the future");
        return recordable({exact_->at, exact_->utc_offset,
                           local_day(exact_->at, exact_->utc_offset, day_starts)});
    }
    const Day day = date_on(now, day_starts);
    const auto at = platform::local_instant(day, time_.value_or(12h));
    if (!at) throw refused("does not exist: the clocks went forward past it");
    if (*at <= now.at) return recordable(platform::stamp(*at, day_starts));
    const bool only_today = !time_ && day == now.local_day;
    if (!only_today) throw refused("is in the future");
    return now;
}

}  // namespace hipflow::today
