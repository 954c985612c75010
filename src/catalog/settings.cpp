// SPDX-License-Identifier: MIT
#include "catalog/settings.h"

#include <fmt/format.h>

#include <filesystem>

#include "catalog/document.h"
#include "catalog/settings_table.h"
#include "catalog/table_reader.h"
#include "catalog/text_file.h"
#include "catalog/voice_settings.h"

namespace hipflow::catalog {
namespace {

/// Reads the settings of one table, and notes where each came from.
void read_table(TableReader& fields, const SettingTable& table, const std::string& file,
                Settings& settings) {
    for (const Setting& setting : all_settings()) {
        if (setting.table != table.name || !setting.kind->read(fields, setting, settings)) continue;
        settings.origin[setting.dotted()] =
            fmt::format("{}:{}", file, fields.place_of(setting.key).line);
    }
    if (table.check != nullptr) table.check(fields, settings);
    if (table.read_inner != nullptr) table.read_inner(fields, file, settings);
}

/// A setting that was written under its older name comes from there.
void share_origin(Settings& settings, const std::string& older, const std::string& newer) {
    if (settings.origin[newer] == "default") settings.origin[newer] = settings.origin[older];
}

/// Refuses a language in which nothing is said.
void check_language(TableReader& fields, const Settings& settings, const Languages& languages) {
    constexpr std::string_view key = "language";
    if (!fields.is_text(key) || is_known_language(settings.language, bundled_languages())) return;
    if (const auto words = language_fault(settings.language, languages()); !words.empty()) {
        fields.refuse(fields.place_of(key), words);
    }
}

Settings read_tables(TableReader& top, const std::string& file, const Languages& languages) {
    Settings settings = default_settings();
    for (const SettingTable& table : setting_tables()) {
        if (table.name.empty()) {
            read_table(top, table, file, settings);
        } else if (auto fields = top.table(table.name, table.heading)) {
            read_table(*fields, table, file, settings);
            if (table.name == "session") check_language(*fields, settings, languages);
            fields->refuse_unknown();
        }
    }
    top.refuse_unknown();
    share_origin(settings, "session.voice_command", "voice.command");
    share_origin(settings, "session.voice_name", "voice.name");
    return settings;
}

}  // namespace

Settings default_settings() {
    Settings settings;
    for (const auto& line : listed(settings)) settings.origin[line.key] = "default";
    return settings;
}

std::optional<Settings> parse_settings(std::string_view text, const std::string& file,
                                       std::vector<Diagnostic>& faults,
                                       const Languages& languages) {
    const std::size_t before = faults.size();
    const auto document = parse_document(text, file, faults);
    if (!document) return {};
    TableReader fields(*document, Place{1, 1}, "the configuration", file, faults);
    if (!fields.is_format_1()) return {};
    Settings settings = read_tables(fields, file, languages);
    if (faults.size() > before) return {};
    return settings;
}

Settings read_settings(const std::string& path, const Languages& languages) {
    std::vector<Diagnostic> faults;
    const auto text = read_text_file(path, faults);
    auto settings = text ? parse_settings(*text, path, faults, languages) : std::nullopt;
    if (!settings) throw FileError(std::move(faults));
    return *settings;
}

Settings read_settings_if_present(const std::string& path, const Languages& languages) {
    std::error_code unreadable;  // is told by read_settings, with its reason
    const auto status = std::filesystem::symlink_status(path, unreadable);
    const bool absent = status.type() == std::filesystem::file_type::not_found;
    return absent ? default_settings() : read_settings(path, languages);
}

std::vector<SettingLine> listed(const Settings& settings) {
    std::vector<SettingLine> lines;
    const auto add = [&](std::string key, std::string value) {
        const auto origin = settings.origin.find(key);
        lines.push_back({std::move(key), std::move(value),
                         origin == settings.origin.end() ? "default" : origin->second});
    };
    for (const Setting& setting : all_settings())
        add(setting.dotted(), setting.kind->show(settings));
    for (auto& [key, value] : listed_voices(settings)) add(std::move(key), std::move(value));
    return lines;
}

}  // namespace hipflow::catalog
