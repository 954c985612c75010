// SPDX-License-Identifier: MIT
#include "catalog/settings_table.h"

#include <fmt/format.h>

#include <array>

#include "catalog/setting_kinds.h"

// A new setting is one row of this table, and a member of Settings (domain/settings.h) for its
// value.

namespace hipflow::catalog {
namespace {

// The basis of the limits of thresholds: each can be made more cautious than the default, and not
// less. docs/design/care.md, "Sources", lists the publications.
constexpr std::string_view traffic =
    "published pain rules call 0 to 3 green, 4 and 5 amber, and 6 or more red";
constexpr std::string_view severe = "7 to 10 is called severe pain";
constexpr std::string_view noise =
    "a difference of one point is noise, and one of two is not (Ostelo 2008, Thieme 2020)";
constexpr std::string_view settled =
    "published pain rules want pain to have settled by the next morning";
constexpr std::string_view twice =
    "work goes up after two sessions with room to spare (2-for-2), by small steps";
constexpr std::string_view slowly = "one exercise goes up once a week, and two in a session";
constexpr std::string_view pauses = "after a pause work begins lower";
constexpr std::string_view satisfactory = "80 to 99 % is the usual band of satisfactory adherence";

template <auto member>
inline constexpr SettingKind pain_kind = number_kind<&Settings::pain, member>;
template <auto member>
inline constexpr SettingKind coach_kind = number_kind<&Settings::coach, member>;

constexpr auto settings_rows = std::to_array<Setting>({
    {"", "routine", &id_kind<&Settings::routine>,
     "The id of the routine that is done when none is named."},
    {"session", "ask_peak", &peak_question_kind,
     "When to ask what hurt more than at the start: `\"end\"`, once after the session, or "
     "`\"each\"`, after each exercise."},
    {"session", "figures", &flag_kind<&Settings::figures>,
     "Whether the live screen shows the exercise as a moving figure, where there is room beside "
     "the digits."},
    {"session", "voice", &flag_kind<&Settings::voice>,
     "Whether a voice leads through the session."},
    {"session", "voice_command", &voice_command_kind,
     "The program that speaks, with its arguments; it is started without a shell. `{text}` stands "
     "for the words. If an argument holds `{file}`, the program writes the words ahead of time, as "
     "a WAV file of that name; otherwise it speaks at once. An empty list means espeak-ng or say, "
     "whichever is found."},
    {"session", "voice_name", &text_kind<&Settings::voice_name>,
     "A variant of espeak-ng's voice, such as `\"f3\"`, or a speaker of say; empty for the usual "
     "one."},
    {"session", "language", &text_kind<&Settings::language>,
     "The language of espeak-ng, such as `\"en-gb\"`. The texts are English."},
    {"session",
     "rate",
     &number_kind<&Settings::rate>,
     "The speed of the voice, from 80 to 400 words a minute.",
     {80, 400}},
    {"session", "tones", &flag_kind<&Settings::tones>,
     "Whether tones mark where work begins and ends."},
    {"session",
     "volume",
     &number_kind<&Settings::volume>,
     "The volume of voice and tones, from 0 to 100.",
     {0, 100}},
    {"session", "hands_free", &flag_kind<&Settings::hands_free>,
     "Whether the session runs without keys between Enter and the last exercise: with `true`, "
     "nothing is asked meanwhile, whatever `ask_peak` says."},
    {"pain",
     "before_gentle",
     &pain_kind<&PainThresholds::before_gentle>,
     "Pain before the session from which gentler forms and half the sets are done.",
     {1, 5},
     traffic},
    {"pain",
     "before_rest",
     &pain_kind<&PainThresholds::before_rest>,
     "Pain before the session from which rest is the default.",
     {1, 7},
     severe},
    {"pain",
     "before_refuse",
     &pain_kind<&PainThresholds::before_refuse>,
     "Pain before the session from which there is no session.",
     {1, 9},
     severe},
    {"pain",
     "before_rise_gentle",
     &pain_kind<&PainThresholds::before_rise_gentle>,
     "Points above the usual score that count like `before_gentle`.",
     {1, 2},
     noise},
    {"pain",
     "before_rise_rest",
     &pain_kind<&PainThresholds::before_rise_rest>,
     "Points above the usual score that count like `before_rest`.",
     {1, 3},
     noise},
    {"pain",
     "amber_peak",
     &pain_kind<&PainThresholds::amber_peak>,
     "Pain during an exercise that counts as more than wanted, if it rose at all.",
     {1, 4},
     traffic},
    {"pain",
     "amber_rise",
     &pain_kind<&PainThresholds::amber_rise>,
     "A rise that counts as more than wanted by itself.",
     {1, 3},
     noise},
    {"pain",
     "red_peak",
     &pain_kind<&PainThresholds::red_peak>,
     "Pain during an exercise that counts as too much, if it rose at all.",
     {1, 6},
     traffic},
    {"pain",
     "red_rise_peak",
     &pain_kind<&PainThresholds::red_rise_peak>,
     "Pain during an exercise that counts as too much together with a rise of `red_rise`.",
     {1, 5},
     traffic},
    {"pain",
     "red_rise",
     &pain_kind<&PainThresholds::red_rise>,
     "The rise that goes with `red_rise_peak`.",
     {1, 3},
     noise},
    {"pain",
     "after_amber",
     &pain_kind<&PainThresholds::after_amber>,
     "Pain after a session that counts as more than wanted, with a rise of `after_amber_rise`.",
     {1, 4},
     traffic},
    {"pain",
     "after_amber_rise",
     &pain_kind<&PainThresholds::after_amber_rise>,
     "The rise that goes with `after_amber`.",
     {1, 2},
     noise},
    {"pain",
     "morning_amber_rise",
     &pain_kind<&PainThresholds::morning_amber_rise>,
     "Points above the usual score from which a morning calls for a little less.",
     {1, 2},
     settled},
    {"pain",
     "morning_red_rise",
     &pain_kind<&PainThresholds::morning_red_rise>,
     "Points above the usual score from which a morning calls for a gentle day.",
     {1, 3},
     settled},
    {"pain",
     "morning_red",
     &pain_kind<&PainThresholds::morning_red>,
     "A morning score that calls for a gentle day by itself.",
     {1, 7},
     severe},
    {"coach",
     "comfortable_sessions",
     &coach_kind<&CoachThresholds::comfortable_sessions>,
     "Comfortable sessions in a row, each with its morning, before a step up.",
     {2, 4},
     twice},
    {"coach",
     "hours_apart",
     &coach_kind<&CoachThresholds::hours_apart>,
     "Hours between two of these sessions, at least.",
     {20, 72},
     slowly},
    {"coach",
     "most_before",
     &coach_kind<&CoachThresholds::most_before>,
     "Pain at the start, at most, for a session to count as comfortable.",
     {0, 4},
     traffic},
    {"coach",
     "most_rise",
     &coach_kind<&CoachThresholds::most_rise>,
     "Rise of pain, at most, for a session to count as comfortable.",
     {0, 1},
     noise},
    {"coach",
     "days_between_steps",
     &coach_kind<&CoachThresholds::days_between_steps>,
     "Days between two steps up of one exercise, at least.",
     {7, 60},
     slowly},
    {"coach",
     "steps_per_session",
     &coach_kind<&CoachThresholds::steps_per_session>,
     "Exercises that step up on one day, at most.",
     {0, 2},
     slowly},
    {"coach",
     "reps_step",
     &coach_kind<&CoachThresholds::reps_step>,
     "Reps of one step within the band.",
     {1, 2},
     twice},
    {"coach",
     "hold_step_s",
     &coach_kind<&CoachThresholds::hold_step_s>,
     "Seconds of one step of a hold.",
     {1, 5},
     twice},
    {"coach",
     "ambers_to_lower",
     &coach_kind<&CoachThresholds::ambers_to_lower>,
     "How often of the last three times an exercise may hurt more than wanted before it goes one "
     "rung lower.",
     {1, 2},
     traffic},
    {"coach",
     "sessions_of_rest",
     &coach_kind<&CoachThresholds::sessions_of_rest>,
     "Sessions that an exercise rests after it hurt too much on the lowest level, or brought on "
     "numbness or something further down the leg.",
     {2, 10},
     traffic},
    {"coach",
     "reds_to_retire",
     &coach_kind<&CoachThresholds::reds_to_retire>,
     "Times in 28 days that an exercise hurts too much before it is left out.",
     {1, 3},
     traffic},
    {"coach",
     "lighter_percent",
     &coach_kind<&CoachThresholds::lighter_percent>,
     "Percent of the work after a morning somewhat above the usual.",
     {30, 70},
     settled},
    {"coach",
     "days_to_bottom",
     &coach_kind<&CoachThresholds::days_to_bottom>,
     "Days without a session after which work begins at the bottom of its band.",
     {2, 7},
     pauses},
    {"coach",
     "days_to_lower",
     &coach_kind<&CoachThresholds::days_to_lower>,
     "Days without a session after which work begins one rung lower.",
     {3, 14},
     pauses},
    {"coach",
     "days_to_restart",
     &coach_kind<&CoachThresholds::days_to_restart>,
     "Days without a session after which work begins on level 1.",
     {4, 28},
     pauses},
    {"coach",
     "refer_adherence",
     &coach_kind<&CoachThresholds::refer_adherence>,
     "Percent of the plan kept over four weeks from which a lack of change is told.",
     {50, 80},
     satisfactory},
    {"coach",
     "refer_flare_days",
     &coach_kind<&CoachThresholds::refer_flare_days>,
     "Days of seven on which pain calls for rest before that is told.",
     {1, 3},
     severe},
    {"me", "day_starts", &day_start_kind,
     R"(When a new day begins, from `"00:00"` to `"06:00"`: what is done before belongs to the )"
     "day before."},
    {"me", "week_starts", &week_start_kind, "When a week begins: `\"monday\"` or `\"sunday\"`."},
    {"me", "restrictions", &restrictions_kind,
     "What you cannot or should not do, such as `\"osteoporosis\"` or `\"no-floor\"`: such "
     "movements are left out or replaced by a neighbour, and you are told so. These stand in place "
     "of what the first session asked and of `hipflow me`."},
    {"me", "avoid", &list_kind<&Settings::avoid>,
     "Exercises that are left out, by their ids, together with those avoided on the command line."},
    {"me", "emergency_number", &emergency_number_kind,
     "The number that you would call, such as `\"112\"`, wherever hipflow tells of getting help "
     "now. Empty means your local emergency number."},
    {"remind", "quiet", &quiet_hours_kind,
     "Two times between which nothing is mentioned; `[]` for none."},
    {"remind", "at", &reminder_time_kind,
     "The time from which a session is mentioned that is planned without one."},
    {"remind", "grace", &grace_kind, "How long after its time a session is still mentioned."},
    {"remind", "command", &list_kind<&Settings::remind, &ReminderSettings::command>,
     "A program and its arguments, for `--notify` where no desktop shows notifications. It gets "
     "what `hipflow remind --json` prints on its standard input, and ends with status 0 if it "
     "told."},
});

void check_pain(TableReader& fields, const Settings& settings) {
    const PainThresholds& pain = settings.pain;
    if (pain.before_gentle > pain.before_rest || pain.before_rest > pain.before_refuse) {
        fields.refuse(
            fields.place(),
            fmt::format("'before_gentle', 'before_rest' and 'before_refuse' are {}, {} and "
                        "{}, expected scores that do not fall",
                        pain.before_gentle, pain.before_rest, pain.before_refuse));
    }
    if (pain.before_rise_gentle > pain.before_rise_rest) {
        fields.refuse(fields.place(),
                      fmt::format("'before_rise_gentle' and 'before_rise_rest' are {} and {}, "
                                  "expected scores that do not fall",
                                  pain.before_rise_gentle, pain.before_rise_rest));
    }
}

void check_coach(TableReader& fields, const Settings& settings) {
    const CoachThresholds& coach = settings.coach;
    if (coach.days_to_bottom > coach.days_to_lower || coach.days_to_lower > coach.days_to_restart) {
        fields.refuse(
            fields.place(),
            fmt::format("'days_to_bottom', 'days_to_lower' and 'days_to_restart' are {}, "
                        "{} and {}, expected days that do not fall",
                        coach.days_to_bottom, coach.days_to_lower, coach.days_to_restart));
    }
}

constexpr auto tables = std::to_array<SettingTable>({
    {"", "the configuration"},
    {"session", "[session]"},
    {"pain", "[pain]", "Scores from 0 to 10 from which something changes.",
     "The first three must not fall, and neither must the two that follow them. Every number can "
     "be "
     "made more cautious than the default, but not less cautious than what is published.",
     check_pain},
    {"coach", "[coach]", "When today's session changes, and by how much.", "", check_coach},
    {"me", "[me]"},
    {"remind", "[remind]", "When and how `hipflow remind` tells of what is due."},
});

}  // namespace

std::string Setting::dotted() const {
    return table.empty() ? std::string(key) : fmt::format("{}.{}", table, key);
}

std::span<const SettingTable> setting_tables() { return tables; }
std::span<const Setting> all_settings() { return settings_rows; }

}  // namespace hipflow::catalog
