// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <optional>
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
    std::optional<int> signal{};  // that ended the trials before all was tried
};

/// Tries whether sounds can be played, and whether voices speak. It makes no sound where it can: a
/// player plays silence, and a word is rendered but not played; only a voice that speaks at once is
/// heard. Takes three seconds at most for each player, and `patience` for each voice. A signal ends
/// it, and the program that is being tried. `cache` is the folder for rendered sounds; a folder
/// `trial` in it is made and removed again, since what an earlier session rendered says nothing of
/// the voice today, and what killed sessions left there is removed too. What a voice could not say
/// in the last session is told as well.
Trials try_sound(const SoundSettings& settings, const Finder& find,
                 const std::filesystem::path& cache, Millis patience = longest_answer);

}  // namespace hipflow::sound
