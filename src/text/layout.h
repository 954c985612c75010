// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace hipflow {

/// Breaks a text between words into lines of at most `columns`. A longer word has a line of its
/// own.
std::vector<std::string> wrapped(std::string_view text, int columns);

/// Wraps a text, and ends each line by a newline. All lines but the first begin with `indent`
/// spaces: the first one follows something that takes `indent` columns.
std::string paragraph(std::string_view text, int columns, int indent = 0);

/// Wraps a text beside a label, which is padded and painted already.
std::string labelled(std::string_view label, std::string_view text, int columns);

/// Wraps the lines of a text that do not fit; they go on under their own first word, behind the
/// spaces and the dash that they begin with.
std::string wrapped_lines(std::string_view text, int columns);

/// Adds spaces behind the text, up to `columns`.
std::string padded(std::string_view text, int columns);
/// Adds spaces before the text, up to `columns`.
std::string right_aligned(std::string_view text, int columns);

enum class Align { left, right };

/// Sets rows of cells in columns two spaces apart. Each row ends with a newline, and has no spaces
/// behind its last cell.
std::string table(const std::vector<std::vector<std::string>>& rows,
                  const std::vector<Align>& alignment);
/// The table with as many of its first columns as fit into a line, and one at least.
std::string fitting_table(std::vector<std::vector<std::string>> rows, std::vector<Align> alignment,
                          int columns);

}  // namespace hipflow
