// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <filesystem>
#include <functional>

#include "domain/names.h"
#include "platform/environment.h"
#include "platform/files.h"
#include "platform/program.h"
#include "text/utf8.h"
#include "today/enrolment.h"
#include "today/findings.h"
#include "today/person.h"
#include "today/routine_source.h"
#include "today/signs.h"
#include "today/todays_session.h"

namespace hipflow::today {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view subject = "configuration";

/// Does the work, and makes a finding of what is wrong; what is wrong with the history has its own.
bool tried(Findings& found, std::string_view what, const std::string& advice,
           const std::function<void()>& work) {
    try {
        work();
        return true;
    } catch (const FileError& error) {
        for (const auto& fault : error.faults()) {
            found.push_back({std::string(what), false, fault.text(), "correct the file"});
        }
    } catch (const Error& error) {
        if (error.code() == ExitCode::storage) return true;
        found.push_back({std::string(what), false, error.what(), advice});
    }
    return false;
}

/// Says where a setting comes from: "/home/…/config.toml:2".
std::string origin_of(const Settings& settings, const std::string& key) {
    const auto known = settings.origin.find(key);
    if (known == settings.origin.end() || known->second == "default") return "the default";
    return known->second;
}

/// An avoided exercise that there is not keeps no session from being planned.
void look_at_person(Desk& desk, Findings& found) {
    person_of(desk);
    for (const auto& words : unknown_avoided(desk)) {
        found.push_back({std::string(subject), false, words,
                         "correct the id, or take it out; nothing is left out for it"});
    }
}

void look_at_program(Desk& desk, Findings& found) {
    tried(found, "program", "'hipflow program join' takes another, 'hipflow program leave' none",
          [&] {
              const store::Store* history = desk.history();
              if (history != nullptr) enrolled(desk.library(), *history, desk.now().local_day);
          });
}

void look_at_channel(Desk& desk, Findings& found) {
    const auto& command = desk.settings().remind.command;
    if (command.empty()) return;
    if (const auto program = platform::find_program(command.front(), desk.environment())) {
        found.push_back({"reminder command", true, fmt::format("{}: found", *program), ""});
        return;
    }
    found.push_back(
        {"reminder command", false,
         fmt::format("{}: '{}' is not found", origin_of(desk.settings(), "remind.command"),
                     shown(command.front())),
         "correct 'command' under [remind] in the configuration"});
}

/// Plans what 'hipflow start' would give today.
std::optional<std::string> look_at_session(Desk& desk, Findings& found) {
    std::optional<std::string> note;
    try {
        const ChosenRoutine today = choose_routine(desk, "", desk.now().local_day);
        note = today.left_aside;
        const catalog::RoutineFile source = find_routine(desk.library(), today.name);
        const Prescription session = prescription_for(desk, source, today.cap());
        const std::string begins =
            fmt::format("{} can begin, {}", session.name, plural(steps_once(session), "exercise"));
        const auto against = against_today(desk);
        found.push_back({"session", true, against.value_or(begins), "",
                         against.value_or(fmt::format("{}.", begins))});
    } catch (const coach::NothingLeft& nothing) {
        found.push_back({"session", true, nothing.what(), "", nothing.what()});
    } catch (const Error& error) {
        if (error.code() == ExitCode::storage) return note;
        found.push_back({"session", false, error.what(), "'hipflow start' says the same"});
    }
    return note;
}

}  // namespace

void look_at_configuration(Desk& desk, Findings& found) {
    tried(found, subject, "see the line above", [&] {
        const fs::path path = desk.config_path();
        desk.settings();
        std::error_code unreadable;
        const bool there = fs::exists(path, unreadable);
        const fs::path folder = platform::existing_part(fs::absolute(path).parent_path());
        const int error = platform::why_no_file_in(folder);
        found.push_back(
            {std::string(subject), true,
             fmt::format("{}: {}", path.string(), there ? "read" : "none, defaults apply"),
             error == 0 ? ""
                        : fmt::format("routines of your own cannot be written to {}: {}",
                                      folder.string(), platform::obstacle_words(error, folder)),
             there ? "Your settings are read." : ""});
    });
}

std::optional<std::string> look_at_what_is_named(Desk& desk, Findings& found) {
    const Settings* settings = nullptr;
    try {
        settings = &desk.settings();
    } catch (const Error&) {  // told by its own line
        return std::nullopt;
    }
    bool well =
        tried(found, subject, "name one of 'hipflow routine list', or a file, as 'routine'", [&] {
            try {
                require_whole(desk.library(), find_routine(desk.library(), settings->routine));
            } catch (const FileError&) {
                throw;
            } catch (const Error& error) {
                throw Error(
                    fmt::format("{}: 'routine': {}", origin_of(*settings, "routine"), error.what()),
                    error.code());
            }
        });
    well = tried(found, subject, "'hipflow exercise list' shows what there is",
                 [&] { look_at_person(desk, found); }) &&
           well;
    look_at_program(desk, found);
    look_at_channel(desk, found);
    return well ? look_at_session(desk, found) : std::nullopt;
}

}  // namespace hipflow::today
