#include "core/report/Outline.h"

#include <algorithm>
#include <array>

namespace moxian {
namespace {

constexpr std::array<std::string_view, 8> kRoles = {
    "title", "intro", "work_done", "problems", "next_steps", "problems_and_next", "closing",
    "noise"};
constexpr std::array<std::string_view, 5> kKinds = {"title", "heading", "paragraph", "table",
                                                    "noise"};
constexpr std::array<std::string_view, 3> kPresences = {"missing", "thin", "present"};
constexpr std::array<std::string_view, 5> kReasons = {"given", "title_word", "headings", "wording",
                                                      "fallback"};

}  // namespace

const Report* Outline::reportAt(std::size_t line) const {
  const auto after = std::ranges::upper_bound(reports, line, {}, &Report::firstLine);
  if (after == reports.begin()) return nullptr;
  const Report& report = *(after - 1);
  return line <= report.lastLine ? &report : nullptr;
}

std::string_view name(Role role) {
  return kRoles.at(static_cast<std::size_t>(role));
}

std::optional<Role> roleNamed(std::string_view name) {
  const auto found = std::ranges::find(kRoles, name);
  if (found == kRoles.end()) return std::nullopt;
  return static_cast<Role>(found - kRoles.begin());
}

std::string_view name(BlockKind kind) {
  return kKinds.at(static_cast<std::size_t>(kind));
}

std::string_view name(Presence presence) {
  return kPresences.at(static_cast<std::size_t>(presence));
}

std::string_view name(ProfileReason reason) {
  return kReasons.at(static_cast<std::size_t>(reason));
}

}  // namespace moxian
