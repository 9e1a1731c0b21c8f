/* What each line between two paragraphs of a text page is to the reports above and below it. No words are known here but the tables'. */
#include "page/item_role.h"

#include "page/chars.h"
#include "page/head.h"

enum {
  STAMPED_WORDS = 6, /* beside a stamp: a medium, a writer */
  WRITER_WORDS = 7,  /* «medium - name:» */
  TITLE_MOST = 24,
  CLOSING_WORDS = 6,
  COUNTER_WORDS = 2,
  AHEAD = 256 /* blocks that are looked at for a line that comes back */
};

static bool is_initials(const cut_block *b) { return b->l.words > 0 && b->l.words == b->l.short_words && b->l.words <= CLOSING_WORDS; }

/* «medium - name:» */
static bool is_writer(const cut *c, const cut_block *b) {
  const isnad_tokens *t = &c->page->tokens;
  size_t ignored = 0;
  if (head_is_dashed(c, b)) return true;
  if (b->l.end != END_COLON || b->l.words < 2 || b->l.words > WRITER_WORDS || b->l.numbers > 0) return false;
  for (uint32_t at = b->l.first_word + 1; at + 2 < b->block->last_token; at++) {
    uint32_t mark = isnad_token_is_word(t, at) ? 0 : char_at(t->text, t->items[at].span.begin, &ignored);
    if (char_is_dash(mark) || mark == '/' || mark == '|') return true;
  }
  return false;
}

static bool is_stamped(const look *l) { return l->stamps > 0 && l->bare_words <= STAMPED_WORDS; }

static role role_of_line(const cut *c, const cut_block *b) {
  if (b->l.words == 0) return ROLE_FURNITURE;
  if (is_initials(b)) return ROLE_CREDIT;
  if (is_stamped(&b->l)) return ROLE_STAMP;
  return is_writer(c, b) ? ROLE_WRITER : ROLE_LINE;
}

role page_item_role(const cut *c, size_t at) {
  const cut_block *b = &c->blocks[at];
  switch (b->s.kind) {
  case SIGN_NONE:
    return role_of_line(c, b);
  case SIGN_STAMP:
    if (b->s.table == ISNAD_TABLE_CREDITS && b->s.row != UINT32_MAX) return ROLE_WRITER; /* «place - agency» */
    return b->l.stamps > 0 ? ROLE_STAMP : ROLE_AGO;
  case SIGN_PROMO:
    if (b->s.row != UINT32_MAX) return ROLE_BUTTON;
    return is_stamped(&b->l) ? ROLE_STAMP : ROLE_FURNITURE;
  case SIGN_BYLINE:
  case SIGN_OUTLET:
    return ROLE_WRITER;
  case SIGN_CREDIT:
    return ROLE_CREDIT;
  case SIGN_SOURCE:
  case SIGN_KEYWORDS:
  case SIGN_END:
    return ROLE_END;
  case SIGN_READ_ALSO:
    return ROLE_ANNOUNCES;
  case SIGN_OTHER:
    return b->l.words + b->l.numbers == 0 ? ROLE_RULE : ROLE_FURNITURE;
  case SIGN_COMMENT:
    return b->l.words <= COUNTER_WORDS && b->s.value.end == 0 ? ROLE_COUNTER : ROLE_BREAK;
  case SIGN_LIST:
  case SIGN_RELATED:
  case SIGN_FOOTER:
    return ROLE_BREAK;
  default:
    return ROLE_FURNITURE;
  }
}

bool page_item_may_head(const cut_block *b) {
  return b->l.words >= ITEM_TITLE_WORDS && b->l.words <= TITLE_MOST && b->l.end != END_STOP && b->l.end != END_COLON && !b->l.continues &&
         !b->block->bullet;
}

bool page_item_comes_back(const cut *c, size_t first, size_t at, bool below) {
  const cut_block *b = &c->blocks[at];
  size_t from = !below ? 0 : at > first + AHEAD ? at - AHEAD : first, to = !below ? first : at + AHEAD;
  if (b->l.words < 2 || (below && b->l.words > CLOSING_WORDS)) return false;
  for (size_t i = from; i < c->count && i < to; i++)
    if (i != at && c->blocks[i].l.hash == b->l.hash) return true;
  return false;
}

bool page_item_closes(const cut *c, size_t first, size_t at) { return page_item_comes_back(c, first, at, true); }
