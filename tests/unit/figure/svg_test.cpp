// SPDX-License-Identifier: MIT
#include "figure/svg.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <limits>
#include <regex>
#include <string>
#include <vector>

#include "catalog/library.h"
#include "figure/palette.h"
#include "figure/scenery.h"
#include "figure/svg_shapes.h"

namespace hipflow::figure {
namespace {

/// How often a text is in another.
std::size_t count(std::string_view text, std::string_view word) {
    std::size_t times = 0;
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        ++times;
    }
    return times;
}

/// What keeps a text from being XML of elements, attributes in double quotes and entities; empty
/// if nothing does.
std::string fault_of(const std::string& xml) {
    static const std::regex tag(R"re(<(/?)([a-z]+)((?: [a-zA-Z-]+="[^"<>]*")*)(/?)>)re");
    static const std::regex plain(R"re((?:[^<>&]|&(?:amp|lt|gt|quot|#39);)*)re");
    std::vector<std::string> open;
    auto at = xml.cbegin();
    for (std::sregex_iterator i(xml.begin(), xml.end(), tag), end; i != end; ++i) {
        const auto& match = *i;
        if (!std::regex_match(at, match[0].first, plain)) return "text before " + match.str();
        if (at != xml.cbegin() && open.empty()) return "a second root";
        at = match[0].second;
        if (match.str(1) == "/") {
            if (open.empty() || open.back() != match.str(2)) return "wrong end " + match.str();
            open.pop_back();
        } else if (match.str(4).empty()) {
            open.push_back(match.str(2));
        }
    }
    if (at != xml.cend()) return "text after the end";
    return open.empty() ? "" : "open: " + open.back();
}

Figure figure_of(std::string_view id) { return catalog::Library("").exercise(id).figure.value(); }

/// Calls `take` with the id and the movement of each bundled exercise.
template <typename Take>
void for_each_movement(const Take& take) {
    const catalog::Library library("");
    for (const auto& entry : library.exercises()) {
        take(entry.id, Movement(library.exercise(entry.id).figure.value()));
    }
}

/// The elements that show something.
std::size_t shapes(const std::string& svg) {
    return count(svg, "<path ") + count(svg, "<circle ") + count(svg, "<ellipse ") +
           count(svg, "<polygon ");
}

TEST(Svg, OfEveryBundledExerciseIsSmallFiniteXml) {
    constexpr std::size_t most = 8 * 1024;
    for_each_movement([&](const std::string& id, const Movement& movement) {
        for (const double share : key_shares(movement.figure())) {
            const std::string svg = svg_of(movement, share);
            EXPECT_EQ(fault_of(svg), "") << id;
            EXPECT_LE(svg.size(), most) << id;
            const std::string drawing = svg.substr(svg.find("</title>"));
            for (const auto* word : {"nan", "inf", "e+", "e-0"}) {
                EXPECT_EQ(drawing.find(word), std::string::npos) << id << ": " << word;
            }
            static const std::regex two_decimals(R"(\.\d\d)");
            EXPECT_FALSE(std::regex_search(drawing, two_decimals)) << id;
        }
    });
}

TEST(Svg, HasOneElementForEachVolume) {
    constexpr std::size_t body = 20 + 5 + 1;  // capsules, ellipsoids and the hair
    constexpr std::size_t mat = 5;
    EXPECT_EQ(shapes(svg_of(Movement(figure_of("glute-bridge")), 0.5)), body + mat);
    Figure with_band = figure_of("glute-bridge");
    with_band.scene.band = true;
    with_band.scene.cushions = {{}, {}};
    EXPECT_EQ(shapes(svg_of(Movement(with_band), 0.5)), body + mat + 4 + 2);
    const std::string seated = svg_of(Movement(figure_of("cat-cow-seated")), 0);
    EXPECT_GT(count(seated, "<polygon "), mat + 6) << "the chair";
}

// The bed is painted first, so that it never hides the body.
TEST(Svg, HasABedUnderTheBody) {
    Figure on_bed = figure_of("glute-bridge");
    const std::string floor = svg_of(Movement(on_bed), 0.5);
    on_bed.scene.bed = true;
    for (const double azimuth : {0.0, 40.0, -120.0, 180.0}) {
        on_bed.camera.azimuth = azimuth;
        const std::string svg = svg_of(Movement(on_bed), 0.5);
        EXPECT_EQ(fault_of(svg), "");
        const std::size_t last_panel = svg.rfind("<polygon ");
        ASSERT_NE(last_panel, std::string::npos);
        EXPECT_LT(last_panel, svg.find("<path ")) << azimuth;
        // Its top, and two sides of the mattress and of the base at least, but never all of them.
        EXPECT_GE(count(svg, "<polygon "), 4U) << azimuth;
        EXPECT_LE(count(svg, "<polygon "), 8U) << azimuth;
    }
    EXPECT_NE(svg_of(Movement(on_bed), 0.5), floor);
}

TEST(Svg, HasNothingToRunOrToLoad) {
    for_each_movement([](const std::string& id, const Movement& movement) {
        const std::string svg = svg_of(movement, 0, {.side = Side::right});
        for (const auto* word : {"<script", "href", "url(", "font", "style", "<image"}) {
            EXPECT_EQ(svg.find(word), std::string::npos) << id << ": " << word;
        }
    });
}

TEST(Svg, IsTheSamePictureMirroredForTheRight) {
    const Movement movement(figure_of("clamshell"));
    const std::string left = svg_of(movement, 0.5);
    const std::string right = svg_of(movement, 0.5, {.side = Side::right});
    const auto begin = left.find("</title>") + 8;
    const std::string drawing = left.substr(begin, left.rfind("</svg>") - begin);
    EXPECT_EQ(right, left.substr(0, begin) + "<g transform=\"translate(240)scale(-1,1)\">" +
                         drawing + "</g></svg>");
}

/// Expects a spot of the body to be in the picture.
void expect_inside(const std::string& id, double x, double y, double radius) {
    EXPECT_TRUE(x - radius >= 0 && x + radius <= 240 && y - radius >= 0 && y + radius <= 160)
        << id << ": " << x << ' ' << y << " and " << radius << " around it";
}

// Also of those that a screen shows as a close-up, without the head.
TEST(Svg, HoldsTheWholeBodyOfEveryBundledExercise) {
    static const std::regex oval(
        R"re(<ellipse rx="([\d.]+)" ry="[\d.]+" transform="translate\((\S+) (\S+)\))re");
    const catalog::Library library("");
    for (const auto& entry : library.exercises()) {
        Figure figure = figure_of(entry.id);
        figure.scene.cushions.clear();  // all ellipses are parts of the body
        const Movement movement(figure);
        const Camera camera(figure.camera, 240, 160, 3, whole_view_of(movement));
        for (const double share : key_shares(figure)) {
            const std::string svg = svg_of(movement, share);
            int ovals = 0;
            for (std::sregex_iterator i(svg.begin(), svg.end(), oval), end; i != end; ++i) {
                expect_inside(entry.id, std::stod(i->str(2)), std::stod(i->str(3)),
                              std::stod(i->str(1)));
                ++ovals;
            }
            EXPECT_EQ(ovals, 5) << entry.id << ": the trunk and the head";
            const Body body = movement.at(share);
            for (const Side side : {Side::left, Side::right}) {
                const Leg& leg = body.leg[side];
                const Arm& arm = body.arm[side];
                for (const Vec& joint : {leg.hip, leg.knee, leg.ankle, leg.heel, leg.toe,
                                         arm.shoulder, arm.elbow, arm.wrist, arm.hand}) {
                    const Projected at = camera.project(joint);
                    expect_inside(entry.id, at.x, at.y, 0);
                }
            }
        }
    }
}

TEST(Svg, HasTheTextOfTheFigureAsItsTitle) {
    Figure figure = figure_of("glute-bridge");
    figure.text = "Knees < 90° & \"still\",\nit's <b>done</b>";
    const std::string svg = svg_of(Movement(figure), 0);
    EXPECT_EQ(fault_of(svg), "");
    EXPECT_NE(svg.find("<title>Knees &lt; 90° &amp; &quot;still&quot;, it&#39;s "
                       "&lt;b&gt;done&lt;/b&gt;</title>"),
              std::string::npos)
        << svg.substr(0, 300);
}

TEST(Svg, NamesItsNamespaceWhereItIsAFile) {
    const Movement movement(figure_of("glute-bridge"));
    EXPECT_EQ(count(svg_of(movement, 0), R"(xmlns="http://www.w3.org/2000/svg")"), 1U);
    EXPECT_EQ(count(svg_of(movement, 0, {.in_page = true}), "http"), 0U);
}

/// Where the last element in one of the colours of a material begins.
std::size_t last_in(const std::string& svg, Material material) {
    const Rgb rgb = true_colour(Tint::of(material, 3), 5, Theme::light);
    char colour[8];
    std::snprintf(colour, sizeof colour, "#%02x%02x%02x", rgb.red, rgb.green, rgb.blue);
    return svg.rfind(colour);
}

TEST(Svg, PaintsWhatIsNearOverWhatIsFar) {
    // Of somebody supine the left leg is the nearer one; seen from the other side, the farther.
    Figure figure = figure_of("glute-bridge");
    figure.moving = parts_named("leg_l");
    std::string svg = svg_of(Movement(figure), 0);
    EXPECT_GT(last_in(svg, Material::accent), last_in(svg, Material::far_limb));
    figure.camera.azimuth += 180;
    svg = svg_of(Movement(figure), 0);
    EXPECT_GT(last_in(svg, Material::limb), last_in(svg, Material::far_accent));
}

TEST(Svg, PaintsABodyOverWhatCarriesIt) {
    // The top of a step that reaches far to the viewer is nearer than the feet on it, but below.
    Figure figure = figure_of("side-bend-standing");
    figure.scene.step = BoxProp{{-0.3, -0.1, -0.3}, {0.3, 0, 1.2}, 0.6};
    const Movement movement(figure);
    const Camera camera(figure.camera, 240, 160, 3, whole_view_of(movement));
    const auto at = [&](double x, double z) { return camera.project({x, 0, z}); };
    const std::string svg = svg_of(movement, 0);
    const auto top =
        svg.find(polygon_element({at(-0.3, -0.3), at(0.3, -0.3), at(0.3, 1.2), at(-0.3, 1.2)}));
    ASSERT_NE(top, std::string::npos) << svg;
    constexpr std::size_t of_feet = 6;
    EXPECT_GE(count(std::string_view(svg).substr(top), "<path "), of_feet);
}

TEST(Svg, ShowsTheBeginningAndEveryPoseThatIsHeld) {
    EXPECT_EQ(key_shares(figure_of("glute-bridge")).size(), 2U);
    EXPECT_EQ(key_shares(figure_of("cat-cow")).size(), 3U);
    Figure figure = figure_of("glute-bridge");
    figure.frames = {{0, 0}, {1, 0.4}, {0, 1}};
    EXPECT_EQ(key_shares(figure), (std::vector<double>{0, 0.5}));
    figure.frames = {{0, 0}, {1, 0.25}, {1, 0.5}, {0, 0.6}, {0, 0.7}, {1, 0.8}, {1, 1}};
    EXPECT_EQ(key_shares(figure), (std::vector<double>{0, 0.375}));
}

TEST(SvgShapes, DrawACapsuleAsTwoTangentsAndTwoArcs) {
    EXPECT_EQ(capsule_element({10, 20, 5}, {30, 20, 5}),
              R"(<path d="M10 25a5 5 0 0 1 0-10l20 0a5 5 0 0 1 0 10z"/>)");
    // The thicker end has the larger arc.
    const std::string thick = capsule_element({10, 20, 5}, {30, 20, 2});
    EXPECT_NE(thick.find("a5 5 0 1 1 "), std::string::npos) << thick;
    EXPECT_NE(thick.find("a2 2 0 0 1 "), std::string::npos) << thick;
    EXPECT_EQ(capsule_element({10, 20, 5}, {11, 20, 2}), R"(<circle cx="10" cy="20" r="5"/>)");
    EXPECT_EQ(capsule_element({1, 2, 0.5}, {-0.25, 2, 3}), R"(<circle cx="-.3" cy="2" r="3"/>)");
}

TEST(SvgShapes, OutlineAnEllipsoidByItsSingularValues) {
    const Camera camera({}, 100, 100, 0, {{{0, 0, 0}, 0.5}});
    Ellipsoid ellipsoid{BodyPart::chest, {}, {}, {0.1, 0.2, 0.3}};
    Oval oval = outline_of(ellipsoid, camera);
    EXPECT_NEAR(oval.larger, 20, 1e-9);
    EXPECT_NEAR(oval.smaller, 10, 1e-9);
    EXPECT_NEAR(std::abs(oval.turned), 90, 1e-9);
    ellipsoid.frame = about_z(-30);  // clockwise
    oval = outline_of(ellipsoid, camera);
    EXPECT_NEAR(oval.larger, 20, 1e-9);
    EXPECT_NEAR(oval.turned, -60, 1e-9);
    ellipsoid.frame = about_y(90);  // its side is seen
    oval = outline_of(ellipsoid, camera);
    EXPECT_NEAR(oval.larger, 30, 1e-9);
    EXPECT_NEAR(oval.smaller, 20, 1e-9);
}

TEST(SvgShapes, AreFiniteWhateverComesIn) {
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    const double endless = std::numeric_limits<double>::infinity();
    EXPECT_EQ(circle_element({nothing, endless, 1e300}), R"(<circle cx="0" cy="0" r="10000"/>)");
    EXPECT_EQ(capsule_element({nothing, 0, 1}, {0, 0, 1}), R"(<circle cx="0" cy="0" r="1"/>)");
}

}  // namespace
}  // namespace hipflow::figure
