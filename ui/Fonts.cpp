#include "ui/Fonts.h"

#include <QFontDatabase>

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

/// Without a desktop Qt names a generic face, and fontconfig then picks Japanese forms for Chinese.
bool generic(const QString& family) {
  static const QStringList names{u"sans serif"_s, u"sans-serif"_s, u"sans"_s, u"monospace"_s,
                                 u"serif"_s,      u"helvetica"_s,  u""_s};
  return names.contains(family.toLower());
}

}  // namespace

QFont interfaceFont(const QString& language) {
  QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
  const QString chinese = language == u"zh_TW" ? u"Noto Sans CJK TC"_s : u"Noto Sans CJK SC"_s;
  if (generic(font.family())) {
    font.setFamilies({chinese});
    font.setPointSize(10);
  } else {
    font.setFamilies({font.family(), chinese});
  }
  return font;
}

QStringList bodyFaces() {
  return {u"仿宋_GB2312"_s, u"FangSong_GB2312"_s, u"FangSong"_s,          u"仿宋"_s,
          u"STFangsong"_s,  u"FandolFang"_s,      u"Noto Serif CJK SC"_s, u"Source Han Serif SC"_s};
}

QStringList headingFaces() {
  return {u"黑体"_s, u"SimHei"_s, u"Noto Sans CJK SC"_s, u"Source Han Sans SC"_s};
}

QStringList secondFaces() {
  return {u"楷体_GB2312"_s, u"KaiTi_GB2312"_s, u"KaiTi"_s, u"楷体"_s, u"LXGW WenKai"_s};
}

QStringList titleFaces() {
  return {u"方正小标宋简体"_s, u"FZXiaoBiaoSong-B05S"_s, u"Noto Serif CJK SC"_s,
          u"Source Han Serif SC"_s};
}

QFont draftFont(const QString& family, int points) {
  QFont font;
  font.setFamilies(family.isEmpty() ? bodyFaces() : QStringList{family} + bodyFaces());
  font.setPointSize(points);
  return font;
}

}  // namespace moxian
