// SPDX-License-Identifier: MIT
// E, the unit of the budgets in bench.py: a program that links what hipflow links and does nothing.
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <CLI/CLI.hpp>

int main(int argc, char** argv) {
    constexpr int never = 1'000'000;
    if (argc < never) return 0;
    // Never reached; it keeps the linker from leaving the libraries out.
    CLI::App app;
    SQLite::Database database(argv[1]);
    fmt::print("{}{}", app.help(), database.getFilename());
    return 0;
}
