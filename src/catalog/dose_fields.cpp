// SPDX-License-Identifier: MIT
#include "catalog/dose_fields.h"

#include <fmt/format.h>

#include <numeric>

#include "domain/dose.h"
#include "domain/number.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

using namespace std::chrono_literals;

constexpr Limits<int> set_limits{1, 20};
constexpr Limits<int> rep_limits{1, 100};
constexpr Limits<Millis> hold_limits{1s, 10min};
constexpr Limits<Millis> pace_limits{1s, 60s};
constexpr Limits<Millis> release_limits{0s, 10min};
constexpr std::size_t tempo_parts = 4;

/// "2-1-2-0" as four durations; nothing for any other text.
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
    if (parts.size() != tempo_parts) return {};
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
                      fmt::format("'tempo' is \"{}\", expected seconds down, pause, up, pause, "
                                  "such as \"2-1-2-0\", 1 to 60 in all",
                                  shown(*text)));
        return;
    }
    if (fields.has("pace")) {
        fields.refuse(place, "'tempo' and 'pace' exclude each other; keep one of the two");
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
    dose.pace = fields.duration("pace", pace_limits);
    read_tempo(fields, dose);
    dose.release = fields.duration("release", release_limits);
    read_until(fields, dose);
    if (const auto words = contradiction(dose); !words.empty()) {
        fields.refuse(fields.place(), std::string(words));
    }
    return dose;
}

}  // namespace hipflow
