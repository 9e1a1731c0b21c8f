/* The pages that may tell what is asked, cut into sentences, with their names and numbers. */
#include "base/map.h"
#include "claim/check/check.h"
#include "claim/stems.h"
#include "store/articles.h"

#include <string.h>

enum { ROWS_AT_ONCE = 64 };

/* --- reading a page --- */

static uint32_t number_at(isnad_slice packed, size_t index) {
  const unsigned char *at = (const unsigned char *)packed.bytes + 4 * index;
  return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

/* The headline and the body, in the order of the page. */
static isnad_status spans_of(isnad_span **out, size_t *count, check_looking *l, int64_t article) {
  sqlite3_stmt *row = store_statement(l->store, "SELECT headline_begin, headline_end, body FROM article WHERE id = ?1", l->err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, article);
  isnad_status status = store_step(l->store, row, l->err);
  if (status != ISNAD_OK) return status == ISNAD_END ? ISNAD_NOT_FOUND : status;
  isnad_span headline = {(uint32_t)sqlite3_column_int64(row, 0), (uint32_t)sqlite3_column_int64(row, 1)};
  isnad_slice body = store_column(row, 2);
  size_t pieces = body.length / 8, kept = 0;
  bool pending = headline.begin < headline.end;
  *out = isnad_arena_array(l->arena, pieces + 1, sizeof **out);
  for (size_t i = 0; *out != NULL && i <= pieces; i++) {
    isnad_span piece = {UINT32_MAX, UINT32_MAX};
    if (i < pieces) piece = (isnad_span){number_at(body, 2 * i), number_at(body, 2 * i + 1)};
    if (pending && headline.end <= piece.begin) (*out)[kept++] = headline;
    pending = pending && headline.end > piece.begin;
    if (i < pieces) (*out)[kept++] = piece;
  }
  *count = kept;
  sqlite3_reset(row);
  return *out != NULL ? ISNAD_OK : isnad_arena_fail(l->err, l->arena, "claim");
}

static isnad_status add_sentence(check_page *p, check_looking *l, size_t *room, isnad_span span) {
  claim_terms terms = {.count = 0};
  claim_listing listing = claim_listing_of(&p->tokens);
  if (p->sentence_count == *room) {
    check_sentence *more = isnad_arena_grow(l->arena, p->sentences, *room, *room * 2 + 16, sizeof *more);
    if (more == NULL) return isnad_arena_fail(l->err, l->arena, "claim");
    p->sentences = more;
    *room = *room * 2 + 16;
  }
  check_sentence *s = &p->sentences[p->sentence_count++];
  *s = (check_sentence){.first = isnad_tokens_seek(&p->tokens, span.begin), .last = isnad_tokens_seek(&p->tokens, span.end), .span = span};
  terms_add(&terms, &listing, s->first, s->last, TERMS_STATEMENT);
  terms_finish(&terms);
  return claim_content_unpack(&s->content, l->arena, claim_terms_pack(l->arena, &terms)) ? ISNAD_OK : isnad_arena_fail(l->err, l->arena, "claim");
}

/* A headline is a sentence of its own, whatever it ends in. */
static isnad_status cut_sentences(check_page *p, check_looking *l, isnad_span *spans, size_t count) {
  size_t room = 0;
  isnad_status status = isnad_arabic_tokens_in(&p->tokens, l->arena, p->text, spans, count, l->err);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) {
    const isnad_span *found = NULL;
    size_t sentences = 0, first = isnad_tokens_seek(&p->tokens, spans[i].begin), last = isnad_tokens_seek(&p->tokens, spans[i].end);
    status = isnad_arabic_sentences(&found, &sentences, l->arena, &p->tokens, first, last, l->err);
    for (size_t k = 0; status == ISNAD_OK && k < sentences; k++) status = add_sentence(p, l, &room, found[k]);
  }
  p->stems = isnad_arena_array(l->arena, p->tokens.count + 1, sizeof *p->stems);
  p->roots = isnad_arena_array(l->arena, p->tokens.count + 1, sizeof *p->roots);
  p->same = isnad_arena_array(l->arena, p->tokens.count + 1, sizeof *p->same);
  p->asked = isnad_arena_array(l->arena, p->tokens.count + 1, sizeof *p->asked);
  if (status != ISNAD_OK) return status;
  return p->stems != NULL && p->roots != NULL && p->same != NULL && p->asked != NULL ? ISNAD_OK : isnad_arena_fail(l->err, l->arena, "claim");
}

static void stem_words(check_page *p, const check_table *table) {
  for (size_t t = 0; t < p->tokens.count; t++) {
    char room[ISNAD_STEM_ROOM];
    isnad_slice form = isnad_token_form(&p->tokens, t);
    if (p->tokens.items[t].kind == ISNAD_TOKEN_NUMBER) p->stems[t] = isnad_token_hash(form);
    if (p->tokens.items[t].kind != ISNAD_TOKEN_WORD) continue;
    p->stems[t] = isnad_token_hash(isnad_arabic_stem(room, form));
    p->roots[t] = claim_root(form);
    p->same[t] = check_rows(table, ISNAD_CHECK_WORDS_ROLE_SAME, 0, p->stems[t]);
  }
}

static isnad_status read_names(check_page *p, check_looking *l) {
  mentions from;
  sqlite3_stmt *row = store_statement(l->store, "SELECT names FROM packed WHERE article = ?1", l->err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, p->article.id);
  isnad_status status = store_step(l->store, row, l->err);
  isnad_slice packed = status == ISNAD_OK ? store_column_copy(l->arena, row, 0) : (isnad_slice){NULL, 0};
  sqlite3_reset(row);
  if (status != ISNAD_OK) return status == ISNAD_END ? ISNAD_OK : status;
  status = mentions_open(&from, l->arena, packed, l->err);
  if (status != ISNAD_OK) return status;
  p->names = isnad_arena_array(l->arena, from.count + 1, sizeof *p->names);
  if (p->names == NULL) return isnad_arena_fail(l->err, l->arena, "claim");
  while ((status = mentions_next(&p->names[p->name_count], &from, l->err)) == ISNAD_OK) p->name_count++;
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* Room for one more item of a list that grows; NULL when the arena refuses. */
static void *one_more(check_looking *l, void **items, size_t count, size_t size) {
  if (count % ROWS_AT_ONCE == 0) {
    void *more = isnad_arena_grow(l->arena, *items, count, count + ROWS_AT_ONCE, size);
    if (more == NULL) return NULL;
    *items = more;
  }
  return (char *)*items + count * size;
}

static isnad_span span_at(sqlite3_stmt *row, int at) {
  return (isnad_span){(uint32_t)sqlite3_column_int64(row, at), (uint32_t)sqlite3_column_int64(row, at + 1)};
}

static bool take_number(check_looking *l, check_page *p, sqlite3_stmt *row) {
  void *items = p->numbers;
  check_number *n = one_more(l, &items, p->number_count, sizeof *n);
  if (n == NULL) return false;
  p->numbers = items;
  p->number_count++;
  *n = (check_number){.span = span_at(row, 0), .clause = span_at(row, 2)};
  n->low = sqlite3_column_double(row, 4);
  n->high = sqlite3_column_double(row, 5);
  isnad_slice *texts[] = {&n->measure, &n->thing, &n->state, &n->scope, &n->qualifier, &n->claimant, &n->claimant_id};
  for (int i = 0; i < (int)(sizeof texts / sizeof texts[0]); i++) *texts[i] = store_column_copy(l->arena, row, 6 + i);
  n->denied = check_takes_denial(&n->measure);
  return true;
}

static bool take_quote(check_looking *l, check_page *p, sqlite3_stmt *row) {
  void *items = p->quotes;
  check_quote *q = one_more(l, &items, p->quote_count, sizeof *q);
  if (q == NULL) return false;
  p->quotes = items;
  p->quote_count++;
  *q = (check_quote){.span = span_at(row, 0), .verb = span_at(row, 2), .anonymous = sqlite3_column_int64(row, 4) != 0};
  q->speaker = store_column_copy(l->arena, row, 5);
  q->entity = store_column_copy(l->arena, row, 6);
  return true;
}

static isnad_status read_rows(check_page *p, check_looking *l, const char *sql, bool (*take)(check_looking *, check_page *, sqlite3_stmt *)) {
  sqlite3_stmt *row = store_statement(l->store, sql, l->err);
  isnad_status status;
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, p->article.id);
  while ((status = store_step(l->store, row, l->err)) == ISNAD_OK)
    if (!take(l, p, row)) {
      sqlite3_reset(row);
      return isnad_arena_fail(l->err, l->arena, "claim");
    }
  return status == ISNAD_END ? ISNAD_OK : status;
}

static isnad_status read_numbers(check_page *p, check_looking *l) {
  return read_rows(
      p, l,
      "SELECT begin, end, clause_begin, clause_end, coalesce(min, max) * factor, coalesce(max, min) * factor, measure, thing, state, scope, "
      "qualifier, claimant_name, claimant FROM figure WHERE article = ?1 ORDER BY place",
      take_number);
}

/* "No casualties" is a number as well: nought. */
static bool take_none(check_looking *l, check_page *p, sqlite3_stmt *row) {
  void *items = p->numbers;
  check_number *n = one_more(l, &items, p->number_count, sizeof *n);
  if (n == NULL) return false;
  p->numbers = items;
  p->number_count++;
  *n = (check_number){.span = span_at(row, 0), .clause = span_at(row, 0), .measure = isnad_slice_of("count"), .thing = isnad_slice_of("person")};
  n->state = store_column_copy(l->arena, row, 2);
  const char *at = n->state.length > 0 ? memchr(n->state.bytes, '@', n->state.length) : NULL;
  if (at != NULL) n->state.length = (size_t)(at - n->state.bytes);
  return true;
}

static isnad_status read_nones(check_page *p, check_looking *l) {
  return read_rows(p, l, "SELECT begin, end, subject FROM told WHERE article = ?1 AND kind = 'none' ORDER BY place", take_none);
}

static isnad_status read_quotes(check_page *p, check_looking *l) {
  return read_rows(p, l, "SELECT begin, end, verb_begin, verb_end, anonymous, speaker, entity FROM quote WHERE article = ?1 ORDER BY place",
                   take_quote);
}

static isnad_status keep(check_page *p, check_looking *l) {
  if (l->page_count == l->page_room) {
    check_page **more = isnad_arena_grow(l->arena, l->pages, l->page_room, l->page_room * 2 + 64, sizeof *more);
    if (more == NULL) return isnad_arena_fail(l->err, l->arena, "claim");
    l->pages = more;
    l->page_room = l->page_room * 2 + 64;
  }
  l->pages[l->page_count++] = p;
  return ISNAD_OK;
}

isnad_status check_page_of(check_page **out, check_looking *l, int64_t article) {
  isnad_span *spans = NULL;
  size_t count = 0;
  for (size_t i = 0; i < l->page_count; i++)
    if (l->pages[i]->article.id == article) {
      *out = l->pages[i];
      return ISNAD_OK;
    }
  check_page *p = isnad_arena_alloc(l->arena, sizeof *p);
  if (p == NULL) return isnad_arena_fail(l->err, l->arena, "claim");
  isnad_status status = store_article_get(&p->article, l->arena, l->store, article, l->err);
  if (status == ISNAD_OK) status = store_article_text(&p->text, l->arena, l->store, p->article.capture, l->err);
  if (status == ISNAD_OK) status = spans_of(&spans, &count, l, article);
  if (status == ISNAD_OK) status = cut_sentences(p, l, spans, count);
  if (status == ISNAD_OK) status = read_names(p, l);
  if (status == ISNAD_OK) status = read_numbers(p, l);
  if (status == ISNAD_OK) status = read_nones(p, l);
  if (status == ISNAD_OK) status = read_quotes(p, l);
  if (status != ISNAD_OK) return status;
  stem_words(p, &l->table);
  check_mark_words(&l->ask, p);
  *out = p;
  return keep(p, l);
}

/* --- places on it --- */

check_scene check_scene_at(const check_page *page, size_t sentence) {
  const check_sentence *s = &page->sentences[sentence];
  return (check_scene){.page = page, .sentence = sentence, .first = s->first, .last = s->last};
}
