// SPDX-License-Identifier: MIT
#pragma once
#include <memory>

#include "domain/care_words.h"
#include "domain/messages.h"

namespace hipflow::support {

/// The messages that come with the program, in English or in German before English.
std::shared_ptr<const Phrasebook> english();
std::shared_ptr<const Phrasebook> german();

/// The sentences about pain and safety that come with it.
const CareWords& english_care();
const CareWords& german_care();

}  // namespace hipflow::support
