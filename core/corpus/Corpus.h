#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/corpus/Offices.h"
#include "core/corpus/Slots.h"
#include "core/report/Outline.h"
#include "core/report/Reader.h"

namespace moxian {

/// A sentence of the corpus.
struct CorpusSentence {
  std::int64_t id = 0;
  std::u16string text;      ///< slots that the starter corpus wrote appear as 〔hint〕
  std::vector<SlotMark> slots;  ///< of those; an imported sentence has none (see SlotFinder)
  Role role = Role::WorkDone;
  std::u16string source;    ///< name of the file it came from, or of the starter corpus
  std::u16string title;     ///< title of its report
  std::u16string unit;
  std::u16string topic;     ///< field: 政务公开, 民政 …
  std::optional<int> year;
  int count = 1;            ///< number of reports that hold it or one like it
  bool favourite = false;

  /// Level and kind of the office, read from its name.
  [[nodiscard]] Office office() const { return officeOf(unit); }
};

/// What tells a report of the corpus from every other and from later states of itself. Reports that
/// are added get higher ids than those that are there.
struct CorpusReportKey {
  std::int64_t id = 0;
  std::int64_t hash = 0;  ///< of its text
  friend bool operator==(const CorpusReportKey&, const CorpusReportKey&) = default;
};

/// A report of the corpus.
struct CorpusReport {
  CorpusReportKey key{};
  std::u16string title;   ///< of the starter corpus: its field
  std::u16string unit;
  std::u16string topic;
  std::optional<int> year;
  std::u16string source;  ///< see CorpusSource::name
  std::u16string text;    ///< as typed; of the starter corpus: its sentences one a line
};

/// Why a sentence of an imported file is not taken.
enum class Refusal {
  TooShort,    ///< fewer than 8 characters
  TooLong,     ///< more than 400 characters
  Unfinished,  ///< no mark at its end
  Unbalanced,  ///< a bracket or quotation mark without its partner
  Damaged,     ///< invalid or private characters, masks like ***, '?' inside words
  NoHan,       ///< less than half Chinese characters
  WrongScript, ///< kana, hangul or other letters that no Chinese report is written in
  Advert,      ///< advert, navigation or notice of a web page
};
/// "too_short", "too_long", "unfinished", "unbalanced", "damaged", "no_han", "wrong_script", "advert".
[[nodiscard]] std::string_view name(Refusal refusal);

/// The source of the user's own phrases.
constexpr std::u16string_view kOwnPhrases = u"own:phrases";

/// One imported file.
struct CorpusSource {
  std::int64_t id = 0;
  std::u16string name;  ///< absolute path of the file, "starter:<field>" or kOwnPhrases
  std::size_t reports = 0;
  std::size_t sentences = 0;
};

/// A sentence that was not taken.
struct RefusedSentence {
  Refusal reason = Refusal::Damaged;
  std::u16string source;  ///< see CorpusSource::name
  std::size_t line = 0;   ///< of the text as read, from 0
  std::u16string text;
};

/// A report of an imported file about which the user should know something.
struct NotedReport {
  std::u16string source;
  std::u16string title;
};

struct ImportSummary {
  std::size_t files = 0;
  std::size_t reports = 0;
  std::size_t added = 0;      ///< new sentences
  std::size_t known = 0;      ///< sentences that were there already, alike ones included
  std::size_t alike = 0;      ///< of these, those that differ in figures, marks or letter case
  std::size_t refused = 0;    ///< the sum of `refusals`
  std::map<Refusal, std::size_t> refusals;
  std::vector<RefusedSentence> refusedSentences;  ///< the first kMostListed
  std::vector<NotedReport> missingBodies;  ///< entries of contents lists without their report
  std::vector<NotedReport> truncated;      ///< reports that break off; what is there is in
  std::size_t unchanged = 0;  ///< files that were imported before and are the same
  std::vector<Error> failed;  ///< files that could not be read; the others are in
};

constexpr std::size_t kMostListed = 2'000;

struct CorpusStats {
  std::size_t sources = 0;
  std::size_t reports = 0;
  std::size_t sentences = 0;
  std::vector<std::pair<Role, std::size_t>> byRole;
};

/// Gives a file's text, since formats belong to exchange; asked on a thread of the import, in turn.
using TextLoader = std::function<Result<std::u16string>(const std::filesystem::path&)>;
/// Called with files done and files in all; returning false stops the import after that file.
using Progress = std::function<bool(std::size_t done, std::size_t all)>;

/// Sentences of earlier reports in an SQLite file (application_id and user_version are set; a newer
/// or foreign file is refused). One thread owns a Corpus; several may have the same file open, one
/// of them writing.
class Corpus {
 public:
  enum class Mode { ReadOnly, ReadWrite };  ///< ReadWrite creates a missing file

  [[nodiscard]] static Result<Corpus> open(const std::filesystem::path& file, Mode mode);
  ~Corpus();
  Corpus(Corpus&&) noexcept;
  Corpus& operator=(Corpus&&) noexcept;

  /// Imports files and, recursively, the .txt, .md, .docx, .html, .htm and .pdf files of folders; each is in as a whole or not
  /// at all, and is kept at the latest with the 20,000th sentence after it. A file imported before
  /// is skipped if unchanged and replaced if changed. Texts are cleaned of traces of extraction, and
  /// traditional characters become simplified ones.
  [[nodiscard]] Result<ImportSummary> import(const std::vector<std::filesystem::path>& paths,
                                             const ReportReader& reader, const TextLoader& load,
                                             const Progress& progress = {});
  /// Imports the starter corpus (resources/corpus, format in its README.md) where it is not in yet
  /// or has changed.
  [[nodiscard]] Result<ImportSummary> importStarter(const std::filesystem::path& folder);
  /// Takes a source and what only it held out. `source` is its name, or a path as it was given at
  /// import. Result: false if there is no such source.
  [[nodiscard]] Result<bool> remove(std::u16string_view source);

  /// Marks a sentence as favourite or takes the mark away.
  [[nodiscard]] Result<void> setFavourite(std::int64_t sentence, bool favourite);
  [[nodiscard]] Result<std::vector<CorpusSentence>> favourites() const;
  /// Keeps a phrase of the user's own under the source kOwnPhrases; gives its identifier, or that of
  /// the sentence which is like it.
  [[nodiscard]] Result<std::int64_t> addPhrase(Role role, std::u16string_view text);
  [[nodiscard]] Result<std::vector<CorpusSentence>> phrases() const;
  /// Takes a phrase of the user's own away; one that reports hold too stays with them.
  [[nodiscard]] Result<void> removePhrase(std::int64_t sentence);
  /// The report a sentence was first met in, with its text; nothing for an unknown sentence.
  [[nodiscard]] Result<std::optional<CorpusReport>> reportOf(std::int64_t sentence) const;

  [[nodiscard]] Result<std::vector<CorpusSource>> sources() const;
  [[nodiscard]] Result<CorpusStats> stats() const;
  /// Sentences that hold every word of the query (split at spaces; one character and up), best
  /// first, at most `limit`; only those of `role` if given. A word of small Latin letters that is
  /// nowhere written so is taken as pinyin (see Pinyin).
  [[nodiscard]] Result<std::vector<CorpusSentence>> search(std::u16string_view query,
                                                           std::optional<Role> role,
                                                           std::size_t limit) const;
  /// Calls `each` for every sentence with the given role (all without one), most frequent first,
  /// for at most `most`.
  [[nodiscard]] Result<void> forEach(std::optional<Role> role,
                                     const std::function<void(const CorpusSentence&)>& each,
                                     std::optional<std::size_t> most = {}) const;
  /// Calls `each` for every report with its full text, in order of import; only for those whose id
  /// is greater than `after`.
  [[nodiscard]] Result<void> forEachReport(const std::function<void(const CorpusReport&)>& each,
                                           std::int64_t after = 0) const;
  /// Of all reports, ascending by id.
  [[nodiscard]] Result<std::vector<CorpusReportKey>> reportKeys() const;

  struct State;  ///< for the sources of this class

 private:
  explicit Corpus(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

}  // namespace moxian
