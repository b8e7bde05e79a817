#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/corpus/Corpus.h"
#include "core/corpus/Writer.h"
#include "core/text/Cleaner.h"
#include "core/text/ScriptConverter.h"

namespace moxian {

/// A report of a file, ready to be stored.
struct PreparedReport {
  CorpusReport report;  ///< `key` and `source` are not set
  std::vector<PreparedSentence> sentences;
  bool truncated = false;
};

/// A file, read and taken apart without the database.
struct PreparedFile {
  std::u16string name;     ///< of its source
  std::int64_t hash = 0;   ///< of its text as loaded
  bool unchanged = false;  ///< known under its name with this hash: the rest is empty
  std::vector<PreparedReport> reports;
  std::vector<std::u16string> missingBodies;  ///< entries of its contents lists without a report
  std::map<Refusal, std::size_t> refusals;
  std::vector<RefusedSentence> refusedSentences;  ///< the first kMostListed

  [[nodiscard]] std::size_t sentences() const;
};

/// Reads files and makes what the corpus keeps of them: cleaned of traces of extraction, in
/// simplified characters, split into reports and sentences, what is not worth keeping refused. Safe
/// between threads as far as `load` is.
class FilePreparer {
 public:
  /// `known`: hashes of sources by name.
  [[nodiscard]] static Result<FilePreparer> load(ReportReader reader, TextLoader load,
                                                 std::map<std::u16string, std::int64_t> known);

  /// Errors are those of the loader.
  [[nodiscard]] Result<PreparedFile> prepare(const std::filesystem::path& file) const;

 private:
  FilePreparer(ReportReader reader, TextLoader load, std::map<std::u16string, std::int64_t> known,
               Cleaner cleaner, ScriptConverter converter);
  [[nodiscard]] std::u16string asKept(std::u16string_view text) const;

  ReportReader m_reader;
  TextLoader m_load;
  std::map<std::u16string, std::int64_t> m_known;
  Cleaner m_cleaner;
  ScriptConverter m_converter;
};

}  // namespace moxian
