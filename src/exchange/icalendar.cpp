// SPDX-License-Identifier: MIT
#include "exchange/icalendar.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace hipflow::exchange {
namespace {

using std::chrono::days;

constexpr std::size_t longest_line = 75;

/// One slot of one version, and its last day.
struct Series {
    const schedule::PlanVersion* version = nullptr;
    std::string id;  // of the version
    schedule::Slot slot;
    std::optional<Day> last;
};

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string date_text(Day day) {
    std::string text = format_day(day);
    std::erase(text, '-');
    return text;
}

/// Floating: the same on the clock in every zone.
std::string local_time(Day day, Millis time) {
    const std::chrono::hh_mm_ss clock(std::chrono::duration_cast<std::chrono::minutes>(time));
    return fmt::format("{}T{:02}{:02}00", date_text(day), clock.hours().count(),
                       clock.minutes().count());
}

std::string utc_time(Instant at) {
    const auto day = std::chrono::floor<days>(at);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(at - day));
    return fmt::format("{}T{:02}{:02}{:02}Z", date_text(Day(day.time_since_epoch())),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

class CalendarWriter {
   public:
    CalendarWriter(const schedule::DayPlan& plan, const CalendarPlan& titled,
                   const CalendarOptions& options, std::string& text)
        : plan_(plan), titled_(titled), options_(options), text_(text) {}

    void event(const Series& series) {
        const auto first = first_day(series);
        if (!first) return;
        const Millis time = series.slot.time.value_or(options_.untimed_at);
        const std::string& name = series.slot.name;
        line("BEGIN:VEVENT");
        line(fmt::format("UID:{}{}{}@hipflow", series.id, name.empty() ? "" : "-", name));
        line("DTSTAMP:" + utc_time(options_.changes.last.value_or(Instant{})));
        line(fmt::format("SEQUENCE:{}", options_.changes.times));
        line("DTSTART:" + local_time(shifted(*first, time), time));
        line(fmt::format("DURATION:PT{}M", whole_minutes()));
        line("RRULE:" + recurrence(series, time));
        for (const Day day : excused_days(series, *first)) {
            line("EXDATE:" + local_time(shifted(day, time), time));
        }
        line("SUMMARY:" + calendar_text(titled_.summary));
        if (series.version->rule.cadence == schedule::Cadence::per_week) {
            line("DESCRIPTION:" +
                 calendar_text(fmt::format("A suggested day: {} per week is planned, on any days.",
                                           series.version->rule.n)));
        }
        line("BEGIN:VALARM");
        line("ACTION:DISPLAY");
        line("TRIGGER:PT0S");
        line("DESCRIPTION:" + calendar_text(titled_.summary));
        line("END:VALARM");
        line("END:VEVENT");
    }

   private:
    void line(std::string_view text) { text_ += content_line(text); }

    long whole_minutes() const {
        return std::max(1L, std::chrono::ceil<std::chrono::minutes>(titled_.duration).count());
    }

    /// A time before the day begins falls on the next day of the calendar.
    Day shifted(Day day, Millis time) const {
        return time < options_.day_starts ? day + days(1) : day;
    }

    /// The days of a whole week on which `k per week` suggests a session.
    std::vector<std::chrono::weekday> suggested(const schedule::PlanVersion& version) const {
        const schedule::Rule& rule = version.rule;
        const auto first = schedule::week_start_of(plan_, version);
        std::vector<std::chrono::weekday> found;
        for (int elapsed = 1, given = 0; elapsed <= 7; ++elapsed) {
            const int wanted = (rule.n * elapsed + 6) / 7;
            if (wanted > given) found.push_back(first + days(elapsed - 1));
            given = wanted;
        }
        return found;
    }

    bool plans_on(const schedule::PlanVersion& version, Day day) const {
        if (version.rule.cadence != schedule::Cadence::per_week) {
            return schedule::plans(version.rule, version.valid_from, day);
        }
        return std::ranges::count(suggested(version), std::chrono::weekday(day)) != 0;
    }

    std::optional<Day> first_day(const Series& series) const {
        const Day from = series.version->valid_from;
        for (Day day = from; day < from + days(31); day += days(1)) {
            if (series.last && day > *series.last) return std::nullopt;
            if (plans_on(*series.version, day)) return day;
        }
        return std::nullopt;
    }

    std::string recurrence(const Series& series, Millis time) const {
        const schedule::Rule& rule = series.version->rule;
        std::string text = "FREQ=DAILY";
        if (rule.cadence == schedule::Cadence::every_n_days) {
            text += fmt::format(";INTERVAL={}", rule.n);
        } else if (rule.cadence == schedule::Cadence::per_week || !rule.weekdays.all()) {
            text = "FREQ=WEEKLY;BYDAY=" + weekdays(*series.version, time);
        }
        if (series.last) text += ";UNTIL=" + local_time(shifted(*series.last, time), time);
        return text;
    }

    std::string weekdays(const schedule::PlanVersion& version, Millis time) const {
        constexpr std::array<std::string_view, 7> names = {"SU", "MO", "TU", "WE",
                                                           "TH", "FR", "SA"};
        const schedule::Rule& rule = version.rule;
        const auto suggestions = suggested(version);
        std::vector<std::string_view> found;
        for (unsigned step = 1; step <= 7; ++step) {
            const std::chrono::weekday on_clock(step % 7);
            const auto day = time < options_.day_starts ? on_clock - days(1) : on_clock;
            const bool wanted = rule.cadence == schedule::Cadence::per_week
                                    ? std::ranges::count(suggestions, day) != 0
                                    : rule.weekdays.test(day.c_encoding());
            if (wanted) found.push_back(names.at(on_clock.c_encoding()));
        }
        return fmt::format("{}", fmt::join(found, ","));
    }

    std::vector<Day> excused_days(const Series& series, Day first) const {
        std::vector<Day> found;
        for (const auto& excuse : plan_.excuses) {
            if (!excuse.to_day || (excuse.slot && *excuse.slot != series.slot.name)) continue;
            const Day end = series.last ? std::min(*series.last, *excuse.to_day) : *excuse.to_day;
            for (Day day = std::max(first, excuse.from_day); day <= end; day += days(1)) {
                if (plans_on(*series.version, day)) found.push_back(day);
            }
        }
        std::ranges::sort(found);
        const auto twice = std::ranges::unique(found);
        found.erase(twice.begin(), twice.end());
        return found;
    }

    const schedule::DayPlan& plan_;
    const CalendarPlan& titled_;
    const CalendarOptions& options_;
    std::string& text_;
};

/// The last day of a version: before the next one, and before a pause without an end.
std::optional<Day> last_day(const schedule::DayPlan& plan, std::size_t index) {
    std::optional<Day> last;
    if (index + 1 < plan.versions.size()) last = plan.versions[index + 1].valid_from - days(1);
    for (const auto& excuse : plan.excuses) {
        if (excuse.kind != ExcuseKind::paused || excuse.to_day || excuse.slot) continue;
        const Day before = excuse.from_day - days(1);
        if (!last || before < *last) last = before;
    }
    return last;
}

/// The id of the version made last, of those that begin on that day.
std::string id_of_version(std::span<const ScheduleVersion> versions, Day valid_from) {
    std::string id;
    for (const auto& version : versions) {
        if (version.valid_from == valid_from) id = std::max(id, version.id);
    }
    return id;
}

}  // namespace

std::string content_line(std::string_view text) {
    std::string folded;
    std::size_t room = longest_line;
    while (text.size() > room) {
        std::size_t cut = room;
        while (cut > 1 && continues_character(text.at(cut))) --cut;
        folded += text.substr(0, cut);
        folded += "\r\n ";
        text.remove_prefix(cut);
        room = longest_line - 1;  // the space counts
    }
    folded += text;
    return folded + "\r\n";
}

std::string calendar_text(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '\n') {
            escaped += "\\n";
            continue;
        }
        if (c == '\\' || c == ';' || c == ',') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

namespace {

/// The events of one plan.
std::string events_of(const CalendarPlan& titled, std::span<const Excuse> excuses,
                      const CalendarOptions& options) {
    const auto& versions = titled.versions;
    const schedule::DayPlan plan = schedule::plan_of(
        {versions.begin(), versions.end()}, {excuses.begin(), excuses.end()}, options.week_starts);
    std::string text;
    CalendarWriter writer(plan, titled, options, text);
    for (std::size_t i = 0; i < plan.versions.size(); ++i) {
        const schedule::PlanVersion& version = plan.versions[i];
        if (version.rule.cadence == schedule::Cadence::none) continue;
        const std::string id = id_of_version(versions, version.valid_from);
        for (const auto& slot : version.rule.slots) {
            writer.event({&version, id, slot, last_day(plan, i)});
        }
    }
    return text;
}

constexpr std::array utc_lines = {
    "BEGIN:VTIMEZONE",    "TZID:UTC",         "BEGIN:STANDARD", "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "TZNAME:UTC",     "END:STANDARD",
    "END:VTIMEZONE"};

}  // namespace

std::string icalendar(std::span<const CalendarPlan> plans, std::span<const Excuse> excuses,
                      const CalendarOptions& options) {
    std::string events;
    for (const auto& plan : plans) events += events_of(plan, excuses, options);
    if (events.empty()) {
        for (const auto* line : utc_lines) events += content_line(line);
    }
    std::string text;
    for (const auto* line : {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//hipflow//schedule//EN",
                             "CALSCALE:GREGORIAN"}) {
        text += content_line(line);
    }
    return text + events + content_line("END:VCALENDAR");
}

}  // namespace hipflow::exchange
