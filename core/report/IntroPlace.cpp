#include "core/report/IntroPlace.h"

#include "core/report/Roles.h"

namespace moxian {
namespace {

constexpr std::size_t kMostBlocks = 4;  // of an introduction, with a greeting

}  // namespace

IntroPlace::IntroPlace(const RoleContext& context, bool hasHeadings, std::optional<Role> announced)
    : m_weights(context.weights),
      m_titled(context.titled),
      m_hasHeadings(hasHeadings),
      m_length(announced && announced != Role::WorkDone ? 1 : kMostBlocks) {}

void IntroPlace::nextBlock() {
  m_ended = m_ended || m_ends;
  ++m_blocks;
}

void IntroPlace::read(const Evidence& evidence) {
  ++m_sentences;
  m_ends = m_ends || at(evidence, Role::Intro) >= m_weights.introEnd;
  m_greets = m_greets || (m_blocks == 1 && at(evidence, Role::Intro) >= m_weights.turning);
}

double IntroPlace::evidence(bool belowHeading) const {
  if (belowHeading) return m_weights.introBelowHeading;
  const bool first = m_blocks == 1;
  const bool behind = m_ended || (m_hasHeadings ? m_blocks > m_length : !first);
  const bool behindGreeting = m_greets && m_blocks == 2 && !m_ended;
  if (behind && !m_hasHeadings && behindGreeting) return 0;
  if (behind) return m_weights.introBelowHeading / 2;
  if (!m_titled || (!m_hasHeadings && m_sentences > 1)) return 0;
  return first ? m_weights.introFirst : m_weights.introPrior;
}

}  // namespace moxian
