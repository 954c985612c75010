// SPDX-License-Identifier: MIT
#include "commands/findings.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <optional>

#include "commands/schedule_install.h"
#include "commands/sound_findings.h"
#include "platform/zone.h"
#include "terminal/choose_face.h"

namespace hipflow {
namespace {

namespace fs = std::filesystem;

constexpr auto any_day_start = std::chrono::minutes(0);

std::optional<mode_t> mode_of(const fs::path& path) {
    struct stat info {};
    if (stat(path.c_str(), &info) != 0) return std::nullopt;
    return info.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO);
}

/// What others may do with a file or a folder of the user's health.
Finding permissions(const std::string& subject, const fs::path& path) {
    const auto mode = mode_of(path);
    if (!mode) return {subject, true, fmt::format("{}: not there yet", path.string()), ""};
    const bool open = (*mode & (S_IRWXG | S_IRWXO)) != 0;
    return {subject, !open, fmt::format("{}: mode {:o}", path.string(), *mode),
            open ? fmt::format("others can read it: chmod go= '{}'", path.string()) : ""};
}

void look_at_configuration(Context& context, std::vector<Finding>& found) {
    const std::string subject = "configuration";
    try {
        const std::string path = context.config_path();
        context.settings();
        const bool there = fs::exists(path);
        found.push_back({subject, true,
                         fmt::format("{}: {}", path, there ? "read" : "none, defaults hold"), ""});
    } catch (const FileError& error) {
        for (const auto& fault : error.faults()) {
            found.push_back({subject, false, fault.text(), "correct the file"});
        }
    } catch (const Error& error) {
        found.push_back({subject, false, error.what(), "see the line above"});
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

void look_at_database(Context& context, std::vector<Finding>& found) {
    const std::string subject = "database";
    const DatabaseFile file = context.database();
    try {
        const auto store = context.existing_store();
        if (!store) {
            found.push_back({subject, true, "none yet; the first session makes it", ""});
            return;
        }
        const auto faults = store->faults();
        for (const auto& fault : faults) {
            found.push_back({subject, false, fault,
                             "'hipflow doctor --repair' keeps a copy and rebuilds the tables"});
        }
        if (faults.empty()) {
            found.push_back({subject, true, "whole, and as its journal says", ""});
        }
    } catch (const Error& error) {
        found.push_back({subject, false, error.what(), "keep a copy of the file before anything"});
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
    const Stamp now = stamp(context.clock().wall(), any_day_start);
    const std::string shown = format_instant(now.at, now.utc_offset);
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

/// What asks by itself what is due, and whether it would get an answer.
void look_at_reminders(Context& context, std::vector<Finding>& found) {
    const std::string subject = "reminders";
    bool any = false;
    for (const auto& asker : askers(context)) {
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
    try {
        const fs::path database = context.database().path;
        found.push_back(permissions("data folder", database.parent_path()));
        found.push_back(permissions("data file", database));
        look_at_database(context, found);
    } catch (const Error& error) {
        found.push_back({"database", false, error.what(), "see the line above"});
    }
    found.push_back(look_at_terminal(context));
    look_at_sound(context, found);
    found.push_back(look_at_clock(context));
    look_at_reminders(context, found);
    return found;
}

}  // namespace hipflow
