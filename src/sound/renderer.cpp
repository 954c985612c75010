// SPDX-License-Identifier: MIT
#include "sound/renderer.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <fstream>
#include <utility>

#include "platform/files.h"

namespace hipflow::sound {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr Millis longest_rendering = 5s;
constexpr Millis while_ending = 5ms;  // how often to look at a program that was told to end
constexpr auto kept_unused = std::chrono::hours(24 * 60);
constexpr auto played_by_then = std::chrono::hours(24);
constexpr std::string_view played_prefix = "block-";

std::string hash_of(const std::string& content) {
    const XXH128_hash_t hash = XXH3_128bits(content.data(), content.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

/// Makes a folder and those above it, all 0700: what is said in a session is private.
bool make_folder(const fs::path& folder) {
    if (folder.empty() || fs::exists(folder)) return true;
    return make_folder(folder.parent_path()) && mkdir(folder.c_str(), S_IRWXU) == 0;
}

/// Reads only the beginning of a file: a session has hundreds of sentences.
std::optional<Millis> length_at(const fs::path& path) {
    std::error_code missing;
    const auto size = fs::file_size(path, missing);
    if (missing || size == 0) return std::nullopt;
    std::array<char, 64> beginning{};
    std::ifstream file(path, std::ios::binary);
    file.read(beginning.data(), beginning.size());
    const std::string_view read(beginning.data(), static_cast<std::size_t>(file.gcount()));
    return length_of_file(read, size);
}

/// Makes a key of the command and the program as it is now: a new version may sound different.
std::string key_of(const VoiceProgram& voice) {
    std::string key = "2\n";
    for (const auto& argument : voice.command) key += argument + '\n';
    struct stat program {};
    if (stat(voice.command.front().c_str(), &program) == 0) {
        key += fmt::format("{} {}\n", program.st_size, program.st_mtime);
    }
    return key;
}

}  // namespace

Renderer::Renderer(std::optional<VoiceProgram> voice, fs::path folder)
    : voice_(std::move(voice)),
      voice_key_(voice_ ? key_of(*voice_) : ""),
      folder_(std::move(folder)) {}

fs::path Renderer::path_of(const std::string& text) const {
    return folder_ / (hash_of(voice_key_ + text) + ".wav");
}

fs::path Renderer::part_of(const std::string& text) const {
    return path_of(text).replace_extension(".part.wav");
}

std::optional<Millis> Renderer::length_of(const std::string& text) {
    const auto known = known_.find(text);
    if (known != known_.end()) return known->second;
    if (!voice_) return std::nullopt;
    const fs::path path = path_of(text);
    const auto length = length_at(path);
    if (!length) return std::nullopt;
    std::error_code untouched;
    fs::last_write_time(path, fs::file_time_type::clock::now(), untouched);  // so that it is kept
    return known_.emplace(text, *length).first->second;
}

std::optional<Millis> Renderer::known_length(std::string_view text) const {
    const auto known = known_.find(text);
    return known != known_.end() ? std::optional(known->second) : std::nullopt;
}

std::optional<Wav> Renderer::load(const std::string& text) const {
    return decode(platform::file_content(path_of(text)).value_or(""));
}

Lengths Renderer::lengths(Lengths else_estimate) const {
    const auto measured = std::make_shared<const decltype(known_)>(known_);
    return [measured, estimate = std::move(else_estimate)](std::string_view text,
                                                           std::string_view language) {
        const auto known = measured->find(text);
        return known != measured->end() ? known->second : estimate(text, language);
    };
}

void Renderer::want(const std::string& text, bool urgent) {
    if (text.empty() || has_failed_at(text)) return;
    if (!urgent) return wanted_.push_back(text);
    if (job_ && job_->text == text) return;
    std::erase(wanted_, text);
    wanted_.push_front(text);
}

std::optional<Millis> Renderer::attend(Millis now) {
    if (job_) {
        if (now >= job_->give_up) job_->child.send(SIGKILL);
        const auto status = job_->child.ended();
        if (!status) return std::max(job_->give_up, now + while_ending);
        const std::string done = std::move(job_->text);
        job_.reset();
        finish(done, *status);
    }
    // A sentence that is there already is only looked at.
    while (!job_ && !wanted_.empty()) {
        const std::string next = std::move(wanted_.front());
        wanted_.pop_front();
        if (!voice_ || has_failed() || has_failed_at(next) || length_of(next)) continue;
        cannot_write_ = cannot_write_ || !make_folder(folder_);
        if (!cannot_write_) begin(next, now);
    }
    return job_ ? std::optional(job_->give_up) : std::nullopt;
}

void Renderer::begin(const std::string& text, Millis now) {
    if (!voice_) return fail(text);
    auto child = platform::Child::start(speaking(*voice_, text, part_of(text).string()));
    if (!child) return fail(text);
    job_.emplace(Job{text, *std::move(child), now + longest_rendering});
}

void Renderer::finish(const std::string& text, int status) {
    const fs::path part = part_of(text);
    auto wav = status == 0 ? decode(platform::file_content(part).value_or("")) : std::nullopt;
    std::error_code unmade;
    fs::remove(part, unmade);
    if (!wav) return fail(text);
    wav->samples = levelled(trimmed(wav->samples), wav->rate);
    if (wav->samples.empty() || !save(*wav, text, path_of(text))) return fail(text);
    known_[text] = sound::length_of(wav->samples, wav->rate);
    failures_ = 0;
}

void Renderer::fail(const std::string& text) {
    failed_.insert(text);
    ++failures_;
}

bool Renderer::save(const Wav& wav, const std::string& title, const fs::path& path) {
    const fs::path draft = fs::path(path).replace_extension(".draft");
    {
        std::ofstream file(draft, std::ios::binary);
        file << encode(wav, title);
        if (!file.flush()) cannot_write_ = true;
    }
    std::error_code failed;
    fs::rename(draft, path, failed);
    cannot_write_ = cannot_write_ || failed;
    return !cannot_write_;
}

std::optional<std::string> Renderer::write(const Wav& wav, const std::string& title) {
    cannot_write_ = cannot_write_ || !make_folder(folder_);
    if (cannot_write_) return std::nullopt;
    const fs::path path = folder_ / fmt::format("{}{}-{}.wav", played_prefix, getpid(), ++played_);
    if (!save(wav, title, path)) return std::nullopt;
    return path.string();
}

void Renderer::prune() const {
    std::error_code unreadable;
    const auto now = fs::file_time_type::clock::now();
    for (const auto& entry : fs::directory_iterator(folder_, unreadable)) {
        const auto used = fs::last_write_time(entry.path(), unreadable);
        if (unreadable) continue;
        const bool left_over = entry.path().filename().string().starts_with(played_prefix) &&
                               now - used > played_by_then;
        if (left_over || now - used > kept_unused) fs::remove(entry.path(), unreadable);
    }
}

}  // namespace hipflow::sound
