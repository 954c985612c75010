// SPDX-License-Identifier: MIT
#include "sound/programs.h"

#include <fmt/format.h>

#include <algorithm>

#include "platform/program.h"

namespace hipflow::sound {
namespace {

bool contains_word(const std::vector<std::string>& command, std::string_view word) {
    return std::any_of(command.begin(), command.end(), [&](const std::string& argument) {
        return argument.find(word) != std::string::npos;
    });
}

std::string replaced(std::string text, std::string_view what, const std::string& by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
    return text;
}

/// -z: no silence behind the last sentence.
std::vector<std::string> espeak(const std::string& path, const SpeechSettings& settings) {
    const std::string voice = settings.variant.empty()
                                  ? settings.language
                                  : fmt::format("{}+{}", settings.language, settings.variant);
    return {path, "-z",     "-v", voice,   "-s", fmt::format("{}", settings.rate),
            "-w", "{file}", "--", "{text}"};
}

/// The voice of macOS.
std::vector<std::string> say(const std::string& path, const SpeechSettings& settings) {
    std::vector<std::string> command = {path, "-r", fmt::format("{}", settings.rate)};
    if (!settings.variant.empty()) {
        command.insert(command.end(), {"-v", settings.variant});
    }
    command.insert(command.end(),
                   {"--data-format=LEI16@22050", "--file-format=WAVE", "-o", "{file}", "{text}"});
    return command;
}

}  // namespace

SpeechSettings speech_settings(const Settings& settings) {
    const auto all = settings.voices.find("");
    const VoiceChoice voice = all != settings.voices.end() ? all->second : VoiceChoice{};
    return {voice.command, settings.language, voice.name, settings.rate};
}

Finder finder_in(const platform::Environment& environment) {
    return [environment](const std::string& name) {
        return platform::find_program(name, environment);
    };
}

std::string program_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::string VoiceProgram::name() const { return program_name(command.front()); }

std::optional<VoiceProgram> find_voice(const SpeechSettings& settings, const Finder& find) {
    if (!settings.command.empty()) {
        const auto program = find(settings.command.front());
        if (!program) return std::nullopt;
        std::vector<std::string> command = settings.command;
        command.front() = *program;
        const bool renders = contains_word(command, "{file}");
        return VoiceProgram{std::move(command), renders};
    }
    if (const auto path = find("espeak-ng")) return VoiceProgram{espeak(*path, settings), true};
    if (const auto path = find("say")) return VoiceProgram{say(*path, settings), true};
    return std::nullopt;
}

std::vector<std::string> find_players(const Finder& find) {
    std::vector<std::string> found;
    for (const auto name : player_names) {
        if (auto path = find(std::string(name))) found.push_back(*std::move(path));
    }
    return found;
}

std::vector<std::string> speaking(const VoiceProgram& voice, const std::string& text,
                                  const std::string& file) {
    std::vector<std::string> command = voice.command;
    for (auto& argument : command) {
        // The text last: a {file} in it is left alone.
        argument = replaced(replaced(argument, "{file}", file), "{text}", text);
    }
    return command;
}

std::vector<std::string> playing(const std::string& player, const std::string& file) {
    if (program_name(player) == "aplay") return {player, "-q", file};
    return {player, file};
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
