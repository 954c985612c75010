// SPDX-License-Identifier: MIT
#include "store/change.h"

#include "exchange/content_hash.h"
#include "exchange/kind.h"
#include "platform/random.h"

namespace hipflow {

RecordName name_of(const Record& record) {
    return {kind_of(record), std::visit([](const auto& value) { return value.id; }, record)};
}

std::string remember(const Prescription& prescription, Change& change) {
    std::string hash = content_hash(prescription);
    change.put.emplace_back(PrescriptionSnapshot{new_id(change.now), hash, prescription});
    return hash;
}

}  // namespace hipflow
