#include "core/exchange/Faces.h"

#include <fontconfig/fontconfig.h>
#include <glib-object.h>
#include <algorithm>
#include <cmath>

namespace moxian {
namespace {

struct PatternDestroy {
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
struct ObjectSetDestroy {
  void operator()(FcObjectSet* objects) const { FcObjectSetDestroy(objects); }
};
struct FontSetDestroy {
  void operator()(FcFontSet* set) const { FcFontSetDestroy(set); }
};

/// True if a family of exactly this name, in any language of its name table, is installed.
bool isInstalled(const std::string& family) {
  const std::unique_ptr<FcPattern, PatternDestroy> pattern(FcPatternCreate());
  FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family.c_str()));
  const std::unique_ptr<FcObjectSet, ObjectSetDestroy> objects(
      FcObjectSetBuild(FC_FAMILY, nullptr));
  const std::unique_ptr<FcFontSet, FontSetDestroy> found(
      FcFontList(nullptr, pattern.get(), objects.get()));
  return found && found->nfont > 0;
}

const std::string* firstInstalled(const std::vector<std::string>& families) {
  const auto found = std::ranges::find_if(families, isInstalled);
  return found == families.end() ? nullptr : &*found;
}

FontDescription description(const std::string& family, double size, bool bold) {
  FontDescription made(pango_font_description_new());
  pango_font_description_set_family(made.get(), family.c_str());
  pango_font_description_set_size(made.get(), static_cast<int>(std::lround(size * PANGO_SCALE)));
  if (bold) pango_font_description_set_weight(made.get(), PANGO_WEIGHT_BOLD);
  return made;
}

}  // namespace

void ObjectUnref::operator()(void* object) const {
  g_object_unref(object);
}

FontDescription Faces::describe(const Face& face, double size) {
  if (const std::string* own = firstInstalled(face.installed))
    return description(*own, size, false);
  const std::string& wanted = face.document.empty() ? face.installed.front() : face.document;
  const std::string* other = firstInstalled(face.standIns);
  const std::string used = other != nullptr ? *other : "serif";
  note(wanted, used);
  return description(used, size, face.boldStandIn);
}

FontDescription Faces::describeLatin(const Face& latin, const Face& beside, double size) {
  FontDescription made = describe(latin, size);
  if (beside.boldStandIn && firstInstalled(beside.installed) == nullptr) {
    pango_font_description_set_weight(made.get(), PANGO_WEIGHT_BOLD);
  }
  return made;
}

void Faces::note(const std::string& wanted, const std::string& used) {
  const bool known = std::ranges::any_of(m_notes, [&](const ExportNote& note) {
    return note.key == "FaceReplaced" && note.arguments.front() == wanted;
  });
  if (!known) m_notes.push_back({"FaceReplaced", {wanted, used}});
}

}  // namespace moxian
