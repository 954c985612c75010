// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hipflow {

/// How the user wants to be spoken to; [session] of the configuration.
struct SpeechSettings {
    std::vector<std::string> command;  // voice_command; empty: whatever is found
    std::string language = "en";
    std::string variant;  // voice_name
    int rate = 160;       // words a minute
    bool operator==(const SpeechSettings&) const = default;
};

/// A program that speaks: into a file to be played, or by itself.
struct VoiceProgram {
    std::vector<std::string> command;  // {text} and, where it renders, {file} stand for themselves
    bool renders = true;
    std::string name() const;  // without its folder
};

/// Finds a program on PATH: its absolute path, or nothing.
using Finder = std::function<std::optional<std::string>(const std::string&)>;

/// The voice of the configuration, else espeak-ng or say. Nothing where there is none.
std::optional<VoiceProgram> find_voice(const SpeechSettings& settings, const Finder& find);

/// In which order players are tried.
inline constexpr auto player_names =
    std::to_array<std::string_view>({"pw-play", "paplay", "aplay", "afplay"});
std::vector<std::string> find_players(const Finder& find);

std::vector<std::string> speaking(const VoiceProgram& voice, const std::string& text,
                                  const std::string& file);
std::vector<std::string> playing(const std::string& player, const std::string& file);

/// "paplay" of "/usr/bin/paplay".
std::string program_name(const std::string& path);

}  // namespace hipflow
