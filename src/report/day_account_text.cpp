// SPDX-License-Identifier: MIT
#include "report/day_account_text.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <string_view>

#include "domain/names.h"
#include "domain/near_day.h"
#include "report/library_text.h"
#include "report/program_text.h"
#include "report/schedule_text.h"
#include "report/session_text.h"
#include "schedule/plan.h"

namespace hipflow::report {
namespace {

using today::DayAccount;
using today::DayKind;

std::string number_word(int number) {
    constexpr auto words = std::to_array<std::string_view>(
        {"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"});
    const auto index = static_cast<std::size_t>(number);
    return index < words.size() ? std::string(words.at(index)) : std::to_string(number);
}

std::string kind_words(const DayAccount& account) {
    switch (account.kind) {
        case DayKind::first:
            return "Your first session";
        case DayKind::gentler:
            return fmt::format("A gentler day in place of {}", account.in_place_of.value_or(""));
        case DayKind::lighter:
            return "A lighter day";
        case DayKind::eased:
            return "A day with less of what was sore";
        case DayKind::after_break:
            return "A day after a break";
        case DayKind::program:
            return "A day of your program";
        case DayKind::ordinary:
        case DayKind::no_session:
            break;
    }
    return "An ordinary day";
}

/// The work of today against that of the last sessions; empty where there are none.
std::string share_of_usual(const DayAccount& account) {
    if (!account.usual_work || !account.timeline) return "";
    const auto& usual = *account.usual_work;
    if (usual.work <= Millis{0}) return "";
    const std::string of =
        fmt::format("your last {}{}",
                    usual.sessions == 1 ? "session" : number_word(usual.sessions) + " sessions",
                    account.in_place_of ? " of " + *account.in_place_of : " of it");
    constexpr double same = 5;  // percent
    constexpr double step = 5;
    const double percent = 100.0 * static_cast<double>(account.timeline->work.count()) /
                           static_cast<double>(usual.work.count());
    if (std::abs(percent - 100) <= same) return fmt::format(", as much as in {}", of);
    return fmt::format(", about {:.0f} % of {}", std::round(percent / step) * step, of);
}

std::string length_words(const DayAccount& account) {
    if (!account.session || !account.timeline) return "";
    return fmt::format(": {} in {}{}", plural(steps_once(*account.session), "exercise"),
                       total_text(*account.session, *account.timeline, account.total_once_known),
                       share_of_usual(account));
}

/// What the schedule says of today, where that is not simply that a session is planned.
std::string plan_words(const DayAccount& account) {
    const Day today = account.now.local_day;
    const bool more_planned = account.plan && account.plan->next == today;
    if (account.done_today) {
        return more_planned ? "A session of today is done, and one more is planned."
                            : "Today's session is done; this would be one more.";
    }
    if (!account.plan) return "";
    const Excuse* excuse = schedule::excuse_of(account.plan->plan, today, "");
    if (excuse != nullptr && excuse->kind == ExcuseKind::paused) {
        return fmt::format("Your plan is paused {}: nothing is missed if you leave it today.",
                           excuse->to_day
                               ? fmt::format("up to and including {}", short_day(*excuse->to_day))
                               : "until 'hipflow schedule resume'");
    }
    if (excuse != nullptr) return "Today is excused: nothing is missed if you leave it.";
    if (!account.plan->next || *account.plan->next == today) return "";
    return fmt::format(
        "Nothing is planned for today; the next session is planned {}.",
        next_words(*account.plan, account.now).value_or(short_day(*account.plan->next)));
}

std::string growth_words(const DayAccount& account) {
    const CoachThresholds& coach = account.coach;
    if (account.kind == DayKind::gentler) {
        return "Nothing grows today. The planned session comes back after a session whose next "
               "morning is not much sorer than usual; g at the start takes it all the same.";
    }
    if (account.calm) return "This is a routine for sore days: nothing harder comes in it.";
    const std::string_view back = account.kind == DayKind::eased
                                      ? "What is easier for pain goes up again after comfortable "
                                        "sessions; what is left out comes back with half "
                                        "of it. "
                                      : "";
    return fmt::format(
        "{}An exercise grows after at least {} comfortable sessions in a row, on different days: "
        "pain of {} or less at the start, up by {} at most, not hard, and the next morning as "
        "usual. At most {} on one day.",
        back, number_word(coach.comfortable_sessions), coach.most_before, coach.most_rise,
        plural(coach.steps_per_session, "exercise steps up", "exercises step up"));
}

std::string gate_line(const DayAccount& account) {
    std::string text = "Pain is asked at the start:";
    if (account.gentler_from < account.rest_from) {
        text += fmt::format(" from {} on the session is gentler,", account.gentler_from);
    }
    if (account.rest_from < account.none_from) {
        text += fmt::format(" from {} on it is rest or the flare-up day,", account.rest_from);
    }
    return fmt::format("{} from {} on there is none.", text, account.none_from);
}

}  // namespace

std::vector<std::string> what_today_is(const DayAccount& account) {
    std::vector<std::string> sentences;
    if (account.kind == DayKind::no_session) return sentences;
    sentences.push_back(fmt::format("{}{}.", kind_words(account), length_words(account)));
    if (auto plan = plan_words(account); !plan.empty()) sentences.push_back(std::move(plan));
    if (account.program) {
        for (auto& told : program_sentences(*account.program)) sentences.push_back(std::move(told));
    }
    if (const auto words = today::beginning_words(account.beginning); !words.empty()) {
        sentences.emplace_back(words);
    }
    return sentences;
}

std::vector<std::string> facts_of(const DayAccount& account, const Style& style) {
    std::vector<std::string> facts;
    if (account.kind == DayKind::no_session || !account.last) return facts;
    const Session& session = account.last->session;
    const today::SessionRecord record{session, {}, account.last->readings, {}, {}, {}};
    const auto pain = pain_words(record, style);
    facts.push_back(fmt::format("The last session was {}, {}: {}{}.",
                                near_day(session.started.local_day, account.now.local_day),
                                short_day(session.started.local_day), how_it_went(record),
                                pain ? ", pain " + *pain : ""));
    if (account.held_lately < 2) return facts;
    facts.push_back(fmt::format("You exercised on {} of the last 14 days.", account.held_lately));
    return facts;
}

std::vector<std::string> what_would_change_it(const DayAccount& account) {
    std::vector<std::string> sentences;
    if (account.kind == DayKind::no_session) return sentences;
    if (account.morning_owed) {
        sentences.push_back(fmt::format(
            "Tell how the morning after {} was: 'hipflow log morning 0-10'. Then that session "
            "can count towards growing.",
            short_day(*account.morning_owed)));
    }
    sentences.push_back(growth_words(account));
    sentences.push_back(gate_line(account));
    sentences.emplace_back(
        "'hipflow why EXERCISE' says more of one, 'hipflow start --easier EXERCISE' makes it "
        "easier today, 'hipflow exercise avoid EXERCISE' leaves it out.");
    return sentences;
}

std::vector<std::string> outlook_sentences(const DayAccount& account, const std::string& planned,
                                           bool begins) {
    const auto found = account.outlooks.find(planned);
    if (found == account.outlooks.end()) return {};
    const today::Outlook& outlook = found->second;
    std::vector<std::string> sentences;
    sentences.push_back(
        begins
            ? fmt::format("No session has recorded it yet, so it starts with {}.", outlook.amount)
            : fmt::format("Today it is {}.", outlook.amount));
    const int lacking = outlook.lacking.value_or(0);
    if (lacking <= 0 || outlook.next.empty()) return sentences;
    const CoachThresholds& coach = account.coach;
    sentences.push_back(fmt::format(
        "Next comes {}, after {} more comfortable {} (pain of {} or less at the start, up by {} at "
        "most, not hard, and the next morning as usual).",
        outlook.next, number_word(lacking), lacking == 1 ? "session" : "sessions",
        coach.most_before, coach.most_rise));
    return sentences;
}

}  // namespace hipflow::report
