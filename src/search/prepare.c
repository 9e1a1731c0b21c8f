/* An article as terms: what its worker prepares, so that the writer has only to hand them to the index. */
#include "search/words.h"

#include "base/map.h"
#include "isnad/note.h"
#include "store/stems.h"

#include <string.h>

enum { LEAST_STEM = 4 }; /* bytes of a stem that is worth suggesting */

/* In the order of the table `search`. */
typedef enum column { COLUMN_TITLE, COLUMN_BODY, COLUMN_BYLINE, COLUMN_OUTLET, COLUMN_SOURCE, COLUMN_WHO, COLUMN_PLACE } column;

typedef struct preparing {
  isnad_arena *arena;
  const isnad_page *page;
  const isnad_article *article;
  buf columns[ISNAD_PREPARED_COLUMNS];
  buf stems;
  map words; /* of the text, hashed: where their terms were put before, packed by place_of */
  map seen;  /* stems of the text, hashed */
  map given; /* values of the other columns, hashed with their column */
  bool failed;
  isnad_err *err;
} preparing;

/* --- headline and body --- */

/* `whole`: the word is its own stem. */
static void keep_stem(preparing *p, const isnad_token *token, isnad_slice stem, bool whole) {
  if (token->kind != ISNAD_TOKEN_WORD || stem.length < LEAST_STEM) return;
  uint64_t hash = whole ? token->hash : isnad_token_hash(stem), *seen = map_put(&p->seen, hash);
  if (seen == NULL) p->failed = true;
  if (seen == NULL || *seen != 0) return;
  *seen = 1;
  stems_put(&p->stems, hash, stem);
}

/* Where the terms of a word begin in a column, and how long they are. */
static uint64_t place_of(column in, size_t begin, size_t end) { return (uint64_t)begin | (uint64_t)(end - begin) << 32 | ((uint64_t)in + 1) << 56; }

/* A word that was met before has the same terms. */
static void copy_terms(buf *out, const preparing *p, uint64_t place) {
  const buf *from = &p->columns[(place >> 56) - 1];
  size_t length = place >> 32 & 0xFFFFFF;
  char *to = buf_extend(out, length); /* may move the bytes that are read */
  if (to != NULL) memcpy(to, from->bytes + (place & UINT32_MAX), length);
}

/* A word that is its own stem has one term: queries for the stem ask for both (search_put_stem). */
static void put_word(preparing *p, buf *out, const isnad_tokens *tokens, size_t at, bool of_text) {
  char room[ISNAD_STEM_ROOM];
  char place = TERM_NEXT;
  isnad_slice form = isnad_token_form(tokens, at);
  if (!search_is_stop(&tokens->items[at])) {
    isnad_slice stem = tokenizer_stem(room, tokens, at);
    bool whole = isnad_slice_equal(stem, form);
    if (of_text) keep_stem(p, &tokens->items[at], stem, whole);
    if (!whole) {
      search_put(out, TERM_NEXT, stem);
      place = TERM_BESIDE;
    }
  }
  search_put_exact(out, place, form);
}

static void put_text_word(preparing *p, column into, size_t at) {
  const isnad_tokens *tokens = &p->page->tokens;
  buf *out = &p->columns[into];
  uint64_t *place = map_put(&p->words, tokens->items[at].hash);
  size_t begin = out->length;
  if (place == NULL) {
    p->failed = true;
  } else if (*place != 0) {
    copy_terms(out, p, *place);
  } else {
    put_word(p, out, tokens, at, true);
    *place = place_of(into, begin, out->length);
  }
}

static void put_span(preparing *p, column into, isnad_span span) {
  const isnad_tokens *tokens = &p->page->tokens;
  buf *out = &p->columns[into];
  if (out->length > 0) search_put_marked(out, TERM_NEXT, SEARCH_EDGE, (isnad_slice){NULL, 0});
  for (size_t t = isnad_tokens_seek(tokens, span.begin); t < tokens->count && tokens->items[t].span.begin < span.end; t++)
    if (search_is_word(&tokens->items[t])) put_text_word(p, into, t);
}

/* --- what is known of it --- */

/* Whether a value is the first of its kind in its column. */
static bool is_new(preparing *p, column into, isnad_slice value) {
  uint64_t *given = map_put(&p->given, isnad_token_hash(value) ^ ((uint64_t)into + 1) * UINT64_C(0x9E3779B97F4A7C15));
  if (given == NULL) p->failed = true;
  return given != NULL && (*given)++ == 0;
}

/* The words of a value; no phrase reaches from one value into the next. */
static void put_value(preparing *p, column into, isnad_slice value) {
  isnad_tokens tokens;
  if (value.length == 0 || !is_new(p, into, value)) return;
  if (isnad_arabic_tokens(&tokens, p->arena, value, p->err) != ISNAD_OK) {
    p->failed = true;
    return;
  }
  for (size_t t = 0; t < tokens.count; t++)
    if (search_is_word(&tokens.items[t])) put_word(p, &p->columns[into], &tokens, t, false);
  search_put_marked(&p->columns[into], TERM_NEXT, SEARCH_EDGE, (isnad_slice){NULL, 0});
}

/* Ids of a table's row; those that were made for one article ("@3") mean nothing elsewhere. */
static void put_id(preparing *p, column into, char mark, isnad_slice id) {
  if (id.length > 0 && id.bytes[0] != '@' && is_new(p, into, id)) search_put_marked(&p->columns[into], TERM_NEXT, mark, id);
}

static void put_named(preparing *p, column into, const isnad_named *named) {
  put_value(p, into, named->name);
  put_id(p, into, SEARCH_ID, named->id);
}

static void put_country(preparing *p, const isnad_name_note *name) {
  if (name->rule.name != NULL || name->rule.table != ISNAD_TABLE_PLACES || name->rule.row >= isnad_places_count) return;
  put_id(p, COLUMN_PLACE, SEARCH_COUNTRY, isnad_slice_of(isnad_places_rows[name->rule.row].country));
}

static void put_name(preparing *p, const isnad_name_note *name) {
  bool is_place = name->type == ISNAD_NAME_PLACE || name->type == ISNAD_NAME_FACILITY;
  if (!is_place && name->type != ISNAD_NAME_PERSON && name->type != ISNAD_NAME_ORGANIZATION && name->type != ISNAD_NAME_OUTLET) return;
  column into = is_place ? COLUMN_PLACE : COLUMN_WHO;
  put_value(p, into, name->canonical);
  put_id(p, into, SEARCH_ID, name->entity);
  if (name->form == ISNAD_FORM_NAME) put_value(p, into, isnad_slice_at(p->page->text, name->span));
  if (is_place) put_country(p, name);
}

static void put_facts(preparing *p) {
  const isnad_article *a = p->article;
  put_value(p, COLUMN_BYLINE, a->byline.name);
  for (size_t i = 0; i < a->author_count; i++) put_value(p, COLUMN_BYLINE, a->authors[i].text);
  put_named(p, COLUMN_OUTLET, &a->outlet);
  put_named(p, COLUMN_SOURCE, &a->origin);
  for (size_t i = 0; i < a->source_count; i++) put_named(p, COLUMN_SOURCE, &a->sources[i].named);
  for (size_t i = 0; i < a->name_count; i++) put_name(p, &a->names[i]);
}

/* --- the whole --- */

static isnad_status finish(isnad_prepared_article *out, preparing *p) {
  isnad_prepared_search *search = isnad_arena_alloc(p->arena, sizeof *search);
  isnad_status status = buf_status(&p->stems, "search", p->err);
  if (search == NULL || p->failed) return isnad_arena_fail(p->err, p->arena, "search");
  for (size_t i = 0; status == ISNAD_OK && i < ISNAD_PREPARED_COLUMNS; i++) {
    status = buf_status(&p->columns[i], "search", p->err);
    search->columns[i] = buf_slice(&p->columns[i]);
  }
  search->stems = buf_slice(&p->stems);
  out->search = search;
  return status;
}

isnad_status isnad_search_prepare(isnad_prepared_article *out, isnad_arena *arena, const isnad_page *page, const isnad_article *article,
                                  isnad_err *err) {
  enum { TITLE_ROOM = 512, VALUES_ROOM = 256, BODY_SHARE = 2 };
  preparing p = {.arena = arena, .page = page, .article = article, .err = err};
  size_t bytes = 0;
  for (size_t i = 0; i < article->body_count; i++) bytes += article->body[i].end - article->body[i].begin;
  for (size_t i = 0; i < ISNAD_PREPARED_COLUMNS; i++)
    p.columns[i] = buf_new(arena, i == COLUMN_TITLE ? TITLE_ROOM : i == COLUMN_BODY ? BODY_SHARE * bytes + VALUES_ROOM : VALUES_ROOM);
  p.stems = buf_new(arena, bytes + VALUES_ROOM);
  if (!map_new(&p.words, arena, bytes / 20 + 32) || !map_new(&p.seen, arena, bytes / 20 + 32) || !map_new(&p.given, arena, 64))
    return isnad_arena_fail(err, arena, "search");
  if (article->headline.begin < article->headline.end) put_span(&p, COLUMN_TITLE, article->headline);
  for (size_t i = 0; i < article->body_count; i++) put_span(&p, COLUMN_BODY, article->body[i]);
  put_facts(&p);
  return finish(out, &p);
}
