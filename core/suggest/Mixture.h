#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/suggest/ContextArray.h"
#include "core/suggest/DraftModel.h"

namespace moxian {

/// A symbol and its share of what follows a context.
struct Share {
  char16_t symbol;
  float share;
};

/// How far each kind of evidence is believed. Evidence is what followed a context of some length in
/// the draft or in the corpus; its kind also tells how often the context was met and by how many
/// different symbols it was followed. Evidence is asked from the longest context to the shortest;
/// each takes its belief of what the longer ones left over (a form of deleted interpolation, whose
/// weights are learnt from the corpus itself, see trainGates).
class Gates {
 public:
  /// Lengths of the contexts that are asked.
  static constexpr std::array<std::size_t, 12> kLengths = {1, 2, 3, 4, 5, 6, 7, 8, 10, 13, 17, 22};
  static constexpr std::size_t kLongest = 22;
  enum class Source { Corpus, Draft };

  /// Beliefs from absolute discounting, a start for learning.
  Gates();

  [[nodiscard]] static std::size_t kind(Source source, std::size_t lengthSlot, double met,
                                        std::size_t followers);
  [[nodiscard]] static std::size_t kinds();
  [[nodiscard]] double belief(std::size_t kind) const { return m_beliefs[kind]; }
  void set(std::size_t kind, double belief) { m_beliefs[kind] = static_cast<float>(belief); }
  [[nodiscard]] const std::vector<float>& beliefs() const { return m_beliefs; }

 private:
  std::vector<float> m_beliefs;
};

/// Tables that a prediction writes to; kept between predictions to save their making. One thread.
struct Scratch {
  Scratch();
  std::vector<float> counts;   ///< by symbol
  std::vector<float> chances;  ///< by symbol
  std::vector<char16_t> counted;
  std::vector<char16_t> chanced;
  std::vector<Share> shares;
  std::vector<DraftModel::Match> matches;
  /// Shares behind contexts that are frequent in the corpus, by their interval.
  std::unordered_map<std::uint64_t, std::vector<Share>> frequent;
};

/// Predicts the next symbol of a draft from a corpus. Immutable after building, safe between
/// threads that bring their own Scratch.
class Mixture {
 public:
  explicit Mixture(ContextArray contexts);
  /// From the parts of another one, kept in a file. `commons` has an entry for each symbol.
  Mixture(ContextArray contexts, std::vector<float> commons, Gates gates)
      : m_contexts(std::move(contexts)), m_common(std::move(commons)), m_gates(std::move(gates)) {}

  /// Shares of what may follow `tail`, which goes on from the draft, that are at least `least`.
  void predict(std::u16string_view tail, const DraftModel& draft, double least, Scratch& scratch,
               std::vector<Share>& into) const;

  /// One kind of evidence: its kind for Gates and the shares. False ends the asking.
  using Visit = std::function<bool(std::size_t kind, std::span<const Share> shares)>;
  /// Asks all evidence for what follows `tail`, from the longest contexts to the shortest, as if the
  /// corpus did not hold the positions of `without`.
  void ask(std::u16string_view tail, const DraftModel& draft, ContextArray::Interval without,
           Scratch& scratch, const Visit& visit) const;

  /// Share of a symbol in the whole corpus.
  [[nodiscard]] float commonness(char16_t symbol) const { return m_common[symbol]; }
  [[nodiscard]] const std::vector<float>& commons() const { return m_common; }
  [[nodiscard]] const ContextArray& contexts() const { return m_contexts; }
  void setGates(Gates gates) { m_gates = std::move(gates); }
  [[nodiscard]] const Gates& gates() const { return m_gates; }

 private:
  std::span<const Share> behind(ContextArray::Interval interval, ContextArray::Interval without,
                                Scratch& scratch, double& met) const;

  ContextArray m_contexts;
  std::vector<float> m_common;
  Gates m_gates;
};

}  // namespace moxian
