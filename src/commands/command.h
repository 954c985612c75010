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
#include "today/desk.h"

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

/// What a command works with: the desk, and the streams that it answers to.
class Context {
   public:
    Context(const Environment& environment, Streams streams, GlobalOptions options)
        : streams_(streams),
          options_(std::move(options)),
          desk_(environment, {options_.config, options_.db}) {}

    Desk& desk() { return desk_; }
    const GlobalOptions& options() const { return options_; }
    const Streams& streams() const { return streams_; }
    Style style() const;

    // Shorter ways to what is on the desk.
    const Environment& environment() const { return desk_.environment(); }
    Clock& clock() { return desk_.clock(); }
    const Settings& settings() { return desk_.settings(); }
    const Library& library() { return desk_.library(); }
    const Library& library_without_figures() { return desk_.library_without_figures(); }
    Stamp now() { return desk_.now(); }

    // To go: each call opens the file anew. Use desk().history() and desk().store().
    Store store();
    std::optional<Store> existing_store() const;
    std::string config_path() const { return desk_.config_path(); }
    DatabaseFile database() const { return desk_.database(); }

    /// An answer: to standard output, as it stands.
    void print(std::string_view text) const;
    /// Anything else, to standard error.
    void note(std::string_view text) const;

    /// Whether questions may be asked at all.
    bool may_ask() const;

   private:
    Streams streams_;
    GlobalOptions options_;
    Desk desk_;
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
