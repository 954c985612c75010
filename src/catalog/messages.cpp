// SPDX-License-Identifier: MIT
#include "catalog/messages.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "catalog/document.h"
#include "catalog/table_reader.h"
#include "text/utf8.h"

namespace hipflow::catalog {
namespace {

using Names = std::span<const std::string_view>;

/// The names that a message may have in braces. "side" stands for all words of the side.
struct NamesOfMessage {
    Say key;
    std::array<std::string_view, 4> names{};
};

// Messages that are not here have no names.
constexpr auto names_of_messages = std::to_array<NamesOfMessage>({
    {Say::opening, {"routine", "n", "minutes", "total"}},
    {Say::first, {"name"}},
    {Say::next, {"name"}},
    {Say::times, {"n"}},
    {Say::times_each, {"n", "part"}},
    {Say::times_sets, {"sets", "n"}},
    {Say::times_sets_each, {"sets", "n", "part"}},
    {Say::hold, {"time"}},
    {Say::hold_each, {"time", "part"}},
    {Say::hold_sets, {"sets", "time"}},
    {Say::hold_sets_each, {"sets", "time", "part"}},
    {Say::moving, {"time"}},
    {Say::moving_each, {"time", "part"}},
    {Say::moving_sets, {"sets", "time"}},
    {Say::open_ended, {"time"}},
    {Say::side_first, {"side", "part"}},
    {Say::now_times, {"n"}},
    {Say::now_hold, {"time"}},
    {Say::now_moving, {"time"}},
    {Say::now_rest, {"time"}},
    {Say::change, {"side", "part"}},
    {Say::change_brief, {"side", "part"}},
    {Say::roll, {"side", "part"}},
    {Say::turn, {"side", "part"}},
    {Say::rest, {"time"}},
    {Say::set_of, {"k", "n"}},
    {Say::going_on, {"name"}},
    {Say::on_side, {"side", "part"}},
    {Say::again, {"name"}},
    {Say::more, {"time"}},
    {Say::easier, {"name"}},
    {Say::left_here, {"time", "total"}},
    {Say::ask_peak, {"name"}},
    {Say::seconds, {"n"}},
    {Say::minutes, {"n"}},
    {Say::minute_and, {"n"}},
});

Names names_of(Say key) {
    const auto* const found = std::ranges::find(names_of_messages, key, &NamesOfMessage::key);
    if (found == names_of_messages.end()) return {};
    const auto* const end = std::ranges::find(found->names, std::string_view());
    return {found->names.begin(), end};
}

std::string read_form(TableReader& fields, std::string_view form, Say key) {
    const auto text = fields.text(form);
    if (!text) return {};
    const auto place = fields.place_of(form);
    if (const auto words = placeholder_fault(*text, names_of(key)); !words.empty()) {
        fields.refuse(place, fmt::format("'{}' {}", word(key), words));
    }
    // A voice program would take it for an option.
    if (text->starts_with('-')) {
        fields.refuse(place, fmt::format("'{}' begins with '-', expected a letter", word(key)));
    }
    return *text;
}

std::optional<std::string> read_number_form(TableReader& forms, std::string_view form, Say key) {
    auto text = read_form(forms, form, key);
    if (text.empty()) return std::nullopt;
    return text;
}

void read_message(TableReader& fields, Say key, Message& message) {
    const std::string_view name = word(key);
    fields.knows(name);
    if (!fields.has(name)) return;
    message = {};
    if (!fields.is_table(name)) {
        message.other = read_form(fields, name, key);
        return;
    }
    auto forms = fields.table(name, "a message");
    if (!forms) return;
    forms->require({"other"});
    message.one = read_number_form(*forms, "one", key);
    message.few = read_number_form(*forms, "few", key);
    message.many = read_number_form(*forms, "many", key);
    message.other = read_form(*forms, "other", key);
    forms->refuse_unknown();
}

void read_sides(TableReader& fields, std::string_view key, std::array<std::string, 2>& sides) {
    const std::size_t before = fields.faults();
    auto texts = fields.texts(key);
    if (!fields.has(key) || fields.faults() > before) return;
    if (texts.size() != sides.size()) {
        fields.refuse(
            fields.place_of(key),
            fmt::format(R"('{}' has {}, expected two: ["left", "right"])", key, texts.size()));
        return;
    }
    std::ranges::move(texts, sides.begin());
}

void read_parts(TableReader& fields, std::array<std::string, 3>& parts) {
    auto reader = fields.table("part", "'part'");
    if (!reader) return;
    for (const auto name : words<Part>) {
        reader->knows(name);
        if (!reader->has(name)) continue;
        if (!reader->is_text(name)) {
            reader->refuse(reader->place_of(name),
                           fmt::format("'{}' is no text, expected a word, or \"\"", name));
            continue;
        }
        const auto part = from_word<Part>(name).value_or(Part::leg);
        parts.at(static_cast<std::size_t>(part)) = reader->any_text(name);
    }
    reader->refuse_unknown();
}

void check_language(TableReader& fields, std::string_view language) {
    fields.require({"language"});
    const auto text = fields.text("language");
    if (!text || *text == language) return;
    fields.refuse(fields.place_of("language"),
                  fmt::format(R"('language' is "{}", expected "{}", the name of the file)",
                              shown(*text), language));
}

}  // namespace

std::optional<Messages> parse_messages(std::string_view text, std::string_view language,
                                       const std::string& file, std::vector<Diagnostic>& faults,
                                       Messages base) {
    const std::size_t before = faults.size();
    const auto document = parse_document(text, file, faults);
    if (!document) return {};
    TableReader fields(*document, Place{1, 1}, "a table of messages", file, faults);
    fields.knows("format");
    if (fields.has("format") && !fields.is_format_1()) return {};
    check_language(fields, language);
    Messages messages = std::move(base);
    messages.language = language;
    read_sides(fields, "side", messages.side);
    read_sides(fields, "Side", messages.capital_side);
    read_parts(fields, messages.part);
    for (std::size_t i = 0; i < messages.by_key.size(); ++i) {
        read_message(fields, static_cast<Say>(i), messages.by_key.at(i));
    }
    fields.refuse_unknown();
    if (faults.size() > before) return {};
    return messages;
}

std::vector<std::string> lacking(const Messages& messages) {
    std::vector<std::string> keys;
    if (messages.side.front().empty()) keys.emplace_back("side");
    if (messages.capital_side.front().empty()) keys.emplace_back("Side");
    for (std::size_t i = 0; i < messages.by_key.size(); ++i) {
        if (messages.by_key.at(i).other.empty()) keys.emplace_back(words<Say>.at(i));
    }
    return keys;
}

}  // namespace hipflow::catalog
