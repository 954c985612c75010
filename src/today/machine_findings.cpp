// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>

#include "domain/names.h"
#include "platform/clock.h"
#include "platform/environment.h"
#include "platform/files.h"
#include "today/askers.h"
#include "today/findings.h"

namespace hipflow::today {
namespace {

namespace fs = std::filesystem;

/// Now on the user's calendar; on the default one where the configuration cannot be read.
Stamp now_on(Desk& desk) {
    try {
        return desk.now();
    } catch (const Error&) {
        return platform::stamp(desk.clock().wall(), Settings{}.day_starts);
    }
}

/// "The clock says Tuesday, 24 Nov, 08:00."
std::string clock_words(const Stamp& now) {
    const Day day = local_day(now.at, now.utc_offset, {});
    return fmt::format("The clock says {}, {}, {}.", weekday_name(std::chrono::weekday(day)),
                       short_day(day), format_time_of_day(now.at, now.utc_offset));
}

Finding clock_finding(Desk& desk) {
    const Stamp now = now_on(desk);
    const std::string shown = format_instant(now.at, now.utc_offset);
    if (!is_recordable(now.at, now.utc_offset) || !is_recordable(now.local_day)) {
        return {"clock", false,
                fmt::format("{}, and the history holds the days from {} to {}", shown,
                            format_day(earliest_day), format_day(latest_day)),
                "nothing can be recorded: set date and time of this machine"};
    }
    try {
        const store::Store* history = desk.history();
        const auto last = history != nullptr ? history->last_session() : std::nullopt;
        if (last && last->started.at > now.at) {
            return {"clock", false,
                    fmt::format("{}, but a session began at {}", shown,
                                format_instant(last->started.at, last->started.utc_offset)),
                    "check date and time of this machine"};
        }
    } catch (const Error&) {  // told by the database's own line
        return {"clock", true, shown, "", clock_words(now)};
    }
    return {"clock", true, shown, "", clock_words(now)};
}

/// A zone that is not installed is taken for UTC without a word: every session of an evening would
/// lie on another day.
Finding zone_finding(Desk& desk) {
    const auto offset = platform::utc_offset(desk.clock().wall());
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(offset).count();
    const std::string ahead = fmt::format("UTC{}{:02}:{:02}", minutes < 0 ? '-' : '+',
                                          std::abs(minutes) / 60, std::abs(minutes) % 60);
    const auto named = desk.environment().get("TZ");
    if (!named || named->empty()) return {"time zone", true, ahead, ""};
    if (platform::is_known_zone(*named, desk.environment().get("TZDIR"))) {
        return {"time zone", true, fmt::format("{}, {}", *named, ahead), ""};
    }
    return {"time zone", false,
            fmt::format("TZ is '{}', and no such zone is installed: {} applies", *named, ahead),
            "correct TZ, or install tzdata"};
}

}  // namespace

namespace {

/// What a command that was killed has left behind beside the user's files. It is read by nothing.
void look_at_drafts(Desk& desk, Findings& found) {
    const fs::path home = platform::config_folder(desk.environment());
    for (const auto* folder : {"routines", "exercises", "programs", "removed", "schemas"}) {
        for (const auto& draft : platform::drafts_in(home / folder)) {
            found.push_back({"library", true,
                             fmt::format("warning: {}: left by a command that was interrupted; it "
                                         "can be deleted",
                                         draft.string()),
                             ""});
        }
    }
}

}  // namespace

void look_at_library(Desk& desk, Findings& found) {
    const std::string subject = "library";
    look_at_drafts(desk, found);
    try {
        const auto faults = desk.library().check();
        for (const auto& fault : faults) {
            found.push_back({subject, false, fault.text(), "correct the file"});
        }
        if (!faults.empty()) return;
        found.push_back(
            {subject, true,
             fmt::format("{} routines, {} exercises", desk.library().routines().size(),
                         desk.library().exercises().size()),
             "",
             fmt::format("There are {} routines and {} exercises to choose from.",
                         desk.library().routines().size(), desk.library().exercises().size())});
        for (const auto& warning : desk.library().warnings()) {
            found.push_back({subject, true, fmt::format("warning: {}", warning.text()), ""});
        }
    } catch (const Error& error) {
        found.push_back({subject, false, error.what(), "see the line above"});
    }
}

void look_at_cache(Desk& desk, Findings& found) {
    try {
        const Settings& settings = desk.settings();
        if (!settings.voice && !settings.tones) return;
        const fs::path folder = platform::cache_folder(desk.environment()) / "sound";
        const fs::path there = platform::existing_part(folder);
        const int error = platform::why_no_file_in(there);
        if (error == 0) return found.push_back({"cache folder", true, folder.string(), ""});
        found.push_back(
            {"cache folder", false,
             fmt::format("{}: cannot be written, so nothing can be heard", there.string()),
             platform::obstacle_words(error, there)});
    } catch (const Error&) {  // told by the configuration's own line
        return;
    }
}

void look_at_reminders(Desk& desk, Findings& found) {
    const std::string subject = "reminders";
    bool any = false;
    for (const auto& asker : askers(desk)) {
        if (!asker.installed && asker.well) continue;
        any = true;
        found.push_back({subject, asker.well, fmt::format("{}: {}", asker.name, asker.state),
                         asker.well ? "" : "'hipflow schedule install' rewrites it",
                         fmt::format("Reminders come, by {}.", asker.name)});
    }
    if (!any) {
        found.push_back({subject, true, "none; 'hipflow schedule install' sets them up", "",
                         "No reminders come; 'hipflow schedule install' sets them up."});
    }
}

void look_at_clock(Desk& desk, Findings& found) {
    found.push_back(clock_finding(desk));
    found.push_back(zone_finding(desk));
}

}  // namespace hipflow::today
