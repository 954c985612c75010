// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/error.h"
#include "domain/messages.h"

namespace hipflow::catalog {

/// Reads a table of messages over `base`, whose messages stay where the text has none. `language`
/// is the name of the file without ".toml", and `file` is how faults call it. Adds every fault of
/// the text to `faults`, and returns nullopt if there are any.
std::optional<Messages> parse_messages(std::string_view text, std::string_view language,
                                       const std::string& file, std::vector<Diagnostic>& faults,
                                       Messages base = {});

/// Finds the messages in the text of a table that leave out a name which tells what they are about,
/// such as "{name}", each with its place. `messages` are those of the language, read from it.
std::vector<Diagnostic> message_doubts(std::string_view text, const std::string& file,
                                       const Messages& messages);

/// Lists the keys of the messages that a language lacks, "side" and "Side" among them.
std::vector<std::string> lacking(const Messages& messages);

}  // namespace hipflow::catalog
