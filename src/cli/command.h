// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <span>
#include <string_view>

#include "cli/context.h"
#include "cli/options.h"

namespace hipflow::cli {

/// The work that a command line asks for; returns the exit code.
using Action = std::function<int(Context&)>;

/// A line at the top of a command's help. The tests run every line.
struct Example {
    std::string_view line;
    std::string_view meaning;
};

/// A command: the parser, its help, the completion and the manual are made from this.
struct Command {
    std::string_view name{};
    std::string_view summary{};
    std::span<const Example> examples{};
    /// Declares the options and returns what is to be done with them: bind<&declare, &run>. Null
    /// for a command that does nothing without one of its parts.
    Action (*bind)(Options& options) = nullptr;
    std::span<const Command* const> parts{};
};

template <typename Run>
struct ValuesOf;
template <typename Values>
struct ValuesOf<int (*)(Context&, const Values&)> {
    using Type = Values;
};

/// A command with options: `void declare(Options&, Values&)` says what may be typed into the
/// values, `int run(Context&, const Values&)` does the work. A part whose values are of its
/// parent's type shares them: `stats --last 4w pain` is `stats pain --last 4w`.
template <auto declare, auto run>
Action bind(Options& options) {
    const auto values = options.values<typename ValuesOf<decltype(run)>::Type>();
    declare(options, *values);
    return [values](Context& context) { return run(context, *values); };
}

/// A command without options: `int run(Context&)`.
template <auto run>
Action bind(Options& /*options*/) {
    return [](Context& context) { return run(context); };
}

}  // namespace hipflow::cli
