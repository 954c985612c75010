// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>

#include "catalog/library.h"
#include "catalog/messages.h"
#include "catalog/text_file.h"

namespace hipflow::catalog {
namespace {

constexpr std::string_view english = "en";

/// The text of a bundled table of messages; empty if there is none of this language.
std::string_view bundled_messages_in(std::string_view language) {
    const auto files = bundled_messages();
    const auto file = std::ranges::find(files, language, &BundledFile::id);
    return file == files.end() ? std::string_view() : file->text;
}

/// Reads a table over `base`. Throws FileError.
Messages read_messages(std::string_view text, std::string_view language, const std::string& file,
                       Messages base) {
    std::vector<Diagnostic> faults;
    auto messages = parse_messages(text, language, file, faults, std::move(base));
    if (!messages) throw FileError(std::move(faults));
    return *std::move(messages);
}

}  // namespace

std::string text_language(std::string_view language) {
    std::string base(language.substr(0, language.find('-')));
    const bool is_code = base.size() >= 2 && base.size() <= 3 &&
                         std::ranges::all_of(base, [](char c) { return c >= 'a' && c <= 'z'; });
    return is_code ? base : std::string(english);
}

Messages Library::messages(std::string_view language) const {
    Messages messages;
    messages.language = language;
    if (const auto text = bundled_messages_in(language); !text.empty()) {
        messages = read_messages(text, language,
                                 "bundled:routines/messages/" + messages.language + ".toml", {});
    }
    if (user_folder_.empty()) return messages;
    const auto path = user_folder_ / "messages" / (messages.language + ".toml");
    std::error_code none;
    if (!std::filesystem::exists(std::filesystem::symlink_status(path, none))) return messages;
    std::vector<Diagnostic> faults;
    const auto text = read_text_file(path.string(), faults);
    if (!text) throw FileError(std::move(faults));
    return read_messages(*text, language, path.string(), std::move(messages));
}

std::shared_ptr<const Phrasebook> Library::phrases(const std::string& language) const {
    const std::string base = text_language(language);
    if (const auto known = phrases_.find(base); known != phrases_.end()) return known->second;
    std::vector<Messages> tables;
    tables.push_back(messages(base));
    if (base != english) {
        tables.push_back(messages(english));
        // Texts of a language without a table of its own still need words for the side.
        if (tables.front().side.front().empty()) tables.front().side = tables.back().side;
        if (tables.front().capital_side.front().empty()) {
            tables.front().capital_side = tables.back().capital_side;
        }
    }
    auto book = std::make_shared<const Phrasebook>(std::move(tables));
    return phrases_.emplace(base, std::move(book)).first->second;
}

}  // namespace hipflow::catalog
