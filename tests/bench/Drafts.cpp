#include "tests/bench/Drafts.h"

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <sstream>

#include "core/base/Files.h"
#include "core/base/Resources.h"
#include "core/base/Utf.h"
#include "core/text/Numerals.h"

namespace moxian::bench {
namespace {

namespace fs = std::filesystem;

template <class T>
const T& loaded(Result<T>& result) {
  if (result) return *result;
  std::cerr << name(result.error().code) << ": " << result.error().subject << " "
            << result.error().detail << '\n';
  std::exit(2);
}

constexpr std::u16string_view kPlaces[] = {u"云溪", u"青岚", u"临澜", u"松河", u"望川", u"石浦"};
constexpr std::u16string_view kHeadings[] = {u"加强组织领导", u"完善制度机制", u"抓好重点任务",
                                             u"优化服务方式", u"强化监督检查", u"做好宣传培训"};

}  // namespace

Drafts::Drafts(std::uint32_t seed) : m_random(seed) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(resourceRoot() / "corpus")) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  for (const auto& file : files) {
    auto bytes = readFile(file);
    std::istringstream lines(loaded(bytes));
    std::optional<Role> role;
    for (std::string line; std::getline(lines, line);) {
      if (line.empty() || line[0] == '#') continue;
      if (line[0] == '[') {
        role = roleNamed(std::string_view(line).substr(1, line.find(']') - 1));
      } else if (role) {
        m_sentences[static_cast<std::size_t>(*role)].push_back(toUtf16(line));
      }
    }
  }
}

std::u16string Drafts::filled(std::u16string_view sentence) {
  std::u16string out;
  for (std::size_t at = 0; at < sentence.size();) {
    if (sentence[at] != u'〔') {
      out += sentence[at++];
      continue;
    }
    const auto end = sentence.find(u'〕', at);
    const auto kind = sentence.substr(at + 1, sentence.find(u':', at) - at - 1);
    if (kind == u"figure") {
      out += toUtf16(std::to_string(2 + m_random() % 900));
    } else if (kind == u"date") {
      out += toUtf16(std::to_string(1 + m_random() % 12)) + u"月";
    } else if (kind == u"title") {
      out += u"《" + std::u16string(kPlaces[m_random() % 6]) + u"县工作方案》";
    } else {
      out += std::u16string(kPlaces[m_random() % 6]) + u"县";
    }
    at = end + 1;
  }
  return out;
}

std::u16string Drafts::sentence(Role role) {
  const auto& all = m_sentences[static_cast<std::size_t>(role)];
  return filled(all[m_random() % all.size()]);
}

std::u16string Drafts::section(Role role, std::u16string_view heading, std::size_t characters) {
  std::u16string out(heading);
  out += u'\n';
  for (int n = 1; out.size() < characters; ++n) {
    out += u"（" + toChineseNumeral(1 + (n - 1) % 99) + u"）";
    out += kHeadings[m_random() % 6];
    out += u"。";
    for (int i = 0; i < 6; ++i) out += sentence(role);
    out += u'\n';
  }
  return out;
}

std::u16string Drafts::report(std::size_t characters) {
  std::u16string out = u"云溪县2024年政务公开工作总结\n";
  out += sentence(Role::Intro) + u'\n';
  out += section(Role::WorkDone, u"一、主要工作开展情况", characters * 6 / 10);
  out += section(Role::Problems, u"二、存在的主要问题", characters * 2 / 10);
  out += section(Role::NextSteps, u"三、下一步工作打算", characters * 2 / 10);
  return out;
}

const ReportReader& reader() {
  static auto result = ReportReader::load();
  return loaded(result);
}

const RuleSet& rules() {
  static auto result = RuleSet::load();
  return loaded(result);
}

}  // namespace moxian::bench
