// SPDX-License-Identifier: MIT
#include "coach/rounds.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace hipflow::coach {
namespace {

/// Returns whether a step has work on a side, in a block that is done on one side at a time.
bool is_done_on(const PrescribedStep& step, Side side) { return !step.only || step.only == side; }

/// A step of a block on one side alone. One for both sides knows which the others are done on.
PrescribedStep on_one_side(PrescribedStep step, Side side) {
    if (step.work.sides == Sides::both) step.first = side;
    if (step.work.sides != Sides::each) return step;
    step.work.sets += side == Side::left ? step.extra.left : step.extra.right;
    step.extra = {};
    step.only = side;
    step.first = side;
    return step;
}

/// The rounds of one block.
class Rounds {
   public:
    /// `number`: which block of the routine it is, from 1.
    Rounds(std::span<const PrescribedStep> steps, const Block& block, std::size_t number)
        : steps_(steps), block_(&block), number_(static_cast<int>(number)) {}

    std::vector<PrescribedStep> all() && {
        if (block_->order == BlockOrder::rounds) {
            for (int number = 1; number <= block_->rounds; ++number) add(number, std::nullopt);
            return std::move(done_);
        }
        for (const Side side : sides()) {
            for (int number = 1; number <= block_->rounds; ++number) add(number, side);
        }
        return std::move(done_);
    }

   private:
    /// The sides that the block is done on, in order; one where nothing tells them apart.
    std::vector<Side> sides() const {
        const auto works_on = [](Side side) {
            return [side](const PrescribedStep& step) {
                return (step.work.sides == Sides::each || step.only) && is_done_on(step, side);
            };
        };
        const auto one_sided = std::ranges::find_if(
            steps_, [](const PrescribedStep& step) { return step.work.sides == Sides::each; });
        const Side first = one_sided == steps_.end() ? Side::left : one_sided->first;
        std::vector<Side> sides;
        for (const Side side : {first, other(first)}) {
            if (std::ranges::any_of(steps_, works_on(side))) sides.push_back(side);
        }
        return sides.empty() ? std::vector{first} : sides;
    }

    void add(int number, std::optional<Side> side) {
        const bool again = !done_.empty();
        const Millis rest = (again ? block_->rest : block_->rest_before).value_or(Millis{});
        bool is_first = true;
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            const PrescribedStep& step = steps_[i];
            if (side && !is_done_on(step, *side)) continue;
            PrescribedStep next = side ? on_one_side(step, *side) : step;
            next.block = number_;
            next.place = static_cast<int>(i) + 1;
            next.round = Round{number, block_->rounds, rest};
            if (again) next.reasons.clear();
            if (is_first) next.rest_before += rest;
            is_first = false;
            done_.push_back(std::move(next));
        }
    }

    std::span<const PrescribedStep> steps_;
    const Block* block_;
    int number_;
    std::vector<PrescribedStep> done_;
};

}  // namespace

std::vector<PrescribedStep> with_rounds(std::vector<PrescribedStep> steps,
                                        const std::vector<std::optional<std::size_t>>& blocks,
                                        const std::vector<Block>& of_routine) {
    std::vector<PrescribedStep> done;
    done.reserve(steps.size());
    for (std::size_t i = 0; i < steps.size();) {
        if (!blocks[i]) {
            done.push_back(std::move(steps[i++]));
            continue;
        }
        std::size_t end = i + 1;
        while (end < steps.size() && blocks[end] == blocks[i]) ++end;
        auto rounds =
            Rounds(std::span(steps).subspan(i, end - i), of_routine.at(*blocks[i]), *blocks[i] + 1)
                .all();
        std::ranges::move(rounds, std::back_inserter(done));
        i = end;
    }
    return done;
}

}  // namespace hipflow::coach
