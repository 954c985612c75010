// SPDX-License-Identifier: MIT
#include "commands/exercise_figure.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "commands/json_answer.h"
#include "exchange/figure_json.h"
#include "report/figure_text.h"
#include "terminal/choose_face.h"
#include "terminal/play_figure.h"
#include "text/wrap.h"

namespace hipflow {
namespace {

constexpr int widest_still = 72;

int without_figure(Context& context, const Exercise& exercise) {
    context.note(fmt::format("{} has no figure.\n", exercise.name));
    return code(ExitCode::nothing);
}

std::string still_text(const Exercise& exercise, const Figure& figure, const Style& style) {
    const int columns = std::min(style.columns, widest_still);
    const Frame frame = still_figure(figure, columns, style.unicode ? Blocks::half : Blocks::ascii);
    std::string text = exercise.name + '\n';
    for (const auto& row : frame.rows()) text += row + '\n';
    return text + paragraph(figure_words(exercise), style.columns);
}

}  // namespace

int show_figure(Context& context, const Exercise& exercise) {
    if (!exercise.figure) return without_figure(context, exercise);
    const Style style = context.style();
    const auto blocks = blocks_for(context.environment(), style, context.options().charset);
    if (!why_plain(context.streams(), context.environment())) {
        SignalWatch signals;
        if (auto tty = TtyDevice::open()) {
            const Pen pen = pen_for(context.environment(), style);
            const auto signal =
                play_figure(*std::move(tty), signals, context.clock(),
                            {exercise, *exercise.figure, figure_words(exercise)}, pen, blocks);
            if (signal) return 128 + *signal;
        }
    }
    context.print(still_text(exercise, *exercise.figure, style));
    return code(ExitCode::done);
}

int print_frames(Context& context, const Exercise& exercise, bool json) {
    if (!exercise.figure) return without_figure(context, exercise);
    if (json) {
        Json answer = json_answer();
        answer["exercise"] = exercise.id;
        answer["figure"] = to_json(*exercise.figure);
        print_json(context, answer);
    } else {
        context.print(figure_frames_text(*exercise.figure, context.style()));
    }
    return code(ExitCode::done);
}

}  // namespace hipflow
