#include "app/cli/Draft.h"

#include <algorithm>

#include "core/base/Files.h"
#include "core/base/Resources.h"

namespace moxian::cli {
namespace {

Result<std::optional<Encoding>> forcedEncoding(const std::string& asked, const Program& program) {
  if (asked.empty()) return std::optional<Encoding>();
  const auto found = encodingNamed(asked);
  if (!found) return fail(ErrorCode::UsageInvalid, program.say("usage.encoding", {asked}));
  return found;
}

void noteEncoding(const Draft& draft, const Program& program) {
  const DecodedText& decoded = draft.decoded();
  if (decoded.guessed && decoded.encoding != Encoding::Utf8) {
    program.note(program.say("note.guessed", {draft.path(), std::string(name(decoded.encoding))}));
  }
  if (decoded.invalid.empty()) return;
  const Position first = draft.position(decoded.invalid.front());
  program.note(
      program.say("note.invalid", {draft.path(), std::to_string(decoded.invalid.size()),
                                   std::to_string(first.line), std::to_string(first.column)}));
}

}  // namespace

Draft::Draft(std::string path, DecodedText decoded)
    : m_path(std::move(path)), m_decoded(std::move(decoded)), m_lines(m_decoded.text) {
  for (std::size_t at = 0; at < m_decoded.text.size(); ++at) {
    const char16_t unit = m_decoded.text[at];  // decoding leaves no half of a pair alone
    if (unit >= 0xDC00 && unit <= 0xDFFF) m_secondHalves.push_back(at);
  }
}

Position Draft::position(std::size_t offset) const {
  const std::size_t line = m_lines.lineAt(offset);
  const std::size_t start = m_lines.span(line).begin;
  return {line + 1, characters({start, std::max(start, offset)}) + 1};
}

std::size_t Draft::characters(Span span) const {
  const auto first = std::ranges::lower_bound(m_secondHalves, span.begin);
  const auto last = std::ranges::lower_bound(first, m_secondHalves.end(), span.end);
  return span.length() - static_cast<std::size_t>(last - first);
}

Result<Draft> readDraft(const std::string& path, const std::string& encoding,
                        const Program& program) {
  const auto forced = forcedEncoding(encoding, program);
  if (!forced) return std::unexpected(forced.error());
  const auto bytes = readFile(path);
  if (!bytes) return std::unexpected(bytes.error());
  auto decoded = decode(*bytes, *forced, path);
  if (!decoded) return std::unexpected(decoded.error());
  Draft draft(path, std::move(*decoded));
  noteEncoding(draft, program);
  return draft;
}

std::string headline(const Draft& draft, const Program& program) {
  return program.say(draft.decoded().guessed ? "text.file_guessed" : "text.file",
                     {draft.path(), std::string(name(draft.decoded().encoding))}) +
         "\n";
}

Result<ReportReader> loadReader() {
  const auto configuration = userConfigFolder();
  // without a home folder there are no own profiles, and the shipped ones do
  return ReportReader::load(configuration ? *configuration / "profiles" : std::filesystem::path());
}

Result<void> knownProfile(const ReportReader& reader, const std::string& name) {
  if (name == "auto" || name == "none" || reader.profiles().find(name) != nullptr) return {};
  std::string names = "auto, none";
  for (const auto& [known, profile] : reader.profiles().all()) names += ", " + known;
  return fail(ErrorCode::ProfileUnknown, name, names);
}

}  // namespace moxian::cli
