// SPDX-License-Identifier: MIT
#include "store/checkpoint_row.h"

#include <fmt/format.h>

#include "store/rows.h"

namespace hipflow {

std::optional<Checkpoint> read_checkpoint(const Database& db, const std::string& device) {
    static const std::string sql =
        fmt::format("SELECT {} FROM checkpoint WHERE device = ?", columns<Checkpoint>());
    const auto row = prepared(db, sql, device);
    return read_first<Checkpoint>(*row);
}

void write_checkpoint(Database& db, const std::string& device,
                      const std::optional<Checkpoint>& place) {
    if (!place) {
        prepared(db, "DELETE FROM checkpoint WHERE device = ?", device)->exec();
        return;
    }
    static const std::string sql =
        fmt::format("INSERT OR REPLACE INTO checkpoint (device, {}) VALUES (?, {})",
                    columns<Checkpoint>(), parameters<Checkpoint>());
    const auto insert = prepared(db, sql);
    bind_value(*insert, 1, device);
    Binder visit(*insert, 2);
    fields(*place, visit);
    insert->exec();
}

}  // namespace hipflow
