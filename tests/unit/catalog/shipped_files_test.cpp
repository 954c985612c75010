// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "catalog/library.h"
#include "texts_of.h"

namespace hipflow::catalog {
namespace {

TEST(ShippedFiles, HaveNoFault) { EXPECT_EQ(texts_of(Library("").check()), Lines{}); }

TEST(ShippedFiles, AreSortedByIdAndNotEmpty) {
    for (const auto files : {bundled_routines(), bundled_exercises()}) {
        ASSERT_FALSE(files.empty());
        for (std::size_t i = 1; i < files.size(); ++i) EXPECT_LT(files[i - 1].id, files[i].id);
    }
}

TEST(ShippedFiles, AreListedByTheNamesThatTheyHave) {
    const Library library("");
    for (const auto& file : bundled_routines()) {
        EXPECT_EQ(file.name, library.routine(file.id).name);
    }
    for (const auto& file : bundled_exercises()) {
        EXPECT_EQ(file.name, library.exercise(file.id).name);
    }
}

TEST(ShippedFiles, EndWithTheFigureThatCanBeLeftOut) {
    const Library whole("");
    Library without("");
    without.leave_out_figures();
    for (const auto& file : bundled_exercises()) {
        Exercise expected = whole.exercise(file.id);
        EXPECT_TRUE(expected.figure) << file.id;
        expected.figure.reset();
        EXPECT_EQ(without.exercise(file.id), expected) << file.id;
    }
}

TEST(ShippedFiles, HaveTheRoutineThatNeedsNoConfiguration) {
    EXPECT_EQ(Library("").routine("hip-rotation").id, "hip-rotation");
}

}  // namespace
}  // namespace hipflow::catalog
