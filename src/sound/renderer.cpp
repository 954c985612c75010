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
#include <sstream>
#include <utility>

#include "domain/number.h"
#include "platform/files.h"

namespace hipflow::sound {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr Millis while_ending = 5ms;  // how often to look at a program that was told to end
constexpr Millis shortest_sentence = 80ms;
constexpr std::uintmax_t largest_file = 64'000'000;
constexpr auto kept_unused = std::chrono::hours(24 * 60);
constexpr auto passing_by_then = std::chrono::hours(24);
constexpr std::string_view played_prefix = "block-";
constexpr std::string_view part_suffix = ".part.wav";
constexpr std::string_view draft_suffix = ".draft";
constexpr std::string_view failures_name = "failures";

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

/// Makes a key of the sentence, the command as it is configured, and the program as it is now: a
/// new version may sound different.
std::string key_of(const VoiceProgram& voice, const std::string& text) {
    constexpr std::string_view version = "3";
    std::string key = fmt::format("{}\n{}\n{}\n", version, voice.language, voice.rate);
    for (const auto& argument : voice.command) {
        key += fmt::format("{} {}\n", argument.size(), argument);
    }
    struct stat program {};
    if (stat(voice.command.front().c_str(), &program) == 0) {
        key += fmt::format("{} {}\n", program.st_size, program.st_mtime);
    }
    return key + text;
}

/// Reads what a voice has written.
std::optional<Wav> written(const fs::path& path) {
    std::error_code missing;
    const auto size = fs::file_size(path, missing);
    if (missing || size > largest_file) return std::nullopt;
    return decode(platform::file_content(path).value_or(""));
}

/// Says what is wrong with a sentence of that length; empty if nothing is.
std::string length_fault(Millis length, const Phrase& phrase, int rate) {
    const auto seconds = static_cast<double>(length.count()) / 1000;
    if (length < shortest_sentence) return fmt::format("speaks for {:.2f} s only", seconds);
    if (length > 4 * spoken_length(phrase.text, rate) + 3s) {
        return fmt::format("speaks for {:.0f} s", seconds);
    }
    return {};
}

/// Returns the process that made a file which is gone when a session ends, by its name:
/// "block-PID-N.wav", "PID.part.wav", "SENTENCE.wav.PID.draft". Returns nullopt for a sentence.
std::optional<pid_t> maker_of(std::string_view name) {
    if (name.starts_with(played_prefix)) {
        name.remove_prefix(played_prefix.size());
    } else if (name.ends_with(draft_suffix)) {
        name.remove_suffix(draft_suffix.size());
        name.remove_prefix(name.rfind('.') + 1);
    } else if (!name.ends_with(part_suffix)) {
        return std::nullopt;
    }
    return take_number<pid_t>(name).value_or(0);
}

std::string one_line(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c == '\t' || c == '\n'; }, ' ');
    return text;
}

void note_failure(const fs::path& folder, const VoiceFailure& failure) {
    std::ofstream file(folder / failures_name, std::ios::binary | std::ios::app);
    file << fmt::format("{}\t{}\t{}\t{}\n", one_line(failure.language), one_line(failure.program),
                        one_line(failure.what), one_line(failure.text));
}

}  // namespace

Renderer::Renderer(Voices voices, fs::path folder)
    : voices_(std::move(voices)), folder_(std::move(folder)) {}

Renderer::~Renderer() {
    if (!job_) return;
    job_.reset();  // its program is gone by then
    std::error_code unmade;
    fs::remove(part(), unmade);
}

fs::path Renderer::path_of(const VoiceProgram& voice, const std::string& text) const {
    return folder_ / (hash_of(key_of(voice, text)) + ".wav");
}

/// Two sessions may render at the same time.
fs::path Renderer::part() const { return folder_ / fmt::format("{}{}", getpid(), part_suffix); }

const Renderer::Known* Renderer::known(std::string_view text, std::string_view language) const {
    const auto spoken = known_.find(language);
    if (spoken == known_.end()) return nullptr;
    const auto found = spoken->second.find(text);
    return found != spoken->second.end() ? &found->second : nullptr;
}

std::optional<Millis> Renderer::length_of(const Phrase& phrase) {
    if (const Known* found = known(phrase.text, phrase.language)) return found->length;
    const VoiceProgram* voice = voices_.of(phrase);
    if (voice == nullptr || !voice->renders()) return std::nullopt;
    fs::path path = path_of(*voice, phrase.text);
    const auto length = length_at(path);
    if (!length) return std::nullopt;
    std::error_code untouched;
    fs::last_write_time(path, fs::file_time_type::clock::now(), untouched);  // so that it is kept
    known_[phrase.language][phrase.text] = {*length, std::move(path)};
    return length;
}

std::optional<Millis> Renderer::known_length(std::string_view text,
                                             std::string_view language) const {
    const Known* found = known(text, language);
    return found != nullptr ? std::optional(found->length) : std::nullopt;
}

std::optional<Wav> Renderer::load(const Phrase& phrase) const {
    const Known* found = known(phrase.text, phrase.language);
    if (found == nullptr) return std::nullopt;
    return decode(platform::file_content(found->path).value_or(""));
}

Lengths Renderer::lengths(Lengths else_estimate) const {
    const auto measured = std::make_shared<const decltype(known_)>(known_);
    return [measured, estimate = std::move(else_estimate)](std::string_view text,
                                                           std::string_view language) {
        const auto spoken = measured->find(language);
        if (spoken == measured->end()) return estimate(text, language);
        const auto found = spoken->second.find(text);
        return found != spoken->second.end() ? found->second.length : estimate(text, language);
    };
}

void Renderer::want(const Phrase& phrase, bool urgent) {
    if (phrase.text.empty() || has_failed_at(phrase)) return;
    const bool is_new = asked_for_.emplace(phrase.language, phrase.text).second;
    if (!urgent) {
        if (is_new) wanted_.push_back(phrase);
        return;
    }
    if (job_ && job_->phrase == phrase) return;
    std::erase(wanted_, phrase);
    wanted_.push_front(phrase);
}

std::optional<Millis> Renderer::attend(Millis now) {
    if (job_) {
        const Millis give_up = job_->begun + longest_answer;
        if (now >= give_up) {
            job_->hangs = true;
            job_->child.send(SIGKILL);
        }
        const auto status = job_->child.ended();
        if (!status) return std::max(give_up, now + while_ending);
        const Job done = *std::move(job_);
        job_.reset();
        spent_ += now - done.begun;
        ++ended_;
        finish(done, *status);
    }
    // A sentence that is there already is only looked at.
    while (!job_ && !wanted_.empty()) {
        const Phrase next = std::move(wanted_.front());
        wanted_.pop_front();
        if (has_failed_at(next) || length_of(next)) continue;
        cannot_write_ = cannot_write_ || !make_folder(folder_);
        if (!cannot_write_) begin(next, now);
    }
    return job_ ? std::optional(job_->begun + longest_answer) : std::nullopt;
}

void Renderer::begin(const Phrase& phrase, Millis now) {
    const VoiceProgram* voice = voices_.of(phrase);
    if (voice == nullptr || !voice->renders()) return;
    std::error_code none;
    fs::remove(part(), none);
    const Invocation call = speaking(*voice, phrase.text, part().string());
    auto child = platform::Child::start(call.arguments, call.input);
    if (!child) return fail(phrase, "cannot be started");
    job_.emplace(Job{phrase, *voice, *std::move(child), now});
}

void Renderer::finish(const Job& job, int status) {
    auto wav = status == 0 && !job.hangs ? written(part()) : std::nullopt;
    std::error_code unmade;
    fs::remove(part(), unmade);
    const Phrase& phrase = job.phrase;
    if (job.hangs) {
        return fail(phrase,
                    fmt::format("gives no answer within {} seconds",
                                std::chrono::floor<std::chrono::seconds>(longest_answer).count()));
    }
    if (status != 0) return fail(phrase, fmt::format("ends with {}", status));
    if (!wav) return fail(phrase, "writes no sound that can be read");
    wav->samples = levelled(trimmed(wav->samples, wav->rate), wav->rate);
    if (wav->samples.empty()) return fail(phrase, "writes silence");
    const Millis length = sound::length_of(wav->samples, wav->rate);
    if (auto fault = length_fault(length, phrase, job.voice.rate); !fault.empty()) {
        return fail(phrase, std::move(fault));
    }
    fs::path path = path_of(job.voice, phrase.text);
    if (!save(*wav, phrase.text, path)) return;
    known_[phrase.language][phrase.text] = {length, std::move(path)};
    voices_.succeeded(phrase);
}

void Renderer::fail(const Phrase& phrase, std::string what) {
    const VoiceFailure* const failure = voices_.failed(phrase, std::move(what));
    if (failure != nullptr && make_folder(folder_)) note_failure(folder_, *failure);
    want(phrase, true);
}

Progress Renderer::progress() const {
    const std::size_t left = wanted_.size() + (job_ ? 1U : 0U);
    const Millis each = ended_ > 0 ? spent_ / ended_ : 0ms;
    const std::size_t total = std::max(asked_for_.size(), left);
    return {total - left, total, each * static_cast<Millis::rep>(left)};
}

bool Renderer::save(const Wav& wav, const std::string& title, const fs::path& path) {
    const fs::path draft = fmt::format("{}.{}{}", path.string(), getpid(), draft_suffix);
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

void prune(const fs::path& folder) {
    std::error_code unreadable;
    const auto now = fs::file_time_type::clock::now();
    for (const auto& entry : fs::directory_iterator(folder, unreadable)) {
        const auto used = fs::last_write_time(entry.path(), unreadable);
        if (unreadable) continue;
        const auto maker = maker_of(entry.path().filename().string());
        const bool left = maker && (!platform::is_running(*maker) || now - used > passing_by_then);
        if (left || now - used > kept_unused) fs::remove(entry.path(), unreadable);
    }
}

std::vector<VoiceFailure> last_failures(const fs::path& folder) {
    std::vector<VoiceFailure> failures;
    std::istringstream lines(platform::file_content(folder / failures_name).value_or(""));
    for (std::string line; std::getline(lines, line);) {
        std::istringstream fields(line);
        VoiceFailure failure;
        std::getline(fields, failure.language, '\t');
        std::getline(fields, failure.program, '\t');
        std::getline(fields, failure.what, '\t');
        std::getline(fields, failure.text);
        failures.push_back(std::move(failure));
    }
    return failures;
}

void forget_failures(const fs::path& folder) {
    std::error_code none;
    fs::remove(folder / failures_name, none);
}

}  // namespace hipflow::sound
