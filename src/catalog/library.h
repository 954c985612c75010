// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/bundled.h"
#include "catalog/content_files.h"
#include "catalog/listing.h"
#include "domain/error.h"
#include "domain/exercise.h"
#include "domain/routine.h"

namespace hipflow {

/// The files that come with the program; tests bring their own.
struct Bundle {
    std::span<const BundledFile> routines;
    std::span<const BundledFile> exercises;
    std::span<const BundledFile> programs = {};
};
Bundle shipped_bundle();

/// All routines, exercises and programs there are: the bundled ones, and the user's in the folders
/// `routines`, `exercises` and `programs` of theirs, which take the place of bundled ones with the
/// same id. Lazy: listing reads no file, and a file is read once, when first asked for.
class Library {
   public:
    /// `user_folder` need not exist, and may be empty.
    explicit Library(std::filesystem::path user_folder, Bundle bundle = shipped_bundle());

    /// Sorted by id.
    const std::vector<LibraryEntry>& routines() const;
    const std::vector<LibraryEntry>& exercises() const;
    const std::vector<LibraryEntry>& programs() const;

    /// What of the user's is in none of these lists: folders that cannot be read, and files whose
    /// names cannot be shown.
    const std::vector<Diagnostic>& unlisted_routines() const;
    const std::vector<Diagnostic>& unlisted_exercises() const;
    const std::vector<Diagnostic>& unlisted_programs() const;

    /// From here on bundled exercises are read without their figures, which are half of their text,
    /// for what never shows one. To be called before any exercise is asked for.
    void leave_out_figures() { figures_ = false; }

    /// Whether an exercise of the user's stands in for a bundled one, which changes every routine
    /// that has it.
    bool overrides_exercises() const;
    /// Whether there is no file of the user's at all.
    bool is_as_shipped() const;

    /// Throws Error if there is none, with the nearest name, and FileError if its file has faults.
    /// References stay valid as long as the library.
    const Routine& routine(std::string_view id) const;
    const Exercise& exercise(std::string_view id) const;
    /// The faults of its links are told together with those of the text.
    const RoutineFile& routine_source(std::string_view id) const;
    const ExerciseFile& exercise_source(std::string_view id) const;
    /// With its routines checked to be there.
    const ProgramFile& program_source(std::string_view id) const;

    /// The exercise that `id` means inside `routine`, whose inline exercises come first. The
    /// reference lives as long as both.
    const Exercise& exercise_of(const Routine& routine, std::string_view id) const;
    /// Whether there is one, and its file has no faults.
    bool has_exercise(const Routine& routine, std::string_view id) const;

    /// A routine file from anywhere, such as one given on the command line. Throws FileError, as
    /// routine_source does.
    RoutineFile open_routine(const std::string& path) const;
    /// The same of its text; `file` is how messages call it.
    RoutineFile read_routine(std::string_view text, std::string_view id,
                             const std::string& file) const;

    /// Every fault of every file, and of the links between them.
    std::vector<Diagnostic> check() const;

    /// What keeps a routine from being performed: links that lead nowhere, faults in the files of
    /// its exercises, and steps whose dose is incomplete even with the exercise's own.
    std::vector<Diagnostic> check(const RoutineFile& source) const;

    /// Neighbours that an exercise names and that there are not.
    std::vector<Diagnostic> check(const ExerciseFile& source) const;

    /// Routines that a program names and that there are not.
    std::vector<Diagnostic> check(const ProgramFile& source) const;

   private:
    const Listing& routine_listing() const;
    const Listing& exercise_listing() const;
    const Listing& program_listing() const;

    bool figures_ = true;
    std::filesystem::path user_folder_;
    Bundle bundle_;
    mutable std::optional<Listing> routine_listing_;
    mutable std::optional<Listing> exercise_listing_;
    mutable std::optional<Listing> program_listing_;
    mutable std::map<std::string, RoutineFile, std::less<>> routines_;
    mutable std::map<std::string, ExerciseFile, std::less<>> exercises_;
    mutable std::map<std::string, ProgramFile, std::less<>> programs_;
};

}  // namespace hipflow
