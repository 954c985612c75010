// SPDX-License-Identifier: MIT
#include "terminal/figure_images.h"

#include <gtest/gtest.h>

#include <set>

#include "terminal/figure_screen.h"

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;

constexpr std::uint32_t first = 5000;
constexpr Area area{2, 40, {38, 11}};

Pixels kitty() {
    Pixels pixels;
    pixels.protocol = Protocol::kitty;
    pixels.cell = {4, 8};
    pixels.first_id = first;
    return pixels;
}

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
    figure.camera = usual_camera(Base::supine);
    return figure;
}

/// A terminal that keeps pictures.
class Keeper {
   public:
    void take(std::string_view bytes) {
        while (true) {
            const auto begin = bytes.find("\x1b_G");
            if (begin == std::string_view::npos) return;
            bytes.remove_prefix(begin + 3);
            const auto command = bytes.substr(0, bytes.find_first_of(";\x1b"));
            obey("," + std::string(command) + ",");
        }
    }
    std::set<int> kept;
    std::set<int> placed;
    bool was_empty = false;  // between two pictures

   private:
    void obey(const std::string& command) {
        const auto has = [&](std::string_view key) {
            return command.find("," + std::string(key) + ",") != std::string::npos;
        };
        const auto at = command.find(",i=");
        if (at == std::string::npos) return;  // more of a picture
        const int id = std::stoi(command.substr(at + 3));
        if (has("a=t")) kept.insert(id);
        if (has("a=p")) {
            EXPECT_TRUE(kept.contains(id)) << id;
            placed.insert(id);
        }
        if (has("d=i") || has("d=I")) placed.erase(id);
        if (has("d=I")) kept.erase(id);
        was_empty = was_empty || (!kept.empty() && placed.empty() && has("d=i"));
    }
};

class FigureImagesTest : public testing::Test {
   protected:
    FigureMoment moment(double share, Side side = Side::both) const {
        return {&figure, share, side, true};
    }
    bool show(const FigureMoment& moment, Millis after = 1s) {
        now += after;
        const bool shown = images.show(moment, area, painter, now);
        const std::string bytes = images.take_bytes();
        written += bytes.size();
        terminal.take(bytes);
        return shown;
    }
    void send_all(Side side = Side::both) {
        do {
            show(moment(0, side));
        } while (images.next_sending(now));
    }

    Figure figure = bridge();
    FigurePainter painter{FigureLook{}};
    FigureImages images{kitty(), 20'000};
    Keeper terminal;
    Millis now = 10s;
    std::size_t written = 0;
};

TEST_F(FigureImagesTest, AreShownWhenAllOfTheMovementIsThere) {
    EXPECT_FALSE(show(moment(0)));
    EXPECT_EQ(terminal.kept, std::set<int>{first});
    EXPECT_TRUE(terminal.placed.empty());
    send_all();
    EXPECT_EQ(terminal.kept.size(), figure::Flipbook(figure).size());
    EXPECT_TRUE(show(moment(0.2)));
    EXPECT_EQ(terminal.placed.size(), 1U);
    EXPECT_EQ(images.next_sending(now), std::nullopt);
}

TEST_F(FigureImagesTest, OnePictureTakesThePlaceOfAnotherWithoutAGap) {
    send_all();
    for (double share = 0; share <= 1; share += 0.02) {
        EXPECT_TRUE(show(moment(share)));
        EXPECT_EQ(terminal.placed.size(), 1U);
    }
    EXPECT_FALSE(terminal.was_empty);
}

TEST_F(FigureImagesTest, APictureThatIsShownCostsNothing) {
    send_all();
    show(moment(0.5));
    const auto before = written;
    EXPECT_FALSE(images.differs(moment(0.45)));
    show(moment(0.45));
    EXPECT_EQ(written, before);
    EXPECT_TRUE(images.differs(moment(0.1)));
    show(moment(0.1));
    EXPECT_LT(written - before, 150U);
}

TEST_F(FigureImagesTest, SendingKeepsToItsBytes) {
    const Millis began = now;
    while (!show(moment(0), 10ms)) {
    }
    const double seconds = static_cast<double>((now - began).count()) / 1000;
    EXPECT_GT(written, 40'000U);
    EXPECT_LT(static_cast<double>(written), 20'000 * seconds + 13'000);
}

TEST_F(FigureImagesTest, TheOtherSideIsSentInAdvance) {
    send_all(Side::left);
    EXPECT_EQ(terminal.kept.size(), 2 * figure::Flipbook(figure).size());
    EXPECT_TRUE(show(moment(0.2, Side::left)));
    const auto left = terminal.placed;
    EXPECT_TRUE(show(moment(0.2, Side::right)));
    EXPECT_NE(terminal.placed, left);
    EXPECT_EQ(terminal.placed.size(), 1U);
}

TEST_F(FigureImagesTest, AnotherFigureOrSizeTakesThePlaceOfAll) {
    send_all();
    show(moment(0.2));
    figure.camera.azimuth += 15;
    EXPECT_FALSE(show(moment(0.2)));
    EXPECT_EQ(terminal.kept, std::set<int>{first}) << "numbers are used again";
    EXPECT_TRUE(terminal.placed.empty());
}

TEST_F(FigureImagesTest, AreHiddenAndDeleted) {
    send_all();
    show(moment(0.2));
    images.hide();
    terminal.take(images.take_bytes());
    EXPECT_TRUE(terminal.placed.empty());
    EXPECT_FALSE(terminal.kept.empty());
    EXPECT_EQ(images.ids().first, first);
    EXPECT_EQ(images.ids().count, terminal.kept.size());
    images.drop();
    terminal.take(images.take_bytes());
    EXPECT_TRUE(terminal.kept.empty());
    EXPECT_EQ(images.ids().count, 0U);
}

TEST(FigureImageSize, ALargeAreaIsDrawnSmallerAndKeepsItsShape) {
    EXPECT_EQ(grain_for({38, 11}, {10, 20}).width, 380);
    EXPECT_EQ(grain_for({38, 11}, {10, 20}).height, 220);
    const auto grain = grain_for({100, 40}, {20, 40});
    EXPECT_LE(grain.width * grain.height, 121'000);
    EXPECT_NEAR(static_cast<double>(grain.width) / grain.height, 2000.0 / 1600, 0.01);
}

TEST(FigureScreenInPixels, CellsBelowAPictureAreEmptyButForTheLetter) {
    FigureOutput output;
    output.pixels = kitty();
    FigureScreen screen(output, {});
    const Figure figure = bridge();
    const FigureMoment moment{&figure, 0.2, Side::left, true};
    Frame shown({80, 24});
    Millis now = 10s;
    std::size_t inked = 1;
    for (int i = 0; i < 200 && inked > 0; ++i, now += 1s) {
        Frame wanted({80, 24});
        wanted.text(0, 0, "Bridge", Ink::strong, 80);
        screen.painter().draw(wanted, area, moment);
        shown = screen.affordable(&shown, wanted, area, &moment, now);
        inked = 0;
        for (int row = 0; row < 24; ++row) {
            for (int column = 0; column < 80; ++column) {
                const Cell& cell = shown.at(row, column);
                if (cell.ink == Ink::picture || cell.paper != figure::Colour{}) ++inked;
            }
        }
    }
    EXPECT_EQ(inked, 0U);
    EXPECT_EQ(shown.at(area.row + area.size.rows - 1, area.column).glyph, U'L');
    EXPECT_EQ(shown.rows().front(), "Bridge");
    EXPECT_NE(screen.take_bytes().find("a=p"), std::string::npos);
    screen.hide();
    EXPECT_NE(screen.take_bytes().find("d=i"), std::string::npos);
}

TEST(FigureScreenInPixels, WakesForTheNextPictureToSendAndToShow) {
    FigureOutput output;
    output.pixels = kitty();
    FigureScreen screen(output, {});
    const Figure figure = bridge();
    const auto moment_at = [&](Millis at) {
        return FigureMoment{&figure, static_cast<double>(at.count() % 5000) / 5000, Side::both,
                            true};
    };
    const auto present = [&](const Frame& shown, Millis now) {
        const auto moment = moment_at(now);
        Frame wanted(shown.size());
        screen.painter().draw(wanted, area, moment);
        return screen.affordable(&shown, wanted, area, &moment, now);
    };
    Frame shown({80, 24});
    Millis now = 10s;
    int wakes = 0;
    while (screen.take_bytes().find("a=p") == std::string::npos) {
        shown = present(shown, now);
        const auto next = screen.next_change(shown, moment_at, now, now + 5s);
        ASSERT_TRUE(next);
        ASSERT_LT(++wakes, 1000);
        now = std::max(*next, now + 1ms);
    }
    const auto next = screen.next_change(shown, moment_at, now, now + 5s);
    ASSERT_TRUE(next);
    EXPECT_GE(*next, now + frame_time);
    EXPECT_LE(*next, now + 3 * frame_time);
}

}  // namespace
}  // namespace hipflow::terminal
