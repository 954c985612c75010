// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "sound/programs.h"
#include "sound/speaker.h"

namespace hipflow::sound {

/// The result of trying a program.
struct Trial {
    bool well = true;
    std::string state;   // in words
    std::string advice;  // what to do about it; may be empty
    bool operator==(const Trial&) const = default;
};

struct Trials {
    Trial player;
    /// Of the language of sessions, then of each language that the configuration names.
    std::vector<std::pair<std::string, Trial>> voices;
};

/// Tries whether sounds can be played, and whether voices speak, without a sound: a player plays
/// silence, and a word is rendered but not played. Takes three seconds at most for each player, and
/// as long as a session would wait for each voice. `cache` is the folder for rendered sounds; a
/// folder `trial` in it is made and removed again, since what an earlier session rendered says
/// nothing of the voice today. What a voice could not say in the last session is told as well.
Trials try_sound(const SoundSettings& settings, const Finder& find,
                 const std::filesystem::path& cache);

}  // namespace hipflow::sound
