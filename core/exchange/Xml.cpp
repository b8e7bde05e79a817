#include "core/exchange/Xml.h"

namespace moxian {
namespace {

class StringWriter : public pugi::xml_writer {
 public:
  explicit StringWriter(std::string& out) : m_out(out) {}
  void write(const void* data, std::size_t size) override {
    m_out.append(static_cast<const char*>(data), size);
  }

 private:
  std::string& m_out;
};

}  // namespace

std::string serialized(const pugi::xml_document& document, unsigned flags) {
  std::string out;
  StringWriter writer(out);
  document.save(writer, "", pugi::format_raw | flags, pugi::encoding_utf8);
  return out;
}

}  // namespace moxian
