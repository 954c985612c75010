// SPDX-License-Identifier: MIT
#include "store/device.h"

#include <unistd.h>

#include <array>
#include <fstream>

#include "exchange/content_hash.h"
#include "platform/random.h"
#include "store/rows.h"

namespace hipflow {
namespace {

std::string host_name() {
    std::array<char, 256> name{};
    const bool known = gethostname(name.data(), name.size() - 1) == 0;
    return known ? name.data() : "";
}

/// Kept as a hash: machine-id(5) asks that the id itself is not handed on.
std::string machine() {
    std::string id;
    std::ifstream("/etc/machine-id") >> id;
    return content_hash("hipflow " + (id.empty() ? host_name() : id));
}

}  // namespace

std::optional<std::string> known_device(const Database& db) {
    const auto row = prepared(db, "SELECT id FROM device WHERE machine = ?", machine());
    if (!row->executeStep()) return std::nullopt;
    return row->getColumn(0).getString();
}

std::string this_device(Database& db, Instant now) {
    if (auto known = known_device(db)) return *known;
    std::string id = new_id(now);
    prepared(db, "INSERT INTO device (id, machine, since) VALUES (?, ?, ?)", id, machine(), now)
        ->exec();
    return id;
}

}  // namespace hipflow
