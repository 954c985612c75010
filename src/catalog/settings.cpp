// SPDX-License-Identifier: MIT
#include "catalog/settings.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <utility>

#include "catalog/document.h"
#include "catalog/exercise_fields.h"
#include "catalog/restriction_table.h"
#include "catalog/table_reader.h"
#include "catalog/text_file.h"
#include "domain/time.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

using std::chrono::minutes;

enum class AskPeak { end, each };
enum class WeekStart { monday, sunday };

}  // namespace

template <>
inline constexpr auto words<AskPeak> = std::to_array<std::string_view>({"end", "each"});
template <>
inline constexpr auto words<WeekStart> = std::to_array<std::string_view>({"monday", "sunday"});

namespace {

struct Threshold {
    std::string_view key;
    int PainThresholds::*member;
};
constexpr auto thresholds = std::to_array<Threshold>({
    {"before_gentle", &PainThresholds::before_gentle},
    {"before_rest", &PainThresholds::before_rest},
    {"before_refuse", &PainThresholds::before_refuse},
    {"before_rise_gentle", &PainThresholds::before_rise_gentle},
    {"before_rise_rest", &PainThresholds::before_rise_rest},
    {"amber_peak", &PainThresholds::amber_peak},
    {"amber_rise", &PainThresholds::amber_rise},
    {"red_peak", &PainThresholds::red_peak},
    {"red_rise_peak", &PainThresholds::red_rise_peak},
    {"red_rise", &PainThresholds::red_rise},
});
constexpr Limits<int> scores{0, 10};
constexpr minutes latest_day_start{6 * 60};

/// Reads the settings of one table, and notes where each came from.
class Section {
   public:
    Section(TableReader fields, std::string prefix, const std::string& file, Settings& settings)
        : fields_(std::move(fields)),
          prefix_(std::move(prefix)),
          file_(file),
          settings_(settings) {}

    TableReader& fields() { return fields_; }

    /// Takes a value over, if there is one.
    template <typename Value, typename Target>
    void set(std::string_view key, const std::optional<Value>& value, Target& target) {
        if (!value) return;
        target = *value;
        settings_.origin[prefix_ + std::string(key)] =
            fmt::format("{}:{}", file_, fields_.place_of(key).line);
    }

   private:
    TableReader fields_;
    std::string prefix_;
    const std::string& file_;
    Settings& settings_;
};

/// "04:00" as minutes after midnight, up to 06:00.
std::optional<minutes> read_day_start(TableReader& fields) {
    const auto text = fields.text("day_starts");
    if (!text) return {};
    // A clock time is the end of an RFC 3339 instant; that parser knows what a clock can show.
    const auto instant = parse_instant(fmt::format("1970-01-01T{}:00Z", *text));
    const bool fits =
        instant && text->size() == 5 && instant->at.time_since_epoch() <= latest_day_start;
    if (fits) return std::chrono::duration_cast<minutes>(instant->at.time_since_epoch());
    fields.refuse(fields.place_of("day_starts"),
                  fmt::format(R"('day_starts' is "{}", expected a time from "00:00" to "06:00")",
                              shown(*text)));
    return {};
}

using Texts = std::vector<std::string>;

std::string format_list(const Texts& texts) {
    std::string list;
    for (const auto& text : texts) {
        list += fmt::format("{}\"{}\"", list.empty() ? "" : ", ", text);
    }
    return fmt::format("[{}]", list);
}

std::string format_day_start(minutes value) {
    return fmt::format("\"{:02}:{:02}\"", value.count() / 60, value.count() % 60);
}

void read_session(Section section, Settings& settings) {
    const auto ask = section.fields().word<AskPeak>("ask_peak");
    const auto each = ask ? std::optional(*ask == AskPeak::each) : std::nullopt;
    section.set("ask_peak", each, settings.ask_peak_each);
    section.fields().refuse_unknown();
}

void read_pain(Section section, Settings& settings) {
    TableReader& fields = section.fields();
    PainThresholds& pain = settings.pain;
    for (const auto& [key, member] : thresholds) {
        section.set(key, fields.number(key, scores), pain.*member);
    }
    if (pain.before_gentle > pain.before_rest || pain.before_rest > pain.before_refuse) {
        fields.refuse(
            fields.place(),
            fmt::format("'before_gentle', 'before_rest' and 'before_refuse' are {}, {} and "
                        "{}, expected scores that do not fall",
                        pain.before_gentle, pain.before_rest, pain.before_refuse));
    }
    if (pain.before_rise_gentle > pain.before_rise_rest) {
        fields.refuse(fields.place(),
                      fmt::format("'before_rise_gentle' and 'before_rise_rest' are {} and {}, "
                                  "expected scores that do not fall",
                                  pain.before_rise_gentle, pain.before_rise_rest));
    }
    fields.refuse_unknown();
}

void read_restrictions(Section& section, Settings& settings) {
    TableReader& fields = section.fields();
    if (!fields.has("restrictions")) return;
    std::vector<std::string> ids;
    for (auto& [id, place] : fields.placed_texts("restrictions")) {
        const RestrictionTable& table = shipped_restrictions();
        if (table.find(id) == nullptr) fields.refuse(place, no_such_restriction(table, id));
        ids.push_back(std::move(id));
    }
    section.set("restrictions", std::optional(std::move(ids)), settings.restrictions);
}

/// That an exercise of this name exists is for those to find out who know the library.
std::optional<std::vector<std::string>> read_avoided(TableReader& fields) {
    if (!fields.has("avoid")) return {};
    return fields.texts("avoid");
}

void read_me(Section section, Settings& settings) {
    TableReader& fields = section.fields();
    section.set("day_starts", read_day_start(fields), settings.day_starts);
    const auto start = fields.word<WeekStart>("week_starts");
    const auto weekday = start ? std::optional(*start == WeekStart::sunday ? std::chrono::Sunday
                                                                           : std::chrono::Monday)
                               : std::nullopt;
    section.set("week_starts", weekday, settings.week_starts);
    read_restrictions(section, settings);
    section.set("avoid", read_avoided(fields), settings.avoid);
    fields.refuse_unknown();
}

Settings read_fields(TableReader document, const std::string& file) {
    Settings settings = default_settings();
    Section top(std::move(document), "", file, settings);
    TableReader& fields = top.fields();
    top.set("routine", read_link(fields, "routine"), settings.routine);
    if (auto table = fields.table("session", "[session]")) {
        read_session(Section(*table, "session.", file, settings), settings);
    }
    if (auto table = fields.table("pain", "[pain]")) {
        read_pain(Section(*table, "pain.", file, settings), settings);
    }
    if (auto table = fields.table("me", "[me]")) {
        read_me(Section(*table, "me.", file, settings), settings);
    }
    fields.refuse_unknown();
    return settings;
}

}  // namespace

Settings default_settings() {
    Settings settings;
    for (const auto& line : listed(settings)) settings.origin[line.key] = "default";
    return settings;
}

std::optional<Settings> parse_settings(std::string_view text, const std::string& file,
                                       std::vector<Diagnostic>& faults) {
    const std::size_t before = faults.size();
    const auto document = parse_document(text, file, faults);
    if (!document) return {};
    TableReader fields(*document, Place{1, 1}, "the configuration", file, faults);
    if (!fields.is_format_1()) return {};
    Settings settings = read_fields(std::move(fields), file);
    if (faults.size() > before) return {};
    return settings;
}

Settings read_settings(const std::string& path) {
    std::vector<Diagnostic> faults;
    const auto text = read_text_file(path, faults);
    auto settings = text ? parse_settings(*text, path, faults) : std::nullopt;
    if (!settings) throw FileError(std::move(faults));
    return *settings;
}

Settings read_settings_if_present(const std::string& path) {
    std::error_code unreadable;  // is told by read_settings, with its reason
    const auto status = std::filesystem::symlink_status(path, unreadable);
    const bool absent = status.type() == std::filesystem::file_type::not_found;
    return absent ? default_settings() : read_settings(path);
}

std::vector<SettingLine> listed(const Settings& settings) {
    std::vector<SettingLine> lines;
    const auto add = [&](std::string key, std::string value) {
        const auto origin = settings.origin.find(key);
        lines.push_back({std::move(key), std::move(value),
                         origin == settings.origin.end() ? "default" : origin->second});
    };
    const bool on_sunday = settings.week_starts == std::chrono::Sunday;
    add("routine", fmt::format("\"{}\"", settings.routine));
    add("session.ask_peak", settings.ask_peak_each ? "\"each\"" : "\"end\"");
    for (const auto& [key, member] : thresholds) {
        add(fmt::format("pain.{}", key), fmt::format("{}", settings.pain.*member));
    }
    add("me.day_starts", format_day_start(settings.day_starts));
    add("me.week_starts", on_sunday ? "\"sunday\"" : "\"monday\"");
    add("me.restrictions", format_list(settings.restrictions.value_or(Texts{})));
    add("me.avoid", format_list(settings.avoid));
    return lines;
}

}  // namespace hipflow
