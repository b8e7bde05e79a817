#pragma once

#include <pango/pango.h>
#include <memory>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/exchange/Export.h"
#include "core/exchange/PageTemplate.h"

namespace moxian {

struct ObjectUnref {
  void operator()(void* object) const;
};
/// A GObject that its owner gives back.
template <class T>
using Object = std::unique_ptr<T, ObjectUnref>;

struct FontDescriptionFree {
  void operator()(PangoFontDescription* description) const {
    pango_font_description_free(description);
  }
};
using FontDescription = std::unique_ptr<PangoFontDescription, FontDescriptionFree>;

/// Chooses installed families for the faces of a template and remembers which stood in.
/// One thread at a time.
class Faces {
 public:
  explicit Faces(std::vector<ExportNote>& notes) : m_notes(notes) {}

  /// A face at a size in points. Where neither the face nor a stand-in is installed, the system's
  /// serif family is taken and noted.
  [[nodiscard]] FontDescription describe(const Face& face, double size);
  /// The same for the Latin letters beside a face: bold where that is a bold stand-in.
  [[nodiscard]] FontDescription describeLatin(const Face& latin, const Face& beside, double size);

 private:
  void note(const std::string& wanted, const std::string& used);

  std::vector<ExportNote>& m_notes;
};

}  // namespace moxian
