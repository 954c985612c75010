// SPDX-License-Identifier: MIT
#include "today/days.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalog/ladder.h"
#include "domain/error.h"
#include "today/desk.h"

namespace hipflow::today {
namespace {

/// Throws Error for a routine that is not in the library and of which there was no session: a file
/// may have gone since.
void require_routine(Desk& desk, const std::string& id) {
    std::vector<std::string> known = desk.library().routine_ids();
    if (std::ranges::binary_search(known, id)) return;
    if (const store::Store* store = desk.history()) {
        if (!store->sessions({.routine = id, .limit = 1, .with_discarded = true}).empty()) return;
        for (auto& session : store->sessions({.with_discarded = true})) {
            known.push_back(std::move(session.routine));
        }
    }
    throw Error(fmt::format("--routine: {}", catalog::no_such("routine", id, known)));
}

/// Selects a renamed routine under all of its ids. The rest of a file with faults does not matter.
void choose_routine(const catalog::Library& library, const std::string& name,
                    store::Filter& filter) {
    const std::string id = library.renamed(name).value_or(name);
    filter.routine = id;
    filter.formerly = library.earlier_ids(id);
}

/// Throws Error for a range that ends before it begins, or begins after today; an open end is
/// today.
void require_days(const store::Filter& filter, Day today) {
    if (!filter.since) return;
    const Day end = filter.until.value_or(today);
    if (end < *filter.since) {
        throw Error(fmt::format("the range ends on {}, before it begins on {}", format_day(end),
                                format_day(*filter.since)));
    }
    if (*filter.since > today) {
        throw Error(fmt::format("the range begins on {}, and today is {}",
                                format_day(*filter.since), format_day(today)));
    }
}

}  // namespace

store::Filter filter_of(Desk& desk, const DayRange& days, Day today, int weeks) {
    if (days.last && (days.since || days.all)) {
        throw Error("--last says where the range begins; leave out --since and --all with it");
    }
    store::Filter filter;
    if (days.routine) {
        require_routine(desk, *days.routine);
        choose_routine(desk.library(), *days.routine, filter);
    }
    if (days.until) filter.until = days.until->end_on(today);
    if (days.since) filter.since = days.since->on(today);
    const Day end = filter.until.value_or(today);
    if (days.last) filter.since = days.last->first_day(end);
    const bool open = !days.all && !filter.since;
    if (open) filter.since = end - std::chrono::days(7 * weeks - 1);
    require_days(filter, today);
    return filter;
}

store::Filter week_filter(Desk& desk, const DayRange& days, Day today) {
    store::Filter filter = filter_of(desk, days, today, 1);
    if (!days.since && !days.last && !days.all) {
        filter.since = week_of(filter.until.value_or(today), desk.settings().week_starts);
        require_days(filter, today);
    }
    return filter;
}

store::Filter measured_filter(Desk& desk, const DayRange& days, Day today) {
    if (days.routine) {
        throw Error("measurements belong to no routine; leave out --routine");
    }
    DayRange range = days;
    if (!days.since && !days.last) range.all = true;
    return filter_of(desk, range, today, 0);
}

Stamp moment_at(Desk& desk, const std::optional<PastMoment>& moment) {
    const Stamp now = desk.now();
    return moment ? moment->on(now, desk.settings().day_starts) : now;
}

}  // namespace hipflow::today
