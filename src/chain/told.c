/* To whom something was told, where the notes did not read it: "the source told X", by X's own page. Asked only of reports of which most is shared,
 * and of the outlet's own name. */
#include "chain/relay.h"

#include "arabic/forms.h"
#include "store/packed.h"
#include "store/sql.h"
#include "tables.h"

enum { HITS = 16, TATWEEL_BYTES = 2, SIGNED = 200 };

static const double mostly = 0.5;

static bool is_lam(isnad_slice form) { return form.length == LETTER_BYTES && letter_is(form, 0, LETTER_LAM); }

/* The joining stroke between "to" and a name, which no everyday word has. */
static bool is_drawn_out(const isnad_tokens *tokens, size_t at) {
  isnad_slice text = tokens->text;
  uint32_t begin = tokens->items[at].span.begin + LETTER_BYTES;
  return begin + TATWEEL_BYTES <= text.length && (unsigned char)text.bytes[begin] == 0xD9 && (unsigned char)text.bytes[begin + 1] == 0x80;
}

static size_t next_word(const isnad_tokens *tokens, size_t at) {
  while (at < tokens->count && tokens->items[at].kind == ISNAD_TOKEN_PUNCT) at++;
  return at;
}

/* The outlet's name at a token; `sure`: marks or a noun before it say that it is a name, so that one which is an everyday word counts, too. */
static bool names(const isnad_tokens *tokens, size_t at, isnad_slice id, bool cut, bool sure) {
  isnad_phrase hits[HITS];
  size_t count = at < tokens->count ? isnad_phrases_at(hits, HITS, tokens, at, 1u << ISNAD_TABLE_OUTLETS, cut ? ISNAD_PHRASE_CUT : 0) : 0;
  for (size_t i = 0; i < count && i < HITS; i++) {
    const isnad_outlets_row *row = &isnad_outlets_rows[hits[i].row];
    bool plain = sure || hits[i].count > 1 || row->common == ISNAD_OUTLETS_COMMON_NO;
    if (isnad_slice_is(id, row->id) && plain && (!cut || hits[i].cut > 0)) return true;
  }
  return false;
}

/* An outlet of no table: its name word by word, without a noun before it. */
static bool spells(const isnad_tokens *tokens, size_t at, const isnad_tokens *name, bool cut) {
  isnad_phrase head;
  size_t first = 0;
  if (name->count > 1 && isnad_phrases_at(&head, 1, name, 0, 1u << ISNAD_TABLE_HEADS, 0) > 0 && head.count < name->count) first = head.count;
  for (size_t i = first; i < name->count; i++, at = next_word(tokens, at + 1)) {
    if (at >= tokens->count) return false;
    isnad_slice form = isnad_token_form(tokens, at), own = isnad_token_form(name, i);
    if (cut && i == first) form = (isnad_slice){form.bytes + LETTER_BYTES, form.length - LETTER_BYTES};
    if (!isnad_slice_equal(form, own)) return false;
  }
  return first < name->count;
}

/* "To X", "to the paper X", "to «X»". */
static bool told_at(const isnad_tokens *tokens, size_t at, const chain_article *a, const isnad_tokens *name) {
  isnad_slice form = isnad_token_form(tokens, at);
  isnad_phrase head;
  bool alone = is_lam(form), drawn = is_drawn_out(tokens, at);
  if (!alone && (form.length <= 2 * LETTER_BYTES || !letter_is(form, 0, LETTER_LAM))) return false;
  size_t start = alone ? next_word(tokens, at + 1) : at;
  if (a->outlet.length == 0) return start < tokens->count && spells(tokens, start, name, !alone);
  if (names(tokens, start, a->outlet, !alone, alone || drawn)) return true;
  if (start >= tokens->count || isnad_phrases_at(&head, 1, tokens, start, 1u << ISNAD_TABLE_HEADS, ISNAD_PHRASE_CUT) == 0) return false;
  return names(tokens, next_word(tokens, start + head.count), a->outlet, false, true);
}

static bool is_apart(const isnad_tokens *tokens, size_t at) { return at >= tokens->count || tokens->items[at].kind != ISNAD_TOKEN_WORD; }

/* The name of the outlet begins with the word, a noun before it apart. */
static bool begins_name(const isnad_tokens *tokens, size_t at, const isnad_tokens *name) {
  isnad_phrase head;
  size_t first = name->count > 1 && isnad_phrases_at(&head, 1, name, 0, 1u << ISNAD_TABLE_HEADS, 0) > 0 && head.count < name->count ? head.count : 0;
  return at < tokens->count && first < name->count && isnad_slice_equal(isnad_token_form(tokens, at), isnad_token_form(name, first));
}

/* "X - exclusive", "exclusive: ...": words of the outlet's own work, set apart in the first words of the text. */
static bool is_exclusive(const isnad_tokens *tokens, const chain_article *a, const isnad_tokens *name) {
  enum { FIRST_WORDS = 8 };
  for (size_t at = 0, words = 0; at < tokens->count && words < FIRST_WORDS; words += tokens->items[at++].kind == ISNAD_TOKEN_WORD) {
    isnad_phrase hit;
    if (tokens->items[at].kind != ISNAD_TOKEN_WORD || (at > 0 && !is_apart(tokens, at - 1))) continue;
    if (isnad_phrases_at(&hit, 1, tokens, at, 1u << ISNAD_TABLE_CREDITS, 0) == 0) continue;
    if (isnad_credits_rows[hit.row].kind != ISNAD_CREDITS_KIND_OWN) continue;
    size_t behind = at + hit.count;
    if (is_apart(tokens, behind) || names(tokens, behind, a->outlet, false, true) || begins_name(tokens, behind, name)) return true;
  }
  return false;
}

static isnad_status scan(chain_article *a, isnad_arena *arena, isnad_slice text, isnad_err *err) {
  isnad_tokens tokens, name;
  isnad_status status = isnad_arabic_tokens(&tokens, arena, text, err);
  if (status == ISNAD_OK) status = isnad_arabic_tokens(&name, arena, a->outlet_name, err);
  a->exclusive = status == ISNAD_OK && is_exclusive(&tokens, a, &name);
  for (size_t at = 0; status == ISNAD_OK && at < tokens.count && a->told_count < CHAIN_MOST_TOLD; at++)
    if (tokens.items[at].kind == ISNAD_TOKEN_WORD && told_at(&tokens, at, a, &name)) a->told_at[a->told_count++] = tokens.items[at].span;
  return status;
}

static isnad_status scan_article(chain_article *a, isnad_arena *arena, isnad_store *store, isnad_err *err) {
  static const char sql[] = "SELECT c.text, a.body, a.headline_end FROM article a JOIN capture c ON c.id = a.capture WHERE a.id = ?1";
  if (a->scanned || a->listed || a->outlet_name.length == 0) return ISNAD_OK;
  a->scanned = true;
  sqlite3_stmt *row = store_statement(store, sql, err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, a->id);
  isnad_status status = store_step(store, row, err);
  isnad_slice text = status == ISNAD_OK ? store_column(row, 0) : (isnad_slice){NULL, 0};
  isnad_slice body = status == ISNAD_OK ? store_column(row, 1) : (isnad_slice){NULL, 0};
  if (packed_spans(body) > 0) {
    isnad_span span = {packed_span(body, 0).begin, packed_span(body, packed_spans(body) - 1).end};
    uint32_t headline = (uint32_t)sqlite3_column_int64(row, 2); /* a line between the headline and the body signs it */
    if (headline < span.begin && span.begin - headline < SIGNED) span.begin = headline;
    if (span.begin < span.end && span.end <= text.length) status = scan(a, arena, isnad_slice_at(text, span), err);
    for (uint32_t i = 0; i < a->told_count; i++) a->told_at[i] = (isnad_span){a->told_at[i].begin + span.begin, a->told_at[i].end + span.begin};
  }
  sqlite3_reset(row);
  a->told = a->told || a->told_count > 0;
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status chain_read_told(chain_input *in, isnad_arena *arena, isnad_store *store, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < in->passage_count; i++) {
    const chain_passage *p = &in->passages[i];
    if (p->a == CHAIN_NO_ARTICLE || p->b == CHAIN_NO_ARTICLE || p->headline || p->edition || (p->a_in_b < mostly && p->b_in_a < mostly)) continue;
    if (chain_same_outlet(&in->articles[p->a], &in->articles[p->b])) continue;
    status = scan_article(&in->articles[p->a], arena, store, err);
    if (status == ISNAD_OK) status = scan_article(&in->articles[p->b], arena, store, err);
  }
  return status;
}
