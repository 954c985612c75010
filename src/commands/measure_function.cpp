// SPDX-License-Identifier: MIT
#include "commands/measure_function.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands/dialogue.h"
#include "commands/json_answer.h"
#include "commands/rescued.h"
#include "commands/when.h"
#include "domain/number.h"
#include "domain/spelling.h"
#include "exchange/measure_json.h"
#include "guide/measure_function.h"
#include "platform/random.h"
#include "report/function_text.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

struct FunctionOptions {
    std::vector<std::string> add;
    std::vector<std::string> drop;
    std::vector<std::string> scores;
    std::string at;
    bool plain = false;
    bool json = false;

    bool given() const { return !add.empty() || !drop.empty() || !scores.empty(); }
};

bool is_asked(const Activity& activity) { return !activity.to_day; }

/// One that is asked, by its number in the list or by its words. Throws Error for any other.
const Activity& activity_named(const std::vector<Activity>& activities, const std::string& option,
                               const std::string& name) {
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
    throw Error(fmt::format("{}: '{}' is none of your activities.{} {}", option, shown(name),
                            did_you_mean(name, texts),
                            list.empty() ? "There are none yet: --add names one."
                                         : "There are, by number or words:" + list));
}

/// "tie my shoes=4": the words, or the number, and the score behind the last '='.
struct Answer {
    std::string name;
    int score = 0;
};
Answer answer_in(const std::string& text) {
    const auto equals = text.rfind('=');
    const std::string_view number =
        equals == std::string::npos ? text : std::string_view(text).substr(equals + 1);
    const auto score = parse_number<int>(number);
    if (equals == std::string::npos || !score || *score < 0 || *score > 10) {
        throw Error(fmt::format(
            "--score: '{}' is no answer. Expected an activity and a whole number from 0 (unable to "
            "do it) to 10 (as well as before), such as 1=4 or 'tie my shoes=4'.",
            shown(text)));
    }
    return {text.substr(0, equals), *score};
}

/// One `measure function`, whose records are taken back together.
class FunctionTaking {
   public:
    FunctionTaking(Context& context, const FunctionOptions& options)
        : context_(context),
          options_(options),
          at_(moment()),
          store_(context.store()),
          all_(store_.activities()),
          known_(store_.measurements(Measured::function, {})),
          change_id_(new_id(at_.at)) {}

    int run() {
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
    Stamp moment() {
        const Stamp now = context_.now();
        if (options_.at.empty()) return now;
        return past_moment("--at", options_.at, now, context_.settings().day_starts);
    }

    std::vector<Activity> asked() const {
        std::vector<Activity> activities;
        std::ranges::copy_if(all_, std::back_inserter(activities), is_asked);
        return activities;
    }

    void keep_given() {
        Change change = empty_change();
        for (const auto& name : options_.drop) {
            drop(change, activity_named(asked(), "--drop", name));
        }
        for (const auto& text : options_.add) {
            if (const auto objection = objection_to(text, asked())) {
                throw Error(fmt::format("--add: '{}': {}", shown(text), *objection));
            }
            add(change, text);
        }
        for (const auto& text : options_.scores) {
            const Answer answer = answer_in(text);
            score(change, activity_named(asked(), "--score", answer.name), answer.score);
        }
        store_.commit(change);
    }

    void lead(Face& face) {
        const auto at_once = [this](const auto& record) {
            Change change = empty_change();
            record(change);
            record_or_put_aside(context_, store_, change);
        };
        lead_function(face, asked(), previous(),
                      {.add =
                           [&](const std::string& text) {
                               at_once([&](Change& change) { add(change, text); });
                               return all_.back();
                           },
                       .drop =
                           [&](const Activity& activity) {
                               at_once([&](Change& change) { drop(change, activity); });
                           },
                       .score =
                           [&](const Activity& activity, int value) {
                               at_once([&](Change& change) { score(change, activity, value); });
                           }});
    }

    /// The last score of each activity.
    std::map<std::string, int> previous() const {
        std::map<std::string, int> last;
        for (const auto& one : function_series(known_, all_)) {
            if (!one.scores.empty()) last[one.activity.id] = one.scores.back().score;
        }
        return last;
    }

    Change empty_change() {
        Change change;
        change.now = context_.clock().wall();
        change.id = change_id_;
        return change;
    }

    void add(Change& change, const std::string& text) {
        Activity activity;
        // In the order in which they were named, though it takes less than a millisecond.
        activity.id = new_id(change.now + Millis(all_.size()));
        activity.text = text;
        activity.from_day = at_.local_day;
        all_.push_back(activity);
        change.put.emplace_back(std::move(activity));
        ++changes_;
    }

    void drop(Change& change, const Activity& activity) {
        const auto found = std::ranges::find(all_, activity.id, &Activity::id);
        found->to_day = at_.local_day;
        change.put.emplace_back(*found);
        ++changes_;
    }

    void score(Change& change, const Activity& activity, int value) {
        Measurement one;
        one.id = new_id(change.now);
        one.kind = Measured::function;
        one.value = value;
        one.scale_version = function_scale;
        one.activity_id = activity.id;
        one.taken = at_;
        known_.push_back(one);
        change.put.emplace_back(std::move(one));
        ++changes_;
    }

    int tell() {
        if (changes_ == 0) {
            context_.note("Nothing was answered, and nothing is recorded.\n");
            return code(ExitCode::nothing);
        }
        const auto series = function_series(known_, all_);
        if (options_.json) {
            Json answer = json_answer();
            answer.update(function_json(series));
            print_json(context_, answer);
            return code(ExitCode::done);
        }
        context_.print(fmt::format("Recorded: function, {}. 'hipflow undo' takes it back.\n{}\n\n",
                                   format_day(at_.local_day), function_scale_words));
        context_.print(function_test_text(series, at_.local_day));
        if (asked().size() < usual_activities) {
            context_.print(fmt::format("\nThree activities or more make a steadier mean.\n"));
        }
        context_.print("\n'hipflow stats function' shows it over time.\n");
        return code(ExitCode::done);
    }

    Context& context_;
    const FunctionOptions& options_;
    Stamp at_;
    Store store_;
    std::vector<Activity> all_;
    std::vector<Measurement> known_;
    std::string change_id_;
    int changes_ = 0;
};

int measure_function(Context& context, const FunctionOptions& options) {
    if (!options.given() && !context.may_ask()) {
        throw Error(
            "nobody is there to answer. Name activities with --add 'tie my shoes', and say how "
            "they "
            "go with --score 'tie my shoes=4'.");
    }
    return FunctionTaking(context, options).run();
}

}  // namespace

void add_measure_function(CLI::App& app, Action& action) {
    auto options = std::make_shared<FunctionOptions>();
    app.add_option("--add", options->add, "Name an activity that is hard; may be repeated")
        ->type_name("WORDS");
    app.add_option("--drop", options->drop, "Ask this one no more, by number or words")
        ->type_name("ACTIVITY");
    app.add_option("--score", options->scores,
                   "How it goes, 0 unable to 10 as before: 1=4 or 'tie my shoes=4'")
        ->type_name("ACTIVITY=SCORE");
    app.add_option("--at", options->at, "When: 19:30, 'yesterday 19:30', a date; else now")
        ->type_name("TIME");
    app.add_flag("--plain", options->plain, "Ask in plain lines");
    app.add_flag("--json", options->json, "Print JSON");
    app.callback([options, &action] {
        action = [options](Context& context) { return measure_function(context, *options); };
    });
}

}  // namespace hipflow
