// SPDX-License-Identifier: MIT
#include <fmt/format.h>

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

Dose read_dose(TableReader& fields) {
    Dose dose;
    dose.sets = fields.number("sets", set_limits);
    dose.hold = fields.duration_band("hold", hold_limits);
    dose.reps = fields.number_band("reps", rep_limits);
    dose.duration = fields.duration_band("for", hold_limits);
    dose.pace = fields.duration("pace", pace_limits);
    read_tempo(fields, dose);
    dose.release = fields.duration("release", release_limits);
    read_until(fields, dose);
    if (const auto words = contradiction(dose); !words.empty()) {
        fields.refuse(fields.place(), std::string(words));
    }
    return dose;
}

Dose read_whole_dose(TableReader& fields, const std::vector<RepPhase>& phases) {
    auto reader = fields.table("dose", "a dose");
    if (!reader) return {};
    Dose dose = read_dose(*reader);
    reader->refuse_unknown();
    // A value that was refused is not missing as well.
    const bool silent = !reader->has("hold") && !reader->has("reps") && !reader->has("until") &&
                        !reader->has("for");
    const bool paced = dose.reps && !dose.hold;
    if (!phases.empty() && dose.hold && !dose.reps) {
        reader->refuse(reader->place(),
                       "'do' has the phases of a rep, but the dose is a hold; give it 'reps', or "
                       "write 'do' as plain sentences");
    }
    if (paced && !dose.pace && !reader->has("pace") && !reader->has("tempo")) {
        if (!phases.empty()) dose.pace = shortest_rep(phases);
    }
    if (const auto words = lack(dose); !words.empty() && (names_work(dose) || silent)) {
        reader->refuse(reader->place(), fmt::format("the dose is incomplete: {}", words));
    }
    return dose;
}

}  // namespace hipflow::catalog
