// SPDX-License-Identifier: MIT
#include "commands/sound.h"

#include "platform/program.h"

namespace hipflow {

SpeechSettings speech_settings(const Settings& settings) {
    return {settings.voice_command, settings.language, settings.voice_name, settings.rate};
}

SoundSettings sound_settings(const Settings& settings, const StartOptions& options) {
    return {options.voice.value_or(settings.voice), options.tones.value_or(settings.tones),
            settings.volume, speech_settings(settings)};
}

Finder finder(const Environment& environment) {
    return [environment](const std::string& name) { return find_program(name, environment); };
}

}  // namespace hipflow
