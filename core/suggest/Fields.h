#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace moxian {

/// Two neighbouring characters of a text, the first in the high half.
using Pair = std::uint32_t;

/// Tells from its words which fields of work (民政, 政务公开 …) a draft speaks of. What is typical of
/// a field is learnt from the sentences of the corpus that belong to it, so that the names which
/// corpora give their fields need not agree with ours.
class Fields {
 public:
  /// The number of a field; a new one for a name that was not met before.
  [[nodiscard]] std::uint32_t number(const std::u16string& name);
  /// The same for a name that may be new, which gets a number that stands for no field.
  [[nodiscard]] std::uint32_t numberOf(const std::u16string& name) const;
  /// Learns a sentence of a field from its pairs, each given once.
  void learn(std::uint32_t field, const std::vector<Pair>& pairs);
  /// Keeps what is typical and forgets the rest; after the last sentence.
  void finish();

  /// How much a draft with these pairs speaks of each field, by number: 0 to 1. The field called
  /// `named` counts as spoken of throughout.
  [[nodiscard]] std::vector<double> nearness(const std::vector<Pair>& draft,
                                             std::u16string_view named) const;

 private:
  struct Typical {
    std::uint32_t field = 0;
    double weight = 0;
  };
  std::unordered_map<std::u16string, std::uint32_t> m_numbers;
  std::vector<std::unordered_map<Pair, std::uint32_t>> m_counts;  ///< by field; empty when finished
  std::unordered_map<Pair, std::vector<Typical>> m_typical;
};

}  // namespace moxian
