// SPDX-License-Identifier: MIT
#include "guide/measure.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "answers/views.h"
#include "commands/all_commands.h"
#include "commands/dialogue.h"
#include "commands/safety.h"
#include "commands/shared_options.h"
#include "report/measured_text.h"
#include "text/layout.h"
#include "today/days.h"
#include "today/rescued.h"
#include "today/signs.h"
#include "today/views.h"

namespace hipflow::commands {
namespace {

void declare_taking(cli::Options& options, std::optional<today::PastMoment>& at, bool& plain,
                    cli::Format& format) {
    declare_at(options, at);
    options.flag("--plain", plain, "Ask in plain lines");
    options.json(format);
}

/// Records what was just answered in a dialogue.
void record_answer(cli::Context& context, const store::Change& change) {
    const std::string news =
        today::record_or_put_aside(context.desk(), context.desk().store(), change);
    if (!news.empty()) context.note(news + '\n');
}

// measure range

/// An option for the readings of each side and movement, in the order of hip_movements.
struct DegreesOption {
    std::string_view name;
    std::string_view meaning;
};
constexpr std::array degrees_options = {
    DegreesOption{"--left-internal", "Left foot swings out: its degrees, one for each trial"},
    DegreesOption{"--left-external", "Left foot swings in"},
    DegreesOption{"--right-internal", "Right foot swings out"},
    DegreesOption{"--right-external", "Right foot swings in"},
};

struct RotationOptions {
    std::array<std::optional<today::Trials>, degrees_options.size()> degrees;
    std::optional<RotationPosition> position;
    std::optional<std::string> instrument;
    std::optional<PainScore> pain;
    std::optional<today::PastMoment> at;
    bool plain = false;
    cli::Format format = cli::Format::text;

    bool given() const {
        return std::ranges::any_of(degrees, [](const auto& one) { return one.has_value(); });
    }
};

std::string too_early_words(Day until) {
    return fmt::format(
        "The last test is less than three weeks old. Range changes slowly, by about as much as the "
        "error of a reading: from {} on, another test tells more. This one is recorded all the "
        "same.\n",
        format_day(until));
}

void keep_readings(cli::Context& context, const RotationOptions& options,
                   today::RotationTaking& test) {
    const Stamp at = today::moment_at(context.desk(), options.at);
    std::vector<today::RotationReadings> all;
    for (std::size_t i = 0; i < today::hip_movements.size(); ++i) {
        const auto& trials = options.degrees.at(i);
        if (!trials) continue;
        const auto [side, movement] = today::hip_movements.at(i);
        all.push_back({side, movement, trials->degrees, options.pain});
    }
    context.desk().store().commit(test.add(all, at));
    if (options.pain && options.pain->value() >= today::rotation_stop_pain) {
        context.note(
            fmt::format("At a pain of {} or more, stop there next time: forcing it shows "
                        "nothing.\n",
                        today::rotation_stop_pain));
    }
}

/// Returns the pain at which the measurement was stopped, if it was.
std::optional<PainScore> lead_rotation(cli::Context& context, terminal::Face& face,
                                       const RotationOptions& options,
                                       today::RotationTaking& test) {
    if (const auto until = test.too_early_until()) face.say(too_early_words(*until) + '\n');
    if (!options.position)
        test.set_position(guide::ask_rotation_position(face, test.way().position));
    return guide::lead_rotation(face, context.desk().care(), test.way().position,
                                [&](const today::RotationReadings& readings) {
                                    record_answer(context,
                                                  test.add(std::span(&readings, 1), context.now()));
                                });
}

void print_rotation(cli::Context& context, const today::RotationTaking& taken,
                    const stats::RotationTest& test) {
    context.print(fmt::format("Recorded: range, {}, {}. {}\n", report::way_text(taken.series()),
                              format_day(test.local_day), cli::taken_back_by));
    context.print(report::rotation_test_text(test, context.style()));
    for (const auto& wide : today::wide_spreads(test)) {
        context.note(fmt::format(
            "The {} {} readings lie {} degrees apart. Did the pelvis lift, or the phone move?\n",
            word(wide.where.side), word(wide.where.movement), wide.degrees));
    }
    context.print("\n'hipflow stats range' shows it beside the other tests.\n");
}

int tell_rotation(cli::Context& context, const RotationOptions& options,
                  const today::RotationTaking& taken, std::optional<PainScore> stopped_at) {
    if (taken.taken().empty()) {
        context.note("Nothing was measured, and nothing is recorded.\n");
        answer_severe(context, stopped_at, context.now().at);
        return cli::code(ExitCode::nothing);
    }
    const stats::RotationTest test = taken.series().tests.back();
    if (options.format == cli::Format::json) {
        context.print(answers::json_text(taken), cli::Format::json);
        return cli::code(ExitCode::done);
    }
    print_rotation(context, taken, test);
    answer_severe(context, std::max(stopped_at, taken.worst()), taken.taken().back().taken.at);
    return cli::code(ExitCode::done);
}

int measure_rotation(cli::Context& context, const RotationOptions& options) {
    if (!options.given() && (options.pain || options.at)) {
        throw Error("--pain and --at go with readings: give --left-internal 32,33,31 and the like");
    }
    if (!options.given() && !context.may_ask()) {
        throw Error(
            "nobody is there to read the phone. Give the readings: --left-internal 32,33,31 "
            "--left-external 40,41,39 --right-internal 30,31,30 --right-external 38,40,39.");
    }
    today::RotationTaking test(
        context.desk(), today::rotation_way(context.desk(), options.position, options.instrument));
    if (options.given()) {
        if (const auto until = test.too_early_until()) context.note(too_early_words(*until));
        keep_readings(context, options, test);
        return tell_rotation(context, options, test, std::nullopt);
    }
    if (const auto against = today::against_today(context.desk())) {
        context.note(paragraph(*against, context.style().columns));
        return cli::code(ExitCode::nothing);
    }
    std::optional<PainScore> stopped_at;
    const int ended = in_dialogue(
        context, options.plain,
        [&](terminal::Face& face) { stopped_at = lead_rotation(context, face, options, test); },
        [&] { return !test.taken().empty(); });
    if (ended != cli::code(ExitCode::done)) return ended;
    return tell_rotation(context, options, test, stopped_at);
}

void declare_rotation(cli::Options& options, RotationOptions& values) {
    for (std::size_t i = 0; i < degrees_options.size(); ++i) {
        options.add(degrees_options.at(i).name, values.degrees.at(i), "DEGREES",
                    degrees_options.at(i).meaning);
    }
    options.add("--position", values.position, "POSITION",
                "The position; default: as last time, or seated");
    options.add("--instrument", values.instrument, "NAME",
                "The instrument; default: as last time, or phone");
    options.add("--pain", values.pain, "0-10", "The strongest pain during it, 0 to 10");
    declare_taking(options, values.at, values.plain, values.format);
}

// measure function

struct FunctionOptions {
    today::FunctionAnswers answers;
    std::optional<today::PastMoment> at;
    bool plain = false;
    cli::Format format = cli::Format::text;

    bool given() const {
        return !answers.add.empty() || !answers.drop.empty() || !answers.scores.empty();
    }
};

void lead_answers(cli::Context& context, terminal::Face& face, today::FunctionTaking& test) {
    const auto add = [&](const std::string& text) {
        store::Change change = test.empty_change();
        Activity activity = test.add(change, text);
        record_answer(context, change);
        return activity;
    };
    const auto drop = [&](const Activity& activity) {
        store::Change change = test.empty_change();
        test.drop(change, activity);
        record_answer(context, change);
    };
    const auto score = [&](const Activity& activity, int value) {
        store::Change change = test.empty_change();
        test.score(change, activity, value);
        record_answer(context, change);
    };
    guide::lead_function(face, test.asked(), test.previous(),
                         {.add = add, .drop = drop, .score = score});
}

int tell_function(cli::Context& context, const FunctionOptions& options,
                  const today::FunctionTaking& test) {
    if (!test.changed()) {
        context.note("Nothing was answered, and nothing is recorded.\n");
        return cli::code(ExitCode::nothing);
    }
    const today::FunctionView view{test.series()};
    if (options.format == cli::Format::json) {
        context.print(answers::json_text(view), cli::Format::json);
        return cli::code(ExitCode::done);
    }
    const Day day = test.at().local_day;
    context.print(fmt::format("Recorded: function, {}. {}{}\n\n", format_day(day),
                              cli::taken_back_by, report::function_scale_words));
    context.print(report::function_test_text(view.activities, day, context.style()));
    if (test.asked().size() < today::usual_activities) {
        context.print("\nThree activities or more make a steadier mean.\n");
    }
    context.print("\n'hipflow stats function' shows it over time.\n");
    return cli::code(ExitCode::done);
}

int measure_function(cli::Context& context, const FunctionOptions& options) {
    if (!options.given() && !context.may_ask()) {
        throw Error(
            "nobody is there to answer. Name activities with --add 'tie my shoes', and say how "
            "they "
            "go with --score 'tie my shoes=4'.");
    }
    today::FunctionTaking test(context.desk(), today::moment_at(context.desk(), options.at));
    if (options.given()) {
        context.desk().store().commit(test.take(options.answers));
        return tell_function(context, options, test);
    }
    const int ended = in_dialogue(
        context, options.plain, [&](terminal::Face& face) { lead_answers(context, face, test); },
        [&] { return test.changed(); });
    if (ended != cli::code(ExitCode::done)) return ended;
    return tell_function(context, options, test);
}

void declare_function(cli::Options& options, FunctionOptions& values) {
    options.add("--add", values.answers.add, "WORDS",
                "Name an activity that is hard; may be repeated");
    options
        .add("--drop", values.answers.drop, "ACTIVITY",
             "Stop asking about this one, by number or words")
        .takes(cli::ValueKind::activity);
    options.add("--score", values.answers.scores, "ACTIVITY=SCORE",
                "How it goes, 0 unable to 10 as before: 1=4 or 'tie my shoes=4'");
    declare_taking(options, values.at, values.plain, values.format);
}

constexpr std::array measure_examples = {
    cli::Example{"hipflow measure range", "how far the hips turn, step by step"},
    cli::Example{"hipflow measure function", "how a few activities go"},
};
constexpr std::array measure_rotation_examples = {
    cli::Example{"hipflow measure range", "step by step"},
    cli::Example{"hipflow measure range --left-internal 32,33,31 --right-internal 35,34,36",
                 "as read"},
};
constexpr std::array measure_function_examples = {
    cli::Example{"hipflow measure function --add 'tie my shoes'", "name one"},
    cli::Example{"hipflow measure function --score 1=4", "how the first goes"},
};

constexpr cli::Command measure_rotation_command{
    .name = "range",
    .summary = "Measure how far each hip turns, with a phone",
    .examples = measure_rotation_examples,
    .bind = cli::bind<&declare_rotation, &measure_rotation>,
};
constexpr cli::Command measure_function_command{
    .name = "function",
    .summary = "Say how well a few activities go, 0 to 10",
    .examples = measure_function_examples,
    .bind = cli::bind<&declare_function, &measure_function>,
};
constexpr std::array measure_parts = {&measure_rotation_command, &measure_function_command};

}  // namespace

constinit const cli::Command measure_command{
    .name = "measure",
    .summary = "Measure how far the hips turn, or what you can do",
    .examples = measure_examples,
    .parts = measure_parts,
};

}  // namespace hipflow::commands
