// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "commands/shared_options.h"
#include "guide/guided_session.h"
#include "today/enrolment.h"
#include "today/todays_session.h"

namespace hipflow::commands {

/// A time to get ready.
struct ReadyTime {
    static constexpr std::string_view wanted = "a time of at most 10 minutes, such as 20s";
    static std::optional<ReadyTime> from_text(std::string_view text);
    Millis time{};
};

/// The command line of `start`.
struct StartOptions {
    std::string routine;  // id or file; empty: today's
    bool shortest = false;
    std::optional<int> minutes;
    std::optional<ReadyTime> ready;  // else as the routine or the configuration says
    bool rehearse = false;
    bool check = false;
    std::optional<double> speed;
    bool plain = false;
    bool verbose = false;
    std::optional<bool> voice;  // else as configured
    std::optional<bool> tones;
    std::optional<today::GuidanceWish> guidance;  // else as the routine or the configuration says
    std::optional<bool> hands_free;
    bool no_figures = false;
    DisplayOptions display;
    cli::Format format = cli::Format::text;
    bool resume = false;
    bool keep_partial = false;
    bool discard = false;
    AnswerOptions answers;
    std::vector<std::string> easier;
    std::vector<std::string> harder;
};

void declare_start(cli::Options& options, StartOptions& values);

today::SessionWishes wishes_of(const StartOptions& options);

/// The routine named, the shortest one, or today's. Notes why the program was left aside, if so.
today::ChosenRoutine routine_for(cli::Context& context, const StartOptions& options);

/// When to ask for the worst pain of each exercise, as configured unless the options say otherwise.
AskPeak peaks_asked(const Settings& settings, const StartOptions& options, bool ask);

/// Returns what is asked for. Throws Error or FileError for whatever is wrong with the command line
/// or the files, and for what the session cannot grant, so that it is said before any question.
guide::Request request_of(cli::Context& context, const StartOptions& options);

}  // namespace hipflow::commands
