// SPDX-License-Identifier: MIT
#include "today/listed_sessions.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "domain/number.h"
#include "stats/pain_days.h"

namespace hipflow::today {
namespace {

/// The highest scores that were told, by the session or by the day they belong to.
class HighestScores {
   public:
    HighestScores(const store::Store& store, const store::Filter& filter) {
        // Mornings belong to days, and to no routine.
        store.each_pain_row({.since = filter.since, .until = filter.until},
                            [this](const stats::PainRow& row) { add(row); });
    }

    ListedSession with_scores(const Session& session) const {
        ListedSession listed{session};
        if (const auto found = by_session_.find(session.id); found != by_session_.end()) {
            listed.pain_before = found->second.before;
            listed.pain_peak = found->second.peak;
            listed.pain_after = found->second.after;
        }
        const auto morning = mornings_.find(session.started.local_day);
        if (morning != mornings_.end()) listed.pain_morning = morning->second;
        return listed;
    }

   private:
    struct Scores {
        std::optional<int> before;
        std::optional<int> peak;
        std::optional<int> after;
    };

    static void raise(std::optional<int>& highest, int score) {
        highest = std::max(highest.value_or(0), score);
    }

    void add(const stats::PainRow& row) {
        switch (row.moment) {
            case Moment::before:
                return raise(by_session_[row.answer].before, row.score);
            case Moment::peak:
                return raise(by_session_[row.answer].peak, row.score);
            case Moment::after:
                return raise(by_session_[row.answer].after, row.score);
            case Moment::morning:
                return raise(mornings_[row.day], row.score);
            case Moment::checkin:
                break;
        }
    }

    std::map<std::string, Scores> by_session_;
    std::map<Day, std::optional<int>> mornings_;
};

}  // namespace

std::optional<ScoreLimit> ScoreLimit::from_text(std::string_view text) {
    constexpr int most = 10;
    constexpr std::array<std::pair<std::string_view, Sign>, 5> signs = {{{">=", Sign::at_least},
                                                                         {"<=", Sign::at_most},
                                                                         {">", Sign::above},
                                                                         {"<", Sign::below},
                                                                         {"=", Sign::equal}}};
    const auto* const found =
        std::ranges::find_if(signs, [&](const auto& sign) { return text.starts_with(sign.first); });
    Sign sign = Sign::equal;
    if (found != signs.end()) {
        sign = found->second;
        text.remove_prefix(found->first.size());
    }
    while (text.starts_with(' ')) text.remove_prefix(1);
    const auto score = parse_number<int>(text);
    if (!score || *score < 0 || *score > most) return std::nullopt;
    return ScoreLimit(sign, *score);
}

bool ScoreLimit::holds(int score) const {
    switch (sign_) {
        case Sign::equal:
            return score == score_;
        case Sign::above:
            return score > score_;
        case Sign::at_least:
            return score >= score_;
        case Sign::below:
            return score < score_;
        case Sign::at_most:
            return score <= score_;
    }
    return false;
}

bool ScoreLimit::holds(const ListedSession& session) const {
    const std::array scores = {session.pain_before, session.pain_peak, session.pain_after,
                               session.pain_morning};
    return std::ranges::any_of(
        scores, [this](const std::optional<int>& score) { return score && holds(*score); });
}

std::vector<ListedSession> listed_sessions(const store::Store& store, const store::Filter& filter,
                                           const std::optional<ScoreLimit>& limit) {
    const HighestScores scores(store, filter);
    std::vector<ListedSession> listed;
    for (const auto& session : store.sessions(filter)) {
        ListedSession one = scores.with_scores(session);
        if (!limit || limit->holds(one)) listed.push_back(std::move(one));
    }
    return listed;
}

}  // namespace hipflow::today
