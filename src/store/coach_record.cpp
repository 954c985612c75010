// SPDX-License-Identifier: MIT
#include "store/coach_record.h"

#include "exchange/coach_json.h"

namespace hipflow::store {

std::optional<coach::CoachRecord> coach_record(const Session& session) {
    if (!session.coach_record) return std::nullopt;
    return exchange::coach_record_from(*session.coach_record);
}

void set_coach_record(Session& session, const coach::CoachRecord& record) {
    session.coach_record = exchange::body_of(record);
}

}  // namespace hipflow::store
