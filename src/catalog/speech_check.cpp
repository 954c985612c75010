// SPDX-License-Identifier: MIT
#include "catalog/speech_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "catalog/listing.h"
#include "catalog/speech_words.h"
#include "domain/dose.h"
#include "domain/spelling.h"

namespace hipflow::catalog {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t most_words = 16;
constexpr Millis longest_sentence{4'500};
constexpr Millis longest_start{12'000};
constexpr Millis longest_name{1'500};
constexpr Millis longest_brief{3'500};
constexpr Millis longest_cue{3'000};
constexpr Millis longest_finish{3'500};
constexpr Millis longest_beat{700};
constexpr Millis after_beat{300};
constexpr Millis least_phase{2'000};  // words of a phase may take so long, however short it is
constexpr Millis between_sentences{350};
constexpr std::size_t near_names = 3;

std::string in_seconds(Millis value) {
    return fmt::format("{:.1f} s", static_cast<double>(value.count()) / 1000);
}

/// A list of texts under one key of the file.
struct PlacedTexts {
    std::string_view key;
    std::vector<Phrase> texts;
    std::vector<Place> places;
};

/// Holds the words of one exercise in one language against the rules.
class SpeechChecker {
   public:
    SpeechChecker(const Exercise& exercise, const SpeechPlaces& places, const HeardAs& heard)
        : exercise_(exercise), places_(places), heard_(heard) {}

    void name(const Phrase& phrase) {
        const Place place = places_.say == Place{} ? places_.whole : places_.say;
        spoken(place, "say", phrase);
        longest(place, "say", phrase, longest_name);
    }

    void start(const PlacedTexts& sentences) {
        Millis all{0};
        for (std::size_t i = 0; i < sentences.texts.size(); ++i) {
            sentence(sentences, i);
            all += length(sentences.texts[i]) + (i > 0 ? between_sentences : 0ms);
        }
        if (all > longest_start && !sentences.places.empty()) {
            remark(sentences.places.front(),
                   fmt::format("'start' takes {} in all, expected at most {}; leave out what the "
                               "position does not need",
                               in_seconds(all), in_seconds(longest_start)));
        }
        name_the_side(sentences);
    }

    void brief(const Phrase& phrase) {
        if (phrase.text.empty() || places_.brief == Place{}) return;
        const PlacedTexts all{"brief", {phrase}, {places_.brief}};
        sentence(all, 0);
        longest(places_.brief, "brief", phrase, longest_brief);
    }

    void movement(const PlacedTexts& sentences) {
        for (std::size_t i = 0; i < sentences.texts.size(); ++i) sentence(sentences, i);
    }

    void phase(std::size_t i, const Phrase& say, const Phrase& beat, Millis time) {
        if (i >= places_.movement.size()) return;
        const Place place = places_.movement[i];
        const PlacedTexts all{"do", {say}, {place}};
        if (!say.text.empty()) sentence(all, 0);
        const Millis most = std::max(least_phase, time * 3 / 2);
        if (const Millis words = length(say); words > most) {
            remark(place, fmt::format("the words of this phase take {}, and the phase {}; expected "
                                      "at most {}: shorten them, or give the phase more time",
                                      in_seconds(words), in_seconds(time), in_seconds(most)));
        }
        if (beat.text.empty()) return;
        spoken(place, "beat", beat);
        const Millis alone = time - after_beat;
        const Millis room = say.text.empty() ? alone : std::min(longest_beat, alone);
        if (const Millis words = length(beat); words > room) {
            remark(place, fmt::format("'beat' takes {} to say, expected at most {}: one short word",
                                      in_seconds(words), in_seconds(std::max(room, 0ms))));
        }
    }

    void cues(const PlacedTexts& cues) {
        for (std::size_t i = 0; i < cues.texts.size(); ++i) {
            sentence(cues, i);
            longest(cues.places.at(i), "cues", cues.texts[i], longest_cue);
        }
    }

    void finish(const PlacedTexts& sentences) {
        Millis all{0};
        for (std::size_t i = 0; i < sentences.texts.size(); ++i) {
            sentence(sentences, i);
            all += length(sentences.texts[i]) + (i > 0 ? between_sentences : 0ms);
        }
        if (all > longest_finish && !sentences.places.empty()) {
            remark(sentences.places.front(),
                   fmt::format("'finish' takes {} in all, expected at most {}; shorten it",
                               in_seconds(all), in_seconds(longest_finish)));
        }
    }

    /// Words for a side that tell one from the other, spoken or read.
    void side_words(Place place, std::string_view key, const Phrase& phrase) {
        const std::string left = heard_.phrases.place(phrase, Side::left).text;
        const std::string right = heard_.phrases.place(phrase, Side::right).text;
        if (names_side(phrase.text) && left == right) {
            remark(place, fmt::format("'{}' says the same for the left and for the right; write "
                                      "the two forms, such as {{left|right}}",
                                      key));
        }
        if (phrase.language != "en") return;
        if (const auto side = unclear_side(left); !side.empty()) {
            remark(place, fmt::format("'{}' says \"{}\", which leaves open which side is meant; "
                                      "say left or right, by {{side}} or {{other}}",
                                      key, side));
        }
    }

    void remark(Place place, std::string message) {
        remarks_.push_back({place, std::move(message), false});
    }

    std::vector<SpeechRemark> done() && { return std::move(remarks_); }

   private:
    /// The longer one of the forms for the left and for the right.
    Millis length(const Phrase& phrase) const {
        const Phrase left = heard_.phrases.place(phrase, Side::left);
        const Phrase right = heard_.phrases.place(phrase, Side::right);
        return std::max(heard_.length(left.text, left.language),
                        heard_.length(right.text, right.language));
    }

    void longest(Place place, std::string_view key, const Phrase& phrase, Millis most) {
        const Millis words = length(phrase);
        if (words <= most) return;
        remark(place, fmt::format("'{}' takes {} to say, expected at most {}; shorten it", key,
                                  in_seconds(words), in_seconds(most)));
    }

    /// What holds for whole sentences, and for every spoken text.
    void sentence(const PlacedTexts& texts, std::size_t i) {
        const Phrase& phrase = texts.texts[i];
        const Place place = texts.places.at(i);
        const std::string text = heard_.phrases.place(phrase, Side::left).text;
        spoken(place, texts.key, phrase);
        if (const std::size_t words = word_count(text); words > most_words) {
            remark(place, fmt::format("'{}' has a sentence of {} words, expected at most {}; make "
                                      "two of it",
                                      texts.key, words, most_words));
        } else if (const Millis time = length(phrase); time > longest_sentence) {
            remark(place, fmt::format("'{}' has a sentence of {}, expected at most {}; make two of "
                                      "it",
                                      texts.key, in_seconds(time), in_seconds(longest_sentence)));
        }
    }

    void spoken(Place place, std::string_view key, const Phrase& phrase) {
        const std::string left = heard_.phrases.place(phrase, Side::left).text;
        if (const auto words = unspeakable(left); !words.empty()) {
            remark(place, fmt::format("'{}' {}", key, words));
        }
        side_words(place, key, phrase);
        if (phrase.language != "en") return;
        if (const auto hard = hard_word(left); !hard.empty()) {
            remarks_.push_back({place,
                                fmt::format("'{}' says \"{}\", which not everybody knows; an "
                                            "everyday word is better",
                                            key, hard),
                                true});
        }
    }

    void name_the_side(const PlacedTexts& sentences) {
        if (exercise_.sides != Sides::each || sentences.texts.empty()) return;
        const bool named = std::ranges::any_of(
            sentences.texts, [](const Phrase& phrase) { return names_side(phrase.text); });
        if (named || sentences.places.empty()) return;
        remark(sentences.places.front(),
               "no sentence of 'start' names the side, which is one after the other; write {side}, "
               "{other} or {left form|right form} in one");
    }

    const Exercise& exercise_;
    const SpeechPlaces& places_;
    const HeardAs& heard_;
    std::vector<SpeechRemark> remarks_;
};

/// Puts each text beside its place, as far as the file has it.
template <typename List, typename TextOf>
PlacedTexts with_places(std::string_view key, const List& list, const std::vector<Place>& places,
                        const std::string& language, const TextOf& text_of) {
    PlacedTexts result{key, {}, places};
    result.texts.reserve(std::min(list.size(), places.size()));
    for (std::size_t i = 0; i < list.size() && i < places.size(); ++i) {
        result.texts.push_back({text_of(list[i]), language});
    }
    return result;
}

/// What the words of an exercise and those of a translation have in common.
template <typename Words>
void check_words(SpeechChecker& checker, const Words& words, const SpeechPlaces& places,
                 const std::vector<RepPhase>& times) {
    const auto sentence = [](const Instruction& instruction) { return instruction.say; };
    const auto same = [](const std::string& text) { return text; };
    const std::string& language = words.language;
    checker.name({words.say.empty() ? words.name : words.say, language});
    checker.start(with_places("start", words.start, places.start, language, sentence));
    checker.brief({words.brief, language});
    if (words.phases.empty()) {
        checker.movement(
            with_places("do", words.instructions, places.movement, language, sentence));
    }
    for (std::size_t i = 0; i < words.phases.size() && i < times.size(); ++i) {
        checker.phase(i, {words.phases[i].say, language}, {words.phases[i].beat, language},
                      times[i].time);
    }
    checker.cues(with_places("cues", words.cues, places.cues, language, same));
    checker.finish(with_places("finish", words.finish, places.finish, language, same));
}

std::size_t numbers_of(const std::vector<Millis>& tempo) {
    return static_cast<std::size_t>(
        std::ranges::count_if(tempo, [](Millis time) { return time > Millis{0}; }));
}

std::string counted_reps(const Band<int>& reps, Millis pace, Millis rep) {
    const auto as_many = [&](int n) {
        const double work = static_cast<double>(n) * static_cast<double>(pace.count());
        const auto fitting = std::lround(work / static_cast<double>(rep.count()));
        return std::max(1L, fitting);
    };
    const long bottom = as_many(reps.bottom);
    const long top = as_many(reps.top);
    const std::string time = format_duration(rep);
    if (bottom != top) return fmt::format("{} to {} reps of {} are", bottom, top, time);
    return top == 1 ? fmt::format("1 rep of {} is", time)
                    : fmt::format("{} reps of {} are", top, time);
}

}  // namespace

std::vector<SpeechRemark> check_speech(const Exercise& exercise, const SpeechPlaces& places,
                                       const HeardAs& heard) {
    SpeechChecker checker(exercise, places, heard);
    check_words(checker, exercise, places, exercise.phases);
    const bool is_hold = is_held(exercise.dose) && !exercise.dose.reps;
    if (is_hold && exercise.finish.empty()) {
        checker.remark(places.whole,
                       "a hold needs a 'finish', which says how to come out of it, such as finish "
                       "= [\"Let go slowly.\"]");
    }
    if (const auto words = pace_fault(exercise.dose, exercise); !words.empty()) {
        checker.remark(places.pace, words);
    }
    return std::move(checker).done();
}

std::vector<SpeechRemark> check_figure_words(const Exercise& exercise, Place place,
                                             const HeardAs& heard) {
    if (!exercise.figure) return {};
    const SpeechPlaces none;
    SpeechChecker checker(exercise, none, heard);
    checker.side_words(place, "text", {exercise.figure->text, exercise.language});
    return std::move(checker).done();
}

std::vector<SpeechRemark> check_translation(const Exercise& exercise,
                                            const Translation& translation,
                                            const SpeechPlaces& places, const HeardAs& heard) {
    SpeechChecker checker(exercise, places, heard);
    if (!translation.name.empty() || !translation.say.empty()) {
        check_words(checker, translation, places, exercise.phases);
    } else {
        Translation named = translation;
        named.say = exercise.say;
        check_words(checker, named, places, exercise.phases);
    }
    const auto phases = translation.phases.size();
    const auto sentences = translation.instructions.size();
    const Place place = places.movement.empty() ? places.whole : places.movement.front();
    if (phases > 0 && phases != exercise.phases.size()) {
        checker.remark(place, fmt::format("'do' has {} phases, expected {}, as many as the "
                                          "exercise",
                                          phases, exercise.phases.size()));
    } else if (sentences > 0 && !exercise.phases.empty()) {
        checker.remark(place, fmt::format("'do' has plain sentences, expected the {} phases of the "
                                          "exercise, each with 'say' and 'beat'",
                                          exercise.phases.size()));
    }
    return std::move(checker).done();
}

std::vector<std::string> long_phases(const Step& step, const std::string& language,
                                     const Lengths& length) {
    std::vector<std::string> words;
    for (const auto& phase : step.phases) {
        const Millis said = length(phase.beat, language);
        const Millis room = phase.time - after_beat;
        if (said <= room) continue;
        words.push_back(
            fmt::format("\"{}\" in 'phases' takes {} to say, expected at most {}, so it "
                        "is not said; shorten it, or give the phase more time",
                        phase.beat, in_seconds(said), in_seconds(room)));
    }
    return words;
}

std::string pace_fault(const Dose& dose, const Exercise& exercise) {
    if (exercise.phases.empty() || !dose.reps || is_held(dose)) return {};
    const auto numbers = numbers_of(dose.tempo);
    if (!dose.tempo.empty() && numbers != exercise.phases.size()) {
        return fmt::format(
            "'tempo' has {} numbers, zeros aside, expected {}, one for each phase of '{}'", numbers,
            exercise.phases.size(), exercise.id);
    }
    const Millis rep = shortest_rep(exercise.phases);
    if (!dose.tempo.empty() || !dose.pace || *dose.pace >= rep) return {};
    return fmt::format("pace {} is shorter than the {} of '{}'; {} the same work",
                       format_duration(*dose.pace), format_duration(rep), exercise.id,
                       counted_reps(*dose.reps, *dose.pace, rep));
}

std::string tempo_fault(const Dose& dose, const Exercise& exercise) {
    constexpr std::size_t usual_phases = 4;
    if (dose.tempo.empty() || dose.tempo.size() == usual_phases) return {};
    // More numbers than phases are told by words of their own.
    const std::size_t phases = exercise.phases.size();
    if (phases > 0 && numbers_of(dose.tempo) >= phases) return {};
    if (phases > 0) {
        return fmt::format("'tempo' has {} numbers, expected one for each of the {} phases of '{}'",
                           dose.tempo.size(), phases, exercise.id);
    }
    return fmt::format("'tempo' has {} numbers, expected four: out, hold, back, hold",
                       dose.tempo.size());
}

std::vector<std::string> lacking(const Exercise& exercise, const Translation& translation) {
    std::vector<std::string> keys;
    const auto need = [&](std::string_view key, bool wanted, bool there) {
        if (wanted && !there) keys.emplace_back(key);
    };
    need("name", true, !translation.name.empty());
    need("start", !exercise.start.empty(), !translation.start.empty());
    need("brief", !exercise.brief.empty(), !translation.brief.empty());
    need("do", true, !translation.instructions.empty() || !translation.phases.empty());
    need("cues", !exercise.cues.empty(), !translation.cues.empty());
    need("finish", !exercise.finish.empty(), !translation.finish.empty());
    need("feel", !exercise.feel.empty(), !translation.feel.empty());
    need("avoid", !exercise.avoid.empty(), !translation.avoid.empty());
    return keys;
}

std::vector<std::pair<std::string, std::string>> names_too_close(
    const std::vector<std::string>& names) {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (auto one = names.begin(); one != names.end(); ++one) {
        for (auto other = std::next(one); other != names.end(); ++other) {
            if (edit_distance(lower_case(*one), lower_case(*other)) < near_names) {
                pairs.emplace_back(*one, *other);
            }
        }
    }
    return pairs;
}

}  // namespace hipflow::catalog
