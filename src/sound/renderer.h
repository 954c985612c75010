// SPDX-License-Identifier: MIT
#pragma once
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "platform/program.h"
#include "session/score.h"
#include "sound/programs.h"
#include "sound/wav.h"

namespace hipflow {

/// Renders sentences ahead of time into files, one child at a time, and never waits for one. A file
/// holds one sentence, without the silence around it and as loud as every other: tones, volume and
/// distances are mixed when it is played.
class Renderer {
   public:
    /// Without a voice nothing is rendered. `folder` is made (0700) when it is needed.
    Renderer(std::optional<VoiceProgram> voice, std::filesystem::path folder);

    /// How long a sentence is, if it has been rendered.
    std::optional<Millis> length_of(const std::string& text);
    /// The same, of what this session has looked at.
    std::optional<Millis> known_length(std::string_view text) const;
    /// The sentence itself, if it has been rendered.
    std::optional<Wav> load(const std::string& text) const;
    /// Sees to it that it will be, before all others if it is urgent.
    void want(const std::string& text, bool urgent);
    /// Time has passed: takes over what is done, begins the next. When to look again at the latest,
    /// while there is something to do.
    std::optional<Millis> attend(Millis now);

    /// Whether the voice could not render this one.
    bool has_failed_at(const std::string& text) const { return failed_.contains(text); }
    /// Whether the voice has failed so often that nothing is to be expected of it.
    bool has_failed() const { return failures_ >= most_failures; }
    /// Whether nothing is left to be rendered.
    bool is_idle() const { return !job_ && wanted_.empty(); }
    /// Whether there is no place for sounds: no player will ever have one to play.
    bool cannot_write() const { return cannot_write_; }
    const std::filesystem::path& folder() const { return folder_; }

    /// Writes a sound to be played once. Its path; nothing where it cannot be written.
    std::optional<std::string> write(const Wav& wav, const std::string& title);
    /// Measured lengths as they stand, and `else_estimate` for the rest.
    Lengths lengths(Lengths else_estimate) const;
    /// Removes what no session has used for a long time.
    void prune() const;

   private:
    static constexpr int most_failures = 2;  // in a row
    struct Job {
        std::string text;
        Child child;
        Millis give_up{};
    };

    std::filesystem::path path_of(const std::string& text) const;
    std::filesystem::path part_of(const std::string& text) const;
    void begin(const std::string& text, Millis now);
    void finish(const std::string& text, int status);
    void fail(const std::string& text);
    bool save(const Wav& wav, const std::string& title, const std::filesystem::path& path);

    std::optional<VoiceProgram> voice_;
    std::string voice_key_;  // what makes the voice sound as it does
    std::filesystem::path folder_;
    std::deque<std::string> wanted_;
    std::optional<Job> job_;
    std::map<std::string, Millis, std::less<>> known_;  // by text
    std::set<std::string> failed_;
    int failures_ = 0;
    int played_ = 0;
    bool cannot_write_ = false;
};

}  // namespace hipflow
