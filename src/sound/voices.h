// SPDX-License-Identifier: MIT
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/messages.h"
#include "sound/programs.h"

namespace hipflow::sound {

/// What a voice could not do.
struct VoiceFailure {
    std::string language;
    std::string program;  // without its folder
    std::string what;     // "ends with 3"
    std::string text;     // the sentence; empty if the program is not there
    bool operator==(const VoiceFailure&) const = default;
};

/// The voices of a session, one a language, and what stands in where one fails: a sentence is tried
/// once more by espeak-ng; after two in a row it speaks the whole language. Nothing is looked for
/// before its language is spoken.
class Voices {
   public:
    /// Nobody speaks.
    Voices() = default;
    Voices(SpeechSettings settings, Finder find)
        : settings_(std::move(settings)), find_(std::move(find)) {}

    /// Returns who says a sentence; null if nobody can.
    const VoiceProgram* of(const Phrase& phrase) const;
    /// Returns who speaks a language; null if nobody can.
    const VoiceProgram* of_language(const std::string& name) const;
    /// Returns whether a voice that is in use speaks by itself: then nothing can be mixed.
    bool any_speaks_by_itself() const;

    /// To be called when the one who says a sentence has said it, or has failed to.
    void succeeded(const Phrase& phrase);
    /// Returns what is told of it; null where no voice is left that could have failed.
    const VoiceFailure* failed(const Phrase& phrase, std::string what);
    /// All that failed, in the order of time.
    const std::vector<VoiceFailure>& failures() const { return failures_; }

   private:
    static constexpr int most_failures = 2;  // in a row
    struct Language {
        std::vector<VoiceProgram> voices;  // in the order in which they are tried
        std::size_t current = 0;           // behind the last: nobody is left
        int failures = 0;                  // of the current one, in a row
    };
    Language& language(const std::string& name) const;
    std::size_t place_of(const Phrase& phrase) const;  // of the one who says it

    SpeechSettings settings_;
    Finder find_;
    mutable std::map<std::string, Language, std::less<>> languages_;
    /// How many voices have failed at a sentence, by language and text.
    std::map<std::pair<std::string, std::string>, std::size_t> failed_at_;
    mutable std::vector<VoiceFailure> failures_;
};

/// Says what has happened: "The voice 'pico2wave' ends with 3 at "Next: bridge."."
std::string failure_words(const VoiceFailure& failure);

}  // namespace hipflow::sound
