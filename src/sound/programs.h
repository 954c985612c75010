// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/settings.h"
#include "domain/time.h"
#include "platform/environment.h"

namespace hipflow::sound {

/// How the user wants to be spoken to, from the configuration.
struct SpeechSettings {
    std::map<std::string, VoiceChoice, std::less<>> voices;  // by language; that of "" is for all
    std::string language = "en";                             // of sessions
    int rate = usual_rate;                                   // in the unit of espeak-ng
    bool operator==(const SpeechSettings&) const = default;
};

/// Takes them from the settings.
SpeechSettings speech_settings(const Settings& settings);

/// The language of a language as it is spoken somewhere: "en" of "en-gb".
std::string base_language(std::string_view language);

/// How long a voice may take for a sentence; one that takes longer hangs.
inline constexpr Millis longest_answer{20'000};

/// A word to hear a voice by: one that it says in its language.
std::string sample_word(std::string_view language);

/// A program that speaks one language: into a file that is played, or by itself.
struct VoiceProgram {
    std::vector<std::string> command;  // its absolute path, and arguments with {text} and so on
    std::string language = "en";       // as it is asked for: "en-gb"
    int rate = usual_rate;
    /// Returns whether it writes a file, which a player plays.
    bool renders() const;
    /// Returns whether the sentence comes on its standard input.
    bool reads() const;
    std::string name() const;  // without its folder
    bool operator==(const VoiceProgram&) const = default;
};

/// Returns the absolute path of a program on PATH, or nullopt.
using Finder = std::function<std::optional<std::string>(const std::string&)>;

/// Returns a function that finds programs on the PATH of an environment.
Finder finder_in(const platform::Environment& environment);

/// Returns the command that is configured for a language, or null: that of its own table, else that
/// for all languages. A command without {lang} speaks only the language of its table, which is that
/// of sessions in the table for all.
const std::vector<std::string>* command_for(const SpeechSettings& settings,
                                            std::string_view language);

/// Returns the voice of a language: that of the configuration, else espeak-ng or say with the
/// voice that the configuration names. Returns nullopt if it is not found.
std::optional<VoiceProgram> find_voice(const SpeechSettings& settings, const std::string& language,
                                       const Finder& find);

/// Returns what speaks a language where that voice cannot: espeak-ng as it comes; nullopt if it is
/// not found.
std::optional<VoiceProgram> find_substitute(const SpeechSettings& settings,
                                            const std::string& language, const Finder& find);

/// Players in the order in which they are tried.
inline constexpr auto player_names =
    std::to_array<std::string_view>({"pw-play", "paplay", "aplay", "afplay"});
std::vector<std::string> find_players(const Finder& find);

/// A program to be started, and what it reads.
struct Invocation {
    std::vector<std::string> arguments;
    std::string input;
};

/// Has a text spoken, or rendered into a file. The text is only ever one argument, or one line of
/// the input: no shell reads it, and it never begins like an option.
Invocation speaking(const VoiceProgram& voice, std::string_view text, const std::string& file);
/// The command that plays a file.
std::vector<std::string> playing(const std::string& player, const std::string& file);

/// A command as somebody would type it to try it out.
std::string typed(const std::vector<std::string>& command);

/// Strips the folder: "paplay" of "/usr/bin/paplay".
std::string program_name(const std::string& path);

/// Says what is heard in one line: "Sound: voice (espeak-ng) and tones, played by aplay." `voice`
/// is null where none speaks, `player` is empty for a voice that plays itself. A voice that is
/// wanted and missing is mentioned.
std::string sound_words(const VoiceProgram* voice, bool tones, std::string_view player,
                        bool wants_voice);

}  // namespace hipflow::sound
