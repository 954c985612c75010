// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "domain/records.h"
#include "store/store.h"

namespace hipflow::today {

class Desk;

/// A session with its scores, of several places the highest.
struct ListedSession : Session {
    std::optional<int> pain_before{};
    std::optional<int> pain_peak{};  // in its exercises
    std::optional<int> pain_after{};
    std::optional<int> pain_morning{};  // on the morning after its day
};

/// A limit for scores: "5" or "=5", ">5", ">=5", "<5", "<=5".
class ScoreLimit {
   public:
    static constexpr std::string_view wanted =
        "a score from 0 to 10, or one behind >, >=, <, <= or =, such as '>5'";
    static std::optional<ScoreLimit> from_text(std::string_view text);

    bool holds(int score) const;
    /// True if it holds for any score of the session: before, in, after, or the morning after.
    bool holds(const ListedSession& session) const;

   private:
    enum class Sign { equal, above, at_least, below, at_most };
    ScoreLimit(Sign sign, int score) : sign_(sign), score_(score) {}
    Sign sign_;
    int score_;
};

/// The sessions that the filter selects, newest first, with their scores; with a limit only those
/// for which it holds.
std::vector<ListedSession> listed_sessions(const store::Store& store, const store::Filter& filter,
                                           const std::optional<ScoreLimit>& limit);

}  // namespace hipflow::today
