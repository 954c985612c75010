// SPDX-License-Identifier: MIT
#include "catalog/parse_steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "catalog/exercise_fields.h"
#include "domain/dose.h"
#include "text/utf8.h"

namespace hipflow::catalog {
namespace {

using namespace std::chrono_literals;

constexpr Limits<int> extra_limits{1, 20};
constexpr Limits<int> round_limits{1, 20};
constexpr Limits<Millis> rest_limits{1s, 10min};
constexpr Limits<Millis> short_phase_limits{1s, 60s};
constexpr std::size_t least_phases = 2;
constexpr std::size_t most_phases = 6;
constexpr std::size_t most_steps = 100;
constexpr std::size_t most_steps_done = 400;   // with all rounds of all blocks
constexpr std::size_t longest_agreement = 80;  // characters
constexpr std::size_t longest_note = 80;
constexpr std::size_t longest_load = 40;

ExtraSets read_extra(TableReader& fields) {
    ExtraSets extra;
    auto reader = fields.table("extra", "'extra'");
    if (!reader) return extra;
    extra.left = reader->number("left", extra_limits).value_or(0);
    extra.right = reader->number("right", extra_limits).value_or(0);
    if (!reader->has("left") && !reader->has("right")) {
        reader->refuse(reader->place(),
                       "'extra' names no side, expected { left = 1 } or { right = 1 }");
    }
    reader->refuse_unknown();
    return extra;
}

/// Reads a text that is printed as it is. `example` is one with its quotes.
std::optional<std::string> read_short_text(TableReader& fields, std::string_view key,
                                           std::size_t longest, std::string_view example) {
    auto text = fields.text(key);
    if (!text) return {};
    if (text->find_first_of("{}") != std::string::npos) {
        fields.refuse(fields.place_of(key),
                      fmt::format("'{}' has '{{' or '}}', which stand for a side in the texts of "
                                  "exercises only; write it in plain words",
                                  key));
        return {};
    }
    const std::size_t length = character_count(*text);
    if (length <= longest) return text;
    fields.refuse(fields.place_of(key),
                  fmt::format("'{}' has {} characters, expected at most {}, such as {}", key,
                              length, longest, example));
    return {};
}

/// Reads "push 6s". Returns nullopt for any other text.
std::optional<RepPhase> parse_phase(std::string_view text) {
    const std::size_t space = text.rfind(' ');
    if (space == std::string_view::npos) return {};
    const auto time = parse_duration(text.substr(space + 1));
    const std::string_view words = text.substr(0, space);
    const bool plain = words.find_first_of("{}") == std::string_view::npos;
    const bool blank = words.find_first_not_of(' ') == std::string_view::npos;
    if (blank || !plain || !time || *time < short_phase_limits.least ||
        *time > short_phase_limits.most) {
        return {};
    }
    return RepPhase{"", std::string(words), *time, std::nullopt};
}

/// Gives a step whose phases are written the pace that they add up to, if it has none.
void pace_by_phases(TableReader& fields, Step& step) {
    if (step.phases.empty()) return;
    Dose& dose = step.dose;
    if (is_held(dose) || dose.duration || (dose.cap && !dose.as_many)) {
        fields.refuse(fields.place_of("phases"),
                      "'phases' are those of a rep, so they cannot be combined with 'hold', 'for' "
                      "or 'until'; say 'reps'");
    } else if (fields.has("tempo")) {
        fields.refuse(fields.place_of("tempo"),
                      "'phases' have their own times, so 'tempo' cannot be used with them; keep "
                      "one of the two");
    } else if (!fields.has("pace")) {
        dose.pace = shortest_rep(step.phases);
    }
}

constexpr auto sides_of_step =
    std::to_array<std::string_view>({"each", "both", "alternate", "left", "right"});

/// Reads how the sides work: as in an exercise, or one side alone.
void read_sides(TableReader& fields, Step& step) {
    const auto text = fields.one_of("sides", sides_of_step);
    if (!text) return;
    step.sides = from_word<Sides>(*text);
    if (step.sides) return;
    step.sides = Sides::each;
    step.only = *text == "left" ? Side::left : Side::right;
}

/// Reads how many sets there are of each side, and how they are done.
void read_dose_of_step(TableReader& fields, Step& step) {
    step.dose = read_dose(fields, &step.extra);
    read_sides(fields, step);
    const ExtraSets extra = read_extra(fields);
    if (!fields.is_table("sets")) {
        step.extra = extra;
    } else if (fields.has("extra")) {
        fields.refuse(fields.place_of("extra"),
                      "'extra' and 'sets' for each side cannot be used together; keep 'sets'");
    } else if (step.only) {
        fields.refuse(fields.place_of("sets"),
                      "'sets' has both sides, but 'sides' names one; write 'sets' as a number, "
                      "such as sets = 3");
    }
    step.phases = read_phases(fields);
    pace_by_phases(fields, step);
}

Step read_step(TableReader& fields) {
    Step step;
    fields.require({"exercise"});
    step.exercise = read_link(fields, "exercise").value_or("");
    read_dose_of_step(fields, step);
    step.first = fields.word<First>("first").value_or(step.first);
    step.order = fields.word<SideOrder>("order");
    step.gap = fields.duration("gap", gap_limits);
    step.optional = fields.flag("optional").value_or(false);
    step.on = fields.word<Surface>("on");
    step.note = read_short_text(fields, "note", longest_note, "\"pillow between the knees\"");
    step.load = read_short_text(fields, "load", longest_load, "\"2 kg\"");
    // With whom it is agreed that the step stays, and when.
    step.agreed =
        read_short_text(fields, "agreed", longest_agreement, "\"physiotherapist, 12 May\"");
    fields.knows("rest");
    fields.refuse_unknown();
    return step;
}

/// Where a step has its pace or tempo, else the step.
Place pace_place_of(const TableReader& step) {
    for (const std::string_view key : {"tempo", "pace"}) {
        if (step.has(key)) return step.place_of(key);
    }
    return step.place();
}

std::optional<Place> place_if_any(const TableReader& table, std::string_view key) {
    return table.has(key) ? std::optional(table.place_of(key)) : std::nullopt;
}

StepPlaces places_of(const TableReader& step, bool whole) {
    return {step.place(),
            step.place_of("exercise"),
            pace_place_of(step),
            whole,
            place_if_any(step, "first"),
            place_if_any(step, "order"),
            place_if_any(step, "gap"),
            place_if_any(step, "on"),
            place_if_any(step, "extra"),
            place_if_any(step, "reps")};
}

/// A [[step]] or a [[block]] of the file.
struct Part {
    TableReader reader;
    bool is_block = false;
};

std::vector<Part> parts_in_order(TableReader& fields) {
    std::vector<Part> parts;
    for (auto& reader : fields.tables("step", "a step")) {
        parts.push_back({std::move(reader), false});
    }
    for (auto& reader : fields.tables("block", "a block")) {
        parts.push_back({std::move(reader), true});
    }
    std::ranges::stable_sort(parts, {}, [](const Part& part) {
        return std::pair(part.reader.place().line, part.reader.place().column);
    });
    return parts;
}

/// Reads the steps one after the other, and keeps the rests until the step that they come before.
class StepsReader {
   public:
    explicit StepsReader(RoutineFile& source) : source_(source) {}

    void read(TableReader& step, std::optional<std::size_t> block) {
        if (++read_ == most_steps + 1) {
            step.refuse(step.place(),
                        fmt::format("this is one step more than a routine may have ({}); split it "
                                    "into two routines",
                                    most_steps));
        }
        if (is_rest(step)) {
            read_rest(step, block.has_value());
            return;
        }
        const std::size_t before = step.faults();
        Step next = read_step(step);
        next.block = block;
        if (rest_ > 0ms) next.rest_before = std::exchange(rest_, 0ms);
        rests_.clear();
        source_.routine.steps.push_back(std::move(next));
        source_.steps.push_back(places_of(step, step.faults() == before));
    }

    void read_block(TableReader& fields) {
        Block block;
        const std::size_t index = source_.routine.blocks.size();
        const std::size_t first = source_.routine.steps.size();
        fields.require({"step"});
        block.rounds = fields.number("rounds", round_limits).value_or(block.rounds);
        block.rest = fields.duration("rest", rest_limits);
        block.order = fields.word<BlockOrder>("sides").value_or(block.order);
        source_.blocks.push_back({fields.place(), place_if_any(fields, "rounds"),
                                  place_if_any(fields, "rest"), place_if_any(fields, "sides")});
        auto steps = fields.tables("step", "a step");
        if (rest_ > 0ms) block.rest_before = std::exchange(rest_, 0ms);
        rests_.clear();
        for (TableReader& step : steps) read(step, index);
        const std::size_t count = source_.routine.steps.size() - first;
        if (!steps.empty() && count == 0) {
            fields.refuse(fields.place(),
                          "a block of rests alone; it needs a step with 'exercise'");
        }
        if (count > 0) rest_between_rounds(block);
        count_rounds(fields, block, count);
        source_.routine.blocks.push_back(block);
        fields.refuse_unknown();
    }

    /// Tells of rests with no step after them.
    void finish() {
        for (const auto& rest : rests_) {
            if (!rest.between_rounds) source_.useless_rests.push_back(rest.place);
        }
    }

   private:
    struct Rest {
        Place place;
        bool between_rounds = false;
    };

    /// A rest at the end of a block is one between its rounds, too.
    void rest_between_rounds(Block& block) {
        const bool comes_again = block.rounds > 1 || block.order == BlockOrder::sides;
        if (!comes_again || rests_.empty()) return;
        for (auto& rest : rests_) rest.between_rounds = true;
        block.rest = block.rest.value_or(0ms) + rest_;
    }

    /// A rest that stands beside an exercise is refused, and the step read as one.
    static bool is_rest(TableReader& step) {
        if (!step.has("rest")) return false;
        if (step.size() == 1 || !step.has("exercise")) return true;
        step.refuse(step.place_of("rest"),
                    "'rest' stands alone in its step; put it into a [[step]] of "
                    "its own; between the sets of one exercise say 'gap'");
        return false;
    }

    void read_rest(TableReader& step, bool in_block) {
        if (step.size() > 1) {
            step.refuse(step.place_of("rest"),
                        "'rest' stands alone in its step; take out its other keys");
        }
        const Millis rest = step.duration("rest", rest_limits).value_or(0ms);
        if (source_.routine.steps.empty() && !in_block) {
            source_.useless_rests.push_back(step.place());
            return;
        }
        rest_ += rest;
        rests_.push_back({step.place(), false});
    }

    /// Refuses rounds that would make a session of thousands of steps.
    void count_rounds(TableReader& fields, const Block& block, std::size_t steps) {
        const std::size_t sides = block.order == BlockOrder::sides ? 2 : 1;
        const std::size_t more = steps * static_cast<std::size_t>(block.rounds) * sides;
        const bool fitted = done_ <= most_steps_done;
        done_ += more;
        if (!fitted || done_ <= most_steps_done) return;
        fields.refuse(fields.place(), fmt::format("with all their rounds the blocks have {} steps, "
                                                  "expected at most {}; take fewer 'rounds'",
                                                  done_, most_steps_done));
    }

    RoutineFile& source_;
    std::size_t read_ = 0;
    std::size_t done_ = 0;  // in blocks, with their rounds
    Millis rest_{};         // before the next step
    std::vector<Rest> rests_;
};

}  // namespace

std::vector<RepPhase> read_phases(TableReader& fields) {
    std::vector<RepPhase> phases;
    const std::size_t before = fields.faults();
    for (const auto& [text, place] : fields.placed_texts("phases")) {
        if (auto phase = parse_phase(text)) {
            phases.push_back(*std::move(phase));
        } else {
            fields.refuse(place, fmt::format("\"{}\" in 'phases' is no phase, expected plain words "
                                             "and 1s to 1m, such as \"push 6s\"",
                                             shown(text)));
        }
    }
    if (fields.faults() > before || !fields.has("phases")) return phases;
    if (phases.size() < least_phases || phases.size() > most_phases) {
        fields.refuse(fields.place_of("phases"),
                      fmt::format("'phases' has {}, expected {} to {}, such as "
                                  "[\"push 6s\", \"relax 20s\"]",
                                  phases.size(), least_phases, most_phases));
    }
    return phases;
}

void read_steps(TableReader& fields, RoutineFile& source) {
    const std::size_t before = fields.faults();
    auto parts = parts_in_order(fields);
    StepsReader reader(source);
    for (auto& [part, is_block] : parts) {
        if (is_block) {
            reader.read_block(part);
        } else {
            reader.read(part, std::nullopt);
        }
    }
    reader.finish();
    const bool written = fields.has("step") || fields.has("block");
    const bool read = fields.faults() > before || !source.routine.steps.empty();
    if (written && read) return;
    fields.refuse(fields.place(),
                  "a routine needs at least one step, in a [[step]] or a [[block]]");
}

}  // namespace hipflow::catalog
