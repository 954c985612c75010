// SPDX-License-Identifier: MIT
#include "report/day_account_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "coach/grouping.h"
#include "domain/names.h"
#include "domain/near_day.h"
#include "domain/wording.h"
#include "report/library_text.h"
#include "report/program_text.h"
#include "report/schedule_text.h"
#include "report/session_text.h"
#include "schedule/plan.h"
#include "today/schedule_changes.h"

namespace hipflow::report {
namespace {

using today::DayAccount;
using today::DayKind;

std::string in_words(int number) { return number_word(static_cast<std::size_t>(number)); }

std::string after_pain_words(const DayAccount& account) {
    if (!account.pain_since) return "After the flare-up day";
    if (account.pain_since->rested || !account.pain_since->score) {
        return "The first session after a rest for pain";
    }
    return fmt::format("The first session after pain of {}", account.pain_since->score->value());
}

/// "yesterday, 3 Nov"
std::string with_date(Day day, Day today) {
    return fmt::format("{}, {}", near_day(day, today), short_day(day));
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
        case DayKind::after_pain:
            return after_pain_words(account);
        case DayKind::program:
            return "A day of your program";
        case DayKind::sore:
            return fmt::format(
                "You told pain {} today: the start asks again, and offers less at that score. "
                "Planned",
                account.told_today ? account.told_today->value() : 0);
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
    const std::string of = fmt::format(
        "your last {}{}", usual.sessions == 1 ? "session" : in_words(usual.sessions) + " sessions",
        account.in_place_of ? " of " + *account.in_place_of : " of it");
    constexpr double same = 5;  // percent
    constexpr double step = 5;
    const double percent = 100.0 * static_cast<double>(account.timeline->work.count()) /
                           static_cast<double>(usual.work.count());
    // A routine whose exercises rested before may have more of them on a day of less; saying
    // both would confuse.
    const bool is_less = account.kind == DayKind::lighter || account.kind == DayKind::eased ||
                         account.kind == DayKind::gentler;
    if (is_less && percent > 100 + same) return "";
    if (std::abs(percent - 100) <= same) return fmt::format(", as much as in {}", of);
    return fmt::format(", about {:.0f} % {} than in {}",
                       std::round(std::abs(percent - 100) / step) * step,
                       percent > 100 ? "more" : "less", of);
}

std::string length_words(const DayAccount& account) {
    if (!account.session || !account.timeline) return "";
    return fmt::format(": {} in {}{}", plural(steps_once(*account.session), "exercise"),
                       total_text(*account.session, *account.timeline, account.total_once_known),
                       share_of_usual(account));
}

/// The routines whose own plan asks for a session today.
std::vector<std::string> own_due_today(const DayAccount& account) {
    std::vector<std::string> routines;
    for (const auto& state : account.own_plans) {
        if (state.plan.routine && state.next == account.now.local_day) {
            routines.push_back(*state.plan.routine);
        }
    }
    return routines;
}

/// The plan that asks for a session next; null where none does.
const schedule::ScheduleState* next_plan(const DayAccount& account) {
    const schedule::ScheduleState* first = nullptr;
    const auto look_at = [&](const schedule::ScheduleState& state) {
        if (state.next && (first == nullptr || *state.next < *first->next)) first = &state;
    };
    if (account.plan) look_at(*account.plan);
    for (const auto& state : account.own_plans) look_at(state);
    return first;
}

/// What plans of routines ask for today, where that of any routine asks for nothing.
std::string own_plan_words(const DayAccount& account, const std::vector<std::string>& routines) {
    const bool is_todays =
        account.session && std::ranges::count(routines, account.session->routine) > 0;
    if (is_todays) return "";
    return fmt::format("For today only {} {} planned.", coach::listed(routines),
                       routines.size() == 1 ? "is" : "are");
}

/// What the schedule says of today once a session was kept.
std::string done_words(bool any_planned, const std::vector<std::string>& own) {
    if (any_planned) return "A session of today is done, and more is planned.";
    if (own.empty()) return "Today's session is done; this would be one more.";
    return fmt::format("A session of today is done; still planned: {}.", coach::listed(own));
}

/// What the schedule says of today, where that is not simply that a session is planned.
std::string plan_words(const DayAccount& account) {
    const Day today = account.now.local_day;
    const bool any_planned = account.plan && account.plan->next == today;
    const auto own = own_due_today(account);
    if (account.done_today) return done_words(any_planned, own);
    if (!any_planned && !own.empty()) return own_plan_words(account, own);
    const schedule::ScheduleState* next = next_plan(account);
    const schedule::ScheduleState* state = account.plan ? &*account.plan : next;
    if (state == nullptr) return "";
    const Excuse* excuse = schedule::excuse_of(state->plan, today, "");
    if (excuse != nullptr && excuse->kind == ExcuseKind::paused) {
        const std::string until =
            excuse->to_day ? fmt::format("up to and including {}", short_day(*excuse->to_day))
                           : today::up_to(std::nullopt);
        return fmt::format("Your plan is paused {}: nothing is missed if you leave it today.",
                           until);
    }
    if (excuse != nullptr) return "Today is excused: nothing is missed if you leave it.";
    const Day day = next == nullptr ? today : next->next.value_or(today);
    if (day == today) return "";
    return fmt::format("Nothing is planned for today; the next session is planned {}.",
                       next_words(*next, account.now).value_or(short_day(day)));
}

/// The highest pain at the start of a session from which something can grow: below what makes it
/// gentler.
int most_at_start(const DayAccount& account) {
    const int gentler = std::min(account.gentler_from, account.rest_from);
    return std::max(0, std::min(account.coach.most_before, gentler - 1));
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
        back, in_words(coach.comfortable_sessions), most_at_start(account), coach.most_rise,
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
    if (account.kind == DayKind::after_pain) {
        sentences.emplace_back("Pain at the start decides whether it stays so.");
    }
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
    if (account.kind == DayKind::no_session) return facts;
    const Day today = account.now.local_day;
    if (account.last) {
        const Session& session = account.last->session;
        const today::SessionRecord record{session, {}, account.last->readings, {}, {}, {}};
        const auto pain = pain_words(record, style);
        facts.push_back(fmt::format("The last session was {}: {}{}.",
                                    with_date(session.started.local_day, today),
                                    how_it_went(record), pain ? ", pain " + *pain : ""));
    }
    if (const auto& pain = account.pain_since; pain && pain->score) {
        const std::string when = with_date(pain->day, today);
        const int score = pain->score->value();
        facts.push_back(pain->rested ? fmt::format("You rested {}: pain was {}.", when, score)
                                     : fmt::format("You told pain {} {}.", score, when));
    }
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
    sentences.push_back(begins ? fmt::format("{}, so it starts with {}.",
                                             account.entered_by_hand
                                                 ? "No timed session has held it yet"
                                                 : "No session has recorded it yet",
                                             outlook.amount)
                               : fmt::format("Today it is {}.", outlook.amount));
    if (outlook.next.empty()) return sentences;
    const int lacking = outlook.lacking.value_or(0);
    const std::string morning =
        outlook.morning_after ? fmt::format("once the morning after {} is told to be as usual",
                                            short_day(*outlook.morning_after))
                              : "";
    if (lacking <= 0) {
        if (!morning.empty()) {
            sentences.push_back(fmt::format("Next comes {}, {}.", outlook.next, morning));
        }
        return sentences;
    }
    sentences.push_back(fmt::format(
        "Next comes {}, after {} more comfortable {} (pain of {} or less at the start, up by {} at "
        "most, not hard, and the next morning as usual){}.",
        outlook.next, in_words(lacking), lacking == 1 ? "session" : "sessions",
        most_at_start(account), account.coach.most_rise, morning.empty() ? "" : " and " + morning));
    return sentences;
}

}  // namespace hipflow::report
