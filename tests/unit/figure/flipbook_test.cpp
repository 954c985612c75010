// SPDX-License-Identifier: MIT
#include "figure/flipbook.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "figure/movement.h"

namespace hipflow::figure {
namespace {

/// A bridge: down, up for a while, down.
Figure bridge() {
    Figure figure;
    figure.base = Base::supine;
    Pose down = base_pose(Base::supine);
    down.angles.hip = {{40, 0, 0}, {40, 0, 0}};
    down.angles.knee = {90, 90};
    Pose up = down;
    up.angles.hip = {{0, 0, 0}, {0, 0, 0}};
    figure.poses = {down, up};
    figure.frames = {{0, 0}, {1, 0.4}, {1, 0.6}, {0, 1}};
    figure.contact = usual_contact(Base::supine);
    figure.anchor = usual_anchor(Base::supine);
    return figure;
}

TEST(Flipbook, AWayBackShowsThePagesOfTheWayOut) {
    const Flipbook book(bridge());
    EXPECT_EQ(book.size(), Flipbook::most_pages);
    for (double share = 0; share <= 0.4; share += 0.01) {
        EXPECT_EQ(book.page_at(share), book.page_at(1 - share)) << share;
    }
    std::set<std::size_t> seen;
    for (int i = 0; i <= 1000; ++i) seen.insert(book.page_at(i / 1000.0));
    EXPECT_EQ(seen.size(), book.size()) << "every page is of use";
}

TEST(Flipbook, APoseIsShownExactly) {
    const Flipbook book(bridge());
    for (const double held : {0.4, 0.5, 0.6}) {
        EXPECT_DOUBLE_EQ(book.share_of(book.page_at(held)), 0.4) << held;
    }
    EXPECT_DOUBLE_EQ(book.share_of(book.page_at(0)), 0);
    EXPECT_DOUBLE_EQ(book.share_of(book.page_at(1)), 0);
}

TEST(Flipbook, APageIsNearlyTheMomentThatItStandsFor) {
    const Movement movement(bridge());
    const Flipbook book(movement.figure());
    for (int i = 0; i <= 200; ++i) {
        const double share = i / 200.0;
        const Vec wanted = movement.at(share).trunk.neck;
        const Vec shown = movement.at(book.share_of(book.page_at(share))).trunk.neck;
        const Vec knee = movement.at(share).leg.left.knee -
                         movement.at(book.share_of(book.page_at(share))).leg.left.knee;
        EXPECT_LT(std::hypot(wanted.x - shown.x, wanted.y - shown.y), 0.02) << share;
        EXPECT_LT(std::hypot(knee.x, knee.y), 0.02) << share;
    }
}

TEST(Flipbook, OneFrameIsOnePage) {
    Figure figure = bridge();
    figure.frames = {{0, 0}};
    const Flipbook book(figure);
    EXPECT_EQ(book.size(), 1U);
    EXPECT_EQ(book.page_at(0.7), 0U);
}

TEST(Flipbook, ManyPosesHaveAPageEach) {
    Figure figure = bridge();
    figure.poses.assign(50, figure.poses.front());
    figure.frames.clear();
    for (std::size_t i = 0; i < 50; ++i) figure.frames.push_back({i, static_cast<double>(i) / 49});
    const Flipbook book(figure);
    EXPECT_EQ(book.size(), 50U);
    EXPECT_NE(book.page_at(0), book.page_at(1));
}

}  // namespace
}  // namespace hipflow::figure
