// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "commands/answer_options.h"
#include "commands/json_answer.h"
#include "commands/stats_read.h"
#include "exchange/stats_json.h"
#include "stats/period.h"

namespace hipflow {
namespace {

PlacePain judged(const std::vector<PainDay>& days, const std::optional<PainPlace>& place) {
    return {place, mean_at(days, place, Moment::before), mean_at(days, place, Moment::after),
            mean_at(days, place, Moment::morning), trend(daily_scores(days, place))};
}

}  // namespace

PainView read_pain(Context& context, const Store& store, const Filter& filter, Day today,
                   const std::function<bool(const PainRow&)>& keep) {
    PainDays days;
    store.each_pain_row(filter, [&](const PainRow& row) {
        if (keep(row)) days.add(row);
    });
    PainView view;
    view.days = days.finish();
    const Span range =
        span_of(filter, view.days.empty() ? today : view.days.front().local_day, today);
    view.from = range.from;
    view.to = range.to;
    view.week_starts = context.settings().week_starts;
    if (view.days.empty()) return view;
    view.places.push_back(judged(view.days, std::nullopt));
    for (const auto& place : places_in(view.days)) {
        view.places.push_back(judged(view.days, place));
    }
    if (view.places.front().trend.line) view.line = smoothed(daily_scores(view.days, std::nullopt));
    view.change = summed(store.day_totals(filter)).change;
    return view;
}

namespace {

Json mean_json(const std::optional<MomentMean>& mean) {
    if (!mean) return {{"days", 0}, {"mean", nullptr}};
    return {{"days", mean->days}, {"mean", mean->mean}};
}

Json pain_json(const PainView& view) {
    Json answer = json_answer();
    answer["from"] = format_day(view.from);
    answer["to"] = format_day(view.to);
    answer["days"] = Json::array();
    for (const auto& day : view.days) answer["days"].push_back(to_json(day));
    answer["places"] = Json::array();
    for (const auto& place : view.places) {
        Json row = place_json(place.place);
        row["before"] = mean_json(place.before);
        row["after"] = mean_json(place.after);
        row["morning"] = mean_json(place.morning);
        row["trend"] = to_json(place.trend);
        answer["places"].push_back(row);
    }
    answer["change"] = to_json(view.change);
    return answer;
}

std::function<bool(const PainRow&)> chosen_by(const StatsOptions& options) {
    const auto site = options.site ? from_word<Site>(*options.site) : std::nullopt;
    const auto side = options.side ? from_word<Side>(*options.side) : std::nullopt;
    return [site, side, on_time = options.on_time](const PainRow& row) {
        return (!site || row.site == site) && (!side || row.side == side) && !(on_time && row.late);
    };
}

int show_pain(Context& context, const StatsOptions& options) {
    const Day today = context.now().local_day;
    const Filter filter = filter_of(context, options.range, today, usual_weeks);
    const auto store = context.existing_store();
    PainView view;
    if (store) view = read_pain(context, *store, filter, today, chosen_by(options));
    const Json blank = to_json(PainDay{});
    if (view.days.empty()) {
        return nothing_to_show(context, store, options, pain_json(view), blank);
    }
    if (options.json || options.csv) {
        print_as_data(context, options, pain_json(view), "days", blank);
    } else {
        context.print(pain_view(view, context.style()));
    }
    return code(ExitCode::done);
}

}  // namespace

void add_stats_pain(CLI::App& stats, const std::shared_ptr<StatsOptions>& options, Action& action) {
    CLI::App* view =
        add_stats_view(stats, "pain", "Pain by place: before, after, mornings, and the trend",
                       options, action, show_pain);
    view->add_option("--site", options->site, "Only at this place")
        ->check(CLI::IsMember(all_words<Site>()))
        ->type_name("SITE");
    view->add_option("--side", options->side, "Only on this side")
        ->check(CLI::IsMember(all_words<Side>()))
        ->type_name("SIDE");
    view->add_flag("--on-time", options->on_time, "Without what was entered late");
}

}  // namespace hipflow
