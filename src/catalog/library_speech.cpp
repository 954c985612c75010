// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <set>

#include "catalog/care.h"
#include "catalog/library.h"
#include "catalog/messages.h"
#include "catalog/text_file.h"

namespace hipflow::catalog {
namespace {

namespace fs = std::filesystem;

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

/// Reads a file of the user; nullopt if there is none. Throws FileError.
std::optional<std::string> text_if_there(const fs::path& path) {
    std::error_code none;
    if (!fs::exists(fs::symlink_status(path, none))) return std::nullopt;
    std::vector<Diagnostic> faults;
    auto text = read_text_file(path.string(), faults);
    if (!text) throw FileError(std::move(faults));
    return text;
}

/// Reads a translation. Throws FileError.
TranslationFile read_translation(std::string_view text, const std::string& language,
                                 const std::string& file) {
    std::vector<Diagnostic> faults;
    auto source = parse_translation(text, language, file, faults);
    if (!source) throw FileError(std::move(faults));
    return *std::move(source);
}

}  // namespace

std::string text_language(std::string_view language) {
    const std::string base(language.substr(0, language.find('-')));
    return is_language(base) ? base : std::string(english);
}

namespace {

Messages bundled_table(std::string_view language) {
    Messages messages;
    messages.language = language;
    const auto text = bundled_messages_in(language);
    if (text.empty()) return messages;
    return read_messages(text, language, "bundled:routines/messages/" + messages.language + ".toml",
                         {});
}

}  // namespace

Messages Library::messages(std::string_view language) const {
    Messages messages = bundled_table(language);
    if (user_folder_.empty()) return messages;
    const auto path = user_folder_ / "messages" / (messages.language + ".toml");
    const auto text = text_if_there(path);
    if (!text) return messages;
    return read_messages(*text, language, path.string(), std::move(messages));
}

std::optional<TranslationFile> Library::translation(const std::string& id,
                                                    const std::string& language) const {
    const std::string name = language + "/" + id;
    const auto& own = exercise_listing().translations;
    if (std::ranges::binary_search(own, name)) {
        const auto path = user_folder_ / "exercises" / (name + ".toml");
        if (const auto text = text_if_there(path)) {
            return read_translation(*text, language, path.string());
        }
    }
    const auto& entries = exercises();
    const auto entry = std::ranges::find(entries, id, &LibraryEntry::id);
    if (entry == entries.end() || entry->origin == Origin::user) return std::nullopt;
    const auto& bundled = bundle_.translations;
    const auto file = std::ranges::lower_bound(bundled, name, {}, &BundledFile::id);
    if (file == bundled.end() || file->id != name) return std::nullopt;
    return read_translation(file->text, language, "bundled:routines/exercises/" + name + ".toml");
}

void Library::translate(Exercise& exercise, const std::string& language) const {
    if (exercise.language == language) return;
    try {
        if (auto source = translation(exercise.id, language)) {
            exercise.translations.push_back(std::move(source->translation));
        }
    } catch (const FileError&) {
        return;  // check() tells of it; English will do
    }
}

void Library::speak(const std::string& language) const {
    const std::string base = text_language(language);
    const bool known = std::ranges::find(asked_languages_, base) != asked_languages_.end();
    if (base == english || known) return;
    asked_languages_.push_back(base);
    for (auto& [id, source] : exercises_) translate(source.exercise, base);
}

std::vector<std::string> Library::languages() const {
    std::set<std::string> languages;
    for (const auto& file : bundle_.translations) {
        languages.emplace(file.id.substr(0, file.id.find('/')));
    }
    for (const auto& file : bundled_messages()) languages.emplace(file.id);
    for (const auto& name : exercise_listing().translations) {
        languages.insert(name.substr(0, name.find('/')));
    }
    for (const auto* folder : {"messages", "care"}) {
        std::error_code fault;
        fs::directory_iterator at(user_folder_ / folder, fault);
        for (const fs::directory_iterator end; !fault && at != end; at.increment(fault)) {
            const std::string name = at->path().stem();
            if (at->path().extension() == ".toml" && is_language(name)) languages.insert(name);
        }
    }
    languages.erase(std::string(english));
    return {languages.begin(), languages.end()};
}

std::vector<std::string> Library::spoken_languages() const {
    auto all = languages();
    all.emplace_back(english);
    std::ranges::sort(all);
    return all;
}

CareWords Library::care(std::string_view language) const {
    return read_care(user_folder_, language);
}

std::vector<Diagnostic> Library::doubtful_messages() const {
    std::vector<Diagnostic> doubts;
    if (user_folder_.empty()) return doubts;
    for (const auto& language : spoken_languages()) {
        const auto path = user_folder_ / "messages" / (language + ".toml");
        try {
            const auto text = text_if_there(path);
            if (!text) continue;
            auto found = message_doubts(*text, path.string(), messages(language));
            std::ranges::move(found, std::back_inserter(doubts));
        } catch (const FileError&) {
            continue;  // check() tells of it
        }
    }
    return doubts;
}

/// The same without what the user's file says where that has faults; check() tells them.
Messages Library::usable_messages(std::string_view language) const {
    try {
        return messages(language);
    } catch (const FileError&) {
        return bundled_table(language);
    }
}

std::shared_ptr<const Phrasebook> Library::phrases(const std::string& language) const {
    const std::string base = text_language(language);
    if (const auto known = phrases_.find(base); known != phrases_.end()) return known->second;
    std::vector<Messages> tables;
    tables.push_back(usable_messages(base));
    if (base != english) {
        tables.push_back(usable_messages(english));
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
