// SPDX-License-Identifier: MIT
#include "commands/routine_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "catalog/text_file.h"
#include "commands/routine_source.h"
#include "platform/files.h"
#include "platform/paths.h"
#include "platform/subprocess.h"
#include "session/timeline.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

constexpr std::string_view example = R"(format  = 1
name    = "{}"
summary = ""
level   = 1

[gaps]
ready    = "10s"
side     = "5s"
position = "15s"
set      = "15s"

# 'hipflow exercise list' shows what there is. A drill of your own goes in here as well:
# see [exercise.my-drill] in hipflow-routine(5).

[[step]]
exercise = "windshield-wipers-supine"
reps     = 10
pace     = "5s"

[[step]]
exercise = "figure-4-supine"
hold     = "30s"
)";

const LibraryEntry* find_entry(const Library& library, const std::string& id) {
    const auto& all = library.routines();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const LibraryEntry& entry) { return entry.id == id; });
    return found == all.end() ? nullptr : &*found;
}

std::string file_text(const Library& library, const std::string& id) {
    const RoutineFile& source = library.routine_source(id);  // throws for an unknown or broken one
    const LibraryEntry* entry = find_entry(library, id);
    if (entry != nullptr && entry->origin == Origin::bundled)
        return std::string(entry->bundled_text);
    std::vector<Diagnostic> faults;
    auto text = read_text_file(source.file, faults);
    if (!text) throw FileError(std::move(faults));
    return *std::move(text);
}

std::vector<std::string> editor(const Environment& environment) {
    const std::string line =
        environment.get("VISUAL").value_or(environment.get("EDITOR").value_or("vi"));
    std::vector<std::string> words;
    for (std::size_t at = 0; at < line.size();) {
        const auto space = std::min(line.find(' ', at), line.size());
        if (space > at) words.push_back(line.substr(at, space - at));
        at = space + 1;
    }
    if (words.empty()) words.emplace_back("vi");
    return words;
}

}  // namespace

int new_routine(Context& context, const std::string& id, const std::optional<std::string>& from) {
    if (!is_id(id)) {
        throw Error(
            fmt::format("'{}' cannot be the name of a routine: plain letters without '/' "
                        "that do not begin with '.' can.",
                        shown(id)));
    }
    const Library& library = context.library();
    const LibraryEntry* there = find_entry(library, id);
    if (there != nullptr && there->origin == Origin::user) {
        throw Error(fmt::format("{}: is there already. 'hipflow routine edit {}' changes it.",
                                there->file, id));
    }
    const std::string text =
        from ? file_text(library, *from) : fmt::format(fmt::runtime(example), id);
    const std::filesystem::path path =
        config_folder(context.environment()) / "routines" / (id + ".toml");
    write_new_file(path, text);
    context.print(fmt::format("{}\n", path.string()));
    context.note(fmt::format("Written. 'hipflow routine edit {}' opens and checks it.\n", id));
    return code(ExitCode::done);
}

int edit_routine(Context& context, const std::string& id) {
    const Library& library = context.library();
    const LibraryEntry* entry = find_entry(library, id);
    if (entry == nullptr) library.routine_source(id);  // throws, with the nearest name
    if (entry == nullptr || entry->origin == Origin::bundled) {
        throw Error(
            fmt::format("'{}' comes with hipflow and is not a file of yours. 'hipflow routine "
                        "new {} --from {}' gives you a copy that takes its place.",
                        id, id, id));
    }
    const std::string file = entry->file;
    auto command = editor(context.environment());
    const std::string program = command.front();
    command.push_back(file);
    if (const int status = run_program(command); status != 0) {
        throw Error(
            fmt::format("'{}' ended with {}; {} may not be as you want it. Set VISUAL or "
                        "EDITOR to use another editor.",
                        program, status, file));
    }
    const Library edited(config_folder(context.environment()));
    const Prescription prescription = prescription_of(edited, Library::open_routine(file), {});
    context.print(fmt::format("{}: {} step{}, {}\n", id, prescription.steps.size(),
                              prescription.steps.size() == 1 ? "" : "s",
                              spell_duration(compile(prescription).total)));
    return code(ExitCode::done);
}

}  // namespace hipflow
