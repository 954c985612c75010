// SPDX-License-Identifier: MIT
#pragma once
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "catalog/library.h"
#include "cli/options.h"
#include "domain/error.h"
#include "domain/settings.h"
#include "platform/clock.h"
#include "platform/environment.h"
#include "text/style.h"
#include "today/desk.h"

namespace hipflow::cli {

/// Options that every command accepts.
struct GlobalOptions {
    std::optional<std::string> config;
    std::optional<std::string> db;
    ColorWhen color = ColorWhen::automatic;
    Charset charset = Charset::automatic;
    bool no_input = false;
};

/// Gives a command what it works with: the desk, and the streams that it answers on.
class Context {
   public:
    Context(const platform::Environment& environment, platform::Streams streams,
            GlobalOptions options)
        : streams_(streams),
          options_(std::move(options)),
          desk_(environment, {options_.config, options_.db}) {}

    today::Desk& desk() { return desk_; }
    const GlobalOptions& options() const { return options_; }
    const platform::Streams& streams() const { return streams_; }
    Style style() const;

    // Shorter ways to what is on the desk.
    const platform::Environment& environment() const { return desk_.environment(); }
    platform::Clock& clock() { return desk_.clock(); }
    const Settings& settings() { return desk_.settings(); }
    const catalog::Library& library() { return desk_.library(); }
    const catalog::Library& library_without_figures() { return desk_.library_without_figures(); }
    Stamp now() { return desk_.now(); }

    std::string config_path() const { return desk_.config_path(); }
    store::DatabaseFile database() const { return desk_.database(); }

    /// Writes an answer to standard output. One for people has its long lines broken between words.
    void print(std::string_view text, Format format = Format::text) const;
    /// Writes to standard output, unchanged: what programs read, and what is drawn.
    void write(std::string_view text) const;
    /// Writes anything else to standard error, in lines that fit.
    void note(std::string_view text) const;

    /// True if questions are allowed: no --no-input, and standard input is a terminal.
    bool may_ask() const;

   private:
    platform::Streams streams_;
    GlobalOptions options_;
    today::Desk desk_;
};

constexpr int code(ExitCode exit) { return static_cast<int>(exit); }

/// The line that follows every message that something was recorded.
inline constexpr std::string_view taken_back_by = "'hipflow undo' takes it back.\n";

/// Returns the columns that lines to a stream may take: those of its terminal, or of COLUMNS,
/// or 80.
int line_columns(std::FILE* stream, const platform::Environment& environment);

/// Breaks a message into lines that fit its stream. Into a pipe it stays whole, unless COLUMNS says
/// otherwise.
std::string message_lines(std::string_view text, std::FILE* stream,
                          const platform::Environment& environment);

}  // namespace hipflow::cli
