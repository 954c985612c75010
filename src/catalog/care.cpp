// SPDX-License-Identifier: MIT
#include "catalog/care.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "catalog/bundled.h"
#include "catalog/document.h"
#include "catalog/library.h"
#include "catalog/table_reader.h"
#include "catalog/text_file.h"
#include "domain/messages.h"
#include "text/utf8.h"

namespace hipflow::catalog {
namespace {

constexpr std::size_t longest_choice = 53;  // characters: it fits on the narrowest screen
constexpr char enter = 'E';                 // in `heads` below

/// What a key holds: a list, or else one sentence.
struct ShapeOfCare {
    Care key;
    std::size_t entries = 0;      // of a list; 0: as many as there are, at least one
    std::string_view heads = {};  // of choices: the letter of each, or `enter` for "Enter"
};
constexpr auto lists = std::to_array<ShapeOfCare>({
    {Care::now_signs},
    {Care::today_signs},
    {Care::days_signs},
    {Care::appointment_signs},
    {Care::session_signs},
    {Care::news, 6, "twklbn"},
    {Care::yes_no, 2, "yn"},
    {Care::morning_kinds, 2, "sm"},
    {Care::gentle_day_choice, 2, "Eg"},
    {Care::site_choice, 7, "lbgotwf"},
    {Care::side_choice, 3, "lrb"},
    {Care::furthest_choice, 5, "bhtcf"},
    {Care::sites, 7},
    {Care::sides, 3},
    {Care::down_to, 7},
    {Care::rest_choice, 2, "Ef"},
    {Care::move_choice, 2, "Er"},
    {Care::gentle_choice, 2, "Eg"},
    {Care::kinds, 6, "stwkdn"},
    {Care::red_choice, 4, "rnqE"},
    {Care::weekdays, 7},
    {Care::part_today, 4},
    {Care::part_yesterday, 4},
    {Care::part_of_weekday, 4},
});
constexpr auto single_choices = std::to_array<ShapeOfCare>({
    {Care::no_pain, 1, "0"},
    {Care::ten, 1, "x"},
    {Care::ten_brief, 1, "x"},
    {Care::enter_no_answer, 1, "E"},
    {Care::enter_begins, 1, "E"},
    {Care::enter_takes, 1, "E"},
    {Care::enter_begins_with, 1, "E"},
    {Care::beyond_rest, 1, "g"},
    {Care::go_on, 1, "E"},
    {Care::easier, 1, "e"},
    {Care::stop_exercise, 1, "x"},
    {Care::finish_here, 1, "q"},
    {Care::none_hurt, 1, "0"},
});

/// The names that each sentence of a key has in braces: without them nobody knows what is said.
struct NamesOfCare {
    Care key;
    std::array<std::string_view, 3> names{};
};
// Sentences that are not here have no names.
constexpr auto names_of_care = std::to_array<NamesOfCare>({
    {Care::now_heading, {"number"}},
    {Care::clearance, {"day"}},
    {Care::ask_morning_today, {"when"}},
    {Care::ask_morning_after, {"when"}},
    {Care::bad_morning, {"when"}},
    {Care::enter_takes, {"pain"}},
    {Care::enter_begins_with, {"pain"}},
    {Care::as_this_morning, {"pain"}},
    {Care::as_last_time, {"pain"}},
    {Care::pain_now, {"score"}},
    {Care::pain_compared, {"score", "usual"}},
    {Care::steady_usual, {"score"}},
    {Care::steady_less, {"score", "usual"}},
    {Care::steady_close, {"score", "usual"}},
    {Care::pain_was, {"score"}},
    {Care::pain_was_earlier, {"score"}},
    {Care::before_steady, {"score", "ease", "stop"}},
    {Care::before_high, {"score"}},
    {Care::ask_peak, {"name"}},
    {Care::help, {"number"}},
    {Care::severe_score, {"score"}},
    {Care::severe_help, {"number"}},
    {Care::just_said, {"pain"}},
    {Care::measure_stop_at, {"score"}},
    {Care::severe_today, {"score"}},
    {Care::refer_flares, {"n"}},
    {Care::refer_retired, {"name"}},
    {Care::on_weekday, {"day"}},
    {Care::days_ago, {"n"}},
    {Care::on_date, {"day"}},
    {Care::part_of_weekday, {"day"}},
    {Care::usual_between, {"low", "high"}},
});

std::span<const std::string_view> names_in(Care key) {
    const auto* const found = std::ranges::find(names_of_care, key, &NamesOfCare::key);
    if (found == names_of_care.end()) return {};
    const auto* const end = std::ranges::find(found->names, std::string_view());
    return {found->names.begin(), end};
}

template <std::size_t Size>
const ShapeOfCare* shape_in(const std::array<ShapeOfCare, Size>& shapes, Care key) {
    const auto* const found = std::ranges::find(shapes, key, &ShapeOfCare::key);
    return found == shapes.end() ? nullptr : found;
}

/// Says what is wrong with one sentence; empty if nothing is. `head` is that of a choice, or 0.
std::string care_fault(Care key, std::string_view text, char head) {
    const auto names = names_in(key);
    if (auto fault = placeholder_fault(text, names); !fault.empty()) return fault;
    for (const auto name : names) {
        if (text.find(fmt::format("{{{}}}", name)) == std::string_view::npos) {
            return fmt::format("leaves out {{{}}}, expected it in the sentence", name);
        }
    }
    if (head == 0) return {};
    const std::string begins = head == enter ? "Enter " : fmt::format("{} ", head);
    if (!text.starts_with(begins) || text.size() == begins.size()) {
        return fmt::format(R"(has "{}", expected "{}" and then words: the key to press stays)",
                           shown(text), begins);
    }
    if (const auto length = character_count(text); length > longest_choice) {
        return fmt::format("has a choice of {} characters, expected at most {}", length,
                           longest_choice);
    }
    return {};
}

void read_list(TableReader& fields, const ShapeOfCare& shape, std::vector<std::string>& entries) {
    const std::string_view name = word(shape.key);
    const std::size_t before = fields.faults();
    const auto texts = fields.placed_texts(name);
    if (fields.faults() > before) return;
    if (texts.empty() || (shape.entries != 0 && texts.size() != shape.entries)) {
        fields.refuse(
            fields.place_of(name),
            fmt::format("'{}' has {} texts, expected {}", name, texts.size(),
                        shape.entries == 0 ? "at least one" : std::to_string(shape.entries)));
        return;
    }
    entries.clear();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const char head = shape.heads.empty() ? '\0' : shape.heads.at(i);
        if (const auto fault = care_fault(shape.key, texts[i].text, head); !fault.empty()) {
            fields.refuse(texts[i].place, fmt::format("'{}' {}", name, fault));
        }
        entries.push_back(texts[i].text);
    }
}

void read_sentence(TableReader& fields, Care key, std::vector<std::string>& entries) {
    const std::string_view name = word(key);
    const auto text = fields.text(name);
    if (!text) return;
    const ShapeOfCare* choice = shape_in(single_choices, key);
    const char head = choice == nullptr ? '\0' : choice->heads.front();
    if (const auto fault = care_fault(key, *text, head); !fault.empty()) {
        fields.refuse(fields.place_of(name), fmt::format("'{}' {}", name, fault));
    }
    entries = {*text};
}

void check_name(TableReader& fields, std::string_view language) {
    fields.require({"language"});
    const auto text = fields.text("language");
    if (!text || *text == language) return;
    fields.refuse(fields.place_of("language"),
                  fmt::format(R"('language' is "{}", expected "{}", the name of the file)",
                              shown(*text), language));
}

CareWords care_of(std::string_view text, std::string_view language, const std::string& file,
                  CareWords base) {
    std::vector<Diagnostic> faults;
    auto words = parse_care(text, language, file, faults, std::move(base));
    if (!words) throw FileError(std::move(faults));
    return *std::move(words);
}

CareWords bundled_care_in(std::string_view language) {
    CareWords words;
    words.language = language;
    const auto files = bundled_care();
    const auto file = std::ranges::find(files, language, &BundledFile::id);
    if (file == files.end()) return words;
    return care_of(file->text, language, fmt::format("bundled:routines/care/{}.toml", language),
                   {});
}

/// The same without the user's file where that has faults.
CareWords usable_care(const std::filesystem::path& user_folder, std::string_view language) {
    try {
        return read_care(user_folder, language);
    } catch (const FileError&) {
        return bundled_care_in(language);
    }
}

}  // namespace

std::optional<CareWords> parse_care(std::string_view text, std::string_view language,
                                    const std::string& file, std::vector<Diagnostic>& faults,
                                    CareWords base) {
    const std::size_t before = faults.size();
    const auto document = parse_document(text, file, faults);
    if (!document) return {};
    TableReader fields(*document, Place{1, 1}, "a table of sentences", file, faults);
    fields.knows("format");
    if (fields.has("format") && !fields.is_format_1()) return {};
    check_name(fields, language);
    CareWords words = std::move(base);
    words.language = language;
    for (std::size_t i = 0; i < words.by_key.size(); ++i) {
        const auto key = static_cast<Care>(i);
        fields.knows(word(key));
        if (!fields.has(word(key))) continue;
        if (const ShapeOfCare* shape = shape_in(lists, key)) {
            read_list(fields, *shape, words.list(key));
        } else {
            read_sentence(fields, key, words.list(key));
        }
    }
    fields.refuse_unknown();
    if (faults.size() > before) return {};
    return words;
}

std::vector<std::string> lacking(const CareWords& words) {
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < words.by_key.size(); ++i) {
        if (words.by_key.at(i).empty()) keys.emplace_back(hipflow::words<Care>.at(i));
    }
    return keys;
}

CareWords read_care(const std::filesystem::path& user_folder, std::string_view language) {
    CareWords words = bundled_care_in(language);
    if (user_folder.empty()) return words;
    const auto path = user_folder / "care" / (words.language + ".toml");
    std::error_code none;
    if (!std::filesystem::exists(std::filesystem::symlink_status(path, none))) return words;
    std::vector<Diagnostic> faults;
    const auto text = read_text_file(path.string(), faults);
    if (!text) throw FileError(std::move(faults));
    return care_of(*text, language, path.string(), std::move(words));
}

CareWords care_words(const std::filesystem::path& user_folder, std::string_view language) {
    const std::string base = text_language(language);
    CareWords words = usable_care(user_folder, base);
    if (base == "en" || lacking(words).empty()) return words;
    CareWords english = usable_care(user_folder, "en");
    for (std::size_t i = 0; i < words.by_key.size(); ++i) {
        if (words.by_key.at(i).empty()) words.by_key.at(i) = std::move(english.by_key.at(i));
    }
    return words;
}

}  // namespace hipflow::catalog
