// SPDX-License-Identifier: MIT
#include "schedule/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "domain/names.h"
#include "domain/number.h"
#include "domain/weekday.h"

namespace hipflow::schedule {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t most_slots = 6;
constexpr int most_days_apart = 30;
constexpr unsigned days_a_week = 7;

/// In lower case, with single spaces between words and none around commas and dashes.
std::string plain(std::string_view text) {
    constexpr std::string_view joints = ",-";
    std::string words;
    bool gap = false;
    for (const char c : text) {
        if (c == ' ' || c == '\t') {
            gap = true;
            continue;
        }
        const bool joins = joints.find(c) != std::string_view::npos ||
                           (!words.empty() && joints.find(words.back()) != std::string_view::npos);
        if (gap && !words.empty() && !joins) words += ' ';
        gap = false;
        words += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return words;
}

/// Takes the word before the first of `separators`, and consumes both.
std::string_view take_word(std::string_view& text, std::string_view separators) {
    const auto end = std::min(text.find_first_of(separators), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return word;
}

/// "fri" or "mon-fri".
bool add_weekdays(std::string_view word, std::bitset<7>& days) {
    const auto dash = word.find('-');
    const auto first = parse_weekday(word.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : parse_weekday(word.substr(dash + 1));
    if (!first || !last) return false;
    for (unsigned day = first->c_encoding();; day = (day + 1) % days_a_week) {
        days.set(day);
        if (day == last->c_encoding()) return true;
    }
}

std::optional<Rule> parse_weekdays(std::string_view text) {
    Rule rule;
    rule.cadence = Cadence::weekdays;
    if (text.ends_with(',')) return std::nullopt;
    while (!text.empty()) {
        if (!add_weekdays(take_word(text, ", "), rule.weekdays)) return std::nullopt;
    }
    return rule.weekdays.any() ? std::optional(rule) : std::nullopt;
}

/// Reads "2 days": the rest of "every 2 days".
std::optional<Rule> parse_every(std::string_view text) {
    Rule rule;
    rule.cadence = Cadence::every_n_days;
    const auto n = take_number<int>(text);
    if (!n || *n < 1 || *n > most_days_apart || text != (*n == 1 ? " day" : " days")) {
        return std::nullopt;
    }
    rule.n = *n;
    if (*n > 1) return rule;
    rule.cadence = Cadence::weekdays;
    rule.weekdays.set();
    return rule;
}

std::optional<Rule> parse_per_week(std::string_view text) {
    Rule rule;
    rule.cadence = Cadence::per_week;
    const auto n = take_number<int>(text);
    if (!n || *n < 1 || *n > static_cast<int>(days_a_week) || text != " per week")
        return std::nullopt;
    rule.n = *n;
    return rule;
}

std::optional<Rule> parse_days(std::string_view text) {
    constexpr std::string_view every = "every ";
    if (text == "none") return Rule{};
    if (text == "daily" || text == "every day") return parse_every("1 day");
    if (text.starts_with(every)) return parse_every(text.substr(every.size()));
    if (!text.empty() && text.front() >= '0' && text.front() <= '9') return parse_per_week(text);
    return parse_weekdays(text);
}

/// Reads one slot: "am" (08:00), "pm" (18:00), or a time such as 07:30 or 7:30.
std::optional<Slot> parse_slot(std::string_view text) {
    if (text == "am") return Slot{"am", 8h};
    if (text == "pm") return Slot{"pm", 18h};
    std::string name(text);
    if (text.find(':') == 1) name.insert(0, 1, '0');
    constexpr std::size_t hours_and_minutes = 5;
    const auto time = parse_time_of_day(name);
    if (!time || name.size() != hours_and_minutes) return std::nullopt;
    return Slot{std::move(name), time};
}

/// Slots sorted by time; nullopt if one cannot be read or occurs twice.
std::optional<std::vector<Slot>> parse_slots(std::string_view text) {
    std::vector<Slot> slots;
    if (text.ends_with(',')) return std::nullopt;
    while (!text.empty()) {
        auto slot = parse_slot(take_word(text, ", "));
        if (!slot) return std::nullopt;
        slots.push_back(*std::move(slot));
    }
    std::ranges::sort(slots, {}, &Slot::time);
    const auto twice = std::ranges::adjacent_find(slots, {}, &Slot::time);
    if (slots.empty() || slots.size() > most_slots || twice != slots.end()) return std::nullopt;
    return slots;
}

/// Says what keeps times from being slots; empty if nothing does.
std::string slots_fault(std::string_view text) {
    std::set<std::string> names;
    while (!text.empty()) {
        const std::string_view word = take_word(text, ", ");
        const auto slot = parse_slot(word);
        if (!slot) return fmt::format("'{}' is no time: write 07:30, am or pm", word);
        if (!names.insert(slot->name).second) return fmt::format("{} is there twice", slot->name);
    }
    if (names.size() <= most_slots) return "";
    return fmt::format("there are {} times, and {} are the most", names.size(), most_slots);
}

/// Says what keeps words such as "8 per week" or "every 40 days" from being days.
std::string days_fault(std::string_view text) {
    if (text.ends_with(" per week")) {
        return fmt::format("a number per week is from 1 to {}", days_a_week);
    }
    if (text.starts_with("every ")) {
        return fmt::format("'every N days' takes a number from 2 to {}", most_days_apart);
    }
    return "";
}

std::string days_text(const Rule& rule) {
    switch (rule.cadence) {
        case Cadence::none:
            return "none";
        case Cadence::every_n_days:
            return fmt::format("every {} days", rule.n);
        case Cadence::per_week:
            return fmt::format("{} per week", rule.n);
        case Cadence::weekdays:
            break;
    }
    if (rule.weekdays.all()) return "daily";
    std::string text;
    for (unsigned step = 1; step <= days_a_week; ++step) {  // from Monday on
        const unsigned day = step % days_a_week;
        if (!rule.weekdays.test(day)) continue;
        text += fmt::format("{}{}", text.empty() ? "" : ",",
                            weekday_word(std::chrono::weekday(day)).substr(0, 3));
    }
    return text;
}

}  // namespace

std::optional<Rule> parse_rule(std::string_view text) {
    constexpr std::string_view at = " at ";
    const std::string words = plain(text);
    const auto split = words.find(at);
    auto rule = parse_days(std::string_view(words).substr(0, split));
    if (!rule || split == std::string::npos) return rule;
    auto slots = parse_slots(std::string_view(words).substr(split + at.size()));
    const bool one_only = rule->cadence == Cadence::per_week;
    if (!slots || rule->cadence == Cadence::none || (one_only && slots->size() > 1)) {
        return std::nullopt;
    }
    rule->slots = *std::move(slots);
    return rule;
}

std::string rule_fault(std::string_view text) {
    if (parse_rule(text)) return "";
    constexpr std::string_view at = " at ";
    const std::string words = plain(text);
    const auto split = words.find(at);
    const std::string_view days = std::string_view(words).substr(0, split);
    const auto rule = parse_days(days);
    if (!rule) return days_fault(days);
    if (split == std::string::npos) return "";
    if (rule->cadence == Cadence::none) return "'none' has no time";
    std::string fault = slots_fault(std::string_view(words).substr(split + at.size()));
    if (!fault.empty() || rule->cadence != Cadence::per_week) return fault;
    return "a number per week has one time, since it leaves the days open; 'daily' takes several";
}

std::string rule_text(const Rule& rule) {
    std::string text = days_text(rule);
    std::string_view before = " at ";
    for (const auto& slot : rule.slots) {
        if (slot.name.empty()) continue;
        text += fmt::format("{}{}", before, slot.name);
        before = ",";
    }
    return text;
}

bool plans(const Rule& rule, Day valid_from, Day day) {
    switch (rule.cadence) {
        case Cadence::none:
        case Cadence::per_week:
            return false;
        case Cadence::weekdays:
            return rule.weekdays.test(std::chrono::weekday(day).c_encoding());
        case Cadence::every_n_days:
            return day >= valid_from && (day - valid_from).count() % rule.n == 0;
    }
    return false;
}

}  // namespace hipflow::schedule
