// SPDX-License-Identifier: MIT
#include "commands/shared_options.h"

#include <fmt/format.h>

#include <algorithm>

#include "domain/error.h"
#include "domain/number.h"
#include "domain/spelling.h"
#include "text/utf8.h"

namespace hipflow::commands {
namespace {

/// Throws Error for an exercise that is not in the session.
void require_exercise(const std::string& exercise, const std::vector<std::string>& exercises) {
    if (std::ranges::find(exercises, exercise) != exercises.end()) return;
    throw Error(fmt::format("--hurt: '{}' is not in this session.{}", exercise,
                            did_you_mean(exercise, exercises)));
}

}  // namespace

std::optional<HurtAnswer> HurtAnswer::from_text(std::string_view text) {
    const auto equals = text.find('=');
    HurtAnswer answer{std::string(text.substr(0, equals)), std::nullopt};
    if (equals == std::string_view::npos) return answer;
    if (answer.is_none()) return std::nullopt;  // nothing hurt cannot have a score
    answer.score = PainScore::from(parse_number<int>(text.substr(equals + 1)).value_or(-1));
    return answer.score ? std::optional(answer) : std::nullopt;
}

void declare_days(cli::Options& options, today::DayRange& days) {
    options.add("--since", days.since, "DAY",
                "From this day on: mon, 2w ago, 2026-11-01; more in DAYS of hipflow(1)");
    options.add("--until", days.until, "DAY", "Up to and including this day, or week: 2026-W48");
    options.add("--last", days.last, "SPAN", "The last 4w, 10d, 3m or 1y");
    options.flag("--all", days.all, "The whole history");
}

void declare_days_and_routine(cli::Options& options, today::DayRange& days) {
    declare_days(options, days);
    options.add("--routine", days.routine, "ROUTINE", "Only sessions of this routine")
        .takes(cli::ValueKind::routine);
}

void declare_filter(cli::Options& options, today::LibraryFilter& filter) {
    options.add("--level", filter.level, "1-3", "Of this level: 1 gentle, 2 standard, 3 strong")
        .range(1, 3);
    options
        .add("--position", filter.positions, "POSITION", "In these positions only, such as chair")
        .separated(',');
    std::vector<std::string_view> at_hand(things.begin(), things.end());
    at_hand.emplace_back("none");
    options
        .add("--needs", filter.needs, "none|THING",
             "Needing no more than these things, or none; mat and cushion do not count, since "
             "a blanket will do")
        .separated(',')
        .among(at_hand);
}

cli::Option declare_display(cli::Options& options, DisplayOptions& values) {
    options.add("--theme", values.theme, "THEME",
                "The background of the terminal: auto, dark or light");
    return options.add("--graphics", values.graphics, "HOW",
                       "How figures are drawn: auto, cells, kitty, sixel or off");
}

DisplaySettings display_for(const DisplaySettings& configured, const DisplayOptions& options) {
    DisplaySettings display = configured;
    display.graphics = options.graphics.value_or(display.graphics);
    display.theme = options.theme.value_or(display.theme);
    return display;
}

void declare_at(cli::Options& options, std::optional<today::PastMoment>& at) {
    options.add("--at", at, "TIME",
                "When: 19:30, 'yesterday 19:30', 'mon 8:00', a day; default: now");
}

void declare_place(cli::Options& options, std::optional<Site>& site, std::optional<Side>& side,
                   std::optional<Site>& furthest) {
    options.add("--site", site, "SITE", "Where it is felt, or strongest");
    options.add("--side", side, "SIDE", "On which side");
    options.add("--furthest", furthest, "SITE", "How far down the leg it is felt at all");
}

cli::Option declare_note(cli::Options& options, std::optional<std::string>& note) {
    return options.add("--note", note, "TEXT", "A note").plain();
}

cli::Option declare_answers(cli::Options& options, AnswerOptions& values) {
    options.add("--pain-before", values.given.pain_before, "0-10",
                "Pain before the session, 0 to 10");
    options.add("--pain-after", values.given.pain_after, "0-10", "Pain after the session, 0 to 10");
    declare_place(options, values.given.site, values.given.side, values.given.furthest);
    options.add("--hurt", values.hurt, "none|EXERCISE[=SCORE]",
                "What hurt more than at the start: none, or an exercise");
    options.add("--effort", values.given.effort, "EFFORT", "How it was: easy, ok or hard");
    return declare_note(options, values.given.note);
}

void declare_before(cli::Options& options, session::GivenAnswers& given) {
    const cli::Option morning =
        options.add("--morning", given.morning, "0-10", "The morning score that is owed, 0 to 10");
    options.flag("--soreness", given.soreness, "That morning it was new muscle soreness")
        .needs(morning);
    options.add("--new", given.news, "SIGN",
                "What is new since last time, or growing; --side says on which side");
    options.add("--clearance", given.clearance, "TEXT", "What a clinician said after such a sign")
        .plain();
    options.add("--experience", given.experience, "EXPERIENCE",
                "Whether exercises like these are new to you, or you are used to them");
    const cli::Option flare =
        options.flag("--flare", given.flare, "The flare-up day, where pain calls for rest");
    options.flag("--override", given.override_gate, "One step beyond what pain calls for")
        .excludes(flare);
}

session::GivenAnswers given_answers(const AnswerOptions& options, bool ask,
                                    const std::vector<std::string>& exercises) {
    session::GivenAnswers given = options.given;
    given.ask = ask;
    if (given.furthest) given.furthest = further_of(given.site, *given.furthest);
    for (const auto& hurt : options.hurt) {
        if (hurt.is_none()) {
            given.hurt_more = HurtMore::none;
        } else {
            require_exercise(hurt.exercise, exercises);
            given.peaks.emplace_back(hurt.exercise, hurt.score);
        }
    }
    if (!given.peaks.empty()) {
        if (given.hurt_more) throw Error("--hurt none and --hurt EXERCISE cannot be used together");
        given.hurt_more = HurtMore::some;
    }
    return given;
}

}  // namespace hipflow::commands
