#include "entity/entity.h"

#include "isnad/arabic.h"
#include "store/sql.h"

#include "tables.h"

#include <stdlib.h>

/* A bearer without a row has an id of one article only ("@3"): articles are joined by its canonical name. */
static const char find_sql[] =
    "SELECT CASE WHEN entity LIKE '@%' THEN '' ELSE entity END AS e, canonical, min(type), count(*), count(DISTINCT article)"
    " FROM name WHERE canonical <> '' GROUP BY e, canonical ORDER BY e, canonical";
static const char articles_sql[] = "SELECT DISTINCT a.id FROM name n JOIN article a ON a.id = n.article"
                                   " LEFT JOIN story_member m ON m.article = a.id"
                                   " WHERE n.canonical = ?2 AND (n.entity = ?1 OR (?1 = '' AND n.entity LIKE '@%'))"
                                   " ORDER BY coalesce(m.published_from, a.published_from), a.label, a.name";

typedef struct wanted {
  isnad_tokens words;
  isnad_arena *scratch;
} wanted;

static bool holds(const isnad_tokens *name, uint64_t word) {
  for (size_t i = 0; i < name->count; i++)
    if (name->items[i].hash == word) return true;
  return false;
}

/* 0: does not fit; 1: holds all the words; 2: and no other. */
static unsigned fits(const wanted *w, isnad_slice canonical) {
  isnad_tokens name;
  isnad_arena_reset(w->scratch);
  if (isnad_arabic_tokens(&name, w->scratch, canonical, NULL) != ISNAD_OK || w->words.count == 0) return 0;
  for (size_t i = 0; i < w->words.count; i++)
    if (!holds(&name, w->words.items[i].hash)) return 0;
  return name.count == w->words.count ? 2 : 1;
}

typedef struct ranked {
  entity_card card;
  unsigned fit;
} ranked;

static int by_rank(const void *a, const void *b) {
  const ranked *x = a, *y = b;
  if (x->fit != y->fit) return x->fit > y->fit ? -1 : 1;
  if (x->card.articles != y->card.articles) return x->card.articles > y->card.articles ? -1 : 1;
  if (x->card.mentions != y->card.mentions) return x->card.mentions > y->card.mentions ? -1 : 1;
  int order = isnad_slice_compare(x->card.canonical, y->card.canonical);
  return order != 0 ? order : isnad_slice_compare(x->card.id, y->card.id);
}

static isnad_status collect(ranked **out, size_t *count, isnad_arena *arena, isnad_store *store, const wanted *w, isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, find_sql, err);
  isnad_status status = s == NULL ? ISNAD_STORE : ISNAD_OK;
  ranked *items = NULL;
  size_t found = 0, room = 0;
  while (status == ISNAD_OK && (status = store_step(store, s, err)) == ISNAD_OK) {
    unsigned fit = fits(w, store_column(s, 1));
    if (fit == 0) continue;
    if (found == room) {
      size_t grown = room == 0 ? 16 : room * 2;
      items = isnad_arena_grow(arena, items, room, grown, sizeof *items);
      if (items == NULL) return isnad_arena_fail(err, arena, "entity");
      room = grown;
    }
    entity_card card = {store_column_copy(arena, s, 0), store_column_copy(arena, s, 1), store_column_copy(arena, s, 2), 0, 0};
    card.mentions = (uint64_t)sqlite3_column_int64(s, 3);
    card.articles = (uint64_t)sqlite3_column_int64(s, 4);
    items[found++] = (ranked){card, fit};
  }
  *out = items;
  *count = found;
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status entity_find(entity_card **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_slice name, isnad_err *err) {
  wanted w = {.scratch = NULL};
  ranked *items = NULL;
  isnad_status status = isnad_arabic_tokens(&w.words, arena, name, err);
  if (status == ISNAD_OK && isnad_arena_new(&w.scratch, 0) != ISNAD_OK)
    status = isnad_err_set(err, ISNAD_NO_MEMORY, "entity", (isnad_span){0, 0}, "out of memory");
  if (status == ISNAD_OK) status = collect(&items, count, arena, store, &w, err);
  isnad_arena_free(w.scratch);
  if (status != ISNAD_OK) return status;
  if (*count > 1) qsort(items, *count, sizeof *items, by_rank);
  *out = isnad_arena_array(arena, *count + 1, sizeof **out);
  if (*out == NULL) return isnad_arena_fail(err, arena, "entity");
  for (size_t i = 0; i < *count; i++) (*out)[i] = items[i].card;
  return ISNAD_OK;
}

isnad_status entity_articles(int64_t **out, size_t *count, isnad_arena *arena, isnad_store *store, const entity_card *card, isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, articles_sql, err);
  *count = 0;
  *out = isnad_arena_array(arena, (size_t)card->articles + 1, sizeof **out);
  if (s == NULL || *out == NULL) return s == NULL ? ISNAD_STORE : isnad_arena_fail(err, arena, "entity");
  store_bind_words(s, 1, card->id);
  store_bind_words(s, 2, card->canonical);
  isnad_status status;
  while ((status = store_step(store, s, err)) == ISNAD_OK)
    if (*count < card->articles) (*out)[(*count)++] = sqlite3_column_int64(s, 0);
  return status == ISNAD_END ? ISNAD_OK : status;
}

bool entity_next_office(entity_office *out, uint32_t *row, isnad_slice id) {
  for (; id.length > 0 && *row < isnad_office_holders_count; (*row)++) {
    const isnad_office_holders_row *r = &isnad_office_holders_rows[*row];
    if (!isnad_slice_equal(isnad_slice_of(r->person), id)) continue;
    *out = (entity_office){r->office, r->from, r->to, (*row)++};
    return true;
  }
  return false;
}
