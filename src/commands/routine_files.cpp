// SPDX-License-Identifier: MIT
#include "commands/routine_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "catalog/bundled.h"
#include "catalog/text_file.h"
#include "commands/routine_source.h"
#include "domain/names.h"
#include "platform/files.h"
#include "platform/paths.h"
#include "platform/subprocess.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

constexpr std::string_view example = R"(format  = 1
name    = "{}"
# summary = "One line that tells it from others in a list."
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

constexpr std::size_t longest_id = 64;
constexpr std::string_view schema_mark = "#:schema ";

constexpr bool is_small_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// What every shell, file system and editor takes as it is. A file that is put there by hand may
/// have any name that is_id() takes.
bool can_name_new_file(std::string_view id) {
    return !id.empty() && id.size() <= longest_id && is_small_letter_or_digit(id.front()) &&
           std::all_of(id.begin(), id.end(),
                       [](char c) { return c == '-' || is_small_letter_or_digit(c); });
}

/// The nearest such name: "Morning flow.toml" becomes "morning-flow". Empty if nothing is left.
std::string nearest_id(std::string_view wanted) {
    if (wanted.ends_with(".toml")) wanted.remove_suffix(std::string_view(".toml").size());
    wanted.remove_prefix(std::min(wanted.size(), wanted.rfind('/') + 1));
    std::string id;
    for (const char c : lower_case(std::string(wanted))) {
        if (is_small_letter_or_digit(c)) {
            id += c;
        } else if (!id.empty() && id.back() != '-') {
            id += '-';
        }
    }
    id.resize(std::min(id.size(), longest_id));
    while (id.ends_with('-')) id.pop_back();
    return id;
}

void require_name(const std::string& id) {
    if (can_name_new_file(id)) return;
    const std::string near = nearest_id(id);
    throw Error(fmt::format(
        "'{}' cannot be the name of a new routine. Use small letters a-z, digits and '-', at most "
        "{} in all, and begin with a letter or a digit.{}",
        shown(id), longest_id,
        near.empty() ? "" : fmt::format(" Try 'hipflow routine new {}'.", near)));
}

const LibraryEntry* find_entry(const Library& library, const std::string& id) {
    const auto& all = library.routines();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const LibraryEntry& entry) { return entry.id == id; });
    return found == all.end() ? nullptr : &*found;
}

/// That no file of the user's has the name, and none of the program's unless it is to be replaced.
void require_free(const Library& library, const std::string& id, bool force) {
    for (const auto& entry : library.routines()) {
        // On some systems both would be one file.
        if (entry.origin != Origin::user || lower_case(entry.id) != id) continue;
        throw Error(fmt::format("{}: is there already. 'hipflow routine edit {}' changes it.",
                                entry.file, entry.id));
    }
    if (force || find_entry(library, id) == nullptr) return;
    throw Error(
        fmt::format("'{}' comes with hipflow, and a file of yours with that name would take its "
                    "place wherever it is named: in 'start', in programs, in your plan. Choose "
                    "another name, such as 'my-{}'; if you do want to replace it, add --force.",
                    id, id));
}

struct NewText {
    std::string text;
    std::string file;  // where it is from, as messages call it
};

NewText example_for(const std::string& id) {
    std::string name = id;
    std::replace(name.begin(), name.end(), '-', ' ');
    if (name.front() >= 'a') name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return {fmt::format(fmt::runtime(example), name), id + ".toml"};
}

NewText copy_of(const Library& library, const std::string& from) {
    const RoutineFile source = find_routine(library, from);  // throws for an unknown or broken one
    const LibraryEntry* entry = find_entry(library, from);
    if (entry != nullptr && entry->origin == Origin::bundled) {
        return {std::string(entry->bundled_text), source.file};
    }
    std::vector<Diagnostic> faults;
    auto text = read_text_file(source.file, faults);
    if (!text) throw FileError(std::move(faults));
    return {*std::move(text), source.file};
}

/// That what is written will pass `routine check`.
void require_checked(const Library& library, const NewText& source, const std::string& id) {
    const RoutineFile routine = library.read_routine(source.text, id, source.file);
    timeline_of(routine, prescription_of(library, routine, {}));
    require_length(library, routine);
}

/// A path as the line for the schema has it. Editors end it at a blank, so that a path with one, or
/// with anything else that is special in an address, is written as a whole address.
std::string as_address(const std::string& path) {
    constexpr std::string_view harmless =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._~-";
    if (path.find_first_not_of(harmless) == std::string::npos) return path;
    std::string address = "file://";
    for (const char c : path) {
        const bool plain = harmless.find(c) != std::string_view::npos;
        address +=
            plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return address;
}

/// Writes the schemas for editors beside the user's routines, as this version has them. Returns the
/// address of the one for routines; nothing if it cannot be written.
std::optional<std::string> write_schemas(const Context& context) {
    const std::filesystem::path folder = config_folder(context.environment()) / "schemas";
    try {
        for (const auto& schema : bundled_schemas()) {
            const auto path = folder / (std::string(schema.id) + ".schema.json");
            if (file_content(path) != schema.text) replace_file(path, schema.text);
        }
    } catch (const Error& error) {
        context.note(fmt::format("{}\nWithout its schema an editor cannot help with the file.\n",
                                 error.what()));
        return std::nullopt;
    }
    return as_address(folder / "routine.schema.json");
}

/// The text with a line at its top that names the schema, in place of the one that it had there.
std::string with_schema(std::string_view text, const std::optional<std::string>& schema) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    std::string comments;
    while (!text.empty() && (text.front() == '#' || text.front() == '\r' || text.front() == '\n')) {
        const std::string_view line = text.substr(0, text.find('\n') + 1);
        if (!line.starts_with(schema_mark)) comments += line;
        text.remove_prefix(line.empty() ? text.size() : line.size());
    }
    comments.erase(0, comments.find_first_not_of("\r\n"));
    if (!schema) return comments + std::string(text);
    return fmt::format("{}{}\n\n{}{}", schema_mark, *schema, comments, text);
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

int new_routine(Context& context, const NewRoutine& wanted) {
    const std::string& id = wanted.id;
    require_name(id);
    const Library& library = context.library();
    require_free(library, id, wanted.force);
    const NewText source = wanted.from ? copy_of(library, *wanted.from) : example_for(id);
    require_checked(library, source, id);
    const std::filesystem::path path =
        config_folder(context.environment()) / "routines" / (id + ".toml");
    write_new_file(path, with_schema(source.text, write_schemas(context)));
    context.print(fmt::format("{}\n", path.string()));
    context.note(fmt::format("Written. 'hipflow routine edit {}' opens and checks it.\n", id));
    if (find_entry(library, id) != nullptr) {
        context.note(
            fmt::format("It takes the place of the bundled '{}' from now on. Delete the "
                        "file to have that one back.\n",
                        id));
    }
    return code(ExitCode::done);
}

int edit_routine(Context& context, const std::string& id) {
    const Library& library = context.library();
    const LibraryEntry* entry = find_entry(library, id);
    if (entry == nullptr) library.routine_source(id);  // throws, with the nearest name
    if (entry == nullptr || entry->origin == Origin::bundled) {
        throw Error(
            fmt::format("'{}' comes with hipflow and is not a file of yours. 'hipflow routine "
                        "new my-{} --from {}' gives you a copy to change.",
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
    const RoutineFile source = edited.open_routine(file);
    const Prescription prescription = prescription_of(edited, source, {});
    context.print(fmt::format("{}: {}, {}\n", id, plural(prescription.steps.size(), "step"),
                              spell_duration(timeline_of(source, prescription).total)));
    return code(ExitCode::done);
}

}  // namespace hipflow
