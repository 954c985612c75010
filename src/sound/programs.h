// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/settings.h"
#include "platform/environment.h"

namespace hipflow::sound {

/// How the user wants to be spoken to, from [session] of the configuration.
struct SpeechSettings {
    std::vector<std::string> command;  // voice_command; empty: the first voice that is found
    std::string language = "en";
    std::string variant;  // voice_name
    int rate = 160;       // words a minute
    bool operator==(const SpeechSettings&) const = default;
};

/// Takes them from the settings.
SpeechSettings speech_settings(const Settings& settings);

/// A program that speaks: into a file that is played, or by itself.
struct VoiceProgram {
    std::vector<std::string> command;  // with {text} and, if it renders, {file} to be replaced
    bool renders = true;
    std::string name() const;  // without its folder
};

/// Returns the absolute path of a program on PATH, or nullopt.
using Finder = std::function<std::optional<std::string>(const std::string&)>;

/// Returns a function that finds programs on the PATH of an environment.
Finder finder_in(const platform::Environment& environment);

/// Returns the voice of the configuration, else espeak-ng or say, or nullopt if there is none.
std::optional<VoiceProgram> find_voice(const SpeechSettings& settings, const Finder& find);

/// Players in the order in which they are tried.
inline constexpr auto player_names =
    std::to_array<std::string_view>({"pw-play", "paplay", "aplay", "afplay"});
std::vector<std::string> find_players(const Finder& find);

/// The command that speaks a text, or renders it into a file.
std::vector<std::string> speaking(const VoiceProgram& voice, const std::string& text,
                                  const std::string& file);
/// The command that plays a file.
std::vector<std::string> playing(const std::string& player, const std::string& file);

/// Strips the folder: "paplay" of "/usr/bin/paplay".
std::string program_name(const std::string& path);

/// Says what is heard in one line: "Sound: voice (espeak-ng) and tones, played by aplay." `voice`
/// is null where none speaks, `player` is empty for a voice that plays itself. A voice that is
/// wanted and missing is mentioned.
std::string sound_words(const VoiceProgram* voice, bool tones, std::string_view player,
                        bool wants_voice);

}  // namespace hipflow::sound
