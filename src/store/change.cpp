// SPDX-License-Identifier: MIT
#include "store/change.h"

#include "exchange/content_hash.h"
#include "platform/random.h"

namespace hipflow {

std::string remember(const Prescription& prescription, Change& change) {
    std::string hash = content_hash(prescription);
    change.put.emplace_back(PrescriptionSnapshot{new_id(change.now), hash, prescription});
    return hash;
}

}  // namespace hipflow
