#include "page/cut.h"

enum { HEAD_BLOCKS = 16 };

static bool ends_article(const sign *s) {
  return s->kind == SIGN_SOURCE || s->kind == SIGN_KEYWORDS || s->kind == SIGN_COMMENT || s->kind == SIGN_FOOTER || s->kind == SIGN_READ_ALSO ||
         s->kind == SIGN_LIST || s->kind == SIGN_RELATED;
}

void cut_decide(cut *c, size_t at, isnad_part_kind kind) { c->blocks[at].kind = (uint8_t)kind; }

bool cut_is_line(const cut *c, size_t at) { return at < c->count && c->blocks[at].s.kind == SIGN_NONE && !c->blocks[at].text; }

bool cut_plain_kind(const sign *s, isnad_part_kind *kind) {
  switch (s->kind) {
  case SIGN_OTHER:
  case SIGN_LIST_END:
    *kind = ISNAD_PART_OTHER;
    return true;
  case SIGN_AD:
    *kind = ISNAD_PART_AD_LABEL;
    return true;
  case SIGN_SOCIAL:
    *kind = ISNAD_PART_SOCIAL;
    return true;
  case SIGN_CAPTION:
    *kind = ISNAD_PART_CAPTION;
    return true;
  case SIGN_FOOTER:
    *kind = ISNAD_PART_FOOTER;
    return true;
  case SIGN_SOURCE:
    *kind = ISNAD_PART_SOURCE_LINE;
    return true;
  case SIGN_KEYWORDS:
    *kind = ISNAD_PART_KEYWORDS;
    return true;
  case SIGN_BYLINE:
    *kind = ISNAD_PART_BYLINE;
    return true;
  case SIGN_PROMO:
    *kind = ISNAD_PART_PROMO;
    return true;
  default:
    return false;
  }
}

/* One letter and a colon open a turn of an interview. */
static bool is_turn(const isnad_tokens *t, const cut_block *b) {
  uint32_t at = b->l.first_word;
  return b->l.short_words > 0 && b->l.words > 1 && t->items[at].length <= 2 && at + 1 < b->block->last_token &&
         t->text.bytes[t->items[at + 1].span.begin] == ':';
}

static void read_block(cut *c, size_t i) {
  const isnad_tokens *t = &c->page->tokens;
  cut_block *b = &c->blocks[i];
  b->block = &c->page->blocks[i];
  b->l = page_look(t, b->block);
  b->l.continues &= i > 0; /* nothing stands before the first line */
  b->s = page_sign(t, b->block, &b->l);
  b->menu = b->s.kind == SIGN_NONE && look_is_menu(t, b->block, &b->l);
  b->prose = b->s.kind == SIGN_NONE && look_is_prose(&b->l);
  b->text = b->s.kind == SIGN_NONE && (b->prose || (b->l.end == END_STOP && b->l.words > 1) || is_turn(t, b));
}

static void look_ahead(cut *c) {
  uint32_t text = (uint32_t)c->count, run = (uint32_t)c->count;
  for (size_t i = c->count; i-- > 0;) {
    const cut_block *b = &c->blocks[i];
    if (b->text)
      text = (uint32_t)i;
    else if (ends_article(&b->s))
      text = (uint32_t)c->count;
    if (b->text || b->s.kind != SIGN_NONE) run = (uint32_t)i;
    c->text_after[i] = text;
    c->run_end[i] = run;
  }
}

/* The first paragraph of the page's article. Paragraphs of a captured title are none. */
static size_t anchor_of(const cut *c) {
  size_t i = c->page->titled ? 1 : 0;
  while (i < c->count && (!c->blocks[i].prose || c->blocks[i].menu)) i++;
  return i;
}

static void plain_text(cut_block *b) {
  b->s = (sign){.kind = SIGN_NONE, .row = UINT32_MAX};
  b->text = true;
}

/* The capture itself says which line is the headline; the rest is text unless a sign says otherwise. */
static void cut_titled(cut *c) {
  cut_decide(c, 0, ISNAD_PART_HEADLINE);
  size_t anchor = anchor_of(c), from = 1;
  while (from < anchor && from < c->count && c->blocks[from].s.kind != SIGN_NONE) from++;
  for (size_t i = from; i < c->count; i++)
    if (c->blocks[i].s.kind == SIGN_NONE || c->blocks[i].s.kind == SIGN_SECTION) plain_text(&c->blocks[i]);
  look_ahead(c);
  if (from > 1) cut_head(c, 1, from, false);
  cut_body(c, from);
}

/* No paragraph at all: a bare headline, or a text of short lines under one. */
static size_t first_line_end(const cut *c) {
  size_t i = 0;
  while (i < c->count && c->blocks[i].s.kind != SIGN_NONE) i++;
  if (i < c->count && !c->blocks[i].text) i++;
  while (i < c->count && c->blocks[i].s.kind != SIGN_NONE) i++;
  return i;
}

static size_t next_prose(const cut *c, size_t at, size_t within) {
  size_t end = c->count - at < within ? c->count : at + within;
  while (at < end && (!c->blocks[at].prose || c->blocks[at].menu)) at++;
  return at < end ? at : c->count;
}

static size_t prose_between(const cut *c, size_t from, size_t to) {
  size_t words = 0;
  for (size_t i = from; i < to; i++) words += c->blocks[i].prose ? c->blocks[i].l.words : 0;
  return words;
}

/* Sites say who they are before the article begins: where the page's title comes again further down, with most of the text after it, the article
 * begins there. */
static size_t anchor_after_title(const cut *c, size_t anchor) {
  for (size_t i = anchor + 1; i < c->count; i++) {
    if (c->blocks[i].s.kind != SIGN_NONE || c->blocks[i].text || !cut_repeats_title(c, i)) continue;
    size_t prose = next_prose(c, i, HEAD_BLOCKS);
    if (prose < c->count && prose_between(c, anchor, i) * 2 < prose_between(c, i, c->count)) return prose;
    break;
  }
  return anchor;
}

static void cut_untitled(cut *c) {
  size_t anchor = anchor_of(c);
  if (anchor == c->count && cut_is_front(c)) {
    cut_front(c);
    return;
  }
  anchor = anchor == c->count ? first_line_end(c) : anchor_after_title(c, anchor);
  while (anchor > 0 && anchor < c->count && c->blocks[anchor - 1].text && !c->blocks[anchor - 1].menu) anchor--;
  cut_head(c, 0, anchor, false);
  cut_body(c, anchor);
}

static isnad_span value_of(const cut_block *b) {
  if (b->s.value.end > b->s.value.begin) return b->s.value;
  return b->kind == ISNAD_PART_DATELINE && b->l.stamps > 0 ? b->l.stamp : (isnad_span){0, 0};
}

static isnad_status list_parts(cut *c, isnad_arena *arena, isnad_err *err) {
  isnad_page *page = c->page;
  page->parts = isnad_arena_array(arena, c->count, sizeof *page->parts);
  if (page->parts == NULL) return isnad_arena_fail(err, arena, "page");
  page->part_count = c->count;
  for (size_t i = 0; i < c->count; i++) {
    const cut_block *b = &c->blocks[i];
    isnad_part *p = &page->parts[i];
    *p = (isnad_part){.kind = (isnad_part_kind)b->kind,
                      .span = b->block->span,
                      .article = -1,
                      .first_token = b->block->first_token,
                      .last_token = b->block->last_token,
                      .crosshead = b->crosshead,
                      .opens = b->opens,
                      .value = value_of(b),
                      .table = (isnad_table)b->s.table,
                      .row = b->s.row};
  }
  return ISNAD_OK;
}

isnad_status page_cut(isnad_page *page, isnad_arena *arena, isnad_err *err) {
  cut c = {.page = page, .count = page->block_count};
  c.blocks = isnad_arena_array(arena, c.count, sizeof *c.blocks);
  c.text_after = isnad_arena_array(arena, c.count + 1, sizeof *c.text_after);
  c.run_end = isnad_arena_array(arena, c.count + 1, sizeof *c.run_end);
  if (c.blocks == NULL || c.text_after == NULL || c.run_end == NULL) return isnad_arena_fail(err, arena, "page");
  c.text_after[c.count] = c.run_end[c.count] = (uint32_t)c.count;
  for (size_t i = 0; i < c.count; i++) read_block(&c, i);
  look_ahead(&c);
  if (page->titled && c.count > 0)
    cut_titled(&c);
  else if (c.count > 0)
    cut_untitled(&c);
  return list_parts(&c, arena, err);
}
