// SPDX-License-Identifier: MIT
#include "commands/sound.h"

#include "platform/program.h"

namespace hipflow::commands {

sound::SpeechSettings speech_settings(const Settings& settings) {
    return {settings.voice_command, settings.language, settings.voice_name, settings.rate};
}

sound::SoundSettings sound_settings(const Settings& settings, const StartOptions& options) {
    return {options.voice.value_or(settings.voice), options.tones.value_or(settings.tones),
            settings.volume, speech_settings(settings)};
}

sound::Finder finder(const platform::Environment& environment) {
    return [environment](const std::string& name) {
        return platform::find_program(name, environment);
    };
}

}  // namespace hipflow::commands
