// SPDX-License-Identifier: MIT
#pragma once
#include <CLI/CLI.hpp>
#include <string>

namespace hipflow {

/// How help shows an option: its value in the reader's words, and what it goes with, in the order
/// of names. CLI11's own lists these by their addresses, which differ from run to run.
class OptionWords final : public CLI::Formatter {
   public:
    std::string make_option_opts(const CLI::Option* option) const override;
};

}  // namespace hipflow
