// SPDX-License-Identifier: MIT
#pragma once

namespace hipflow {

// What ends a wait, apart from keys and lines.
struct EndOfInput {};
struct SignalCame {
    int signal;
};
struct TimeIsUp {};

}  // namespace hipflow
