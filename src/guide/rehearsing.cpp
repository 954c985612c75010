// SPDX-License-Identifier: MIT
#include "guide/rehearsing.h"

#include <fmt/format.h>

#include <utility>

#include "guide/after.h"
#include "guide/conductor.h"
#include "report/program_text.h"

namespace hipflow::guide {

void play_rehearsal(const std::shared_ptr<const session::Script>& script,
                    const platform::Clock& clock, terminal::Face& face, const CareWords& words,
                    const Settings& settings) {
    Conductor conductor(clock, face, words, nullptr, nullptr, settings.pain, {});
    conductor.run(session::begin(script));
    if (!coach::asks_for_help(conductor.ending())) return;
    const Close close = close_of(conductor.ending(), conductor.worst(), {}, coach::Ending::session,
                                 settings.emergency_number, words);
    face.say(fmt::format("{}{}\n", close.words, coach::last_words(close.ending, words)));
}

std::vector<std::string> news_before(const catalog::Library& library,
                                     const today::ChosenRoutine& chosen) {
    std::vector<std::string> news;
    const std::string_view beginning = today::beginning_words(chosen.beginning);
    if (!beginning.empty()) news.emplace_back(beginning);
    if (chosen.enrolled) {
        for (auto& sentence : report::program_sentences(*chosen.enrolled)) {
            news.push_back(std::move(sentence));
        }
    }
    for (const auto* unlisted : {&library.unlisted_routines(), &library.unlisted_exercises()}) {
        for (const auto& fault : *unlisted) news.push_back(fault.text() + '.');
    }
    return news;
}

AskPeak when_to_ask_peak(const Settings& settings, bool hands_free, bool ask) {
    return ask && !hands_free ? settings.ask_peak : AskPeak::at_the_end;
}

}  // namespace hipflow::guide
