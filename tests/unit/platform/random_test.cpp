// SPDX-License-Identifier: MIT
#include "platform/random.h"

#include <gtest/gtest.h>

namespace hipflow::platform {
namespace {

constexpr std::array<std::uint8_t, 10> all_ones = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
                                                   0xFF, 0xFF, 0xFF, 0xFF, 0xFF};

TEST(Id, IsTheExampleOfRfc9562) {  // appendix A.6
    EXPECT_EQ(make_id(Instant(Millis(0x017F22E279B0)),
                      {0x0C, 0xC3, 0x18, 0xC4, 0xDC, 0x0C, 0x0C, 0x07, 0x39, 0x8F}),
              "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
}

TEST(Id, HasItsVersionAndVariantWhateverTheRandomBits) {
    EXPECT_EQ(make_id(Instant(Millis(0)), {}), "00000000-0000-7000-8000-000000000000");
    EXPECT_EQ(make_id(Instant(Millis(0)), all_ones), "00000000-0000-7fff-bfff-ffffffffffff");
}

TEST(Id, SortsByTime) {
    EXPECT_LT(make_id(Instant(Millis(1'000)), all_ones), make_id(Instant(Millis(1'001)), {}));
}

}  // namespace
}  // namespace hipflow::platform
