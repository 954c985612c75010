#pragma once
#include "commands/command.h"
#include "today/reminder.h"

namespace hipflow {

// To go: pass context.desk().
inline RoutineLength length_of(Context& context, const std::string& routine) {
    return length_of(context.desk(), routine);
}

}  // namespace hipflow
