// SPDX-License-Identifier: MIT
#include "today/routine_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "catalog/bundled.h"
#include "catalog/one_file.h"
#include "catalog/text_file.h"
#include "platform/environment.h"
#include "platform/files.h"
#include "platform/program.h"
#include "text/utf8.h"
#include "today/routine_source.h"

namespace hipflow::today {
namespace {

constexpr std::string_view example = R"(format  = 1
name    = "{}"
# summary = "One line that tells it from others in a list."
level   = 1

# 'hipflow exercise list' shows what there is. A drill of your own goes in here as well:
# see [exercise.my-drill] in hipflow-routine(5).

[[step]]
exercise = "windshield-wipers-supine"
reps     = 8

[[step]]
exercise = "figure-4-supine"
hold     = "30s"
)";

constexpr std::size_t longest_id = 64;
constexpr std::string_view schema_mark = "#:schema ";

constexpr bool is_small_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// Is it a name that every shell, file system and editor takes as it is? A file put there by hand
/// may have any name that is_id() takes.
bool can_name_new_file(std::string_view id) {
    return !id.empty() && id.size() <= longest_id && is_small_letter_or_digit(id.front()) &&
           std::all_of(id.begin(), id.end(),
                       [](char c) { return c == '-' || is_small_letter_or_digit(c); });
}

const catalog::LibraryEntry* find_entry(const catalog::Library& library, const std::string& id) {
    const auto& all = library.routines();
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const catalog::LibraryEntry& entry) { return entry.id == id; });
    return found == all.end() ? nullptr : &*found;
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

/// Throws Error if what is to be written would not pass check_routine().
void require_checked(Desk& desk, const NewText& source, const std::string& id) {
    const catalog::Library& library = desk.library();
    const Settings& settings = desk.settings();
    const catalog::RoutineFile routine = library.read_routine(source.text, id, source.file);
    timeline_of(library, settings, routine, prescription_of(library, settings, routine, {}));
    require_length(library, settings, routine);
}

/// Writes a path as the line for the schema needs it. Editors end it at a blank, so a path with
/// one, or with anything else that is special in an address, becomes a whole address.
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

/// Writes this version's schemas for editors beside the user's routines. Returns the address of the
/// one for routines; nullopt if it cannot be written, and `trouble` then says why.
std::optional<std::string> write_schemas(const platform::Environment& environment,
                                         std::optional<std::string>& trouble) {
    const std::filesystem::path folder = platform::config_folder(environment) / "schemas";
    try {
        for (const auto& schema : catalog::bundled_schemas()) {
            const auto path = folder / (std::string(schema.id) + ".schema.json");
            if (platform::file_content(path) != schema.text)
                platform::replace_file(path, schema.text);
        }
    } catch (const Error& error) {
        trouble = error.what();
        return std::nullopt;
    }
    return as_address(folder / "routine.schema.json");
}

/// Puts a line at the top of the text that names the schema, in place of the one there was.
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

/// Tells whether a file of the user's has the name; on some systems, in other letters too.
bool is_own(const catalog::Library& library, const std::string& id) {
    return std::ranges::any_of(library.routines(), [&](const catalog::LibraryEntry& entry) {
        return entry.origin == catalog::Origin::user && catalog::lower_case(entry.id) == id;
    });
}

}  // namespace

std::string nearest_id(std::string_view wanted) {
    if (wanted.ends_with(".toml")) wanted.remove_suffix(std::string_view(".toml").size());
    wanted.remove_prefix(std::min(wanted.size(), wanted.rfind('/') + 1));
    std::string id;
    for (const char c : catalog::lower_case(std::string(wanted))) {
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

void require_new_name(const std::string& id, std::string_view command) {
    if (can_name_new_file(id)) return;
    const std::string near = nearest_id(id);
    throw Error(fmt::format(
        "'{}' cannot be the name of a new routine. Use small letters a-z, digits and '-', at most "
        "{} in all, and begin with a letter or a digit.{}",
        shown(id), longest_id,
        near.empty() || command.empty() ? "" : fmt::format(" Try '{} {}'.", command, near)));
}

void require_free(const catalog::Library& library, const std::string& id,
                  std::string_view otherwise) {
    if (const auto now = library.renamed(id)) {
        throw Error(
            fmt::format("'{}' is an earlier id of '{}', and what was done under it belongs to "
                        "that. Choose another name.",
                        id, *now));
    }
    for (const auto& entry : library.routines()) {
        // On some systems both would be one file.
        if (entry.origin != catalog::Origin::user || catalog::lower_case(entry.id) != id) continue;
        throw Error(fmt::format("{} already exists. 'hipflow routine edit {}' changes it.",
                                entry.file, entry.id));
    }
    if (find_entry(library, id) == nullptr) return;
    throw Error(
        fmt::format("'{}' comes with hipflow, and a file of yours with that name would take its "
                    "place wherever it is named: in 'start', in programs, in your plan. Choose "
                    "another name, such as 'my-{}'{}",
                    id, id, otherwise));
}

std::string text_of(const catalog::Library& library, const catalog::RoutineFile& source) {
    const catalog::LibraryEntry* entry = find_entry(library, source.routine.id);
    if (entry != nullptr && entry->file == source.file &&
        entry->origin == catalog::Origin::bundled) {
        return std::string(entry->bundled_text);
    }
    std::vector<Diagnostic> faults;
    auto text = catalog::read_text_file(source.file, faults);
    if (!text) throw FileError(std::move(faults));
    return *std::move(text);
}

MadeRoutine write_routine(Desk& desk, const std::string& id, std::string_view text) {
    MadeRoutine made;
    const std::filesystem::path path =
        platform::config_folder(desk.environment()) / "routines" / (id + ".toml");
    made.path = path.string();
    made.overrides_bundled = find_entry(desk.library(), id) != nullptr;
    platform::write_new_file(
        path, with_schema(text, write_schemas(desk.environment(), made.without_schema)));
    return made;
}

namespace {

NewText copy_of(const catalog::Library& library, const std::string& from) {
    const catalog::RoutineFile source =
        find_routine(library, from);  // throws for an unknown or broken one
    return {catalog::without_key(text_of(library, source), "formerly"), source.file};
}

}  // namespace

MadeRoutine make_routine(Desk& desk, const NewRoutine& wanted) {
    const std::string& id = wanted.id;
    require_new_name(id, "hipflow routine new");
    const catalog::Library& library = desk.library();
    if (!wanted.force || is_own(library, id)) {
        require_free(library, id, "; if you do want to replace it, add --force.");
    }
    const NewText source = wanted.from ? copy_of(library, *wanted.from) : example_for(id);
    require_checked(desk, source, id);
    return write_routine(desk, id, source.text);
}

std::string own_routine_file(Desk& desk, const std::string& name) {
    const catalog::Library& library = desk.library();
    const std::string id = library.renamed(name).value_or(name);
    const catalog::LibraryEntry* entry = find_entry(library, id);
    if (entry == nullptr) library.routine_source(id);  // throws, with the nearest name
    if (entry == nullptr || entry->origin == catalog::Origin::bundled) {
        throw Error(
            fmt::format("'{}' comes with hipflow and is not a file of yours. 'hipflow routine "
                        "new my-{} --from {}' gives you a copy to change.",
                        id, id, id));
    }
    return entry->file;
}

const catalog::LibraryEntry* own_entry(const std::vector<catalog::LibraryEntry>& entries,
                                       const std::string& id) {
    const auto found = std::ranges::find(entries, id, &catalog::LibraryEntry::id);
    const bool own = found != entries.end() && found->origin == catalog::Origin::user;
    return own ? &*found : nullptr;
}

void remove_own_file(const std::filesystem::path& file, const std::filesystem::path& copy) {
    std::error_code fault;
    if (std::filesystem::remove(file, fault)) return;
    std::error_code none;
    std::filesystem::remove(copy, none);
    throw Error(fmt::format("{} cannot be removed: {}", file.string(),
                            platform::obstacle_words(fault.value(), file.parent_path())),
                ExitCode::storage);
}

CheckedRoutine check_edited(Desk& desk, const std::string& file) {
    const catalog::Library edited(platform::config_folder(desk.environment()));
    const catalog::RoutineFile source = edited.open_routine(file);
    const Settings& settings = desk.settings();
    const Prescription prescription = prescription_of(edited, settings, source, {});
    const Millis total = timeline_of(edited, settings, source, prescription).total;
    return {file, {}, steps_once(prescription), total, {}};
}

CheckedRoutine edit_routine(Desk& desk, const std::string& id) {
    const std::string file = own_routine_file(desk, id);
    auto command = platform::editor(desk.environment());
    const std::string program = command.front();
    command.push_back(file);
    if (const int status = platform::run_program(command); status != 0) {
        throw Error(
            fmt::format("'{}' ended with {}; {} may not be as you want it. Set VISUAL or "
                        "EDITOR to use another editor.",
                        program, status, file));
    }
    CheckedRoutine checked = check_edited(desk, file);
    checked.name = id;
    return checked;
}

}  // namespace hipflow::today
