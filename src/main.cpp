// SPDX-License-Identifier: MIT
#include <span>

#include "app.h"
#include "platform/signals.h"

int main(int argc, char** argv) {
    hipflow::platform::prepare_process();
    const std::span<char*> all(argv, static_cast<std::size_t>(argc));
    const std::span<char*> words = all.empty() ? all : all.subspan(1);
    const std::vector<std::string> arguments(words.begin(), words.end());
    const int code = hipflow::run(arguments, {}, hipflow::platform::Environment::of_process());
    if (code > 128) hipflow::platform::die_by(code - 128);
    return code;
}
