// SPDX-License-Identifier: MIT
#include "terminal/plain.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "domain/amount.h"

namespace hipflow {
namespace {

using namespace std::chrono_literals;

template <typename... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};
template <typename... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

const Work& work_at(const Player& player, std::size_t segment) {
    const auto& key = player.plan->timeline.segments[segment].key;
    return step_of(player.plan->prescription, key).work;
}

bool leads_to_first_of_step(const Cue& cue, const Player& player) {
    const auto& sets = player.plan->timeline.sets;
    const std::size_t index = player.plan->timeline.set_at(cue.segment);
    return index == 0 || sets[index - 1].key.step != sets[index].key.step;
}

/// How an exercise begins, and how it goes.
std::string instructions(const std::string& start, const Exercise& exercise) {
    std::string text = start + '\n';
    for (const auto& sentence : exercise.instructions) text += "- " + sentence + '\n';
    return text;
}

/// A new exercise: its name, and how much. In the middle of a step, where it was taken up again or
/// swapped in, no other cue tells how it goes.
std::string introduction(const Cue& cue, const Player& player) {
    const Work& work = work_at(player, cue.segment);
    std::string side = side_words(player.plan->timeline.segments[cue.segment].key.side);
    if (!side.empty()) side = ", " + side;
    std::string text = fmt::format("\n{}{}: {}.\n", work.exercise.name, side, amount_words(work));
    if (leads_to_first_of_step(cue, player)) return text;
    return text + instructions(work.exercise.start, work.exercise);
}

/// How a new exercise goes, or that the same comes again.
std::string set_up(const Cue& cue, const Player& player) {
    if (!leads_to_first_of_step(cue, player)) return cue.text + '\n';
    return instructions(cue.text, work_at(player, cue.segment).exercise);
}

std::string beginning(const Cue& cue, const Player& player) {
    const Segment& segment = player.plan->timeline.segments[cue.segment];
    const std::string side =
        segment.key.side == Side::both ? "" : fmt::format(", {}", word(segment.key.side));
    if (segment.open_ended) return fmt::format("Begin{}. Enter when you are done.\n", side);
    if (segment.kind == SegmentKind::hold) {
        return fmt::format("Hold{}: {}.\n", side, spell_duration(segment.duration));
    }
    return fmt::format("Begin{}. 1\n", side);
}

PlainText of_cue(const Cue& cue, const Player& player) {
    switch (cue.kind) {
        case CueKind::start:
            return {beginning(cue, player), true};
        case CueKind::end:
            return {"Done.\n", true};
        case CueKind::name:
            return {introduction(cue, player)};
        case CueKind::set_up:
            return {set_up(cue, player)};
        case CueKind::side:
        case CueKind::count:
        case CueKind::half:
        case CueKind::tick:
            return {cue.text + '\n'};
        case CueKind::guidance:
            return {};  // for the ear: here it has been read by then
    }
    return {};
}

std::string pause_words(PauseReason reason) {
    switch (reason) {
        case PauseReason::asked:
            return "Paused. Enter goes on.\n";
        case PauseReason::slept:
            return "Paused: the computer slept. Enter goes on.\n";
        case PauseReason::stopped:
            return "Paused: hipflow was stopped for a while. Enter goes on.\n";
        case PauseReason::hurts:
        case PauseReason::question:
            return {};
    }
    return {};
}

/// Of a set that was skipped; one that was left for another reason is not taken back by u, and what
/// comes next is said anyway.
std::string set_words(const SetEnded& ended, const Player& player) {
    if (!player.undo) return {};
    if (ended.progress.status == SetStatus::skipped) {
        return "Skipped. u takes that back for 5 seconds.\n";
    }
    if (ended.progress.status != SetStatus::partial) return {};
    return fmt::format("Left after {}. u takes that back for 5 seconds.\n",
                       spell_duration(ended.progress.credit));
}

PlainText in_a_line(const Happening& what) {
    const std::string text = event_words(what, spell_duration);
    return {text.empty() ? text : text + '\n'};
}

std::string again_words(std::size_t set, const Player& player) {
    const PlannedSet& planned = player.plan->timeline.sets[set];
    const std::string side = side_words(planned.key.side);
    return fmt::format("Again: {}{}{}.\n", work_at(player, planned.first).exercise.name,
                       side.empty() ? "" : ", ", side);
}

}  // namespace

PlainText plain_text(const Event& event, const Player& player) {
    return std::visit(
        Overloaded{
            [&](const CueDue& due) { return of_cue(due.cue, player); },
            [](const Paused& paused) { return PlainText{pause_words(paused.reason)}; },
            [](const Resumed& resumed) {
                if (resumed.get_ready == 0ms) return in_a_line(resumed);
                return PlainText{fmt::format("Get ready: {}.\n", spell_duration(resumed.get_ready)),
                                 true};
            },
            [&](const SetEnded& ended) { return PlainText{set_words(ended, player)}; },
            [&](const WentBack& back) { return PlainText{again_words(back.set, player)}; },
            [](const auto& other) { return in_a_line(other); },
        },
        event.what);
}

std::string_view plain_help() {
    return "Type and press Enter:\n"
           "  Enter alone   pause, and go on\n"
           "  n next        b back, again     + more time\n"
           "  e easier      p it hurts        t time left\n"
           "  u undo skip   q finish here     ? this help\n";
}

std::optional<Key> key_of(std::string_view line) {
    constexpr std::array<std::pair<std::string_view, Key>, 19> meanings = {{
        {"", Key::pause},     {" ", Key::pause},       {"pause", Key::pause},
        {"n", Key::next},     {"next", Key::next},     {"b", Key::back},
        {"back", Key::back},  {"+", Key::more_time},   {"more", Key::more_time},
        {"e", Key::easier},   {"easier", Key::easier}, {"p", Key::hurts},
        {"pain", Key::hurts}, {"t", Key::time_left},   {"time", Key::time_left},
        {"u", Key::undo},     {"undo", Key::undo},     {"q", Key::quit},
        {"quit", Key::quit},
    }};
    const auto* const found =
        std::find_if(meanings.begin(), meanings.end(),
                     [&](const auto& meaning) { return meaning.first == line; });
    if (found == meanings.end()) return std::nullopt;
    return found->second;
}

}  // namespace hipflow
