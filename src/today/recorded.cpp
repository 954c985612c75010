// SPDX-License-Identifier: MIT
#include "today/recorded.h"

#include <algorithm>

#include "stats/pain_days.h"
#include "today/desk.h"

namespace hipflow::today {
namespace {

bool has_scores(const store::Store& store, const store::Filter& chosen) {
    bool any = false;
    store.each_pain_row(chosen, [&](const stats::PainRow& /*row*/) { any = true; });
    return any;
}

bool has_anything(const store::Store& store) {
    return store.last_session() || has_scores(store, {}) ||
           !store.measurements(Measured::rotation, {}).empty() ||
           !store.measurements(Measured::function, {}).empty();
}

}  // namespace

Recorded recorded_on(Desk& desk, const store::Filter& chosen) {
    Recorded recorded;
    recorded.routine = chosen.routine;
    recorded.all_days = !chosen.since && !chosen.until;
    const store::Store* store = desk.history();
    if (store == nullptr) return recorded;
    recorded.anything = has_anything(*store);
    const auto sessions = store->sessions(chosen);
    const auto open = std::ranges::count(sessions, SessionStatus::in_progress, &Session::status);
    recorded.unfinished = open > 0;
    recorded.sessions = sessions.size() - static_cast<std::size_t>(open);
    recorded.scores = has_scores(*store, chosen);
    store::Filter newest = chosen;
    newest.since.reset();
    newest.until.reset();
    newest.limit = 1;
    const auto last = store->sessions(newest);
    if (!last.empty()) recorded.last = last.front().started.local_day;
    return recorded;
}

}  // namespace hipflow::today
