// SPDX-License-Identifier: MIT
// Written by tests/unit/catalog/digests_test.cpp: HIPFLOW_UPDATE_GOLDEN=1 writes it anew.
#include <algorithm>
#include <array>

#include "catalog/bundled.h"

namespace hipflow::catalog {
namespace {

constexpr std::string_view digested_content =
    "e60c2c6717a5e8a6bccf62ea35ea132b417c314db6848495ad3e77acd83685d3";

// clang-format off
constexpr std::array<RoutineDigest, 12> digests{{
    {"balance-rotation", R"(Balance and rotation)",
     R"(Eight minutes on your feet: bend, turn and balance, with something to hold on to.)",
     2, true, 6, 518000, 364000, "wall,counter,chair", "standing,chair"},
    {"desk-reset", R"(Desk reset)",
     R"(Three minutes at your chair, to break up a long spell of sitting.)",
     1, false, 4, 198000, 135000, "chair,wall", "chair"},
    {"five-minute-minimum", R"(Five-minute minimum)",
     R"(The smallest session that counts: four exercises for a busy or a tired day.)",
     1, true, 4, 283000, 198000, "mat,counter", "supine,standing"},
    {"flare-up-day", R"(Flare-up day)",
     R"(For bad days: rest and the smallest movements. Short easy walks are fine if they do not make it worse.)",
     1, true, 5, 376000, 280000, "mat,chair,cushion", "supine,prone"},
    {"gentle-day", R"(Gentle day)",
     R"(Seven minutes on your back, for the first weeks and for sore days.)",
     1, true, 6, 462000, 356000, "mat,chair,cushion", "supine"},
    {"hip-rotation", R"(Hip rotation)",
     R"(Ten minutes from lying to standing: turn, lengthen, strengthen, then take the turn onto your feet.)",
     2, true, 8, 618000, 426000, "mat,cushion,counter", "supine,prone,floor-sitting,standing"},
    {"hip-rotation-gentle", R"(Hip rotation, gentle form)",
     R"(Seven easy minutes: small turns lying down, then a few on a chair and on your feet.)",
     1, true, 6, 446000, 328000, "mat,chair,counter", "supine,chair,standing"},
    {"hip-rotation-strong", R"(Hip rotation, strong form)",
     R"(Eleven minutes with more of the work on one leg, for days when the standard form is easy.)",
     3, true, 7, 707000, 530000, "mat,cushion,counter", "supine,prone,floor-sitting,standing"},
    {"low-back-relief", R"(Low back relief)",
     R"(Eight minutes for a stiff lower back: settle, move it gently, then ask a little work of the trunk.)",
     2, true, 7, 507000, 363000, "mat,chair,cushion", "supine,side-lying,all-fours"},
    {"morning-loosen", R"(Morning loosen)",
     R"(Five minutes to begin the day, from lying to standing.)",
     1, true, 6, 331000, 236000, "mat,cushion,chair,wall", "supine,all-fours,half-kneeling,standing"},
    {"piriformis-stretch", R"(Piriformis stretch)",
     R"(Eight minutes for a tight buttock: turn, lengthen, and then put it to work.)",
     2, true, 5, 535000, 394000, "mat,cushion,chair", "supine,side-lying,chair"},
    {"rom-check", R"(Range check warm-up)",
     R"(The short warm-up to do before hip rotation is measured; it is no session of its own.)",
     1, false, 1, 55000, 30000, "mat", "supine"},
}};
// clang-format on

}  // namespace

std::span<const RoutineDigest> bundled_digests() {
    if (bundled_content_hash() != digested_content) return {};
    return digests;
}

const RoutineDigest* find_digest(std::string_view id) {
    const auto all = bundled_digests();
    const auto found = std::ranges::find(all, id, &RoutineDigest::id);
    return found == all.end() ? nullptr : &*found;
}

}  // namespace hipflow::catalog
