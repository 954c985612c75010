// SPDX-License-Identifier: MIT
#pragma once
#include <compare>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/pain.h"
#include "domain/side.h"
#include "domain/time.h"
#include "stats/trend.h"

namespace hipflow {

/// A score as the pain statistics read it.
struct PainRow {
    Moment moment = Moment::checkin;
    std::optional<Site> site;
    std::optional<Side> side;
    int score = 0;
    Day day{};           // the day it belongs to: of a morning score the one it follows
    std::string answer;  // the session, or the instant: scores with one answer were asked at once
    bool late = false;   // entered more than two hours after it was felt
};

/// Late is what was entered more than two hours after it was felt: it was remembered (TRACKING c2).
bool entered_late(Instant felt, Instant recorded);

/// Where pain is felt, as far as it was said. Left and right are never put together (CONTENT 8.1).
struct PainPlace {
    std::optional<Site> site;
    std::optional<Side> side;
    auto operator<=>(const PainPlace&) const = default;
};

/// What was scored in one place at one kind of moment on one day.
struct PainDay {
    Day local_day{};
    std::optional<PainPlace> place;  // nothing: all places, of each answer the highest
    Moment moment = Moment::checkin;
    int n = 0;
    double median = 0;
    int lowest = 0;
    int highest = 0;
    int late = 0;
    bool operator==(const PainDay&) const = default;
};

/// Puts scores together by day, place and moment. They come day by day, so that a history of any
/// length takes the room of one day.
class PainDays {
   public:
    void add(const PainRow& row);
    /// All of them: by day, all places first, then each place; moments in their order.
    std::vector<PainDay> finish();

   private:
    struct Scores {
        std::vector<int> all;
        int late = 0;
    };
    void close_day();

    Day day_{};
    std::map<std::pair<PainPlace, Moment>, Scores> places_;
    std::map<std::pair<Moment, std::string>, std::pair<int, bool>> answers_;
    std::vector<PainDay> days_;
};

/// Of one place, or of all (nothing), what a trend is made from: a day's median before sessions,
/// else of its check-ins.
std::vector<DayScore> daily_scores(const std::vector<PainDay>& days,
                                   const std::optional<PainPlace>& place);

/// The places in which anything was scored, from the spine outward.
std::vector<PainPlace> places_in(const std::vector<PainDay>& days);

/// The days' medians at one moment: how many days, and their mean; nothing without any.
struct MomentMean {
    int days = 0;
    double mean = 0;
};
std::optional<MomentMean> mean_at(const std::vector<PainDay>& days,
                                  const std::optional<PainPlace>& place, Moment moment);

}  // namespace hipflow
