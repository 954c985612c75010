// SPDX-License-Identifier: MIT
#include "commands/setting_warnings.h"

#include <fmt/format.h>

#include "today/person.h"

namespace hipflow::commands {

void note_unknown_avoided(cli::Context& context) {
    for (const auto& words : today::unknown_avoided(context.desk())) {
        context.note(fmt::format("warning: {}\n", words));
    }
}

}  // namespace hipflow::commands
