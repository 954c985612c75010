// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "catalog/library.h"
#include "domain/error.h"
#include "domain/settings.h"
#include "platform/clock.h"
#include "platform/environment.h"
#include "store/store.h"
#include "text/style.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's own
class App;
}

namespace hipflow {

/// What every command accepts.
struct GlobalOptions {
    std::optional<std::string> config;
    std::optional<std::string> db;
    std::string color = "auto";
    std::string charset = "auto";
    bool no_input = false;
};

/// What a command has to work with. Nothing is opened, and no file read, before it is asked for.
class Context {
   public:
    Context(const Environment& environment, Streams streams, GlobalOptions options)
        : environment_(environment),
          streams_(streams),
          options_(std::move(options)),
          clock_(environment) {}

    const GlobalOptions& options() const { return options_; }
    const Environment& environment() const { return environment_; }
    const Streams& streams() const { return streams_; }
    Clock& clock() { return clock_; }
    Style style() const;

    /// Throws FileError if the configuration has faults.
    const Settings& settings();
    const Library& library();
    /// The same, for what never shows a figure. To be asked for before any exercise is.
    const Library& library_without_figures();
    std::string config_path() const;

    /// For what records: not before the clock of this machine says something that can be recorded.
    Store store();
    /// Nothing where there is no history yet.
    std::optional<Store> existing_store() const;
    DatabaseFile database() const;

    /// Now, as the user's calendar has it.
    Stamp now();

    /// An answer: to standard output, as it stands.
    void print(std::string_view text) const;
    /// Anything else, to standard error.
    void note(std::string_view text) const;

    /// Whether questions may be asked at all.
    bool may_ask() const;

   private:
    Environment environment_;
    Streams streams_;
    GlobalOptions options_;
    Clock clock_;
    std::optional<Settings> settings_;
    std::optional<Library> library_;
};

/// What the command line asks for; run after parsing.
using Action = std::function<int(Context&)>;

/// One command: how it is called, and how its options and its work are added.
struct Command {
    std::string_view name;
    std::string_view summary;
    void (*add)(CLI::App& app, Action& action);
};

/// All of them, in the order of the help.
std::span<const Command> all_commands();

constexpr int code(ExitCode exit) { return static_cast<int>(exit); }

/// Said after what a command has recorded.
inline constexpr std::string_view taken_back_by = "'hipflow undo' takes it back.\n";

}  // namespace hipflow
