// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "coach/prescribe.h"
#include "domain/error.h"
#include "session/timeline.h"

namespace hipflow::coach {
namespace {

/// One thing less in a session: a step, a round of the block that begins with it, one set of it (on
/// both sides), or the extra sets of one side. A step of a block has the same in all rounds.
struct Cut {
    enum class What { step, round, set, extra };
    What what = What::step;
    std::size_t step = 0;  // its first round
    bool operator==(const Cut&) const = default;
};

using Cuts = std::vector<Cut>;

int count_of(const Cuts& cuts, const Cut& cut) {
    return static_cast<int>(std::count(cuts.begin(), cuts.end(), cut));
}

class Fitter {
   public:
    Fitter(const Prescription& whole, Millis longest, const session::Hearing& hearing)
        : whole_(whole),
          longest_(longest),
          hearing_(hearing),
          blocks_(blocks_of(whole.steps)),
          firsts_(first_rounds_of(whole.steps)) {}

    Prescription run() const {
        Cuts cuts;
        while (!fits(cuts)) {
            const auto next = next_cut(cuts);
            if (!next) refuse(cuts);
            cuts.push_back(*next);
        }
        // Later cuts may have made an earlier one needless.
        for (std::size_t i = cuts.size(); i-- > 0;) {
            Cuts fewer = cuts;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            if (fits(fewer)) cuts = std::move(fewer);
        }
        Prescription result = what_is_left(cuts);
        auto words = words_on(cuts);
        result.reasons.insert(result.reasons.end(), words.begin(), words.end());
        return result;
    }

   private:
    const PrescribedStep& step(std::size_t index) const { return whole_.steps[index]; }

    bool is_first(std::size_t index) const { return firsts_[index] == index; }

    int sets_left(std::size_t index, const Cuts& cuts) const {
        const int less = count_of(cuts, {Cut::What::set, firsts_[index]});
        return std::max(step(index).work.sets - less, 1);
    }

    /// The most sets that a step has in any of its rounds: in a block that is done on one side
    /// after the other, the sides may differ.
    int most_sets_left(std::size_t first, const Cuts& cuts) const {
        int most = 1;
        for (std::size_t i = first; i < whole_.steps.size(); ++i) {
            if (firsts_[i] == first) most = std::max(most, sets_left(i, cuts));
        }
        return most;
    }

    /// Of the block that a step is in; 1 outside of any.
    Round round_of(std::size_t index) const { return step(index).round.value_or(Round{}); }
    int rounds(std::size_t index) const { return round_of(index).rounds; }
    int rounds_left(std::size_t index, const Cuts& cuts) const {
        return rounds(index) - count_of(cuts, {Cut::What::round, blocks_[index]});
    }

    bool begins_round(std::size_t index) const {
        return index == 0 || blocks_[index] != blocks_[index - 1] ||
               step(index).round != step(index - 1).round;
    }

    Prescription what_is_left(const Cuts& cuts) const {
        Prescription left = whole_;
        left.steps.clear();
        Millis rest{};  // before a round, whose first step may be left out
        for (std::size_t i = 0; i < whole_.steps.size(); ++i) {
            if (begins_round(i)) rest = round_of(i).rest;
            if (!stays(i, cuts)) continue;
            PrescribedStep& kept = left.steps.emplace_back(step(i));
            if (!begins_round(i)) kept.rest_before += rest;
            rest = {};
            reduce(kept, i, cuts);
        }
        return left;
    }

    bool stays(std::size_t index, const Cuts& cuts) const {
        return round_of(index).number <= rounds_left(index, cuts) &&
               count_of(cuts, {Cut::What::step, firsts_[index]}) == 0;
    }

    void reduce(PrescribedStep& kept, std::size_t index, const Cuts& cuts) const {
        if (kept.round) kept.round->rounds = rounds_left(index, cuts);
        keep_sets(kept, sets_left(index, cuts));
        if (count_of(cuts, {Cut::What::extra, firsts_[index]}) > 0) kept.extra = {};
    }

    static void keep_sets(PrescribedStep& kept, int sets) {
        if (std::exchange(kept.work.sets, sets) <= sets) return;
        for (Work& easier : kept.easier) easier.sets = std::min(easier.sets, sets);
        for (Work& other : kept.alternatives) other.sets = std::min(other.sets, sets);
    }

    bool fits(const Cuts& cuts) const { return total(cuts) <= longest_; }

    Millis total(const Cuts& cuts) const {
        return session::compile(what_is_left(cuts), AskPeak::at_the_end, hearing_).total;
    }

    std::optional<Cut> next_cut(const Cuts& cuts) const {
        if (const auto step = optional_step(cuts)) return step;
        if (const auto round = round_of_most(cuts)) return round;
        std::optional<Cut> fewer_sets;
        std::optional<Cut> no_extra;
        int most = 1;
        for (std::size_t i = whole_.steps.size(); i-- > 0;) {
            if (!is_first(i) || count_of(cuts, {Cut::What::step, i}) > 0) continue;
            if (most_sets_left(i, cuts) > most) {
                most = most_sets_left(i, cuts);
                fewer_sets = Cut{Cut::What::set, i};
            }
            const Cut extra{Cut::What::extra, i};
            const bool uneven = step(i).extra.left > 0 || step(i).extra.right > 0;
            if (uneven && count_of(cuts, extra) == 0) no_extra = extra;
        }
        return fewer_sets ? fewer_sets : no_extra;
    }

    /// The last optional step that is still there, unless nothing else is.
    std::optional<Cut> optional_step(const Cuts& cuts) const {
        std::size_t there = 0;
        std::optional<Cut> last;
        for (std::size_t i = 0; i < whole_.steps.size(); ++i) {
            const Cut all_of_it{Cut::What::step, i};
            if (!is_first(i) || count_of(cuts, all_of_it) > 0) continue;
            ++there;
            if (step(i).optional) last = all_of_it;
        }
        return there > 1 ? last : std::nullopt;
    }

    /// A round of the block that has the most; of several such, the last.
    std::optional<Cut> round_of_most(const Cuts& cuts) const {
        std::optional<Cut> fewer;
        int most = 1;
        for (std::size_t i = whole_.steps.size(); i-- > 0;) {
            if (blocks_[i] != i || rounds_left(i, cuts) <= most || !is_there(i, cuts)) continue;
            most = rounds_left(i, cuts);
            fewer = Cut{Cut::What::round, i};
        }
        return fewer;
    }

    /// Returns whether anything is left of a block.
    bool is_there(std::size_t block, const Cuts& cuts) const {
        for (std::size_t i = block; i < whole_.steps.size() && blocks_[i] == block; ++i) {
            if (count_of(cuts, {Cut::What::step, firsts_[i]}) == 0) return true;
        }
        return false;
    }

    /// "Squat", or "Squat to Lunge" for a block of several exercises.
    std::string block_name(std::size_t block, const Cuts& cuts) const {
        std::string first;
        std::string last;
        for (std::size_t i = block; i < whole_.steps.size() && blocks_[i] == block; ++i) {
            if (!is_first(i) || count_of(cuts, {Cut::What::step, i}) > 0) continue;
            last = step(i).work.exercise.name;
            if (first.empty()) first = last;
        }
        return first == last ? first : fmt::format("{} to {}", first, last);
    }

    std::vector<std::string> words_on(const Cuts& cuts) const {
        std::vector<std::string> words;
        for (std::size_t i = 0; i < whole_.steps.size(); ++i) {
            if (blocks_[i] == i && rounds_left(i, cuts) < rounds(i)) {
                words.push_back(fmt::format("{} has {} of its {} rounds to save time.",
                                            block_name(i, cuts), rounds_left(i, cuts), rounds(i)));
            }
            if (is_first(i)) add_words_on_step(words, i, cuts);
        }
        return words;
    }

    void add_words_on_step(std::vector<std::string>& words, std::size_t i, const Cuts& cuts) const {
        const std::string& name = step(i).work.exercise.name;
        if (count_of(cuts, {Cut::What::step, i}) > 0) {
            words.push_back(fmt::format("{} is left out to save time.", name));
        }
        const int left = most_sets_left(i, cuts);
        if (const int all = most_sets_left(i, {}); left < all) {
            const bool each = step(i).work.sides == Sides::each && !step(i).only;
            words.push_back(fmt::format("{} has {} of its {} sets{} to save time.", name, left, all,
                                        each ? " a side" : ""));
        }
        if (count_of(cuts, {Cut::What::extra, i}) > 0) {
            words.push_back(
                fmt::format("{} has the same number of sets on both sides to save time.", name));
        }
    }

    [[noreturn]] void refuse(const Cuts& cuts) const {
        throw Error(
            fmt::format("Even at its shortest '{}' takes {} today, longer than {}. 'hipflow start "
                        "--short' takes "
                        "about five minutes; 'hipflow routine list' shows how long each takes.",
                        whole_.routine, clock_face(total(cuts)), spell_duration(longest_)));
    }

    const Prescription& whole_;
    Millis longest_;
    const session::Hearing& hearing_;
    std::vector<std::size_t> blocks_;  // of each step, by its first step; outside, the step itself
    std::vector<std::size_t> firsts_;  // the first round of each step
};

}  // namespace

Prescription fitted(const Prescription& prescription, Millis longest,
                    const session::Hearing& hearing) {
    return Fitter(prescription, longest, hearing).run();
}

}  // namespace hipflow::coach
