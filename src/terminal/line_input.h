// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <variant>

#include "platform/signals.h"
#include "terminal/wake.h"

namespace hipflow {

struct LineTyped {
    std::string text;
};
using LineWake = std::variant<LineTyped, EndOfInput, SignalCame, TimeIsUp>;

/// Lines from a terminal in its ordinary (cooked) mode, together with signals and a deadline.
class LineInput {
   public:
    /// In place of a descriptor: no lines ever come, and no end.
    static constexpr int nothing = -1;  // which poll ignores

    LineInput(int descriptor, SignalWatch& signals) : descriptor_(descriptor), signals_(&signals) {}

    /// Waits for the first of: a line, the end of input, a signal, and the end of `patience`;
    /// without patience for ever. Signals come first.
    LineWake wait(std::optional<std::chrono::nanoseconds> patience);

   private:
    std::optional<LineTyped> take_line();
    void read_more();

    int descriptor_;
    SignalWatch* signals_;
    std::string buffered_;
    bool ended_ = false;
};

}  // namespace hipflow
