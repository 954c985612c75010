// SPDX-License-Identifier: MIT
#include "catalog/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <span>
#include <utility>

#include "catalog/document.h"
#include "catalog/exercise_fields.h"
#include "catalog/restriction_table.h"
#include "catalog/table_reader.h"
#include "catalog/text_file.h"
#include "catalog/threshold_table.h"
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

/// "22:00" as minutes after midnight.
std::optional<minutes> read_clock_time(TableReader& fields, std::string_view key,
                                       const TableReader::PlacedText& text) {
    constexpr std::size_t hours_and_minutes = 5;
    const auto time = parse_time_of_day(text.text);
    if (time && text.text.size() == hours_and_minutes) {
        return std::chrono::duration_cast<minutes>(*time);
    }
    fields.refuse(text.place, fmt::format(R"('{}' holds "{}", expected a time such as "22:00")",
                                          key, shown(text.text)));
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

std::string format_clock_time(minutes value) {
    return fmt::format("\"{:02}:{:02}\"", value.count() / 60, value.count() % 60);
}

/// A program and its arguments, one of which holds the words to be spoken.
std::optional<Texts> read_voice_command(TableReader& fields) {
    if (!fields.has("voice_command")) return {};
    auto command = fields.texts("voice_command");
    const bool speaks =
        command.size() > 1 && std::any_of(command.begin() + 1, command.end(), [](const auto& word) {
            return word.find("{text}") != std::string::npos;
        });
    if (!speaks) {
        fields.refuse(fields.place_of("voice_command"),
                      R"('voice_command' says nothing: expected a program and its arguments, )"
                      R"(one of them with {text}, such as ["spd-say", "--wait", "{text}"])");
    }
    return command;
}

void read_session(Section section, Settings& settings) {
    TableReader& fields = section.fields();
    section.set("voice", fields.flag("voice"), settings.voice);
    section.set("voice_command", read_voice_command(fields), settings.voice_command);
    section.set("voice_name", fields.text("voice_name"), settings.voice_name);
    section.set("language", fields.text("language"), settings.language);
    section.set("rate", fields.number("rate", {80, 400}), settings.rate);
    section.set("tones", fields.flag("tones"), settings.tones);
    section.set("volume", fields.number("volume", {0, 100}), settings.volume);
    section.set("hands_free", fields.flag("hands_free"), settings.hands_free);
    const auto ask = fields.word<AskPeak>("ask_peak");
    const auto each = ask ? std::optional(*ask == AskPeak::each) : std::nullopt;
    section.set("ask_peak", each, settings.ask_peak_each);
    section.set("figures", fields.flag("figures"), settings.figures);
    fields.refuse_unknown();
}

/// Whole numbers, each within what is published.
template <typename Table>
void read_thresholds(Section& section, std::span<const Threshold<Table>> thresholds, Table& table) {
    constexpr Limits<int> numbers{0, 100};
    TableReader& fields = section.fields();
    for (const auto& threshold : thresholds) {
        const auto value = fields.number(threshold.key, numbers);
        if (value && (*value < threshold.least || *value > threshold.most)) {
            fields.refuse(fields.place_of(threshold.key),
                          fmt::format("'{}' is {}, expected {} to {}: {}", threshold.key, *value,
                                      threshold.least, threshold.most, threshold.source));
        } else {
            section.set(threshold.key, value, table.*threshold.member);
        }
    }
}

void read_coach(Section section, Settings& settings) {
    TableReader& fields = section.fields();
    CoachThresholds& coach = settings.coach;
    read_thresholds(section, coach_thresholds(), coach);
    if (coach.days_to_bottom > coach.days_to_lower || coach.days_to_lower > coach.days_to_restart) {
        fields.refuse(
            fields.place(),
            fmt::format("'days_to_bottom', 'days_to_lower' and 'days_to_restart' are {}, "
                        "{} and {}, expected days that do not fall",
                        coach.days_to_bottom, coach.days_to_lower, coach.days_to_restart));
    }
    fields.refuse_unknown();
}

void read_pain(Section section, Settings& settings) {
    TableReader& fields = section.fields();
    PainThresholds& pain = settings.pain;
    read_thresholds(section, pain_thresholds(), pain);
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

/// "112", "+44 999", "112, or 116 117 by day": whatever somebody would call.
std::optional<std::string> read_emergency_number(TableReader& fields) {
    constexpr std::size_t longest = 60;
    auto number = fields.text("emergency_number");
    if (!number) return {};
    const bool has_digit =
        std::ranges::any_of(*number, [](char c) { return c >= '0' && c <= '9'; });
    if (has_digit && number->size() <= longest) return number;
    fields.refuse(fields.place_of("emergency_number"),
                  fmt::format(R"('emergency_number' is "{}", expected a number to call, such as )"
                              R"("112"; without the key it is your local emergency number)",
                              shown(*number)));
    return {};
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
    section.set("emergency_number", read_emergency_number(fields), settings.emergency_number);
    fields.refuse_unknown();
}

/// quiet = ["22:00", "06:00"], or [] for none.
void read_quiet(Section& section, ReminderSettings& remind) {
    TableReader& fields = section.fields();
    if (!fields.has("quiet")) return;
    const auto texts = fields.placed_texts("quiet");
    if (texts.empty()) {
        section.set("quiet", std::optional(minutes(0)), remind.quiet_from);
        remind.quiet_to = minutes(0);
        return;
    }
    if (texts.size() != 2) {
        fields.refuse(fields.place_of("quiet"),
                      R"('quiet' is a list of two times, such as ["22:00", "06:00"], or empty)");
        return;
    }
    const auto from = read_clock_time(fields, "quiet", texts.front());
    const auto to = read_clock_time(fields, "quiet", texts.back());
    if (!from || !to) return;
    section.set("quiet", from, remind.quiet_from);
    remind.quiet_to = *to;
}

void read_remind(Section section, ReminderSettings& remind) {
    using namespace std::chrono_literals;
    TableReader& fields = section.fields();
    read_quiet(section, remind);
    if (const auto text = fields.text("at")) {
        section.set("at", read_clock_time(fields, "at", {*text, fields.place_of("at")}), remind.at);
    }
    if (const auto grace = fields.duration("grace", {1min, 12h})) {
        section.set("grace", std::optional(std::chrono::duration_cast<minutes>(*grace)),
                    remind.grace);
    }
    const auto command =
        fields.has("command") ? std::optional(fields.texts("command")) : std::nullopt;
    section.set("command", command, remind.command);
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
    if (auto table = fields.table("coach", "[coach]")) {
        read_coach(Section(*table, "coach.", file, settings), settings);
    }
    if (auto table = fields.table("me", "[me]")) {
        read_me(Section(*table, "me.", file, settings), settings);
    }
    if (auto table = fields.table("remind", "[remind]")) {
        read_remind(Section(*table, "remind.", file, settings), settings.remind);
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
    add("session.figures", fmt::format("{}", settings.figures));
    add("session.voice", fmt::format("{}", settings.voice));
    add("session.voice_command", format_list(settings.voice_command));
    add("session.voice_name", fmt::format("\"{}\"", settings.voice_name));
    add("session.language", fmt::format("\"{}\"", settings.language));
    add("session.rate", fmt::format("{}", settings.rate));
    add("session.tones", fmt::format("{}", settings.tones));
    add("session.volume", fmt::format("{}", settings.volume));
    add("session.hands_free", fmt::format("{}", settings.hands_free));
    for (const auto& threshold : pain_thresholds()) {
        add(fmt::format("pain.{}", threshold.key),
            fmt::format("{}", settings.pain.*threshold.member));
    }
    for (const auto& threshold : coach_thresholds()) {
        add(fmt::format("coach.{}", threshold.key),
            fmt::format("{}", settings.coach.*threshold.member));
    }
    add("me.day_starts", format_clock_time(settings.day_starts));
    add("me.week_starts", on_sunday ? "\"sunday\"" : "\"monday\"");
    add("me.restrictions", format_list(settings.restrictions.value_or(Texts{})));
    add("me.avoid", format_list(settings.avoid));
    add("me.emergency_number", fmt::format("\"{}\"", settings.emergency_number));
    const auto& remind = settings.remind;
    const bool quiet = remind.quiet_from != remind.quiet_to;
    add("remind.quiet", quiet ? fmt::format("[{}, {}]", format_clock_time(remind.quiet_from),
                                            format_clock_time(remind.quiet_to))
                              : "[]");
    add("remind.at", format_clock_time(remind.at));
    add("remind.grace", fmt::format("\"{}\"", format_duration(remind.grace)));
    add("remind.command", format_list(remind.command));
    return lines;
}

}  // namespace hipflow
