#include "app/cli/Draft.h"

#include <algorithm>

#include "app/cli/MarkedFile.h"
#include "core/base/Files.h"
#include "core/base/Resources.h"
#include "core/check/BatchReport.h"
#include "core/exchange/DraftReading.h"
#include "core/exchange/Import.h"
#include "core/exchange/StoredDismissals.h"

namespace moxian::cli {
namespace {

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

Result<Draft> readText(const std::string& bytes, const std::string& path,
                       std::optional<Encoding> forced, const Program& program) {
  auto decoded = decode(bytes, forced, path);
  if (!decoded) return std::unexpected(decoded.error());
  const std::string key = decoded->guessed ? "text.encoding_guessed" : "text.encoding";
  std::string origin = program.say(key, {std::string(name(decoded->encoding))});
  Draft draft(path, std::move(origin), std::move(*decoded));
  noteEncoding(draft, program);
  return draft;
}

std::string nameOf(ImportFormat format) {
  switch (format) {
    case ImportFormat::Docx:
      return "DOCX";
    case ImportFormat::Pdf:
      return "PDF";
    case ImportFormat::Html:
      return "HTML";
    case ImportFormat::Text:
      break;
  }
  return {};
}

void noteLosses(const std::string& path, const std::vector<ImportLoss>& losses,
                const Program& program) {
  std::string list;
  for (const ImportLoss& loss : losses) {
    const std::vector<std::string> count = {std::to_string(loss.count)};
    if (!list.empty()) list += program.say("note.between");
    list += program.messages().text("import." + loss.key, count);
  }
  if (!list.empty()) program.note(program.say("note.losses", {path, list}));
}

Result<Draft> readDocument(const std::string& bytes, const std::string& path,
                           std::optional<Encoding> forced, const Program& program) {
  auto imported = importBytes(bytes, path, forced);
  if (!imported) return std::unexpected(imported.error());
  noteLosses(path, imported->losses, program);
  DecodedText text;
  text.text = std::move(imported->text);
  return Draft(path, nameOf(imported->format), std::move(text));
}

/// Refuses a draft without a word in it.
Result<Draft> written(Result<Draft> draft) {
  if (!draft) return draft;
  const auto words = holdsWords(draft->text(), draft->path());
  if (!words) return std::unexpected(words.error());
  return draft;
}

/// Checks and counts are about the text as it will be, unless asked otherwise.
Result<Draft> readFinal(const std::string& path, const Program& program, bool original) {
  auto file = readMarked(path);
  if (!file) return std::unexpected(file.error());
  if (const std::size_t count = file->draft.markup().count({}); count > 0) {
    const char* key = original ? "note.changes_reject" : "note.changes_accept";
    program.note(program.say(key, {path, std::to_string(count)}));
  }
  if (!original) noteRivals(path, *file, program);
  noteLosses(path, file->losses, program);
  DecodedText decoded;
  decoded.text = textOf(*file, original ? TextOf::Original : TextOf::Final);
  return Draft(path, file->format, std::move(decoded), dismissalsOf(file->others.dismissals),
               file->properties.profile);
}

}  // namespace

Result<std::optional<Encoding>> forcedEncoding(const std::string& asked, const Program& program) {
  if (asked.empty()) return std::optional<Encoding>();
  const auto found = encodingNamed(asked);
  if (!found) return fail(ErrorCode::UsageInvalid, program.say("usage.encoding", {asked}));
  return found;
}

Draft::Draft(std::string path, std::string origin, DecodedText decoded, Dismissals dismissals,
             std::string profile)
    : m_path(std::move(path)),
      m_origin(std::move(origin)),
      m_decoded(std::move(decoded)),
      m_dismissals(std::move(dismissals)),
      m_profile(std::move(profile)),
      m_lines(m_decoded.text) {
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
                        const Program& program, bool original) {
  if (hasMarks(path)) return written(readFinal(path, program, original));
  const auto forced = forcedEncoding(encoding, program);
  if (!forced) return std::unexpected(forced.error());
  const auto bytes = readFile(path);
  if (!bytes) return std::unexpected(bytes.error());
  return written(importFormat(*bytes, path) == ImportFormat::Text
                     ? readText(*bytes, path, *forced, program)
                     : readDocument(*bytes, path, *forced, program));
}

std::string headline(const Draft& draft, const Program& program) {
  return program.say("text.file", {draft.path(), draft.origin()}) + "\n";
}

Result<ReportReader> loadReader() {
  const auto configuration = userConfigFolder();
  // without a home folder there are no own profiles, and the shipped ones do
  return ReportReader::load(configuration ? *configuration / "profiles" : std::filesystem::path());
}

Outline outlineOf(const Draft& draft, const std::string& asked, const ReportReader& reader,
                  const Program& program) {
  const Profiles& profiles = reader.profiles();
  if (asked == "auto" && !profiles.knows(draft.profile())) {
    program.note(unknownProfileText(draft.path(), draft.profile(), program.messages()));
  }
  return reader.read(draft.text(), draft.lines(), profiles.choose(asked, draft.profile()));
}

Result<void> knownProfile(const ReportReader& reader, const std::string& name) {
  if (reader.profiles().knows(name)) return {};
  std::string names = "auto, none";
  for (const auto& [known, profile] : reader.profiles().all()) names += ", " + known;
  return fail(ErrorCode::ProfileUnknown, name, names);
}

}  // namespace moxian::cli
