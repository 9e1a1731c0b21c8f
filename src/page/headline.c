/* Which line over a text is its headline: by its length and place, by what repeats it, and by the words that it shares with the first paragraph. */
#include "page/head.h"

#include "page/chars.h"

enum {
  TITLE_WORDS = 4,
  TITLE_BLOCKS = 3,
  CAPTION_WORDS = 10,
  CAPTION_LEAST = 4, /* a headline so short that the text says word for word is the text under a picture, or a section */
  SHARED_MOST = 4,   /* words that a headline and its paragraph share: more prove no more */
  RUN_ON_WORDS = 5,
  WEIGHED = 64, /* lines before the text that are looked at */
  BAND_LINES = 5
};

static bool is_candidate(const head *h, size_t at) {
  const cut_block *b = &h->c->blocks[at];
  return b->s.kind == SIGN_NONE && !b->text && b->l.words >= HEAD_LEAST_WORDS && !b->l.continues && b->l.end != END_STOP;
}

/* The page's title, which often stands first and with the site's name after it, begins with the headline. */
bool cut_repeats_title(const cut *c, size_t at) {
  const isnad_tokens *t = &c->page->tokens;
  const isnad_block *b = c->blocks[at].block;
  if (c->blocks[at].l.words < TITLE_WORDS) return false;
  for (size_t i = 0; i < at && i < TITLE_BLOCKS; i++) {
    uint32_t x = c->blocks[i].block->first_token, y = b->first_token;
    while (x < c->blocks[i].block->last_token && y < b->last_token && t->items[x].hash == t->items[y].hash) x++, y++;
    bool whole = x == c->blocks[i].block->last_token || !isnad_token_is_word(t, x);
    if (y == b->last_token && whole) return true;
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

/* The letters of two runs of words, however they are parted: "Abdel Fattah" is written as one word and as two. Do those of the first begin the
 * second's, to the end of a word? */
static bool begins_alike(const isnad_tokens *t, uint32_t x, uint32_t x_last, uint32_t y, uint32_t y_last) {
  size_t i = 0, j = 0;
  while (x < x_last && y < y_last) {
    isnad_slice one = isnad_token_form(t, x), other = isnad_token_form(t, y);
    while (i < one.length && j < other.length && one.bytes[i] == other.bytes[j]) i++, j++;
    if (i < one.length && j < other.length) return false;
    if (i == one.length) i = 0, x++;
    if (j == other.length) j = 0, y++;
  }
  return x == x_last && j == 0;
}

bool head_is_quoted(const head *h, size_t at) {
  const isnad_tokens *t = &h->c->page->tokens;
  const cut_block *b = &h->c->blocks[at];
  if (h->to >= h->c->count || !h->c->blocks[h->to].text || b->l.words < 2 || b->l.words > CAPTION_WORDS || b->l.numbers > 0) return false;
  const isnad_block *paragraph = h->c->blocks[h->to].block;
  for (uint32_t from = paragraph->first_token; from < paragraph->last_token; from++)
    if (begins_alike(t, b->l.first_word, b->block->last_token, from, paragraph->last_token)) return true;
  return false;
}

/* Does the line say an earlier one and then more, run into its last word? A headline and the text under its picture do so. */
static bool runs_on(const head *h, size_t at) {
  const isnad_tokens *t = &h->c->page->tokens;
  const cut_block *b = &h->c->blocks[at];
  for (size_t i = h->from; i < at; i++) {
    const cut_block *line = &h->c->blocks[i];
    if (line->l.words <= RUN_ON_WORDS || line->l.words >= b->l.words) continue;
    uint32_t x = b->l.first_word, y = line->l.first_word;
    while (x < b->block->last_token && y < line->block->last_token && t->items[x].hash == t->items[y].hash) x++, y++;
    if (y + 1 >= line->block->last_token) return true;
  }
  return false;
}

/* A headline and the first paragraph of its article tell of the same; names of sections and of other stories do not. */
static int points_of_shared(const head *h, size_t at) {
  if (h->to >= h->c->count || !h->c->blocks[h->to].text) return 0;
  uint32_t shared = cut_shared_words(h->c, at, h->to);
  return shared < 2 ? 0 : shared < SHARED_MOST ? (int)shared - 1 : SHARED_MOST - 1;
}

static int score(const head *h, size_t at) {
  const cut_block *b = &h->c->blocks[at];
  int points = b->l.words <= 3 ? 2 : b->l.words == 4 ? 4 : b->l.words <= 20 ? 6 : 5;
  if (ends_trail(h, at) || cut_repeats_title(h->c, at)) points += 10 + (b->l.words < 12 ? (int)b->l.words / 3 : 4);
  points += points_of_shared(h, at);
  if (b->block->heading == 1) points += 6;
  if (b->block->heading > 1) points += 1;
  if (head_ends_in_credit(h->c, b)) points -= 4;
  if (head_is_dashed(h->c, b) || b->l.end == END_COLON || runs_on(h, at) || head_is_quoted(h, at)) points -= 4;
  if (b->l.stamps > 0 && b->l.bare_words <= 6) points -= 3;
  if (b->l.foreign == b->l.words && h->c->page->language.length > 0) points -= 3;
  if (at + 1 < h->to && (h->c->blocks[at + 1].s.kind == SIGN_STAMP || h->c->blocks[at + 1].s.kind == SIGN_BYLINE)) points += 1;
  return points;
}

/* The lines around `at` that stand under one another without a blank line: [*first, *last). */
static void run_of(const head *h, size_t at, size_t *first, size_t *last) {
  *first = at;
  *last = at + 1;
  while (*first > h->from && at - *first < WEIGHED && is_candidate(h, *first - 1) && h->c->blocks[*first].block->blank_before == 0) --*first;
  while (*last < h->to && *last - at < WEIGHED && is_candidate(h, *last) && h->c->blocks[*last].block->blank_before == 0) ++*last;
}

bool head_is_in_band(const head *h, size_t at) {
  size_t first = 0, last = 0, strange = 0;
  if (h->to >= h->c->count || !h->c->blocks[h->to].text || !is_candidate(h, at)) return false;
  run_of(h, at, &first, &last);
  for (size_t i = first; i < last; i++) strange += cut_shared_words(h->c, i, h->to) < 2;
  return last - first >= BAND_LINES && strange * 5 >= (last - first) * 4 && cut_shared_words(h->c, at, h->to) < 2;
}

/* Heads are short on true pages; a hostile one may hold a million lines, of which the last ones before the text are weighed. */
static size_t find_headline(const head *h) {
  size_t best = h->to, from = h->to - h->from > WEIGHED ? h->to - WEIGHED : h->from;
  head near = *h;
  near.from = from;
  int most = 1;
  bool bound = false; /* the best one shares a word with the text */
  for (size_t i = from; i < h->to; i++) {
    int points = is_candidate(h, i) && !head_is_in_band(&near, i) ? score(&near, i) : 0;
    bool shares = points > 1 && h->to < h->c->count && cut_shared_words(h->c, i, h->to) > 0;
    if (points < most || (points == most && (bound || !shares || best == h->to))) continue;
    most = points;
    best = i;
    bound = shares;
  }
  return best;
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
  if (lone < h->to && h->c->blocks[lone].l.words <= CAPTION_LEAST && head_is_quoted(h, lone)) return h->to;
  if (lone == h->to || head_ends_in_credit(h->c, &h->c->blocks[lone]) || head_comes_back(h->c, lone)) return h->to;
  const cut_block *b = &h->c->blocks[lone];
  bool dateline = head_is_dashed(h->c, b) && page_place_at(&h->c->page->tokens, b->l.first_word, b->block->last_token) > b->l.first_word;
  return dateline || b->l.stamps > 0 ? h->to : lone;
}

/* A marker such as "in pictures:" also opens headlines: when nothing else can be the headline, it is one. */
static size_t find_marked_headline(const head *h) {
  for (size_t i = h->from; i < h->to; i++) {
    const cut_block *b = &h->c->blocks[i];
    bool may = b->s.kind == SIGN_CAPTION || b->s.kind == SIGN_PROMO || b->s.kind == SIGN_BYLINE || b->s.kind == SIGN_SOURCE;
    if (may && b->s.value.end > 0 && b->l.words > HEAD_LEAST_WORDS && b->l.stamps == 0 && !look_is_prose(&b->l) && !head_ends_in_credit(h->c, b))
      return i;
  }
  return h->to;
}

size_t head_find_headline(const head *h) {
  size_t found = find_headline(h);
  if (found == h->to) found = find_lone_headline(h);
  return found == h->to ? find_marked_headline(h) : found;
}
