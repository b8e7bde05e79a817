#include "core/report/ProfileChooser.h"

#include <algorithm>
#include <array>

#include "core/report/HeadingRoles.h"
#include "core/report/TitlePattern.h"

namespace moxian {
namespace {

constexpr std::string_view kUsual = "annual-summary";
constexpr std::size_t kFewestHeadings = 3;  // of a profile's heading words to decide by them
constexpr int kFewestWords = 2;             // of its sentence words
constexpr std::size_t kFirstLines = 4;
constexpr std::size_t kLongestName = 50;  // of a document, in units
constexpr std::size_t kNowhere = std::u16string_view::npos;
constexpr std::size_t kFor = 0;
constexpr std::size_t kAgainst = 1;

class Chooser {
 public:
  Chooser(const Profiles& profiles, const ParsedText& text, const ReportRange& range,
          const ReportBlocks& report, const SignalTable& signals, double labelThreshold)
      : m_profiles(profiles),
        m_text(text),
        m_range(range),
        m_report(report),
        m_signals(signals),
        m_threshold(labelThreshold) {}

  ProfileChoice choose() const {
    ProfileChoice choice = byTitle();
    if (choice.profile == nullptr) choice = byFirstLines();
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

  /// The word that ends the title, or that 及 or 和 joins to another (工作总结及下年工作计划); a
  /// mark of a profile (上半年) anywhere in the title wins over the usual one.
  [[nodiscard]] ProfileChoice byTitle() const {
    ProfileChoice best;
    for (const std::size_t b : m_report.titleLines) {
      const ProfileChoice choice = byTitleLine(view(b));
      if (choice.profile != nullptr) best = choice;
    }
    return best;
  }

  [[nodiscard]] ProfileChoice byTitleLine(std::u16string_view title) const {
    title = withoutTail(withoutStop(title));
    ProfileChoice ending;
    ProfileChoice joined;
    ProfileChoice marked;
    for (const auto& [name, profile] : m_profiles.all()) {
      for (const auto& word : profile.firstLineWords) {
        if (title.ends_with(word)) {
          consider(ending, profile, title, title.size() - word.size(), word.size());
        }
      }
      for (const auto* words : {&profile.titleWords, &profile.weakTitleWords}) {
        for (const auto& word : *words) {
          const std::size_t end = title.ends_with(word) ? title.size() - word.size() : kNowhere;
          consider(ending, profile, title, end, word.size());
          consider(joined, profile, title, joinedAt(title, word), word.size());
        }
      }
      for (const auto& mark : profile.titleMarks) {
        consider(marked, profile, title, title.find(mark), mark.size());
      }
    }
    // 关于工作总结和计划报送的通知 is a notice, …工作总结暨部署会上的讲话 a speech.
    const bool ends = ending.profile != nullptr &&
                      (ending.profile->parts.empty() || !ending.profile->titleNeeds.empty());
    ProfileChoice& choice = joined.profile != nullptr && !ends ? joined : ending;
    const bool usual = choice.profile == nullptr || choice.profile->name == kUsual;
    return usual && marked.profile != nullptr ? marked : choice;
  }

  /// Takes a word over if it is longer than the one found so far.
  void consider(ProfileChoice& best, const Profile& profile, std::u16string_view title,
                std::size_t at, std::size_t length) const {
    if (at == kNowhere) return;
    if (!profile.titleNeeds.empty()) {
      const std::size_t needed = neededIn(profile, title.substr(0, at));
      if (needed == kNowhere) return;
      length += at - needed;
      at = needed;
    }
    if (length <= best.evidence.length()) return;
    best = {&profile, ProfileReason::TitleWord, spanOf(title.substr(at, length))};
  }

  /// Where a word stands that the profile needs before its own; kNowhere if something it needs is
  /// not there.
  [[nodiscard]] std::size_t neededIn(const Profile& profile, std::u16string_view title) const {
    std::size_t at = kNowhere;
    for (const auto& word : profile.titleNeeds) at = std::min(at, title.find(word));
    const bool announced = !profile.headingNeeds || announces({*profile.headingNeeds});
    return announced ? at : kNowhere;
  }

  static std::size_t joinedAt(std::u16string_view title, std::u16string_view word) {
    const std::size_t at = title.find(word);
    const std::size_t end = at + word.size();
    const bool joins = at != kNowhere && end < title.size() &&
                       std::u16string_view(u"及和与暨、").contains(title[end]);
    return joins ? at : kNowhere;
  }

  /// A document of another kind has no title of a report: its name stands above its addressees, in
  /// one line or two, perhaps below a number.
  [[nodiscard]] ProfileChoice byFirstLines() const {
    ProfileChoice best;
    std::size_t lines = 0;
    for (std::size_t b = 0; b < m_report.blocks.size() && lines < kFirstLines; ++b) {
      if (m_report.blocks[b].kind == BlockKind::Noise) continue;
      const std::u16string_view line = view(b);
      if (m_report.blocks[b].number || !isBareLine(line, kLongestName)) break;
      for (const auto& [name, profile] : m_profiles.all()) {
        for (const auto& word : profile.firstLineWords) {
          if (!line.ends_with(word)) continue;
          consider(best, profile, line, line.size() - word.size(), word.size());
        }
      }
      ++lines;
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
        const bool named = std::ranges::any_of(profile.headingWords, [&](const auto& word) {
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
    // As no plan does.
    const bool reviews = announces({Role::WorkDone, Role::Problems, Role::ProblemsAndNext});
    for (const auto& [name, profile] : m_profiles.all()) {
      if (profile.sentenceDensity <= 0) continue;
      if (reviews && profile.defaultRole == Role::NextSteps) continue;
      const double times = densityOf(profile) / profile.sentenceDensity;
      if (times < most) continue;
      most = times;
      best = {&profile, ProfileReason::Wording, {}};
    }
    return best;
  }

  /// True if a heading announces one of the roles.
  [[nodiscard]] bool announces(std::initializer_list<Role> roles) const {
    for (const Span head : m_report.heads) {
      if (head.empty()) continue;
      const auto announced =
          announcedRole(headingEvidence(head.of(m_text.plain.text()), m_signals, {}), m_threshold);
      if (announced && std::ranges::contains(roles, *announced)) return true;
    }
    return false;
  }

  /// The profile's words in 1,000 characters of text, less twice those that speak against it. Of a
  /// plan in the poorer half of the text: a review speaks like a plan at its end.
  [[nodiscard]] double densityOf(const Profile& profile) const {
    const std::size_t count = m_report.blocks.size();
    const double whole = densityOf(profile, 0, count);
    if (profile.defaultRole != Role::NextSteps) return whole;
    const std::size_t middle = middleBlock();
    if (middle == 0 || middle >= count) return whole;
    return std::min({whole, densityOf(profile, 0, middle), densityOf(profile, middle, count)});
  }

  /// The block in which the second half of the text begins.
  [[nodiscard]] std::size_t middleBlock() const {
    std::size_t length = 0;
    for (std::size_t b = 0; b < m_report.blocks.size(); ++b) length += view(b).size();
    std::size_t half = 0;
    std::size_t b = 0;
    while (b < m_report.blocks.size() && 2 * half < length) half += view(b++).size();
    return b;
  }

  [[nodiscard]] double densityOf(const Profile& profile, std::size_t begin, std::size_t end) const {
    PhraseFinder finder;
    for (const auto& word : profile.sentenceWords) finder.add(word, kFor);
    for (const auto& word : profile.againstWords) finder.add(word, kAgainst);
    std::array<int, 2> counts{};
    std::size_t length = 0;
    for (std::size_t b = begin; b < end; ++b) {
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
  const SignalTable& m_signals;
  double m_threshold;
};

}  // namespace

ProfileChoice chooseProfile(const Profiles& profiles, std::string_view asked,
                            const ParsedText& text, const ReportRange& range,
                            const ReportBlocks& report, const SignalTable& signals,
                            double labelThreshold) {
  if (asked == "none") return {nullptr, ProfileReason::Given, {}};
  if (const Profile* profile = profiles.find(asked)) return {profile, ProfileReason::Given, {}};
  return Chooser(profiles, text, range, report, signals, labelThreshold).choose();
}

}  // namespace moxian
