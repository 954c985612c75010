// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "catalog/table_reader.h"
#include "domain/settings.h"

namespace hipflow::catalog {

struct Setting;

/// The way to read a setting from the file, and to show it as it would be written there.
struct SettingKind {
    /// Stores the value, if the file has one that fits. Returns whether it did.
    bool (*read)(TableReader& fields, const Setting& setting, Settings& settings);
    std::string (*show)(const Settings& settings);
};

/// A row of the table of settings. The parser, 'hipflow config' and the manual page
/// hipflow-config(5) all go by it.
struct Setting {
    std::string_view table;  // "session"; empty at the top level
    std::string_view key;
    const SettingKind* kind = nullptr;
    /// For the manual page: what the value means. Literals and names stand between backquotes.
    std::string_view meaning;
    Limits<int> limits{};      // of a number
    std::string_view basis{};  // what these limits go by, as the end of a sentence

    /// "session.rate".
    std::string dotted() const;
};

/// A table of the file, with what the manual page says before and after its settings.
struct SettingTable {
    std::string_view name;
    std::string_view heading;  // as messages call it: "[session]"
    std::string_view opening{};
    std::string_view closing{};
    /// Refuses values that do not go together; null where any do.
    void (*check)(TableReader& fields, const Settings& settings) = nullptr;
    /// Reads the tables inside it; null where there are none. `file` is for the origins.
    void (*read_inner)(TableReader& fields, const std::string& file, Settings& settings) = nullptr;
};

/// In the order of the manual page; the top level comes first.
std::span<const SettingTable> setting_tables();
/// In the same order, the settings of one table together.
std::span<const Setting> all_settings();

}  // namespace hipflow::catalog
