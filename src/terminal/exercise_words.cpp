// SPDX-License-Identifier: MIT
#include "terminal/exercise_words.h"

#include <utility>

#include "domain/dose.h"
#include "domain/spoken_exercise.h"
#include "session/teller.h"

namespace hipflow::terminal {
namespace {

/// The texts of the exercise under way, as they read for the side that works.
class Reading {
   public:
    explicit Reading(const session::Player& player)
        : hearing_(&player.script->hearing),
          side_(working_side(player)),
          on_bed_(session::current_work(player).exercise.on == Surface::bed),
          note_(session::current_work(player).note),
          words_(spoken(session::current_work(player).exercise, session::language_of(*hearing_))) {}

    std::vector<std::string> introduction() const {
        std::vector<std::string> paragraphs;
        std::string start = on_bed_ ? hearing_->say(Say::on_bed).text : std::string();
        for (const auto& sentence : words_.start) {
            if (!start.empty()) start += ' ';
            start += text(sentence.words);
        }
        if (!start.empty()) paragraphs.push_back(std::move(start));
        if (note_) paragraphs.push_back(*note_);
        for (const auto& sentence : words_.instructions) paragraphs.push_back(text(sentence.words));
        for (const auto& phase : words_.phases) {
            if (!phase.say.text.empty()) paragraphs.push_back(text(phase.say));
        }
        return paragraphs;
    }

    std::vector<std::string> reminders() const { return texts(words_.cues); }
    std::vector<std::string> finish() const { return texts(words_.finish); }

   private:
    std::string text(const Phrase& phrase) const { return hearing_->place(phrase, side_).text; }
    std::vector<std::string> texts(const std::vector<Phrase>& phrases) const {
        std::vector<std::string> all;
        all.reserve(phrases.size());
        for (const auto& phrase : phrases) all.push_back(text(phrase));
        return all;
    }

    const session::Hearing* hearing_;
    Side side_;
    bool on_bed_;
    std::optional<std::string> note_;
    SpokenExercise words_;
};

}  // namespace

Side working_side(const session::Player& player) {
    const Side side = session::current_segment(player).side;
    if (side != Side::both) return side;
    const session::PlannedSet& set = session::current_set(player);
    if (set.key.side != Side::both) return set.key.side;
    return player.script->timeline.segments[set.first].side;
}

std::string amount_and_load(const Work& work) {
    const std::string amount = amount_words(work);
    return work.load ? amount + ", with " + *work.load : amount;
}

std::string exercise_name(const Work& work, const session::Player& player) {
    return written_name(work.exercise, session::language_of(player.script->hearing));
}

std::string exercise_name(const session::Player& player) {
    return exercise_name(session::current_work(player), player);
}

std::vector<std::string> introduction_of(const session::Player& player) {
    return Reading(player).introduction();
}

std::vector<std::string> explanation_of(const session::Player& player) {
    const Reading reading(player);
    auto paragraphs = reading.introduction();
    for (auto& sentence : reading.reminders()) paragraphs.push_back(std::move(sentence));
    for (auto& sentence : reading.finish()) paragraphs.push_back(std::move(sentence));
    return paragraphs;
}

std::vector<std::string> reminders_of(const session::Player& player) {
    return Reading(player).reminders();
}

}  // namespace hipflow::terminal
