// SPDX-License-Identifier: MIT
#include "commands/json_answer.h"

#include <nlohmann/json.hpp>

namespace hipflow {

Json json_answer() { return Json{{"schema", 1}}; }

void print_json(const Context& context, const Json& answer) {
    // Whatever bytes a file or a note held, the answer is valid UTF-8.
    context.print(answer.dump(2, ' ', false, Json::error_handler_t::replace) + '\n');
}

}  // namespace hipflow
