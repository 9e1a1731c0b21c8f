/* One clause of a query as phrases of FTS5: words of the text, or a value of another field and the ids of the rows that bear it. */
#include "search/expression.h"

#include "arabic/forms.h"
#include "search/latin.h"

#include <math.h>
#include <string.h>

/* --- weights --- */

isnad_status expression_reports(uint64_t *out, isnad_store *store, isnad_slice stem, isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, "SELECT reports FROM search_term WHERE term = ?1", err);
  *out = 0;
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, stem);
  isnad_status status = store_step(store, s, err);
  if (status == ISNAD_OK) *out = (uint64_t)sqlite3_column_int64(s, 0);
  sqlite3_reset(s);
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* The idf of BM25, never below a tenth. */
static double rarity(const expression *e, uint64_t reports) {
  double all = (double)e->facts->count, with = (double)reports < all ? (double)reports : all;
  double idf = log(1 + (all - with + 0.5) / (with + 0.5));
  return idf > 0.1 ? idf : 0.1;
}

/* --- the pieces of an expression --- */

static const char *const columns[] = {"{title body}", "title", "byline", "outlet", "source", "who", "place"};

static bool has_room(const expression *e) { return e->phrase_count < MOST_PHRASES; }

/* The text of a phrase begins: terms follow, then close_phrase. */
static void open_phrase(expression *e, uint32_t clause, double weight) {
  const isnad_search_clause *c = &e->query->clauses[clause];
  e->phrases[e->phrase_count++] = (search_phrase){c->excluded ? 0 : weight, clause};
  buf_add_text(&e->match, columns[c->field]);
  buf_add_text(&e->match, " : \"");
}

static void close_phrase(expression *e) { buf_add_char(&e->match, '"'); }

void expression_word(expression *e, uint32_t clause, isnad_slice stem, double weight) {
  if (!has_room(e)) return;
  open_phrase(e, clause, weight);
  search_put_stem(&e->match, stem);
  close_phrase(e);
}

/* --- words of the text --- */

/* What may stand before the first word of a quotation. */
static void put_with_proclitics(expression *e, isnad_slice form) {
  static const unsigned letters[] = {LETTER_WAW, LETTER_FEH, LETTER_BEH, LETTER_LAM, LETTER_KAF};
  enum { ROOM = 128 };
  char word[ROOM];
  bool article = form.length > 2 * LETTER_BYTES && article_at(form, 0);
  search_put_exact(&e->match, TERM_NEXT, form);
  if (form.length < 2 * LETTER_BYTES || form.length > ROOM - 2 * LETTER_BYTES || (form.bytes[0] & 0x80) == 0) return;
  for (size_t i = 0; i < 2 * sizeof letters / sizeof letters[0]; i++) {
    unsigned letter = letters[i / 2];
    size_t used = 0;
    if (i % 2 == 1 && i / 2 < 2) continue; /* and then */
    if (i % 2 == 1) used += letter_put(word + used, LETTER_WAW);
    used += letter_put(word + used, letter);
    size_t from = article && letter == LETTER_LAM ? LETTER_BYTES : 0; /* li + al writes itself ll */
    memcpy(word + used, form.bytes + from, form.length - from);
    search_put_exact(&e->match, TERM_BESIDE, (isnad_slice){word, used + form.length - from});
  }
}

static void put_terms(expression *e, const isnad_tokens *tokens, const isnad_search_clause *c, bool text, bool by_form) {
  char room[ISNAD_STEM_ROOM];
  bool first = true, alone = true;
  size_t words = 0;
  for (size_t i = 0; i < tokens->count; i++) words += search_is_word(&tokens->items[i]);
  alone = words == 1;
  for (size_t i = 0; i < tokens->count; i++) {
    if (!search_is_word(&tokens->items[i])) continue;
    isnad_slice form = isnad_token_form(tokens, i);
    bool exact = c->prefix || by_form || (c->exact && text) || search_is_stop(&tokens->items[i]);
    if (!exact)
      search_put_stem(&e->match, tokenizer_stem(room, tokens, i));
    else if (c->exact && first && text && !(alone && search_is_stop(&tokens->items[i])))
      put_with_proclitics(e, form);
    else
      search_put_exact(&e->match, TERM_NEXT, form);
    first = false;
  }
}

/* The rarest stem tells how rare a phrase is at most. */
static isnad_status rarest(uint64_t *out, expression *e, const isnad_tokens *tokens) {
  char room[ISNAD_STEM_ROOM];
  isnad_status status = ISNAD_OK;
  *out = UINT64_MAX;
  for (size_t i = 0; status == ISNAD_OK && i < tokens->count; i++) {
    uint64_t reports = 0;
    if (tokens->items[i].kind != ISNAD_TOKEN_WORD || search_is_stop(&tokens->items[i])) continue;
    status = expression_reports(&reports, e->store, tokenizer_stem(room, tokens, i), e->err);
    if (reports < *out) *out = reports;
  }
  return status;
}

static isnad_status write_text(expression *e, uint32_t at, const isnad_tokens *tokens) {
  const isnad_search_clause *c = &e->query->clauses[at];
  uint64_t reports = 0;
  isnad_status status = rarest(&reports, e, tokens);
  if (status != ISNAD_OK || !has_room(e)) return status;
  if (!c->prefix) e->reports[at] = reports;
  open_phrase(e, at, rarity(e, reports == UINT64_MAX ? e->facts->count / 8 : reports));
  put_terms(e, tokens, c, true, false);
  close_phrase(e);
  if (c->prefix) buf_add_text(&e->match, " *");
  return c->prefix || c->exact || reports > 0 ? ISNAD_OK : latin_take(e, at, tokens);
}

/* --- the other fields --- */

enum { VALUE_WEIGHT = EXPRESSION_VALUE_WEIGHT, MOST_IDS = 8 };

static void write_id(expression *e, uint32_t at, char mark, const char *id) {
  if (!has_room(e) || id == NULL) return;
  buf_add_text(&e->match, " OR ");
  open_phrase(e, at, VALUE_WEIGHT);
  search_put_marked(&e->match, TERM_NEXT, mark, isnad_slice_of(id));
  close_phrase(e);
}

static uint32_t tables_of(isnad_search_field field) {
  switch (field) {
  case ISNAD_FIELD_OUTLET:
    return 1u << ISNAD_TABLE_OUTLETS;
  case ISNAD_FIELD_SOURCE:
    return 1u << ISNAD_TABLE_OUTLETS | 1u << ISNAD_TABLE_ORGANIZATIONS;
  case ISNAD_FIELD_WHO:
    return 1u << ISNAD_TABLE_PEOPLE | 1u << ISNAD_TABLE_ORGANIZATIONS;
  case ISNAD_FIELD_WHERE:
    return 1u << ISNAD_TABLE_PLACES;
  default:
    return 0;
  }
}

static void write_row(expression *e, uint32_t at, unsigned table, uint32_t row) {
  switch (table) {
  case ISNAD_TABLE_OUTLETS:
    write_id(e, at, SEARCH_ID, isnad_outlets_rows[row].id);
    break;
  case ISNAD_TABLE_ORGANIZATIONS:
    write_id(e, at, SEARCH_ID, isnad_organizations_rows[row].id);
    break;
  case ISNAD_TABLE_PEOPLE:
    write_id(e, at, SEARCH_ID, isnad_people_rows[row].id);
    break;
  case ISNAD_TABLE_PLACES:
    write_id(e, at, SEARCH_ID, isnad_places_rows[row].id);
    if (isnad_places_rows[row].kind == ISNAD_PLACES_KIND_COUNTRY) write_id(e, at, SEARCH_COUNTRY, isnad_places_rows[row].country);
    break;
  default:
    break;
  }
}

/* The rows whose name the whole value is; how many. */
static size_t rows_of(isnad_phrase hits[MOST_IDS], const expression *e, uint32_t at, const isnad_tokens *tokens) {
  size_t count = tokens->count > 0 ? isnad_phrases_at(hits, MOST_IDS, tokens, 0, tables_of(e->query->clauses[at].field), 0) : 0, whole = 0;
  for (size_t i = 0; i < count; i++)
    if (hits[i].count == tokens->count) hits[whole++] = hits[i];
  return whole;
}

isnad_status expression_name(expression *e, uint32_t clause, isnad_slice name) {
  isnad_phrase hits[MOST_IDS];
  isnad_tokens tokens;
  if (tables_of(e->query->clauses[clause].field) == 0) return ISNAD_OK;
  isnad_status status = isnad_arabic_tokens(&tokens, e->arena, name, e->err);
  size_t count = status == ISNAD_OK ? rows_of(hits, e, clause, &tokens) : 0;
  for (size_t i = 0; i < count; i++) write_row(e, clause, hits[i].table, hits[i].row);
  return status;
}

/* A medium that the tables know is named by its id, or by its name letter by letter: "Al Arabiya" is no part of "Sky News Arabia". */
static isnad_status write_value(expression *e, uint32_t at, const isnad_tokens *tokens) {
  const isnad_search_clause *c = &e->query->clauses[at];
  isnad_phrase hits[MOST_IDS];
  if (!has_room(e)) return ISNAD_OK;
  size_t count = c->prefix ? 0 : rows_of(hits, e, at, tokens);
  bool medium = count > 0 && (c->field == ISNAD_FIELD_OUTLET || c->field == ISNAD_FIELD_SOURCE);
  open_phrase(e, at, VALUE_WEIGHT);
  put_terms(e, tokens, c, false, medium);
  close_phrase(e);
  if (c->prefix) buf_add_text(&e->match, " *");
  for (size_t i = 0; i < count; i++) write_row(e, at, hits[i].table, hits[i].row);
  return c->prefix ? ISNAD_OK : latin_take(e, at, tokens);
}

/* --- either --- */

isnad_status expression_clause(expression *e, uint32_t at) {
  const isnad_search_clause *c = &e->query->clauses[at];
  isnad_tokens tokens;
  isnad_status status = isnad_arabic_tokens(&tokens, e->arena, c->words, e->err);
  if (status != ISNAD_OK) return status;
  return c->field == ISNAD_FIELD_TEXT || c->field == ISNAD_FIELD_TITLE ? write_text(e, at, &tokens) : write_value(e, at, &tokens);
}
