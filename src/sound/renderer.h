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

namespace hipflow::sound {

/// Renders sentences into files ahead of time, one program at a time, without waiting for any. A
/// file holds one sentence, without the silence around it and as loud as every other: tones, volume
/// and pauses are added when it is played.
class Renderer {
   public:
    /// Renders nothing without a voice. `folder` is made (0700) when it is needed.
    Renderer(std::optional<VoiceProgram> voice, std::filesystem::path folder);

    /// Returns the length of a sentence, or nullopt if it has not been rendered.
    std::optional<Millis> length_of(const std::string& text);
    /// Returns the same without looking into the folder: only what this session has asked for.
    std::optional<Millis> known_length(std::string_view text) const;
    /// Loads a sentence. Returns nullopt if it has not been rendered.
    std::optional<Wav> load(const std::string& text) const;
    /// Has a sentence rendered, before all others if it is urgent.
    void want(const std::string& text, bool urgent);
    /// Takes over what is done and begins the next. Returns when to call it again at the latest, or
    /// nullopt if nothing is left to do.
    std::optional<Millis> attend(Millis now);

    /// Returns whether the voice could not render this sentence.
    bool has_failed_at(const std::string& text) const { return failed_.contains(text); }
    /// Returns whether the voice has failed so often that it is given up.
    bool has_failed() const { return failures_ >= most_failures; }
    /// Returns whether nothing is left to be rendered.
    bool is_idle() const { return !job_ && wanted_.empty(); }
    /// Returns whether sounds cannot be written, so that no player has any to play.
    bool cannot_write() const { return cannot_write_; }
    const std::filesystem::path& folder() const { return folder_; }

    /// Writes a sound that is played once. Returns its path, or nullopt if it cannot be written.
    std::optional<std::string> write(const Wav& wav, const std::string& title);
    /// Returns measured lengths as they stand, with `else_estimate` for the rest.
    Lengths lengths(Lengths else_estimate) const;
    /// Removes files that no session has used for a long time.
    void prune() const;

   private:
    static constexpr int most_failures = 2;  // in a row
    struct Job {
        std::string text;
        platform::Child child;
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

}  // namespace hipflow::sound
