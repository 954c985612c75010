// SPDX-License-Identifier: MIT
#include "today/rescued.h"

#include <fmt/format.h>

#include "platform/environment.h"
#include "store/rescue.h"

namespace hipflow::today {

std::filesystem::path spare_folder(const platform::Environment& environment) {
    return platform::state_folder(environment);
}

std::vector<std::filesystem::path> rescued_files(Desk& desk) {
    const auto database = desk.database().path;
    return store::rescued_files(database,
                                store::rescue_folders(database, spare_folder(desk.environment())));
}

std::vector<std::string> bring_in_rescued(Desk& desk, store::Store& store) {
    std::vector<std::string> said;
    for (const auto& file : rescued_files(desk)) {
        try {
            const store::BroughtIn brought = store::bring_in(store, file);
            said.push_back(
                brought.outcome == store::Brought::all
                    ? fmt::format("What a session could not save is saved now ({} entries, from "
                                  "{}).",
                                  brought.added, file.string())
                    : fmt::format("{} keeps what a session recorded, and belongs to another "
                                  "history than {}. Put that history in its place, and 'hipflow "
                                  "doctor --repair' brings it in.",
                                  file.string(), store.path().string()));
        } catch (const Error& error) {
            said.push_back(
                fmt::format("{} keeps what a session could not save, and cannot be "
                            "brought in: {}",
                            file.string(), error.what()));
        }
    }
    return said;
}

HistoryToRepair open_to_repair(Desk& desk) {
    const bool existed = store::Store::open_existing(desk.database()).has_value();
    if (!existed && rescued_files(desk).empty()) {
        throw Error("there is no database yet: nothing to repair", ExitCode::nothing);
    }
    return {store::Store::open(desk.database()), existed};
}

std::string record_or_put_aside(Desk& desk, store::Store& store, const store::Change& change) {
    const store::Batch batch = store::batch_of(change);
    try {
        store.write(batch);
    } catch (const Error& error) {
        const auto aside = store::put_aside(store, batch, spare_folder(desk.environment()));
        throw Error(
            fmt::format("{}\nWhat was entered is kept in {}: 'hipflow doctor --repair' brings "
                        "it in when the history can be written again.",
                        error.what(), aside.string()),
            error.code());
    }
    return store.take_news();
}

std::string unsaved_text(const std::vector<std::string>& lines,
                         const std::optional<std::filesystem::path>& aside) {
    std::string text = lines.empty() ? "" : "Not saved:\n";
    for (const auto& line : lines) text += fmt::format("  {}\n", line);
    if (aside) {
        text += fmt::format(
            "What was done is kept in {}: when the history can be written again, the next 'hipflow "
            "start' or 'hipflow doctor --repair' brings it in.\n",
            aside->string());
    }
    return text;
}

}  // namespace hipflow::today
