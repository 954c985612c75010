// SPDX-License-Identifier: MIT
#pragma once
#include <SQLiteCpp/Exception.h>

#include <filesystem>
#include <stdexcept>
#include <string>

#include "domain/error.h"

namespace hipflow::store {

/// The remedy for damage: none, or 'hipflow doctor --repair', which may help.
enum class Mending { none, repair };

/// The database holds something that hipflow cannot read; guarded() adds the file's name.
class Damaged : public std::runtime_error {
   public:
    explicit Damaged(const std::string& what, Mending mending = Mending::none)
        : std::runtime_error(what), mending_(mending) {}
    Mending mending() const { return mending_; }

   private:
    Mending mending_;
};

/// SQLite refused something: an Error with SQLite's primary result code.
class StorageFailure : public Error {
   public:
    StorageFailure(const std::string& message, int sqlite_code)
        : Error(message, ExitCode::storage), sqlite_code_(sqlite_code) {}
    int sqlite_code() const { return sqlite_code_; }

   private:
    int sqlite_code_;
};

/// Returns what happened to which file and what to do about it, in words for the user.
StorageFailure failure_of(const std::filesystem::path& file, const SQLite::Exception& reported);
Error failure_of(const std::filesystem::path& file, const Damaged& found);

/// Runs `work`, and turns SQLite's exceptions and Damaged into Error.
template <typename Work>
auto guarded(const std::filesystem::path& file, Work&& work) {
    try {
        return work();
    } catch (const SQLite::Exception& reported) {
        throw failure_of(file, reported);
    } catch (const Damaged& found) {
        throw failure_of(file, found);
    }
}

}  // namespace hipflow::store
