#include "page/cut.h"

enum { LEAST_HEADLINES = 4, LEAST_WORDS = 3 };

/* Headlines of a list: lines of a headline's length. */
static bool is_headline(const cut *c, size_t at) {
  return c->blocks[at].l.words >= LEAST_WORDS && c->blocks[at].s.kind == SIGN_NONE && !c->blocks[at].text;
}

bool cut_is_front(const cut *c) {
  size_t headlines = 0, text = 0;
  for (size_t i = 0; i < c->count; i++) {
    headlines += is_headline(c, i) || (c->blocks[i].s.kind == SIGN_PROMO && c->blocks[i].l.stamp_ends);
    text += c->blocks[i].text;
  }
  return headlines >= LEAST_HEADLINES && text * 4 <= headlines;
}

static isnad_part_kind kind_of(const cut *c, size_t at) {
  isnad_part_kind kind = ISNAD_PART_OTHER;
  const cut_block *b = &c->blocks[at];
  if (b->s.kind == SIGN_PROMO && b->l.stamp_ends) return ISNAD_PART_SIMILAR_HEADLINE;
  if (cut_plain_kind(&b->s, &kind)) return kind;
  switch (b->s.kind) {
  case SIGN_CRUMBS:
  case SIGN_SECTION:
    return ISNAD_PART_BREADCRUMB;
  case SIGN_STAMP:
    return ISNAD_PART_DATELINE;
  case SIGN_OUTLET:
    return ISNAD_PART_OUTLET;
  case SIGN_LIST:
  case SIGN_RELATED:
    return ISNAD_PART_RELATED_HEADING;
  case SIGN_COMMENT:
    return ISNAD_PART_COMMENT_FORM;
  case SIGN_NONE:
    return b->l.words >= LEAST_WORDS ? ISNAD_PART_SIMILAR_HEADLINE : b->l.words > 0 ? ISNAD_PART_BREADCRUMB : ISNAD_PART_OTHER;
  default:
    return ISNAD_PART_OTHER;
  }
}

void cut_front(cut *c) {
  for (size_t i = 0; i < c->count; i++) cut_decide(c, i, kind_of(c, i));
}
