#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/corpus/Corpus.h"
#include "core/suggest/Mixture.h"

namespace moxian {

/// All that completion knows of a corpus: its texts with their contexts, what was learnt from them,
/// and where each comes from. Immutable, safe between threads.
class CompletionModel {
 public:
  struct Origin {
    CorpusReportKey key;
    std::uint32_t begin = 0;  ///< position of the report's first character
    std::u16string title;
  };

  CompletionModel(Mixture mixture, std::vector<Origin> origins)
      : m_mixture(std::move(mixture)), m_origins(std::move(origins)) {}

  /// That of a corpus: from `file` if it was made for the corpus as it is, else from the corpus, and
  /// from the file as far as it goes.
  [[nodiscard]] static Result<std::shared_ptr<const CompletionModel>> of(
      const Corpus& corpus, const std::filesystem::path& file);

  [[nodiscard]] const Mixture& mixture() const { return m_mixture; }
  [[nodiscard]] const std::vector<Origin>& origins() const { return m_origins; }
  /// The title of a report that holds `text` behind the end of `tail` or elsewhere; empty if none.
  [[nodiscard]] std::u16string sourceOf(std::u16string_view tail, std::u16string_view text) const;

 private:
  Mixture m_mixture;
  std::vector<Origin> m_origins;
};

/// Brings the file that keeps a corpus's model up to date: texts that were added are sorted in, after
/// removals, damage or a long way it is made anew. Does nothing if it is up to date. The file is only
/// a copy of what the corpus says and may be deleted.
[[nodiscard]] Result<void> updateModelFile(const Corpus& corpus, const std::filesystem::path& file);

/// Where the model of a corpus file is kept: beside it.
[[nodiscard]] std::filesystem::path modelFileOf(const std::filesystem::path& corpus);

}  // namespace moxian
