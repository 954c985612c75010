// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "domain/duration.h"
#include "store/commit.h"

namespace hipflow {

struct Database;

// A file mover, a restore, a hand that slipped: while a program has a history open, its name can
// come to mean another file, or none. What is written to the open one then is lost.

/// What a program has written to the history that it has open, and what it needs to find it again.
struct Written {
    Batch batch;                       // all of it, in order
    std::optional<std::string> first;  // the history's first entry
    bool moved = false;                // it was followed to a copy, and that was told
    /// A copy of what was open, made when it was replaced.
    std::optional<std::filesystem::path> kept;
};

/// Whether the name still means the open file, with something in it.
bool is_in_place(const Database& db);

/// What is to be gone on with, and what happened, in words.
struct Followed {
    std::unique_ptr<Database> database;
    std::string news;
};

/// Opens what the name means now, if it is the same history, of whatever age; one that was deleted
/// or replaced by an empty file is put back whole first. What the open one held beyond that is kept
/// beside it. Throws Error that says what happened where it cannot be gone on with.
Followed follow(const Database& old, Written& written, Millis patience);

}  // namespace hipflow
