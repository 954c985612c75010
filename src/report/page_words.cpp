// SPDX-License-Identifier: MIT
#include "report/page_words.h"

#include <fmt/format.h>

#include "domain/names.h"

namespace hipflow::report {

std::string page_day(Day day, Day made) {
    const auto year = std::chrono::year_month_day(day).year();
    if (year == std::chrono::year_month_day(made).year()) return short_day(day);
    return fmt::format("{} {}", short_day(day), static_cast<int>(year));
}

std::string page_span(Day from, Day to, Day made) {
    if (from == to) return page_day(from, made);
    return fmt::format("{} to {}", page_day(from, made), page_day(to, made));
}

std::string_view sign_words(SymptomKind kind) {
    switch (kind) {
        case SymptomKind::further:
            return "pain further down the leg";
        case SymptomKind::sharp:
            return "sharp or electric pain";
        case SymptomKind::numbness:
            return "tingling or numbness";
        case SymptomKind::weakness:
            return "a weaker leg, or a foot that drops";
        case SymptomKind::soreness:
            return "new muscle soreness";
        case SymptomKind::emergency:
            return "a sign that needs help now";
        case SymptomKind::clearance:
            return "looked at by a doctor or physiotherapist";
        case SymptomKind::gave_way:
            return "a joint that gave way or caught";
        case SymptomKind::saddle:
            return "a changed feeling between the legs";
    }
    return "";
}

std::string_view told_when(Moment moment) {
    switch (moment) {
        case Moment::before:
            return "before the session";
        case Moment::peak:
            return "in the exercise";
        case Moment::after:
            return "after the session";
        case Moment::morning:
            return "morning after";
        case Moment::checkin:
            return "check-in";
    }
    return "";
}

bool is_red_flag(SymptomKind kind) {
    return kind == SymptomKind::weakness || kind == SymptomKind::emergency ||
           kind == SymptomKind::saddle;
}

std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
        text += words[i];
    }
    return text;
}

std::string capitalised(std::string words) {
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z') {
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    }
    return words;
}

}  // namespace hipflow::report
