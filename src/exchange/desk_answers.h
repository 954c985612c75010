// SPDX-License-Identifier: MIT
#pragma once
#include <concepts>
#include <optional>
#include <ranges>
#include <string>

#include "exchange/answer.h"
#include "exchange/plan_fields.h"

namespace hipflow::catalog {
struct LibraryEntry;
struct SettingLine;
}  // namespace hipflow::catalog

namespace hipflow::today {
struct Asker;
struct CheckedRoutine;
struct Finding;
struct Limit;
struct ListedExercise;
struct ListedRoutine;
struct Me;
std::string restriction_name(const std::string& id);  // today/preferences.h
}  // namespace hipflow::today

namespace hipflow::exchange {

// Answers about the schedule, the library, the user's restrictions, and the doctor's. The types are
// those of the use cases; the lists need them only where an answer is written.

template <std::same_as<today::Asker> T, typename Visitor>
void fields(const T& asker, Visitor& visit) {
    visit("by", asker.name);
    visit("installed", asker.installed);
    visit("ok", asker.well);
    visit("state", asker.state);
}

template <std::same_as<catalog::LibraryEntry> T, typename Visitor>
void origin_fields(const T& entry, Visitor& visit) {
    visit("origin", entry.origin);
    visit("overrides_bundled", entry.overrides_bundled);
    visit("file", entry.file);
}

template <std::same_as<today::ListedRoutine> T, typename Visitor>
void fields(const T& listed, Visitor& visit) {
    visit("id", listed.entry->id);
    visit("name", listed.name);
    visit("summary", listed.summary);
    visit("level", listed.level);
    visit("needs", listed.needs);
    visit("positions", listed.positions);
    visit("steps", listed.steps);
    visit("total_ms", listed.total);
    visit("work_ms", listed.work);
    visit("counts", listed.counts);
    origin_fields(*listed.entry, visit);
}

template <std::same_as<today::ListedExercise> T, typename Visitor>
void fields(const T& listed, Visitor& visit) {
    visit("id", listed.entry->id);
    visit("name", listed.exercise->name);
    visit("target", listed.exercise->target);
    visit("level", listed.exercise->level);
    visit("position", listed.exercise->position);
    visit("needs", listed.exercise->needs);
    visit("left_out", listed.objection);
    visit("left_out_for", listed.reason);
    origin_fields(*listed.entry, visit);
}

template <std::same_as<today::CheckedRoutine> T, typename Visitor>
void fields(const T& checked, Visitor& visit) {
    const bool well = checked.faults.empty();
    visit("routine", checked.name);
    visit("ok", well);
    visit("steps", well ? std::optional(checked.steps) : std::nullopt);
    visit("total_ms", well ? std::optional(checked.total) : std::nullopt);
    visit("warnings", checked.warnings);
    visit("faults", checked.faults);
}

template <std::same_as<today::Finding> T, typename Visitor>
void fields(const T& finding, Visitor& visit) {
    visit("subject", finding.subject);
    visit("ok", finding.well);
    visit("state", finding.state);
    visit("advice", finding.advice.empty() ? std::nullopt : std::optional(finding.advice));
}

template <std::same_as<catalog::SettingLine> T, typename Visitor>
void fields(const T& line, Visitor& visit) {
    visit("key", line.key);
    visit("value", line.value);
    visit("origin", line.origin);
}

template <std::same_as<today::Limit> T, typename Visitor>
void fields(const T& limit, Visitor& visit) {
    visit("id", limit.id);
    visit("origin", limit.place ? "settings" : "answer");
    visit("place", limit.place);
    visit("at", limit.at);
}

template <std::same_as<today::Me> T, typename Visitor>
void fields(const T& me, Visitor& visit) {
    const auto& limits = me.limits;
    const auto from = [](const char* words) { return std::optional<std::string>(words); };
    visit("restrictions_from", limits.restrictions_place ? from("settings")
                               : limits.restrictions_at  ? from("answer")
                                                         : std::nullopt);
    visit("restrictions", std::views::transform(limits.restrictions, [](const auto& limit) {
              return members([&limit](auto& inner) {
                  fields(limit, inner);
                  inner("name", today::restriction_name(limit.id));
              });
          }));
    visit("avoided", limits.avoided);
    visit("left_out", me.left_out);
}

}  // namespace hipflow::exchange
