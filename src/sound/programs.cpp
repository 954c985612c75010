// SPDX-License-Identifier: MIT
#include "sound/programs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <utility>

#include "platform/program.h"

namespace hipflow::sound {
namespace {

bool contains_word(const std::vector<std::string>& command, std::string_view word) {
    return std::any_of(command.begin(), command.end(), [&](const std::string& argument) {
        return argument.find(word) != std::string::npos;
    });
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// Returns whether a language is that of sessions, wherever it is spoken.
bool is_own(const SpeechSettings& settings, std::string_view language) {
    return base_language(language) == base_language(settings.language);
}

/// The language as its voice is asked for it: as the settings have it where it is that of sessions.
std::string asked_for(const SpeechSettings& settings, const std::string& language) {
    return is_own(settings, language) ? settings.language : language;
}

/// Tells a voice of its own, such as "en-us" or "mb-de5", from a variant of any voice, such as
/// "f3": it begins with two or three letters and a '-' or '/'.
bool is_whole_voice(std::string_view name) {
    std::size_t letters = 0;
    while (letters < name.size() && is_lower(name[letters])) ++letters;
    const bool ends = letters < name.size() && (name[letters] == '-' || name[letters] == '/');
    return ends && (letters == 2 || letters == 3);
}

/// The name of the voice of a language. A voice of its own that is named for all languages speaks
/// that of sessions alone.
std::string named_voice(const SpeechSettings& settings, const std::string& language) {
    const auto own = settings.voices.find(language);
    if (own != settings.voices.end() && !own->second.name.empty()) return own->second.name;
    const auto all = settings.voices.find("");
    if (all == settings.voices.end()) return {};
    const std::string& name = all->second.name;
    return is_whole_voice(name) && !is_own(settings, language) ? "" : name;
}

/// -z: no silence behind the last sentence.
VoiceProgram espeak(const std::string& path, const std::string& name, const std::string& language,
                    int rate) {
    std::string voice = language;
    if (is_whole_voice(name)) {
        voice = name;
    } else if (!name.empty()) {
        voice += '+' + name;
    }
    return {
        {path, "-z", "-v", voice, "-s", "{rate}", "-w", "{file}", "--", "{text}"}, language, rate};
}

/// The voice of macOS.
VoiceProgram say(const std::string& path, const std::string& name, const std::string& language,
                 int rate) {
    std::vector<std::string> command = {path, "-r", "{rate}"};
    if (!name.empty()) command.insert(command.end(), {"-v", name});
    command.insert(command.end(),
                   {"--data-format=LEI16@22050", "--file-format=WAVE", "-o", "{file}", "{text}"});
    return {std::move(command), language, rate};
}

/// A sentence as a program gets it: one line that begins with a letter or a digit, so that nothing
/// takes it for an option or for the name of a file.
std::string harmless(std::string_view text) {
    const auto may_begin = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80U || std::isalnum(byte) != 0;
    };
    std::string line(std::find_if(text.begin(), text.end(), may_begin), text.end());
    std::ranges::replace_if(
        line, [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == '\x7f'; }, ' ');
    return line;
}

using Names = std::vector<std::pair<std::string_view, std::string>>;

/// Replaces each name once, from left to right: what takes a name's place is not looked at again.
std::string replaced(std::string_view argument, const Names& names) {
    std::string result;
    while (!argument.empty()) {
        const auto name = std::ranges::find_if(
            names, [&](const auto& one) { return argument.starts_with(one.first); });
        if (name == names.end()) {
            result += argument.front();
            argument.remove_prefix(1);
        } else {
            result += name->second;
            argument.remove_prefix(name->first.size());
        }
    }
    return result;
}

}  // namespace

SpeechSettings speech_settings(const Settings& settings) {
    return {settings.voices, settings.language, settings.rate};
}

Finder finder_in(const platform::Environment& environment) {
    return [environment](const std::string& name) {
        return platform::find_program(name, environment);
    };
}

std::string base_language(std::string_view language) {
    return std::string(language.substr(0, language.find('-')));
}

std::string sample_word(std::string_view language) {
    return base_language(language) == "en" ? "Ready." : "1";
}

std::string program_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

bool VoiceProgram::renders() const { return contains_word(command, "{file}"); }
bool VoiceProgram::reads() const { return !contains_word(command, "{text}"); }
std::string VoiceProgram::name() const { return program_name(command.front()); }

const std::vector<std::string>* command_for(const SpeechSettings& settings,
                                            std::string_view language) {
    const auto own = settings.voices.find(language);
    if (own != settings.voices.end() && !own->second.command.empty()) return &own->second.command;
    const auto all = settings.voices.find("");
    if (all == settings.voices.end() || all->second.command.empty()) return nullptr;
    const auto& command = all->second.command;
    if (!is_own(settings, language) && !contains_word(command, "{lang}")) return nullptr;
    return &command;
}

std::optional<VoiceProgram> find_voice(const SpeechSettings& settings, const std::string& language,
                                       const Finder& find) {
    if (const auto* command = command_for(settings, language)) {
        const auto program = find(command->front());
        if (!program) return std::nullopt;
        VoiceProgram voice{*command, asked_for(settings, language), settings.rate};
        voice.command.front() = *program;
        return voice;
    }
    const std::string name = named_voice(settings, language);
    const std::string spoken = asked_for(settings, language);
    if (const auto path = find("espeak-ng")) return espeak(*path, name, spoken, settings.rate);
    // It speaks the language of its machine, and has no way to be asked for another.
    const auto path = is_own(settings, language) ? find("say") : std::nullopt;
    return path ? std::optional(say(*path, name, spoken, settings.rate)) : std::nullopt;
}

std::optional<VoiceProgram> find_substitute(const SpeechSettings& settings,
                                            const std::string& language, const Finder& find) {
    const auto path = find("espeak-ng");
    if (!path) return std::nullopt;
    return espeak(*path, "", asked_for(settings, language), settings.rate);
}

std::vector<std::string> find_players(const Finder& find) {
    std::vector<std::string> found;
    for (const auto name : player_names) {
        if (auto path = find(std::string(name))) found.push_back(*std::move(path));
    }
    return found;
}

Invocation speaking(const VoiceProgram& voice, std::string_view text, const std::string& file) {
    const std::string line = harmless(text);
    const Names names = {{"{file}", file},
                         {"{text}", line},
                         {"{lang}", voice.language},
                         {"{rate}", fmt::format("{}", voice.rate)}};
    Invocation invocation;
    invocation.arguments.reserve(voice.command.size());
    for (const auto& argument : voice.command) {
        invocation.arguments.push_back(replaced(argument, names));
    }
    if (voice.reads()) invocation.input = line + '\n';
    return invocation;
}

std::vector<std::string> playing(const std::string& player, const std::string& file) {
    if (program_name(player) == "aplay") return {player, "-q", file};
    return {player, file};
}

std::string typed(const std::vector<std::string>& command) {
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=@+,:";
    std::string line;
    for (const auto& argument : command) {
        if (!line.empty()) line += ' ';
        if (!argument.empty() && argument.find_first_not_of(plain) == std::string::npos) {
            line += argument;
            continue;
        }
        line += '\'';
        for (const char c : argument) line += c == '\'' ? std::string(R"('\'')") : std::string{c};
        line += '\'';
    }
    return line;
}

std::string sound_words(const VoiceProgram* voice, bool tones, std::string_view player,
                        bool wants_voice) {
    std::string words = "Sound: ";
    if (voice != nullptr) words += fmt::format("voice ({})", voice->name());
    if (tones) words += voice != nullptr ? " and tones" : "tones";
    if (!player.empty()) words += fmt::format(", played by {}", player);
    if (wants_voice && voice == nullptr) {
        words += "; no voice: espeak-ng cannot be used, 'hipflow doctor' says more";
    }
    return words + '.';
}

}  // namespace hipflow::sound
