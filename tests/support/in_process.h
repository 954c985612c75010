// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hipflow {

/// What the program answered.
struct Ran {
    int code = 0;
    std::string out;
    std::string err;
};

/// The whole program in this process: a home of its own, a clock that stands still, no terminal.
/// Takes milliseconds a call, since nothing is started.
class InProcess {
   public:
    /// Removed with all that is in it when this ends.
    InProcess();
    ~InProcess();
    InProcess(const InProcess&) = delete;
    InProcess& operator=(const InProcess&) = delete;

    /// Runs "stats pain --last 4w": words between blanks; 'single quotes' keep blanks together.
    Ran run(std::string_view line, std::string_view input = {});
    Ran run_words(const std::vector<std::string>& words, std::string_view input = {});

    /// Instants as HIPFLOW_NOW takes them; 2026-11-24T12:00:00Z, a Tuesday, at first.
    void set_now(std::string now) { environment_["HIPFLOW_NOW"] = std::move(now); }
    void set(const std::string& variable, std::string value) {
        environment_[variable] = std::move(value);
    }

    const std::filesystem::path& home() const { return home_; }
    /// Writes a file below ~/.config/hipflow, such as "routines/mine.toml"; makes its folder.
    void write_config(const std::filesystem::path& name, std::string_view text) const;

   private:
    std::filesystem::path home_;
    std::map<std::string, std::string> environment_;
};

}  // namespace hipflow
