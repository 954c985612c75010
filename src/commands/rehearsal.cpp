// SPDX-License-Identifier: MIT
#include "commands/rehearsal.h"

#include <fmt/format.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "commands/json_answer.h"
#include "commands/sound.h"
#include "guide/after.h"
#include "guide/conductor.h"
#include "report/library_text.h"
#include "terminal/plain_face.h"
#include "text/wrap.h"
#include "today/routine_source.h"

namespace hipflow {
namespace {

using namespace std::chrono_literals;

/// "01:05.500"
std::string stamp_of(Millis at) {
    return fmt::format("{:02}:{:02}.{:03}", at / 1min, at % 1min / 1s, at % 1s / 1ms);
}

struct Line {
    Millis at{};
    std::string path;
    std::string kind;
    std::string text;
};

/// A cue, or the beginning of a segment; nothing for events that only listeners care about.
std::optional<Line> line_of(const Event& event, const Timeline& timeline) {
    if (const auto* due = std::get_if<CueDue>(&event.what)) {
        return Line{event.at, path(timeline.segments[due->cue.segment]),
                    std::string(word(due->cue.kind)), due->cue.text};
    }
    if (const auto* started = std::get_if<SegmentStarted>(&event.what)) {
        const Segment& segment = timeline.segments[started->segment];
        return Line{event.at, path(segment), "segment",
                    fmt::format("{} {}", word(segment.kind), format_duration(segment.duration))};
    }
    if (std::holds_alternative<Finished>(event.what)) return Line{event.at, "", "finished", ""};
    return std::nullopt;
}

/// Runs the player from deadline to deadline; questions take no time.
std::vector<Line> all_lines(const std::shared_ptr<const Plan>& plan) {
    std::vector<Line> lines;
    Millis now{};
    Turn turn = resume(begin(plan), {});
    while (true) {
        for (const auto& event : turn.events) {
            if (auto line = line_of(event, plan->timeline)) lines.push_back(*std::move(line));
        }
        if (turn.player.phase == Phase::finished) return lines;
        if (const auto deadline = next_deadline(turn.player)) {
            now = *deadline;
            turn = advance(std::move(turn.player), {now});
        } else {
            turn = resume(std::move(turn.player), {now});
        }
    }
}

void print_rehearsal(const Context& context, const std::shared_ptr<const Plan>& plan,
                     bool as_json) {
    const auto lines = all_lines(plan);
    if (!as_json) {
        std::string text;
        for (const auto& line : lines) {
            std::string row = fmt::format("{}  {}  {}  {}", stamp_of(line.at),
                                          padded(line.path, 22), padded(line.kind, 8), line.text);
            row.erase(row.find_last_not_of(' ') + 1);
            text += row + '\n';
        }
        return context.print(text + total_text(plan->timeline) + '\n');
    }
    Json answer = json_answer();
    answer["routine"] = plan->prescription.routine;
    answer["total_ms"] = plan->timeline.total.count();
    answer["work_ms"] = plan->timeline.work.count();
    answer["events"] = Json::array();
    for (const auto& line : lines) {
        answer["events"].push_back({{"at_ms", line.at.count()},
                                    {"path", line.path},
                                    {"kind", line.kind},
                                    {"text", line.text}});
    }
    answer["reasons"] = all_reasons(plan->prescription);
    print_json(context, answer);
}

/// Throws Interrupted.
void play_rehearsal(Context& context, const std::shared_ptr<const Plan>& plan, double speed) {
    Clock clock = context.clock();
    clock.set_speed(speed);
    SignalWatch signals;
    // Without a terminal there is nobody to type, and nothing that ends.
    LineInput input(context.may_ask() ? fileno(context.streams().in) : LineInput::nothing, signals);
    PlainFace face(context.streams().out, context.style(), input);
    const Settings& settings = context.settings();
    Conductor conductor(clock, face, nullptr, nullptr, settings.pain, std::nullopt);
    conductor.run(begin(plan));
    if (!asks_for_help(conductor.ending())) return;
    const Close close = close_of(conductor.ending(), conductor.worst(), {}, Ending::session,
                                 settings.emergency_number);
    face.say(fmt::format("{}{}\n", close.words, last_words(close.ending)));
}

/// As it would be heard; a rehearsal needs no voice to know how long one would speak.
Hearing rehearsed_hearing(const Settings& settings, const StartOptions& options) {
    const SoundSettings sound = sound_settings(settings, options);
    Hearing hearing = estimated_at(settings.rate);
    hearing.voice = sound.voice;
    hearing.tones = sound.tones;
    return hearing;
}

}  // namespace

int rehearse(Context& context, const StartOptions& options) {
    const ChosenRoutine today = routine_for(context, options);
    const RoutineFile source = find_routine(context.library(), today.name);
    const auto plan =
        make_plan(planned_session(context.desk(), source, today.cap(), wishes_of(options)),
                  ask_peak(context.settings(), options, !options.speed || context.may_ask()),
                  rehearsed_hearing(context.settings(), options));
    for (const auto& sentence : news_of(context, today)) context.note(sentence + '\n');
    for (const auto& reason : all_reasons(plan->prescription)) context.note(reason + '\n');
    try {
        if (options.speed) {
            play_rehearsal(context, plan, *options.speed);
        } else {
            print_rehearsal(context, plan, options.json);
        }
    } catch (const Interrupted& interrupted) {
        if (interrupted.signal) return 128 + *interrupted.signal;
    }
    return code(ExitCode::done);
}

}  // namespace hipflow
