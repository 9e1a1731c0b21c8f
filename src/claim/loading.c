#include "claim/loading.h"

#include "base/hash.h"
#include "tables.h"

#include <string.h>

isnad_claim_mention loading_mention(const claim_story *s, size_t report, isnad_span span, isnad_span clause) {
  const claim_report *r = &s->reports[report];
  const store_article *a = &r->article;
  isnad_slice outlet = a->outlet_name.length > 0 ? a->outlet_name : a->outlet;
  return (isnad_claim_mention){.article = a->id,
                               .name = a->name,
                               .label = a->label,
                               .outlet = outlet,
                               .published = a->published,
                               .span = span,
                               .clause = clause,
                               .words = isnad_slice_at(r->text, span),
                               .around = isnad_slice_at(r->text, clause),
                               .bare = r->bare};
}

isnad_span loading_span(sqlite3_stmt *row, int at) {
  return (isnad_span){(uint32_t)sqlite3_column_int64(row, at), (uint32_t)sqlite3_column_int64(row, at + 1)};
}

/* Whether the words stand in the article's headline. */
bool loading_in_headline(const claim_story *s, size_t report, isnad_span span) {
  const claim_report *r = &s->reports[report];
  return r->bare || (r->headline.begin <= span.begin && span.end <= r->headline.end && span.begin < span.end);
}

/* Runs a query of one report's rows and hands each over; `take` returns false when memory is short. */
static isnad_status each_row(const claim_story *s, const char *sql, size_t report, bool (*take)(void *, sqlite3_stmt *, size_t), void *context,
                             isnad_err *err) {
  sqlite3_stmt *row = store_statement(s->store, sql, err);
  isnad_status status;
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, s->reports[report].article.id);
  while ((status = store_step(s->store, row, err)) == ISNAD_OK)
    if (!take(context, row, report)) {
      sqlite3_reset(row);
      return isnad_arena_fail(err, s->arena, "claim");
    }
  return status == ISNAD_END ? ISNAD_OK : status;
}

void *loading_next(claim_loading *l) {
  if (l->count == l->room) {
    void *more = isnad_arena_grow(l->story->arena, l->items, l->room, l->room * 2 + 64, l->size);
    if (more == NULL) return NULL;
    l->items = more;
    l->room = l->room * 2 + 64;
  }
  return (char *)l->items + l->size * l->count++;
}

isnad_status loading_all(claim_loading *l, const char *sql, bool (*take)(void *, sqlite3_stmt *, size_t), isnad_err *err) {
  isnad_status status = ISNAD_OK;
  if (!map_new(&l->names, l->story->arena, 64) || !map_new(&l->places, l->story->arena, 64)) return isnad_arena_fail(err, l->story->arena, "claim");
  for (size_t i = 0; status == ISNAD_OK && i < l->story->count && l->count < MOST_ROWS; i++) status = each_row(l->story, sql, i, take, l, err);
  return status;
}

/* "The agency for energy", "the national agency for disasters": a word joined by lam says what it deals with. Agencies for news are outlets of the
 * table. */
static bool is_for_something(const isnad_tokens *tokens) {
  static const char lam[] = "\xD9\x84";
  for (size_t at = 1; at < tokens->count; at++) {
    isnad_slice form = isnad_token_form(tokens, at);
    if (isnad_slice_starts(form, isnad_slice_of(lam)) && isnad_arabic_proclitics(form) > 0) return true;
  }
  return false;
}

/* The name of an outlet, or a noun for a medium with its name behind: "the site", "the agency". */
static bool names_medium(const isnad_tokens *tokens) {
  isnad_phrase hits[8];
  size_t count = tokens->count > 0 ? isnad_phrases_at(hits, 8, tokens, 0, 1u << ISNAD_TABLE_OUTLETS | 1u << ISNAD_TABLE_HEADS, 0) : 0;
  for (size_t i = 0; i < count; i++) {
    if (hits[i].table == ISNAD_TABLE_OUTLETS && hits[i].count == tokens->count) return true;
    if (hits[i].table != ISNAD_TABLE_HEADS) continue;
    isnad_heads_kind kind = isnad_heads_rows[hits[i].row].kind;
    if (kind == ISNAD_HEADS_KIND_OUTLET || (kind == ISNAD_HEADS_KIND_AGENCY && !is_for_something(tokens))) return true;
  }
  return false;
}

/* "The council of the defence": behind the first word lam and the article are written as one, which would hide the noun. */
static isnad_slice with_article(isnad_arena *arena, isnad_slice name) {
  static const char lams[] = " \xD9\x84\xD9\x84", article[] = " \xD8\xA7\xD9\x84";
  char *copy = isnad_arena_array(arena, name.length + 1, 1);
  if (copy == NULL) return name;
  memcpy(copy, name.bytes, name.length);
  for (size_t i = 0; i + sizeof lams - 1 <= name.length; i++)
    if (memcmp(copy + i, lams, sizeof lams - 1) == 0) memcpy(copy + i, article, sizeof article - 1);
  return (isnad_slice){copy, name.length};
}

/* The content words of a name, and whether it is a medium's; each name is read once. */
bool loading_name(claim_content *out, bool *medium, claim_loading *l, isnad_slice name) {
  isnad_arena *arena = l->story->arena;
  isnad_tokens tokens;
  claim_terms terms = {.count = 0};
  *out = (claim_content){NULL, 0, 0};
  if (name.length == 0) return true;
  uint64_t *known = map_put(&l->names, hash64(name));
  if (known == NULL) return false;
  if (*known != 0) {
    *out = l->contents[*known - 1];
    *medium = l->media[*known - 1];
    return true;
  }
  if (isnad_arabic_tokens(&tokens, arena, with_article(arena, name), NULL) != ISNAD_OK) return false;
  claim_listing listing = claim_listing_of(&tokens);
  terms_add(&terms, &listing, 0, tokens.count, TERMS_NUMBERS);
  terms_finish(&terms);
  claim_content *more = isnad_arena_grow(arena, l->contents, l->names.count - 1, l->names.count, sizeof *more);
  bool *media = isnad_arena_grow(arena, l->media, l->names.count - 1, l->names.count, sizeof *media);
  if (more == NULL || media == NULL || !claim_content_unpack(out, arena, claim_terms_pack(arena, &terms))) return false;
  l->contents = more;
  l->media = media;
  media[l->names.count - 1] = *medium = names_medium(&tokens);
  l->contents[l->names.count - 1] = *out;
  *known = l->names.count;
  return true;
}
