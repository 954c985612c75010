// SPDX-License-Identifier: MIT
#include "commands/schedule_excuse.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "commands/answer_options.h"
#include "commands/enrolled.h"
#include "commands/schedule_state.h"
#include "exchange/kind.h"
#include "platform/random.h"
#include "schedule/due.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

using std::chrono::days;

struct ExcuseOptions {
    std::string day = "today";
    std::optional<std::string> until;
    std::optional<std::string> slot;
    std::optional<std::string> reason;
    bool token = false;
};

std::optional<ExcuseReason> reason_in(const ExcuseOptions& options) {
    return options.reason ? from_word<ExcuseReason>(*options.reason) : std::nullopt;
}

/// The last day of it, which is not before the first.
std::optional<Day> end_in(const ExcuseOptions& options, Day from, Day today) {
    if (!options.until) return std::nullopt;
    const Day to = coming_day_in("--until", *options.until, today);
    if (to >= from) return to;
    throw Error(fmt::format("--until {} is before {}", format_day(to), format_day(from)));
}

DayPlan required_plan(Context& context, const Store& store, Day since) {
    auto versions = store.schedules();
    if (versions.empty()) {
        throw Error("there is no schedule yet. 'hipflow schedule set mon,wed,fri' makes one.");
    }
    return plan_of(std::move(versions), store.excuses(since), context.settings().week_starts);
}

std::string up_to(const std::optional<Day>& day) {
    return day ? fmt::format("up to and including {}", format_day(*day))
               : std::string("until 'hipflow schedule resume'");
}

void put(Context& context, Store& store, Excuse excuse) {
    Change change;
    change.now = context.clock().wall();
    excuse.id = new_id(change.now);
    change.put.emplace_back(std::move(excuse));
    store.commit(change);
}

int pause(Context& context, const ExcuseOptions& options) {
    const Day today = context.now().local_day;
    Store store = context.store();
    const DayPlan plan = required_plan(context, store, today);
    const Excuse* known = excuse_of(plan, today, "");
    if (known != nullptr && known->kind == ExcuseKind::paused) {
        throw Error(fmt::format("it is paused already, {}. 'hipflow schedule resume' ends that.",
                                up_to(known->to_day)));
    }
    Excuse excuse;
    excuse.from_day = today;
    excuse.to_day = end_in(options, today, today);
    excuse.kind = ExcuseKind::paused;
    excuse.reason = reason_in(options);
    put(context, store, excuse);
    context.print(fmt::format("Paused from today, {}. {}", up_to(excuse.to_day), taken_back_by));
    return code(ExitCode::done);
}

int end_pause(Context& context) {
    const Day today = context.now().local_day;
    auto store = context.existing_store();
    Change change;
    change.now = context.clock().wall();
    if (store) {
        for (auto excuse : store->excuses(today)) {
            if (excuse.kind != ExcuseKind::paused || excuse.from_day > today) continue;
            if (excuse.from_day == today) {
                change.del.push_back({kind<Excuse>, excuse.id});
            } else {
                excuse.to_day = today - days(1);
                change.put.emplace_back(std::move(excuse));
            }
        }
    }
    if (!store || (change.del.empty() && change.put.empty())) {
        context.print("Nothing is paused.\n");
        return code(ExitCode::nothing);
    }
    store->commit(change);
    context.print(fmt::format("The pause has ended. {}", taken_back_by));
    return code(ExitCode::done);
}

/// Whether the rule has anything on one of these days; `k per week` may have it on any.
bool plans_anything(const DayPlan& plan, Day from, Day to) {
    for (Day day = from; day <= to; day += days(1)) {
        const PlanVersion* version = version_in_force(plan, day);
        if (version == nullptr) continue;
        if (version->rule.cadence == Cadence::per_week) return true;
        if (plans(version->rule, version->valid_from, day)) return true;
    }
    return false;
}

void require_slot(const DayPlan& plan, Day day, const std::string& slot) {
    const PlanVersion* version = version_in_force(plan, day);
    std::string known;
    if (version != nullptr) {
        for (const auto& other : version->rule.slots) {
            if (other.name == slot) return;
            known += fmt::format("{}{}", known.empty() ? "" : ", ", other.name);
        }
    }
    throw Error(fmt::format("--slot: there is no '{}' on {}{}", shown(slot), format_day(day),
                            known.empty() ? "" : fmt::format("; there is: {}", known)));
}

/// Throws Error where the program allows none, or fewer than `wanted`.
void require_tokens(Context& context, const Store& store, Day today, int wanted) {
    const auto program = enrolled(context.library(), store, today);
    if (!program) {
        throw Error("tokens come with a program. '--reason' excuses the day without one.");
    }
    const int left = program->today.tokens;
    if (left >= wanted) return;
    const std::string how_many =
        left == 0 ? "no token is left" : fmt::format("only {} of {} tokens is left", left, wanted);
    throw Error(fmt::format("{}: {} gives {} a week. '--reason' excuses the day.", how_many,
                            program->program.name, program->program.tokens));
}

int skip(Context& context, const ExcuseOptions& options) {
    const Day today = context.now().local_day;
    Excuse excuse;
    excuse.from_day = coming_day_in("day", options.day, today);
    excuse.to_day = end_in(options, excuse.from_day, today).value_or(excuse.from_day);
    excuse.slot = options.slot;
    excuse.kind = options.token ? ExcuseKind::token : ExcuseKind::excused;
    excuse.reason = reason_in(options);
    Store store = context.store();
    const DayPlan plan = required_plan(context, store, excuse.from_day);
    if (!plans_anything(plan, excuse.from_day, *excuse.to_day)) {
        context.print("Nothing is planned then.\n");
        return code(ExitCode::nothing);
    }
    if (options.slot) require_slot(plan, excuse.from_day, *options.slot);
    if (options.token) {
        const auto skipped = (*excuse.to_day - excuse.from_day).count() + 1;
        require_tokens(context, store, today, static_cast<int>(skipped));
    }
    put(context, store, excuse);
    const std::string span =
        excuse.to_day == excuse.from_day
            ? format_day(excuse.from_day)
            : fmt::format("{} to {}", format_day(excuse.from_day), format_day(*excuse.to_day));
    context.print(fmt::format("Left out: {}. {}", span, taken_back_by));
    return code(ExitCode::done);
}

void add_reason(CLI::App& app, ExcuseOptions& options) {
    app.add_option("--reason", options.reason, "Why: sick, travel, flare or other")
        ->check(CLI::IsMember(all_words<ExcuseReason>()))
        ->type_name("REASON");
}

}  // namespace

void add_pause(CLI::App& app, Action& action) {
    auto options = std::make_shared<ExcuseOptions>();
    app.add_option("--until", options->until, "The last day of the pause; else until resume")
        ->type_name("DAY");
    add_reason(app, *options);
    app.callback([options, &action] {
        action = [options](Context& context) { return pause(context, *options); };
    });
}

void add_resume(CLI::App& app, Action& action) {
    app.callback([&action] { action = end_pause; });
}

void add_skip(CLI::App& app, Action& action) {
    auto options = std::make_shared<ExcuseOptions>();
    app.add_option("day", options->day, "today, tomorrow, friday, a date; else today")
        ->type_name("DAY");
    app.add_option("--until", options->until, "The last day left out")->type_name("DAY");
    app.add_option("--slot", options->slot, "Only this one of the day: am, pm, 07:30")
        ->type_name("SLOT");
    add_reason(app, *options);
    app.add_flag("--token", options->token, "With one of the skips that the program allows");
    app.callback([options, &action] {
        action = [options](Context& context) { return skip(context, *options); };
    });
}

}  // namespace hipflow
