// SPDX-License-Identifier: MIT
#pragma once
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace hipflow {

/// The exit codes of commands. Death by a signal is 128 + n and not listed.
enum class ExitCode { done = 0, nothing = 1, usage = 2, storage = 3, refused_rows = 4 };

/// Thrown when a request cannot be carried out. what() is shown to the user as it is: what
/// happened, where, and what to do now.
class Error : public std::runtime_error {
   public:
    explicit Error(const std::string& message, ExitCode code = ExitCode::usage)
        : std::runtime_error(message), code_(code) {}
    ExitCode code() const { return code_; }

   private:
    ExitCode code_;
};

/// A place in a file. Lines and columns count from 1; 0 means nowhere.
struct Place {
    unsigned line = 0;
    unsigned column = 0;
    bool operator==(const Place&) const = default;
};

/// A complaint about a place in a file. Line 0 means the whole file.
struct Diagnostic {
    std::string file;
    unsigned line = 0;
    unsigned column = 0;
    std::string message;

    /// "file:line:column: message", or "file: message" for the whole file.
    std::string text() const;
    bool operator==(const Diagnostic&) const = default;
};

/// Input files that cannot be used, with every fault found in them.
class FileError : public Error {
   public:
    explicit FileError(std::vector<Diagnostic> faults);
    const std::vector<Diagnostic>& faults() const { return faults_; }

   private:
    std::vector<Diagnostic> faults_;
};

}  // namespace hipflow
