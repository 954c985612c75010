// SPDX-License-Identifier: MIT
#include "commands/preferences.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalog/restriction_table.h"
#include "guide/restrictions.h"
#include "platform/random.h"
#include "platform/zone.h"

namespace hipflow {
namespace {

/// The last word is the newest: a clock that was set back, or stands, must not change that.
Instant after_all(const std::vector<Preference>& earlier, PreferenceSubject subject,
                  const std::string& name, Instant now) {
    for (const auto& one : earlier) {
        const bool same = one.subject == subject && one.name == name;
        if (same && one.at >= now) return one.at + Millis(1);
    }
    return now;
}

std::vector<Limit> told(const std::vector<Preference>& preferences, PreferenceSubject subject,
                        PreferenceRule rule) {
    std::vector<Limit> limits;
    for (const auto& one : preferences) {
        if (one.subject == subject && one.rule == rule) {
            limits.push_back({one.name, std::nullopt, one.at});
        }
    }
    return limits;
}

/// As the table has them, and what it does not know behind.
void put_in_order(std::vector<Limit>& limits) {
    const auto& known = shipped_restrictions().restrictions;
    std::ranges::stable_sort(limits, {}, [&](const Limit& limit) {
        return std::ranges::find(known, limit.id, &Restriction::id) - known.begin();
    });
}

}  // namespace

void journal_preferences(Context& context, PreferenceSubject subject, const PreferenceRules& rules,
                         bool asked) {
    Store store = context.store();
    const Instant now = context.clock().wall();
    const auto earlier = store.preferences();
    Change change{.now = now, .del = {}, .put = {}, .checkpoint = {}};
    for (const auto& [name, rule] : rules) {
        const Instant at = after_all(earlier, subject, name, now);
        change.put.emplace_back(Preference{new_id(at), subject, name, rule, at});
    }
    if (asked) change.put.emplace_back(restrictions_asked(new_id(now), now));
    store.commit(change);
}

LeftOut limits_of(const Settings& settings, const std::vector<Preference>& preferences) {
    LeftOut limits;
    for (const auto& one : preferences) {
        if (one.subject != PreferenceSubject::restriction) continue;
        limits.restrictions_at = std::max(limits.restrictions_at.value_or(one.at), one.at);
    }
    if (settings.restrictions) {
        limits.restrictions_place = settings.origin.at("me.restrictions");
        for (const auto& id : *settings.restrictions) {
            limits.restrictions.push_back({id, limits.restrictions_place, std::nullopt});
        }
    } else {
        limits.restrictions =
            told(preferences, PreferenceSubject::restriction, PreferenceRule::has);
    }
    put_in_order(limits.restrictions);
    for (const auto& id : settings.avoid) {
        limits.avoided.push_back({id, settings.origin.at("me.avoid"), std::nullopt});
    }
    for (auto& limit : told(preferences, PreferenceSubject::exercise, PreferenceRule::avoid)) {
        const bool known =
            std::ranges::find(limits.avoided, limit.id, &Limit::id) != limits.avoided.end();
        if (!known) limits.avoided.push_back(std::move(limit));
    }
    return limits;
}

std::string origin_words(const Limit& limit) {
    if (limit.place) return fmt::format("settings ({})", *limit.place);
    if (!limit.at) return "answer";
    return fmt::format("answer of {}", format_day(stamp(*limit.at, {}).local_day));
}

}  // namespace hipflow
