// SPDX-License-Identifier: MIT
#include "today/cautions.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace hipflow::today {
namespace {

constexpr auto operations = std::to_array<std::string_view>(
    {"surgery", "operation", "replacement", "fracture", "Operation", "künstliches", "bruch"});
constexpr auto leg_signs = std::to_array<std::string_view>(
    {"numb", "tingling", "down the leg", "leg symptoms", "leg pain", "weak", "taub", "Kribbeln",
     "ins Bein", "im Bein", "Beinschmerzen", "schwach"});

constexpr int least_rank = 2;
constexpr std::size_t fewest_shared = 3;

/// Adds an exercise to what is shared, in the order in which things come up.
void add_shared(std::vector<SharedCaution>& shared, const Phrase& caution, std::size_t exercise) {
    if (caution_rank(caution) == least_rank) return;
    const auto known = std::ranges::find(shared, caution, &SharedCaution::text);
    if (known == shared.end()) {
        shared.push_back({caution, {exercise}});
    } else if (known->exercises.back() != exercise) {
        known->exercises.push_back(exercise);
    }
}

}  // namespace

int caution_rank(const Phrase& caution) {
    const std::string_view text = caution.text;
    const std::string_view when = text.substr(0, text.find(':'));
    const auto has = [&](std::string_view word) {
        return when.find(word) != std::string_view::npos;
    };
    if (std::ranges::any_of(operations, has)) return 0;
    return std::ranges::any_of(leg_signs, has) ? 1 : least_rank;
}

void order_cautions(std::vector<Phrase>& cautions) {
    std::ranges::stable_sort(cautions, {}, caution_rank);
}

std::vector<SharedCaution> take_shared(const std::vector<std::vector<Phrase>*>& all) {
    std::vector<SharedCaution> shared;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (const auto& caution : *all[i]) add_shared(shared, caution, i);
    }
    std::erase_if(shared,
                  [](const SharedCaution& one) { return one.exercises.size() < fewest_shared; });
    for (auto* cautions : all) {
        std::erase_if(*cautions, [&](const Phrase& caution) {
            return std::ranges::find(shared, caution, &SharedCaution::text) != shared.end();
        });
    }
    return shared;
}

}  // namespace hipflow::today
