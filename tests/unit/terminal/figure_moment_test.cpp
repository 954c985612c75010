// SPDX-License-Identifier: MIT
#include "terminal/figure_moment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "unit/terminal/figures.h"

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;
using figures::figure;
using figures::in;
using figures::moment_of;
using session::SegmentKind;
using support::Performance;

/// As much as a step of time makes of a rep of five seconds.
constexpr double a_step = 0.017;

/// Goes to the last picture of the segment under way.
Performance to_the_end(Performance performance) {
    performance.wait(performance.left() - 100ms);
    return performance;
}

TEST(FigureMoment, InARepItIsAsFarAsTheRep) {
    for (const Millis passed : {0ms, 500ms, 1250ms, 2500ms, 4900ms}) {
        const auto rep = in(SegmentKind::rep, passed, 2);
        const auto moment = moment_of(rep);
        EXPECT_EQ(moment.figure->poses, figure("glute-bridge").poses);
        EXPECT_NEAR(moment.share, static_cast<double>(passed.count()) / 5000, a_step);
        EXPECT_LE(moment.share, static_cast<double>(passed.count()) / 5000);
        EXPECT_EQ(moment.side, Side::both);
    }
    EXPECT_TRUE(moment_of(in(SegmentKind::rep, 1s, 2)).moves);
    EXPECT_FALSE(moment_of(in(SegmentKind::rep, 2500ms, 2)).moves) << "up there it stays a while";
}

TEST(FigureMoment, InMovementForATimeItIsShownOverAndOver) {
    Performance walk = scenes::performance_of(
        support::session_of({figures::with_exercise(support::moving("walk", 3min))}));
    walk.resume();
    while (session::current_segment(walk.player).kind != SegmentKind::move) walk.wait(walk.left());
    walk.wait(1s);
    const auto early = moment_of(walk);
    EXPECT_TRUE(early.moves);
    EXPECT_NEAR(early.share, 0.2, a_step);
    walk.wait(61500ms);
    EXPECT_NEAR(moment_of(walk).share, 0.5, a_step);
}

/// The first rep of an exercise, and the moments at which its phases end.
struct Rep {
    Performance performance;
    std::vector<Millis> ends;
};

Rep first_rep(const std::string& id, int stretched, const std::vector<Millis>& tempo = {}) {
    const Exercise exercise = figures::shipped(id);
    const Millis pace = shortest_rep(exercise.phases) * stretched;
    auto step = figures::with_exercise(support::reps(id, 3, pace));
    step.work.tempo = tempo;
    for (std::size_t i = 0; i < tempo.size(); ++i) {
        step.work.pace = i == 0 ? tempo[i] : step.work.pace + tempo[i];
    }
    Rep rep{scenes::performance_of(support::session_of({step})), {}};
    const session::Hearing& hearing = rep.performance.player.script->hearing;
    Millis end{};
    for (const auto& phase : session::phases_of(step.work, hearing)) {
        rep.ends.push_back(end += phase.time);
    }
    rep.performance.resume();
    while (session::current_segment(rep.performance.player).kind != SegmentKind::rep) {
        rep.performance.wait(rep.performance.left());
    }
    return rep;
}

/// The pose that a figure shows, or is on the way to.
std::string pose_of(const FigureMoment& moment) {
    const Figure& shown = *moment.figure;
    const auto next = std::ranges::find_if(
        shown.frames, [&](const FigureFrame& frame) { return frame.share >= moment.share; });
    return shown.poses.at(next->pose).name;
}

void expect_agreement(const std::string& id, Rep rep) {
    const auto& phases = figures::shipped(id).phases;
    ASSERT_EQ(phases.size(), rep.ends.size()) << id;
    Millis now{};
    for (std::size_t i = 0; i < phases.size(); ++i) {
        const Millis middle = (now + rep.ends[i]) / 2;
        rep.performance.wait(middle - now);
        EXPECT_EQ(pose_of(moment_of(rep.performance)), phases[i].pose) << id << " phase " << i;
        const bool stays = i > 0 && phases[i].pose == phases[i - 1].pose;
        EXPECT_EQ(moment_of(rep.performance).moves, !stays) << id << " phase " << i;
        // A step before the word for the next phase it is nearly there.
        rep.performance.wait(rep.ends[i] - middle - 1ms);
        const double share =
            static_cast<double>(rep.ends[i].count()) / static_cast<double>(rep.ends.back().count());
        EXPECT_NEAR(moment_of(rep.performance).share, share, 0.03) << id;
        rep.performance.wait(1ms);
        now = rep.ends[i];
    }
}

TEST(FigureMoment, AgreesWithTheWordsOfThePhasesAtAnyPace) {
    int agreed = 0;
    const catalog::Library library("");
    for (const auto& entry : library.exercises()) {
        const Exercise exercise = figures::shipped(entry.id);
        const bool posed = !exercise.phases.empty() && exercise.figure &&
                           std::ranges::all_of(exercise.phases, [](const RepPhase& phase) {
                               return phase.pose.has_value();
                           });
        if (!posed) continue;
        expect_agreement(entry.id, first_rep(entry.id, 1));
        expect_agreement(entry.id, first_rep(entry.id, 2));
        ++agreed;
    }
    EXPECT_GT(agreed, 15);
}

TEST(FigureMoment, AgreesWithATempo) {
    const std::vector<Millis> tempo = {5s, 1s, 4s};
    expect_agreement("glute-bridge", first_rep("glute-bridge", 1, tempo));
    const Rep other = first_rep("glute-bridge", 1, {4s, 6s});
    EXPECT_EQ(*moment_of(other.performance).figure, figure("glute-bridge"))
        << "other phases than its own are not shown";
}

TEST(FigureMoment, TwiceAsLongARepIsHalfAsFast) {
    auto prescription = figures::every_kind();
    for (auto& step : prescription.steps) {
        if (!step.work.hold) step.work.pace *= 2;
    }
    auto performance = scenes::performance_of(prescription);
    performance.resume();
    while (session::current_segment(performance.player).kind != SegmentKind::rep) {
        performance.wait(performance.left());
    }
    performance.wait(2500ms);
    EXPECT_NEAR(moment_of(performance).share, 0.25, a_step);
}

TEST(FigureMoment, TimeGoesInStepsOfTwelveASecond) {
    auto performance = in(SegmentKind::rep, 0ms, 2);
    std::vector<double> shares;
    for (int i = 0; i < 1000; ++i) {
        const double share = moment_of(performance).share;
        if (shares.empty() || shares.back() != share) shares.push_back(share);
        performance.wait(1ms);
    }
    EXPECT_EQ(shares.size(), 13U) << "that at 0, and twelve";
}

TEST(FigureMoment, AHoldShowsThePoseThatIsHeld) {
    const Figure held = figure("figure-4-supine");
    ASSERT_GT(held_share(held), 0.5);
    for (const auto passed : {Millis(0s), Millis(5s), Millis(39s)}) {
        const auto moment = moment_of(in(SegmentKind::hold, passed));
        EXPECT_EQ(moment.share, held_share(held));
        EXPECT_FALSE(moment.moves);
        EXPECT_EQ(moment.side, Side::left);
    }
}

TEST(FigureMoment, HoldsWithAReleaseGoBackToTheFirstPose) {
    const auto hold = moment_of(in(SegmentKind::hold, 1s, 4));
    EXPECT_EQ(hold.share, held_share(figure("prone-prop")));
    EXPECT_FALSE(hold.moves);
    const auto release = moment_of(in(SegmentKind::release, 1s, 4));
    EXPECT_EQ(release.share, 0);
    EXPECT_FALSE(release.moves);
}

TEST(FigureMoment, GetReadyLeadsIntoTheHold) {
    const double held = held_share(figure("figure-4-supine"));
    auto ready = in(SegmentKind::ready, 0ms);
    ASSERT_EQ(ready.left(), 10s);
    // The way in takes three seconds, and ends where the hold begins.
    ready.wait(7s);
    EXPECT_NEAR(moment_of(ready).share, 0, a_step);
    double before = moment_of(ready).share;
    for (int i = 0; i < 29; ++i) {
        ready.wait(100ms);
        EXPECT_GE(moment_of(ready).share, before);
        before = moment_of(ready).share;
    }
    const auto end = moment_of(to_the_end(ready));
    EXPECT_NEAR(end.share, held, 0.02);
    EXPECT_TRUE(moment_of(in(SegmentKind::ready, 8s)).moves);
    EXPECT_FALSE(moment_of(in(SegmentKind::ready, 5s)).moves) << "there it stays in between";
    EXPECT_EQ(moment_of(in(SegmentKind::ready, 5s)).share, held);
}

TEST(FigureMoment, TheGapBeforeRepsEndsWhereTheFirstBegins) {
    auto ready = in(SegmentKind::ready, 0ms, 2);
    EXPECT_EQ(moment_of(ready).figure->poses, figure("glute-bridge").poses);
    // The movement is shown over and over, at the pace of the reps.
    for (const Millis before_end : {Millis(9s), Millis(4s)}) {
        ready.wait(ready.left() - before_end);
        EXPECT_NEAR(moment_of(ready).share, 0.2, a_step);
        EXPECT_TRUE(moment_of(ready).moves);
    }
    // Down again at its end: the same pose as that of the beginning.
    const auto end = to_the_end(ready);
    EXPECT_GT(moment_of(end).share, 0.97);
    const auto& frames = moment_of(end).figure->frames;
    EXPECT_EQ(frames.front().pose, frames.back().pose);
}

TEST(FigureMoment, InARestItIsShownOnceMore) {
    auto rest = in(SegmentKind::rest, 2s, 2);
    EXPECT_EQ(moment_of(rest).share, 0);
    EXPECT_FALSE(moment_of(rest).moves);
    rest.wait(rest.left() - 4s);
    EXPECT_NEAR(moment_of(rest).share, 0.2, a_step);
    EXPECT_TRUE(moment_of(rest).moves);
    EXPECT_GT(moment_of(to_the_end(rest)).share, 0.97);
}

TEST(FigureMoment, AChangeOfSidesShowsTheWayInOnTheOtherOne) {
    auto change = in(SegmentKind::side_change, 1s);
    ASSERT_EQ(change.left(), 4s);
    const double held = held_share(figure("figure-4-supine"));
    EXPECT_EQ(moment_of(change).side, Side::right);
    EXPECT_EQ(moment_of(change).share, 0) << "where one comes to lie first";
    EXPECT_FALSE(moment_of(change).moves);
    change.wait(2500ms);
    EXPECT_EQ(moment_of(change).side, Side::right);
    EXPECT_GT(moment_of(change).share, 0);
    EXPECT_LT(moment_of(change).share, held);
    change.wait(change.left() + 1s);
    EXPECT_EQ(moment_of(change).side, Side::right);
    EXPECT_EQ(moment_of(change).share, held);
}

TEST(FigureMoment, SidesInTurnAreMirroredEverySecondRep) {
    auto reps = in(SegmentKind::rep, 1s, 3);
    for (const Side side : {Side::left, Side::right, Side::left, Side::right}) {
        EXPECT_EQ(moment_of(reps).side, side);
        EXPECT_NEAR(moment_of(reps).share, 0.2, a_step);
        reps.wait(5s);
    }
    EXPECT_EQ(moment_of(in(SegmentKind::ready, 1s, 3)).side, Side::left) << "the side that begins";
}

TEST(FigureMoment, InAPauseItStandsWhereItWas) {
    for (auto performance :
         {in(SegmentKind::rep, 1s, 2), in(SegmentKind::hold, 5s), in(SegmentKind::ready, 6s, 2)}) {
        auto before = moment_of(performance);
        performance.press(session::Key::pause);
        before.moves = false;
        EXPECT_EQ(moment_of(performance), before);
        performance.wait(10s);
        EXPECT_EQ(moment_of(performance), before);
    }
}

TEST(FigureMoment, TheCountdownAfterAPauseGoesOnFromThere) {
    auto reps = in(SegmentKind::rep, 1s, 2);
    const auto before = moment_of(reps);
    reps.press(session::Key::pause);
    reps.wait(10s);
    reps.resume();
    ASSERT_EQ(reps.player.phase, session::Phase::getting_ready);
    EXPECT_EQ(moment_of(reps).share, before.share);
    EXPECT_FALSE(moment_of(reps).moves);
    reps.wait_for_get_ready();
    EXPECT_EQ(moment_of(reps).share, before.share);
    EXPECT_TRUE(moment_of(reps).moves);
}

TEST(FigureMoment, WithoutAFigureThereIsNone) {
    auto prescription = figures::every_kind();
    EXPECT_TRUE(has_figures(scenes::performance_of(prescription).player));
    for (auto& step : prescription.steps) step.work.exercise.figure.reset();
    // One in the former format has words alone.
    prescription.steps[1].work.exercise.figure = Figure{};
    auto performance = scenes::performance_of(prescription);
    performance.resume();
    EXPECT_FALSE(has_figures(performance.player));
    while (performance.player.phase != session::Phase::finished) {
        EXPECT_FALSE(figure_of(performance.player, performance.now.time));
        performance.wait(1s);
    }
    // What is easier may have one.
    prescription.steps[0].easier.push_back(figures::every_kind().steps[0].work);
    EXPECT_TRUE(has_figures(scenes::performance_of(prescription).player));
}

TEST(FigureMoment, ShownAloneAHoldIsTheWayInAndAWhileInIt) {
    const Figure hold = figure("figure-4-supine");
    const auto pace = shown_pace(figures::shipped("figure-4-supine").dose);
    EXPECT_FALSE(pace);
    EXPECT_EQ(shown_length(pace), 6s);
    EXPECT_EQ(shown_share(hold, pace, 0s), 0);
    EXPECT_EQ(shown_share(hold, pace, 1500ms), held_share(hold) / 2);
    EXPECT_EQ(shown_share(hold, pace, 3s), held_share(hold));
    EXPECT_EQ(shown_share(hold, pace, 5900ms), held_share(hold));
}

TEST(FigureMoment, ShownAloneRepsGoAtTheirPace) {
    const Figure reps = figure("glute-bridge");
    const auto pace = shown_pace(figures::shipped("glute-bridge").dose);
    ASSERT_EQ(pace, 7s);
    EXPECT_EQ(shown_length(pace), 7s);
    EXPECT_EQ(shown_share(reps, pace, 1s), 1.0 / 7);
    EXPECT_EQ(shown_share(reps, pace, 8s), 1.0 / 7);
    EXPECT_EQ(shown_pace(Dose{}), 5s) << "what has no pace is shown at a usual one";
}

}  // namespace
}  // namespace hipflow::terminal
