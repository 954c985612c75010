// SPDX-License-Identifier: MIT
#include "commands/setting_findings.h"

#include <fmt/format.h>

#include <functional>

#include "commands/enrolled.h"
#include "commands/person.h"
#include "commands/routine_source.h"
#include "commands/todays_session.h"
#include "platform/child.h"
#include "platform/obstacle.h"
#include "platform/paths.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view subject = "configuration";

/// Does it. What is wrong becomes a finding; what is wrong with the history has its own.
bool tried(std::vector<Finding>& found, std::string_view what, const std::string& advice,
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

/// "/home/…/config.toml:2", or who else says so.
std::string origin_of(const Settings& settings, const std::string& key) {
    const auto known = settings.origin.find(key);
    if (known == settings.origin.end() || known->second == "default") return "the default";
    return known->second;
}

void look_at_program(Context& context, std::vector<Finding>& found) {
    tried(found, "program", "'hipflow program join' takes another, 'hipflow program leave' none",
          [&] {
              const auto store = context.existing_store();
              if (store) enrolled(context.library(), *store, context.now().local_day);
          });
}

void look_at_channel(Context& context, std::vector<Finding>& found) {
    const auto& command = context.settings().remind.command;
    if (command.empty()) return;
    if (const auto program = find_program(command.front(), context.environment())) {
        found.push_back({"reminder command", true, fmt::format("{}: found", *program), ""});
        return;
    }
    found.push_back(
        {"reminder command", false,
         fmt::format("{}: '{}' is not found", origin_of(context.settings(), "remind.command"),
                     shown(command.front())),
         "correct 'command' under [remind] in the configuration"});
}

/// What 'hipflow start' would give today.
void look_at_session(Context& context, std::vector<Finding>& found) {
    try {
        const ChosenRoutine today = choose_routine(context.desk(), "", context.now().local_day);
        if (today.left_aside) context.note(fmt::format("hipflow: {}\n", *today.left_aside));
        const RoutineFile source = find_routine(context.library(), today.name);
        const Prescription session = planned_session(context.desk(), source, today.cap());
        found.push_back(
            {"session", true,
             fmt::format("{} can begin, {} exercises", session.name, session.steps.size()), ""});
    } catch (const NothingLeft& nothing) {
        found.push_back({"session", true, nothing.what(), ""});
    } catch (const Error& error) {
        if (error.code() == ExitCode::storage) return;
        found.push_back({"session", false, error.what(), "'hipflow start' says the same"});
    }
}

}  // namespace

void look_at_configuration(Context& context, std::vector<Finding>& found) {
    tried(found, subject, "see the line above", [&] {
        const fs::path path = context.config_path();
        context.settings();
        std::error_code unreadable;
        const bool there = fs::exists(path, unreadable);
        const fs::path folder = existing_part(fs::absolute(path).parent_path());
        const int error = why_no_file_in(folder);
        found.push_back(
            {std::string(subject), true,
             fmt::format("{}: {}", path.string(), there ? "read" : "none, defaults hold"),
             error == 0 ? ""
                        : fmt::format("routines of your own cannot be written to {}: {}",
                                      folder.string(), obstacle_words(error, folder))});
    });
}

void look_at_what_is_named(Context& context, std::vector<Finding>& found) {
    const Settings* settings = nullptr;
    try {
        settings = &context.settings();
    } catch (const Error&) {  // told by its own line
        return;
    }
    bool well =
        tried(found, subject, "name one of 'hipflow routine list', or a file, as 'routine'", [&] {
            try {
                require_whole(context.library(),
                              find_routine(context.library(), settings->routine));
            } catch (const FileError&) {
                throw;
            } catch (const Error& error) {
                throw Error(
                    fmt::format("{}: 'routine': {}", origin_of(*settings, "routine"), error.what()),
                    error.code());
            }
        });
    well = tried(found, subject, "'hipflow exercise list' shows what there is",
                 [&] { person_of(context); }) &&
           well;
    look_at_program(context, found);
    look_at_channel(context, found);
    if (well) look_at_session(context, found);
}

}  // namespace hipflow
