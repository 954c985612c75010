// SPDX-License-Identifier: MIT
#include "app.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <new>
#include <system_error>
#include <utility>

#include "cli/completion.h"
#include "cli/parse.h"
#include "commands/all_commands.h"
#include "domain/error.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

/// Says what went wrong, in lines without control characters, whatever they quote. Not by fmt,
/// which throws if they cannot be written: the exit code still tells.
void complain(const platform::Streams& streams, const platform::Environment& environment,
              std::string_view text) {
    std::string lines;
    while (!text.empty()) {
        const auto newline = std::min(text.find('\n'), text.size());
        lines += shown(text.substr(0, newline), text.size()) + '\n';
        text.remove_prefix(std::min(newline + 1, text.size()));
    }
    std::fputs(cli::message_lines(lines, streams.err, environment).c_str(), streams.err);
}

/// Runs a command and turns every failure into a message and an exit code.
int run_guarded(const std::vector<std::string>& arguments, const platform::Streams& streams,
                const platform::Environment& environment) {
    try {
        if (cli::is_completion(arguments))
            return cli::complete(commands::whole_program, arguments, streams, environment);
        cli::Parsed parsed = cli::parse(commands::whole_program, arguments,
                                        cli::line_columns(streams.out, environment));
        cli::Context context(environment, streams, std::move(parsed.options));
        if (parsed.action) return parsed.action(context);
        context.print(parsed.text);
        return cli::code(ExitCode::done);
    } catch (const FileError& error) {
        complain(streams, environment, error.what());
        return cli::code(error.code());
    } catch (const Error& error) {
        complain(streams, environment, fmt::format("hipflow: {}", error.what()));
        return cli::code(error.code());
    } catch (const std::bad_alloc&) {
        std::fputs("hipflow: out of memory. What was saved before is kept.\n", streams.err);
        return cli::code(ExitCode::storage);
    } catch (const std::filesystem::filesystem_error& error) {
        // Its what() is for programmers.
        complain(streams, environment,
                 fmt::format("hipflow: {}: cannot be used: {}", error.path1().string(),
                             error.code().message()));
        return cli::code(ExitCode::storage);
    } catch (const std::exception& error) {
        complain(streams, environment,
                 fmt::format("hipflow: an unexpected failure: {}. What was saved before is "
                             "kept.",
                             error.what()));
        return cli::code(ExitCode::storage);
    }
}

}  // namespace

int run(const std::vector<std::string>& arguments, const platform::Streams& streams,
        const platform::Environment& environment) {
    const int result = run_guarded(arguments, streams, environment);
    if (result > 128) return result;  // a signal: whoever sent it need not hear more
    // An answer that did not arrive is no answer: a full disk, a closed descriptor.
    if (std::fflush(streams.out) == 0 && std::ferror(streams.out) == 0) return result;
    complain(streams, environment,
             fmt::format("hipflow: the output cannot be written: {}",
                         std::generic_category().message(errno)));
    return cli::code(ExitCode::storage);
}

}  // namespace hipflow
