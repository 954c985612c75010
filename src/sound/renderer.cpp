// SPDX-License-Identifier: MIT
#include "sound/renderer.h"

#include <fmt/format.h>
#include <sys/stat.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <fstream>
#include <utility>

#include "platform/files.h"
#include "sound/wav.h"

namespace hipflow {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr Millis longest_rendering = 5s;
constexpr Millis before_words = 45ms;  // between a tone and words
constexpr Millis waking_silence = 300ms;
constexpr auto kept_unused = std::chrono::hours(24 * 60);

std::string hash_of(const std::string& content) {
    const XXH128_hash_t hash = XXH3_128bits(content.data(), content.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

void append(Samples& samples, const Samples& more) {
    samples.insert(samples.end(), more.begin(), more.end());
}

/// 0700 all the way: what is said in a session is about somebody's body.
bool make_folder(const fs::path& folder) {
    if (folder.empty() || fs::exists(folder)) return true;
    return make_folder(folder.parent_path()) && mkdir(folder.c_str(), S_IRWXU) == 0;
}

/// Nothing but the beginning is read: a session has hundreds of sounds.
std::optional<Millis> length_at(const fs::path& path) {
    std::error_code missing;
    const auto size = fs::file_size(path, missing);
    if (missing || size == 0) return std::nullopt;
    std::array<char, 64> beginning{};
    std::ifstream file(path, std::ios::binary);
    file.read(beginning.data(), beginning.size());
    const std::string_view read(beginning.data(), static_cast<std::size_t>(file.gcount()));
    return length_of_file(read, size).value_or(Millis{0});
}

}  // namespace

std::string title_of(const Utterance& utterance) {
    if (!utterance.tone) return utterance.text;
    const std::string tone = fmt::format("[{}]", word(*utterance.tone));
    return utterance.text.empty() ? tone : fmt::format("{} {}", tone, utterance.text);
}

Renderer::Renderer(std::optional<VoiceProgram> voice, int volume, fs::path folder)
    : voice_(std::move(voice)), volume_(volume), folder_(std::move(folder)) {}

/// Everything that makes it sound as it does is part of its name.
fs::path Renderer::path_of(const Utterance& utterance) const {
    std::string content =
        fmt::format("1\n{}\n{}\n{}\n", volume_, utterance.first, title_of(utterance));
    if (voice_ && !utterance.text.empty()) {
        for (const auto& argument : voice_->command) content += argument + '\n';
    }
    return folder_ / (hash_of(content) + ".wav");
}

fs::path Renderer::part_of(const Utterance& utterance) const {
    return path_of(utterance).replace_extension(".part.wav");
}

std::optional<Recording> Renderer::find(const Utterance& utterance) {
    const std::string path = path_of(utterance).string();
    const auto known = known_.find(path);
    if (known != known_.end()) return known->second;
    const auto length = length_at(path);
    if (!length) return std::nullopt;
    // Of a file that is no WAV nobody knows how long it is; an estimate does.
    Recording recording{path, *length > 0ms ? *length : spoken_length(utterance.text)};
    std::error_code untouched;
    fs::last_write_time(path, fs::file_time_type::clock::now(), untouched);  // so that it is kept
    return known_.emplace(path, std::move(recording)).first->second;
}

void Renderer::want(const Utterance& utterance, bool urgent) {
    if (!urgent) return wanted_.push_back(utterance);
    const auto path = path_of(utterance);
    const bool is_next = (job_ && path_of(job_->utterance) == path) ||
                         (!wanted_.empty() && path_of(wanted_.front()) == path);
    if (!is_next) wanted_.push_front(utterance);
}

std::optional<Millis> Renderer::attend(Millis now) {
    if (job_) {
        if (now >= job_->give_up) job_->child.send(SIGKILL);
        const auto status = job_->child.ended();
        if (!status) return job_->give_up;
        const Utterance done = std::move(job_->utterance);
        job_.reset();
        finish(done, *status);
    }
    // What needs no child is done at once, but not so much of it that a cue would be late.
    for (int made = 0; !job_ && !wanted_.empty() && made < 4; ++made) {
        const Utterance next = std::move(wanted_.front());
        wanted_.pop_front();
        cannot_write_ = cannot_write_ || !make_folder(folder_);
        if (!cannot_write_ && !find(next)) begin(next, now);
    }
    if (job_) return job_->give_up;
    return wanted_.empty() ? std::nullopt : std::optional(now);
}

void Renderer::begin(const Utterance& utterance, Millis now) {
    if (utterance.text.empty()) {
        write(utterance, {}, sample_rate);
        return;
    }
    if (!voice_ || has_failed()) return;
    auto child = Child::start(speaking(*voice_, utterance.text, part_of(utterance).string()));
    if (!child) {
        ++failures_;
        return;
    }
    job_.emplace(Job{utterance, *std::move(child), now + longest_rendering});
}

void Renderer::finish(const Utterance& utterance, int status) {
    const fs::path part = part_of(utterance);
    std::error_code unmade;
    const auto wav = status == 0 ? decode(file_content(part).value_or("")) : std::nullopt;
    if (wav) {
        failures_ = write(utterance, trimmed(wav->samples), wav->rate) ? 0 : failures_ + 1;
        fs::remove(part, unmade);
    } else if (status == 0 && length_at(part)) {
        // Some other format: played as it is, if the player can.
        fs::rename(part, path_of(utterance), unmade);
        failures_ = 0;
    } else {
        ++failures_;
        fs::remove(part, unmade);
    }
}

bool Renderer::write(const Utterance& utterance, const Samples& speech, int rate) {
    Samples samples;
    if (utterance.first || utterance.rank == Rank::waking) {
        append(samples, silence(waking_silence, rate));
    }
    if (utterance.tone) append(samples, samples_of(*utterance.tone, rate));
    if (utterance.tone && !speech.empty()) append(samples, silence(before_words, rate));
    append(samples, speech);
    const fs::path path = path_of(utterance);
    const fs::path draft = part_of(utterance).replace_extension(".draft");
    {
        std::ofstream file(draft, std::ios::binary);
        file << encode({rate, at_volume(std::move(samples), volume_)}, title_of(utterance));
        if (!file.flush()) cannot_write_ = true;
    }
    std::error_code failed;
    fs::rename(draft, path, failed);
    cannot_write_ = cannot_write_ || failed;
    return !cannot_write_;
}

void Renderer::prune() const {
    std::error_code unreadable;
    const auto now = fs::file_time_type::clock::now();
    for (const auto& entry : fs::directory_iterator(folder_, unreadable)) {
        const auto used = fs::last_write_time(entry.path(), unreadable);
        if (!unreadable && now - used > kept_unused) fs::remove(entry.path(), unreadable);
    }
}

}  // namespace hipflow
