// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/error.h"
#include "domain/settings.h"

namespace hipflow {

/// What holds without a configuration file, with "default" as the origin of everything.
Settings default_settings();

/// Reads a configuration file. Adds every fault of the text to `faults`, and returns nothing if
/// there are any.
std::optional<Settings> parse_settings(std::string_view text, const std::string& file,
                                       std::vector<Diagnostic>& faults);

/// The settings of a file that must be there. Throws FileError.
Settings read_settings(const std::string& path);

/// The settings of the file, or the default ones if there is none. Throws FileError.
Settings read_settings_if_present(const std::string& path);

/// One line of `hipflow config`.
struct SettingLine {
    std::string key;     // dotted, as in "pain.before_rest"
    std::string value;   // as it would stand in the file
    std::string origin;  // "default" or "file:line"
    bool operator==(const SettingLine&) const = default;
};

/// Every setting there is, in the order of the documentation.
std::vector<SettingLine> listed(const Settings& settings);

}  // namespace hipflow
