// SPDX-License-Identifier: MIT
#include "store/query.h"

namespace hipflow::store {

std::vector<ScheduleVersion> Store::schedules() const {
    return all<ScheduleVersion>("ORDER BY valid_from, id");
}

std::vector<Excuse> Store::excuses(Day since) const {
    return all<Excuse>("WHERE to_day IS NULL OR to_day >= ? ORDER BY from_day, id", since);
}

std::vector<Enrolment> Store::enrolments() const { return all<Enrolment>("ORDER BY from_day, id"); }

std::vector<Activity> Store::activities() const { return all<Activity>("ORDER BY from_day, id"); }

std::vector<Preference> Store::preferences() const {
    return all<Preference>(
        "WHERE NOT EXISTS (SELECT 1 FROM preference AS later"
        " WHERE later.subject = preference.subject AND later.name = preference.name"
        " AND (later.at, later.id) > (preference.at, preference.id))"
        " ORDER BY subject, name");
}

std::optional<int> Store::acknowledged(std::string_view text) const {
    return with_database([&](const Database& db) {
        const auto row =
            prepared(db, "SELECT max(version) FROM acknowledgement WHERE text = ?", text);
        std::optional<int> version;
        if (row->executeStep()) read_value(row->getColumn(0), version);
        return version;
    });
}

std::optional<Instant> Store::last_acknowledged(std::string_view text) const {
    const auto last =
        first<Acknowledgement>("WHERE text = ? ORDER BY at DESC, id DESC LIMIT 1", text);
    return last ? std::optional(last->at) : std::nullopt;
}

}  // namespace hipflow::store
