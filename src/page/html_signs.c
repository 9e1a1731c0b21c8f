/* The words of an Arabic page: what markers and stamps say of the lines around the text, and of those in it. */
#include "page/html.h"

enum { LINKED = 200 /* of 255 */, HEAD_WORDS = 12 };

typedef struct reader {
  isnad_page *page;
  html_page *html;
  uint32_t first, last, title; /* the lead's lines */
} reader;

static bool is_content(const reader *r, size_t at) { return (r->html->lines[at].flags & LINE_CONTENT) != 0; }

static sign sign_of(const reader *r, size_t at, look *l) {
  *l = page_look(&r->page->tokens, &r->page->blocks[at]);
  return page_sign(&r->page->tokens, &r->page->blocks[at], l);
}

static void set(reader *r, size_t at, isnad_part_kind kind, const sign *s) {
  isnad_part *p = &r->page->parts[at];
  p->kind = kind;
  p->value = s->value;
  p->table = (isnad_table)s->table;
  p->row = s->row;
}

/* --- lines around the text --- */

static bool is_listed(isnad_part_kind kind) { return kind == ISNAD_PART_SIMILAR_HEADLINE || kind == ISNAD_PART_PROMO || kind == ISNAD_PART_DATELINE; }

/* A date beside the title is the article's; under a headline of a list it is that headline's. */
static bool stamp_counts(const reader *r, size_t at) {
  if (at < r->first) return at + 2 * HEAD_WORDS >= r->first;
  return at > 0 && (at <= r->first + 1 || at == r->last + 1 || is_listed(r->page->parts[at - 1].kind));
}

/* What a sign makes of a line of furniture; ISNAD_PART_OTHER: nothing. */
static isnad_part_kind signed_kind(const reader *r, size_t at, const sign *s) {
  isnad_part_kind kind = ISNAD_PART_OTHER;
  bool head = at < r->first || at <= r->last;
  switch (s->kind) {
  case SIGN_CRUMBS:
    return at < r->first ? ISNAD_PART_BREADCRUMB : ISNAD_PART_OTHER;
  case SIGN_STAMP:
    return stamp_counts(r, at) ? ISNAD_PART_DATELINE : ISNAD_PART_OTHER;
  case SIGN_OUTLET:
    return head && at + HEAD_WORDS >= r->first ? ISNAD_PART_OUTLET : ISNAD_PART_OTHER;
  case SIGN_CREDIT:
    return at > r->first ? ISNAD_PART_SOURCE_LINE : ISNAD_PART_BYLINE;
  case SIGN_COMMENT:
    return ISNAD_PART_COMMENT_FORM;
  case SIGN_READ_ALSO:
    return ISNAD_PART_READ_ALSO_MARKER;
  case SIGN_LIST:
  case SIGN_RELATED:
    return ISNAD_PART_RELATED_HEADING;
  default:
    return cut_plain_kind(s, &kind) ? kind : ISNAD_PART_OTHER;
  }
}

static void read_furniture(reader *r, size_t at) {
  look l;
  isnad_part *p = &r->page->parts[at];
  const isnad_block *b = &r->page->blocks[at];
  bool fixed = p->kind == ISNAD_PART_HEADLINE || p->kind == ISNAD_PART_EMBEDDED_BODY || p->kind == ISNAD_PART_EMBEDDED_HEADLINE;
  if (b->first_token == b->last_token || fixed) return;
  sign s = sign_of(r, at, &l);
  if (s.kind == SIGN_NONE) return;
  isnad_part_kind kind = signed_kind(r, at, &s);
  if (kind == ISNAD_PART_OTHER || (kind == ISNAD_PART_BYLINE && at > r->last + 2)) return;
  if (p->kind == ISNAD_PART_DATELINE && kind == ISNAD_PART_PROMO) return; /* who and when in one line end in a day, as headlines of a list do */
  if (p->kind == ISNAD_PART_SIMILAR_HEADLINE && kind != ISNAD_PART_DATELINE && kind != ISNAD_PART_RELATED_HEADING)
    return; /* headlines begin so, too */
  set(r, at, kind, &s);
}

/* --- boxes in the text --- */

static bool is_link(const reader *r, size_t at) { return at < r->page->block_count && r->page->blocks[at].link_share >= LINKED; }

/* Links under «read also» or under the heading of a list belong to it; the text goes on behind them. */
static void take_box(reader *r, size_t at) {
  look l;
  sign s = sign_of(r, at, &l);
  bool opens = s.kind == SIGN_READ_ALSO || s.kind == SIGN_LIST || s.kind == SIGN_RELATED;
  if (!opens || !is_link(r, at + 1)) return;
  set(r, at, s.kind == SIGN_READ_ALSO ? ISNAD_PART_READ_ALSO_MARKER : ISNAD_PART_RELATED_HEADING, &s);
  r->html->lines[at].flags &= (uint8_t)~LINE_CONTENT;
  for (at++; is_link(r, at) && at <= r->last; at++) {
    r->page->parts[at].kind = ISNAD_PART_PROMO;
    r->html->lines[at].flags &= (uint8_t)~LINE_CONTENT;
  }
}

/* A paragraph of the text that is nothing but a link leads to another article. */
static void take_lone_link(reader *r, size_t at) {
  enum { HEADLINE_WORDS = 4, WHOLE = 250 /* of 255 */ };
  const html_line *l = &r->html->lines[at];
  bool listed = (r->html->boxes[l->box].within & AROUND_ITEM) != 0,
       headline = l->words >= HEADLINE_WORDS && (l->flags & (LINE_STOP | LINE_COLON)) == 0;
  if (!is_content(r, at) || listed || !headline || r->page->blocks[at].link_share < WHOLE || at == r->first || at == r->last) return;
  r->page->parts[at].kind = ISNAD_PART_PROMO;
  r->html->lines[at].flags &= (uint8_t)~LINE_CONTENT;
}

/* --- the lead as a titled text --- */

/* Gathers the title and the text as blocks of a page of their own; `lines` tells where each came from. */
static size_t gather(const reader *r, isnad_block *blocks, uint32_t *lines) {
  size_t count = 0;
  if (r->title != NO_LINE) {
    lines[count] = r->title;
    blocks[count++] = r->page->blocks[r->title];
  }
  for (uint32_t i = 0; i < r->page->block_count; i++) {
    if (!is_content(r, i) || i == r->title) continue;
    lines[count] = i;
    blocks[count++] = r->page->blocks[i];
  }
  return count;
}

static isnad_status cut_lead(reader *r, isnad_arena *arena, isnad_err *err) {
  isnad_page lead = *r->page;
  isnad_block *blocks = isnad_arena_array(arena, r->page->block_count + 1, sizeof *blocks);
  uint32_t *lines = isnad_arena_array(arena, r->page->block_count + 1, sizeof *lines);
  if (blocks == NULL || lines == NULL) return isnad_arena_fail(err, arena, "page");
  lead.block_count = gather(r, blocks, lines);
  lead.blocks = blocks;
  lead.titled = r->title != NO_LINE;
  isnad_status status = page_cut(&lead, arena, err);
  for (size_t i = 0; status == ISNAD_OK && i < lead.part_count; i++) r->page->parts[lines[i]] = lead.parts[i];
  return status;
}

static bool bound(reader *r) {
  r->first = r->title = NO_LINE;
  for (uint32_t i = 0; i < r->page->block_count; i++) {
    if ((r->html->lines[i].flags & LINE_TITLE) != 0) r->title = i;
    if (!is_content(r, i)) continue;
    if (r->first == NO_LINE) r->first = i;
    r->last = i;
  }
  return r->first != NO_LINE;
}

isnad_status page_html_signs(isnad_page *page, isnad_arena *arena, const html_view *view, isnad_err *err) {
  reader r = {.page = page, .html = view->page};
  page_html_items(page, view->page);
  if (!bound(&r)) return ISNAD_OK;
  for (size_t i = r.first; i <= r.last; i++)
    if (page->blocks[i].first_token < page->blocks[i].last_token) take_box(&r, i);
  for (size_t i = r.first; i <= r.last; i++) take_lone_link(&r, i);
  for (size_t i = 0; i < page->block_count; i++)
    if (!is_content(&r, i)) read_furniture(&r, i);
  return cut_lead(&r, arena, err);
}
