// SPDX-License-Identifier: MIT
#pragma once
#include "commands/start_options.h"
#include "domain/settings.h"
#include "platform/environment.h"
#include "sound/speaker.h"

namespace hipflow {

SpeechSettings speech_settings(const Settings& settings);

/// What the configuration wants to be heard, unless the command line says otherwise.
SoundSettings sound_settings(const Settings& settings, const StartOptions& options);

/// Finds programs on this PATH.
Finder finder(const Environment& environment);

}  // namespace hipflow
