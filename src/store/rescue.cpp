// SPDX-License-Identifier: MIT
#include "store/rescue.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

#include "domain/error.h"
#include "platform/files.h"

namespace hipflow::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view label = ".rescued-";
constexpr std::string_view ending = ".jsonl";

/// Returns "hipflow.db.rescued-20261127-0730-1a2b3c4d.jsonl": the time of its first entry, and what
/// distinguishes two of that time.
std::string name_of(const exchange::Rescue& rescue) {
    const JournalEntry& first = rescue.entries.front();
    std::string when = format_instant(first.recorded_at, {}).substr(0, 16);
    std::erase_if(when, [](char c) { return c == '-' || c == ':'; });
    std::ranges::replace(when, 'T', '-');
    const auto& id = first.change_id;
    return fmt::format("{}{}{}-{}{}", fs::path(rescue.database).filename().string(), label, when,
                       id.substr(id.size() > 8 ? id.size() - 8 : 0), ending);
}

exchange::Rescue read(const fs::path& file) {
    const auto text = platform::file_content(file);
    if (!text) throw Error(fmt::format("{}: cannot be read", file.string()), ExitCode::storage);
    try {
        return exchange::rescue_from(*text);
    } catch (const Error& wrong) {
        throw Error(fmt::format("{}: {}. It was left as it is.", file.string(), wrong.what()),
                    ExitCode::storage);
    }
}

/// Returns whether the file was put aside for that database. Beside the database its name is
/// enough; in the spare folder, which serves several, its content decides.
bool is_for(const fs::path& file, const fs::path& database) {
    const std::string name = file.filename().string();
    if (!name.starts_with(database.filename().string() + std::string(label))) return false;
    if (!name.ends_with(ending)) return false;
    if (fs::absolute(file).parent_path() == fs::absolute(database).parent_path()) return true;
    const auto text = platform::file_content(file);
    try {
        return text && exchange::rescue_from(*text).database == fs::absolute(database).string();
    } catch (const Error&) {
        return false;
    }
}

}  // namespace

std::vector<fs::path> rescue_folders(const fs::path& database, const fs::path& spare) {
    return {fs::absolute(database).parent_path(), spare};
}

fs::path put_aside(const exchange::Rescue& rescue, const std::vector<fs::path>& folders) {
    const std::string text = exchange::rescue_text(rescue);
    std::optional<Error> first_refusal;
    for (const auto& folder : folders) {
        try {
            fs::path file = folder / name_of(rescue);
            platform::replace_file(file, text);
            return file;
        } catch (const Error& refusal) {
            if (!first_refusal) first_refusal = refusal;
        } catch (const fs::filesystem_error& refusal) {
            if (!first_refusal) first_refusal = Error(refusal.what(), ExitCode::storage);
        }
    }
    throw first_refusal.value_or(Error("there is no folder to write to", ExitCode::storage));
}

fs::path put_aside(const Store& store, const Batch& waiting, const fs::path& spare) {
    Batch all = store.written();
    add_to(all, waiting);
    const exchange::Rescue rescue{fs::absolute(store.path()).string(), store.known_first(),
                                  std::move(all.entries), new_checkpoint(all.checkpoint)};
    return put_aside(rescue, rescue_folders(store.path(), spare));
}

std::vector<fs::path> rescued_files(const fs::path& database,
                                    const std::vector<fs::path>& folders) {
    std::vector<fs::path> found;
    for (const auto& folder : folders) {
        std::error_code unreadable;
        for (const auto& entry : fs::directory_iterator(folder, unreadable)) {
            if (is_for(entry.path(), database)) found.push_back(entry.path());
        }
    }
    std::ranges::sort(found);
    return found;
}

BroughtIn bring_in(Store& store, const fs::path& rescued) {
    const exchange::Rescue rescue = read(rescued);
    const auto first = store.first_entry();
    const bool begins_with_it =
        !rescue.first || std::ranges::any_of(rescue.entries, [&](const JournalEntry& entry) {
            return entry.id == first;
        });
    if (first && first != rescue.first && !begins_with_it) return {Brought::other_history, 0};
    Batch batch;
    batch.now = rescue.entries.back().recorded_at;
    batch.entries = rescue.entries;
    if (rescue.place) batch.checkpoint = *rescue.place;
    const int added = store.write(batch);
    std::error_code ignored;  // a file that stays adds nothing when read again
    fs::remove(rescued, ignored);
    return {Brought::all, added};
}

}  // namespace hipflow::store
