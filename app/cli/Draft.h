#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/cli/Program.h"
#include "core/check/Dismissals.h"
#include "core/report/Reader.h"
#include "core/text/Decoder.h"
#include "core/text/Lines.h"

namespace moxian::cli {

/// A file as the commands look at it. Places in it are found in logarithmic time, so that a text of
/// one long line with thousands of findings is told as quickly as any other.
class Draft {
 public:
  /// `origin` says how the file was read: an encoding, or the name of a format.
  Draft(std::string path, std::string origin, DecodedText decoded, Dismissals dismissals = {},
        std::string profile = {});

  [[nodiscard]] const std::string& path() const { return m_path; }
  [[nodiscard]] const std::string& origin() const { return m_origin; }
  [[nodiscard]] const DecodedText& decoded() const { return m_decoded; }
  /// Findings that somebody left as they are, stored with a document.
  [[nodiscard]] const Dismissals& dismissals() const { return m_dismissals; }
  /// The profile stored with a document; empty if none was chosen.
  [[nodiscard]] const std::string& profile() const { return m_profile; }
  [[nodiscard]] std::u16string_view text() const { return m_decoded.text; }
  [[nodiscard]] const Lines& lines() const { return m_lines; }
  /// Line and column of an offset.
  [[nodiscard]] Position position(std::size_t offset) const;
  /// Characters (code points) in a range.
  [[nodiscard]] std::size_t characters(Span span) const;

 private:
  std::string m_path;
  std::string m_origin;
  DecodedText m_decoded;
  Dismissals m_dismissals;
  std::string m_profile;
  Lines m_lines;
  std::vector<std::size_t> m_secondHalves;  ///< offsets of the second halves of surrogate pairs
};

/// The encoding that a user names; none if `asked` is empty, UsageInvalid if there is no such one.
[[nodiscard]] Result<std::optional<Encoding>> forcedEncoding(const std::string& asked,
                                                             const Program& program);

/// Reads a text, DOCX, PDF, HTML or .moxian file; of those with tracked changes the final text, or
/// the one before them if `original` is true.
/// `encoding` forces one if it is not empty. Says on stderr when an encoding other than UTF-8 was
/// guessed, when bytes were invalid, what of a document plain text cannot hold, and when changes
/// were taken as accepted or rejected.
/// A file without any text is refused (TextMissing).
[[nodiscard]] Result<Draft> readDraft(const std::string& path, const std::string& encoding,
                                      const Program& program, bool original = false);

/// "文件：x.txt（编码 GB18030，自动识别）": the first line of a text report.
[[nodiscard]] std::string headline(const Draft& draft, const Program& program);

/// The reader of reports with the user's own profiles.
[[nodiscard]] Result<ReportReader> loadReader();

/// The outline of a draft by the profile asked for, or with "auto" by the one stored with it. Says
/// on stderr when the stored one is not known here.
[[nodiscard]] Outline outlineOf(const Draft& draft, const std::string& asked,
                                const ReportReader& reader, const Program& program);

/// ProfileUnknown with the names there are, unless it is one of them, "auto" or "none".
[[nodiscard]] Result<void> knownProfile(const ReportReader& reader, const std::string& name);

}  // namespace moxian::cli
