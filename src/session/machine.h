// SPDX-License-Identifier: MIT
#pragma once
#include "session/player.h"

namespace hipflow::session {

/// How long a skip can be undone.
inline constexpr Millis undo_window{5'000};

/// When what was cut short by a key comes again.
inline constexpr Millis before_cut_line{700};

/// One turn of the player: a state being changed, and the events that come of it. Used by
/// player.cpp alone; machine.cpp defines how time passes, machine_keys.cpp what each key does,
/// machine_changes.cpp what changes the plan of the session or the place in it, machine_words.cpp
/// what is said meanwhile.
class Machine {
   public:
    Machine(Player player, Now now) : p_(std::move(player)), now_(now) {}
    Turn done() &&;

    /// Lets time pass, one deadline after the other. Comes before anything else that is asked of
    /// the player.
    void pass_time();
    bool under_way() const { return p_.phase != Phase::finished && p_.phase != Phase::waiting; }
    bool stands_still() const { return p_.phase == Phase::paused; }
    void go_on();
    void stop_clock(Millis at, PauseReason reason);
    void pause_after_stop();

    void toggle_pause();
    void skip();
    void undo_skip();
    void back();
    void add_time();
    void hold_gap(Millis by);
    void get_ready_longer(Millis by);
    void take_easier();
    void swap_exercise();
    void go_to(std::size_t step);
    void stop_exercise();
    void wind_down();
    void finish(std::optional<StopReason> reason);
    void tell_time_left();
    void ask_about_pain();
    void explain();

   private:
    const std::vector<Segment>& segments() const { return p_.script->timeline.segments; }
    const std::vector<PlannedSet>& sets() const { return p_.script->timeline.sets; }
    const Segment& segment() const { return segments()[p_.segment]; }
    std::size_t set_index() const { return p_.script->timeline.set_at(p_.segment); }
    const PlannedSet& set() const { return sets()[set_index()]; }
    bool in_gap() const { return p_.segment < set().first; }
    /// In a gap: whether it leads from another exercise to one that has not been announced, or from
    /// the other side of the same one.
    bool comes_from_other_step() const;
    bool comes_from_other_side() const;
    bool in_question() const { return segment().kind == SegmentKind::ask; }
    Millis length() const { return segment().duration + p_.extended; }
    Millis segment_end() const { return p_.since + (length() - p_.position); }
    Millis credit_here() const;

    void emit(Millis at, Happening what) { events_.push_back({at, std::move(what)}); }
    bool interrupted();
    void freeze(Millis at);
    Player frozen_copy() const;
    void run_from(Millis at, Millis wait);
    void enter(std::size_t target, Millis at, Millis wait, Millis position);
    void jump_to(std::size_t target, Millis wait, Millis position = Millis{0});
    void announce(const Passage& passage, const BodyPlace& from = {});
    void begin_announcement();
    std::size_t first_unheard(Millis elapsed) const;
    void cut_announcement(Millis at);
    void interrupt_announcement(Millis at);
    void say_before(const Phrase& words, Millis later);
    void deny(Say words, Happening what);
    std::vector<BodyPlace> whereabouts() const;
    BodyPlace farthest(const std::vector<BodyPlace>& places, std::size_t set) const;
    Passage announcement_of(Occasion occasion, std::size_t set) const;
    Passage announcement_of(Occasion occasion, std::size_t set, const BodyPlace& from) const;
    void go_to_set(std::size_t index, const Passage& first);
    Millis after_finish(std::size_t index) const;
    std::optional<std::size_t> count_in_of(std::size_t index) const;
    bool skip_to_count();
    void skip_gap();
    void skip_get_ready();
    void start_at_once();
    void go_on_in_gap();
    void go_on_in_work();
    void end_release();
    bool rewind_to_interrupted();
    /// A move within a gap: the cue that tells of it, when that is said, and when it is done.
    struct Move {
        std::size_t cue = 0;
        Millis told{};
        Millis taken{};
    };
    std::optional<std::size_t> cue_of_move() const;
    std::optional<Move> move_here() const;
    bool is_under_way(const Move& move) const;
    void rewind_to_move();
    void leave_out_move();
    void leave_time_to_find_it();
    const Hearing& hearing() const { return p_.script->hearing; }
    void extend(Millis by);
    std::size_t first_cue_from(Millis position) const;
    void give_due_cues();
    void give_announced_lines();
    void remind_of_pause();
    void end_segment(Millis at);
    void end_open_segment();
    Millis attempted() const { return p_.attempt.credit + credit_here(); }
    void leave_set(std::optional<StopReason> reason);
    void close_set(std::size_t index, SetProgress result, Millis at, bool passed_over = false);
    bool close_unreached(std::optional<StopReason> reason, Millis at);
    bool worked_at(int step) const;
    void go_to_next_set(const Passage& first);
    void stop_in_later_rounds(int number);
    bool is_stopped(std::size_t index) const;
    void go_on_from(std::size_t index);
    void go_on_with(std::size_t target, Millis at);
    void add_reps();
    std::shared_ptr<const Script> script_with(Prescription prescription, MoreReps more) const;
    std::shared_ptr<const Script> script_with_other(std::optional<Prescription> changed) const;
    void put_in_place(std::shared_ptr<const Script> script, Occasion occasion, Happening what);
    int skip_sets(std::size_t from, std::size_t to);
    std::size_t same_place(const SetKey& key) const;
    void introduce(std::size_t index);
    void finish_now(Millis at);

    Player p_;
    Now now_;
    std::vector<Event> events_;
};

/// True if attempt `one` at a set counts for more than `other`: done before not done, then by
/// credit.
bool better(const SetProgress& one, const SetProgress& other);

/// When a cue of the current segment falls due, on the segment's own clock. Counts and ends are
/// tied to the segment's end and move with "more time"; the others are tied to its start.
Millis due_in_segment(const Player& player, const Cue& cue);

}  // namespace hipflow::session
