// SPDX-License-Identifier: MIT
// The steps of a session, as a list that a sheet can be proof-read with.

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "domain/dose.h"
#include "domain/names.h"
#include "domain/spoken_exercise.h"
#include "report/library_text.h"
#include "text/layout.h"

namespace hipflow::report {
namespace {

bool has_sides(const PrescribedStep& step) { return step.work.sides == Sides::each; }

/// How many sets the side with more of them has.
int most_sets(const PrescribedStep& step) {
    return step.work.sets + std::max(step.extra.left, step.extra.right);
}

/// "5 reps per side, 6 s each", "5 reps on the left side only, 6 s each"
std::string amount_and_sides(const PrescribedStep& step) {
    std::string amount = amount_words(step.work);
    if (!has_sides(step)) return amount;
    const auto first_part = std::min(amount.find(','), amount.size());
    const std::string sides =
        step.only ? fmt::format(" on the {} side only", word(*step.only)) : " per side";
    return amount.insert(first_part, sides);
}

/// "; 1 more on the left"
std::string extra_words(const ExtraSets& extra) {
    std::string text;
    if (extra.left > 0) text += fmt::format("; {} more on the left", extra.left);
    if (extra.right > 0) text += fmt::format("; {} more on the right", extra.right);
    return text;
}

/// The order of sides, where there is more than one set to put in order.
std::string order_words(const PrescribedStep& step) {
    if (step.work.sides == Sides::alternate) return "left and right in turn";
    if (!has_sides(step) || step.only || most_sets(step) == 1) return {};
    return step.order == SideOrder::each_side ? "all sets of one side first"
                                              : "sides change after each set";
}

/// The rest between sets, where it is kept.
std::string rest_words(const PrescribedStep& step) {
    if (most_sets(step) == 1 || step.gap == Millis{0}) return {};
    const bool takes_turns = has_sides(step) && !step.only && step.extra == ExtraSets{} &&
                             step.order == SideOrder::each_set;
    if (takes_turns && !step.gap_in_turn) return {};
    return fmt::format("{} of rest between sets", spell_duration(step.gap));
}

/// "push 6 s, relax 20 s", or of a tempo "tempo 2-1-2-0"
std::string phase_words(const Work& work) {
    const auto& phases = work.exercise.phases;
    const bool beats_alone =
        std::ranges::all_of(phases, [](const RepPhase& phase) { return phase.say.empty(); });
    if (!work.reps || work.hold) return {};
    std::string text;
    if (!phases.empty() && beats_alone) {
        const Millis shortest = std::max(shortest_rep(phases), Millis{1});
        for (std::size_t i = 0; i < phases.size(); ++i) {
            const Millis time = work.tempo.size() == phases.size()
                                    ? work.tempo[i]
                                    : phases[i].time * work.pace.count() / shortest.count();
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", phases[i].beat,
                                spell_duration(time));
        }
        return text;
    }
    for (const Millis time : work.tempo) {
        text += fmt::format("{}{:g}", text.empty() ? "tempo " : "-",
                            std::chrono::duration<double>(time).count());
    }
    return text;
}

/// What is written of a step beside its amount, in the order in which it matters. What a block says
/// of it is not among it.
std::vector<std::string> detail_words(const PrescribedStep& step) {
    const Work& work = step.work;
    std::vector<std::string> details;
    const auto add = [&](std::string words) {
        if (!words.empty()) details.push_back(std::move(words));
    };
    add(phase_words(work));
    if (work.load) add("with " + *work.load);
    add(order_words(step));
    add(rest_words(step));
    if (work.exercise.on == Surface::bed) add("on the bed");
    if (step.rest_before > Millis{0}) {
        add(fmt::format("after {} of rest", spell_duration(step.rest_before)));
    }
    if (step.optional) add("optional");
    add(work.note.value_or(""));
    return details;
}

/// "3 rounds, 1 min of rest between them", for the step that a block begins with: what it is in is
/// told before it.
std::string rounds_words(const Prescription& prescription, std::size_t begin,
                         const std::vector<std::size_t>& blocks) {
    const auto& steps = prescription.steps;
    std::string text = plural(steps[begin].round.value_or(Round{}).rounds, "round");
    std::size_t next = begin + 1;  // where a round begins, or the other side
    while (next < steps.size() && blocks[next] == begin &&
           steps[next].place != steps[begin].place) {
        ++next;
    }
    if (next == steps.size() || blocks[next] != begin) return text;
    const Millis rest = steps[next].round.value_or(Round{}).rest;
    if (rest > Millis{0}) text += fmt::format(", {} of rest between them", spell_duration(rest));
    return text;
}

/// Returns whether a step of a block has its turn on one side and then on the other.
bool has_turns(const std::vector<PrescribedStep>& steps, std::size_t index) {
    const PrescribedStep& step = steps[index];
    return step.block > 0 && step.only &&
           std::ranges::any_of(steps, [&](const PrescribedStep& other) {
               return other.block == step.block && other.place == step.place &&
                      other.only != step.only;
           });
}

/// Returns whether a block is done on one side and then on the other.
bool is_side_by_side(const std::vector<PrescribedStep>& steps, std::size_t begin,
                     const std::vector<std::size_t>& blocks) {
    for (std::size_t i = begin; i < steps.size() && blocks[i] == begin; ++i) {
        if (has_turns(steps, i)) return true;
    }
    return false;
}

/// Of a step of a block that is done on both sides in its turn, both are meant, with the sets that
/// one of them has more. No rest comes before the first step of a session.
PrescribedStep as_written(const std::vector<PrescribedStep>& steps, std::size_t index) {
    PrescribedStep written = steps[index];
    if (index == 0) written.rest_before = {};
    if (!has_turns(steps, index)) return written;
    const auto turn = std::ranges::find_if(steps, [&](const PrescribedStep& other) {
        return other.block == written.block && other.place == written.place &&
               other.only != written.only;
    });
    const bool left_first = written.only == Side::left;
    const int left = left_first ? written.work.sets : turn->work.sets;
    const int right = left_first ? turn->work.sets : written.work.sets;
    written.work.sets = std::min(left, right);
    written.extra = {left - written.work.sets, right - written.work.sets};
    written.only.reset();
    written.order = SideOrder::each_side;
    return written;
}

}  // namespace

std::vector<StepLine> step_lines(const Prescription& prescription) {
    const auto& steps = prescription.steps;
    const auto blocks = blocks_of(steps);
    const auto firsts = first_rounds_of(steps);
    std::vector<StepLine> lines;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (firsts[i] != i) continue;
        StepLine line{
            .step = i, .block = steps[i].block, .rounds = {}, .amount = {}, .details = {}};
        if (steps[i].round && blocks[i] == i) {
            line.rounds = rounds_words(prescription, i, blocks) +
                          (is_side_by_side(steps, i, blocks) ? ", all on one side first" : "");
        }
        const PrescribedStep written = as_written(steps, i);
        line.amount = amount_and_sides(written) + extra_words(written.extra);
        line.details = detail_words(written);
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string steps_text(const Prescription& prescription, int columns) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& line : step_lines(prescription)) {
        const PrescribedStep& step = prescription.steps[line.step];
        std::string words = line.rounds.empty() ? "" : line.rounds + ": ";
        words += line.amount;
        for (const auto& detail : line.details) words += "; " + detail;
        if (step.round && line.rounds.empty()) words += "; in each round";
        rows.push_back({fmt::format("{}", rows.size() + 1),
                        written_name(step.work.exercise, prescription.language), std::move(words)});
    }
    return table(rows, {{Align::right}, {}, {Align::left, 1, true}}, columns);
}

}  // namespace hipflow::report
