// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/care_words.h"
#include "domain/error.h"

namespace hipflow::catalog {

/// Reads a table of the sentences about pain and safety over `base`, whose sentences stay where the
/// text has none. `language` is the name of the file without ".toml", and `file` is how faults call
/// it. Adds every fault of the text to `faults`, and returns nullopt if there are any.
std::optional<CareWords> parse_care(std::string_view text, std::string_view language,
                                    const std::string& file, std::vector<Diagnostic>& faults,
                                    CareWords base = {});

/// Lists the keys of the sentences that a language lacks.
std::vector<std::string> lacking(const CareWords& words);

/// Returns the sentences of one language alone, which may lack some: those of the user's file
/// care/<language>.toml, above the bundled ones. `user_folder` may be empty. Throws FileError.
CareWords read_care(const std::filesystem::path& user_folder, std::string_view language);

/// Returns the sentences in a language such as "de" or "en-gb", in English where it has none. A
/// file of the user with faults is left out: what is urgent is said whatever they are.
CareWords care_words(const std::filesystem::path& user_folder, std::string_view language);

}  // namespace hipflow::catalog
