// SPDX-License-Identifier: MIT
// Written by tests/unit/catalog/digests_test.cpp: HIPFLOW_UPDATE_GOLDEN=1 writes it anew.
#include <algorithm>
#include <array>

#include "catalog/bundled.h"

namespace hipflow::catalog {
namespace {

constexpr std::string_view digested_content =
    "0f69940d9377e48ce85310fc247eddfe1e94bd1b451c0f54f95a397241bde7c4";

// clang-format off
constexpr std::array<RoutineDigest, 20> digests{{
    {"balance-rotation", R"(Balance and rotation)",
     R"(Ten minutes on your feet: bend, turn and balance, with something to hold on to.)",
     2, true, 6, 621094, 348000, "wall,counter,chair", "standing,chair"},
    {"chair-session", R"(Chair session)",
     R"(Eight minutes on a chair, and a little standing: turn, press and lift without lying down.)",
     1, true, 9, 474394, 240000, "chair,cushion,strap,counter", "chair,standing"},
    {"counter-strength", R"(Counter strength)",
     R"(Eight minutes on your feet at a kitchen counter: strength for hips and legs, without getting down to the floor.)",
     1, true, 7, 503632, 302000, "counter", "standing"},
    {"desk-reset", R"(Desk reset)",
     R"(Four minutes at your chair, to break up a long spell of sitting.)",
     1, false, 4, 234431, 130000, "chair,wall", "chair"},
    {"expecting", R"(Expecting)",
     R"(Nine minutes for pregnancy: on your side, on hands and knees, and standing; nothing flat on your back.)",
     1, true, 9, 525642, 306000, "mat,cushion,chair,counter,wall", "side-lying,all-fours,chair,standing"},
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
    {"hip-strength", R"(Hip strength)",
     R"(Eleven minutes of work for the sides and the backs of the hips, from lying to a low step.)",
     2, true, 8, 669237, 324000, "mat,cushion,chair,band,counter,step,wall", "supine,side-lying,chair,standing"},
    {"low-back-relief", R"(Low back: settle and strengthen)",
     R"(Twelve minutes for a stiff lower back: settle, move it gently, ask a little work of the trunk, and walk.)",
     2, true, 9, 692945, 436000, "mat,chair,cushion", "supine,side-lying,all-fours,standing"},
    {"morning-loosen", R"(Morning loosen)",
     R"(Six minutes on your feet to begin the day, with a long back: full bending can wait an hour.)",
     1, true, 5, 358090, 250000, "counter,wall", "standing"},
    {"on-the-bed", R"(On the bed)",
     R"(Eight minutes without the floor: small movements lying on your bed, and a rest on your side.)",
     1, true, 8, 485717, 314000, "cushion", "supine,side-lying"},
    {"piriformis-stretch", R"(Piriformis stretch)",
     R"(Eleven minutes for a tight buttock: turn, lengthen, and then put it to work.)",
     2, true, 5, 673695, 396000, "mat,cushion,chair", "supine,side-lying,chair"},
    {"rom-check", R"(Range check warm-up)",
     R"(The short warm-up to do before hip rotation is measured; it is no session of its own.)",
     1, false, 1, 63462, 32000, "mat", "supine"},
    {"steady-feet", R"(Steady on your feet)",
     R"(Eight minutes of balance with a counter to hold: shift, step, rise and stand.)",
     1, true, 7, 476813, 278000, "counter,chair,wall", "standing,chair"},
    {"turn-and-open", R"(Turn and open)",
     R"(Nine minutes for stiff hips and a stiff back: turn in, turn round, rock back and open.)",
     2, true, 7, 539757, 272000, "mat,cushion,chair", "supine,side-lying,prone,all-fours,half-kneeling"},
    {"walk-and-turn", R"(Walk and turn)",
     R"(Ten minutes on your feet: a walk, some weight from side to side, open hips, and slow turns.)",
     1, true, 5, 591680, 464000, "counter,wall", "standing"},
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
