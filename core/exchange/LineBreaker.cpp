#include "core/exchange/LineBreaker.h"

#include <algorithm>

namespace moxian {
namespace {

constexpr double kTolerance = 0.01;  // points, for sums of fractions
constexpr double kLoosest = 0.25;    // a line with more white than this share is left ragged

/// Fills one line after another.
class Filler {
 public:
  Filler(const std::vector<Cluster>& clusters, const LineBox& box)
      : m_clusters(clusters), m_box(box) {}

  std::vector<BrokenLine> lines() {
    for (std::size_t at = 0; at < m_clusters.size();) at = addLine(at);
    return std::move(m_lines);
  }

 private:
  /// Adds the line that starts at a cluster; gives the start of the next one.
  std::size_t addLine(std::size_t begin) {
    BrokenLine line;
    line.begin = begin;
    line.indent = m_lines.empty() ? m_box.firstIndent : m_box.leftIndent;
    m_room = m_box.width - line.indent;
    std::size_t next = fill(line);
    const bool last = next >= m_clusters.size();
    trim(line);
    if (m_box.justified && !last) stretch(line);
    while (next < m_clusters.size() && m_clusters[next].kind == ClusterKind::Space) ++next;
    m_lines.push_back(line);
    return next;
  }

  std::size_t fill(BrokenLine& line) {
    std::size_t lastBreak = 0;
    double width = 0;
    double spaces = 0;  // at the end so far
    m_hung = false;
    for (std::size_t i = line.begin; i < m_clusters.size(); ++i) {
      const Cluster& cluster = m_clusters[i];
      if (i > line.begin && cluster.breakBefore) lastBreak = i;
      if (cluster.kind == ClusterKind::Space) {
        spaces += cluster.width;
        continue;
      }
      if (width + spaces + cluster.width > m_room + kTolerance) {
        return overflow(line, i, lastBreak);
      }
      width += spaces + cluster.width;
      spaces = 0;
    }
    line.end = m_clusters.size();
    return line.end;
  }

  /// Decides where a line ends whose cluster `i` does not fit any more.
  std::size_t overflow(BrokenLine& line, std::size_t i, std::size_t lastBreak) {
    if (lastBreak != i && m_clusters[i].hanging && mayEndAfter(i)) {
      m_hung = true;
      return line.end = i + 1;
    }
    return line.end = lastBreak > 0 ? lastBreak : std::max(i, line.begin + 1);
  }

  [[nodiscard]] bool mayEndAfter(std::size_t i) const {
    return i + 1 >= m_clusters.size() || m_clusters[i + 1].breakBefore ||
           m_clusters[i + 1].kind == ClusterKind::Space;
  }

  void trim(BrokenLine& line) const {
    while (line.end > line.begin && m_clusters[line.end - 1].kind == ClusterKind::Space) --line.end;
    for (std::size_t i = line.begin; i < line.end; ++i) line.width += m_clusters[i].width;
    if (m_hung) line.width -= m_clusters[line.end - 1].width;
  }

  void stretch(BrokenLine& line) const {
    const double white = m_room - line.width;
    if (white <= 0 || white > m_room * kLoosest) return;
    std::size_t joints = 0;
    const std::size_t end = m_hung ? line.end - 1 : line.end;
    for (std::size_t i = line.begin + 1; i < end; ++i) {
      if (isJoint(m_clusters[i - 1], m_clusters[i])) ++joints;
    }
    if (joints > 0) line.stretch = white / static_cast<double>(joints);
  }

  const std::vector<Cluster>& m_clusters;
  const LineBox& m_box;
  std::vector<BrokenLine> m_lines;
  double m_room = 0;
  bool m_hung = false;
};

}  // namespace

bool isJoint(const Cluster& left, const Cluster& right) {
  if (right.glued) return false;
  return left.kind != ClusterKind::Letter || right.kind != ClusterKind::Letter;
}

std::vector<BrokenLine> brokenLines(const std::vector<Cluster>& clusters, const LineBox& box) {
  return Filler(clusters, box).lines();
}

}  // namespace moxian
