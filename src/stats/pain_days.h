// SPDX-License-Identifier: MIT
#pragma once
#include <compare>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/body.h"
#include "domain/time.h"
#include "stats/trend.h"

namespace hipflow::stats {

/// A score as the pain statistics read it.
struct PainRow {
    Moment moment = Moment::checkin;
    std::optional<Site> site;
    std::optional<Side> side;
    int score = 0;
    Day day{};           // the day it belongs to; for a morning score the day before
    std::string answer;  // session or instant: scores with one answer were given together
    bool late = false;   // entered over two hours after it was felt
};

/// True if a score was entered over two hours after it was felt, and so from memory.
bool entered_late(Instant felt, Instant recorded);

/// Where pain is felt, as far as it was reported. Left and right are never combined.
struct PainPlace {
    std::optional<Site> site;
    std::optional<Side> side;
    auto operator<=>(const PainPlace&) const = default;
};

/// Scores in one place at one kind of moment on one day.
struct PainDay {
    Day local_day{};
    std::optional<PainPlace> place;  // nullopt: all places, the highest of each answer
    Moment moment = Moment::checkin;
    int n = 0;
    double median = 0;
    int lowest = 0;
    int highest = 0;
    int late = 0;
    bool operator==(const PainDay&) const = default;
};

/// Groups scores by day, place and moment. Rows come in the order of days, so that a history of any
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

/// Series for a trend, of one place or of all (nullopt): each day's median before sessions, else of
/// its check-ins.
std::vector<DayScore> daily_scores(const std::vector<PainDay>& days,
                                   const std::optional<PainPlace>& place);

/// Places with a score, from the spine outward.
std::vector<PainPlace> places_in(const std::vector<PainDay>& days);

/// Days with a score at one moment, and the mean of their medians.
struct MomentMean {
    int days = 0;
    double mean = 0;
};
/// nullopt without such a day.
std::optional<MomentMean> mean_at(const std::vector<PainDay>& days,
                                  const std::optional<PainPlace>& place, Moment moment);

}  // namespace hipflow::stats
