// SPDX-License-Identifier: MIT
#include "commands/amend.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <set>

#include "commands/answer_options.h"
#include "commands/range.h"
#include "commands/reported_session.h"
#include "commands/safety.h"
#include "commands/score_entry.h"
#include "commands/when.h"
#include "exchange/kind.h"
#include "platform/random.h"
#include "report/history_text.h"

namespace hipflow {
namespace {

struct AmendOptions {
    std::string name;
    AnswerOptions answers;
    std::string at;
    std::optional<std::string> done;
    std::optional<std::string> reason;
    std::vector<std::string> clear;
};

const std::vector<std::string> clearable = {"effort",      "hurt",       "note",
                                            "pain-before", "pain-after", "reason"};

bool clears(const AmendOptions& options, std::string_view what) {
    return std::ranges::count(options.clear, what) != 0;
}

void require_no_contradiction(const AmendOptions& options) {
    const AnswerOptions& answers = options.answers;
    const std::vector<std::pair<std::string_view, bool>> given = {
        {"effort", answers.effort.has_value()},
        {"hurt", !answers.hurt.empty()},
        {"note", answers.note.has_value()},
        {"pain-before", answers.pain_before.has_value()},
        {"pain-after", answers.pain_after.has_value()},
        {"reason", options.reason.has_value()}};
    for (const auto& [name, is_given] : given) {
        if (is_given && clears(options, name)) {
            throw Error(fmt::format("--{0} and --clear {0} contradict each other", name));
        }
    }
    const bool place = answers.site || answers.side;
    if (place && !answers.pain_before && !answers.pain_after) {
        throw Error(
            "--site and --side say where a score was felt: give --pain-before or "
            "--pain-after with them");
    }
}

void require_finished(const Session& session) {
    if (session.status != SessionStatus::in_progress) return;
    throw Error(
        "this session is not finished. 'hipflow start' goes on with it, keeps or discards "
        "it; after that it can be corrected.");
}

/// What the timer saw is not corrected by hand.
void require_reported(const Session& session, std::string_view option) {
    if (session.source == Source::reported) return;
    throw Error(
        fmt::format("{}: this session was seen by the timer, which knows when and how much. "
                    "Only reported sessions can be changed there.",
                    option));
}

void amend_amount(Session& session, const AmendOptions& options, bool has_sets) {
    if (!options.done) return;
    require_reported(session, "--done");
    if (has_sets) {
        throw Error(
            "--done: this session was entered by its exercises. 'hipflow session remove' "
            "and enter it anew.");
    }
    const double share = parse_share(*options.done);
    session.done = share_of(session.planned, share);
    session.status = share >= 1 ? SessionStatus::completed : SessionStatus::partial;
}

void amend_time(Context& context, Session& session, const AmendOptions& options) {
    if (options.at.empty()) return;
    require_reported(session, "--at");
    const Stamp at = past_moment("--at", options.at, context.now(), context.settings().day_starts);
    if (session.ended_at) *session.ended_at += at.at - session.started.at;
    session.started = at;
}

void amend_answers(Session& session, const AmendOptions& options, const GivenAnswers& answers) {
    if (answers.effort) session.effort = answers.effort;
    if (answers.hurt_more) session.hurt_more = answers.hurt_more;
    if (answers.note) session.note = answers.note;
    if (options.reason) session.reason = from_word<StopReason>(*options.reason);
    if (clears(options, "effort")) session.effort.reset();
    if (clears(options, "hurt")) session.hurt_more.reset();
    if (clears(options, "note")) session.note.reset();
    if (clears(options, "reason")) session.reason.reset();
}

/// A session with what belongs to it, about to be corrected.
class Amendment {
   public:
    Amendment(Context& context, const Store& store, const AmendOptions& options)
        : options_(options),
          session_(named_session(context, store, options.name)),
          readings_(store.readings_of(session_.id)) {
        require_no_contradiction(options);
        require_finished(session_);
        const auto sets = store.sets_of(session_.id);
        answers_ = given_answers(options.answers, false, exercises(store, sets));
        change_.now = context.clock().wall();
        const Session before = session_;
        amend_amount(session_, options, !sets.empty());
        amend_time(context, session_, options);
        amend_answers(session_, options, answers_);
        if (session_ != before) change_.put.emplace_back(session_);
        amend_score(Moment::before, answers_.pain_before, "pain-before");
        amend_score(Moment::after, answers_.pain_after, "pain-after");
        amend_peaks();
    }

    const Change& change() const { return change_; }
    const Session& session() const { return session_; }

   private:
    std::vector<std::string> exercises(const Store& store,
                                       const std::vector<PerformedSet>& sets) const {
        std::set<std::string> ids;
        for (const auto& set : sets) ids.insert(set.exercise);
        if (const auto plan = store.prescription(session_.prescription_hash.value_or(""))) {
            for (const auto& step : plan->steps) ids.insert(step.work.exercise.id);
        }
        return {ids.begin(), ids.end()};
    }

    std::vector<PainReading> known(Moment moment,
                                   const std::optional<std::string>& exercise) const {
        std::vector<PainReading> found;
        std::ranges::copy_if(readings_, std::back_inserter(found), [&](const PainReading& r) {
            return r.moment == moment && r.exercise == exercise;
        });
        return found;
    }

    /// The score that is meant, among several by its place; a new one where there is none.
    PainReading reading_for(Moment moment, std::string_view option) const {
        auto candidates = known(moment, std::nullopt);
        if (candidates.size() > 1) {
            std::erase_if(candidates,
                          [&](const PainReading& r) { return r.site != answers_.site; });
            if (candidates.size() != 1) {
                throw Error(
                    fmt::format("--{}: there are scores for several places; name the one "
                                "that is wrong with --site",
                                option));
            }
        }
        if (!candidates.empty()) return candidates.front();
        PainReading fresh;
        fresh.id = new_id(change_.now);
        fresh.session_id = session_.id;
        fresh.moment = moment;
        fresh.felt = session_.started;
        if (moment != Moment::before && session_.ended_at) fresh.felt.at = *session_.ended_at;
        return fresh;
    }

    void amend_score(Moment moment, std::optional<PainScore> score, std::string_view option) {
        if (clears(options_, option)) remove(known(moment, std::nullopt));
        if (!score) return;
        const PainReading before = reading_for(moment, option);
        PainReading reading = before;
        reading.score = *score;
        if (answers_.site) reading.site = answers_.site;
        if (answers_.side) reading.side = answers_.side;
        const bool is_new = std::ranges::count(readings_, reading.id, &PainReading::id) == 0;
        if (is_new || reading != before) change_.put.emplace_back(std::move(reading));
    }

    /// --hurt says all that is to be known of it: peaks that were recorded and are not named go.
    void amend_peaks() {
        if (!answers_.hurt_more && !clears(options_, "hurt")) return;
        for (const auto& reading : readings_) {
            if (reading.moment == Moment::peak) remove({reading});
        }
        for (const auto& [exercise, score] : answers_.peaks) {
            if (!score) continue;
            PainReading peak = reading_for(Moment::peak, "hurt");
            peak.exercise = exercise;
            peak.score = *score;
            change_.put.emplace_back(std::move(peak));
        }
    }

    void remove(const std::vector<PainReading>& readings) {
        for (const auto& reading : readings) {
            change_.del.push_back({kind<PainReading>, reading.id});
        }
    }

    const AmendOptions& options_;
    Session session_;
    std::vector<PainReading> readings_;
    GivenAnswers answers_;
    Change change_;
};

int amend(Context& context, const AmendOptions& options) {
    auto existing = context.existing_store();
    if (!existing) throw Error("no session is recorded yet", ExitCode::nothing);
    const Amendment amendment(context, *existing, options);
    const Change& change = amendment.change();
    if (change.put.empty() && change.del.empty()) {
        context.print("It says that already; nothing was changed.\n");
        return code(ExitCode::done);
    }
    existing->commit(change);
    const auto history = existing->history_of(amendment.session().id);
    context.print(change_text(history.back(), context.style()));
    context.print("Corrected. 'hipflow undo' takes it back.\n");
    answer_severe(context, change, amendment.session().started.at);
    return code(ExitCode::done);
}

int remove_session(Context& context, const std::string& name) {
    auto store = context.existing_store();
    if (!store) throw Error("no session is recorded yet", ExitCode::nothing);
    const Session session = named_session(context, *store, name);
    require_finished(session);
    Change change;
    change.now = context.clock().wall();
    for (const auto& set : store->sets_of(session.id)) {
        change.del.push_back({kind<PerformedSet>, set.id});
    }
    for (const auto& reading : store->readings_of(session.id)) {
        change.del.push_back({kind<PainReading>, reading.id});
    }
    for (const auto& symptom : store->symptoms_of(session.id)) {
        change.del.push_back({kind<Symptom>, symptom.id});
    }
    change.del.push_back({kind<Session>, session.id});
    store->commit(change);
    context.print(change_text(store->history_of(session.id).back(), context.style()));
    context.print("Removed. 'hipflow undo' brings it back.\n");
    return code(ExitCode::done);
}

}  // namespace

Session named_session(Context& context, const Store& store, const std::string& name) {
    // Days by name are for people; the store knows dates.
    const auto day = parse_day_word(name, context.now().local_day);
    return store.find_session(day ? format_day(*day) : name);
}

void add_amend(CLI::App& session, Action& action) {
    auto options = std::make_shared<AmendOptions>();
    CLI::App* app = session.add_subcommand("amend", "Correct what was recorded of a session");
    app->add_option("session", options->name, "last, a date, or the start of its id")
        ->required()
        ->type_name("SESSION");
    add_answer_options(*app, options->answers);
    app->add_option("--reason", options->reason, "Why less was done than planned")
        ->check(CLI::IsMember(all_words<StopReason>()))
        ->type_name("REASON");
    app->add_option("--done", options->done, "How much of the work was done, in a reported session")
        ->type_name("PERCENT");
    app->add_option("--at", options->at, "When it was, for a reported session")->type_name("TIME");
    app->add_option("--clear", options->clear, "Make this not known; may be repeated")
        ->check(CLI::IsMember(clearable))
        ->type_name("WHAT");
    app->callback([options, &action] {
        action = [options](Context& context) { return amend(context, *options); };
    });
}

void add_remove(CLI::App& session, Action& action) {
    auto name = std::make_shared<std::string>();
    CLI::App* app = session.add_subcommand("remove", "Remove a session with its sets and scores");
    app->add_option("session", *name, "last, a date, or the start of its id")
        ->required()
        ->type_name("SESSION");
    app->callback([name, &action] {
        action = [name](Context& context) { return remove_session(context, *name); };
    });
}

}  // namespace hipflow
