// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/figure.h"
#include "domain/time.h"
#include "domain/words.h"

namespace hipflow {

/// How the body lies, sits or stands. Changing it takes longer than changing sides.
enum class Position {
    supine,
    prone,
    side_lying,
    all_fours,
    half_kneeling,
    floor_sitting,
    chair,
    standing
};
constexpr auto words_of(Position /*unused*/) {
    return std::to_array<std::string_view>({"supine", "prone", "side-lying", "all-fours",
                                            "half-kneeling", "floor-sitting", "chair", "standing"});
}

/// Tells whether nobody has to get down to the floor for it.
constexpr bool is_off_floor(Position position) {
    return position == Position::chair || position == Position::standing;
}

/// Tells whether one lies in it.
constexpr bool is_lying(Position position) {
    return position == Position::supine || position == Position::prone ||
           position == Position::side_lying;
}

/// What somebody lies or kneels on.
enum class Surface { floor, bed };
constexpr auto words_of(Surface /*unused*/) {
    return std::to_array<std::string_view>({"floor", "bed"});
}

/// Tells whether a position can be taken on a bed. It gives way, so nobody kneels on one leg on it;
/// and what is done sitting on the floor takes a straight back, for which it is too soft.
constexpr bool bed_carries(Position position) {
    return is_lying(position) || position == Position::all_fours;
}

/// A position, and what it is taken on.
struct Stance {
    Position position = Position::supine;
    Surface on = Surface::floor;
    bool operator==(const Stance&) const = default;
};
/// Getting onto a bed is like sitting down on a chair.
constexpr bool is_off_floor(const Stance& stance) {
    return stance.on == Surface::bed || is_off_floor(stance.position);
}

/// The view that a position leaves: the screen, the ceiling or nothing.
enum class View { screen, ceiling, none };
constexpr auto words_of(View /*unused*/) {
    return std::to_array<std::string_view>({"screen", "ceiling", "none"});
}

/// each: one side after the other, with the same dose. both: at once. alternate: in turn, rep by
/// rep.
enum class Sides { each, both, alternate };
constexpr auto words_of(Sides /*unused*/) {
    return std::to_array<std::string_view>({"each", "both", "alternate"});
}

/// The things that an exercise may need at hand.
inline constexpr auto things = std::to_array<std::string_view>(
    {"mat", "chair", "wall", "counter", "cushion", "step", "band", "strap"});

/// A range of amounts, from the gentlest useful one to the most that is ever given.
template <typename Amount>
struct Band {
    Amount bottom{};
    Amount top{};
    bool operator==(const Band&) const = default;
};

/// How much of an exercise is done: sets of a hold, of reps at a pace, or of both (hold, release,
/// hold …). What the step of a routine leaves out comes from the dose of the exercise.
struct Dose {
    std::optional<Band<int>> sets;
    std::optional<Band<Millis>> hold;
    /// A hold in breaths, in place of `hold`; how long one takes is a setting.
    std::optional<Band<int>> breaths;
    std::optional<Band<int>> reps;
    bool as_many = false;                  // as many reps as one can, `reps` at most
    std::optional<Millis> pace;            // one rep, all of it
    std::vector<Millis> tempo;             // of the phases of a rep; adds up to the pace
    std::optional<Millis> release;         // between two holds of one set
    std::optional<Band<Millis>> duration;  // `for` in the file: movement, at one's own rhythm
    std::optional<Millis> cap;             // as long as you like, but no longer than this
    bool operator==(const Dose&) const = default;
};

/// A sentence that is spoken, and what doing it takes. Texts of exercises may hold placeholders for
/// the side that works (messages.h).
struct Instruction {
    std::string say;
    std::optional<Millis> act;  // nullopt: as long as usual
    bool operator==(const Instruction&) const = default;
};

/// A phase of a rep, in order: what is said of it beforehand, the word on its first instant, and
/// the shortest time that it takes.
struct RepPhase {
    std::string say;
    std::string beat;
    Millis time{};
    std::optional<std::string> pose;  // of the figure, reached at its end
    bool operator==(const RepPhase&) const = default;
};

/// What the side of an exercise names.
enum class Part { leg, side, arm };
constexpr auto words_of(Part /*unused*/) {
    return std::to_array<std::string_view>({"leg", "side", "arm"});
}

/// How the body changes sides.
enum class SideChange { stay, roll, turn };
constexpr auto words_of(SideChange /*unused*/) {
    return std::to_array<std::string_view>({"stay", "roll", "turn"});
}

/// The words of an exercise in another language. What is empty is not translated.
struct Translation {
    std::string language;  // "de"
    std::string name;
    std::string say;
    std::vector<Instruction> start;
    std::string brief;
    std::vector<Instruction> instructions;
    std::vector<RepPhase> phases;  // `say` and `beat` alone, as many as the exercise has
    std::vector<std::string> cues;
    std::vector<std::string> finish;
    std::string feel;
    std::vector<std::string> avoid;
    bool operator==(const Translation&) const = default;
};

/// One movement. It names its neighbours on the ladder by id.
struct Exercise {
    std::string id;
    std::string language = "en";  // of its texts
    std::string name;
    std::string say;  // spoken name
    std::vector<std::string> target;
    int level = 1;  // 1 gentle, 2 standard, 3 strong
    Position position = Position::supine;
    std::optional<Surface> on;  // nullopt: the floor, or a bed for whom the floor is not
    View view = View::screen;
    Sides sides = Sides::both;
    /// Risk tags (restriction.h), with ":mild" where only the middle of the range is used. nullopt:
    /// nobody has said what it asks of the body, which is not the same as an empty list.
    std::optional<std::vector<std::string>> risks;
    std::vector<std::string> needs;
    std::vector<Instruction> start;
    std::string brief;                      // the one sentence for those who know it; may be empty
    std::vector<Instruction> instructions;  // `do` in the file, as plain sentences
    std::vector<RepPhase> phases;           // `do` in the file, as the phases of a rep
    std::vector<std::string> cues;
    std::vector<std::string> finish;  // how to come out of it
    Part part = Part::leg;
    std::optional<SideChange> change;  // nullopt: as the position asks (change_of)
    std::string feel;
    std::vector<std::string> avoid;
    std::optional<std::string> easier;
    std::optional<std::string> harder;
    Dose dose;
    std::string source;
    // From the file alone: what is stored or exported has none of these.
    std::optional<std::string> risks_note;  // why it has risks that its figure does not show
    std::vector<std::string> shown_risks;   // those of its figure, where it names no risks itself
    std::optional<Figure> figure;
    std::optional<std::string> borrowed_figure;  // the id of the exercise that it is taken from
    std::vector<Translation> translations;
    bool operator==(const Exercise&) const = default;
};

/// How sides change in an exercise: as it says, else by rolling over if it lies on its side.
constexpr SideChange change_of(const Exercise& exercise) {
    const bool rolls = exercise.position == Position::side_lying;
    return exercise.change.value_or(rolls ? SideChange::roll : SideChange::stay);
}

constexpr Stance stance_of(const Exercise& exercise) {
    const bool on_bed = exercise.on == Surface::bed && bed_carries(exercise.position);
    return {exercise.position, on_bed ? Surface::bed : Surface::floor};
}

/// Puts an exercise on the floor or on a bed, which takes the tag of the floor from it, and the
/// mat. A position that a bed does not carry stays as it is.
void put_on(Exercise& exercise, Surface surface);

/// The view of a position, for an exercise that names none.
constexpr View usual_view(Position position) {
    switch (position) {
        case Position::supine:
            return View::ceiling;
        case Position::prone:
        case Position::side_lying:
        case Position::all_fours:
            return View::none;
        case Position::half_kneeling:
        case Position::floor_sitting:
        case Position::chair:
        case Position::standing:
            break;
    }
    return View::screen;
}

/// The sentences of a list of instructions, in one text.
std::string joined(const std::vector<Instruction>& sentences);

/// The shortest time that a rep of these phases takes.
Millis shortest_rep(const std::vector<RepPhase>& phases);

/// What is said of how the movement goes, one text for each instruction or phase.
std::vector<std::string> movement_texts(const Exercise& exercise);

}  // namespace hipflow
