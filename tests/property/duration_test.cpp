// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "domain/time.h"

namespace hipflow {
namespace {

using namespace std::chrono_literals;

constexpr Millis::rep longest = Millis(24h).count();

RC_GTEST_PROP(DurationProperty, ReadsBackWhatItWrites, ()) {
    const Millis value(*rc::gen::inRange<Millis::rep>(0, longest + 1));
    RC_ASSERT(parse_duration(format_duration(value)) == value);
}

RC_GTEST_PROP(DurationProperty, NeverReadsMoreThanADay, ()) {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::element('0', '1', '5', '9', 'h', 'm', 's', '.', '-', ' '));
    const Millis value = parse_duration(text).value_or(0ms);
    RC_ASSERT(value >= 0ms);
    RC_ASSERT(value <= 24h);
}

RC_GTEST_PROP(DurationProperty, ReadsNothingButItsOwnLetters, (const std::string& text)) {
    const bool own = text.find_first_not_of("0123456789.hms") == std::string::npos;
    if (!own) RC_ASSERT(!parse_duration(text));
}

RC_GTEST_PROP(DurationProperty, ShowsAClockThatIsNeverAheadOfItself, ()) {
    const Millis value(*rc::gen::inRange<Millis::rep>(0, longest));
    const std::string face = clock_face(value);
    const auto colon = face.find(':');
    const Millis shown = std::chrono::minutes(std::stol(face.substr(0, colon))) +
                         std::chrono::seconds(std::stol(face.substr(colon + 1)));
    RC_ASSERT(shown >= value);
    RC_ASSERT(shown - value < 1s);
}

}  // namespace
}  // namespace hipflow
