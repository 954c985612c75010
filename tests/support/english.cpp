// SPDX-License-Identifier: MIT
#include "support/english.h"

#include "catalog/care.h"
#include "catalog/library.h"

namespace hipflow::support {

std::shared_ptr<const Phrasebook> english() {
    static const auto book = catalog::Library({}).phrases("en");
    return book;
}

std::shared_ptr<const Phrasebook> german() {
    static const auto book = catalog::Library({}).phrases("de");
    return book;
}

const CareWords& english_care() {
    static const CareWords words = catalog::care_words({}, "en");
    return words;
}

const CareWords& german_care() {
    static const CareWords words = catalog::care_words({}, "de");
    return words;
}

}  // namespace hipflow::support
