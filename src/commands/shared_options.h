// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/options.h"
#include "domain/body.h"
#include "domain/display.h"
#include "domain/records.h"
#include "session/given_answers.h"
#include "today/days.h"
#include "today/library_lists.h"

namespace hipflow::commands {

// Options that several commands take.

/// Declares --since, --until, --last and --all.
void declare_days(cli::Options& options, today::DayRange& days);
/// The same, and --routine.
void declare_days_and_routine(cli::Options& options, today::DayRange& days);
/// Declares --level, --position and --needs.
void declare_filter(cli::Options& options, today::LibraryFilter& filter);

/// The value of --hurt: "none", or an exercise and perhaps its score.
struct HurtAnswer {
    static constexpr std::string_view wanted =
        "none, or an exercise with a score from 0 to 10, such as figure-4-supine=3";
    static constexpr cli::ValueKind kind = cli::ValueKind::exercise_or_none;
    static std::optional<HurtAnswer> from_text(std::string_view text);

    bool is_none() const { return exercise == "none"; }

    std::string exercise;
    std::optional<PainScore> score;
};

/// Answers to the questions of a session, as given on the command line.
struct AnswerOptions {
    session::GivenAnswers given;   // but for what hurt
    std::vector<HurtAnswer> hurt;  // exercises that are not yet known to be in the session
};

/// What figures are drawn with, where the command line says so.
struct DisplayOptions {
    std::optional<Graphics> graphics;
    std::optional<ThemeChoice> theme;
};

/// Declares --graphics and --theme, and returns the first.
cli::Option declare_display(cli::Options& options, DisplayOptions& values);
/// Returns what is configured, unless the options say otherwise.
DisplaySettings display_for(const DisplaySettings& configured, const DisplayOptions& options);

/// Declares --at.
void declare_at(cli::Options& options, std::optional<today::PastMoment>& at);
/// Declares --site, --side and --furthest.
void declare_place(cli::Options& options, std::optional<Site>& site, std::optional<Side>& side,
                   std::optional<Site>& furthest);
/// Declares --note, and returns it.
cli::Option declare_note(cli::Options& options, std::optional<std::string>& note);
/// Declares --pain-before, --pain-after, --site, --side, --furthest, --hurt, --effort and --note,
/// which it returns.
cli::Option declare_answers(cli::Options& options, AnswerOptions& values);
/// Declares --morning, --soreness, --new, --clearance, --experience, --flare and --override.
void declare_before(cli::Options& options, session::GivenAnswers& given);

/// The answers as values. `ask`: whether the rest may be asked for. `exercises`: the ids that
/// --hurt may name. Throws Error for an exercise that is not in the session.
session::GivenAnswers given_answers(const AnswerOptions& options, bool ask,
                                    const std::vector<std::string>& exercises);

}  // namespace hipflow::commands
