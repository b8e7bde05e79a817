#include "core/suggest/Fields.h"

#include <algorithm>
#include <cmath>

namespace moxian {
namespace {

constexpr std::uint32_t kFewest = 2;      // sentences of a field that hold what is typical of it
constexpr std::size_t kWidest = 3;        // fields that may share it
constexpr double kHalfCertain = 6.0;      // weight of the words met at which a field is half certain

}  // namespace

std::uint32_t Fields::number(const std::u16string& name) {
  const auto next = static_cast<std::uint32_t>(m_numbers.size());
  const auto [at, isNew] = m_numbers.emplace(name, next);
  if (isNew) m_counts.emplace_back();
  return at->second;
}

std::uint32_t Fields::numberOf(const std::u16string& name) const {
  const auto known = m_numbers.find(name);
  return known == m_numbers.end() ? static_cast<std::uint32_t>(m_numbers.size()) : known->second;
}

void Fields::learn(std::uint32_t field, const std::vector<Pair>& pairs) {
  for (const Pair pair : pairs) ++m_counts[field][pair];
}

void Fields::finish() {
  std::unordered_map<Pair, std::vector<std::uint32_t>> holders;
  for (std::uint32_t field = 0; field < m_counts.size(); ++field) {
    for (const auto& [pair, count] : m_counts[field]) {
      if (count >= kFewest) holders[pair].push_back(field);
    }
  }
  const auto all = static_cast<double>(m_counts.size());
  for (const auto& [pair, fields] : holders) {
    if (fields.size() > kWidest || 2 * fields.size() > m_counts.size()) continue;
    const double weight = std::log((all + 1) / static_cast<double>(fields.size()));
    for (const std::uint32_t field : fields) m_typical[pair].push_back({field, weight});
  }
  m_counts.clear();
}

std::vector<double> Fields::nearness(const std::vector<Pair>& draft,
                                     std::u16string_view named) const {
  std::vector<double> met(m_numbers.size(), 0.0);
  for (const Pair pair : draft) {
    const auto found = m_typical.find(pair);
    if (found == m_typical.end()) continue;
    for (const Typical& typical : found->second) met[typical.field] += typical.weight;
  }
  const double most = met.empty() ? 0.0 : std::ranges::max(met);
  for (double& each : met) {
    const double share = most > 0 ? each / most : 0.0;
    each = share * share * most / (most + kHalfCertain);
  }
  const auto same = m_numbers.find(std::u16string(named));
  if (same != m_numbers.end() && !named.empty()) met[same->second] = 1.0;
  return met;
}

}  // namespace moxian
