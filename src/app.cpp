// SPDX-License-Identifier: MIT
#include "app.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <new>
#include <system_error>
#include <utility>

#include "commands/command.h"
#include "commands/command_tree.h"
#include "commands/complete.h"
#include "domain/error.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

/// The parser has done its work: what is left to do is printing this.
struct Printed {
    std::string text;
};

Action parse(const std::vector<std::string>& arguments, GlobalOptions& options) {
    Action action;
    const auto app = build_tree(arguments, options, action);
    refuse_empty(*app, arguments);
    try {
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
        app->parse(std::move(reversed));
    } catch (const CLI::CallForHelp&) {
        const Understood understood = understand(*app, arguments);
        if (understood.unknown_word) throw Error(usage_error(*app, arguments, ""));
        throw Printed{help_text(*understood.command)};
    } catch (const CLI::CallForVersion& version_text) {
        throw Printed{std::string(version_text.what()) + '\n'};
    } catch (const CLI::ParseError& error) {
        throw Error(usage_error(*app, arguments, shown(error.what(), 400)));
    }
    if (!action) throw Error(usage_error(*app, arguments, "nothing to do"));
    return action;
}

/// What went wrong, in lines that act on no terminal, whatever they quote. Not by fmt, which throws
/// where nobody can hear it: the exit code still tells.
void complain(const Streams& streams, std::string_view text) {
    while (!text.empty()) {
        const auto newline = std::min(text.find('\n'), text.size());
        const std::string line = shown(text.substr(0, newline), text.size());
        std::fputs((line + '\n').c_str(), streams.err);
        text.remove_prefix(std::min(newline + 1, text.size()));
    }
}

/// Runs a command and puts every failure into words and an exit code.
int run_guarded(const std::vector<std::string>& arguments, const Streams& streams,
                const Environment& environment) {
    try {
        GlobalOptions options;
        if (is_completion(arguments)) return complete(arguments, streams, environment);
        const Action action = parse(arguments, options);
        Context context(environment, streams, std::move(options));
        return action(context);
    } catch (const Printed& printed) {
        std::fputs(printed.text.c_str(), streams.out);
        return code(ExitCode::done);
    } catch (const FileError& error) {
        complain(streams, error.what());
        return code(error.code());
    } catch (const Error& error) {
        complain(streams, fmt::format("hipflow: {}", error.what()));
        return code(error.code());
    } catch (const std::bad_alloc&) {
        std::fputs("hipflow: out of memory. What was saved before is kept.\n", streams.err);
        return code(ExitCode::storage);
    } catch (const std::filesystem::filesystem_error& error) {
        // Its what() is for programmers.
        complain(streams, fmt::format("hipflow: {}: cannot be used: {}", error.path1().string(),
                                      error.code().message()));
        return code(ExitCode::storage);
    } catch (const std::exception& error) {
        complain(streams,
                 fmt::format("hipflow: an unexpected failure: {}. What was saved before is "
                             "kept.",
                             error.what()));
        return code(ExitCode::storage);
    }
}

}  // namespace

int run(const std::vector<std::string>& arguments, const Streams& streams,
        const Environment& environment) {
    const int result = run_guarded(arguments, streams, environment);
    if (result > 128) return result;  // a signal: whoever sent it need not hear more
    // An answer that did not arrive is no answer: a full disk, a closed descriptor.
    if (std::fflush(streams.out) == 0 && std::ferror(streams.out) == 0) return result;
    complain(streams, fmt::format("hipflow: the output cannot be written: {}",
                                  std::generic_category().message(errno)));
    return code(ExitCode::storage);
}

}  // namespace hipflow
