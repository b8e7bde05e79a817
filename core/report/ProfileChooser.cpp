#include "core/report/ProfileChooser.h"

#include <algorithm>
#include <array>

#include "core/report/Signals.h"

namespace moxian {
namespace {

constexpr std::string_view kUsual = "annual-summary";
constexpr std::size_t kFewestHeadings = 3;  // of a profile's heading words to decide by them
constexpr int kFewestWords = 2;             // of its sentence words
constexpr std::size_t kFor = 0;
constexpr std::size_t kAgainst = 1;

class Chooser {
 public:
  Chooser(const Profiles& profiles, const ParsedText& text, const ReportRange& range,
          const ReportBlocks& report)
      : m_profiles(profiles), m_text(text), m_range(range), m_report(report) {}

  ProfileChoice choose() const {
    ProfileChoice choice = byTitle();
    if (choice.profile == nullptr) choice = byHeadings();
    if (choice.profile == nullptr) choice = byWording();
    if (choice.profile == nullptr) choice.profile = m_profiles.find(kUsual);
    return choice;
  }

 private:
  [[nodiscard]] std::u16string_view view(std::size_t b) const {
    return m_text.view(m_range.begin + b);
  }
  [[nodiscard]] Span spanOf(std::u16string_view part) const {
    const auto begin = static_cast<std::size_t>(part.data() - m_text.plain.text().data());
    return {begin, begin + part.size()};
  }

  /// The longest title word that a title contains decides: 上半年工作总结 before 工作总结.
  [[nodiscard]] ProfileChoice byTitle() const {
    ProfileChoice best;
    for (const std::size_t b : m_report.titleLines) {
      for (const auto& [name, profile] : m_profiles.all()) {
        for (const auto& word : profile.titleWords) {
          const std::size_t at = view(b).find(word);
          if (at == std::u16string_view::npos || word.size() <= best.evidence.length()) continue;
          best = {&profile, ProfileReason::TitleWord, spanOf(view(b).substr(at, word.size()))};
        }
      }
    }
    return best;
  }

  [[nodiscard]] ProfileChoice byHeadings() const {
    ProfileChoice best;
    std::size_t most = kFewestHeadings - 1;
    for (const auto& [name, profile] : m_profiles.all()) {
      std::size_t count = 0;
      Span first;
      for (std::size_t b = 0; b < m_report.blocks.size(); ++b) {
        if (m_report.blocks[b].kind != BlockKind::Heading) continue;
        const bool named = std::ranges::any_of(
            profile.headingWords, [&](const auto& word) {
              return m_report.heads[b].of(m_text.plain.text()).contains(word);
            });
        if (!named) continue;
        if (count++ == 0) first = m_report.heads[b];
      }
      if (count <= most) continue;
      most = count;
      best = {&profile, ProfileReason::Headings, first};
    }
    return best;
  }

  /// Of the profiles whose words are dense enough, the one that exceeds its measure most.
  [[nodiscard]] ProfileChoice byWording() const {
    ProfileChoice best;
    double most = 1;
    for (const auto& [name, profile] : m_profiles.all()) {
      if (profile.sentenceDensity <= 0) continue;
      const double times = densityOf(profile) / profile.sentenceDensity;
      if (times < most) continue;
      most = times;
      best = {&profile, ProfileReason::Wording, {}};
    }
    return best;
  }

  /// The profile's words in 1,000 characters of text, less twice those that speak against it.
  [[nodiscard]] double densityOf(const Profile& profile) const {
    PhraseFinder finder;
    for (const auto& word : profile.sentenceWords) finder.add(word, kFor);
    for (const auto& word : profile.againstWords) finder.add(word, kAgainst);
    std::array<int, 2> counts{};
    std::size_t length = 0;
    for (std::size_t b = 0; b < m_report.blocks.size(); ++b) {
      if (m_report.blocks[b].kind == BlockKind::Noise) continue;
      length += view(b).size();
      finder.find(view(b), [&](std::size_t id) { ++counts.at(id); });
    }
    const int sum = counts[kFor] - 2 * counts[kAgainst];
    return counts[kFor] < kFewestWords ? 0 : 1000.0 * sum / static_cast<double>(length + 1);
  }

  const Profiles& m_profiles;
  const ParsedText& m_text;
  const ReportRange& m_range;
  const ReportBlocks& m_report;
};

}  // namespace

ProfileChoice chooseProfile(const Profiles& profiles, std::string_view asked,
                            const ParsedText& text, const ReportRange& range,
                            const ReportBlocks& report) {
  if (asked == "none") return {nullptr, ProfileReason::Given, {}};
  if (const Profile* profile = profiles.find(asked)) return {profile, ProfileReason::Given, {}};
  return Chooser(profiles, text, range, report).choose();
}

}  // namespace moxian
