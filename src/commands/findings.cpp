// SPDX-License-Identifier: MIT
#include "commands/findings.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>

#include "commands/history_findings.h"
#include "commands/setting_findings.h"
#include "commands/sound_findings.h"
#include "platform/obstacle.h"
#include "platform/paths.h"
#include "platform/zone.h"
#include "terminal/choose_face.h"
#include "today/askers.h"

namespace hipflow {
namespace {

namespace fs = std::filesystem;

/// As the user's calendar has it; without a configuration that can be read, as it has by default.
Stamp today(Context& context) {
    try {
        return context.now();
    } catch (const Error&) {
        return stamp(context.clock().wall(), Settings{}.day_starts);
    }
}

void look_at_library(Context& context, std::vector<Finding>& found) {
    const std::string subject = "library";
    try {
        const auto faults = context.library().check();
        for (const auto& fault : faults) {
            found.push_back({subject, false, fault.text(), "correct the file"});
        }
        if (!faults.empty()) return;
        found.push_back(
            {subject, true,
             fmt::format("{} routines, {} exercises", context.library().routines().size(),
                         context.library().exercises().size()),
             ""});
    } catch (const Error& error) {
        found.push_back({subject, false, error.what(), "see the line above"});
    }
}

Finding look_at_terminal(Context& context) {
    const auto plain = why_plain(context.streams(), context.environment());
    const Style style = context.style();
    const std::string looks = fmt::format("{}, {}", style.colour ? "colour" : "no colour",
                                          style.unicode ? "Unicode" : "ASCII");
    if (!plain) return {"terminal", true, fmt::format("live screen, {}", looks), ""};
    return {"terminal", true, fmt::format("plain lines, {}: {}", looks, *plain), ""};
}

Finding look_at_clock(Context& context) {
    const Stamp now = today(context);
    const std::string shown = format_instant(now.at, now.utc_offset);
    if (!is_recordable(now.at, now.utc_offset) || !is_recordable(now.local_day)) {
        return {"clock", false,
                fmt::format("{}, and the history holds the days from {} to {}", shown,
                            format_day(earliest_day), format_day(latest_day)),
                "nothing can be recorded: set date and time of this machine"};
    }
    try {
        const auto store = context.existing_store();
        const auto last = store ? store->last_session() : std::nullopt;
        if (last && last->started.at > now.at) {
            return {"clock", false,
                    fmt::format("{}, but a session began at {}", shown,
                                format_instant(last->started.at, last->started.utc_offset)),
                    "check date and time of this machine"};
        }
    } catch (const Error&) {  // told by the database's own line
        return {"clock", true, shown, ""};
    }
    return {"clock", true, shown, ""};
}

/// A zone that is not installed is taken for UTC without a word: every session of an evening would
/// lie on another day.
Finding look_at_zone(Context& context) {
    const auto offset = utc_offset(context.clock().wall());
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(offset).count();
    const std::string ahead = fmt::format("UTC{}{:02}:{:02}", minutes < 0 ? '-' : '+',
                                          std::abs(minutes) / 60, std::abs(minutes) % 60);
    const auto named = context.environment().get("TZ");
    if (!named || named->empty()) return {"time zone", true, ahead, ""};
    if (is_known_zone(*named, context.environment().get("TZDIR"))) {
        return {"time zone", true, fmt::format("{}, {}", *named, ahead), ""};
    }
    return {"time zone", false,
            fmt::format("TZ is '{}', and no such zone is here: {} holds", *named, ahead),
            "correct TZ, or install tzdata"};
}

/// Where sounds are made before they are heard.
void look_at_cache(Context& context, std::vector<Finding>& found) {
    try {
        const Settings& settings = context.settings();
        if (!settings.voice && !settings.tones) return;
        const fs::path folder = cache_folder(context.environment()) / "sound";
        const fs::path there = existing_part(folder);
        const int error = why_no_file_in(there);
        if (error == 0) return found.push_back({"cache folder", true, folder.string(), ""});
        found.push_back(
            {"cache folder", false,
             fmt::format("{}: cannot be written, so nothing can be heard", there.string()),
             obstacle_words(error, there)});
    } catch (const Error&) {  // told by the configuration's own line
        return;
    }
}

/// What asks by itself what is due, and whether it would get an answer.
void look_at_reminders(Context& context, std::vector<Finding>& found) {
    const std::string subject = "reminders";
    bool any = false;
    for (const auto& asker : askers(context.desk())) {
        if (!asker.installed && asker.well) continue;
        any = true;
        found.push_back({subject, asker.well, fmt::format("{}: {}", asker.name, asker.state),
                         asker.well ? "" : "'hipflow schedule install' makes it anew"});
    }
    if (!any) {
        found.push_back({subject, true, "none; 'hipflow schedule install' makes some", ""});
    }
}

}  // namespace

std::vector<Finding> findings(Context& context) {
    std::vector<Finding> found;
    look_at_configuration(context, found);
    look_at_library(context, found);
    look_at_history(context, found);
    look_at_what_is_named(context, found);
    found.push_back(look_at_terminal(context));
    look_at_cache(context, found);
    look_at_sound(context, found);
    found.push_back(look_at_clock(context));
    found.push_back(look_at_zone(context));
    look_at_reminders(context, found);
    return found;
}

}  // namespace hipflow
