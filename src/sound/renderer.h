// SPDX-License-Identifier: MIT
#pragma once
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/messages.h"
#include "domain/speech.h"
#include "platform/program.h"
#include "sound/voices.h"
#include "sound/wav.h"

namespace hipflow::sound {

/// How far the rendering of sentences has come.
struct Progress {
    std::size_t done = 0;
    std::size_t total = 0;
    Millis left{};  // by the pace so far
};

/// Renders sentences into files ahead of time, one program at a time, without waiting for any. A
/// file holds one sentence, without the silence around it and as loud as every other: tones, volume
/// and pauses are added when it is played. What no voice can render is let go.
class Renderer {
   public:
    /// `folder` is made (0700) when it is needed.
    Renderer(Voices voices, std::filesystem::path folder);
    /// Ends what is being rendered.
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    /// Returns the length of a sentence, or nullopt if it has not been rendered.
    std::optional<Millis> length_of(const Phrase& phrase);
    /// Returns the same without looking into the folder: only what this session has asked for.
    std::optional<Millis> known_length(std::string_view text, std::string_view language) const;
    /// Loads a sentence. Returns nullopt if it has not been rendered.
    std::optional<Wav> load(const Phrase& phrase) const;
    /// Has a sentence rendered, before all others if it is urgent.
    void want(const Phrase& phrase, bool urgent);
    /// Takes over what is done and begins the next. Returns when to call it again at the latest, or
    /// nullopt if nothing is left to do.
    std::optional<Millis> attend(Millis now);

    /// Notes that the one who says a sentence has failed to; the next one tries it, if there is
    /// one.
    void fail(const Phrase& phrase, std::string what);

    Voices& voices() { return voices_; }
    const Voices& voices() const { return voices_; }
    /// Returns whether no voice can say this sentence.
    bool has_failed_at(const Phrase& phrase) const { return voices_.of(phrase) == nullptr; }
    /// Returns whether nothing is left to be rendered.
    bool is_idle() const { return !job_ && wanted_.empty(); }
    Progress progress() const;
    /// Returns whether sounds cannot be written, so that no player has any to play.
    bool cannot_write() const { return cannot_write_; }
    const std::filesystem::path& folder() const { return folder_; }

    /// Writes a sound that is played once. Returns its path, or nullopt if it cannot be written.
    std::optional<std::string> write(const Wav& wav, const std::string& title);
    /// Returns measured lengths as they stand, with `else_estimate` for the rest.
    Lengths lengths(Lengths else_estimate) const;

   private:
    struct Known {
        Millis length{};
        std::filesystem::path path;
    };
    using ByText = std::map<std::string, Known, std::less<>>;
    struct Job {
        Phrase phrase;
        VoiceProgram voice;
        platform::Child child;
        Millis begun{};
        bool hangs = false;
    };

    std::filesystem::path path_of(const VoiceProgram& voice, const std::string& text) const;
    std::filesystem::path part() const;
    const Known* known(std::string_view text, std::string_view language) const;
    void begin(const Phrase& phrase, Millis now);
    void finish(const Job& job, int status);
    bool save(const Wav& wav, const std::string& title, const std::filesystem::path& path);

    Voices voices_;
    std::filesystem::path folder_;
    std::deque<Phrase> wanted_;
    std::set<std::pair<std::string, std::string>> asked_for_;  // language and text
    std::optional<Job> job_;
    std::map<std::string, ByText, std::less<>> known_;  // by language
    Millis spent_{};                                    // on the jobs that have ended
    int ended_ = 0;
    int played_ = 0;
    bool cannot_write_ = false;
};

/// Removes from the folder of rendered sentences what no session has used for a long time, and what
/// a session left that was killed.
void prune(const std::filesystem::path& folder);

/// Returns what the voices of the last session could not do, as its renderer left it in its folder.
std::vector<VoiceFailure> last_failures(const std::filesystem::path& folder);
/// Forgets it, where a session begins.
void forget_failures(const std::filesystem::path& folder);

}  // namespace hipflow::sound
