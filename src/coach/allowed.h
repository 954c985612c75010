// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/exercise.h"
#include "domain/restriction.h"

namespace hipflow::coach {

/// The reason to keep an exercise from a person: a restriction of theirs and the tag that it
/// covers, or that they avoid the exercise.
struct Against {
    const Restriction* restriction = nullptr;  // null: it is avoided
    std::string tag;
};

/// True if the floor is among what this person leaves out. They lie and kneel on a bed.
bool needs_bed(const Person& person);

/// Whether an exercise that does not say so may be done on a bed all the same: a body that lies, or
/// is on hands and knees, and needs nothing that stands on the floor beside it.
bool can_move_to_bed(const Exercise& exercise);

/// What an exercise is done on for this person: as its file says, else on a bed for whom the floor
/// is not, if it can be moved there. The rest is on the floor.
Surface surface_for(const Exercise& exercise, const Person& person);

/// nullopt if the exercise may be given to this person, on what they do it on. Everything that a
/// session may hold passes through here: what the routine names, what takes its place, alternates,
/// harder variants, users' own files. An exercise without tags is judged by its position alone. An
/// exercise whose `avoid` tells people with a restriction to leave it out is left out, however
/// small the movement (docs/design/care.md, "Restrictions").
std::optional<Against> against(const Exercise& exercise, const Person& person);

/// Lists everything against it where it is done on `on`: one for each restriction.
std::vector<Against> all_against(const Exercise& exercise, const Person& person, Surface on);

/// What is against it as a clause about "it".
std::optional<std::string> objection(const Exercise& exercise, const Person& person);
std::optional<std::string> objection(const Exercise& exercise, const Person& person, Surface on);

/// Says that an exercise stays in a session against restrictions, since that was agreed: "Bridge
/// stays in although it …, and you named: …. Agreed: physiotherapist, 12 May." Empty where nothing
/// is against it.
std::string agreed_words(const Exercise& exercise, const Person& person, Surface on,
                         const std::string& agreed);

/// The same in a word or two: "osteoporosis", "avoided".
std::optional<std::string> short_objection(const Exercise& exercise, const Person& person);

/// Advice of the exercise itself to a person whose restriction leaves it in, because it stays in
/// the middle of the range: "Knee to chest, with osteoporosis: draw the knee only …".
std::optional<std::string> caution(const Exercise& exercise, const Person& person);

/// True if the exercise has no tags although the person has restrictions.
bool is_unknown_to(const Exercise& exercise, const Person& person);

/// "Bridge has no risk tags, so hipflow cannot tell …".
std::string untagged_words(const Exercise& exercise);

/// True if there is something that this person leaves out: then others may have to take its place.
bool leaves_out_anything(const Person& person);

/// The short names of restrictions in a row: "osteoporosis; the floor". An id that the table does
/// not know stands for itself.
std::string short_names(const std::vector<std::string>& ids, const RestrictionTable& table);

/// Says which restrictions are known: "Noted: osteoporosis; the floor."
std::string left_out_words(const std::vector<std::string>& ids, const RestrictionTable& table);

}  // namespace hipflow::coach
