// SPDX-License-Identifier: MIT
#include "commands/listen.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>
#include <vector>

#include "coach/guidance.h"
#include "platform/environment.h"
#include "platform/signals.h"
#include "session/player.h"
#include "sound/reply.h"
#include "sound/speaker.h"
#include "today/hearing.h"
#include "today/routine_source.h"

namespace hipflow::commands {
namespace {

using namespace std::chrono_literals;

constexpr Millis longest_look = 20ms;
constexpr Millis longest_trial = 3s;
constexpr Millis between = 1s;

/// Keeps a speaker going until it is done, or a signal comes.
class Listening {
   public:
    explicit Listening(cli::Context& context)
        : context_(context),
          speaker_(sound::sound_settings(context.settings()),
                   sound::finder_in(context.environment()),
                   platform::cache_folder(context.environment()) / "sound") {}

    int to(const Prescription& session) {
        speaker_.speak(session.language, real());
        speaker_.try_out(real());
        attend_while([&] { return !speaker_.has_tried() && real() < longest_trial; });
        session::Hearing hearing = today::hearing_for(context_.desk(), session);
        speaker_.prepare(
            sound::phrases_of(*session::make_script(session, AskPeak::at_the_end, hearing)));
        attend_while([&] { return speaker_.is_busy() || !speaker_.is_prepared(); });
        context_.note(speaker_.words() + '\n');
        if (const auto news = speaker_.news_of_voice()) context_.note(*news + '\n');
        if (!speaker_.hearing().voice) return cli::code(ExitCode::nothing);
        hearing.length = speaker_.hearing().length;
        hearing.tones = speaker_.hearing().tones;
        const auto script = session::make_script(session, AskPeak::at_the_end, std::move(hearing));
        for (const session::PlannedSet& set : script->timeline.sets) {
            say_before(*script, set);
            if (signal_) return 128 + *signal_;
        }
        return cli::code(ExitCode::done);
    }

   private:
    Millis real() { return context_.clock().real(); }

    template <typename Condition>
    void attend_while(const Condition& condition) {
        while (!signal_ && condition()) {
            const auto next = speaker_.attend(real());
            const Millis left = next ? *next - real() : longest_look;
            platform::wait_for({}, std::clamp<Millis>(left, 1ms, longest_look));
            signal_ = signals_.take_ending();
        }
    }

    /// Says what is said in the gap before a set, as one sound.
    void say_before(const session::Script& script, const session::PlannedSet& set) {
        const std::vector<Millis> starts = script.timeline.starts();
        std::vector<session::Cue> lines;
        for (const session::Cue& cue : script.cues) {
            if (cue.segment < set.lead_in || cue.segment >= set.first) continue;
            lines.push_back(cue);
            lines.back().at += starts[cue.segment] - starts[set.lead_in];
            lines.back().segment = 0;
        }
        for (const session::Cue& line : lines) {
            if (!line.text.empty() && line.kind != session::CueKind::count) {
                context_.print(line.text + '\n');
            }
        }
        speaker_.say(std::move(lines), real());
        attend_while([&] { return speaker_.is_busy(); });
        const Millis until = real() + between;
        attend_while([&] { return real() < until; });
    }

    cli::Context& context_;
    platform::SignalWatch signals_;
    sound::Speaker speaker_;
    std::optional<int> signal_;
};

}  // namespace

int listen_to_routine(cli::Context& context, const catalog::RoutineFile& source) {
    const Settings& settings = context.settings();
    Prescription session = today::prescription_of(context.library(), settings, source, {});
    coach::GuidancePlan plan = today::plan_for_known(settings, source.routine);
    plan.level = Guidance::full;
    coach::guide(session, plan);
    return Listening(context).to(session);
}

int listen_to_exercise(cli::Context& context, const std::string& name) {
    const catalog::Library& library = context.library();
    const bool is_file = name.ends_with(".toml") || name.find('/') != std::string::npos;
    const catalog::ExerciseFile found =
        is_file ? library.open_exercise(name) : library.exercise_source(name);
    catalog::RoutineFile source;
    source.file = found.file;
    source.routine.name = found.exercise.name;
    source.routine.language = found.exercise.language;
    source.routine.level = found.exercise.level;
    source.routine.inline_exercises.push_back(found.exercise);
    Step step;
    step.exercise = found.exercise.id;
    source.routine.steps.push_back(std::move(step));
    source.steps.resize(1);
    source.inline_exercises.resize(1);
    return listen_to_routine(context, source);
}

}  // namespace hipflow::commands
