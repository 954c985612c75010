// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "session/player.h"

namespace hipflow {

/// A tone or a sentence in a block.
struct Sound {
    Millis at{};  // since the beginning of the block
    std::optional<Tone> tone;
    std::string text;
    std::size_t cue = 0;  // of the plan
    Millis length{};
    bool operator==(const Sound&) const = default;
};

/// Sounds less than a second apart: they are one piece, so that the distances inside it are exact,
/// while a player that starts late makes no two blocks meet.
struct Block {
    Millis due{};               // of its beginning, on the session's clock
    std::vector<Sound> sounds;  // in the order of time, never empty
    std::size_t next = 0;       // the first cue behind it
    bool must = false;          // holds something that may not be left out
    Millis length() const { return sounds.back().at + sounds.back().length; }
};

/// How the next block is to be cut out of the cues.
struct BlockCut {
    bool single = false;  // every cue by itself: the clock runs fast, or a voice speaks itself
    bool before_count = false;  // up to the count-in of a set: that is on time, or waits for words
};

/// The block that begins with a cue of the plan, or with the first one behind it that can be heard;
/// nothing while the clock stands still, or where nothing more is to be heard. Within a block what
/// turns out to be longer than it was laid out for pushes what follows.
std::optional<Block> block_from(const Player& player, std::size_t cue, const Hearing& hearing,
                                BlockCut cut = {});

}  // namespace hipflow
