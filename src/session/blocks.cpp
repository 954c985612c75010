// SPDX-License-Identifier: MIT
#include "session/blocks.h"

#include <algorithm>

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;

constexpr Millis joined_within = 1s;

/// Returns whether a question lies between two cues. It takes any amount of time, so they cannot
/// share a block.
bool asks_between(const Timeline& timeline, const Cue& before, const Cue& cue) {
    const auto& segments = timeline.segments;
    for (std::size_t i = before.segment; i < cue.segment; ++i) {
        if (segments[i].kind == SegmentKind::ask) return true;
    }
    return false;
}

/// Returns whether a cue starts a new block, however close it is to `last`, the one heard before.
bool is_cut_before(const Script& script, std::size_t last, std::size_t cue, BlockCut cut) {
    const Cue& here = script.cues[cue];
    const bool counts_in = here.kind == CueKind::count &&
                           script.cues[cue - 1].kind != CueKind::count &&
                           is_gap(script.timeline.segments[here.segment].kind);
    return cut.single || (cut.before_count && counts_in) ||
           asks_between(script.timeline, script.cues[last], here);
}

/// Returns whether a cue of an earlier segment must still be said in the current gap.
bool is_owed(const Player& player, const Cue& cue) {
    const PlannedSet& set = current_set(player);
    return cue.must && player.phase == Phase::running && player.segment < set.first &&
           cue.segment >= set.lead_in && cue.segment < player.segment;
}

/// The cue itself, or the first after it that is not over.
std::size_t first_to_come(const Player& player, std::size_t cue) {
    const auto& cues = player.script->cues;
    while (cue < cues.size() && cues[cue].segment < player.segment && !is_owed(player, cues[cue])) {
        ++cue;
    }
    return cue;
}

/// When a cue falls due; an owed one is due at once.
std::optional<Millis> due_or_owed(const Player& player, std::size_t cue) {
    if (!is_owed(player, player.script->cues[cue])) return due_time(player, cue);
    return player.since - player.position;
}

/// Adds a sound to a block that sounds until `end`; returns the new end.
Millis add(Block& block, Sound sound, Millis end) {
    if (block.sounds.empty()) {
        block.due = sound.at;
    } else if (sound.at < end) {
        sound.at = end + least_pause;
    }
    end = sound.at + sound.length;
    block.sounds.push_back(std::move(sound));
    return end;
}

}  // namespace

std::optional<Sound> sound_of(const Cue& cue, std::size_t index, Millis at,
                              const Hearing& hearing) {
    const Millis words = words_length(cue, hearing);
    if (words > 0ms) return Sound{at, std::nullopt, cue.text, cue.language, index, words};
    const auto tone = tone_of(cue, hearing);
    if (!tone) return std::nullopt;
    return Sound{at, tone, "", cue.language, index, length_of(*tone)};
}

std::optional<Block> block_from(const Player& player, std::size_t cue, const Hearing& hearing,
                                BlockCut cut) {
    const auto& cues = player.script->cues;
    Block block;
    Millis end{};
    for (block.next = first_to_come(player, cue); block.next < cues.size();
         block.next = first_to_come(player, block.next + 1)) {
        const auto due = due_or_owed(player, block.next);
        if (!due) break;
        auto sound = sound_of(cues[block.next], block.next, *due, hearing);
        if (!sound) continue;
        const bool apart =
            !block.sounds.empty() &&
            (sound->at >= end + joined_within ||
             is_cut_before(*player.script, block.sounds.back().cue, block.next, cut));
        if (apart) break;
        end = add(block, *std::move(sound), end);
        block.must = block.must || cues[block.next].must;
    }
    if (block.sounds.empty()) return std::nullopt;
    for (Sound& sound : block.sounds) sound.at -= block.due;
    return block;
}

}  // namespace hipflow::session
