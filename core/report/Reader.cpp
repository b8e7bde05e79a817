#include "core/report/Reader.h"

#include <utility>

#include "core/base/Resources.h"
#include "core/report/Blocks.h"
#include "core/report/Facts.h"
#include "core/report/LineReader.h"
#include "core/report/Presence.h"
#include "core/report/ProfileChooser.h"
#include "core/report/RolePath.h"
#include "core/report/Roles.h"
#include "core/report/Splitter.h"
#include "core/report/TomlReader.h"
#include "core/text/CharacterTable.h"

namespace moxian {

struct ReportReader::Data {
  Profiles profiles;
  TitlePattern titles;
  PlainMaker plain;
  SignalTable signals;
  PathWeights weights;
  Commonplaces commonplaces;
  Topics topics;
  UnitNames units;
};

namespace {

/// Reads the reports of one text.
class OutlineMaker {
 public:
  OutlineMaker(const Profiles& profiles, const TitlePattern& titles, const SignalTable& signals,
               const PathWeights& weights, const Commonplaces& commonplaces, const Topics& topics,
               const UnitNames& units, const ParsedText& parsed, std::u16string_view text)
      : m_profiles(profiles),
        m_titles(titles),
        m_signals(signals),
        m_weights(weights),
        m_commonplaces(commonplaces),
        m_topics(topics),
        m_units(units),
        m_parsed(parsed),
        m_text(text) {}

  Outline make(std::string_view profile) {
    const Split splitText = split(m_parsed, m_titles);
    Outline outline;
    std::size_t next = 0;
    for (const ReportRange& range : splitText.reports) {
      for (; next < range.begin; ++next) outline.noise.push_back(noiseBlock(next));
      outline.reports.push_back(makeReport(splitText, range, profile));
      next = range.end;
    }
    for (; next < m_parsed.lines.size(); ++next) outline.noise.push_back(noiseBlock(next));
    for (const Span missing : splitText.missingBodies) {
      outline.missingBodies.emplace_back(typed(missing));
    }
    return outline;
  }

 private:
  [[nodiscard]] std::u16string_view typed(Span plain) const {
    return plain.empty() ? std::u16string_view{} : m_parsed.plain.original(plain).of(m_text);
  }

  [[nodiscard]] Block noiseBlock(std::size_t index) const {
    Block block;
    block.line = m_parsed.lines[index].line;
    block.span = m_parsed.lines[index].original;
    block.kind = BlockKind::Noise;
    block.role = Role::Noise;
    return block;
  }

  Report makeReport(const Split& splitText, const ReportRange& range,
                    std::string_view asked) const {
    ReportBlocks parts = buildBlocks(m_parsed, splitText, range, m_titles, m_signals,
                                     m_weights.labelThreshold, m_text);
    Report report;
    report.firstLine = m_parsed.lines[range.begin].line;
    report.lastLine = m_parsed.lines[range.end - 1].line;
    report.title = titleOf(parts, range);
    const ReportYears years = findYears(m_parsed, range, parts);
    report.year = years.named;
    report.unit = typed(findUnit(m_parsed, range, parts, m_units));
    const ProfileChoice choice = chooseProfile(m_profiles, asked, m_parsed, range, parts, m_signals,
                                               m_weights.labelThreshold);
    report.profile = choice.profile != nullptr ? choice.profile->name : "none";
    report.profileReason = choice.reason;
    report.profileEvidence = typed(choice.evidence);
    const Role usual = choice.profile != nullptr ? choice.profile->defaultRole : Role::WorkDone;
    assignRoles(parts, m_parsed, range.begin,
                {m_signals, m_weights, usual, years.worked, !parts.titleLines.empty()});
    const Span whole{m_parsed.lines[range.begin].original.begin,
                     m_parsed.lines[range.end - 1].original.end};
    report.script = detectScript(whole.of(m_text));
    report.topic = topicOf(parts, range);
    report.blocks = std::move(parts.blocks);
    report.truncated = isTruncated(report, m_text);
    if (choice.profile != nullptr) {
      report.required = requiredParts(report, *choice.profile, m_text, m_commonplaces);
      report.sections = namedSections(report, *choice.profile, m_text);
    }
    return report;
  }

  [[nodiscard]] std::u16string titleOf(const ReportBlocks& parts, const ReportRange& range) const {
    std::u16string title;
    for (const std::size_t b : parts.titleLines) {
      auto plain = m_parsed.view(range.begin + b);
      if (const auto marker = parseMarker(plain); marker && !marker->title.empty()) {
        plain = marker->title;
      } else if (const auto number = parseNumber(plain)) {  // of a compiler
        plain.remove_prefix(number->length);
      }
      plain = withoutStop(plain);
      const auto begin = static_cast<std::size_t>(plain.data() - m_parsed.plain.text().data());
      title += typed({begin, begin + plain.size()});
    }
    return title;
  }

  [[nodiscard]] std::u16string topicOf(const ReportBlocks& parts, const ReportRange& range) const {
    std::u16string title;
    for (const std::size_t b : parts.titleLines) title += m_parsed.view(range.begin + b);
    const Span whole{m_parsed.lines[range.begin].plain.begin,
                     m_parsed.lines[range.end - 1].plain.end};
    return m_topics.of(title, whole.of(m_parsed.plain.text()));
  }

  const Profiles& m_profiles;
  const TitlePattern& m_titles;
  const SignalTable& m_signals;
  const PathWeights& m_weights;
  const Commonplaces& m_commonplaces;
  const Topics& m_topics;
  const UnitNames& m_units;
  const ParsedText& m_parsed;
  std::u16string_view m_text;
};

}  // namespace

Result<ReportReader> ReportReader::load(const std::filesystem::path& userFolder) {
  const auto rules = resourceRoot() / "rules";
  auto profiles = Profiles::load(userFolder);
  if (!profiles) return std::unexpected(profiles.error());
  if (auto scripts = loadScripts(); !scripts) return std::unexpected(scripts.error());
  auto plain = PlainMaker::load();
  if (!plain) return std::unexpected(plain.error());
  const auto roles = TomlReader::open(rules / "roles.toml");
  if (!roles) return std::unexpected(roles.error());
  auto signals = SignalTable::load(*roles, *plain);
  if (!signals) return std::unexpected(signals.error());
  auto weights = PathWeights::load(*roles);
  if (!weights) return std::unexpected(weights.error());
  auto commonplaces = roles->texts(roles->root(), "commonplaces");
  if (!commonplaces) return std::unexpected(commonplaces.error());
  if (commonplaces->empty()) return roles->invalid(roles->root(), "\"commonplaces\" is missing");
  const auto facts = TomlReader::open(rules / "facts.toml");
  if (!facts) return std::unexpected(facts.error());
  auto topics = Topics::load(*facts);
  if (!topics) return std::unexpected(topics.error());
  auto units = UnitNames::load(*facts);
  if (!units) return std::unexpected(units.error());
  TitlePattern titles(*profiles, *units);
  ReportReader reader;
  reader.m_data = std::make_shared<const Data>(
      Data{std::move(*profiles), std::move(titles), std::move(*plain), std::move(*signals),
           *weights, std::move(*commonplaces), std::move(*topics), std::move(*units)});
  return reader;
}

Outline ReportReader::read(std::u16string_view text, const Lines& lines,
                           std::string_view profile) const {
  const Data& data = *m_data;
  const ParsedText parsed = parseLines(text, lines, data.plain, data.signals);
  return OutlineMaker(data.profiles, data.titles, data.signals, data.weights, data.commonplaces,
                      data.topics, data.units, parsed, text)
      .make(profile);
}

const Profiles& ReportReader::profiles() const {
  return m_data->profiles;
}

}  // namespace moxian
