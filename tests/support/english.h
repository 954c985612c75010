// SPDX-License-Identifier: MIT
#pragma once
#include <memory>

#include "domain/messages.h"

namespace hipflow::support {

/// The messages that come with the program, in English or in German before English.
std::shared_ptr<const Phrasebook> english();
std::shared_ptr<const Phrasebook> german();

}  // namespace hipflow::support
