// SPDX-License-Identifier: MIT
#include "catalog/ladder.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "domain/spelling.h"
#include "text/utf8.h"

namespace hipflow::catalog {
namespace {

enum class Direction { easier, harder };

constexpr std::string_view name_of(Direction direction) {
    return direction == Direction::easier ? "easier" : "harder";
}

constexpr Direction opposite(Direction direction) {
    return direction == Direction::easier ? Direction::harder : Direction::easier;
}

const std::optional<std::string>& link(const Rung& rung, Direction direction) {
    return direction == Direction::easier ? rung.easier : rung.harder;
}

Diagnostic fault_at(const Rung& rung, Direction direction, std::string message) {
    const Place place = direction == Direction::easier ? rung.places.easier : rung.places.harder;
    return {rung.file, place.line, place.column, std::move(message)};
}

class LadderCheck {
   public:
    LadderCheck(const std::vector<Rung>& rungs, const std::vector<std::string>& known,
                std::string_view kind)
        : known_(known), kind_(kind) {
        for (const Rung& rung : rungs) by_id_.emplace(rung.id, &rung);
    }

    std::vector<Diagnostic> run() {
        for (const auto& [id, rung] : by_id_) {
            for (const Direction direction : {Direction::easier, Direction::harder}) {
                const auto& target = link(*rung, direction);
                if (!target) continue;
                check_target(*rung, direction, *target);
                check_circle(*rung, direction);
                check_answer(*rung, direction);
            }
        }
        return std::move(faults_);
    }

   private:
    const Rung* next(const Rung& rung, Direction direction) const {
        const auto& id = link(rung, direction);
        const auto found = id ? by_id_.find(*id) : by_id_.end();
        return found == by_id_.end() ? nullptr : found->second;
    }

    void check_target(const Rung& rung, Direction direction, const std::string& id) {
        if (std::find(known_.begin(), known_.end(), id) != known_.end()) return;
        faults_.push_back(
            fault_at(rung, direction,
                     fmt::format("'{}': {}", name_of(direction), no_such(kind_, id, known_))));
    }

    /// Reports a circle once, at the rung of it that comes first in the alphabet.
    void check_circle(const Rung& start, Direction direction) {
        std::vector<std::string_view> way = {start.id};
        const Rung* rung = next(start, direction);
        while (rung != nullptr && std::find(way.begin(), way.end(), rung->id) == way.end()) {
            way.emplace_back(rung->id);
            rung = next(*rung, direction);
        }
        const bool closes_here = rung == &start;
        if (!closes_here || *std::min_element(way.begin(), way.end()) != start.id) return;
        way.emplace_back(start.id);
        faults_.push_back(
            fault_at(start, direction,
                     fmt::format("'{}' leads in a circle: {}; remove one of the links",
                                 name_of(direction), fmt::join(way, " > "))));
    }

    void check_answer(const Rung& rung, Direction direction) {
        const Rung* target = next(rung, direction);
        if (target == nullptr || !rung.must_answer || !target->must_answer) return;
        const Direction back = opposite(direction);
        if (link(*target, back)) return;
        faults_.push_back(
            fault_at(rung, direction,
                     fmt::format("'{}' is '{}', which names no '{}' in return; add {} "
                                 "= \"{}\" to {}",
                                 name_of(direction), target->id, name_of(back), name_of(back),
                                 rung.id, target->file)));
    }

    const std::vector<std::string>& known_;
    std::string_view kind_;
    std::map<std::string_view, const Rung*> by_id_;
    std::vector<Diagnostic> faults_;
};

}  // namespace

std::string no_such(std::string_view kind, std::string_view id,
                    const std::vector<std::string>& known) {
    return fmt::format("there is no {} '{}'.{} 'hipflow {} list' shows all.", kind, shown(id),
                       did_you_mean(id, known), kind);
}

std::vector<Diagnostic> check_ladders(const std::vector<Rung>& rungs,
                                      const std::vector<std::string>& known,
                                      std::string_view kind) {
    return LadderCheck(rungs, known, kind).run();
}

}  // namespace hipflow::catalog
