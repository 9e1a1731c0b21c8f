#include "page/walk.h"

#include "tables.h"

enum { KEYWORD_WORDS = 5, MARKED_WORDS = 5 };

static size_t unsigned_block(walker *w, size_t at) {
  bool is_text = block_at(w, at)->text;
  if (is_text && (w->now == IN_TEXT || w->now == IN_TAIL) && walk_opens_item(w, at)) walk_embed(w, at, at);
  switch (w->now) {
  case IN_COMMENTS:
    decide(w, at, ISNAD_PART_COMMENT_FORM);
    return at + 1;
  case IN_FOOT:
    if (!is_text && walk_heads_article(w, at)) {
      walk_embed(w, at, at + 1);
      return at + 1;
    }
    decide(w, at, is_text ? ISNAD_PART_FOOTER : ISNAD_PART_OTHER);
    return at + 1;
  case IN_LIST:
    return is_text ? walk_listed_text(w, at) : walk_listed_line(w, at);
  case IN_TAIL:
    if (!is_text) return walk_lines_in_tail(w, at);
    text(w, at);
    return at + 1;
  case IN_TEXT:
    break;
  }
  if (!is_text) return walk_lines_in_text(w, at);
  text(w, at);
  return at + 1;
}

/* --- signs --- */

static void end_article(walker *w) {
  w->now = IN_TAIL;
  w->tail = true;
}

/* A label on a line of its own: its value stands on the next. */
static size_t take_next(walker *w, size_t at, isnad_part_kind kind, uint32_t words, size_t most) {
  size_t next = at + 1;
  while (next < w->c->count && next - at <= most && block_at(w, at)->s.value.end == 0 && cut_is_line(w->c, next) &&
         block_at(w, next)->l.words <= words) {
    w->c->blocks[next].s.value = block_at(w, next)->block->span;
    decide(w, next++, kind);
  }
  return next;
}

/* Dates on lines of their own between paragraphs are the sub-headings of a chronicle. */
static isnad_part_kind stamp_kind(walker *w, size_t at) {
  bool within =
      w->now == IN_TEXT && w->text_seen && at + 1 < w->c->count && block_at(w, at + 1)->text && at > 0 && w->c->blocks[at - 1].kind == text_kind(w);
  if (!within) return ISNAD_PART_DATELINE;
  w->c->blocks[at].crosshead = 1;
  return text_kind(w);
}

/* In comments only what opens another part of the page counts. */
static bool is_comment(const walker *w, size_t at) {
  uint8_t kind = block_at(w, at)->s.kind;
  return w->now == IN_COMMENTS && kind != SIGN_FOOTER && kind != SIGN_LIST && kind != SIGN_RELATED && kind != SIGN_AD && kind != SIGN_SOCIAL &&
         kind != SIGN_OTHER && kind != SIGN_CRUMBS && kind != SIGN_READ_ALSO;
}

static isnad_part_kind placed_kind(walker *w, size_t at) {
  const cut_block *b = block_at(w, at);
  switch (b->s.kind) {
  case SIGN_STAMP:
    return stamp_kind(w, at);
  case SIGN_CRUMBS:
    return w->now == IN_TEXT && text_follows(w, at) ? text_kind(w) : ISNAD_PART_FOOTER;
  case SIGN_SECTION:
    return w->now == IN_TEXT && text_follows(w, at) ? text_kind(w) : ISNAD_PART_OTHER;
  case SIGN_CREDIT:
    return ISNAD_PART_SOURCE_LINE;
  case SIGN_OUTLET:
    return w->now != IN_TEXT ? ISNAD_PART_OTHER : w->text_seen && !text_follows(w, at) ? ISNAD_PART_SOURCE_LINE : ISNAD_PART_OUTLET;
  default:
    return ISNAD_PART_OTHER;
  }
}

/* Words such as "in pictures:", "report:", "sources:" open headlines, too. */
static bool is_marked_headline(const walker *w, size_t at) {
  const cut_block *b = &w->c->blocks[at];
  bool may = b->s.kind == SIGN_CAPTION || b->s.kind == SIGN_BYLINE || b->s.kind == SIGN_SOURCE || b->s.kind == SIGN_PROMO;
  return w->now == IN_LIST && may && b->s.value.end > 0 && b->l.words > MARKED_WORDS;
}

/* "Note: ...": of the writer in the text, of the site below it. */
static bool is_note_in_text(const walker *w, size_t at) {
  const sign *s = &block_at(w, at)->s;
  return s->kind == SIGN_FOOTER && s->takes == ISNAD_MARKERS_TAKES_REST && w->now == IN_TEXT;
}

static size_t signed_block(walker *w, size_t at) {
  isnad_part_kind kind = ISNAD_PART_OTHER;
  const sign *s = &block_at(w, at)->s;
  if (is_marked_headline(w, at)) {
    decide(w, at, ISNAD_PART_SIMILAR_HEADLINE);
    return at + 1;
  }
  if (is_comment(w, at)) {
    decide(w, at, ISNAD_PART_COMMENT_FORM);
    return at + 1;
  }
  if (is_note_in_text(w, at)) {
    text(w, at);
    return at + 1;
  }
  switch (s->kind) {
  case SIGN_READ_ALSO:
    return walk_read_also(w, at);
  case SIGN_LIST:
  case SIGN_RELATED:
    return walk_list_heading(w, at);
  case SIGN_COMMENT:
    decide(w, at, ISNAD_PART_COMMENT_FORM);
    if (w->text_seen) w->now = IN_COMMENTS;
    return at + 1;
  case SIGN_SOURCE:
    decide(w, at, ISNAD_PART_SOURCE_LINE);
    end_article(w);
    return take_next(w, at, ISNAD_PART_SOURCE_LINE, KEYWORD_WORDS + 1, 1);
  case SIGN_KEYWORDS:
    decide(w, at, ISNAD_PART_KEYWORDS);
    end_article(w);
    return take_next(w, at, ISNAD_PART_KEYWORDS, KEYWORD_WORDS, 20);
  default:
    break;
  }
  decide(w, at, cut_plain_kind(s, &kind) ? kind : placed_kind(w, at));
  if (w->c->blocks[at].kind == ISNAD_PART_FOOTER && w->text_seen && !(w->now == IN_TEXT && text_follows(w, at + 1))) w->now = IN_FOOT;
  return at + 1;
}

void cut_body(cut *c, size_t from) {
  walker w = {.c = c};
  for (size_t at = from; at < c->count;) at = block_at(&w, at)->s.kind == SIGN_NONE ? unsigned_block(&w, at) : signed_block(&w, at);
}
