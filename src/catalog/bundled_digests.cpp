// SPDX-License-Identifier: MIT
// Written by tests/unit/catalog/digests_test.cpp: HIPFLOW_UPDATE_GOLDEN=1 writes it anew.
#include <algorithm>
#include <array>

#include "catalog/bundled.h"

namespace hipflow::catalog {
namespace {

constexpr std::string_view digested_content =
    "4688d37da88df5ff2236ce831cbef0cba4f7bc1f2fb2fd9b7431ac83ffa2352c";

// clang-format off
constexpr std::array<RoutineDigest, 12> digests{{
    {"balance-rotation", R"(Balance and rotation)",
     R"(Ten minutes on your feet: bend, turn and balance, with something to hold on to.)",
     2, true, 6, 621094, 348000, "wall,counter,chair", "standing,chair"},
    {"desk-reset", R"(Desk reset)",
     R"(Four minutes at your chair, to break up a long spell of sitting.)",
     1, false, 4, 234431, 130000, "chair,wall", "chair"},
    {"five-minute-minimum", R"(Five-minute minimum)",
     R"(The smallest session that counts: four exercises for a busy or a tired day.)",
     1, true, 4, 247877, 117000, "mat,counter", "supine,standing"},
    {"flare-up-day", R"(Flare-up day)",
     R"(For bad days: rest and the smallest movements. Short easy walks are fine if they do not make it worse.)",
     1, true, 5, 389221, 276000, "mat,chair,cushion", "supine,prone"},
    {"gentle-day", R"(Gentle day)",
     R"(Nine minutes on your back, for the first weeks and for sore days.)",
     1, true, 6, 533352, 350000, "mat,chair,cushion", "supine"},
    {"hip-rotation", R"(Hip rotation)",
     R"(Twelve minutes from lying to standing: turn, lengthen, strengthen, then take the turn onto your feet.)",
     2, true, 8, 694188, 428000, "mat,cushion,counter", "supine,prone,floor-sitting,standing"},
    {"hip-rotation-gentle", R"(Hip rotation, gentle form)",
     R"(Nine easy minutes: small turns lying down, then a few on a chair and on your feet.)",
     1, true, 6, 524673, 328000, "mat,chair,counter", "supine,chair,standing"},
    {"hip-rotation-strong", R"(Hip rotation, strong form)",
     R"(Fourteen minutes with more of the work on one leg, for days when the standard form is easy.)",
     3, true, 7, 824864, 524000, "mat,cushion,counter", "supine,prone,floor-sitting,standing"},
    {"low-back-relief", R"(Low back relief)",
     R"(Ten minutes for a stiff lower back: settle, move it gently, then ask a little work of the trunk.)",
     2, true, 7, 570936, 353000, "mat,chair,cushion", "supine,side-lying,all-fours"},
    {"morning-loosen", R"(Morning loosen)",
     R"(Seven minutes to begin the day, from lying to standing.)",
     1, true, 6, 417462, 234000, "mat,cushion,chair,wall", "supine,all-fours,half-kneeling,standing"},
    {"piriformis-stretch", R"(Piriformis stretch)",
     R"(Eleven minutes for a tight buttock: turn, lengthen, and then put it to work.)",
     2, true, 5, 673695, 396000, "mat,cushion,chair", "supine,side-lying,chair"},
    {"rom-check", R"(Range check warm-up)",
     R"(The short warm-up to do before hip rotation is measured; it is no session of its own.)",
     1, false, 1, 63462, 32000, "mat", "supine"},
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
