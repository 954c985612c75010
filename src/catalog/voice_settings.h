// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

#include "catalog/settings_table.h"
#include "catalog/table_reader.h"
#include "domain/settings.h"

namespace hipflow::catalog {

// The settings of how a session is heard.

extern const SettingKind voice_command_kind;  // of every language
extern const SettingKind voice_name_kind;
extern const SettingKind guidance_kind;
extern const SettingKind changes_kind;

/// A duration within `least` and `most` milliseconds.
template <auto member, int least, int most>
inline constexpr SettingKind duration_kind = {
    [](TableReader& fields, const Setting& setting, Settings& settings) {
        const auto value = fields.duration(setting.key, {Millis(least), Millis(most)});
        if (value) settings.*member = *value;
        return value.has_value();
    },
    [](const Settings& settings) { return '"' + format_duration(settings.*member) + '"'; }};

/// Reads the tables in [voice], each the voice of one language, and notes where each value came
/// from.
void read_voices(TableReader& voice, const std::string& file, Settings& settings);

/// A setting of the voice of one language, as it would be written: "voice.de.name".
struct VoiceLine {
    std::string key;
    std::string value;
};
std::vector<VoiceLine> listed_voices(const Settings& settings);

}  // namespace hipflow::catalog
