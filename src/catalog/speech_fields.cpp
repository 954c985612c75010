// SPDX-License-Identifier: MIT
#include "catalog/speech_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "catalog/languages.h"
#include "catalog/listing.h"
#include "domain/messages.h"
#include "domain/spelling.h"
#include "text/utf8.h"

namespace hipflow::catalog {
namespace {

using namespace std::chrono_literals;

constexpr Limits<Millis> act_limits{0s, 60s};
constexpr Limits<Millis> phase_limits{500ms, 60s};
constexpr Limits<Millis> rep_time_limits{1s, 60s};  // as those of 'pace'

/// Reads the spoken words of one table.
class SpokenReader {
   public:
    SpokenReader(TableReader& fields, SpeechPlaces& places, bool translated)
        : fields_(fields), places_(places), translated_(translated) {}

    SpokenFields read() {
        SpokenFields spoken;
        places_.whole = fields_.place();
        spoken.say = checked("say", fields_.text("say").value_or(""), fields_.place_of("say"));
        places_.say = fields_.place_of("say");
        read_start(spoken);
        spoken.brief =
            checked("brief", fields_.text("brief").value_or(""), fields_.place_of("brief"));
        places_.brief = fields_.place_of("brief");
        read_do(spoken);
        spoken.cues = texts("cues", places_.cues);
        spoken.finish = texts("finish", places_.finish);
        return spoken;
    }

   private:
    /// Refuses a text with placeholders that are none.
    std::string checked(std::string_view key, std::string text, Place place) {
        if (const auto words = placeholder_fault(text); !words.empty()) {
            fields_.refuse(place, fmt::format("'{}' {}", key, words));
        }
        return text;
    }

    std::vector<std::string> texts(std::string_view key, std::vector<Place>& places) {
        auto placed = fields_.placed_texts(key);
        std::vector<std::string> result;
        result.reserve(placed.size());
        for (auto& [text, place] : placed) {
            result.push_back(checked(key, std::move(text), place));
            places.push_back(place);
        }
        return result;
    }

    void read_start(SpokenFields& spoken) {
        if (fields_.is_text("start")) {
            const Place place = fields_.place_of("start");
            auto text = fields_.text("start");
            if (!text) return;
            spoken.start.push_back({checked("start", *std::move(text), place), {}});
            places_.start.push_back(place);
            return;
        }
        spoken.start = sentences("start", places_.start);
    }

    /// Reads sentences, each a text, or a table with the time that doing it takes.
    std::vector<Instruction> sentences(std::string_view key, std::vector<Place>& places) {
        std::vector<Instruction> result;
        const std::size_t before = fields_.faults();
        auto entries = fields_.texts_or_tables(key, "a sentence");
        result.reserve(entries.size());
        for (auto& entry : entries) {
            if (auto* const text = std::get_if<TableReader::PlacedText>(&entry)) {
                places.push_back(text->place);
                result.push_back({checked(key, std::move(text->text), text->place), {}});
            } else if (auto* const table = std::get_if<TableReader>(&entry)) {
                places.push_back(table->place());
                result.push_back(sentence(*table));
            }
        }
        if (result.empty() && fields_.has(key) && fields_.faults() == before) {
            fields_.refuse(fields_.place_of(key),
                           fmt::format("'{}' is empty, expected at least one sentence", key));
        }
        return result;
    }

    Instruction sentence(TableReader& table) {
        Instruction result;
        table.require({"say"});
        result.say = checked("say", table.text("say").value_or(""), table.place_of("say"));
        result.act = table.duration("act", act_limits);
        table.refuse_unknown();
        return result;
    }

    /// Reads `do`: plain sentences, or the phases of a rep.
    void read_do(SpokenFields& spoken) {
        const std::size_t before = fields_.faults();
        auto entries = fields_.texts_or_tables("do", "a phase");
        for (auto& entry : entries) {
            if (auto* const text = std::get_if<TableReader::PlacedText>(&entry)) {
                places_.movement.push_back(text->place);
                spoken.instructions.push_back(
                    {checked("do", std::move(text->text), text->place), {}});
            } else if (auto* const table = std::get_if<TableReader>(&entry)) {
                places_.movement.push_back(table->place());
                spoken.phases.push_back(phase(*table));
            }
        }
        if (fields_.faults() > before || !fields_.has("do")) return;
        const Place place = fields_.place_of("do");
        if (entries.empty()) {
            fields_.refuse(place, "'do' is empty, expected at least one instruction");
        } else if (!spoken.instructions.empty() && !spoken.phases.empty()) {
            fields_.refuse(place,
                           "'do' has sentences and phases; write all of it in sentences, or all "
                           "of it as phases such as { say = \"…\", beat = \"up\", time = \"2s\" }");
        } else if (!spoken.phases.empty() && !translated_) {
            check_rep(place, shortest_rep(spoken.phases));
        }
    }

    void check_rep(Place place, Millis rep) {
        if (rep >= rep_time_limits.least && rep <= rep_time_limits.most) return;
        fields_.refuse(place, fmt::format("the phases of 'do' take {}, expected 1s to 1m in all",
                                          format_duration(rep)));
    }

    RepPhase phase(TableReader& table) {
        RepPhase result;
        table.require({"say"});
        result.say = checked("say", table.text("say").value_or(""), table.place_of("say"));
        result.beat = checked("beat", table.text("beat").value_or(""), table.place_of("beat"));
        if (!translated_) {
            table.require({"time"});
            result.time = table.duration("time", phase_limits).value_or(0ms);
            result.pose = table.text("pose");
        }
        table.refuse_unknown();
        return result;
    }

    TableReader& fields_;
    SpeechPlaces& places_;
    bool translated_;
};

/// Collects the places of texts that say differently for the left and for the right.
class SideWords {
   public:
    void add(std::string_view text, Place place) {
        if (names_side(text)) places_.push_back(place);
    }
    const std::vector<Place>& places() const { return places_; }

   private:
    std::vector<Place> places_;
};

}  // namespace

SpokenFields read_spoken(TableReader& fields, SpeechPlaces& places, bool translated) {
    return SpokenReader(fields, places, translated).read();
}

void refuse_side_words(TableReader& fields, const ExercisePlaces& places,
                       const Exercise& exercise) {
    const SpeechPlaces& speech = places.speech;
    SideWords found;
    for (std::size_t i = 0; i < exercise.start.size(); ++i) {
        found.add(exercise.start[i].say, speech.start.at(i));
    }
    found.add(exercise.brief, speech.brief);
    for (std::size_t i = 0; i < exercise.instructions.size(); ++i) {
        found.add(exercise.instructions[i].say, speech.movement.at(i));
    }
    const bool phased = exercise.instructions.empty();  // else the places are not those of phases
    for (std::size_t i = 0; phased && i < exercise.phases.size(); ++i) {
        found.add(exercise.phases[i].say, speech.movement.at(i));
        found.add(exercise.phases[i].beat, speech.movement.at(i));
    }
    for (std::size_t i = 0; i < exercise.cues.size(); ++i) {
        found.add(exercise.cues[i], speech.cues.at(i));
    }
    for (std::size_t i = 0; i < exercise.finish.size(); ++i) {
        found.add(exercise.finish[i], speech.finish.at(i));
    }
    if (exercise.figure) found.add(exercise.figure->text, places.figure.text);
    for (const Place place : found.places()) {
        fields.refuse(place,
                      "this text has words for one side, but sides = \"both\" does both at once; "
                      "take them out, or say sides = \"each\" or \"alternate\"");
    }
}

std::optional<std::string> read_language(TableReader& fields, std::string_view key) {
    auto text = fields.text(key);
    if (!text || is_language(*text)) return text;
    fields.refuse(fields.place_of(key),
                  fmt::format("'{}' is \"{}\", expected the code of a language in two or three "
                              "small letters, such as \"de\".{}",
                              key, shown(*text), language_hint(*text, bundled_languages())));
    return {};
}

std::string pose_fault(const RepPhase& phase, const Figure& figure) {
    if (!phase.pose) return {};
    std::vector<std::string> known;
    known.reserve(figure.poses.size());
    for (const auto& pose : figure.poses) known.push_back(pose.name);
    if (std::ranges::find(known, *phase.pose) != known.end()) return {};
    return fmt::format("the figure has no pose '{}'.{}", shown(*phase.pose),
                       did_you_mean(*phase.pose, known));
}

}  // namespace hipflow::catalog
