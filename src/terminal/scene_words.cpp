// SPDX-License-Identifier: MIT
#include "terminal/scene_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "terminal/exercise_words.h"

namespace hipflow::terminal {
namespace {

using session::SegmentKind;

const PrescribedStep& step_of(const session::Player& player) {
    return session::step_of(player.script->prescription, session::current_set(player).key);
}

/// Says what a segment is, whether or not the clock runs.
std::string segment_words(const session::Player& player) {
    const session::Segment& segment = session::current_segment(player);
    switch (segment.kind) {
        case SegmentKind::ready:
            return "GET READY";
        case SegmentKind::position_change:
            return "CHANGE POSITION";
        case SegmentKind::side_change:
            return "CHANGE SIDES";
        case SegmentKind::rest:
            return "REST";
        case SegmentKind::release:
            return "LET GO";
        case SegmentKind::rep:
            if (segment.open_ended) return fmt::format("REP {}", segment.rep);
            return fmt::format("REP {} OF {}", segment.rep,
                               session::current_set(player).reps.value_or(1));
        case SegmentKind::hold:
            if (segment.open_ended) return "AS LONG AS YOU LIKE";
            if (const auto reps = session::current_set(player).reps) {
                return fmt::format("HOLD {} OF {}", segment.rep, *reps);
            }
            return "HOLD";
        case SegmentKind::move:
            return "KEEP MOVING";
        case SegmentKind::ask:
            return "";
    }
    return {};
}

/// Names a side of an exercise in small letters: "right leg"; empty for both.
std::string small_side(const Work& work, Side side) {
    if (side == Side::both) return {};
    return fmt::format("{} {}", word(side), word(work.exercise.part));
}

/// Joins what is said by commas; what is empty is left out.
std::string listed(std::initializer_list<std::string> words) {
    std::string list;
    for (const auto& each : words) {
        if (each.empty()) continue;
        if (!list.empty()) list += ", ";
        list += each;
    }
    return list;
}

/// Says how much the work of a set is: "30 s", "8 reps"; empty where that is up to the person.
std::string work_words(const session::PlannedSet& set) {
    if (set.as_many) return "as many as you can";
    if (set.reps) return *set.reps == 1 ? "1 rep" : fmt::format("{} reps", *set.reps);
    return set.work > Millis{0} ? spell_duration(set.work) : "";
}

std::string set_number(const PrescribedStep& step, const session::SetKey& key) {
    return fmt::format("set {} of {}", key.set, session::sets_of(step, key.side));
}

/// Names a set by what differs from the one under way: another exercise, another set, another side.
std::string set_words(const session::Player& player, const session::PlannedSet& set) {
    const PrescribedStep& step = session::step_of(player.script->prescription, set.key);
    const std::string side = small_side(step.work, set.key.side);
    const session::SetKey& current = session::current_set(player).key;
    if (set.key.step != current.step) return listed({exercise_name(step.work, player), side});
    const std::string number = set.key.set == current.set ? "" : set_number(step, set.key);
    return listed({number, side, work_words(set)});
}

/// Returns whether the set after the one under way belongs to another exercise, which is named
/// then.
bool names_next_exercise(const session::Player& player) {
    const auto& sets = player.script->timeline.sets;
    const std::size_t index = player.script->timeline.set_at(player.segment);
    const bool works = player.segment >= sets[index].first && !stands_still(player);
    return works && index + 1 < sets.size() && sets[index + 1].key.step != sets[index].key.step;
}

std::string gap_words(const session::Player& player) {
    const session::PlannedSet& set = session::current_set(player);
    const Work& work = session::current_work(player);
    if (is_first_of_step(player)) return "Next: " + amount_and_load(work);
    const std::string number = set.key.set == 1 ? "" : set_number(step_of(player), set.key);
    return "Next: " + listed({number, small_side(work, set.key.side), work_words(set)});
}

/// Returns whether a side works, and is shown large.
bool is_sided(const session::Player& player) { return working_side(player) != Side::both; }

}  // namespace

bool stands_still(const session::Player& player) {
    return player.phase == session::Phase::paused || player.phase == session::Phase::waiting;
}

bool takes_position(const session::Player& player) {
    if (player.phase == session::Phase::getting_ready) return player.announced.moved > Millis{0};
    const SegmentKind kind = session::current_segment(player).kind;
    return kind == SegmentKind::ready || kind == SegmentKind::position_change;
}

bool is_first_of_step(const session::Player& player) {
    const auto& sets = player.script->timeline.sets;
    const std::size_t index = player.script->timeline.set_at(player.segment);
    return index == 0 || sets[index - 1].key.step != sets[index].key.step;
}

std::string state_words(const session::Player& player) {
    if (player.phase == session::Phase::getting_ready) return "GET READY";
    std::string words = segment_words(player);
    const session::PlannedSet& set = session::current_set(player);
    const int sets = session::current_work(player).sets;
    if (session::is_work(session::current_segment(player).kind) && sets > 1) {
        words += fmt::format(", SET {} OF {}", set.key.set, sets);
    }
    const auto& round = session::step_of(player.script->prescription, set.key).round;
    if (round && round->rounds > 1) {
        words += fmt::format(", ROUND {} OF {}", round->number, round->rounds);
    }
    return stands_still(player) ? "PAUSED: " + words : words;
}

std::string headline(const session::Player& player) {
    if (stands_still(player)) return "PAUSED";
    if (takes_position(player)) {
        return player.script->hearing
            .say(position_message(session::current_work(player).exercise.position))
            .text;
    }
    if (player.phase == session::Phase::getting_ready) return "GET READY";
    switch (session::current_segment(player).kind) {
        case SegmentKind::side_change:
            return "CHANGE SIDES";
        case SegmentKind::rest:
            return "REST";
        case SegmentKind::release:
            return "LET GO";
        case SegmentKind::hold:
            return is_sided(player) || session::current_segment(player).open_ended ? "" : "HOLD";
        case SegmentKind::move:
            return is_sided(player) ? "" : "MOVE";
        default:
            return {};
    }
}

std::string large_side(const session::Player& player, Side side) {
    if (side == Side::both) return {};
    MessageValues values;
    values.side = side;
    const Part part = session::current_work(player).exercise.part;
    return player.script->hearing.say(side_message(part), values).text;
}

std::string next_words(const session::Player& player) {
    if (stands_still(player)) return "Press space to continue.";
    const auto& sets = player.script->timeline.sets;
    const std::size_t index = player.script->timeline.set_at(player.segment);
    if (player.segment < sets[index].first) return gap_words(player);
    if (session::current_segment(player).open_ended) return "Press space when you have had enough.";
    if (index + 1 == sets.size()) return "Then you are done.";
    return "Then: " + set_words(player, sets[index + 1]);
}

std::vector<std::string> road_ahead(const session::Player& player) {
    std::vector<std::string> names;
    if (stands_still(player)) return names;
    const auto& steps = player.script->prescription.steps;
    auto first = static_cast<std::size_t>(session::current_set(player).key.step);
    if (names_next_exercise(player)) ++first;
    for (std::size_t step = first; step < steps.size(); ++step) {
        names.push_back(exercise_name(steps[step].work, player));
    }
    return names;
}

std::string count_words(const session::Player& player) {
    const auto firsts = first_rounds_of(player.script->prescription.steps);
    const auto current = static_cast<std::size_t>(session::current_set(player).key.step) - 1;
    std::size_t number = 0;
    std::size_t all = 0;
    for (std::size_t i = 0; i < firsts.size(); ++i) {
        if (firsts[i] != i) continue;
        ++all;
        if (i <= firsts[current]) number = all;
    }
    return fmt::format("{} of {}", number, all);
}

std::string time_words(Millis remaining) {
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(remaining).count();
    if (minutes <= 1) return "last minute";
    if (minutes < 60) return fmt::format("{} min", minutes);
    return fmt::format("{} h {} min", minutes / 60, minutes % 60);
}

std::vector<KeyHint> key_hints(const session::Player& player) {
    if (stands_still(player)) {
        return {{"space", "continue"},
                {"p", "it hurts"},
                {"q", "finish"},
                {"h", "how it goes"},
                {"?", "keys"}};
    }
    std::vector<KeyHint> hints;
    const bool ends =
        player.phase == session::Phase::running && session::current_segment(player).open_ended;
    hints.push_back({"space", ends ? "done" : "pause"});
    hints.push_back({"p", "it hurts"});
    if (!step_of(player).easier.empty()) hints.push_back({"e", "easier"});
    if (!ends) hints.push_back({"->", "next"});
    hints.push_back({"<-", "again"});
    hints.push_back({"h", "how it goes"});
    hints.push_back({"?", "keys"});
    return hints;
}

}  // namespace hipflow::terminal
