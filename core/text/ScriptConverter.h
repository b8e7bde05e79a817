#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/base/Result.h"
#include "core/text/Script.h"

namespace moxian {

/// How a text in traditional characters words things.
enum class Wording {
  Mainland,  ///< mainland words in traditional characters (信息, 文件)
  Taiwan,    ///< words of Taiwan (資訊, 檔案)
};

/// Converts between the scripts with OpenCC. Immutable after loading, safe between threads.
class ScriptConverter {
 public:
  /// Loads resources/script (keep.txt, traditional.txt, taiwan.txt; formats in their first lines).
  [[nodiscard]] static Result<ScriptConverter> load();
  /// The one that everybody shares, loaded when first asked for. Any thread.
  [[nodiscard]] static const Result<ScriptConverter>& shared();

  /// Which of the two kinds a traditional text is: the words of resources/script/taiwan.txt that
  /// occur more often decide, Mainland if neither does.
  [[nodiscard]] Wording wording(std::u16string_view traditional) const;

  /// To simplified characters. Taiwan wording becomes mainland wording (OpenCC tw2sp) except the
  /// words of keep.txt; mainland wording is converted by characters and phrases (tw2s), which also
  /// undoes damage such as 製度.
  [[nodiscard]] std::u16string toSimplified(std::u16string_view text, Wording wording) const;
  /// To traditional characters as Taiwan writes them (群, 為, never 羣, 爲), in the wording asked
  /// for (OpenCC s2tw or s2twp). The words of traditional.txt, and for Taiwan those of keep.txt, go
  /// before: OpenCC takes the longest phrase from the left and finds 理髮 in 管理发展.
  [[nodiscard]] std::u16string toTraditional(std::u16string_view text, Wording wording) const;

  /// Character by character, so that offsets stay the same: for looking words up, never for
  /// people to read. Traditional characters become simplified, others stay.
  [[nodiscard]] std::u16string folded(std::u16string_view text) const;

 private:
  struct Data;
  std::shared_ptr<Data> m_data;
};

}  // namespace moxian
