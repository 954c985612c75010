// SPDX-License-Identifier: MIT
#include "domain/records.h"

namespace hipflow {

bool kept(const Session& session) {
    if (session.status == SessionStatus::discarded) return false;
    if (session.status == SessionStatus::in_progress) return false;
    if (session.status == SessionStatus::rested) return true;
    if (session.reason == StopReason::pain) return true;
    return session.done * 100 >= session.planned * 80;
}

}  // namespace hipflow
