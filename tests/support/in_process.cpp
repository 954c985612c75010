// SPDX-License-Identifier: MIT
#include "support/in_process.h"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <stdexcept>

#include "app.h"

namespace hipflow {
namespace {

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

/// A file without a name: it has a descriptor, which the program asks whether it is a terminal.
File scratch() {
    File file(std::tmpfile(), std::fclose);
    if (!file) throw std::runtime_error("no temporary file");
    return file;
}

std::string content_of(std::FILE* file) {
    std::rewind(file);
    std::string text;
    std::array<char, 4096> part{};
    while (const std::size_t got = std::fread(part.data(), 1, part.size(), file)) {
        text.append(part.data(), got);
    }
    return text;
}

std::vector<std::string> words_of(std::string_view line) {
    std::vector<std::string> words;
    bool in_word = false;
    bool quoted = false;
    for (const char c : line) {
        if (c == '\'') {
            quoted = !quoted;
            if (!in_word) words.emplace_back();
            in_word = true;
        } else if (c == ' ' && !quoted) {
            in_word = false;
        } else {
            if (!in_word) words.emplace_back();
            in_word = true;
            words.back() += c;
        }
    }
    return words;
}

}  // namespace

InProcess::InProcess() {
    std::string name = (std::filesystem::temp_directory_path() / "hipflow-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    home_ = name;
    // No program is found: what a player or a voice of this machine does is not asked.
    environment_ = {{"HOME", home_.string()},
                    {"PATH", (home_ / "bin").string()},
                    {"TZ", "UTC"},
                    {"LC_ALL", "C.UTF-8"},
                    {"HIPFLOW_NOW", "2026-11-24T12:00:00Z"}};
}

InProcess::~InProcess() {
    std::error_code ignored;
    std::filesystem::remove_all(home_, ignored);
}

Ran InProcess::run(std::string_view line, std::string_view input) {
    return run_words(words_of(line), input);
}

Ran InProcess::run_words(const std::vector<std::string>& words, std::string_view input) {
    const File in = scratch();
    const File out = scratch();
    const File err = scratch();
    std::fwrite(input.data(), 1, input.size(), in.get());
    std::rewind(in.get());
    Ran ran;
    ran.code =
        hipflow::run(words, {in.get(), out.get(), err.get()}, platform::Environment(environment_));
    ran.out = content_of(out.get());
    ran.err = content_of(err.get());
    return ran;
}

void InProcess::write_config(const std::filesystem::path& name, std::string_view text) const {
    const auto path = home_ / ".config" / "hipflow" / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
}

}  // namespace hipflow
