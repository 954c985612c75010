// SPDX-License-Identifier: MIT
#include "commands/exercise_show.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "answers/library.h"
#include "coach/allowed.h"
#include "commands/display.h"
#include "commands/shared_options.h"
#include "domain/phased_figure.h"
#include "domain/spoken_exercise.h"
#include "report/library_text.h"
#include "terminal/capabilities.h"
#include "terminal/figure_show.h"
#include "text/layout.h"
#include "today/library_lists.h"
#include "today/person.h"

namespace hipflow::commands {
namespace {

struct ExerciseShowOptions {
    std::string id;
    cli::Format format = cli::Format::text;
    bool figure = false;
    bool still = false;
    bool frames = false;
    DisplayOptions display;
};

void declare_exercise_show(cli::Options& options, ExerciseShowOptions& values) {
    options.add("exercise", values.id, "EXERCISE", "The id of an exercise")
        .takes(cli::ValueKind::exercise)
        .required();
    const cli::Option json = options.json(values.format);
    cli::Option figure = options.flag("--figure", values.figure,
                                      "Play its figure; arrow keys turn it, another key ends it");
    cli::Option still =
        options.flag("--still", values.still, "Print where its figure begins and where it leads");
    options.flag("--frames", values.frames, "Print the poses of its figure")
        .excludes({figure, still});
    figure.excludes({json, still});
    still.excludes(json);
    declare_display(options, values.display);
}

/// A figure in words.
struct FigureWords {
    std::string text;       // for the left side
    bool one_side = false;  // they name it, and the other one has its turn

    /// The words where nothing else says that there are two sides.
    std::string whole() const {
        return one_side ? fmt::format("{} {}", text, report::other_side) : text;
    }
};

/// An exercise, and the figure that it is shown with.
struct Shown {
    const Exercise& exercise;
    const catalog::RoutineFile* routine = nullptr;  // whose own drill it is
    const Figure* figure = nullptr;                 // it may have none
    FigureWords words;
    DisplaySettings display;
    DisplayOptions given;

    bool is_drawn() const {
        return figure != nullptr && hipflow::is_drawn(*figure) && display.graphics != Graphics::off;
    }
    /// The figure as it moves where the exercise is done at its own pace.
    Figure in_motion() const {
        std::vector<Millis> times;
        times.reserve(exercise.phases.size());
        for (const auto& phase : exercise.phases) times.push_back(phase.time);
        return figure_in_phases(exercise, *figure, times).value_or(*figure);
    }
};

/// The words for a figure: its own, else how the exercise is done.
FigureWords words_for(const catalog::Library& library, const Exercise& exercise,
                      const Figure* figure, const Routine& routine) {
    if (figure == nullptr) return {};
    const std::string words = report::figure_words(exercise, *figure);
    const bool one_side = exercise.sides != Sides::both && names_side(words);
    if (!figure->text.empty()) {
        return {today::figure_words(library, exercise, *figure, Side::both, routine), one_side};
    }
    const auto phrases = library.phrases(exercise.language);
    return {phrases->place({words, exercise.language}, Side::both).text, one_side};
}

/// Refuses an exercise whose file names what is not there.
void refuse_faults(cli::Context& context, const Shown& shown) {
    const catalog::Library& library = context.library();
    today::FaultyFiles faulty;
    faulty.add(shown.routine != nullptr
                   ? library.check(*shown.routine)
                   : library.check(library.exercise_source(shown.exercise.id)));
    faulty.refuse_any();
}

int without_figure(cli::Context& context, const Shown& shown) {
    refuse_faults(context, shown);
    context.note(fmt::format("{} has no figure.\n", shown.exercise.name));
    return cli::code(ExitCode::nothing);
}

std::string still_rows(cli::Context& context, const Shown& shown,
                       const terminal::FigureOutput& output) {
    constexpr int widest = 80;
    const int columns = std::min(context.style().columns, widest);
    if (columns < terminal::smallest_figure.columns) return "";
    if (output.pixels.protocol != terminal::Protocol::none) {
        return terminal::still_picture(*shown.figure, columns, output.look, output.pixels);
    }
    return terminal::printed(terminal::still_figure(*shown.figure, columns, output.look),
                             terminal::pen_for(context.environment(), output.look.palette));
}

/// Prints the figure as it stands. `known`: what it is drawn with, if the terminal was asked.
int print_still(cli::Context& context, const Shown& shown,
                const std::optional<terminal::FigureOutput>& known = std::nullopt) {
    std::string text = shown.exercise.name + '\n';
    if (shown.is_drawn()) {
        text += still_rows(context, shown,
                           known ? *known : output_for(context, shown.display, shown.given, false));
    }
    context.write(text + paragraph(shown.words.whole(), context.style().columns));
    return cli::code(ExitCode::done);
}

/// Plays the figure on a terminal; elsewhere prints it as it stands.
int show_figure(cli::Context& context, const Shown& shown) {
    if (!shown.is_drawn()) return print_still(context, shown);
    if (const auto why = terminal::why_plain(context.streams(), context.environment())) {
        // Where output goes elsewhere, that it stands still is no surprise.
        if (isatty(fileno(context.streams().out)) != 0) {
            context.note(fmt::format("The figure stands still: {}.\n", *why));
        }
        return print_still(context, shown);
    }
    const auto output = output_for(context, shown.display, shown.given, true);
    if (output.pixels.protocol == terminal::Protocol::sixel) {
        note_sixel_is_still(context, shown.given);
    }
    platform::SignalWatch signals;
    auto tty = terminal::TtyDevice::open();
    if (!tty) return print_still(context, shown, output);
    const Figure moving = shown.in_motion();
    const auto signal = terminal::play_figure(
        *std::move(tty), signals, context.clock(), {shown.exercise, moving, shown.words.whole()},
        terminal::pen_for(context.environment(), output.look.palette), output);
    return signal ? 128 + *signal : print_still(context, shown, output);
}

int print_frames(cli::Context& context, const Shown& shown, cli::Format format) {
    if (!hipflow::is_drawn(*shown.figure)) {
        context.note(
            fmt::format("The figure of {} is in the former format, of which only the text "
                        "is shown.\n",
                        shown.exercise.name));
        return cli::code(ExitCode::nothing);
    }
    context.print(format == cli::Format::json
                      ? answers::json_text(answers::ExerciseFigure{shown.exercise, *shown.figure})
                      : report::figure_frames_text(*shown.figure, context.style()),
                  format);
    return cli::code(ExitCode::done);
}

int print_page(cli::Context& context, const Shown& shown, cli::Format format) {
    const catalog::Library& library = context.library();
    const auto ladder = today::ladder_of(
        library, shown.exercise, shown.routine != nullptr ? shown.routine->routine : Routine{});
    const auto objection = coach::objection(shown.exercise, today::person_of(context.desk()));
    if (format == cli::Format::json) {
        context.print(answers::json_text(answers::ExerciseDetails{
                          shown.exercise,
                          shown.figure == nullptr ? std::nullopt : std::optional(*shown.figure),
                          ladder, objection}),
                      cli::Format::json);
    } else {
        // A picture is for eyes: what reads a pipe wants the words.
        const bool is_seen = shown.is_drawn() && isatty(fileno(context.streams().out)) != 0;
        std::string picture;
        if (is_seen) {
            picture =
                still_rows(context, shown, output_for(context, shown.display, shown.given, false));
        }
        const Exercise read =
            placed(shown.exercise, Side::both, *library.phrases(shown.exercise.language));
        const bool sided = shown.words.one_side ||
                           (shown.exercise.sides != Sides::both && names_side(shown.exercise));
        context.write(report::exercise_text(
            {read, std::move(picture), shown.words.text, ladder, objection, sided},
            context.style()));
    }
    refuse_faults(context, shown);
    return cli::code(ExitCode::done);
}

int show_exercise(cli::Context& context, const ExerciseShowOptions& values) {
    const catalog::Library& library = context.library();
    const auto drill = library.drill(values.id);
    const Routine routine = drill ? drill->source.routine : Routine{};
    const Exercise& exercise = drill ? drill->exercise : library.exercise(values.id);
    const Figure* found = library.figure_of(routine, exercise);
    std::optional<Figure> drawn;
    if (found != nullptr) {
        drawn = *found;
        drawn->scene.bed = exercise.on == Surface::bed;  // it may be borrowed
    }
    const Figure* figure = drawn ? &*drawn : nullptr;
    const Shown shown{exercise,
                      drill ? &drill->source : nullptr,
                      figure,
                      words_for(library, exercise, figure, routine),
                      display_for(context.settings().display, values.display),
                      values.display};
    const bool asks_for_figure = values.figure || values.still || values.frames;
    if (asks_for_figure && figure == nullptr) return without_figure(context, shown);
    if (values.frames) return print_frames(context, shown, values.format);
    if (values.still) return print_still(context, shown);
    if (values.figure) return show_figure(context, shown);
    return print_page(context, shown, values.format);
}

constexpr std::array exercise_show_examples = {
    cli::Example{"hipflow exercise show figure-4-supine", "how it is done"},
    cli::Example{"hipflow exercise show glute-bridge --figure", "see it move"},
    cli::Example{"hipflow exercise show glute-bridge --still", "see where it leads"},
};

}  // namespace

constinit const cli::Command exercise_show_command{
    .name = "show",
    .summary = "Show everything about an exercise, and its figure",
    .examples = exercise_show_examples,
    .bind = cli::bind<&declare_exercise_show, &show_exercise>,
};

}  // namespace hipflow::commands
