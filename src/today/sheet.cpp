// SPDX-License-Identifier: MIT
#include "today/sheet.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "catalog/care.h"
#include "domain/spoken_exercise.h"
#include "platform/environment.h"
#include "today/library_lists.h"
#include "today/routine_source.h"
#include "today/todays_session.h"

namespace hipflow::today {
namespace {

/// The translation of an exercise into a language; null if there is none.
const Translation* translation_of(const Exercise& exercise, const std::string& language) {
    const auto found = std::ranges::find(exercise.translations, language, &Translation::language);
    return found == exercise.translations.end() ? nullptr : &*found;
}

/// Tells whether a sentence speaks of the voice itself: it is for those who hear it.
bool is_of_the_voice(const Phrase& sentence) {
    static constexpr std::array words = {"this voice", "diese Stimme", "dieser Stimme"};
    return std::ranges::any_of(
        words, [&](const char* word) { return sentence.text.find(word) != std::string::npos; });
}

/// The side that a step is done on alone; nullopt where the other one has its turn, too, which in a
/// block is another step of the same place.
std::optional<Side> only_side(const std::vector<PrescribedStep>& steps, std::size_t index) {
    const PrescribedStep& step = steps[index];
    const bool has_turns =
        step.round && std::ranges::any_of(steps, [&](const PrescribedStep& other) {
            return other.block == step.block && other.place == step.place &&
                   other.only != step.only;
        });
    return has_turns ? std::nullopt : step.only;
}

/// Makes what a sheet says of the exercises of one session.
class SheetWriter {
   public:
    SheetWriter(const catalog::Library& library, const Routine& routine, std::string language)
        : library_(library), routine_(routine), language_(std::move(language)) {}

    SheetExercise exercise_of(const std::vector<PrescribedStep>& steps, std::size_t index) const {
        const Work& work = steps[index].work;
        const Exercise& exercise = work.exercise;
        const auto only = only_side(steps, index);
        SheetExercise made;
        made.steps = {index};
        made.side = only.value_or(Side::left);
        const SpokenExercise words = spoken(exercise, language_);
        for (const auto& sentence : words.start) add_read(made.start, sentence, made.side);
        for (const auto& sentence : words.instructions) {
            add_read(made.movement, sentence, made.side);
        }
        for (const auto& phase : words.phases) add(made.movement, phase.say, made.side);
        add_rest(made, exercise);
        made.other_side = !only && work.sides != Sides::both && names_side(exercise);
        made.figure = figure_of(exercise, made.side);
        return made;
    }

   private:
    void add_read(std::vector<Phrase>& to, const SpokenInstruction& sentence, Side side) const {
        if (!is_of_the_voice(sentence.words)) add(to, sentence.words, side);
    }

    void add(std::vector<Phrase>& to, const Phrase& words, Side side) const {
        if (!words.text.empty()) to.push_back(placed(words, side));
    }

    Phrase placed(const Phrase& words, Side side) const {
        return library_.phrases(words.language)->place(words, side);
    }

    /// Adds what is never spoken: the written name, what to feel and what to avoid.
    void add_rest(SheetExercise& made, const Exercise& exercise) const {
        const Translation* words = translation_of(exercise, language_);
        const auto in_language = [&](const std::string& own, const std::string* translated) {
            const bool has_it = translated != nullptr && !translated->empty();
            return has_it ? Phrase{*translated, language_} : Phrase{own, exercise.language};
        };
        made.name = in_language(exercise.name, words == nullptr ? nullptr : &words->name);
        made.feel = placed(in_language(exercise.feel, words == nullptr ? nullptr : &words->feel),
                           made.side);
        const bool has_avoid = words != nullptr && !words->avoid.empty();
        for (const auto& text : has_avoid ? words->avoid : exercise.avoid) {
            add(made.avoid, {text, has_avoid ? language_ : exercise.language}, made.side);
        }
        order_cautions(made.avoid);
    }

    /// The figure with its words; nullopt where there is none to draw.
    std::optional<Figure> figure_of(const Exercise& exercise, Side side) const {
        if (!exercise.figure || !is_drawn(*exercise.figure)) return std::nullopt;
        Figure figure = *exercise.figure;
        if (library_.has_exercise(routine_, exercise.id)) {
            figure.text = figure_words(library_, library_.exercise_of(routine_, exercise.id),
                                       figure, side, routine_);
        }
        return figure;
    }

    const catalog::Library& library_;
    const Routine& routine_;
    std::string language_;
};

/// Tells whether two steps are told in the same words.
bool tells_the_same(const std::vector<PrescribedStep>& steps, std::size_t a, std::size_t b) {
    const Work& first = steps[a].work;
    const Work& second = steps[b].work;
    return first.exercise.id == second.exercise.id && first.exercise.on == second.exercise.on &&
           first.sides == second.sides && only_side(steps, a) == only_side(steps, b);
}

/// Adds the exercises of the session, those that come again once.
void add_exercises(SheetValues& values, const SheetWriter& writer) {
    const auto& steps = values.session.steps;
    const auto firsts = first_rounds_of(steps);
    std::vector<Exercise> exercises;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (firsts[i] != i) continue;
        if (steps[i].work.exercise.id != steps[i].planned_exercise) ++values.replaced;
        const auto known = std::ranges::find_if(values.exercises, [&](const auto& earlier) {
            return tells_the_same(steps, earlier.steps.front(), i);
        });
        if (known != values.exercises.end()) {
            known->steps.push_back(i);
            continue;
        }
        values.exercises.push_back(writer.exercise_of(steps, i));
        exercises.push_back(steps[i].work.exercise);
    }
    values.needs = things_needed(exercises);
    std::vector<std::vector<Phrase>*> cautions;
    cautions.reserve(values.exercises.size());
    for (auto& exercise : values.exercises) cautions.push_back(&exercise.avoid);
    values.shared = take_shared(cautions);
}

}  // namespace

SheetValues read_sheet(Desk& desk, const catalog::RoutineFile& source) {
    RoutineToday today = routine_today(desk, source);
    const catalog::Library& library = desk.library();
    SheetValues values;
    values.id = source.routine.id;
    values.name = source.routine.name;
    values.summary = source.routine.summary;
    values.session = std::move(today.session);
    values.total = today.total_once_known.value_or(today.timeline.total);
    set_figures(values.session, library, source, true);
    add_exercises(values, SheetWriter(library, source.routine, values.session.language));
    const std::size_t written = source.routine.steps.size();
    values.left_out = written - std::min(written, steps_once(values.session));
    values.in_flare = source.routine.id == flare_up_routine;
    values.care =
        catalog::care_words(platform::config_folder(desk.environment()), values.session.language);
    values.emergency_number = desk.settings().emergency_number;
    values.week_starts = desk.settings().week_starts;
    values.made = desk.now().local_day;
    return values;
}

}  // namespace hipflow::today
