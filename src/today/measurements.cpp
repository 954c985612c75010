// SPDX-License-Identifier: MIT
#include "today/measurements.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "domain/error.h"
#include "domain/number.h"
#include "domain/spelling.h"
#include "platform/random.h"
#include "text/utf8.h"
#include "today/desk.h"

namespace hipflow::today {
namespace {

/// Turned by one's own muscles. Passive rotation is another series.
constexpr std::string_view rotation_version = "active";
constexpr std::size_t most_trials = 9;
constexpr int wide_spread = 15;           // degrees
constexpr std::size_t longest_text = 80;  // fits in a line of a table

}  // namespace

std::optional<Trials> Trials::from_text(std::string_view text) {
    Trials trials;
    while (true) {
        const auto comma = text.find(',');
        const auto degrees = parse_number<int>(text.substr(0, comma));
        if (!degrees || *degrees < 0 || *degrees > most_degrees) return std::nullopt;
        trials.degrees.push_back(*degrees);
        if (comma == std::string_view::npos) break;
        text.remove_prefix(comma + 1);
    }
    if (trials.degrees.size() > most_trials) return std::nullopt;
    return trials;
}

RotationWay rotation_way(Desk& desk, std::optional<RotationPosition> position,
                         const std::optional<std::string>& instrument) {
    RotationWay way;
    for (const auto& known : desk.store().measurements(Measured::rotation, {})) {
        way.position = known.position.value_or(way.position);
        way.instrument = known.instrument.value_or(way.instrument);
    }
    way.position = position.value_or(way.position);
    way.instrument = instrument.value_or(way.instrument);
    if (way.instrument.empty() || !is_plain_text(way.instrument)) {
        throw Error("--instrument: expected a name, such as phone or goniometer");
    }
    return way;
}

RotationTaking::RotationTaking(Desk& desk, RotationWay way) : desk_(desk), way_(std::move(way)) {
    const Stamp now = desk.now();
    change_id_ = platform::new_id(now.at);
    const auto early =
        stats::too_early_by(desk.store().measurements(Measured::rotation, {}), now.local_day);
    if (early.count() > 0) too_early_until_ = now.local_day + early;
}

store::Change RotationTaking::add(std::span<const RotationReadings> all, const Stamp& at) {
    store::Change change;
    change.now = desk_.clock().wall();
    change.id = change_id_;
    for (const auto& readings : all) {
        int trial = 0;
        for (const int degrees : readings.degrees) {
            Measurement one;
            one.id = platform::new_id(change.now);
            one.kind = Measured::rotation;
            one.movement = readings.movement;
            one.side = readings.side;
            one.position = way_.position;
            one.trial = ++trial;
            one.value = degrees;
            one.instrument = way_.instrument;
            one.scale_version = rotation_version;
            one.pain = readings.pain;
            one.taken = at;
            taken_.push_back(one);
            change.put.emplace_back(std::move(one));
        }
    }
    return change;
}

std::optional<PainScore> RotationTaking::worst() const {
    std::optional<PainScore> worst;
    for (const auto& one : taken_) worst = std::max(worst, one.pain);
    return worst;
}

std::vector<WideSpread> wide_spreads(const stats::RotationTest& test) {
    std::vector<WideSpread> wide;
    for (const auto& where : hip_movements) {
        const auto& mean = test.of(where.side, where.movement);
        const int spread = mean ? mean->highest - mean->lowest : 0;
        if (spread >= wide_spread) wide.push_back({where, spread});
    }
    return wide;
}

std::optional<std::string> objection_to(const std::string& text,
                                        const std::vector<Activity>& activities) {
    if (!is_plain_text(text)) return "Please type letters, digits and signs only.";
    if (character_count(text) > longest_text) {
        return fmt::format("Please say it in at most {} characters.", longest_text);
    }
    if (std::ranges::count(activities, text, &Activity::text) != 0) {
        return "That one is on the list already. Another one?";
    }
    if (activities.size() >= most_activities) {
        return fmt::format("There are {} already, which is enough.", activities.size());
    }
    return std::nullopt;
}

const Activity& activity_named(const std::vector<Activity>& activities, const std::string& name,
                               std::string_view option) {
    const auto number = parse_number<std::size_t>(name);
    if (number && *number >= 1 && *number <= activities.size()) return activities[*number - 1];
    const auto found = std::ranges::find(activities, name, &Activity::text);
    if (found != activities.end()) return *found;
    std::vector<std::string> texts;
    std::string list;
    for (const auto& activity : activities) {
        texts.push_back(activity.text);
        list += fmt::format("\n  {} {}", texts.size(), shown(activity.text));
    }
    throw Error(fmt::format("{}: '{}' is not one of your activities.{} {}", option, shown(name),
                            did_you_mean(name, texts),
                            list.empty() ? "There are none yet: --add names one."
                                         : "Yours are, by number or words:" + list));
}

std::optional<ActivityScore> ActivityScore::from_text(std::string_view text) {
    const auto equals = text.rfind('=');
    if (equals == std::string_view::npos) return std::nullopt;
    const int score = parse_number<int>(text.substr(equals + 1)).value_or(-1);
    if (score < 0 || score > 10) return std::nullopt;
    return ActivityScore{std::string(text.substr(0, equals)), score};
}

FunctionTaking::FunctionTaking(Desk& desk, const Stamp& at)
    : desk_(desk),
      at_(at),
      all_(desk.store().activities()),
      known_(desk.store().measurements(Measured::function, {})),
      change_id_(platform::new_id(at.at)) {}

std::vector<Activity> FunctionTaking::asked() const {
    std::vector<Activity> activities;
    std::ranges::copy_if(all_, std::back_inserter(activities),
                         [](const Activity& activity) { return !activity.to_day; });
    return activities;
}

std::map<std::string, int> FunctionTaking::previous() const {
    std::map<std::string, int> last;
    for (const auto& one : series()) {
        if (!one.scores.empty()) last[one.activity.id] = one.scores.back().score;
    }
    return last;
}

store::Change FunctionTaking::empty_change() const {
    store::Change change;
    change.now = desk_.clock().wall();
    change.id = change_id_;
    return change;
}

Activity FunctionTaking::add(store::Change& change, const std::string& text) {
    Activity activity;
    // Ids keep the order in which activities were named, though it takes less than a millisecond.
    activity.id = platform::new_id(change.now + Millis(all_.size()));
    activity.text = text;
    activity.from_day = at_.local_day;
    all_.push_back(activity);
    change.put.emplace_back(activity);
    ++changes_;
    return activity;
}

void FunctionTaking::drop(store::Change& change, const Activity& activity) {
    const auto found = std::ranges::find(all_, activity.id, &Activity::id);
    found->to_day = at_.local_day;
    change.put.emplace_back(*found);
    ++changes_;
}

void FunctionTaking::score(store::Change& change, const Activity& activity, int value) {
    Measurement one;
    one.id = platform::new_id(change.now);
    one.kind = Measured::function;
    one.value = value;
    one.scale_version = stats::function_scale;
    one.activity_id = activity.id;
    one.taken = at_;
    known_.push_back(one);
    change.put.emplace_back(std::move(one));
    ++changes_;
}

store::Change FunctionTaking::take(const FunctionAnswers& answers) {
    store::Change change = empty_change();
    for (const auto& name : answers.drop) drop(change, activity_named(asked(), name, "--drop"));
    for (const auto& text : answers.add) {
        if (const auto objection = objection_to(text, asked())) {
            throw Error(fmt::format("--add: '{}': {}", shown(text), *objection));
        }
        add(change, text);
    }
    for (const auto& answer : answers.scores) {
        score(change, activity_named(asked(), answer.name, "--score"), answer.score);
    }
    return change;
}

}  // namespace hipflow::today
