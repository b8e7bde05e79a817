#include "ui/Labels.h"

#include <QCoreApplication>

#include "ui/Strings.h"

namespace moxian {
namespace {

struct Labels {
  Q_DECLARE_TR_FUNCTIONS(moxian::Labels)
};

}  // namespace

QString label(Role role) {
  switch (role) {
    case Role::Title:
      return Labels::tr("标题");
    case Role::Intro:
      return Labels::tr("开头");
    case Role::WorkDone:
      return Labels::tr("主要工作");
    case Role::Problems:
      return Labels::tr("存在问题");
    case Role::NextSteps:
      return Labels::tr("下一步打算");
    case Role::ProblemsAndNext:
      return Labels::tr("问题与打算");
    case Role::Closing:
      return Labels::tr("结尾");
    case Role::Noise:
      return Labels::tr("正文以外");
  }
  return {};
}

QString label(Presence presence) {
  switch (presence) {
    case Presence::Missing:
      return Labels::tr("缺少");
    case Presence::Thin:
      return Labels::tr("内容单薄");
    case Presence::Present:
      return Labels::tr("已有");
  }
  return {};
}

QString label(Severity severity) {
  switch (severity) {
    case Severity::Hint:
      return Labels::tr("提示");
    case Severity::Warning:
      return Labels::tr("警告");
    case Severity::Error:
      return Labels::tr("错误");
  }
  return {};
}

QString label(Category category) {
  switch (category) {
    case Category::Structure:
      return Labels::tr("结构");
    case Category::Numbering:
      return Labels::tr("序号");
    case Category::Punctuation:
      return Labels::tr("标点");
    case Category::Placeholder:
      return Labels::tr("未填内容");
    case Category::Stray:
      return Labels::tr("多余字符");
    case Category::Ad:
      return Labels::tr("广告");
    case Category::Truncated:
      return Labels::tr("残句");
    case Category::Arithmetic:
      return Labels::tr("数字");
    case Category::Date:
      return Labels::tr("日期");
    case Category::Unit:
      return Labels::tr("单位名称");
    case Category::Script:
      return Labels::tr("繁简");
    case Category::Typo:
      return Labels::tr("错别字");
    case Category::Dropped:
      return Labels::tr("漏字");
    case Category::Redundant:
      return Labels::tr("多字");
    case Category::Repetition:
      return Labels::tr("重复");
    case Category::Terminology:
      return Labels::tr("用语");
    case Category::Grammar:
      return Labels::tr("语法");
    case Category::Style:
      return Labels::tr("文风");
    case Category::Contradiction:
      return Labels::tr("前后矛盾");
  }
  return {};
}

QString label(const Profile& profile) {
  const QString own = toQString(profile.label);
  for (const char* shipped : {QT_TRANSLATE_NOOP("moxian::Labels", "年度工作总结"),
                              QT_TRANSLATE_NOOP("moxian::Labels", "政府信息公开工作年度报告"),
                              QT_TRANSLATE_NOOP("moxian::Labels", "半年工作总结"),
                              QT_TRANSLATE_NOOP("moxian::Labels", "年度总结讲话"),
                              QT_TRANSLATE_NOOP("moxian::Labels", "工作计划")})
    if (own == QString::fromUtf8(shipped)) return Labels::tr(shipped);
  return own;
}

QString label(LineEnding ending) {
  switch (ending) {
    case LineEnding::Lf:
      return Labels::tr("LF 换行");
    case LineEnding::CrLf:
      return Labels::tr("CRLF 换行");
    case LineEnding::Cr:
      return Labels::tr("CR 换行");
  }
  return {};
}

QString label(Encoding encoding) {
  return fromUtf8(name(encoding));
}

}  // namespace moxian
