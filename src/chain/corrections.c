/* An outlet that takes back an item of its own: a later one with most of the same text, which says that it corrects. */
#include "chain/chain.h"

#include "isnad/arabic.h"
#include "store/packed.h"
#include "store/sql.h"
#include "tables.h"

/* Where such words stand: in the headline, before the text, behind it. */
enum { HITS = 8, AT_TOP = 600, AT_END = 400 };

static const double mostly = 0.5;

static bool is_mark(const isnad_tokens *tokens, size_t at) { return at >= tokens->count || tokens->items[at].kind != ISNAD_TOKEN_WORD; }

static bool begins_line(const isnad_tokens *tokens, size_t at) {
  while (at > 0 && tokens->items[at - 1].kind == ISNAD_TOKEN_PUNCT) at--;
  return at == 0 || tokens->items[at - 1].kind == ISNAD_TOKEN_LINE;
}

static bool is_bracketed(const isnad_tokens *tokens, size_t at) { return at > 0 && tokens->text.bytes[tokens->items[at - 1].span.begin] == '('; }

/* Words that say that what was printed before was wrong; those that also begin sentences only where a mark sets them apart. */
static bool says_wrong(const isnad_tokens *tokens, size_t at) {
  isnad_phrase hits[HITS];
  size_t count = isnad_phrases_at(hits, HITS, tokens, at, 1u << ISNAD_TABLE_EDITION_WORDS, ISNAD_PHRASE_CUT);
  for (size_t i = 0; i < count && i < HITS; i++) {
    const isnad_edition_words_row *row = &isnad_edition_words_rows[hits[i].row];
    bool apart = (begins_line(tokens, at) || is_bracketed(tokens, at)) && is_mark(tokens, at + hits[i].count);
    if (row->says == ISNAD_EDITION_WORDS_SAYS_WRONG && (row->role == ISNAD_EDITION_WORDS_ROLE_NOTICE || apart)) return true;
  }
  return false;
}

static isnad_status find_words(bool *out, isnad_arena *arena, isnad_slice words, isnad_err *err) {
  isnad_tokens tokens;
  isnad_status status = isnad_arabic_tokens(&tokens, arena, words, err);
  for (size_t at = 0; status == ISNAD_OK && !*out && at < tokens.count; at++)
    *out = tokens.items[at].kind == ISNAD_TOKEN_WORD && says_wrong(&tokens, at);
  return status;
}

/* Not inside a letter. */
static uint32_t cut_at(isnad_slice text, uint32_t at) {
  while (at < text.length && ((unsigned char)text.bytes[at] & 0xC0) == 0x80) at++;
  return at;
}

static isnad_status read_ends(bool *out, isnad_arena *arena, sqlite3_stmt *row, isnad_err *err) {
  isnad_slice text = store_column(row, 0), body = store_column(row, 4), headline = store_column(row, 1);
  isnad_status status = find_words(out, arena, headline, err);
  size_t spans = packed_spans(body);
  if (spans == 0) return status;
  isnad_span top = packed_span(body, 0), end = packed_span(body, spans - 1);
  if (end.end > text.length || top.begin > end.end) return status;
  uint32_t above = (uint32_t)sqlite3_column_int64(row, 3); /* a line between the headline and the body says so, too */
  if (above < top.begin && top.begin - above < AT_END) top.begin = above;
  isnad_span first = {top.begin, end.end - top.begin > AT_TOP ? cut_at(text, top.begin + AT_TOP) : end.end}, last = {first.end, end.end};
  if (last.end - last.begin > AT_END) last.begin = cut_at(text, last.end - AT_END);
  if (status == ISNAD_OK && !*out) status = find_words(out, arena, isnad_slice_at(text, first), err);
  return status == ISNAD_OK && !*out ? find_words(out, arena, isnad_slice_at(text, last), err) : status;
}

static isnad_status announces(bool *out, isnad_arena *arena, isnad_store *store, int64_t article, isnad_err *err) {
  sqlite3_stmt *row = store_statement(store,
                                      "SELECT c.text, a.headline, a.headline_begin, a.headline_end, a.body FROM article a"
                                      " JOIN capture c ON c.id = a.capture WHERE a.id = ?1",
                                      err);
  *out = false;
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, article);
  isnad_status status = store_step(store, row, err);
  if (status == ISNAD_OK) status = read_ends(out, arena, row, err);
  sqlite3_reset(row);
  return status;
}

/* The later of two items of one outlet that share most of a text; CHAIN_NO_ARTICLE: they are none. */
static uint32_t later_of(const chain_input *in, const chain_passage *p) {
  if (p->a == CHAIN_NO_ARTICLE || p->b == CHAIN_NO_ARTICLE || p->headline || p->edition) return CHAIN_NO_ARTICLE;
  const chain_article *a = &in->articles[p->a], *b = &in->articles[p->b];
  if (a->listed || b->listed || !chain_same_outlet(a, b) || (p->a_in_b < mostly && p->b_in_a < mostly)) return CHAIN_NO_ARTICLE;
  if (a->when.to == 0 || b->when.to == 0 || a->when.from == b->when.from) return CHAIN_NO_ARTICLE;
  return a->when.from > b->when.from ? p->a : p->b;
}

/* Of several earlier items that which was last before it. */
static bool is_nearer(const chain_input *in, const chain_article *later, uint32_t earlier) {
  return later->corrects == 0 || in->articles[earlier].when.from > in->articles[later->corrects - 1].when.from;
}

isnad_status chain_find_corrections(chain_input *in, isnad_arena *arena, isnad_store *store, isnad_err *err) {
  for (size_t i = 0; i < in->passage_count; i++) {
    const chain_passage *p = &in->passages[i];
    uint32_t later = later_of(in, p), earlier = later == p->a ? p->b : p->a;
    if (later == CHAIN_NO_ARTICLE || !is_nearer(in, &in->articles[later], earlier)) continue;
    bool said = false, before = false;
    isnad_status status = announces(&said, arena, store, in->articles[later].id, err);
    if (status == ISNAD_OK && said) status = announces(&before, arena, store, in->articles[earlier].id, err);
    if (status != ISNAD_OK) return status;
    if (said && !before) in->articles[later].corrects = earlier + 1;
  }
  return ISNAD_OK;
}
