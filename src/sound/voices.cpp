// SPDX-License-Identifier: MIT
#include "sound/voices.h"

#include <fmt/format.h>

#include <algorithm>

namespace hipflow::sound {

Voices::Language& Voices::language(const std::string& name) const {
    const auto known = languages_.find(name);
    if (known != languages_.end()) return known->second;
    Language& found = languages_[name];
    if (!find_) return found;
    if (auto voice = find_voice(settings_, name, find_)) {
        found.voices.push_back(*std::move(voice));
    } else if (const auto* command = command_for(settings_, name)) {
        failures_.push_back({name, program_name(command->front()), "is not found", ""});
    }
    auto substitute = find_substitute(settings_, name, find_);
    if (substitute && std::ranges::find(found.voices, *substitute) == found.voices.end()) {
        found.voices.push_back(*std::move(substitute));
    }
    return found;
}

std::size_t Voices::place_of(const Phrase& phrase) const {
    const auto failed = failed_at_.find({phrase.language, phrase.text});
    const std::size_t tried = failed != failed_at_.end() ? failed->second : 0;
    return std::max(tried, language(phrase.language).current);
}

const VoiceProgram* Voices::of(const Phrase& phrase) const {
    const auto& voices = language(phrase.language).voices;
    const std::size_t place = place_of(phrase);
    return place < voices.size() ? &voices[place] : nullptr;
}

const VoiceProgram* Voices::of_language(const std::string& name) const {
    const Language& spoken = language(name);
    return spoken.current < spoken.voices.size() ? &spoken.voices[spoken.current] : nullptr;
}

bool Voices::any_speaks_by_itself() const {
    return std::ranges::any_of(languages_, [](const auto& one) {
        const Language& spoken = one.second;
        return spoken.current < spoken.voices.size() && !spoken.voices[spoken.current].renders();
    });
}

void Voices::succeeded(const Phrase& phrase) {
    Language& spoken = language(phrase.language);
    if (place_of(phrase) == spoken.current) spoken.failures = 0;
}

const VoiceFailure* Voices::failed(const Phrase& phrase, std::string what) {
    Language& spoken = language(phrase.language);
    const std::size_t place = place_of(phrase);
    if (place >= spoken.voices.size()) return nullptr;
    failures_.push_back(
        {phrase.language, spoken.voices[place].name(), std::move(what), phrase.text});
    failed_at_[{phrase.language, phrase.text}] = place + 1;
    if (place == spoken.current && ++spoken.failures >= most_failures) {
        ++spoken.current;
        spoken.failures = 0;
    }
    return &failures_.back();
}

std::string failure_words(const VoiceFailure& failure) {
    const std::string at = failure.text.empty() ? "" : fmt::format(" at \"{}\"", failure.text);
    return fmt::format("the voice '{}' {}{}", failure.program, failure.what, at);
}

}  // namespace hipflow::sound
