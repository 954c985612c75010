// SPDX-License-Identifier: MIT
#include "domain/spoken_exercise.h"

#include <algorithm>
#include <ranges>

namespace hipflow {
namespace {

/// Takes the words of the exercise, then those of the translation where it has them.
class Speller {
   public:
    explicit Speller(const Exercise& exercise) : language_(exercise.language) {
        take(exercise);
        for (const auto& phase : exercise.phases) {
            result_.phases.push_back({phrase(phase.say), phrase(phase.beat), phase.time});
        }
    }

    void translate(const Translation& translation) {
        language_ = translation.language;
        take(translation);
        if (translation.phases.size() != result_.phases.size()) return;
        for (std::size_t i = 0; i < result_.phases.size(); ++i) {
            const RepPhase& words = translation.phases[i];
            if (!words.say.empty()) result_.phases[i].say = phrase(words.say);
            if (!words.beat.empty()) result_.phases[i].beat = phrase(words.beat);
        }
    }

    SpokenExercise done() && {
        if (result_.brief.text.empty() && !result_.start.empty()) {
            const auto sided = std::ranges::find_if(
                result_.start | std::views::reverse,
                [](const SpokenInstruction& sentence) { return names_side(sentence.words.text); });
            const bool found = sided != std::views::reverse(result_.start).end();
            result_.brief = found ? sided->words : result_.start.front().words;
        }
        return std::move(result_);
    }

   private:
    Phrase phrase(const std::string& text) const { return {text, language_}; }

    template <typename Texts>
    void take(const Texts& texts) {
        const std::string& name = texts.say.empty() ? texts.name : texts.say;
        if (!name.empty()) result_.name = phrase(name);
        take(texts.start, result_.start);
        if (!texts.brief.empty()) {
            result_.brief = phrase(texts.brief);
        } else if (!texts.start.empty()) {
            result_.brief = {};  // that of another language would be out of place
        }
        take(texts.instructions, result_.instructions);
        take(texts.cues, result_.cues);
        take(texts.finish, result_.finish);
    }

    void take(const std::vector<Instruction>& from, std::vector<SpokenInstruction>& to) const {
        if (from.empty()) return;
        std::vector<SpokenInstruction> sentences;
        sentences.reserve(from.size());
        for (std::size_t i = 0; i < from.size(); ++i) {
            const bool same = i < to.size() && from.size() == to.size();
            const auto usual = same ? to[i].act : std::nullopt;
            sentences.push_back({phrase(from[i].say), from[i].act ? from[i].act : usual});
        }
        to = std::move(sentences);
    }

    void take(const std::vector<std::string>& from, std::vector<Phrase>& to) const {
        if (from.empty()) return;
        to.clear();
        to.reserve(from.size());
        for (const auto& text : from) to.push_back(phrase(text));
    }

    std::string language_;
    SpokenExercise result_;
};

}  // namespace

SpokenExercise spoken(const Exercise& exercise, std::string_view language) {
    Speller speller(exercise);
    const auto translation =
        std::ranges::find(exercise.translations, language, &Translation::language);
    if (translation != exercise.translations.end()) speller.translate(*translation);
    return std::move(speller).done();
}

std::string written_name(const Exercise& exercise, std::string_view language) {
    const auto translation =
        std::ranges::find(exercise.translations, language, &Translation::language);
    const bool known = translation != exercise.translations.end() && !translation->name.empty();
    return known ? translation->name : exercise.name;
}

namespace {

/// Calls `visit` with each text of an exercise that may hold placeholders, but for its figure's.
template <typename SomeExercise, typename Visit>
void for_each_text(SomeExercise& exercise, const Visit& visit) {
    for (auto& sentence : exercise.start) visit(sentence.say);
    visit(exercise.brief);
    for (auto& sentence : exercise.instructions) visit(sentence.say);
    for (auto& phase : exercise.phases) {
        visit(phase.say);
        visit(phase.beat);
    }
    for (auto& text : exercise.cues) visit(text);
    for (auto& text : exercise.finish) visit(text);
    visit(exercise.feel);
    for (auto& text : exercise.avoid) visit(text);
}

}  // namespace

Exercise placed(Exercise exercise, Side side, const Phrasebook& phrases) {
    const auto place = [&](std::string& text) {
        text = phrases.place({text, exercise.language}, side).text;
    };
    for_each_text(exercise, place);
    if (exercise.figure) place(exercise.figure->text);
    return exercise;
}

bool names_side(const Exercise& exercise) {
    bool named = false;
    for_each_text(exercise, [&](const std::string& text) { named = named || names_side(text); });
    return named;
}

}  // namespace hipflow
