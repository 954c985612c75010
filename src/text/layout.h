// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace hipflow {

/// The text in lines of at most `columns`, broken between words; a word that is longer stands
/// alone.
std::vector<std::string> wrapped(std::string_view text, int columns);

/// The same as one text, each line but the first behind `indent` spaces and all ended by a newline.
/// The first line is meant to follow what takes `indent` columns already.
std::string paragraph(std::string_view text, int columns, int indent = 0);

/// A label that is padded and painted already, and a text wrapped beside it.
std::string labelled(std::string_view label, std::string_view text, int columns);

/// A text of lines: those that fit stay as they are, longer ones are wrapped under their own
/// beginning, behind the spaces and the dash that they start with.
std::string wrapped_lines(std::string_view text, int columns);

/// The text with spaces behind it up to `columns`.
std::string padded(std::string_view text, int columns);
/// The text with spaces before it up to `columns`.
std::string right_aligned(std::string_view text, int columns);

enum class Align { left, right };

/// Rows of cells in columns two spaces apart, each row ended by a newline, nothing behind the last
/// cell. The first row is as good as any other.
std::string table(const std::vector<std::vector<std::string>>& rows,
                  const std::vector<Align>& alignment);

}  // namespace hipflow
