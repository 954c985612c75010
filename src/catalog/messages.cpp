// SPDX-License-Identifier: MIT
#include "catalog/messages.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>

#include "catalog/document.h"
#include "catalog/table_reader.h"
#include "text/utf8.h"

namespace hipflow::catalog {
namespace {

using Names = std::span<const std::string_view>;

/// The names that a message may have in braces, those first without which nobody knows what is
/// said. "side" stands for all words of the side.
struct NamesOfMessage {
    Say key;
    std::array<std::string_view, 4> names{};
    std::size_t needed = 1;
};

// Messages that are not here have no names.
constexpr auto names_of_messages = std::to_array<NamesOfMessage>({
    {Say::opening, {"routine", "n", "minutes", "total"}, 0},
    {Say::first, {"name"}},
    {Say::next, {"name"}},
    {Say::times, {"n"}},
    {Say::times_each, {"n", "part"}},
    {Say::times_sets, {"sets", "n"}, 2},
    {Say::times_sets_each, {"sets", "n", "part"}, 2},
    {Say::hold, {"time"}},
    {Say::hold_each, {"time", "part"}},
    {Say::hold_sets, {"sets", "time"}, 2},
    {Say::hold_sets_each, {"sets", "time", "part"}, 2},
    {Say::hold_breaths, {"n"}},
    {Say::hold_breaths_each, {"n", "part"}},
    {Say::hold_breaths_sets, {"sets", "n"}, 2},
    {Say::hold_breaths_sets_each, {"sets", "n", "part"}, 2},
    {Say::moving, {"time"}},
    {Say::moving_each, {"time", "part"}},
    {Say::moving_sets, {"sets", "time"}, 2},
    {Say::open_ended, {"time"}, 0},
    {Say::as_many, {"n"}, 0},
    {Say::sets, {"sets"}},
    {Say::sets_each, {"sets", "part"}},
    {Say::sets_by_side, {"n", "k"}, 2},
    {Say::with_load, {"load"}},
    {Say::side_first, {"side", "part"}},
    {Say::now_times, {"n"}},
    {Say::now_hold, {"time"}},
    {Say::now_breaths, {"n"}},
    {Say::now_moving, {"time"}},
    {Say::now_rest, {"time"}},
    {Say::change, {"side", "part"}},
    {Say::change_brief, {"side", "part"}},
    {Say::roll, {"side", "part"}, 0},
    {Say::turn, {"side", "part"}, 0},
    {Say::rest, {"time"}},
    {Say::set_of, {"k", "n"}},
    {Say::round_of, {"k", "n"}, 2},
    {Say::block_side, {"side"}},
    {Say::going_on, {"name"}},
    {Say::on_side, {"side", "part"}},
    {Say::again, {"name"}},
    {Say::more, {"time"}},
    {Say::more_reps, {"n"}},
    {Say::easier, {"name"}},
    {Say::swapped, {"name"}},
    {Say::gone_to, {"name"}},
    {Say::left_here, {"time", "total"}},
    {Say::ask_peak, {"name"}},
    {Say::choice, {"k", "name"}, 2},
    {Say::seconds, {"n"}},
    {Say::minutes, {"n"}},
    {Say::minute_and, {"n"}},
    {Say::large_leg, {"side"}},
    {Say::large_side, {"side"}},
    {Say::large_arm, {"side"}},
});

Names names_of(Say key) {
    const auto* const found = std::ranges::find(names_of_messages, key, &NamesOfMessage::key);
    if (found == names_of_messages.end()) return {};
    const auto* const end = std::ranges::find(found->names, std::string_view());
    return {found->names.begin(), end};
}

/// Refuses words that would not be large any more. A side is measured in its longer form.
void refuse_long(TableReader& fields, const Place& place, const std::string& text, Say key) {
    const auto length = [&](Side side) { return character_count(placed(text, side, {})); };
    const std::size_t longest = std::max(length(Side::left), length(Side::right));
    if (longest <= longest_large_message) return;
    fields.refuse(place, fmt::format("'{}' has {} characters, expected at most {}: it is read from "
                                     "afar, in large letters",
                                     word(key), longest, longest_large_message));
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
    if (is_large(key)) refuse_long(fields, place, *text, key);
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

bool has_name(std::string_view text, std::string_view name) {
    return text.find(fmt::format("{{{}}}", name)) != std::string_view::npos;
}

/// Tells whether a text says which side it is about, by itself or by the part of the body.
bool tells_side(std::string_view text, const Messages& messages) {
    constexpr auto of_side = std::to_array<std::string_view>({"side", "other", "Side", "Other"});
    const auto stands = [&](std::string_view name) { return has_name(text, name); };
    if (std::ranges::any_of(of_side, stands) || text.find('|') != std::string_view::npos) {
        return true;
    }
    const auto sided = [](const std::string& part) { return names_side(part); };
    return stands("part") && std::ranges::any_of(messages.part, sided);
}

/// Looks for names that a form of a message leaves out.
class NameCheck {
   public:
    NameCheck(const Messages& messages, const std::string& file)
        : messages_(&messages), file_(&file) {}

    void look_at(TableReader& fields, std::string_view form, const NamesOfMessage& names) {
        if (!fields.is_text(form)) return;
        const std::string text = fields.any_text(form);
        for (std::size_t i = 0; i < names.needed; ++i) {
            const std::string_view name = names.names.at(i);
            const bool in_words = name == "n" && form == "one";  // "Once."
            if (in_words || stands_in(text, name)) continue;
            const Place place = fields.place_of(form);
            doubts_.push_back({*file_, place.line, place.column, words_for(names.key, name)});
        }
    }

    std::vector<Diagnostic> done() && { return std::move(doubts_); }

   private:
    bool stands_in(std::string_view text, std::string_view name) const {
        return name == "side" ? tells_side(text, *messages_) : has_name(text, name);
    }

    static std::string words_for(Say key, std::string_view name) {
        if (name == "side") {
            return fmt::format(
                "'{}' does not say which side; put {{side}} or {{left form|right form}} into it",
                word(key));
        }
        return fmt::format("'{0}' leaves out {{{1}}}, so nobody hears it; put {{{1}}} into it",
                           word(key), name);
    }

    const Messages* messages_;
    const std::string* file_;
    std::vector<Diagnostic> doubts_;
};

}  // namespace

std::vector<Diagnostic> message_doubts(std::string_view text, const std::string& file,
                                       const Messages& messages) {
    std::vector<Diagnostic> faults;  // those of a text that was not read before
    const auto document = parse_document(text, file, faults);
    if (!document) return {};
    TableReader fields(*document, Place{1, 1}, "a table of messages", file, faults);
    NameCheck check(messages, file);
    for (const auto& names : names_of_messages) {
        const std::string_view key = word(names.key);
        check.look_at(fields, key, names);
        if (!fields.is_table(key)) continue;
        auto forms = fields.table(key, "a message");
        if (!forms) continue;
        for (const std::string_view form : {"one", "few", "many", "other"})
            check.look_at(*forms, form, names);
    }
    return std::move(check).done();
}

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
