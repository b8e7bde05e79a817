#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace moxian {

/// How a cluster behaves at the ends of a line and when a line is made to fit.
enum class ClusterKind : std::uint8_t {
  Letter,  ///< Latin letters, digits and half-width marks: no space is put between two of them
  Full,    ///< Han characters and full-width marks
  Space,   ///< takes no room at the end of a line
};

/// What is never broken: mostly one character.
struct Cluster {
  double width = 0;  ///< advance in points
  ClusterKind kind = ClusterKind::Full;
  bool breakBefore = false;  ///< a line may start here (UAX 14, Chinese, strict)
  bool hanging = false;      ///< may stand outside the right edge: ，。、；：
  bool glued = false;        ///< never any space before it: the second half of —— and ……
};

/// The lines' room, in points.
struct LineBox {
  double width = 0;        ///< from the left edge of the text area
  double firstIndent = 0;  ///< of the first line
  double leftIndent = 0;   ///< of the further lines
  bool justified = false;  ///< all lines but the last are spread to the full width
};

/// A line of the clusters [begin, end).
struct BrokenLine {
  std::size_t begin = 0;
  std::size_t end = 0;  ///< spaces at the end are left out of the line
  double indent = 0;
  double width = 0;    ///< without stretch and a hanging mark
  double stretch = 0;  ///< added at each joint, see `isJoint`
};

/// True if space may be put between two neighbours of a line.
[[nodiscard]] bool isJoint(const Cluster& left, const Cluster& right);

/// Fills lines one after another. A mark that may not start a line hangs, or else the character
/// before it goes down with it and the line is stretched. Marks are not squeezed together: readers
/// of the PDF would take the overlap for the end of a line. Linear.
[[nodiscard]] std::vector<BrokenLine> brokenLines(const std::vector<Cluster>& clusters,
                                                  const LineBox& box);

}  // namespace moxian
