// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "session/player.h"

namespace hipflow::session {

/// A tone or a sentence within a block.
struct Sound {
    Millis at{};  // since the start of the block
    std::optional<Tone> tone;
    std::string text;
    std::string language = "en";
    std::size_t cue = 0;  // index among the cues of the script
    Millis length{};
    bool operator==(const Sound&) const = default;
};

/// Sounds less than a second apart, played as one piece: the distances inside it are exact, and a
/// player that starts late cannot make two blocks overlap (docs/design/guidance.md, "Blocks").
struct Block {
    Millis due{};               // when it starts, on the session's clock
    std::vector<Sound> sounds;  // in the order of time, never empty
    std::size_t next = 0;       // the first cue after it
    bool must = false;          // holds something that may not be dropped
    Millis length() const { return sounds.back().at + sounds.back().length; }
};

/// The sound of a cue, from `at` on; nullopt where nothing of it is heard. `index` is that of the
/// cue in its script.
std::optional<Sound> sound_of(const Cue& cue, std::size_t index, Millis at, const Hearing& hearing);

/// How to cut the next block out of the cues.
struct BlockCut {
    bool single = false;        // every cue alone: the clock runs fast, or a voice speaks by itself
    bool before_count = false;  // stop before a set's count-in, which is on time or waits for words
};

/// The block that starts with a cue of the script, or with the first audible one after it; nullopt
/// while the clock stands still, or if nothing is left to hear. A sound that turns out longer than
/// it was laid out pushes back what follows in its block.
std::optional<Block> block_from(const Player& player, std::size_t cue, const Hearing& hearing,
                                BlockCut cut = {});

}  // namespace hipflow::session
