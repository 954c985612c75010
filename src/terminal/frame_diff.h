// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "terminal/frame.h"

namespace hipflow {

/// How a terminal is written to.
struct Pen {
    bool colour = true;        // the 16 colours of the terminal's own palette
    bool synchronised = true;  // between CSI ? 2026 h and l, sent without asking (TERMINAL 2.8)
};

/// The bytes that turn one frame on a terminal into another of the same size; nothing where they
/// are equal. They leave the attributes as they were found: plain.
std::string diff(const Frame& shown, const Frame& wanted, const Pen& pen);

/// The bytes that clear a terminal and draw a frame, whatever was on it.
std::string redraw(const Frame& wanted, const Pen& pen);

}  // namespace hipflow
