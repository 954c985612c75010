// SPDX-License-Identifier: MIT
#include "store/change.h"

#include "exchange/content_hash.h"
#include "exchange/fields.h"
#include "platform/random.h"

namespace hipflow {

std::string remember(const Prescription& prescription, Change& change) {
    std::string hash = content_hash(prescription);
    change.put.emplace_back(PrescriptionSnapshot{new_id(change.now), hash, prescription});
    return hash;
}

void remove_record(const Record& record, Change& change) {
    change.del.push_back({kind_of(record), id_of(record)});
}

}  // namespace hipflow
