// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <ranges>
#include <span>
#include <string>

#include "answers/answer.h"
#include "catalog/settings.h"
#include "today/findings.h"
#include "today/preferences.h"

namespace hipflow::answers {

// The answers about how hipflow is set up: the settings, the user's restrictions, and what the
// doctor found.

template <typename Visitor>
void fields(const catalog::SettingLine& line, Visitor& visit) {
    visit("key", line.key);
    visit("value", line.value);
    visit("origin", line.origin);
}

/// All settings, with the paths of their file and of the database.
struct Configuration {
    std::string file;
    std::string database;
    std::span<const catalog::SettingLine> settings;
};
template <typename Visitor>
void fields(const Configuration& configuration, Visitor& visit) {
    visit("file", configuration.file);
    visit("database", configuration.database);
    visit("settings", configuration.settings);
}

template <typename Visitor>
void fields(const today::Limit& limit, Visitor& visit) {
    visit("id", limit.id);
    visit("origin", limit.place ? "settings" : "answer");
    visit("place", limit.place);
    visit("at", limit.at);
}

/// A restriction that holds, with its name.
struct NamedRestriction {
    const today::Limit& limit;
};
template <typename Visitor>
void fields(const NamedRestriction& restriction, Visitor& visit) {
    fields(restriction.limit, visit);
    visit("name", today::restriction_name(restriction.limit.id));
}

template <typename Visitor>
void fields(const today::Me& me, Visitor& visit) {
    const today::LeftOut& limits = me.limits;
    const auto from = [](const char* words) { return std::optional<std::string>(words); };
    const auto named = [](const today::Limit& limit) { return NamedRestriction{limit}; };
    visit("restrictions_from", limits.restrictions_place ? from("settings")
                               : limits.restrictions_at  ? from("answer")
                                                         : std::nullopt);
    visit("restrictions", limits.restrictions | std::views::transform(named));
    visit("avoided", limits.avoided);
    visit("left_out", me.left_out);
}

template <typename Visitor>
void fields(const today::Finding& finding, Visitor& visit) {
    visit("subject", finding.subject);
    visit("ok", finding.well);
    visit("state", finding.state);
    visit("advice", finding.advice.empty() ? std::nullopt : std::optional(finding.advice));
}

struct DoctorFindings {
    std::span<const today::Finding> findings;
};
template <typename Visitor>
void fields(const DoctorFindings& found, Visitor& visit) {
    visit("findings", found.findings);
}

}  // namespace hipflow::answers
