// SPDX-License-Identifier: MIT
#include "catalog/voice_settings.h"

#include <fmt/format.h>

#include <vector>

#include "catalog/listing.h"
#include "catalog/setting_kinds.h"
#include "text/utf8.h"

namespace hipflow::catalog {
namespace {

/// Reads a program and its arguments. Without any, a voice is looked for.
std::optional<std::vector<std::string>> read_command(TableReader& fields, std::string_view key) {
    if (!fields.has(key)) return std::nullopt;
    const std::size_t before = fields.faults();
    auto command = fields.texts(key);
    if (fields.faults() > before) return std::nullopt;
    const bool is_program = command.empty() || command.front().find('{') == std::string::npos;
    if (is_program) return command;
    fields.refuse(fields.place_of(key),
                  fmt::format(R"('{}' begins with "{}", expected a program and then its )"
                              R"(arguments, such as ["spd-say", "--wait", "{{text}}"])",
                              key, shown(command.front())));
    return std::nullopt;
}

std::optional<std::string> read_voice_name(TableReader& fields, std::string_view key) {
    if (!fields.has(key)) return std::nullopt;
    if (fields.is_text(key)) return fields.any_text(key);  // "" is the voice's own
    return fields.text(key);
}

/// The voice of every language that has none of its own.
VoiceChoice voice_of_all(const Settings& settings) {
    const auto voice = settings.voices.find("");
    return voice == settings.voices.end() ? VoiceChoice{} : voice->second;
}

/// Reads the voice of one language.
class LanguageVoice {
   public:
    LanguageVoice(std::string language, const std::string& file, Settings& settings)
        : language_(std::move(language)), file_(file), settings_(settings) {}

    void read(TableReader& fields) {
        VoiceChoice voice;
        fields.knows("command");
        fields.knows("name");
        if (auto command = read_command(fields, "command")) {
            voice.command = *std::move(command);
            note("command", fields);
        }
        if (auto name = read_voice_name(fields, "name")) {
            voice.name = *std::move(name);
            note("name", fields);
        }
        fields.refuse_unknown();
        settings_.voices[language_] = std::move(voice);
    }

   private:
    void note(std::string_view key, const TableReader& fields) {
        settings_.origin[fmt::format("voice.{}.{}", language_, key)] =
            fmt::format("{}:{}", file_, fields.place_of(key).line);
    }

    std::string language_;
    const std::string& file_;
    Settings& settings_;
};

}  // namespace

const SettingKind voice_command_kind = {
    [](TableReader& fields, const Setting& setting, Settings& settings) {
        fields.knows(setting.key);
        auto command = read_command(fields, setting.key);
        if (!command) return false;
        settings.voices[""].command = *std::move(command);
        return true;
    },
    [](const Settings& settings) { return show_list(voice_of_all(settings).command); }};

const SettingKind voice_name_kind = {
    [](TableReader& fields, const Setting& setting, Settings& settings) {
        fields.knows(setting.key);
        auto name = read_voice_name(fields, setting.key);
        if (!name) return false;
        settings.voices[""].name = *std::move(name);
        return true;
    },
    [](const Settings& settings) { return show_text(voice_of_all(settings).name); }};

const SettingKind guidance_kind = {
    [](TableReader& fields, const Setting& setting, Settings& settings) {
        constexpr auto known =
            std::to_array<std::string_view>({"auto", "full", "brief", "counts", "off"});
        const auto text = fields.one_of(setting.key, known);
        if (text) settings.guidance = from_word<Guidance>(*text);
        return text.has_value();
    },
    [](const Settings& settings) {
        return show_text(std::string(settings.guidance ? word(*settings.guidance) : "auto"));
    }};

const SettingKind changes_kind = {
    [](TableReader& fields, const Setting& setting, Settings& settings) {
        constexpr Limits<double> limits{0.5, 3};
        return store_value(fields.real(setting.key, limits, ""), settings.changes);
    },
    [](const Settings& settings) { return fmt::format("{:#}", settings.changes); }};

void read_voices(TableReader& voice, const std::string& file, Settings& settings) {
    for (auto& [language, fields] : voice.inner_tables("the voice of a language")) {
        if (!is_language(language)) {
            fields.refuse(fields.place(),
                          fmt::format("'{}' is no language; expected one such as [voice.de]",
                                      shown(language)));
            continue;
        }
        LanguageVoice(language, file, settings).read(fields);
    }
}

std::vector<VoiceLine> listed_voices(const Settings& settings) {
    std::vector<VoiceLine> lines;
    for (const auto& [language, voice] : settings.voices) {
        if (language.empty()) continue;
        lines.push_back({fmt::format("voice.{}.command", language), show_list(voice.command)});
        lines.push_back({fmt::format("voice.{}.name", language), show_text(voice.name)});
    }
    return lines;
}

}  // namespace hipflow::catalog
