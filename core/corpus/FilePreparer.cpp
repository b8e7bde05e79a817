#include "core/corpus/FilePreparer.h"

#include <algorithm>
#include <utility>

#include "core/base/Utf.h"
#include "core/corpus/Gate.h"
#include "core/corpus/Grams.h"
#include "core/text/Characters.h"
#include "core/text/Lines.h"
#include "core/text/Script.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

Role roleAt(const Block& block, std::size_t offset) {
  for (const RoleSpan& each : block.spans) {
    if (each.span.contains(offset)) return each.role;
  }
  return block.role;
}

/// Where the running text of a block begins: after its number, or after a heading that text
/// follows.
Span contentOf(const Block& block, std::u16string_view text) {
  Span content = block.span;
  if (block.number) content.begin = std::max(content.begin, block.number->span.end);
  if (block.runIn) content.begin = std::max(content.begin, block.headText.end);
  while (content.begin < content.end &&
         (text[content.begin] == u'。' || isSpace(text[content.begin]))) {
    ++content.begin;
  }
  return content;
}

bool holdsSentences(const Block& block) {
  return block.kind == BlockKind::Paragraph || (block.kind == BlockKind::Heading && block.runIn);
}

/// Takes the text of one file apart.
class TextDivider {
 public:
  /// The text outlives the divider.
  TextDivider(PreparedFile& file, std::u16string_view text)
      : m_file(file), m_text(text), m_lines(text) {}

  void divide(const ReportReader& reader) {
    Outline outline = reader.read(m_text, m_lines);
    for (const Report& report : outline.reports) addReport(report);
    m_file.missingBodies = std::move(outline.missingBodies);
  }

 private:
  void addReport(const Report& report) {
    const Span whole{m_lines.span(report.firstLine).begin, m_lines.span(report.lastLine).end};
    PreparedReport& prepared = m_file.reports.emplace_back();
    prepared.report = {.key = {},
                       .title = report.title.empty() ? nameOfFile() : report.title,
                       .unit = report.unit,
                       .topic = report.topic,
                       .year = report.year,
                       .source = {},
                       .text = std::u16string(whole.of(m_text))};
    prepared.truncated = report.truncated;
    for (const Block& block : report.blocks) {
      if (block.kind == BlockKind::Noise) {
        refuseAdvert(block);
      } else if (holdsSentences(block)) {
        addBlock(prepared, block);
      }
    }
  }

  [[nodiscard]] std::u16string nameOfFile() const {
    return toUtf16(fs::path(toUtf8(m_file.name)).stem().string());
  }

  void addBlock(PreparedReport& report, const Block& block) {
    const Span content = contentOf(block, m_text);
    for (const Span& inner : sentences(content.of(m_text))) {
      const Span span = inner.shifted(content.begin);
      const Role role = roleAt(block, span.begin);
      if (role == Role::Noise || role == Role::Title) continue;
      if (const auto reason = refusalOf(span.of(m_text))) {
        refuse(*reason, block, span);
      } else {
        report.sentences.push_back(PreparedSentence::of(role, span.of(m_text), {}));
      }
    }
  }

  /// Stray marks and page numbers are not worth a word.
  void refuseAdvert(const Block& block) {
    constexpr std::size_t kWorthNaming = 8;
    if (block.span.length() >= kWorthNaming) refuse(Refusal::Advert, block, block.span);
  }

  void refuse(Refusal reason, const Block& block, Span span) {
    ++m_file.refusals[reason];
    if (m_file.refusedSentences.size() >= kMostListed) return;
    m_file.refusedSentences.push_back(
        {reason, m_file.name, block.line, std::u16string(span.of(m_text))});
  }

  PreparedFile& m_file;
  std::u16string_view m_text;
  Lines m_lines;
};

}  // namespace

std::size_t PreparedFile::sentences() const {
  std::size_t sum = 0;
  for (const PreparedReport& each : reports) sum += each.sentences.size();
  return sum;
}

Result<FilePreparer> FilePreparer::load(ReportReader reader, TextLoader load,
                                        std::map<std::u16string, std::int64_t> known) {
  auto cleaner = Cleaner::load();
  if (!cleaner) return std::unexpected(cleaner.error());
  auto converter = ScriptConverter::load();
  if (!converter) return std::unexpected(converter.error());
  return FilePreparer(std::move(reader), std::move(load), std::move(known), std::move(*cleaner),
                      std::move(*converter));
}

FilePreparer::FilePreparer(ReportReader reader, TextLoader load,
                           std::map<std::u16string, std::int64_t> known, Cleaner cleaner,
                           ScriptConverter converter)
    : m_reader(std::move(reader)),
      m_load(std::move(load)),
      m_known(std::move(known)),
      m_cleaner(std::move(cleaner)),
      m_converter(std::move(converter)) {}

Result<PreparedFile> FilePreparer::prepare(const fs::path& file) const {
  const auto text = m_load(file);
  if (!text) return std::unexpected(text.error());
  PreparedFile prepared;
  prepared.name = toUtf16(file.string());
  prepared.hash = stableHash(toUtf8(*text));
  const auto known = m_known.find(prepared.name);
  prepared.unchanged = known != m_known.end() && known->second == prepared.hash;
  if (prepared.unchanged) return prepared;
  const std::u16string kept = asKept(*text);
  TextDivider(prepared, kept).divide(m_reader);
  return prepared;
}

/// Without traces of extraction, in simplified characters. Lines keep their numbers.
std::u16string FilePreparer::asKept(std::u16string_view text) const {
  std::u16string clean = m_cleaner.clean(text).text;
  if (detectScript(clean) == Script::Simplified) return clean;
  return m_converter.toSimplified(clean, m_converter.wording(clean));
}

}  // namespace moxian
