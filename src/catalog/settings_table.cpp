// SPDX-License-Identifier: MIT
#include "catalog/settings_table.h"

#include <fmt/format.h>

#include <array>

#include "catalog/setting_kinds.h"
#include "catalog/voice_settings.h"

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
    "published pain rules expect pain to have settled by the next morning";
constexpr std::string_view twice =
    "work goes up after two sessions with room to spare (2-for-2), by small steps";
constexpr std::string_view slowly =
    "an exercise goes up once a week at most, and two exercises in a session at most";
constexpr std::string_view pauses = "after a pause, work starts lower";
constexpr std::string_view satisfactory = "80 to 99 % is the usual band of satisfactory adherence";

template <auto member>
inline constexpr SettingKind pain_kind = number_kind<&Settings::pain, member>;
template <auto member>
inline constexpr SettingKind display_kind = word_kind<&Settings::display, member>;
template <auto member>
inline constexpr SettingKind gap_kind = wait_kind<&Settings::gaps, member>;
template <auto member>
inline constexpr SettingKind coach_kind = number_kind<&Settings::coach, member>;

constexpr auto settings_rows = std::to_array<Setting>({
    {"", "routine", &id_kind<&Settings::routine>,
     "The id of the routine to do when none is named. While this is not set, somebody new begins "
     "with "
     "`hip-rotation-gentle`, for six sessions."},
    {"session", "ask_peak", &word_kind<&Settings::ask_peak>,
     "When to ask which exercises hurt more than at the start: `\"end\"` asks once after the "
     "session, `\"each\"` after each exercise."},
    {"session", "figures", &flag_kind<&Settings::figures>,
     "Whether the live screen shows a moving figure of the exercise, if there is room beside the "
     "digits."},
    {"session", "voice", &flag_kind<&Settings::voice>,
     "Whether a voice guides you through the session."},
    {"session", "guidance", &guidance_kind,
     "How much is said of each exercise: `\"full\"` explains it, `\"brief\"` reminds you of it, "
     "`\"counts\"` says names and numbers alone, and `\"off\"` leaves the tones. `\"auto\"` "
     "explains an exercise the first three times, and again after four weeks without it or after "
     "it was stopped for pain."},
    {"session", "language", &text_kind<&Settings::language>,
     "The language of the session, such as `\"de\"`: of what is spoken, of the voice, and "
     "of all about pain and safety. The other words of the screen stay English. For a variant such "
     "as `\"en-gb\"`, the words are those of "
     "`\"en\"`. English and German come with hipflow; another language has a file of yours, such "
     "as `messages/fr.toml`. What is not translated is said in English."},
    {"session",
     "rate",
     &number_kind<&Settings::rate>,
     "The speed of the voice, from 80 to 400, in the unit of espeak-ng: 140 is about 165 words a "
     "minute in whole sentences.",
     {80, 400}},
    {"session", "changes", &changes_kind,
     "The time to change position or sides, as a multiple of the usual one, from 0.5 to 3."},
    {"session", "breath", &duration_kind<&Settings::breath, 1000, 20'000>,
     "How long one breath takes where a hold is given in breaths, from 1 to 20 seconds."},
    {"session", "tempo_words", &flag_kind<&Settings::tempo_words>,
     "Whether the voice says a word on each phase of the first reps."},
    {"session", "audio_lead", &duration_kind<&Settings::audio_lead, 0, 600>,
     "How much earlier sounds are started, so that they meet the digits on the screen, up to "
     "`\"600ms\"`. `hipflow doctor` helps to set it, with its option `--sound`."},
    {"session", "wake", &duration_kind<&Settings::wake, 0, 2000>,
     "How long a faint noise wakes headphones before a sound that follows a silence, up to "
     "`\"2s\"`."},
    {"session", "voice_command", &voice_command_kind,
     "An older name of `command` in the table `voice`."},
    {"session", "voice_name", &voice_name_kind, "An older name of `name` in the table `voice`."},
    {"session", "tones", &flag_kind<&Settings::tones>,
     "Whether tones mark the beginning and end of work."},
    {"session",
     "volume",
     &number_kind<&Settings::volume>,
     "The volume of the voice and the tones, from 0 to 100.",
     {0, 100}},
    {"session", "hands_free", &flag_kind<&Settings::hands_free>,
     "Whether the session runs without key presses from Enter to the last exercise. With `true`, "
     "it asks nothing until then, whatever the value of `ask_peak`."},
    {"voice", "command", &voice_command_kind,
     "The program that speaks, and its arguments. It runs without a shell. `{text}` stands for the "
     "sentence, `{lang}` for its language and `{rate}` for the speed. If an argument contains "
     "`{file}`, the program writes a WAV file of that name, ahead of time; otherwise it speaks at "
     "once, and ends when it has spoken. Without `{text}`, the sentence is on its standard input. "
     "`[]` means the first voice that is found."},
    {"voice", "name", &voice_name_kind,
     "The voice or the variant of espeak-ng, such as `\"f3\"`. Empty means its usual one."},
    {"display", "graphics", &display_kind<&DisplaySettings::graphics>,
     "What figures are drawn with: `\"cells\"` uses characters, `\"kitty\"` uses pixels where the "
     "terminal says that it knows the graphics protocol of kitty, `\"sixel\"` uses sixel graphics "
     "where it knows those, for figures that stand still, `\"auto\"` is as `\"kitty\"`, but never "
     "over SSH or with `NO_COLOR`, and `\"off\"` draws none. Where there are no pixels, and inside "
     "tmux and screen, characters are used."},
    {"display", "theme", &display_kind<&DisplaySettings::theme>,
     "The background that words and figures are coloured for: `\"dark\"`, `\"light\"`, or "
     "`\"auto\"`, which asks the terminal, looks at the variable `COLORFGBG` if that does not "
     "answer within a fifth of a second, and otherwise assumes a dark one."},
    {"display", "colours", &display_kind<&DisplaySettings::colours>,
     "The colours of the live screen, and of figures: `\"truecolor\"`, `\"256\"`, `\"16\"`, "
     "`\"8\"`, or `\"auto\"`, which is as many as the terminal is known to have, but no more than "
     "256, for true colour takes more bytes and looks nearly the same. With 16 or 8 they are the "
     "terminal's own, and words keep to those that can be read."},
    {"gaps", "ready", &gap_kind<&Gaps::ready>,
     "The time to get ready before a new exercise, once you are in its position: from the last "
     "word to the start of the work. `start --ready` sets it for one session."},
    {"gaps", "side", &gap_kind<&Gaps::side>, "The time to change sides within an exercise."},
    {"gaps", "position", &gap_kind<&Gaps::position>,
     "The time to change from one position to another, such as from lying to standing."},
    {"gaps", "set", &gap_kind<&Gaps::set>,
     "The rest between two sets of one side, up to `\"10m\"`. What is said in it is part of it."},
    {"pain",
     "before_gentle",
     &pain_kind<&PainThresholds::before_gentle>,
     "The pain score before a session at or above which you do gentler forms and half the sets.",
     {1, 5},
     traffic},
    {"pain",
     "before_rest",
     &pain_kind<&PainThresholds::before_rest>,
     "The pain score before a session at or above which rest is the default.",
     {1, 7},
     severe},
    {"pain",
     "before_refuse",
     &pain_kind<&PainThresholds::before_refuse>,
     "The pain score before a session at or above which there is no session.",
     {1, 9},
     severe},
    {"pain",
     "before_rise_gentle",
     &pain_kind<&PainThresholds::before_rise_gentle>,
     "How many points above the usual score have the same effect as `before_gentle`.",
     {1, 2},
     noise},
    {"pain",
     "before_rise_rest",
     &pain_kind<&PainThresholds::before_rise_rest>,
     "How many points above the usual score have the same effect as `before_rest`.",
     {1, 3},
     noise},
    {"pain",
     "amber_peak",
     &pain_kind<&PainThresholds::amber_peak>,
     "The pain score at or above which an exercise hurts more than it should, if pain rose at all.",
     {1, 4},
     traffic},
    {"pain",
     "amber_rise",
     &pain_kind<&PainThresholds::amber_rise>,
     "The rise in pain, in points, at or above which an exercise hurts more than it should, "
     "whatever the score.",
     {1, 3},
     noise},
    {"pain",
     "red_peak",
     &pain_kind<&PainThresholds::red_peak>,
     "The pain score at or above which an exercise hurts too much, if pain rose at all.",
     {1, 6},
     traffic},
    {"pain",
     "red_rise_peak",
     &pain_kind<&PainThresholds::red_rise_peak>,
     "The pain score at or above which an exercise hurts too much, if pain also rose by at least "
     "`red_rise`.",
     {1, 5},
     traffic},
    {"pain",
     "red_rise",
     &pain_kind<&PainThresholds::red_rise>,
     "The rise in pain, in points, that `red_rise_peak` requires.",
     {1, 3},
     noise},
    {"pain",
     "after_amber",
     &pain_kind<&PainThresholds::after_amber>,
     "The pain score after a session at or above which the session hurt more than it should, if "
     "pain also rose by at least `after_amber_rise`.",
     {1, 4},
     traffic},
    {"pain",
     "after_amber_rise",
     &pain_kind<&PainThresholds::after_amber_rise>,
     "The rise in pain, in points, that `after_amber` requires.",
     {1, 2},
     noise},
    {"pain",
     "morning_amber_rise",
     &pain_kind<&PainThresholds::morning_amber_rise>,
     "How many points above the usual score a morning score must be to make the next session a "
     "little lighter.",
     {1, 2},
     settled},
    {"pain",
     "morning_red_rise",
     &pain_kind<&PainThresholds::morning_red_rise>,
     "How many points above the usual score a morning score must be to make the next session the "
     "gentle day.",
     {1, 3},
     settled},
    {"pain",
     "morning_red",
     &pain_kind<&PainThresholds::morning_red>,
     "The morning score at or above which the next session is the gentle day, whatever the usual "
     "score.",
     {1, 7},
     severe},
    {"coach",
     "comfortable_sessions",
     &coach_kind<&CoachThresholds::comfortable_sessions>,
     "The number of comfortable sessions in a row, each followed by a comfortable morning, before "
     "a step up.",
     {2, 4},
     twice},
    {"coach",
     "hours_apart",
     &coach_kind<&CoachThresholds::hours_apart>,
     "The minimum number of hours between two of these sessions.",
     {20, 72},
     slowly},
    {"coach",
     "most_before",
     &coach_kind<&CoachThresholds::most_before>,
     "The highest pain score at the start with which a session still counts as comfortable.",
     {0, 4},
     traffic},
    {"coach",
     "most_rise",
     &coach_kind<&CoachThresholds::most_rise>,
     "The largest rise in pain, in points, with which a session still counts as comfortable.",
     {0, 1},
     noise},
    {"coach",
     "days_between_steps",
     &coach_kind<&CoachThresholds::days_between_steps>,
     "The minimum number of days between two steps up of one exercise.",
     {7, 60},
     slowly},
    {"coach",
     "steps_per_session",
     &coach_kind<&CoachThresholds::steps_per_session>,
     "The maximum number of exercises that step up on one day.",
     {0, 2},
     slowly},
    {"coach",
     "reps_step",
     &coach_kind<&CoachThresholds::reps_step>,
     "The number of reps in one step within the range of an exercise.",
     {1, 2},
     twice},
    {"coach",
     "hold_step_s",
     &coach_kind<&CoachThresholds::hold_step_s>,
     "The number of seconds in one step of a hold.",
     {1, 5},
     twice},
    {"coach",
     "ambers_to_lower",
     &coach_kind<&CoachThresholds::ambers_to_lower>,
     "How many of the last three times an exercise must hurt more than it should before it moves "
     "one rung lower on its ladder.",
     {1, 2},
     traffic},
    {"coach",
     "sessions_of_rest",
     &coach_kind<&CoachThresholds::sessions_of_rest>,
     "The number of sessions that an exercise rests after it hurt too much on the lowest level, or "
     "brought on numbness or symptoms further down the leg.",
     {2, 10},
     traffic},
    {"coach",
     "reds_to_retire",
     &coach_kind<&CoachThresholds::reds_to_retire>,
     "How many times in 28 days an exercise must hurt too much before it is left out.",
     {1, 3},
     traffic},
    {"coach",
     "lighter_percent",
     &coach_kind<&CoachThresholds::lighter_percent>,
     "The percentage of the work to do after a morning score somewhat above the usual.",
     {30, 70},
     settled},
    {"coach",
     "days_to_bottom",
     &coach_kind<&CoachThresholds::days_to_bottom>,
     "The number of days without a session after which each exercise starts again at the bottom of "
     "its range.",
     {2, 7},
     pauses},
    {"coach",
     "days_to_lower",
     &coach_kind<&CoachThresholds::days_to_lower>,
     "The number of days without a session after which each exercise starts again one rung lower "
     "on its ladder.",
     {3, 14},
     pauses},
    {"coach",
     "days_to_restart",
     &coach_kind<&CoachThresholds::days_to_restart>,
     "The number of days without a session after which each exercise starts again at level 1.",
     {4, 28},
     pauses},
    {"coach",
     "refer_adherence",
     &coach_kind<&CoachThresholds::refer_adherence>,
     "The percentage of the plan kept over four weeks at or above which hipflow suggests seeing a "
     "physiotherapist or doctor if there is no improvement.",
     {50, 80},
     satisfactory},
    {"coach",
     "refer_flare_days",
     &coach_kind<&CoachThresholds::refer_flare_days>,
     "The number of days in the last seven on which pain must call for rest before hipflow "
     "suggests seeing a physiotherapist or doctor.",
     {1, 3},
     severe},
    {"me", "day_starts", &day_start_kind,
     R"(The time when a new day begins, from `"00:00"` to `"06:00"`. Anything done earlier )"
     "belongs to the day before."},
    {"me", "week_starts", &week_start_kind,
     R"(The first day of the week: `"monday"` or `"sunday"`.)"},
    {"me", "restrictions", &restrictions_kind,
     "Conditions and limits that rule out movements, such as `\"osteoporosis\"` or `\"no-floor\"`. "
     "hipflow leaves out those movements or replaces them with related ones, and says so. This "
     "setting replaces the answers from the first session and from `hipflow me`."},
    {"me", "avoid", &list_kind<&Settings::avoid>,
     "The ids of exercises to leave out, in addition to those avoided on the command line. An id "
     "that no exercise has is warned of, and refused where it is nearly that of another."},
    {"me", "emergency_number", &emergency_number_kind,
     "The number to call, such as `\"112\"`, shown wherever hipflow says to get help now. Empty "
     "means the words \"your local emergency number\"."},
    {"remind", "quiet", &quiet_hours_kind,
     "The start and end of the quiet hours, when hipflow mentions nothing. `[]` means no quiet "
     "hours."},
    {"remind", "at", &reminder_time_kind,
     "The time from which hipflow mentions a session that is planned for a day without a time."},
    {"remind", "grace", &grace_kind,
     "How long after its planned time hipflow still mentions a session."},
    {"remind", "command", &list_kind<&Settings::remind, &ReminderSettings::command>,
     "The program, and its arguments, that `--notify` runs where no desktop shows notifications. "
     "It receives the output of `hipflow remind --json` on its standard input, and exits with "
     "status 0 once it has delivered the reminder."},
});

constexpr auto tables = std::to_array<SettingTable>({
    {"", "the configuration"},
    {"session", "[session]"},
    {"voice", "[voice]", "The voice of all languages that have none of their own.",
     "A table such as `[voice.de]` has the same two settings for one language alone.", nullptr,
     read_voices},
    {"display", "[display]", "How the screen and figures look."},
    {"gaps", "[gaps]",
     "The times between the work, for those who need longer, or less. A gap that a routine writes "
     "goes before these; `\"auto\"` is the usual time, which depends on the positions and on "
     "`changes`.",
     "Each is a time such as `\"20s\"`, up to `\"10m\"`. A gap is never shorter than the words "
     "that "
     "must be said in it."},
    {"pain", "[pain]", "Pain scores from 0 to 10, and rises in points, at which a session changes.",
     "The values of `before_gentle`, `before_rest` and `before_refuse` must not fall in that "
     "order, and `before_rise_rest` must not be below `before_rise_gentle`. You can make every "
     "number more cautious than its default, but not less cautious than the published rules.",
     check_pain},
    {"coach", "[coach]", "When hipflow makes sessions harder or easier, and by how much.", "",
     check_coach},
    {"me", "[me]"},
    {"remind", "[remind]", "When and how `hipflow remind` reports what is due."},
});

}  // namespace

std::string Setting::dotted() const {
    return table.empty() ? std::string(key) : fmt::format("{}.{}", table, key);
}

std::span<const SettingTable> setting_tables() { return tables; }
std::span<const Setting> all_settings() { return settings_rows; }

}  // namespace hipflow::catalog
