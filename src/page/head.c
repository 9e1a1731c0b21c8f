#include "page/cut.h"

#include "page/chars.h"
#include "tables.h"

enum {
  LEAST_WORDS = 3,  /* of a headline */
  KICKER_WORDS = 4, /* a line over or under the headline that is none itself */
  SLUG_WORDS = 8,
  CREDIT_WORDS = 4, /* in the brackets that end a caption */
  NAME_WORDS = 4,
  TITLE_WORDS = 4,
  TITLE_BLOCKS = 3,
  STANDFIRST_WORDS = 8,
  MENU_LINES = 4 /* more section names than that before a headline are a menu */
};

typedef struct head {
  cut *c;
  size_t from, to, headline; /* headline == to: none */
  bool embedded;
} head;

/* A line whose end stands in short brackets shows a picture's source. */
static bool ends_in_credit(const cut *c, const cut_block *b) {
  const isnad_tokens *t = &c->page->tokens;
  uint32_t words = 0;
  if (b->l.end != END_PAREN || b->l.paren == 0 || b->l.bracketed) return false;
  for (uint32_t at = b->l.paren; at < b->block->last_token; at++) {
    words += t->items[at].kind == ISNAD_TOKEN_WORD;
    if (t->items[at].kind == ISNAD_TOKEN_NUMBER) return false;
  }
  return words > 0 && words <= CREDIT_WORDS;
}

/* «A - B»: a place and a name, a name and a medium. */
static bool is_dashed(const cut *c, const cut_block *b) {
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

static bool is_candidate(const head *h, size_t at) {
  const cut_block *b = &h->c->blocks[at];
  return b->s.kind == SIGN_NONE && !b->text && b->l.words >= LEAST_WORDS && !b->l.continues && b->l.end != END_STOP;
}

/* The page's title, which often stands first and with the site's name after it, begins with the headline. */
bool cut_repeats_title(const cut *c, size_t at) {
  const isnad_tokens *t = &c->page->tokens;
  const isnad_block *b = c->blocks[at].block;
  if (c->blocks[at].l.words < TITLE_WORDS) return false;
  for (size_t i = 0; i < at && i < TITLE_BLOCKS; i++) {
    uint32_t x = c->blocks[i].block->first_token, y = b->first_token;
    while (x < c->blocks[i].block->last_token && y < b->last_token && t->items[x].hash == t->items[y].hash) x++, y++;
    if (y == b->last_token) return true;
  }
  return false;
}

/* The trail above ends in the headline: its last words are the line's words. */
static bool ends_trail(const head *h, size_t at) {
  const isnad_tokens *t = &h->c->page->tokens;
  const cut_block *b = &h->c->blocks[at];
  for (size_t i = h->from; i < at; i++) {
    const cut_block *trail = &h->c->blocks[i];
    uint32_t x = trail->block->last_token, y = b->block->last_token;
    if (trail->s.kind != SIGN_CRUMBS && trail->l.separators == 0) continue;
    while (x > trail->block->first_token && y > b->block->first_token && t->items[x - 1].hash == t->items[y - 1].hash) x--, y--;
    if (y <= b->l.first_word) return true;
  }
  return false;
}

static int score(const head *h, size_t at) {
  const cut_block *b = &h->c->blocks[at];
  int points = b->l.words <= 3 ? 2 : b->l.words == 4 ? 4 : b->l.words <= 20 ? 6 : 5;
  if (ends_trail(h, at) || cut_repeats_title(h->c, at)) points += 10 + (b->l.words < 12 ? (int)b->l.words / 3 : 4);
  if (b->block->heading == 1) points += 6;
  if (b->block->heading > 1) points += 1;
  if (ends_in_credit(h->c, b)) points -= 4;
  if (is_dashed(h->c, b) || b->l.end == END_COLON) points -= 4;
  if (b->l.stamps > 0 && b->l.bare_words <= 6) points -= 3;
  if (b->l.foreign == b->l.words && h->c->page->language.length > 0) points -= 3;
  if (at + 1 < h->to && (h->c->blocks[at + 1].s.kind == SIGN_STAMP || h->c->blocks[at + 1].s.kind == SIGN_BYLINE)) points += 1;
  return points;
}

/* Heads are short on true pages; a hostile one may hold a million lines, of which the last ones before the text are weighed. */
enum { WEIGHED = 64 };

static size_t find_headline(const head *h) {
  size_t best = h->to, from = h->to - h->from > WEIGHED ? h->to - WEIGHED : h->from;
  head near = *h;
  near.from = from;
  int most = 1;
  for (size_t i = from; i < h->to; i++) {
    int points = is_candidate(h, i) ? score(&near, i) : 0;
    if (points > most) {
      most = points;
      best = i;
    }
  }
  return best;
}

/* The name of a medium that no table knows shows by coming back: as a picture's credit, in a by-line, beside the copyright. */
static bool comes_back(const cut *c, size_t at) {
  const isnad_tokens *t = &c->page->tokens;
  const cut_block *name = &c->blocks[at];
  uint32_t length = name->block->last_token - name->l.first_word;
  if (name->l.words == 0 || name->l.words > NAME_WORDS) return false;
  for (size_t i = at + 1; i < c->count && i < at + 4 * WEIGHED; i++) {
    const cut_block *b = &c->blocks[i];
    uint32_t end = b->block->last_token - (b->l.end == END_PAREN ? 1 : 0), same = 0;
    if (!ends_in_credit(c, b) && !is_dashed(c, b) && !b->l.copyright && b->s.kind != SIGN_SOURCE) continue;
    if (end < b->block->first_token + length) continue;
    while (same < length && t->items[end - length + same].hash == t->items[name->l.first_word + same].hash) same++;
    if (same == length) return true;
  }
  return false;
}

/* A line alone over the text is its headline even when it looks like little; a place and a name is a by-line all the same. */
static size_t find_lone_headline(const head *h) {
  size_t lone = h->to;
  for (size_t i = h->from; i < h->to; i++) {
    const cut_block *b = &h->c->blocks[i];
    if (b->s.kind == SIGN_OUTLET || b->s.kind == SIGN_CREDIT) return h->to;
    if (b->s.kind != SIGN_NONE) continue;
    if (lone < h->to || b->text || b->menu || b->l.words + b->l.numbers < 2) return h->to;
    lone = i;
  }
  if (lone == h->to || ends_in_credit(h->c, &h->c->blocks[lone]) || comes_back(h->c, lone)) return h->to;
  const cut_block *b = &h->c->blocks[lone];
  bool dateline = is_dashed(h->c, b) && page_place_at(&h->c->page->tokens, b->l.first_word, b->block->last_token) > b->l.first_word;
  return dateline || b->l.stamps > 0 ? h->to : lone;
}

/* A marker such as "in pictures:" also opens headlines: when nothing else can be the headline, it is one. */
static size_t find_marked_headline(const head *h) {
  for (size_t i = h->from; i < h->to; i++) {
    const cut_block *b = &h->c->blocks[i];
    bool may = b->s.kind == SIGN_CAPTION || b->s.kind == SIGN_PROMO || b->s.kind == SIGN_BYLINE || b->s.kind == SIGN_SOURCE;
    if (may && b->s.value.end > 0 && b->l.words > LEAST_WORDS && b->l.stamps == 0 && !look_is_prose(&b->l) && !ends_in_credit(h->c, b)) return i;
  }
  return h->to;
}

static isnad_part_kind before_headline(const head *h, size_t at) {
  const cut_block *b = &h->c->blocks[at];
  if (h->embedded) return b->l.words >= LEAST_WORDS ? ISNAD_PART_PROMO : ISNAD_PART_OTHER;
  if (h->headline < h->to && b->l.hash == h->c->blocks[h->headline].l.hash) return ISNAD_PART_OTHER;
  if (b->l.words == 0 || b->text) return ISNAD_PART_OTHER;
  if (comes_back(h->c, at)) return ISNAD_PART_OUTLET;
  if (b->l.separators > 0 && b->l.longest_crumb <= NAME_WORDS) return ISNAD_PART_BREADCRUMB;
  return b->l.words <= KICKER_WORDS && b->l.numbers == 0 ? ISNAD_PART_BREADCRUMB : ISNAD_PART_OTHER;
}

/* Words of another script on an Arabic page are a button or a menu, not a name. */
static bool is_foreign(const head *h, const cut_block *b) { return b->l.foreign == b->l.words && h->c->page->language.length > 0; }

static bool is_standfirst(const head *h, const cut_block *b) {
  if (b->text) return true;
  return b->l.words >= STANDFIRST_WORDS && b->l.end != END_QUESTION && !b->l.address && !is_foreign(h, b);
}

/* A standfirst belongs to the text; names and places under the headline are its writer's. */
static isnad_part_kind after_headline(const head *h, size_t at) {
  const cut_block *b = &h->c->blocks[at];
  bool initials = b->l.short_words == b->l.words;
  if (b->l.hash == h->c->blocks[h->headline].l.hash || b->l.words == 0 || is_foreign(h, b)) return ISNAD_PART_OTHER;
  if (ends_in_credit(h->c, b)) return ISNAD_PART_CAPTION;
  if (b->l.stamps > 0 && b->l.bare_words <= 6) return ISNAD_PART_DATELINE;
  if (is_dashed(h->c, b)) return ISNAD_PART_BYLINE;
  if (is_standfirst(h, b)) return h->embedded ? ISNAD_PART_EMBEDDED_BODY : ISNAD_PART_BODY;
  if (b->l.words > NAME_WORDS || b->l.numbers > 0 || b->l.colons > 0 || b->l.end == END_QUESTION) return ISNAD_PART_OTHER;
  if (comes_back(h->c, at)) return ISNAD_PART_OUTLET;
  return b->l.words >= 2 || initials ? ISNAD_PART_BYLINE : ISNAD_PART_BREADCRUMB;
}

/* Without a headline a line over the text names a section, the medium or the writer; a longer one is text. */
static isnad_part_kind without_headline(const head *h, size_t at) {
  const cut_block *b = &h->c->blocks[at];
  if (b->l.words == 0) return ISNAD_PART_OTHER;
  if (ends_in_credit(h->c, b)) return ISNAD_PART_CAPTION;
  if (comes_back(h->c, at)) return ISNAD_PART_OUTLET;
  if (is_dashed(h->c, b)) return ISNAD_PART_BYLINE;
  if (b->l.separators > 0 || b->l.words <= 2) return ISNAD_PART_BREADCRUMB;
  if (!is_standfirst(h, b)) return ISNAD_PART_OTHER;
  return h->embedded ? ISNAD_PART_EMBEDDED_BODY : ISNAD_PART_BODY;
}

static isnad_part_kind lined(const head *h, size_t at) {
  if (h->c->blocks[at].menu && look_is_prose(&h->c->blocks[at].l)) return ISNAD_PART_OTHER;
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
    h.headline = find_headline(&h);
    if (h.headline == to) h.headline = find_lone_headline(&h);
    if (h.headline == to) h.headline = find_marked_headline(&h);
  } else {
    h.headline = 0;
  }
  for (size_t i = from; i < to; i++)
    cut_decide(c, i, i == h.headline ? (embedded ? ISNAD_PART_EMBEDDED_HEADLINE : ISNAD_PART_HEADLINE) : signed_kind(&h, i));
  for (size_t i = from; i + 1 < to; i++) take_value(&h, i);
  if (!embedded) drop_menu(&h);
}
