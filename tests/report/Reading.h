#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "core/base/Files.h"
#include "core/base/Utf.h"
#include "core/report/Reader.h"

namespace moxian::testing {

/// The reader every test shares; loading it takes longer than most tests.
inline const ReportReader& reader() {
  static const ReportReader shared = ReportReader::load().value();
  return shared;
}

/// A text and its outline.
struct Reading {
  std::u16string text;
  Outline outline;

  [[nodiscard]] const Report& report(std::size_t index = 0) const {
    return outline.reports.at(index);
  }
  /// The block of a line counted from 1; fails the test if it has none.
  [[nodiscard]] Block block(std::size_t line) const {
    for (const Report& report : outline.reports) {
      for (const Block& block : report.blocks) {
        if (block.line + 1 == line) return block;
      }
    }
    for (const Block& block : outline.noise) {
      if (block.line + 1 == line) return block;
    }
    ADD_FAILURE() << "no block in line " << line;
    return {};
  }
  [[nodiscard]] std::string role(std::size_t line) const {
    return std::string(name(block(line).role));
  }
  [[nodiscard]] std::string kind(std::size_t line) const {
    return std::string(name(block(line).kind));
  }
  [[nodiscard]] std::string head(std::size_t line) const {
    return toUtf8(block(line).headText.of(text));
  }
  /// The role of the first place where `words` occur, spans considered.
  [[nodiscard]] std::string roleOf(std::string_view words) const {
    const std::size_t at = text.find(toUtf16(words));
    for (const Report& report : outline.reports) {
      for (const Block& block : report.blocks) {
        if (!block.span.contains(at)) continue;
        for (const RoleSpan& span : block.spans) {
          if (span.span.contains(at)) return std::string(name(span.role));
        }
        return std::string(name(block.role));
      }
    }
    return "nowhere";
  }
  [[nodiscard]] std::string presence(Role role, std::size_t index = 0) const {
    for (const RequiredPart& part : report(index).required) {
      if (part.role == role) return std::string(name(part.presence));
    }
    return "not required";
  }
};

inline Reading read(std::string_view text, std::string_view profile = "auto") {
  Reading reading{toUtf16(text), {}};
  reading.outline = reader().read(reading.text, Lines(reading.text), profile);
  return reading;
}

inline Reading readDraft(const std::filesystem::path& file) {
  return read(readFile(file).value());
}

}  // namespace moxian::testing
