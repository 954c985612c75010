// SPDX-License-Identifier: MIT
#include "report/program_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "coach/program_week.h"
#include "domain/names.h"
#include "report/library_text.h"
#include "text/layout.h"

namespace hipflow::report {
namespace {

std::string labelled_line(std::string_view label, std::string_view text, const Style& style) {
    constexpr int label_columns = 8;
    return style.heading(padded(label, label_columns)) +
           paragraph(text, style.columns, label_columns);
}

std::string cap_words(const Band<int>& cap) {
    if (cap.bottom == cap.top) return fmt::format("at most {}", level_words(cap.top));
    return fmt::format("at most {}, then {}", level_words(cap.bottom), level_words(cap.top));
}

std::string tests_words(const std::vector<Measured>& tests) {
    std::string text;
    for (const Measured test : tests) {
        if (!text.empty()) text += " and ";
        text += word(test);
    }
    return text;
}

std::string week_words(const ProgramWeek& week) {
    std::string text = fmt::format("{}: {}.", cap_words(week.cap), sessions_words(week.sessions));
    if (!week.test_at_start.empty()) {
        text += fmt::format(" Measure {} at the start.", tests_words(week.test_at_start));
    }
    if (!week.test_at_end.empty()) {
        text += fmt::format(" Measure {} at the end.", tests_words(week.test_at_end));
    }
    return text;
}

std::string repeat_words(const Program& program, int week, const coach::Repeat& repeat) {
    switch (repeat.cause) {
        case coach::RepeatCause::too_few_kept:
            return fmt::format(
                "Week {} is repeated: {} of its sessions {} kept, and the next week comes after "
                "{}. Repeating a week is part of the program.",
                week, repeat.kept, repeat.kept == 1 ? "was" : "were", program.repeat_below);
        case coach::RepeatCause::more_pain:
            return fmt::format(
                "Week {} is repeated: your pain was {:.1f} on average, and {:.1f} the week before.",
                week, repeat.pain.value_or(0), repeat.pain_before.value_or(0));
        case coach::RepeatCause::away:
            return fmt::format("Week {} is repeated, since you were away.", week);
    }
    return {};
}

std::string_view checked_by(Measured what) {
    return what == Measured::rotation ? "how far your hips turn" : "how a few activities go";
}

std::string measure_words(const std::vector<Measured>& measure) {
    std::string text = "Measure today, or as soon as it suits:";
    for (const Measured what : measure) {
        text += fmt::format("{} {} ('hipflow measure {}')", what == measure.front() ? "" : ", and",
                            checked_by(what), word(what));
    }
    return text + '.';
}

/// What is still to be asked for in this week: at its start until the first session is done, at its
/// end before the last one or from the sixth day on.
std::vector<Measured> measure_to_tell(const Program& program, const coach::ProgramToday& today) {
    constexpr int near_the_end = 6;
    if (today.kept == 0) return today.measure;
    if (!today.week || today.left.empty()) return {};
    if (today.left.size() > 1 && today.day < near_the_end) return {};
    const auto& at_end = program.weeks[static_cast<std::size_t>(*today.week) - 1].test_at_end;
    std::vector<Measured> told = today.measure;
    std::erase_if(told,
                  [&](Measured what) { return std::ranges::find(at_end, what) == at_end.end(); });
    return told;
}

/// "Steady six is done: 30 of 30 sessions. Three a week from now on."
std::string done_words(const Program& program, const today::DoneProgram& done) {
    const int of_plan = std::min(done.kept, done.planned);
    std::string text =
        fmt::format("{} is done: {} of {} sessions", program.name, of_plan, done.planned);
    if (done.kept > of_plan) text += fmt::format(", and {} more", done.kept - of_plan);
    text += '.';
    if (program.after.sessions.empty()) return text;
    constexpr auto numbers =
        std::to_array<std::string_view>({"One", "Two", "Three", "Four", "Five", "Six", "Seven"});
    const auto per_week = static_cast<std::size_t>(program.after.per_week);
    if (per_week == 0 || per_week > numbers.size()) return text;
    return fmt::format("{} {} a week from now on.", text, numbers.at(per_week - 1));
}

std::string level_text(const Program& program, const coach::ProgramToday& today, int week) {
    const Band<int>& cap = program.weeks[static_cast<std::size_t>(week) - 1].cap;
    const bool rises = cap.bottom != cap.top && !today.second_half;
    if (!rises) return fmt::format("at most {}", level_words(cap.top));
    return fmt::format("at most {}; {} in the second half of the week's sessions",
                       level_words(cap.bottom), level_words(cap.top));
}

std::string today_text(const today::Enrolled& status) {
    const coach::ProgramToday& today = status.today;
    if (status.no_session) return *status.no_session;
    if (!status.routine) return "nothing; the program is over";
    std::string routine =
        *status.routine == any_routine ? "a routine of your choice" : *status.routine;
    if (today.left.empty()) {
        return fmt::format("nothing more: the week's sessions are done ({} if you like)", routine);
    }
    if (today.done_today) return fmt::format("done; next {}", routine);
    return routine;
}

std::string left_text(const coach::ProgramToday& today) {
    return sessions_words({today.left.begin() + 1, today.left.end()});
}

std::string tokens_text(int tokens) {
    if (tokens == 0) return "no skip without a miss is left this week";
    return fmt::format("{} without a miss ('hipflow schedule skip --token')",
                       plural(tokens, "skip"));
}

}  // namespace

std::string sessions_words(const std::vector<std::string>& sessions) {
    std::vector<std::pair<std::string, int>> counts;
    for (const auto& id : sessions) {
        const auto found = std::find_if(counts.begin(), counts.end(),
                                        [&](const auto& count) { return count.first == id; });
        if (found == counts.end()) {
            counts.emplace_back(id, 1);
        } else {
            ++found->second;
        }
    }
    std::string text;
    for (const auto& [id, count] : counts) {
        if (!text.empty()) text += ", ";
        text += id == any_routine ? "one of your choice" : id;
        if (count == 2) text += " twice";
        if (count > 2) text += fmt::format(" {} times", count);
    }
    return text;
}

std::string program_list_text(const std::vector<today::ListedProgram>& programs,
                              const Style& style) {
    std::vector<std::vector<std::string>> rows;
    rows.reserve(programs.size());
    for (const auto& [entry, program] : programs) {
        const auto weeks = program.weeks.size();
        rows.push_back({entry.id, plural(weeks, "week"), fmt::format("{} a week", program.per_week),
                        program.name, today::origin_words(entry)});
    }
    return table(rows,
                 {{Align::left},
                  {Align::right},
                  {Align::left, 3},
                  {Align::left, 2, true},
                  {Align::left, 1, true}},
                 style.columns);
}

std::string program_text(const Program& program, const Style& style) {
    std::string text = style.heading(program.name) + '\n';
    if (!program.summary.empty()) text += paragraph(program.summary, style.columns);
    text += fmt::format("{} sessions a week\n\n", program.per_week);
    int number = 0;
    for (const auto& week : program.weeks) {
        text += labelled_line(fmt::format("week {}", ++number), week_words(week), style);
    }
    if (!program.after.sessions.empty()) {
        text += labelled_line("after",
                              fmt::format("{} a week: {}.", program.after.per_week,
                                          sessions_words(program.after.sessions)),
                              style);
    }
    std::string rules = "A level is a cap, never a goal.";
    if (program.repeat_below > 0) {
        rules += fmt::format(
            " A week is repeated if fewer than {} sessions were kept, or if pain was two points "
            "higher than the week before.",
            program.repeat_below);
    }
    if (program.tokens > 0) {
        rules += fmt::format(
            " Sessions that may be skipped without a miss: {} a week, {} saved up at most.",
            program.tokens, coach::most_tokens(program));
    }
    return text + '\n' + paragraph(rules, style.columns);
}

namespace {

/// Nobody keeps 5 sessions of 3: it is 3 of 3, and 2 more.
int kept_of_plan(const coach::ProgramToday& today) { return std::min(today.kept, today.planned); }

std::string more_words(const coach::ProgramToday& today) {
    const int more = today.kept - kept_of_plan(today);
    return more == 0 ? "" : fmt::format(", and {} more", more);
}

}  // namespace

std::string program_place_words(const Program& program, const coach::ProgramToday& today) {
    std::string kept = "all of it is done";
    if (today.planned > 0) {
        kept = fmt::format("{} of {} sessions kept{}{}", kept_of_plan(today), today.planned,
                           more_words(today), today.done_today ? ", today's among them" : "");
    }
    if (!today.week) return fmt::format("{}, after its weeks: {}", program.name, kept);
    return fmt::format("{}, week {} of {}: {}", program.name, *today.week, program.weeks.size(),
                       kept);
}

std::vector<std::string> program_news(const Program& program, const coach::ProgramToday& today) {
    std::vector<std::string> news;
    if (today.repeat && today.week) {
        news.push_back(repeat_words(program, *today.week, *today.repeat));
    }
    if (!today.measure.empty()) news.push_back(measure_words(today.measure));
    return news;
}

std::vector<std::string> program_sentences(const today::Enrolled& enrolled) {
    const Program& program = enrolled.program;
    std::vector<std::string> sentences{enrolled.just_done
                                           ? done_words(program, *enrolled.just_done)
                                           : program_place_words(program, enrolled.today) + '.'};
    coach::ProgramToday today = enrolled.today;
    today.measure = measure_to_tell(program, today);
    for (auto& news : program_news(program, today)) sentences.push_back(std::move(news));
    return sentences;
}

namespace {

std::string enrolled_text(const today::Enrolled& status, const Style& style) {
    const coach::ProgramToday& today = status.today;
    std::string text = style.heading(status.program.name) +
                       fmt::format(", since {}\n", format_day(status.enrolment.from_day));
    if (today.week) {
        text += labelled_line("week",
                              fmt::format("{} of {}, day {} of 7", *today.week,
                                          status.program.weeks.size(), today.day),
                              style);
        text += labelled_line("level", level_text(status.program, today, *today.week), style);
    } else {
        text += labelled_line("week", "the weeks are over", style);
    }
    if (today.planned > 0) {
        text += labelled_line("kept",
                              fmt::format("{} of {} sessions{}", kept_of_plan(today), today.planned,
                                          more_words(today)),
                              style);
    }
    text += labelled_line("today", today_text(status), style);
    if (today.left.size() > 1 && !status.no_session)
        text += labelled_line("then", left_text(today), style);
    if (status.program.tokens > 0 && today.planned > 0) {
        text += labelled_line("tokens", tokens_text(today.tokens), style);
    }
    for (const auto& news : program_news(status.program, today)) {
        text += '\n' + paragraph(news, style.columns);
    }
    return text;
}

}  // namespace

std::string program_status_text(const std::optional<today::Enrolled>& enrolled,
                                const Style& style) {
    if (!enrolled) {
        return "You are not in a program. 'hipflow program list' shows what there is, "
               "and\n'hipflow program join' begins one.\n";
    }
    return enrolled_text(*enrolled, style);
}

std::string joined_text(const today::Joined& joined, const Style& style) {
    const Program& program = joined.program;
    std::string text = joined.no_session
                           ? fmt::format("You are in {} from today on, with {} sessions a week.",
                                         program.name, program.per_week)
                           : fmt::format("{} begins today, with {} sessions a week.", program.name,
                                         program.per_week);
    if (!joined.waiting_rule.empty()) {
        text += fmt::format(" Your own schedule ({}) waits until you leave.", joined.waiting_rule);
    }
    if (joined.no_session) return paragraph(text + ' ' + *joined.no_session, style.columns);
    if (joined.enrolled) {
        for (const auto& news : program_news(program, joined.enrolled->today)) text += ' ' + news;
    }
    text += " 'hipflow start' takes its sessions from now on.";
    return paragraph(text, style.columns);
}

std::string left_program_text(const today::Left& left, const Style& style) {
    std::string text =
        fmt::format("You have left the program '{}'. What was done is kept.", left.program);
    if (left.changes_schedule) {
        text += left.own_rule ? fmt::format(" Your own schedule applies again: {}.", *left.own_rule)
                              : " Nothing is scheduled now.";
    }
    return paragraph(text, style.columns);
}

}  // namespace hipflow::report
