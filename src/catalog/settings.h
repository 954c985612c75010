// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/languages.h"
#include "domain/error.h"
#include "domain/settings.h"

namespace hipflow::catalog {

/// The settings without a configuration file; the origin of each is "default".
Settings default_settings();

/// Lists the languages in which something is said. It is asked only where the file names one that
/// does not come with hipflow.
using Languages = std::function<std::vector<std::string>()>;

/// Reads the text of a configuration file. Adds every fault of it to `faults`, and returns nullopt
/// if there are any. Whether an avoided exercise exists is checked later, where the library is
/// known.
std::optional<Settings> parse_settings(std::string_view text, const std::string& file,
                                       std::vector<Diagnostic>& faults,
                                       const Languages& languages = bundled_languages);

/// Reads the settings of a file that must exist. Throws FileError.
Settings read_settings(const std::string& path, const Languages& languages = bundled_languages);

/// Reads the settings of the file; returns the default ones if it does not exist. Throws FileError.
Settings read_settings_if_present(const std::string& path,
                                  const Languages& languages = bundled_languages);

/// A line of 'hipflow config'.
struct SettingLine {
    std::string key;     // dotted, as in "pain.before_rest"
    std::string value;   // as it would stand in the file
    std::string origin;  // "default" or "file:line"
    bool operator==(const SettingLine&) const = default;
};

/// Lists every setting, in the order of the manual page.
std::vector<SettingLine> listed(const Settings& settings);

}  // namespace hipflow::catalog
