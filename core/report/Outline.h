#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Span.h"
#include "core/text/Script.h"

namespace moxian {

/// What a stretch of a report does. A heading is evidence for the role of its section, not proof.
enum class Role { Title, Intro, WorkDone, Problems, NextSteps, ProblemsAndNext, Closing, Noise };
enum class BlockKind { Title, Heading, Paragraph, Table, Noise };
/// Whether a report has a part its profile requires. Thin: there in name, without substance.
enum class Presence { Missing, Thin, Present };

/// How a heading number is written.
enum class NumberForm {
  Chinese,           ///< 一、  level 1 of GB/T 9704
  BracketedChinese,  ///< （一）  level 2
  Arabic,            ///< 1.  level 3
  BracketedArabic,   ///< （1）  level 4
  CircledArabic,     ///< ①
  ChinesePart,       ///< 第一章, 第一部分, 壹、
};

/// The number at the start of a heading or item.
struct HeadingNumber {
  NumberForm form = NumberForm::Chinese;
  int ordinal = 0;          ///< 1 for 一, 12 for 12
  Span span;                ///< number with its mark, in UTF-16 units of the whole text
  char16_t mark = 0;        ///< the mark after it as typed: 、 . 。 ， : ) or 0
  bool halfWidth = false;   ///< brackets or mark in half-width form
};

/// A range of the text with one role.
struct RoleSpan {
  Span span;  ///< in UTF-16 units of the whole text
  Role role = Role::WorkDone;
};

/// One non-blank line of a report.
struct Block {
  std::size_t line = 0;  ///< from 0
  Span span;             ///< the line without spaces at its ends, in the whole text
  BlockKind kind = BlockKind::Paragraph;
  int level = 0;         ///< 1 to 5 for a numbered line, 0 otherwise
  std::optional<HeadingNumber> number;
  /// The words of the heading: all after the number for a heading on its own line; for a run-in
  /// heading ("（一）加强领导。我局……") those up to and without the first 。; empty for a plain item.
  Span headText;
  /// True if text of the paragraph follows the heading on the same line.
  bool runIn = false;
  Role role = Role::WorkDone;
  /// Ranges whose role differs from `role`, in order; mostly empty.
  std::vector<RoleSpan> spans;
};

/// One part that the profile requires and what was found of it.
struct RequiredPart {
  Role role = Role::WorkDone;
  Presence presence = Presence::Missing;
  /// The heading that announces it, or the first text that delivers it; empty if missing.
  Span evidence;
};

/// A section that a profile prescribes by name and the heading that opens it.
struct NamedSection {
  std::u16string name;  ///< as the profile writes it
  Span heading;         ///< empty if the report lacks it
};

/// Why a profile was chosen.
enum class ProfileReason { Given, TitleWord, Headings, Wording, Fallback };

/// One report of a file.
struct Report {
  std::size_t firstLine = 0;  ///< from 0: its title, or its 篇 marker, or its first text
  std::size_t lastLine = 0;   ///< inclusive
  std::u16string title;       ///< as written, without spaces at the ends; empty if it has none
  std::u16string unit;        ///< the office it speaks of; empty if not found
  std::optional<int> year;
  Script script = Script::Simplified;
  std::string profile;        ///< name of the profile it was read with, or "none"
  ProfileReason profileReason = ProfileReason::Fallback;
  std::u16string profileEvidence;  ///< the words that chose it, as written; may be empty
  std::u16string topic;       ///< 政务公开, 乡村振兴 …; empty if not found
  std::vector<Block> blocks;  ///< in order of lines; blank lines have none
  std::vector<RequiredPart> required;  ///< in the order of the profile; empty for "none"
  std::vector<NamedSection> sections;  ///< those the profile prescribes by name; mostly none
  /// True if the text breaks off: in the middle of a sentence, after a heading, or after an item
  /// that was only announced.
  bool truncated = false;
};

/// The structure of a whole text.
struct Outline {
  std::vector<Report> reports;
  /// Lines outside every report (contents list, adverts, page titles), kind and role Noise.
  std::vector<Block> noise;
  /// Entries of a contents list whose report is not in the text, as written there.
  std::vector<std::u16string> missingBodies;

  /// The report that holds a line; nullptr if none does. Valid as long as the outline.
  [[nodiscard]] const Report* reportAt(std::size_t line) const;
};

/// "title", "intro", "work_done", "problems", "next_steps", "problems_and_next", "closing", "noise".
[[nodiscard]] std::string_view name(Role role);
[[nodiscard]] std::optional<Role> roleNamed(std::string_view name);
[[nodiscard]] std::string_view name(BlockKind kind);
[[nodiscard]] std::string_view name(Presence presence);
/// "given", "title_word", "headings", "wording", "fallback": keys below "report.profile_reason" in
/// the message files.
[[nodiscard]] std::string_view name(ProfileReason reason);

}  // namespace moxian
