// SPDX-License-Identifier: MIT
#include "guide/preview.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "guide/rehearsing.h"
#include "report/library_text.h"
#include "report/session_text.h"
#include "today/hearing.h"
#include "today/made_for.h"
#include "today/told.h"

namespace hipflow::guide {
namespace {

/// What a sentence is about. A step up that was told on a condition is not told again without.
std::string subject_of(const coach::CoachRecord& record, const std::string& line) {
    const auto step = std::ranges::find_if(record.reasons, [&](const coach::CoachReason& reason) {
        return reason.rule == coach::CoachRule::steps_up && reason.text == line;
    });
    return step == record.reasons.end() ? line : fmt::format("up: {}", step->exercise);
}

/// Names the routine that was made for the person, at the first start with what they named.
std::optional<std::string> made_for(today::Desk& desk, const Prescription& session,
                                    const std::string& chosen) {
    const auto& restrictions = session.restrictions;
    if (!restrictions || restrictions->empty()) return std::nullopt;
    if (today::knows_restrictions(desk.history(), *restrictions)) return std::nullopt;
    return today::routine_made_for(desk, *restrictions, chosen);
}

}  // namespace

std::string Preview::news_of(const today::TodaysSession& session,
                             const today::ChosenRoutine& chosen) {
    if (!session.prescription) return {};
    std::vector<std::string> lines = today::sentences_to_tell(
        session, today::told_before(desk_->history(), *session.prescription));
    if (auto routine = made_for(*desk_, *session.prescription, chosen.name)) {
        lines.push_back(*std::move(routine));
    }
    std::string text;
    for (const auto& line : lines) {
        if (said_.insert(subject_of(session.record, line)).second) text += line + '\n';
    }
    return text;
}

bool Preview::say(const session::Script& script, const today::TodaysSession& session,
                  const today::ChosenRoutine& chosen, const std::string& limits) {
    constexpr int widest = 80;  // the face breaks what is too long for it
    const std::string list = report::steps_text(script.prescription, widest);
    const bool is_first = lists_.empty();
    const bool is_new = lists_.insert(script.prescription.name + '\n' + list).second;
    const std::string news = news_of(session, chosen);
    const bool other_limits = !is_first && limits != limits_;
    limits_ = limits;
    if (!is_new) {
        face_->say(news + (other_limits ? limits + '\n' : ""));
        return false;
    }
    std::string text = "\n";
    if (is_first) {
        for (const auto& sentence : news_before(desk_->library(), chosen)) text += sentence + '\n';
    }
    const auto known = today::total_once_known(script.prescription, script.hearing);
    text += fmt::format("{}, {}.\n{}{}", script.prescription.name,
                        report::total_text(script.prescription, script.timeline, known, verbose_),
                        list, news);
    if (other_limits) text += limits + '\n';
    face_->say(text);
    if (!is_first) return true;
    companion_->introduce();
    face_->say(fmt::format(
        "\n{}\nDuring the session ? shows the keys; Enter pauses and resumes.\n\n", limits));
    return true;
}

}  // namespace hipflow::guide
