// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "catalog/exercise_fields.h"
#include "catalog/table_reader.h"
#include "domain/dose.h"
#include "domain/number.h"
#include "text/utf8.h"

namespace hipflow::catalog {
namespace {

using namespace std::chrono_literals;

constexpr Limits<int> set_limits{1, 20};
constexpr Limits<int> rep_limits{1, 100};
constexpr Limits<Millis> hold_limits{1s, 10min};
constexpr Limits<int> breath_limits{1, 30};  // of 20 s at most: 10 min
constexpr Limits<Millis> pace_limits{1s, 60s};
constexpr Limits<Millis> release_limits{0s, 10min};
constexpr std::size_t least_tempo = 2;
constexpr std::size_t most_tempo = 4;

/// Reads "2-1-2-0" as durations, two to four of them. Returns nullopt for any other text.
std::optional<std::vector<Millis>> parse_tempo(std::string_view text) {
    std::vector<Millis> parts;
    while (true) {
        // A small type keeps the sum of four far from any limit.
        const auto seconds = take_number<unsigned char>(text);
        if (!seconds) return {};
        parts.emplace_back(std::chrono::seconds(*seconds));
        if (text.empty()) break;
        if (!text.starts_with('-')) return {};
        text.remove_prefix(1);
    }
    if (parts.size() < least_tempo || parts.size() > most_tempo) return {};
    return parts;
}

Millis sum(const std::vector<Millis>& parts) {
    return std::accumulate(parts.begin(), parts.end(), Millis{0});
}

void read_tempo(TableReader& fields, Dose& dose) {
    const auto text = fields.text("tempo");
    if (!text) return;
    const Place place = fields.place_of("tempo");
    const auto parts = parse_tempo(*text);
    if (!parts || sum(*parts) < pace_limits.least || sum(*parts) > pace_limits.most) {
        fields.refuse(place,
                      fmt::format("'tempo' is \"{}\", expected the seconds of each phase, such as "
                                  "\"2-1-2-0\" for out, hold, back, hold, 1 to 60 in all",
                                  shown(*text)));
        return;
    }
    if (fields.has("pace")) {
        fields.refuse(place, "'tempo' and 'pace' cannot be used together; keep one of the two");
        return;
    }
    dose.tempo = *parts;
    dose.pace = sum(*parts);
}

/// Reads sets for each side: as many as both have, and what one has more in `extra`.
std::optional<Band<int>> read_sets_of_sides(TableReader& fields, ExtraSets& extra) {
    auto reader = fields.table("sets", "'sets'");
    if (!reader) return {};
    const auto left = reader->number("left", set_limits);
    const auto right = reader->number("right", set_limits);
    reader->refuse_unknown();
    const bool has_left = reader->has("left");
    if (has_left != reader->has("right")) {
        const std::string_view side = has_left ? "left" : "right";
        reader->refuse(reader->place(),
                       fmt::format("'sets' names one side only, expected both, such as {{ left = "
                                   "3, right = 2 }}; for one side alone say sides = \"{}\" and "
                                   "'sets' as a number",
                                   side));
    } else if (!has_left) {
        reader->refuse(reader->place(),
                       "'sets' names no side, expected a number, or { left = 3, "
                       "right = 2 }");
    }
    if (!left || !right) return {};
    const int least = std::min(*left, *right);
    extra = {*left - least, *right - least};
    return Band<int>{least, least};
}

std::optional<Band<int>> read_sets(TableReader& fields, ExtraSets* extra) {
    if (extra != nullptr && fields.is_table("sets")) return read_sets_of_sides(fields, *extra);
    return fields.number_band("sets", set_limits);
}

void read_hold(TableReader& fields, Dose& dose) {
    if (fields.names_breaths("hold")) {
        dose.breaths = fields.breath_band("hold", breath_limits);
    } else {
        dose.hold = fields.duration_band("hold", hold_limits);
    }
}

constexpr std::array<std::string_view, 1> until_words = {"key"};
constexpr std::string_view as_many_as_you_can = "as many as you can";

/// Reads reps = "as many as you can", and what limits them: a number of reps, or a time.
void read_as_many(TableReader& fields, Dose& dose) {
    fields.knows("until");
    fields.knows("cap");
    dose.as_many = fields.any_text("reps") == as_many_as_you_can;
    if (!dose.as_many) {
        fields.refuse(
            fields.place_of("reps"),
            fmt::format(R"('reps' is "{}" (text), expected a number, two such as [8, 12], or "{}")",
                        shown(fields.any_text("reps")), as_many_as_you_can));
        return;
    }
    if (fields.has("until")) fields.one_of("until", until_words);
    if (fields.is_text("cap")) {
        dose.cap = fields.duration("cap", hold_limits);
    } else if (const auto most = fields.number("cap", rep_limits)) {
        dose.reps = Band<int>{*most, *most};
    } else if (!fields.has("cap")) {
        fields.refuse(fields.place_of("reps"),
                      fmt::format("\"{}\" needs a 'cap', the most reps or the longest time, such "
                                  "as cap = 20 or cap = \"1m\"",
                                  as_many_as_you_can));
    }
}

void read_until(TableReader& fields, Dose& dose) {
    const auto until = fields.text("until");
    dose.cap = fields.duration("cap", hold_limits);
    const bool has_until = fields.has("until");
    const bool has_cap = fields.has("cap");
    if (until && *until != "key") {
        fields.refuse(fields.place_of("until"),
                      fmt::format(R"('until' is "{}", expected "key")", shown(*until)));
    }
    if (has_until && !has_cap) {
        fields.refuse(fields.place_of("until"),
                      "'until' needs a 'cap', the longest it may take, such as cap = \"2m\"");
    }
    if (has_cap && !has_until) {
        fields.refuse(fields.place_of("cap"), "'cap' needs until = \"key\"");
    }
}

}  // namespace

Dose read_dose(TableReader& fields, ExtraSets* extra) {
    Dose dose;
    dose.sets = read_sets(fields, extra);
    read_hold(fields, dose);
    const bool open_reps = fields.is_text("reps");
    if (!open_reps) dose.reps = fields.number_band("reps", rep_limits);
    dose.duration = fields.duration_band("for", hold_limits);
    dose.pace = fields.duration("pace", pace_limits);
    read_tempo(fields, dose);
    dose.release = fields.duration("release", release_limits);
    if (open_reps) {
        read_as_many(fields, dose);
    } else {
        read_until(fields, dose);
    }
    Dose known = dose;
    // The other half of holds in reps may come from the exercise.
    if (extra != nullptr && dose.reps.has_value() != is_held(dose)) known.release.reset();
    if (const auto words = contradiction(known); !words.empty()) {
        fields.refuse(fields.place(), std::string(words));
    }
    return dose;
}

namespace {

/// Completes the dose of an exercise from its phases, and refuses one that is not complete, unless
/// it `may_lack` something.
Dose with_phases(TableReader& reader, const std::vector<RepPhase>& phases, bool may_lack) {
    Dose dose = read_dose(reader);
    reader.refuse_unknown();
    if (!phases.empty() && is_held(dose) && !dose.reps) {
        reader.refuse(reader.place(),
                      "the phases are those of a rep, but the dose is a hold; give it 'reps', or "
                      "leave the phases out");
    }
    const bool has_pace = reader.has("pace") || reader.has("tempo");
    const bool by_reps = dose.reps || dose.as_many || (may_lack && !names_work(dose));
    if (by_reps && !is_held(dose) && !has_pace && !phases.empty()) dose.pace = shortest_rep(phases);
    if (may_lack) return dose;
    // A value that was refused is not missing as well.
    const bool silent =
        !reader.has("hold") && !reader.has("reps") && !reader.has("until") && !reader.has("for");
    if (const auto words = lack(dose); !words.empty() && (names_work(dose) || silent)) {
        reader.refuse(reader.place(), fmt::format("the dose is incomplete: {}", words));
    }
    return dose;
}

}  // namespace

Dose read_dose_of_exercise(TableReader& fields, const std::vector<RepPhase>& phases,
                           bool may_lack) {
    if (auto reader = fields.table("dose", "a dose")) {
        return with_phases(*reader, phases, may_lack);
    }
    Dose dose;
    if (!phases.empty()) dose.pace = shortest_rep(phases);
    return dose;
}

}  // namespace hipflow::catalog
