// SPDX-License-Identifier: MIT
#include "commands/agreement.h"

#include <fmt/format.h>

#include <array>
#include <cstdio>

#include "catalog/text_file.h"
#include "domain/error.h"

namespace hipflow::commands {
namespace {

std::string decapitalised(std::string text) {
    if (!text.empty()) text.front() = catalog::lower_case(std::string(1, text.front())).front();
    if (text.ends_with('.')) text.pop_back();
    return text;
}

}  // namespace

bool agrees(const cli::Context& context, bool yes, const Agreement& agreement) {
    if (yes) return true;
    if (!context.may_ask()) {
        throw Error(fmt::format("{}: there is nobody to ask. '--yes' agrees beforehand.",
                                decapitalised(agreement.declined)));
    }
    context.note(fmt::format("{}, just Enter does not: ", agreement.question));
    std::array<char, 16> line{};
    const char* read = std::fgets(line.data(), static_cast<int>(line.size()), context.streams().in);
    if (read != nullptr && (line.front() == 'y' || line.front() == 'Y')) return true;
    context.print(agreement.declined + '\n');
    return false;
}

}  // namespace hipflow::commands
