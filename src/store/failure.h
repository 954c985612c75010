// SPDX-License-Identifier: MIT
#pragma once
#include <SQLiteCpp/Exception.h>

#include <filesystem>
#include <stdexcept>

#include "domain/error.h"

namespace hipflow {

/// Found in the database: something that hipflow cannot have written.
class Damaged : public std::runtime_error {
   public:
    using std::runtime_error::runtime_error;
};

/// What SQLite reports, in the user's words: what happened to which file, and the way out.
Error failure_of(const std::filesystem::path& file, const SQLite::Exception& reported);
Error failure_of(const std::filesystem::path& file, const Damaged& found);

/// Runs `work`; the one place where SQLite's exceptions become hipflow's.
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

}  // namespace hipflow
