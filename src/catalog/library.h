// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/bundled.h"
#include "catalog/content_files.h"
#include "catalog/listing.h"
#include "domain/care_words.h"
#include "domain/error.h"
#include "domain/exercise.h"
#include "domain/messages.h"
#include "domain/routine.h"

namespace hipflow::catalog {

/// The files that come with the program. Tests bring their own.
struct Bundle {
    std::span<const BundledFile> routines;
    std::span<const BundledFile> exercises;
    std::span<const BundledFile> programs = {};
    std::span<const BundledFile> translations = {};
};
Bundle shipped_bundle();

/// What is wrong with spoken words, and what is only worth a thought.
struct SpeechFindings {
    std::vector<Diagnostic> faults;
    std::vector<Diagnostic> notices;
};

/// Returns the language of the texts for a language or a variant of one: "en" for "en-gb", and "en"
/// for what is no language.
std::string text_language(std::string_view language);

/// All routines, exercises and programs: the bundled ones, and those in the folders `routines`,
/// `exercises` and `programs` of the user, which take the place of bundled ones with the same id.
/// Lazy: listing reads no file, and a file is read once, when it is first asked for.
class Library {
   public:
    /// `user_folder` need not exist, and may be empty.
    explicit Library(std::filesystem::path user_folder, Bundle bundle = shipped_bundle());

    /// Sorted by id.
    const std::vector<LibraryEntry>& routines() const;
    const std::vector<LibraryEntry>& exercises() const;
    const std::vector<LibraryEntry>& programs() const;

    /// All ids by which a routine is found, sorted: those of the files, and earlier ones of
    /// routines that the user renamed.
    std::vector<std::string> routine_ids() const;
    /// The id that a renamed routine of the user has now; nullopt if a file has this one, or none
    /// ever had it.
    std::optional<std::string> renamed(std::string_view id) const;
    /// The ids that a routine of the user had before, but for those that another has now.
    std::vector<std::string> earlier_ids(std::string_view id) const;

    /// A drill that a routine of the user brings along: [exercise.my-drill] in its file.
    struct Drill {
        const RoutineFile& source;
        const Exercise& exercise;
    };
    /// Finds it where no file of an exercise has this id; nullopt if there is none. Throws
    /// FileError if its routine has faults.
    std::optional<Drill> drill(std::string_view id) const;
    /// The exercise of a file, or else the drill. Throws as exercise() does if there is neither.
    const Exercise& exercise_or_drill(std::string_view id) const;
    /// The ids of all drills, sorted; an id that a file of an exercise has is not among them.
    std::vector<std::string> drill_ids() const;

    /// The entries in none of these lists: folders of the user that cannot be read, and files whose
    /// names cannot be shown.
    const std::vector<Diagnostic>& unlisted_routines() const;
    const std::vector<Diagnostic>& unlisted_exercises() const;
    const std::vector<Diagnostic>& unlisted_programs() const;

    /// Makes later reads of bundled exercises skip their figures, which are half of their text. For
    /// callers that never show one; call it before asking for any exercise.
    void leave_out_figures() { figures_ = false; }

    /// Tells whether an exercise of the user takes the place of a bundled one, which changes every
    /// routine that has it.
    bool overrides_exercises() const;
    /// Tells whether the user has no files at all.
    bool is_as_shipped() const;

    /// Throws Error with the nearest name if there is none of this id, and FileError if its file
    /// has faults. The references are valid as long as the library.
    const Routine& routine(std::string_view id) const;
    const Exercise& exercise(std::string_view id) const;
    /// The FileError has the faults of the text and of its links together.
    const RoutineFile& routine_source(std::string_view id) const;
    const ExerciseFile& exercise_source(std::string_view id) const;
    /// Throws FileError as well if the program names a routine that does not exist.
    const ProgramFile& program_source(std::string_view id) const;

    /// Finds the exercise that `id` means inside `routine`, whose inline exercises come first. The
    /// reference is valid as long as both.
    const Exercise& exercise_of(const Routine& routine, std::string_view id) const;
    /// Returns the figure of an exercise of `routine`, its own or the one that it borrows; null if
    /// it has none, or the lender is gone or has none of its own. Valid as long as both.
    const Figure* figure_of(const Routine& routine, const Exercise& exercise) const;
    /// Returns the figure that an exercise lends, also where figures are left out. Returns nullopt
    /// if it has none of its own. Throws as exercise_of() does.
    std::optional<Figure> lent_figure(const Routine& routine, const std::string& id) const;
    /// Tells whether exercise_of finds one whose file has no faults.
    bool has_exercise(const Routine& routine, std::string_view id) const;

    /// Reads a routine file from anywhere, such as the command line. Throws FileError as
    /// routine_source does.
    RoutineFile open_routine(const std::string& path) const;
    /// Reads an exercise file from anywhere. Throws FileError as exercise_source does.
    ExerciseFile open_exercise(const std::string& path) const;
    /// Reads the text of a routine file; `file` is how messages call it. Throws FileError likewise.
    RoutineFile read_routine(std::string_view text, std::string_view id,
                             const std::string& file) const;

    /// Gives the exercises their words in a language such as "de" or "en-gb", those that were asked
    /// for before included. English costs nothing. What cannot be read is left in English: check()
    /// tells of it.
    void speak(const std::string& language) const;
    /// Reads the words of an exercise in a language: the user's file
    /// exercises/<language>/<id>.toml, else the bundled one, if the exercise is bundled itself.
    /// Returns nullopt if there is none. Throws FileError if it has faults.
    std::optional<TranslationFile> translation(const std::string& id,
                                               const std::string& language) const;
    /// Lists the languages, other than English, in which there is a text of an exercise, or a table
    /// of messages or of the sentences about pain and safety; sorted.
    std::vector<std::string> languages() const;
    /// The same with English.
    std::vector<std::string> spoken_languages() const;

    /// Returns the messages in a language such as "de" or "en-gb": those of the user's file
    /// messages/<language>.toml, then the bundled ones, then English. The texts of "en-gb" are
    /// those of "en". A file of the user with faults is left out; check() tells them.
    std::shared_ptr<const Phrasebook> phrases(const std::string& language) const;
    /// Returns the messages of one language alone, which may lack some. Throws likewise.
    Messages messages(std::string_view language) const;
    Messages usable_messages(std::string_view language) const;
    /// Returns the sentences about pain and safety of one language alone, as read_care() does.
    CareWords care(std::string_view language) const;

    /// Finds every fault of every file, and of the links between them.
    std::vector<Diagnostic> check() const;

    /// Finds what keeps a routine from being performed: links that lead nowhere, faults in the
    /// files of its exercises, and steps whose dose is incomplete even with that of the exercise.
    std::vector<Diagnostic> check(const RoutineFile& source) const;

    /// Finds what is doubtful about the figures in all files of the user, and about what their
    /// messages say. None of it keeps a file from being used; files with faults are left to
    /// check().
    std::vector<Diagnostic> warnings() const;

    /// Finds the exercises that an exercise names, on its ladder or for their figure, and that do
    /// not exist.
    std::vector<Diagnostic> check(const ExerciseFile& source) const;

    /// Finds the routines that a program names and that do not exist.
    std::vector<Diagnostic> check(const ProgramFile& source) const;

    /// Holds what an exercise says, in all languages, against the rules of speech at a speaking
    /// rate. Nothing keeps the file from being used.
    SpeechFindings check_speech(const ExerciseFile& source, int rate) const;
    /// The same for the exercises that a routine has of its own, the paces of its steps, and the
    /// names that follow each other. Steps that cannot be done are left to check().
    SpeechFindings check_speech(const RoutineFile& source, int rate) const;

   private:
    ExerciseFile parsed_exercise(const LibraryEntry& entry) const;
    std::vector<Diagnostic> doubtful_messages() const;
    void translate(Exercise& exercise, const std::string& language) const;
    std::vector<Diagnostic> hold_to_figure(const Routine& routine, Exercise& exercise,
                                           const FigurePlaces& places,
                                           const std::string& file) const;
    const std::vector<Routine>& own_routines() const;
    const Listing& routine_listing() const;
    const Listing& exercise_listing() const;
    const Listing& program_listing() const;

    bool figures_ = true;
    std::filesystem::path user_folder_;
    Bundle bundle_;
    mutable std::optional<Listing> routine_listing_;
    mutable std::optional<Listing> exercise_listing_;
    mutable std::optional<Listing> program_listing_;
    mutable std::optional<std::vector<Routine>> own_routines_;
    mutable std::map<std::string, RoutineFile, std::less<>> routines_;
    mutable std::map<std::string, ExerciseFile, std::less<>> exercises_;
    mutable std::map<std::string, ProgramFile, std::less<>> programs_;
    mutable std::map<std::string, std::shared_ptr<const Phrasebook>, std::less<>> phrases_;
    mutable std::vector<std::string> asked_languages_;  // by speak(); English is not among them
};

}  // namespace hipflow::catalog
