#include "arabic/letters.h"
#include "arabic/phrase_tables.h"
#include "base/hash.h"
#include "isnad/arabic.h"

#include <string.h>

enum { LONGEST_WORD = 64, LETTER_BYTES = 2, ARTICLE_BYTES = 4, MOST_MARKS = 3 };

static const uint32_t NOWHERE = UINT32_MAX;

/* The best readings so far, one for each table that has its bit in `found`. */
typedef struct readings {
  uint32_t wanted, found; /* bits 1 << isnad_table */
  struct {
    uint32_t accept;
    uint32_t count; /* tokens */
    uint8_t cut;
  } best[ISNAD_TABLE_COUNT];
} readings;

/* The first word of a phrase as it may be read: the whole, or what is left when proclitics are cut. */
typedef struct beginning {
  const phrase_edge *edge;
  uint8_t cut;
} beginning;

static const phrase_edge *edge_of(uint32_t node, uint64_t token) {
  uint64_t key = phrase_edge_key(node, token);
  if ((phrase_filter[phrase_filter_word(key)] & phrase_filter_bit(key)) == 0) return NULL;
  for (uint32_t at = phrase_slot(key) & phrase_edge_mask; phrase_edges[at].node != 0; at = (at + 1) & phrase_edge_mask)
    if (phrase_edges[at].key == key) return &phrase_edges[at];
  return NULL;
}

/* Whether the full stop at `at` may stand inside a phrase: no space follows, or it stands behind an initial. */
static bool stop_joins(const isnad_tokens *tokens, size_t at) {
  if (at + 1 < tokens->count && (tokens->items[at + 1].flags & ISNAD_TOKEN_GLUED) != 0) return true;
  return at > 0 && tokens->items[at - 1].kind == ISNAD_TOKEN_WORD && tokens->items[at - 1].length <= LETTER_BYTES;
}

/* Whether a mark may stand inside a phrase: a hyphen, a slash, a plus sign, a quotation mark, some full stops. Commas and the like end it. */
static bool joins(const isnad_tokens *tokens, size_t at) {
  const isnad_token *t = &tokens->items[at];
  if (t->kind == ISNAD_TOKEN_QUOTE) return true;
  char c = tokens->folded[t->folded];
  if (t->kind == ISNAD_TOKEN_SYMBOL) return c == '+';
  if (t->kind != ISNAD_TOKEN_PUNCT) return false;
  if (c == '.') return stop_joins(tokens, at);
  if (c == '-' || c == '_' || c == '/' || c == '\'' || c == '&') return true;
  const unsigned char *p = (const unsigned char *)tokens->folded + t->folded;
  return t->length == 3 && p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0x90 && p[2] <= 0x95; /* dashes */
}

/* The next word or number after `at`, over at most a few joining marks; tokens->count when the phrase cannot go on. */
static size_t next_word(const isnad_tokens *tokens, size_t at) {
  for (unsigned marks = 0; ++at < tokens->count && marks <= MOST_MARKS; marks++) {
    uint8_t kind = tokens->items[at].kind;
    if (kind == ISNAD_TOKEN_WORD || kind == ISNAD_TOKEN_NUMBER) return at;
    if (!joins(tokens, at)) break;
  }
  return tokens->count;
}

static void keep_best(readings *r, const phrase_edge *edge, uint32_t count, uint8_t cut) {
  uint32_t here = 0;
  for (uint32_t i = edge->accept;; i++) {
    unsigned table = phrase_accepts[i].table;
    uint32_t bit = 1u << table;
    bool first_row = (here & bit) == 0; /* the others of the same phrase follow it */
    here |= bit;
    bool better = (r->found & bit) == 0 || count > r->best[table].count || (count == r->best[table].count && cut < r->best[table].cut);
    if (first_row && better && (r->wanted & bit) != 0) {
      r->found |= bit;
      r->best[table].accept = i;
      r->best[table].count = count;
      r->best[table].cut = cut;
    }
    if (phrase_accepts[i].last) return;
  }
}

static void walk(readings *r, const isnad_tokens *tokens, size_t at, const beginning *from) {
  const phrase_edge *edge = from->edge;
  for (size_t word = at; edge != NULL;) {
    if (edge->accept != NOWHERE) keep_best(r, edge, (uint32_t)(word - at + 1), from->cut);
    word = next_word(tokens, word);
    if (word == tokens->count) return;
    edge = edge_of(edge->node, tokens->items[word].hash);
  }
}

/* li + al wrote itself as ll: the name in the table begins with the article. */
static uint64_t hash_with_article(isnad_slice rest) {
  static const unsigned char article[ARTICLE_BYTES] = {0xC0 | LETTER_ALEF >> 6, 0x80 | (LETTER_ALEF & 0x3F), 0xC0 | LETTER_LAM >> 6,
                                                       0x80 | (LETTER_LAM & 0x3F)};
  char word[LONGEST_WORD + ARTICLE_BYTES];
  memcpy(word, article, ARTICLE_BYTES);
  memcpy(word + ARTICLE_BYTES, rest.bytes, rest.length);
  return hash64((isnad_slice){word, rest.length + ARTICLE_BYTES});
}

/* A phrase follows and, then, in, like or to, a verb the future's seen; the article alone is never cut here. */
static bool may_be_cut(isnad_slice form) {
  if (form.length < 2 * LETTER_BYTES) return false;
  unsigned letter = ((unsigned char)form.bytes[0] & 0x1Fu) << 6 | ((unsigned char)form.bytes[1] & 0x3Fu);
  return letter == LETTER_WAW || letter == LETTER_FEH || letter == LETTER_BEH || letter == LETTER_KAF || letter == LETTER_LAM ||
         letter == LETTER_SEEN;
}

static size_t cut_beginnings(beginning *out, const isnad_tokens *tokens, size_t at) {
  isnad_slice form = isnad_token_form(tokens, at);
  isnad_cut cuts[ISNAD_MOST_CUTS];
  if (form.length > LONGEST_WORD || !may_be_cut(form)) return 0;
  size_t count = isnad_arabic_cuts(cuts, form), found = 0;
  for (size_t i = 1; i < count; i++) {
    isnad_slice rest = {form.bytes + cuts[i].bytes, form.length - cuts[i].bytes};
    if (cuts[i].article == ISNAD_CUT_ARTICLE) continue; /* a name with an article that may be left off is listed both ways */
    uint64_t hash = cuts[i].article == ISNAD_CUT_ARTICLE_LOST ? hash_with_article(rest) : hash64(rest);
    const phrase_edge *edge = edge_of(0, hash);
    if (edge != NULL) out[found++] = (beginning){edge, cuts[i].bytes};
  }
  return found;
}

static size_t beginnings_at(beginning out[ISNAD_MOST_CUTS], const isnad_tokens *tokens, size_t at, unsigned flags) {
  const isnad_token *token = &tokens->items[at];
  const phrase_edge *whole = edge_of(0, token->hash);
  size_t count = 0;
  if (whole != NULL) out[count++] = (beginning){whole, 0};
  if ((flags & ISNAD_PHRASE_CUT) != 0 && (token->flags & ISNAD_TOKEN_ARABIC) != 0) count += cut_beginnings(out + count, tokens, at);
  return count;
}

static bool comes_before(const isnad_phrase *a, const isnad_phrase *b) {
  if (a->count != b->count) return a->count > b->count;
  if (a->table != b->table) return a->table < b->table;
  return a->row < b->row;
}

static void insert(isnad_phrase *hits, size_t *count, size_t room, const isnad_phrase *hit) {
  size_t at = *count;
  if (at == room) {
    if (room == 0 || !comes_before(hit, &hits[room - 1])) return;
    at = room - 1;
  } else {
    (*count)++;
  }
  for (; at > 0 && comes_before(hit, &hits[at - 1]); at--) hits[at] = hits[at - 1];
  hits[at] = *hit;
}

/* Where li swallowed the article the two lams cannot be parted: the span takes both. */
static size_t span_cut(isnad_slice form, size_t cut) {
  static const unsigned char lam[LETTER_BYTES] = {0xC0 | LETTER_LAM >> 6, 0x80 | (LETTER_LAM & 0x3F)};
  size_t both = 2 * LETTER_BYTES;
  bool swallowed =
      cut >= both && memcmp(form.bytes + cut - both, lam, LETTER_BYTES) == 0 && memcmp(form.bytes + cut - LETTER_BYTES, lam, LETTER_BYTES) == 0;
  return swallowed ? cut - both : cut;
}

static isnad_phrase reading_of(const readings *r, unsigned table, const isnad_tokens *tokens, size_t at) {
  uint32_t count = r->best[table].count;
  uint8_t cut = r->best[table].cut;
  isnad_span span = {tokens->items[at].span.begin, tokens->items[at + count - 1].span.end};
  if (cut > 0) span.begin = isnad_token_source(tokens, at, span_cut(isnad_token_form(tokens, at), cut));
  return (isnad_phrase){.table = (uint16_t)table, .first = (uint32_t)at, .count = count, .span = span, .cut = cut};
}

static size_t give(isnad_phrase *hits, size_t room, const readings *r, const isnad_tokens *tokens, size_t at) {
  size_t count = 0;
  for (unsigned table = 0; r->found >> table != 0; table++) {
    if ((r->found >> table & 1) == 0) continue;
    isnad_phrase hit = reading_of(r, table, tokens, at);
    for (uint32_t i = r->best[table].accept;; i++) {
      if (phrase_accepts[i].table == table) {
        hit.cell = phrase_accepts[i].cell;
        hit.row = phrase_accepts[i].row;
        insert(hits, &count, room, &hit);
      }
      if (phrase_accepts[i].last) break;
    }
  }
  return count;
}

size_t isnad_phrases_at(isnad_phrase *hits, size_t room, const isnad_tokens *tokens, size_t at, uint32_t tables, unsigned flags) {
  const isnad_token *token = &tokens->items[at];
  if (token->kind != ISNAD_TOKEN_WORD && token->kind != ISNAD_TOKEN_NUMBER) return 0;
  beginning from[ISNAD_MOST_CUTS];
  size_t beginnings = beginnings_at(from, tokens, at, flags);
  if (beginnings == 0) return 0;
  readings r;
  r.wanted = tables;
  r.found = 0;
  for (size_t i = 0; i < beginnings; i++) walk(&r, tokens, at, &from[i]);
  return r.found == 0 ? 0 : give(hits, room, &r, tokens, at);
}

const char *isnad_table_file(isnad_table table) { return table_files[table]; }

uint32_t isnad_table_line(isnad_table table, uint32_t row) { return table_lines[table][row]; }
