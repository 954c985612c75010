// SPDX-License-Identifier: MIT
#pragma once
#include <deque>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "platform/child.h"
#include "sound/programs.h"
#include "sound/utterance.h"

namespace hipflow {

/// A sound that can be played.
struct Recording {
    std::string file;
    Millis length{};
};

/// What is heard, as it stands in the title of its file: "[end] Change sides: right."
std::string title_of(const Utterance& utterance);

/// Makes sounds ahead of time into the cache, one child at a time, and never waits for one.
class Renderer {
   public:
    /// Without a voice, tones alone. `volume` 0 to 100. `folder` is made (0700) when it is needed.
    Renderer(std::optional<VoiceProgram> voice, int volume, std::filesystem::path folder);

    /// The sound of an utterance, if it has been made.
    std::optional<Recording> find(const Utterance& utterance);
    /// Sees to it that there will be one, before all others if it is urgent.
    void want(const Utterance& utterance, bool urgent);
    /// Time has passed: takes over what is done, begins the next. When to look again at the latest,
    /// while there is something to do.
    std::optional<Millis> attend(Millis now);

    /// Whether the voice has failed so often that nothing is to be expected of it.
    bool has_failed() const { return failures_ >= most_failures; }
    /// Whether there is no place for sounds: no player will ever have one to play.
    bool cannot_write() const { return cannot_write_; }
    const std::filesystem::path& folder() const { return folder_; }
    /// Removes what no session has used for a long time.
    void prune() const;

   private:
    static constexpr int most_failures = 2;  // in a row
    struct Job {
        Utterance utterance;
        Child child;
        Millis give_up{};
    };

    std::filesystem::path path_of(const Utterance& utterance) const;
    std::filesystem::path part_of(const Utterance& utterance) const;
    void begin(const Utterance& utterance, Millis now);
    void finish(const Utterance& utterance, int status);
    bool write(const Utterance& utterance, const Samples& speech, int rate);

    std::optional<VoiceProgram> voice_;
    int volume_;
    std::filesystem::path folder_;
    std::deque<Utterance> wanted_;
    std::optional<Job> job_;
    std::map<std::string, Recording> known_;  // by path
    int failures_ = 0;
    bool cannot_write_ = false;
};

}  // namespace hipflow
