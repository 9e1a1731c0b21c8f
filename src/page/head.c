/* The lines before the first paragraph of an article: which is the headline, and what the others are. */
#include "page/head.h"

#include "page/chars.h"
#include "tables.h"

enum {
  KICKER_WORDS = 4, /* a line over or under the headline that is none itself */
  SLUG_WORDS = 8,
  CREDIT_WORDS = 4, /* in the brackets that end a caption */
  NAME_WORDS = 4,
  STANDFIRST_WORDS = 8,
  ECHO_WORDS = 5, /* of a headline said again in another line */
  AHEAD = 256,    /* lines that are looked at for a name that comes back */
  MENU_LINES = 4  /* more section names than that before a headline are a menu */
};

bool head_ends_in_credit(const cut *c, const cut_block *b) {
  const isnad_tokens *t = &c->page->tokens;
  uint32_t words = 0;
  if (b->l.end != END_PAREN || b->l.paren == 0 || b->l.bracketed) return false;
  for (uint32_t at = b->l.paren; at < b->block->last_token; at++) {
    words += t->items[at].kind == ISNAD_TOKEN_WORD;
    if (t->items[at].kind == ISNAD_TOKEN_NUMBER) return false;
  }
  return words > 0 && words <= CREDIT_WORDS;
}

bool head_is_dashed(const cut *c, const cut_block *b) {
  const isnad_tokens *t = &c->page->tokens;
  size_t ignored = 0;
  if (b->l.words > SLUG_WORDS || b->l.words < 2 || b->l.numbers > 0 || b->l.end != END_OPEN || b->l.colons > 0) return false;
  for (uint32_t at = b->l.first_word + 1; at + 1 < b->block->last_token; at++)
    if (t->items[at].kind != ISNAD_TOKEN_WORD &&
        (char_is_dash(char_at(t->text, t->items[at].span.begin, &ignored)) || t->text.bytes[t->items[at].span.begin] == '/') &&
        (t->items[at].flags & ISNAD_TOKEN_GLUED) == 0)
      return true;
  return false;
}

/* «Name -» on a line of its own, and so again: what came behind the dash was left out. */
static bool is_open_name(const cut *c, size_t at) {
  const isnad_tokens *t = &c->page->tokens;
  const cut_block *b = &c->blocks[at];
  size_t ignored = 0;
  if (b->l.words < 2 || b->l.numbers > 0 || !char_is_dash(char_at(t->text, t->items[b->block->last_token - 1].span.begin, &ignored))) return false;
  for (size_t i = at > AHEAD ? at - AHEAD : 0; i < c->count && i < at + AHEAD; i++)
    if (i != at && c->blocks[i].l.hash == b->l.hash) return true;
  return false;
}

bool head_comes_back(const cut *c, size_t at) {
  const isnad_tokens *t = &c->page->tokens;
  const cut_block *name = &c->blocks[at];
  uint32_t length = name->block->last_token - name->l.first_word;
  if (name->l.words == 0 || name->l.words > NAME_WORDS) return false;
  if (is_open_name(c, at)) return true;
  for (size_t i = at + 1; i < c->count && i < at + AHEAD; i++) {
    const cut_block *b = &c->blocks[i];
    uint32_t end = b->block->last_token - (b->l.end == END_PAREN ? 1 : 0), same = 0;
    if (!head_ends_in_credit(c, b) && !head_is_dashed(c, b) && !b->l.copyright && b->s.kind != SIGN_SOURCE) continue;
    if (end < b->block->first_token + length) continue;
    while (same < length && t->items[end - length + same].hash == t->items[name->l.first_word + same].hash) same++;
    if (same == length) return true;
  }
  return false;
}

static isnad_part_kind before_headline(const head *h, size_t at) {
  const cut_block *b = &h->c->blocks[at];
  if (!h->c->page->titled && b->l.stamps > 0 && b->l.bare_words <= 6) return ISNAD_PART_DATELINE;
  if (h->embedded) return b->l.words >= HEAD_LEAST_WORDS ? ISNAD_PART_PROMO : ISNAD_PART_OTHER;
  if (h->headline < h->to && b->l.hash == h->c->blocks[h->headline].l.hash) return ISNAD_PART_OTHER;
  if (b->l.words == 0 || b->text) return ISNAD_PART_OTHER;
  if (head_comes_back(h->c, at)) return ISNAD_PART_OUTLET;
  if (b->l.separators > 0 && b->l.longest_crumb <= NAME_WORDS) return ISNAD_PART_BREADCRUMB;
  return b->l.words <= KICKER_WORDS && b->l.numbers == 0 ? ISNAD_PART_BREADCRUMB : ISNAD_PART_OTHER;
}

/* Words of another script on an Arabic page are a button or a menu, not a name. */
static bool is_foreign(const head *h, const cut_block *b) { return b->l.foreign == b->l.words && h->c->page->language.length > 0; }

/* The headline said once more: as the text under its picture, with the caption run into it, cut short behind the outlet's name. */
static bool echoes(const head *h, size_t at) {
  const isnad_tokens *t = &h->c->page->tokens;
  const cut_block *b = &h->c->blocks[at], *line = &h->c->blocks[h->headline];
  if (b->l.end == END_STOP || line->l.words <= ECHO_WORDS || b->l.words > 2 * line->l.words) return false;
  for (uint32_t from = b->block->first_token; from < b->block->last_token; from++) {
    uint32_t x = from, y = line->l.first_word;
    while (x < b->block->last_token && y < line->block->last_token && t->items[x].hash == t->items[y].hash) x++, y++;
    if (y >= line->l.first_word + ECHO_WORDS) return true;
  }
  return false;
}

static bool is_standfirst(const head *h, const cut_block *b) {
  if (b->text) return true;
  return b->l.words >= STANDFIRST_WORDS && b->l.end != END_QUESTION && !b->l.address && !is_foreign(h, b);
}

/* A standfirst belongs to the text; names and places under the headline are its writer's. */
static isnad_part_kind after_headline(const head *h, size_t at) {
  const cut_block *b = &h->c->blocks[at];
  bool initials = b->l.short_words == b->l.words;
  if (b->l.hash == h->c->blocks[h->headline].l.hash || b->l.words == 0 || is_foreign(h, b)) return ISNAD_PART_OTHER;
  if (head_ends_in_credit(h->c, b)) return ISNAD_PART_CAPTION;
  if (echoes(h, at)) return ISNAD_PART_OTHER;
  if (b->l.stamps > 0 && b->l.bare_words <= 6) return ISNAD_PART_DATELINE;
  if (head_is_quoted(h, at)) return ISNAD_PART_CAPTION;
  if (head_is_dashed(h->c, b)) return ISNAD_PART_BYLINE;
  if (is_standfirst(h, b)) return h->embedded ? ISNAD_PART_EMBEDDED_BODY : ISNAD_PART_BODY;
  if (b->l.words > NAME_WORDS || b->l.numbers > 0 || b->l.colons > 0 || b->l.end == END_QUESTION) return ISNAD_PART_OTHER;
  if (head_comes_back(h->c, at)) return ISNAD_PART_OUTLET;
  return b->l.words >= 2 || initials ? ISNAD_PART_BYLINE : ISNAD_PART_BREADCRUMB;
}

/* Without a headline a line over the text names a section, the medium or the writer; a longer one is text. */
static isnad_part_kind without_headline(const head *h, size_t at) {
  const cut_block *b = &h->c->blocks[at];
  if (b->l.words == 0) return ISNAD_PART_OTHER;
  if (head_ends_in_credit(h->c, b)) return ISNAD_PART_CAPTION;
  if (head_comes_back(h->c, at)) return ISNAD_PART_OUTLET;
  if (b->l.words > 2 && head_is_quoted(h, at)) return ISNAD_PART_CAPTION;
  if (head_is_dashed(h->c, b)) return ISNAD_PART_BYLINE;
  if (b->l.separators > 0 || b->l.words <= 2) return ISNAD_PART_BREADCRUMB;
  if (!is_standfirst(h, b)) return ISNAD_PART_OTHER;
  return h->embedded ? ISNAD_PART_EMBEDDED_BODY : ISNAD_PART_BODY;
}

static isnad_part_kind lined(const head *h, size_t at) {
  if ((h->c->blocks[at].menu && look_is_prose(&h->c->blocks[at].l)) || head_is_in_band(h, at)) return ISNAD_PART_OTHER;
  if (h->headline == h->to) return without_headline(h, at);
  return at < h->headline ? before_headline(h, at) : after_headline(h, at);
}

static isnad_part_kind signed_kind(const head *h, size_t at) {
  const cut_block *b = &h->c->blocks[at];
  isnad_part_kind kind = ISNAD_PART_OTHER;
  if (b->s.kind == SIGN_PROMO && b->s.row == UINT32_MAX) return h->headline < at ? ISNAD_PART_DATELINE : ISNAD_PART_OTHER;
  if (cut_plain_kind(&b->s, &kind)) return kind;
  switch (b->s.kind) {
  case SIGN_CRUMBS:
  case SIGN_SECTION:
    return ISNAD_PART_BREADCRUMB;
  case SIGN_STAMP:
    return ISNAD_PART_DATELINE;
  case SIGN_OUTLET:
    return h->headline < at && b->s.table == ISNAD_TABLE_CREDITS ? ISNAD_PART_BYLINE : ISNAD_PART_OUTLET; /* «X - newsroom» */
  case SIGN_CREDIT:
    return h->headline < at ? ISNAD_PART_BYLINE : ISNAD_PART_OUTLET;
  case SIGN_COMMENT:
    return ISNAD_PART_COMMENT_FORM;
  case SIGN_READ_ALSO:
    return b->s.takes == ISNAD_MARKERS_TAKES_ARTICLE ? ISNAD_PART_READ_ALSO_MARKER : ISNAD_PART_OTHER;
  case SIGN_LIST:
  case SIGN_RELATED:
    return ISNAD_PART_RELATED_HEADING;
  default:
    return lined(h, at);
  }
}

static bool is_section(const cut_block *b) { return b->kind == ISNAD_PART_BREADCRUMB && b->l.separators == 0; }

/* Many section names are a menu, which is no trail; a name of a medium among them is an entry. Only the line next to the headline stays. */
static void drop_menu(const head *h) {
  size_t sections = 0, end = h->headline < h->to ? h->headline : h->to;
  for (size_t i = h->from; i < end; i++) sections += is_section(&h->c->blocks[i]);
  if (sections <= MENU_LINES) return;
  for (size_t i = h->from; i < end; i++) {
    cut_block *b = &h->c->blocks[i];
    bool entry = b->kind == ISNAD_PART_OUTLET && b->s.table == ISNAD_TABLE_HEADS && i > h->from && i + 1 < end;
    if ((is_section(b) && i + 1 != end) || entry) b->kind = ISNAD_PART_OTHER;
  }
}

/* A label alone on its line: its value is the next line. */
static void take_value(const head *h, size_t at) {
  cut_block *label = &h->c->blocks[at], *next = &h->c->blocks[at + 1];
  if (label->s.kind != SIGN_SOURCE || label->s.value.end > 0 || at + 1 == h->headline || next->s.kind != SIGN_NONE || next->l.words > SLUG_WORDS)
    return;
  next->kind = ISNAD_PART_SOURCE_LINE;
  next->s.value = next->block->span;
}

void cut_head(cut *c, size_t from, size_t to, bool embedded) {
  head h = {c, from, to, to, embedded};
  if (from >= to) return;
  if (!c->page->titled || embedded) {
    h.headline = head_find_headline(&h);
  } else {
    h.headline = 0;
  }
  for (size_t i = from; i < to; i++)
    cut_decide(c, i, i == h.headline ? (embedded ? ISNAD_PART_EMBEDDED_HEADLINE : ISNAD_PART_HEADLINE) : signed_kind(&h, i));
  for (size_t i = from; i + 1 < to; i++) take_value(&h, i);
  if (!embedded) drop_menu(&h);
}
