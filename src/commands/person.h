#pragma once
#include "commands/command.h"
#include "today/person.h"

namespace hipflow {

// To go: call person_of(context.desk()).
inline Person person_of(Context& context, const std::vector<Preference>& preferences) {
    return person_of(context.desk(), preferences);
}
inline Person person_of(Context& context) { return person_of(context.desk()); }

}  // namespace hipflow
