// SPDX-License-Identifier: MIT
#pragma once
#include "commands/start_options.h"
#include "domain/settings.h"
#include "platform/environment.h"
#include "sound/speaker.h"

namespace hipflow::commands {

sound::SpeechSettings speech_settings(const Settings& settings);

/// Returns the sounds to play: as configured, unless the command line overrides that.
sound::SoundSettings sound_settings(const Settings& settings, const StartOptions& options);

/// Returns a function that finds programs on the PATH of this environment.
sound::Finder finder(const platform::Environment& environment);

}  // namespace hipflow::commands
