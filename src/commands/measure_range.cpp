// SPDX-License-Identifier: MIT
#include "commands/measure_range.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands/answer_options.h"
#include "commands/dialogue.h"
#include "commands/json_answer.h"
#include "commands/rescued.h"
#include "commands/safety.h"
#include "commands/when.h"
#include "domain/number.h"
#include "exchange/measure_json.h"
#include "guide/measure_range.h"
#include "platform/random.h"
#include "report/range_text.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

/// What was done: turned by one's own muscles. Passive range is another series.
constexpr std::string_view range_version = "active";
constexpr std::string_view usual_instrument = "phone";
constexpr std::size_t most_trials = 9;
constexpr int wide_spread = 15;  // between trials: then something moved that should not

/// One option for each side and movement, in the order of the guided measurement.
struct Group {
    const char* option;
    Side side;
    Rotation movement;
};
constexpr std::array groups = {
    Group{"--left-internal", Side::left, Rotation::internal},
    Group{"--left-external", Side::left, Rotation::external},
    Group{"--right-internal", Side::right, Rotation::internal},
    Group{"--right-external", Side::right, Rotation::external},
};

struct TrialOptions {
    std::array<std::optional<std::string>, groups.size()> degrees;
    std::optional<std::string> position;
    std::optional<std::string> instrument;
    std::optional<int> pain;
    std::string at;
    bool plain = false;
    bool json = false;

    bool given() const {
        return std::ranges::any_of(degrees, [](const auto& one) { return one.has_value(); });
    }
};

std::vector<int> degrees_in(const std::string& option, const std::string& text) {
    const auto refuse = [&](std::string_view what) {
        return Error(
            fmt::format("{}: {} Expected whole degrees from 0 to {}, one for each trial, "
                        "such as 32,33,31.",
                        option, what, most_degrees));
    };
    std::vector<int> all;
    std::string_view rest = text;
    while (true) {
        const auto comma = rest.find(',');
        const std::string_view one = rest.substr(0, comma);
        const auto degrees = parse_number<int>(one);
        if (!degrees) throw refuse(fmt::format("'{}' is no number.", shown(one)));
        if (*degrees < 0 || *degrees > most_degrees) {
            throw refuse(fmt::format("no hip turns {} degrees.", *degrees));
        }
        all.push_back(*degrees);
        if (comma == std::string_view::npos) break;
        rest.remove_prefix(comma + 1);
    }
    if (all.size() > most_trials) {
        throw refuse(fmt::format("{} trials are more than {}.", all.size(), most_trials));
    }
    return all;
}

/// How a test is taken: as asked for, or as last time, so that it stays one series.
struct Way {
    RangePosition position = RangePosition::seated;
    std::string instrument = std::string(usual_instrument);
};

Way way_of(const TrialOptions& options, const std::vector<Measurement>& known) {
    Way way;
    for (const auto& measurement : known) {
        way.position = measurement.position.value_or(way.position);
        way.instrument = measurement.instrument.value_or(way.instrument);
    }
    // NOLINTNEXTLINE(bugprone-unchecked-optional-access): the option takes no other words
    if (options.position) way.position = *from_word<RangePosition>(*options.position);
    if (options.instrument) way.instrument = *options.instrument;
    if (way.instrument.empty() || !is_plain_text(way.instrument)) {
        throw Error("--instrument: expected a name, such as phone or goniometer");
    }
    return way;
}

/// One `measure range`, whose records are taken back together.
class RangeTaking {
   public:
    RangeTaking(Context& context, const TrialOptions& options)
        : context_(context),
          options_(options),
          now_(context.now()),
          store_(context.store()),
          known_(store_.measurements(Measured::range, {})),
          way_(way_of(options, known_)),
          change_id_(new_id(now_.at)) {}

    int run() {
        const auto early = too_early_by(known_, now_.local_day);
        if (early.count() > 0) too_early(early);
        if (options_.given()) {
            keep_given();
        } else {
            const int ended =
                in_dialogue(context_, options_.plain, [this](Face& face) { lead(face); });
            if (ended != code(ExitCode::done)) return ended;
        }
        return tell();
    }

   private:
    void too_early(std::chrono::days early) {
        early_ = fmt::format(
            "The last test is not three weeks old. Range changes slowly, by about as much as a "
            "reading errs: from {} on, another test tells more. It is taken all the same.\n",
            format_day(now_.local_day + early));
        if (options_.given()) context_.note(early_);
    }

    void keep_given() {
        Stamp at = now_;
        if (!options_.at.empty()) {
            at = past_moment("--at", options_.at, now_, context_.settings().day_starts);
        }
        std::vector<RangeReadings> all;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            const Group& group = groups.at(i);
            const auto& text = options_.degrees.at(i);
            if (!text) continue;
            all.push_back({group.side, group.movement, degrees_in(group.option, *text), {}});
            if (options_.pain) all.back().pain = PainScore::from(*options_.pain);
        }
        Change change = empty_change();
        for (const auto& readings : all) add(change, readings, at);
        store_.commit(change);
        if (options_.pain && *options_.pain >= range_stop_pain) {
            context_.note(
                fmt::format("At a pain of {} or more, stop there next time: forcing it "
                            "shows nothing.\n",
                            range_stop_pain));
        }
    }

    void lead(Face& face) {
        if (!early_.empty()) face.say(early_ + '\n');
        if (!options_.position) way_.position = ask_range_position(face, way_.position);
        stopped_at_ = lead_range(face, way_.position, [this](const RangeReadings& readings) {
            Change change = empty_change();
            add(change, readings, context_.now());
            record_or_put_aside(context_, store_, change);
        });
    }

    Change empty_change() {
        Change change;
        change.now = context_.clock().wall();
        change.id = change_id_;
        return change;
    }

    void add(Change& change, const RangeReadings& readings, const Stamp& at) {
        int trial = 0;
        for (const int degrees : readings.degrees) {
            Measurement one;
            one.id = new_id(change.now);
            one.kind = Measured::range;
            one.movement = readings.movement;
            one.side = readings.side;
            one.position = way_.position;
            one.trial = ++trial;
            one.value = degrees;
            one.instrument = way_.instrument;
            one.scale_version = range_version;
            one.pain = readings.pain;
            one.taken = at;
            taken_.push_back(one);
            change.put.emplace_back(std::move(one));
        }
    }

    /// What was taken now, as one test.
    int tell() {
        if (taken_.empty()) {
            context_.note("Nothing was measured, and nothing is recorded.\n");
            answer_severe(context_, stopped_at_, now_.at);
            return code(ExitCode::nothing);
        }
        const RangeSeries series = range_series(taken_).front();
        const RangeTest& test = series.tests.back();
        if (options_.json) {
            Json answer = json_answer();
            answer["test"] = to_json(test);
            answer["measurements"] = Json::array();
            for (const auto& one : taken_) answer["measurements"].push_back(to_json(one));
            print_json(context_, answer);
            return code(ExitCode::done);
        }
        context_.print(fmt::format("Recorded: range, {}, {}. 'hipflow undo' takes it back.\n\n",
                                   way_text(series), format_day(test.local_day)));
        context_.print(range_test_text(test));
        warn_of_spread(test);
        context_.print("\n'hipflow stats range' shows it beside the other tests.\n");
        auto worst = stopped_at_;
        for (const auto& one : taken_) worst = std::max(worst, one.pain);
        answer_severe(context_, worst, taken_.back().taken.at);
        return code(ExitCode::done);
    }

    void warn_of_spread(const RangeTest& test) {
        for (const Group& group : groups) {
            const auto& mean = test.of(group.side, group.movement);
            if (!mean || mean->highest - mean->lowest < wide_spread) continue;
            context_.note(
                fmt::format("The {} {} readings lie {} degrees apart. Did the pelvis lift, or the "
                            "phone move?\n",
                            word(group.side), word(group.movement), mean->highest - mean->lowest));
        }
    }

    Context& context_;
    const TrialOptions& options_;
    Stamp now_;
    Store store_;
    std::optional<PainScore> stopped_at_;
    std::vector<Measurement> known_;
    Way way_;
    std::string change_id_;
    std::string early_;
    std::vector<Measurement> taken_;
};

int measure_range(Context& context, const TrialOptions& options) {
    const bool alone = options.pain.has_value() || !options.at.empty();
    if (!options.given() && alone) {
        throw Error("--pain and --at go with readings: give --left-internal 32,33,31 and the like");
    }
    if (!options.given() && !context.may_ask()) {
        throw Error(
            "nobody is there to read the phone. Give the readings: --left-internal 32,33,31 "
            "--left-external 40,41,39 --right-internal 30,31,30 --right-external 38,40,39.");
    }
    return RangeTaking(context, options).run();
}

}  // namespace

void add_measure_range(CLI::App& app, Action& action) {
    auto options = std::make_shared<TrialOptions>();
    constexpr std::array meanings = {"Left foot swings out: its degrees, one for each trial",
                                     "Left foot swings in", "Right foot swings out",
                                     "Right foot swings in"};
    for (std::size_t i = 0; i < groups.size(); ++i) {
        app.add_option(groups.at(i).option, options->degrees.at(i), meanings.at(i))
            ->type_name("DEGREES");
    }
    app.add_option("--position", options->position, "How; else as last time, or seated")
        ->check(CLI::IsMember(all_words<RangePosition>()))
        ->type_name("POSITION");
    app.add_option("--instrument", options->instrument, "What with; else as last time, or phone")
        ->type_name("NAME");
    app.add_option("--pain", options->pain, "The strongest pain during it, 0 to 10")
        ->check(CLI::Range(0, 10))
        ->type_name("0-10");
    app.add_option("--at", options->at, "When: 19:30, 'yesterday 19:30', a date; else now")
        ->type_name("TIME");
    app.add_flag("--plain", options->plain, "Ask in plain lines");
    app.add_flag("--json", options->json, "Print JSON");
    app.callback([options, &action] {
        action = [options](Context& context) { return measure_range(context, *options); };
    });
}

}  // namespace hipflow
