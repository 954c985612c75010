// SPDX-License-Identifier: MIT
#include "terminal/scene_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "domain/amount.h"

namespace hipflow {
namespace {

using namespace std::chrono_literals;

std::string_view side_capitals(Side side) {
    if (side == Side::both) return {};
    return side == Side::left ? "LEFT" : "RIGHT";
}

const PrescribedStep& step_of(const Player& player) {
    return player.plan->prescription
        .steps[static_cast<std::size_t>(current_set(player).key.step) - 1];
}

/// What a segment is, whether or not the clock runs.
std::string segment_words(const Player& player) {
    const Segment& segment = current_segment(player);
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
            return fmt::format("REP {} OF {}", segment.rep, current_set(player).reps.value_or(1));
        case SegmentKind::hold:
            if (segment.open_ended) return "AS LONG AS YOU LIKE";
            if (const auto reps = current_set(player).reps) {
                return fmt::format("HOLD {} OF {}", segment.rep, *reps);
            }
            return "HOLD";
        case SegmentKind::ask:
            return "";
    }
    return {};
}

/// "Next: " in a gap, "Then: " in work; of another exercise its name, of the same what differs.
std::string set_words(const Player& player, const PlannedSet& set, std::string_view lead) {
    const auto step = static_cast<std::size_t>(set.key.step) - 1;
    const Work& work = player.plan->prescription.steps[step].work;
    const std::string side = side_words(set.key.side);
    const PlannedSet& current = current_set(player);
    if (set.key.step != current.key.step) {
        return fmt::format("{}{}{}{}", lead, work.exercise.name, side.empty() ? "" : ", ", side);
    }
    if (set.key.set == current.key.set) return fmt::format("{}{}", lead, side);
    return fmt::format("{}set {} of {}{}{}", lead, set.key.set, work.sets, side.empty() ? "" : ", ",
                       side);
}

std::string gap_words(const Player& player) {
    const PlannedSet& set = current_set(player);
    const Work& work = current_work(player);
    const std::string side = side_words(set.key.side);
    if (is_first_of_step(player)) return "Next: " + amount_words(work);
    if (set.key.set > 1) {
        return fmt::format("Next: set {} of {}{}{}", set.key.set, work.sets,
                           side.empty() ? "" : ", ", side);
    }
    return "Next: " + side;
}

}  // namespace

bool stands_still(const Player& player) {
    return player.phase == Phase::paused || player.phase == Phase::waiting;
}

bool is_first_of_step(const Player& player) {
    const auto& sets = player.plan->timeline.sets;
    const std::size_t index = player.plan->timeline.set_at(player.segment);
    return index == 0 || sets[index - 1].key.step != sets[index].key.step;
}

std::string state_words(const Player& player) {
    if (player.phase == Phase::getting_ready) return "GET READY";
    std::string words = segment_words(player);
    const PlannedSet& set = current_set(player);
    const int sets = current_work(player).sets;
    if (is_work(current_segment(player).kind) && sets > 1) {
        words += fmt::format(", SET {} OF {}", set.key.set, sets);
    }
    if (!stands_still(player)) return words;
    // The large word says PAUSE now, in the place of the side.
    const std::string_view side = side_capitals(current_segment(player).side);
    return fmt::format("PAUSED: {}{}{}", words, side.empty() ? "" : ", ", side);
}

std::string large_word(const Player& player) {
    if (stands_still(player)) return "PAUSE";
    const Segment& segment = current_segment(player);
    // A gap belongs to the set that it leads to; its own side is nobody's.
    const Side side = segment.side != Side::both ? segment.side : current_set(player).key.side;
    if (side != Side::both) return std::string(side_capitals(side));
    if (player.phase == Phase::getting_ready) return "READY";
    switch (segment.kind) {
        case SegmentKind::hold:
            return "HOLD";
        case SegmentKind::rep:
            return "REP";
        case SegmentKind::rest:
        case SegmentKind::release:
            return "REST";
        default:
            return "READY";
    }
}

std::string next_words(const Player& player) {
    if (stands_still(player)) return "Space goes on.";
    const auto& sets = player.plan->timeline.sets;
    const std::size_t index = player.plan->timeline.set_at(player.segment);
    if (player.segment < sets[index].first) return gap_words(player);
    if (current_segment(player).open_ended) return "Space ends it.";
    if (index + 1 == sets.size()) return "Then: done";
    return set_words(player, sets[index + 1], "Then: ");
}

std::string left_words(Millis left) {
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(left).count();
    if (minutes <= 1) return "last minute";
    if (minutes < 60) return fmt::format("{} min left", minutes);
    return fmt::format("{} h {} min left", minutes / 60, minutes % 60);
}

std::vector<KeyHint> key_hints(const Player& player) {
    if (stands_still(player)) {
        return {{"space", "go on"}, {"p", "it hurts"}, {"q", "finish"}, {"?", "all keys"}};
    }
    std::vector<KeyHint> hints;
    const bool ends = player.phase == Phase::running && current_segment(player).open_ended;
    hints.push_back({"space", ends ? "done" : "pause"});
    hints.push_back({"p", "it hurts"});
    if (!step_of(player).easier.empty()) hints.push_back({"e", "easier"});
    if (!ends) hints.push_back({"->", "next"});
    hints.push_back({"<-", "again"});
    hints.push_back({"?", "all keys"});
    return hints;
}

}  // namespace hipflow
