// SPDX-License-Identifier: MIT
#include "report/session_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "domain/names.h"
#include "domain/near_day.h"
#include "domain/records.h"
#include "report/library_text.h"
#include "report/stats_words.h"
#include "text/layout.h"

namespace hipflow::report {
namespace {

std::string arrow(const Style& style) { return style.unicode ? "→" : "->"; }

/// The highest score at that moment: several sites asked at once are one answer.
std::optional<int> score_at(const today::SessionRecord& record, Moment moment) {
    std::optional<int> highest;
    for (const auto& reading : record.readings) {
        if (reading.moment != moment) continue;
        highest = std::max(highest.value_or(0), reading.score.value());
    }
    return highest;
}

Millis work_of(const today::SessionRecord& record, Side side) {
    Millis work{};
    for (const auto& set : record.sets) {
        if (set.side == side) work += std::min(set.actual, set.planned);
    }
    return work;
}

Millis work_done(const today::SessionRecord& record) {
    if (record.sets.empty()) return record.session.done;
    return work_of(record, Side::left) + work_of(record, Side::right) + work_of(record, Side::both);
}

std::string name_of(const today::SessionRecord& record, const std::string& exercise) {
    if (!record.prescription) return exercise;
    for (const auto& step : record.prescription->steps) {
        if (step.work.exercise.id == exercise) return step.work.exercise.name;
        for (const auto* instead : {&step.easier, &step.alternatives}) {
            const auto found = std::ranges::find(*instead, exercise,
                                                 [](const Work& work) { return work.exercise.id; });
            if (found != instead->end()) return found->exercise.name;
        }
    }
    const auto& closing = record.prescription->closing;
    if (closing && closing->exercise.id == exercise) return closing->exercise.name;
    return exercise;
}

std::string status_words(const Session& session) {
    std::string text(word(session.status));
    std::replace(text.begin(), text.end(), '_', ' ');
    if (session.reason) text += fmt::format(" ({})", word(*session.reason));
    return text;
}

std::string amount_alone(const PerformedSet& set) {
    if (set.planned_reps) {
        return fmt::format("{} of {} reps", set.actual_reps.value_or(0), *set.planned_reps);
    }
    if (set.actual_reps) return plural(*set.actual_reps, "rep");
    if (set.planned == Millis{0}) return spell_duration(set.actual);
    return fmt::format("{} of {}", spell_duration(set.actual), spell_duration(set.planned));
}

/// "8 of 8 reps, 2 kg"
std::string amount(const PerformedSet& set) {
    return set.load ? fmt::format("{}, {}", amount_alone(set), *set.load) : amount_alone(set);
}

std::string set_status(const PerformedSet& set) {
    std::string text(word(set.status));
    std::replace(text.begin(), text.end(), '_', ' ');
    if (set.reason) text += fmt::format(", {}", word(*set.reason));
    return text;
}

/// Where the terminal is too narrow for rows, each set has two lines.
std::string narrow_sets(const today::SessionRecord& record, int columns) {
    std::string text;
    for (const auto& set : record.sets) {
        const std::string side = set.side == Side::both ? "" : fmt::format(", {}", word(set.side));
        const std::string step = fmt::format("{}  ", set.step);
        const auto indent = static_cast<int>(step.size());
        text += step + paragraph(fmt::format("{}{}, set {}", name_of(record, set.exercise), side,
                                             set.set_no),
                                 columns, indent);
        text += padded("", indent) +
                paragraph(fmt::format("{}, {}", amount(set), set_status(set)), columns, indent);
    }
    return text;
}

std::string set_table(const today::SessionRecord& record, int columns) {
    std::vector<std::vector<std::string>> rows;
    rows.reserve(record.sets.size());
    for (const auto& set : record.sets) {
        rows.push_back({fmt::format("{}", set.step), name_of(record, set.exercise),
                        set.side == Side::both ? "" : std::string(word(set.side)),
                        fmt::format("set {}", set.set_no), amount(set), set_status(set)});
    }
    constexpr int as_wide_as_it_takes = 1000;
    const std::string text = table(rows, {{Align::right}, {}, {}, {}, {}, {}}, as_wide_as_it_takes);
    return wrapped_lines(text, columns) == text ? text : narrow_sets(record, columns);
}

/// Marks what was entered later: it is not the same as what was told at once.
std::string late_words(const today::SessionRecord& record, const std::string& id, Instant event) {
    const auto recorded = record.recorded_at.find(id);
    if (recorded == record.recorded_at.end() || !stats::entered_late(event, recorded->second))
        return {};
    const auto offset = record.session.started.utc_offset;
    return fmt::format(", entered later: {}", clock_moment({recorded->second, offset, {}}));
}

std::string reading_line(const today::SessionRecord& record, const PainReading& reading) {
    const std::string_view moment =
        reading.moment == Moment::morning ? "morning after" : word(reading.moment);
    std::string text = fmt::format("  {}: {}", moment, reading.score.value());
    if (reading.site) text += fmt::format(", {}", word(*reading.site));
    if (reading.side) text += fmt::format(", {}", word(*reading.side));
    if (reading.furthest) text += fmt::format(", down to: {}", word(*reading.furthest));
    if (reading.exercise) text += fmt::format(", {}", name_of(record, *reading.exercise));
    return text + late_words(record, reading.id, reading.felt.at) + '\n';
}

/// "4 of 6 done, 1 in part, 1 skipped": a count for each status, those done first.
std::string sets_line(const today::SessionRecord& record) {
    if (record.sets.empty()) return {};
    const auto count = [&](SetStatus status) {
        return std::count_if(record.sets.begin(), record.sets.end(),
                             [&](const PerformedSet& set) { return set.status == status; });
    };
    const std::size_t sets = record.sets.size();
    std::string text = fmt::format("Sets: {} of {} done", count(SetStatus::done), sets);
    constexpr std::array<std::pair<SetStatus, std::string_view>, 3> others = {
        {{SetStatus::partial, "in part"},
         {SetStatus::skipped, "skipped"},
         {SetStatus::not_reached, "not reached"}}};
    for (const auto& [status, words] : others) {
        if (const auto some = count(status); some > 0) text += fmt::format(", {} {}", some, words);
    }
    return text + ".\n";
}

/// Missing is not zero: an answer that was not given is named as such.
std::string pain_line(const today::SessionRecord& record, const Style& style) {
    const auto before = score_at(record, Moment::before);
    const auto after = score_at(record, Moment::after);
    if (before && after) {
        return fmt::format("Pain before {0} after: {1} {0} {2}.\n", arrow(style), *before, *after);
    }
    if (before) return fmt::format("Pain before: {}; after: not answered.\n", *before);
    if (after) return fmt::format("Pain before: not answered; after: {}.\n", *after);
    return {};
}

/// "01:05.500"
std::string stamp_of(Millis at) {
    using namespace std::chrono_literals;
    return fmt::format("{:02}:{:02}.{:03}", at / 1min, at % 1min / 1s, at % 1s / 1ms);
}

}  // namespace

std::string_view symptom_words(SymptomKind kind) {
    if (kind == SymptomKind::gave_way) return "a joint gave way or caught";
    if (kind == SymptomKind::saddle) return "numbness between the legs";
    return word(kind);
}

std::string how_it_went(const today::SessionRecord& record) {
    const Session& session = record.session;
    if (session.status == SessionStatus::rested) {
        const auto before = score_at(record, Moment::before);
        if (before) return fmt::format("rest day: pain was {}", *before);
        return session.gate == Gate::refused ? "no session: a sign is to be looked at first"
                                             : "rest day";
    }
    return fmt::format("{}, {} of the work", status_words(session),
                       share_words(session.done, session.planned));
}

std::optional<std::string> pain_words(const today::SessionRecord& record, const Style& style) {
    const auto before = score_at(record, Moment::before);
    const auto after = score_at(record, Moment::after);
    if (!before || !after) return std::nullopt;
    return fmt::format("{} {} {}", *before, arrow(style), *after);
}

std::string session_summary(const today::SessionRecord& record, const Style& style) {
    const Session& session = record.session;
    const Millis done = work_done(record);
    std::string text = sets_line(record);
    text += fmt::format("Work done: {} of {} planned ({}), in {}.\n", spell_duration(done),
                        spell_duration(session.planned), share_words(done, session.planned),
                        spell_duration(session.active));
    // Compared as shown: what rounds to the same is the same.
    const std::string left = spell_duration(work_of(record, Side::left));
    const std::string right = spell_duration(work_of(record, Side::right));
    if (left != right) text += fmt::format("Left side: {}, right side: {}.\n", left, right);
    return text + pain_line(record, style);
}

std::string words_on_next(const Session& session, const Style& style) {
    const bool counted =
        session.status == SessionStatus::partial || session.status == SessionStatus::completed;
    std::string text;
    if (counted) {
        text += paragraph(
            "Next: tomorrow morning 'hipflow start' asks first how strong the pain is then.",
            style.columns);
    }
    return text + paragraph("All of this session: 'hipflow session show last'.", style.columns);
}

namespace {

/// "4 → 3", with the morning after "4 → 3 → 2", and what was worse in between "4 → 3 (6)".
std::string scores_of(const today::ListedSession& session, const Style& style) {
    const auto score = [](const std::optional<int>& told) {
        return told ? fmt::format("{}", *told) : std::string("-");
    };
    std::string text;
    if (session.pain_before || session.pain_after || session.pain_morning) {
        text = fmt::format("{} {} {}", score(session.pain_before), arrow(style),
                           score(session.pain_after));
    }
    if (session.pain_morning) text += fmt::format(" {} {}", arrow(style), *session.pain_morning);
    const int ends = std::max(session.pain_before.value_or(-1), session.pain_after.value_or(-1));
    if (session.pain_peak && *session.pain_peak > ends) {
        text += fmt::format("{}({})", text.empty() ? "" : " ", *session.pain_peak);
    }
    return text;
}

/// What the column of scores says.
std::string scores_legend(const std::vector<today::ListedSession>& sessions, const Style& style) {
    const auto any = [&](const auto& has) { return std::ranges::any_of(sessions, has); };
    const bool scored = any([](const auto& session) {
        return session.pain_before || session.pain_after || session.pain_morning;
    });
    const bool morning = any([](const auto& session) { return session.pain_morning.has_value(); });
    const bool worse =
        any([&](const auto& session) { return scores_of(session, style).ends_with(')'); });
    if (!scored && !worse) return {};
    std::string text = "Pain:";
    if (scored) text += fmt::format(" before {} after", arrow(style));
    if (morning) text += fmt::format(" {} the morning after", arrow(style));
    if (worse) text += fmt::format("{} in brackets the worst in it", scored ? ";" : "");
    return '\n' + paragraph(text + '.', style.columns);
}

}  // namespace

std::string session_table(const std::vector<today::ListedSession>& sessions, const Style& style) {
    std::vector<std::vector<std::string>> rows;
    rows.push_back({"id", "when", "routine", "status", "min", "done", "pain"});
    for (const auto& session : sessions) {
        const auto minutes = std::chrono::round<std::chrono::minutes>(session.active).count();
        std::string done = share_words(session.done, session.planned);
        std::erase(done, ' ');
        rows.push_back({style.paint(Tint::plain, short_id(session.id)),
                        clock_moment(session.started), session.routine, status_words(session),
                        fmt::format("{}", minutes), std::move(done), scores_of(session, style)});
    }
    const std::string text = table(rows,
                                   {{Align::left, 2},
                                    {Align::left},
                                    {Align::left},
                                    {Align::left, 5},
                                    {Align::right, 1},
                                    {Align::right, 3},
                                    {Align::left, 4}},
                                   style.columns, 1);
    const bool has_room = text.substr(0, text.find('\n')).find("pain") != std::string::npos;
    return has_room ? text + scores_legend(sessions, style) : text;
}

namespace {

/// The scores of a session with the morning after it, what was felt in it, and the note.
std::string felt_in(const today::SessionRecord& record) {
    std::string text;
    if (!record.readings.empty() || !record.morning_after.empty()) text += "\nPain, 0 to 10\n";
    for (const auto& reading : record.readings) text += reading_line(record, reading);
    for (const auto& reading : record.morning_after) text += reading_line(record, reading);
    if (!record.symptoms.empty()) text += "\nFelt\n";
    for (const auto& symptom : record.symptoms) {
        text += fmt::format("  {}{}\n", symptom_words(symptom.kind),
                            symptom.exercise ? ", " + name_of(record, *symptom.exercise) : "");
    }
    if (record.session.note) text += fmt::format("\nNote: {}\n", *record.session.note);
    return text;
}

}  // namespace

std::string session_details(const today::SessionRecord& record, const Style& style) {
    const Session& session = record.session;
    std::string text = style.heading(fmt::format(
        "{}, {}{}", session.routine, clock_moment(session.started), counts_for(session.started)));
    text += fmt::format("\nid {}\n{}", session.id, status_words(session));
    if (session.source == Source::reported) text += ", as reported";
    text += late_words(record, session.id, session.ended_at.value_or(session.started.at));
    if (session.gate != Gate::none) {
        text += fmt::format(", because of the answers before it: {}", word(session.gate));
        if (session.override_gate) text += ", continued anyway";
    }
    text += '\n';
    if (session.status != SessionStatus::rested) text += session_summary(record, style);
    if (session.effort) text += fmt::format("Effort: {}.\n", word(*session.effort));
    if (session.hurt_more) {
        text += fmt::format("Hurt more than at the start: {}.\n", word(*session.hurt_more));
    }
    std::string whole = wrapped_lines(text, style.columns);
    if (!record.sets.empty()) whole += '\n' + set_table(record, style.columns);
    return whole + wrapped_lines(felt_in(record), style.columns);
}

std::string rehearsal_text(const std::vector<session::RehearsedEvent>& events,
                           const session::Timeline& timeline, std::optional<Millis> once_known,
                           bool verbose) {
    std::string text;
    for (const auto& event : events) {
        std::string row = fmt::format("{}  {}  {}  {}", stamp_of(event.at), padded(event.path, 22),
                                      padded(event.kind, 8), event.text);
        row.erase(row.find_last_not_of(' ') + 1);
        text += row + '\n';
    }
    if (!once_known || *once_known >= timeline.total)
        return text + total_text(timeline, verbose) + '\n';
    return text + fmt::format("{} once you know it; {}\n", spell_duration(*once_known),
                              total_text(timeline, verbose));
}

std::string script_text(const std::vector<session::RehearsedEvent>& events,
                        const session::Timeline& timeline, bool voice, const Style& style,
                        bool verbose) {
    constexpr int indent = 8;
    std::string text = voice ? "" : "Without a voice: these words are on the screen.\n";
    for (const auto& event : events) {
        if (event.kind == "segment" || event.kind == "finished") continue;
        const std::string said = event.text.empty() ? fmt::format("[{}]", event.kind) : event.text;
        if (event.kind == "name") text += '\n';
        const auto seconds = std::chrono::floor<std::chrono::seconds>(event.at);
        const std::string lines = paragraph(said, style.columns, indent);
        text += padded(clock_face(seconds), indent) + lines;
    }
    return text + '\n' + paragraph(total_text(timeline, verbose), style.columns);
}

}  // namespace hipflow::report
