// SPDX-License-Identifier: MIT
#include "catalog/one_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <vector>

#include "catalog/document.h"
#include "domain/error.h"

namespace hipflow::catalog {
namespace {

using Lines = std::set<std::size_t>;  // numbers from 1

void add_tables(const toml::node& node, Lines& lines);

void add_tables_in(const toml::table& table, Lines& lines) {
    for (const auto& [key, value] : table) add_tables(value, lines);
}

void add_tables(const toml::node& node, Lines& lines) {
    if (const auto* list = node.as_array()) {
        for (const toml::node& element : *list) add_tables(element, lines);
    }
    const auto* table = node.as_table();
    if (table == nullptr || table->is_inline()) return;
    lines.insert(table->source().begin.line);
    add_tables_in(*table, lines);
}

std::string as_text(std::string_view id) {
    std::string text = "\"";
    for (const char c : id) {
        if (c == '"' || c == '\\') text += '\\';
        text += c;
    }
    return text + '"';
}

/// The line without a byte-order mark or a carriage return.
std::string_view plain(std::string_view line) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.push_back(plain(text.substr(0, end)));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

/// An id as TOML writes it: in quotes, unless it has only plain characters.
std::string as_key(std::string_view id) {
    constexpr std::string_view plain_characters =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    return id.find_first_not_of(plain_characters) == std::string_view::npos ? std::string(id)
                                                                            : as_text(id);
}

/// "[figure]" as "[exercise.ID.figure]". A line that is no header stays as it is.
std::string moved_header(std::string_view line, const std::string& id) {
    const std::size_t bracket = line.find_first_not_of(" \t");
    if (bracket == std::string_view::npos || line[bracket] != '[') return std::string(line);
    const std::size_t name = line.find_first_not_of('[', bracket);
    return fmt::format("{}exercise.{}.{}", line.substr(0, name), as_key(id), line.substr(name));
}

bool names_schema(std::string_view line) { return line.starts_with("#:schema"); }

std::string as_table(const ExerciseText& exercise) {
    std::vector<Diagnostic> faults;
    const auto document = parse_document(exercise.text, exercise.id, faults);
    if (!document) throw FileError(std::move(faults));
    Lines headers;
    add_tables_in(*document, headers);
    const toml::node* format = document->get("format");
    const std::size_t format_line = format == nullptr ? 0 : format->source().begin.line;
    std::string text = fmt::format("\n[exercise.{}]\n", as_key(exercise.id));
    // In a routine it would have the routine's language.
    if (!exercise.language.empty() && document->get("language") == nullptr) {
        text += fmt::format("language = {}\n", as_text(exercise.language));
    }
    const auto lines = lines_of(exercise.text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t number = i + 1;
        const std::string_view line = lines[i];
        if (number == format_line || names_schema(line)) continue;
        text += headers.contains(number) ? moved_header(line, exercise.id) : std::string(line);
        text += '\n';
    }
    return text;
}

}  // namespace

std::string in_one_file(std::string_view routine, std::span<const ExerciseText> exercises) {
    std::string text;
    for (const std::string_view line : lines_of(routine)) {
        if (names_schema(line) || (text.empty() && line.empty())) continue;
        text += line;
        text += '\n';
    }
    for (const auto& exercise : exercises) text += as_table(exercise);
    return text;
}

std::string without_key(std::string_view routine, std::string_view key) {
    std::vector<Diagnostic> faults;
    const auto document = parse_document(routine, "", faults);
    if (!document) throw FileError(std::move(faults));
    const toml::node* value = document->get(key);
    if (value == nullptr) return std::string(routine);
    std::string text;
    std::size_t number = 0;
    for (const std::string_view line : lines_of(routine)) {
        ++number;
        const auto& source = value->source();
        if (number >= source.begin.line && number <= source.end.line) continue;
        text += line;
        text += '\n';
    }
    return text;
}

std::string with_earlier_ids(std::string_view routine, const std::vector<std::string>& ids) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (routine.starts_with(byte_order_mark)) routine.remove_prefix(byte_order_mark.size());
    const std::string text = without_key(routine, "formerly");
    std::vector<std::string> quoted;
    quoted.reserve(ids.size());
    for (const auto& id : ids) quoted.push_back(as_text(id));
    const std::string line = fmt::format("formerly = [{}]\n", fmt::join(quoted, ", "));
    // A key of the routine itself stands before the first step. Comments at the top go first.
    std::size_t at = 0;
    while (at < text.size() && (text[at] == '#' || text[at] == '\n')) {
        at = std::min(text.find('\n', at), text.size() - 1) + 1;
    }
    return text.substr(0, at) + line + text.substr(at);
}

}  // namespace hipflow::catalog
