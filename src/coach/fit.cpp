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

/// One thing less in a session: a step, one set of it (on both sides), or the extra sets of one
/// side.
struct Cut {
    enum class What { step, set, extra };
    What what = What::step;
    std::size_t step = 0;
    bool operator==(const Cut&) const = default;
};

using Cuts = std::vector<Cut>;

int count_of(const Cuts& cuts, const Cut& cut) {
    return static_cast<int>(std::count(cuts.begin(), cuts.end(), cut));
}

class Fitter {
   public:
    Fitter(const Prescription& whole, Millis longest, const session::Hearing& hearing)
        : whole_(whole), longest_(longest), hearing_(hearing) {}

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

    int sets_left(std::size_t index, const Cuts& cuts) const {
        return step(index).work.sets - count_of(cuts, {Cut::What::set, index});
    }

    Prescription what_is_left(const Cuts& cuts) const {
        Prescription left = whole_;
        left.steps.clear();
        for (std::size_t i = 0; i < whole_.steps.size(); ++i) {
            if (count_of(cuts, {Cut::What::step, i}) > 0) continue;
            PrescribedStep& kept = left.steps.emplace_back(step(i));
            kept.work.sets = sets_left(i, cuts);
            if (kept.work.sets < step(i).work.sets) {
                for (Work& easier : kept.easier) {
                    easier.sets = std::min(easier.sets, kept.work.sets);
                }
                for (Work& other : kept.alternatives) {
                    other.sets = std::min(other.sets, kept.work.sets);
                }
            }
            if (count_of(cuts, {Cut::What::extra, i}) > 0) kept.extra = {};
        }
        return left;
    }

    bool fits(const Cuts& cuts) const { return total(cuts) <= longest_; }

    Millis total(const Cuts& cuts) const {
        return session::compile(what_is_left(cuts), AskPeak::at_the_end, hearing_).total;
    }

    std::optional<Cut> next_cut(const Cuts& cuts) const {
        std::optional<Cut> fewer_sets;
        std::optional<Cut> no_extra;
        int most = 1;
        for (std::size_t i = whole_.steps.size(); i-- > 0;) {
            const Cut all_of_it{Cut::What::step, i};
            if (count_of(cuts, all_of_it) > 0) continue;
            if (step(i).optional && cuts.size() + 1 < whole_.steps.size()) return all_of_it;
            if (sets_left(i, cuts) > most) {
                most = sets_left(i, cuts);
                fewer_sets = Cut{Cut::What::set, i};
            }
            const Cut extra{Cut::What::extra, i};
            const bool uneven = step(i).extra.left > 0 || step(i).extra.right > 0;
            if (uneven && count_of(cuts, extra) == 0) no_extra = extra;
        }
        return fewer_sets ? fewer_sets : no_extra;
    }

    std::vector<std::string> words_on(const Cuts& cuts) const {
        std::vector<std::string> words;
        for (std::size_t i = 0; i < whole_.steps.size(); ++i) {
            const std::string& name = step(i).work.exercise.name;
            if (count_of(cuts, {Cut::What::step, i}) > 0) {
                words.push_back(fmt::format("{} is left out to save time.", name));
            }
            if (sets_left(i, cuts) < step(i).work.sets) {
                words.push_back(fmt::format("{} has {} of its {} sets{} to save time.", name,
                                            sets_left(i, cuts), step(i).work.sets,
                                            step(i).work.sides == Sides::each ? " a side" : ""));
            }
            if (count_of(cuts, {Cut::What::extra, i}) > 0) {
                words.push_back(fmt::format(
                    "{} has the same number of sets on both sides to save time.", name));
            }
        }
        return words;
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
};

}  // namespace

Prescription fitted(const Prescription& prescription, Millis longest,
                    const session::Hearing& hearing) {
    return Fitter(prescription, longest, hearing).run();
}

}  // namespace hipflow::coach
