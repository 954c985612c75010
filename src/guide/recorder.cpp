// SPDX-License-Identifier: MIT
#include "guide/recorder.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "domain/error.h"
#include "platform/clock.h"
#include "platform/random.h"
#include "store/coach_record.h"
#include "store/rescue.h"
#include "today/entries.h"

namespace hipflow::guide {

using namespace std::chrono_literals;

namespace {

// How long to wait for a file that another process is using. A running clock cannot wait.
constexpr Millis live_patience = 0ms;
constexpr Millis full_patience = 5000ms;

}  // namespace

Recorder::Recorder(store::Store& store, const platform::Clock& clock,
                   std::chrono::minutes day_starts, std::filesystem::path spare,
                   std::function<void(const std::string&)> tell)
    : store_(&store),
      clock_(&clock),
      day_starts_(day_starts),
      tell_(std::move(tell)),
      change_id_(platform::new_id(clock.wall())),
      spare_(std::move(spare)) {}

void Recorder::follow(const std::string& program, std::optional<int> week) {
    session_.program = program;
    session_.week = week;
}

void Recorder::schedule(ScheduleVersion version) {
    const Instant now = clock_->wall();
    version.id = platform::new_id(now);
    enqueue(now, std::move(version));
}

void Recorder::begin(const Prescription& prescription, Millis planned, Gate gate,
                     bool override_gate, const coach::CoachRecord& record) {
    const Instant now = clock_->wall();
    store::Change change = change_at(now);
    session_.id = platform::new_id(now);
    session_.routine = prescription.routine;
    session_.prescription_hash = store::remember(prescription, change);
    session_.started = platform::stamp(now, day_starts_);
    session_.gate = gate;
    session_.override_gate = override_gate;
    session_.counts = prescription.counts;
    store::set_coach_record(session_, record);
    session_.planned = planned;
    begun_ = true;
    change.put.emplace_back(session_);
    adopt_answers(change);
    Checkpoint start;
    start.session_id = session_.id;
    start.step = 1;
    start.easier_taken.assign(prescription.steps.size(), 0);
    start.at = now;
    change.checkpoint = start;
    enqueue(std::move(change));
}

void Recorder::rest(const std::string& routine, bool counts, Gate gate,
                    const coach::CoachRecord& record) {
    const Instant now = clock_->wall();
    session_.id = platform::new_id(now);
    session_.routine = routine;
    session_.started = platform::stamp(now, day_starts_);
    session_.ended_at = now;
    session_.status = SessionStatus::rested;
    session_.gate = gate;
    session_.counts = counts;
    store::set_coach_record(session_, record);
    begun_ = true;
    store::Change change = change_at(now);
    change.put.emplace_back(session_);
    adopt_answers(change);
    enqueue(std::move(change));
}

/// Names the session in answers that were written before it began.
void Recorder::adopt_answers(store::Change& change) {
    for (auto& reading : before_begin_) {
        reading.session_id = session_.id;
        change.put.emplace_back(std::move(reading));
    }
    before_begin_.clear();
}

void Recorder::take_up(Session session, const std::vector<PerformedSet>& sets) {
    session_ = std::move(session);
    sets_ = sets;
    begun_ = true;
    store_->take_along(session_.id);
}

void Recorder::go_live() { store_->set_busy_timeout(live_patience); }

void Recorder::listen(const std::vector<session::Event>& events, const session::Player& player) {
    const Instant now = clock_->wall();
    const Millis session_now = clock_->monotonic();
    store::Change change = change_at(now);
    bool place_changed = false;
    for (const auto& event : events) {
        if (const auto* ended = std::get_if<session::SetEnded>(&event.what)) {
            note_set(*ended, now, session_now, change);
            place_changed = true;
        } else if (std::holds_alternative<session::Easier>(event.what) ||
                   std::holds_alternative<session::Swapped>(event.what) ||
                   std::holds_alternative<session::MoreRepsAdded>(event.what) ||
                   std::holds_alternative<session::GoneTo>(event.what) ||
                   std::holds_alternative<session::Undone>(event.what) ||
                   std::holds_alternative<session::WentBack>(event.what)) {
            place_changed = true;
        } else if (const auto* finished = std::get_if<session::Finished>(&event.what)) {
            session_.status =
                finished->completed ? SessionStatus::completed : SessionStatus::partial;
            session_.ended_at = now;
        }
    }
    if (!place_changed && player.phase != session::Phase::finished) return;
    session_.active = session::active_time(player, session_now);
    if (player.phase == session::Phase::finished) {
        change.put.emplace_back(session_);
        change.checkpoint = store::CheckpointRemoved{};
    } else {
        change.checkpoint = place_of(player, now);
    }
    enqueue(std::move(change));
}

void Recorder::interrupt(const session::Player& player) {
    const Instant now = clock_->wall();
    store::Change change = change_at(now);
    change.checkpoint = place_of(player, now);
    enqueue(std::move(change));
}

Checkpoint Recorder::place_of(const session::Player& player, Instant now) const {
    const session::SetKey& key = session::current_set(player).key;
    Checkpoint place;
    place.session_id = session_.id;
    place.step = key.step;
    place.set_no = key.set;
    place.side = key.side;
    place.easier_taken = player.easier_taken;
    const auto& steps = player.script->prescription.steps;
    place.exercises.reserve(steps.size());
    for (const auto& step : steps) place.exercises.push_back(step.work.exercise.id);
    place.more_reps = session::current_set(player).more_reps;
    place.active = session::active_time(player, clock_->monotonic());
    place.at = now;
    return place;
}

PerformedSet& Recorder::row_for(const session::SetEnded& ended) {
    const session::SetKey& key = ended.set.key;
    const auto same = [&](const PerformedSet& row) {
        return row.step == key.step && row.set_no == key.set && row.side == key.side &&
               row.exercise == ended.work.exercise.id;
    };
    const auto found = std::find_if(sets_.begin(), sets_.end(), same);
    if (found != sets_.end()) return *found;
    PerformedSet row = session::set_row(ended.set, ended.work, ended.planned_exercise);
    row.id = platform::new_id(clock_->wall());
    row.session_id = session_.id;
    return sets_.emplace_back(std::move(row));
}

void Recorder::note_set(const session::SetEnded& ended, Instant now, Millis session_now,
                        store::Change& change) {
    PerformedSet& row = row_for(ended);
    if (ended.set.open_ended) {
        // Nobody can plan how long it takes: what is done was wanted.
        session_.planned += ended.progress.credit - row.planned;
        row.planned = ended.progress.credit;
    } else {
        row.planned = ended.set.work;
    }
    row.planned_reps = session::planned_reps(ended.set);
    row.actual = ended.progress.credit;
    if (ended.set.reps) row.actual_reps = ended.progress.reps;
    row.status = ended.progress.status;
    row.reason = ended.progress.reason;
    if (ended.progress.started && ended.progress.credit > 0ms) {
        row.started_at = now - (session_now - *ended.progress.started);
    }
    change.put.emplace_back(row);
    if (ended.set.open_ended) change.put.emplace_back(session_);
}

void Recorder::pain(Moment moment, PainScore score, std::optional<Site> site,
                    std::optional<Side> side, const std::optional<std::string>& exercise,
                    std::optional<Site> furthest) {
    const Instant now = clock_->wall();
    PainReading reading =
        today::new_reading(moment, score, site, side, platform::stamp(now, day_starts_), now);
    reading.furthest = furthest;
    if (begun_) reading.session_id = session_.id;
    reading.exercise = exercise;
    if (!begun_ && moment == Moment::before) before_begin_.push_back(reading);
    enqueue(now, reading);
}

void Recorder::morning(PainScore score, std::optional<Site> site, std::optional<Side> side,
                       Day for_day) {
    const Instant now = clock_->wall();
    PainReading reading = today::new_reading(Moment::morning, score, site, side,
                                             platform::stamp(now, day_starts_), now);
    reading.for_day = for_day;
    enqueue(now, reading);
}

void Recorder::symptom(SymptomKind kind, std::optional<Moment> moment, std::optional<Side> side,
                       const std::optional<std::string>& exercise) {
    const Instant now = clock_->wall();
    Symptom symptom = today::new_symptom(kind, platform::stamp(now, day_starts_), now);
    if (begun_) symptom.session_id = session_.id;
    symptom.exercise = exercise;
    symptom.moment = moment;
    symptom.side = side;
    enqueue(now, symptom);
}

void Recorder::clearance(const std::string& note) {
    const Instant now = clock_->wall();
    Symptom clearance =
        today::new_symptom(SymptomKind::clearance, platform::stamp(now, day_starts_), now);
    clearance.note = note;
    enqueue(now, clearance);
}

void Recorder::acknowledge(std::string_view text, int version) {
    const Instant now = clock_->wall();
    Acknowledgement read{platform::new_id(now), std::string(text), version, now};
    enqueue(now, std::move(read));
}

void Recorder::prefer(PreferenceSubject subject,
                      const std::vector<std::pair<std::string, PreferenceRule>>& rules) {
    const Instant now = clock_->wall();
    store::Change change{.now = now, .del = {}, .put = {}, .checkpoint = {}};
    for (const auto& [name, rule] : rules) {
        change.put.emplace_back(Preference{platform::new_id(now), subject, name, rule, now});
    }
    enqueue(std::move(change));
}

void Recorder::amend(const std::function<void(Session&)>& edit) {
    Session edited = session_;
    edit(edited);
    if (edited == session_) return;
    session_ = std::move(edited);
    enqueue(clock_->wall(), session_);
}

store::Change Recorder::change_at(Instant now) const {
    store::Change change;
    change.now = now;
    change.id = change_id_;
    return change;
}

void Recorder::enqueue(Instant now, Record record) {
    store::Change change = change_at(now);
    change.put.push_back(std::move(record));
    enqueue(std::move(change));
}

void Recorder::enqueue(store::Change change) {
    // The entries get their ids here, so that they come into the history once, whichever way.
    try {
        waiting_.push_back({store::batch_of(change), std::move(change.put)});
    } catch (const Error& error) {
        return tell_(error.what());  // it can never be saved, and would hold up the others
    }
    try {
        write_waiting();
        if (std::exchange(in_trouble_, false)) tell_("What could not be saved is saved now.");
    } catch (const Error& error) {
        put_waiting_aside();
        if (std::exchange(in_trouble_, true)) return;
        tell_(fmt::format(
            "{}\nThe session goes on; what could not be saved is kept{} and tried again "
            "after the next set.",
            error.what(), aside_ ? fmt::format(" in {}", aside_->string()) : ""));
    }
}

void Recorder::write_waiting() {
    while (!waiting_.empty()) {
        store_->write(waiting_.front().batch);
        waiting_.erase(waiting_.begin());
        if (const auto news = store_->take_news(); !news.empty()) tell_(news);
    }
    let_aside_go();
}

void Recorder::put_waiting_aside() {
    store::Batch all;
    for (const auto& waiting : waiting_) store::add_to(all, waiting.batch);
    try {
        aside_ = store::put_aside(*store_, all, spare_);
    } catch (const Error&) {  // reported at the end, with all that is not saved
        aside_.reset();
    }
}

void Recorder::let_aside_go() {
    if (!aside_) return;
    std::error_code ignored;
    std::filesystem::remove(*aside_, ignored);
    aside_.reset();
}

void Recorder::write_waiting_out() {
    store_->set_busy_timeout(full_patience);
    try {
        write_waiting();
        store_->stay();
        if (const auto news = store_->take_news(); !news.empty()) tell_(news);
    } catch (const Error&) {
        put_waiting_aside();
        throw;
    }
}

std::vector<std::string> Recorder::unwritten() const {
    std::vector<std::string> lines;
    const auto describe = [&](const Record& record) {
        if (const auto* set = std::get_if<PerformedSet>(&record)) {
            lines.push_back(fmt::format("{}, set {}, {}: {} of {}", set->exercise, set->set_no,
                                        word(set->side), spell_duration(set->actual),
                                        spell_duration(set->planned)));
        } else if (const auto* pain = std::get_if<PainReading>(&record)) {
            lines.push_back(fmt::format("pain {}: {}", word(pain->moment), pain->score.value()));
        } else if (const auto* session = std::get_if<Session>(&record)) {
            lines.push_back(fmt::format("session {}: {}", session->routine, word(session->status)));
        }
    };
    for (const auto& waiting : waiting_) {
        for (const auto& record : waiting.records) describe(record);
    }
    return lines;
}

}  // namespace hipflow::guide
