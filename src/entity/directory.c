#include "entity/directory.h"

#include "base/hash.h"
#include "base/map.h"
#include "entity/entity.h"

#include <stdlib.h>
#include <string.h>

/* A word of a spelling; those of one spelling stand one behind another. */
typedef struct name_word {
  uint64_t hash;
  uint32_t next; /* place + 1 of the one before that is the same word; 0: none */
  uint32_t spelling;
} name_word;

typedef struct spelling {
  uint32_t entity, first, count; /* words[first, first + count) */
} spelling;

typedef struct directory {
  isnad_arena *arena;
  isnad_slice *ids; /* of entities, in their order */
  spelling *spellings;
  name_word *words;
  size_t id_count, id_room /* all there are */, spelling_count, spelling_room, word_count, word_room;
  map last; /* hash of a word: its last place + 1, and behind 32 bits how often it stands in all */
} directory;

/* --- reading them --- */

static void drop(void *kept) {
  directory *d = kept;
  isnad_arena_free(d->arena);
  free(d);
}

static isnad_status full(const directory *d, isnad_err *err) { return isnad_arena_fail(err, d->arena, "entity"); }

static isnad_status add_word(directory *d, uint64_t hash) {
  if (d->word_count == d->word_room) {
    name_word *more = isnad_arena_grow(d->arena, d->words, d->word_room, d->word_room * 2 + 64, sizeof *more);
    if (more == NULL) return ISNAD_NO_MEMORY;
    d->words = more;
    d->word_room = d->word_room * 2 + 64;
  }
  uint64_t *last = map_put(&d->last, hash);
  if (last == NULL) return ISNAD_NO_MEMORY;
  d->words[d->word_count++] = (name_word){hash, (uint32_t)*last, (uint32_t)d->spelling_count};
  *last = ((*last >> 32) + 1) << 32 | d->word_count;
  return ISNAD_OK;
}

static isnad_status add_spelling(directory *d, isnad_arena *scratch, uint32_t entity, isnad_slice words, isnad_err *err) {
  isnad_tokens tokens;
  isnad_arena_reset(scratch);
  if (isnad_arabic_tokens(&tokens, scratch, words, NULL) != ISNAD_OK || tokens.count == 0) return ISNAD_OK;
  if (d->spelling_count == d->spelling_room) {
    spelling *more = isnad_arena_grow(d->arena, d->spellings, d->spelling_room, d->spelling_room * 2 + 64, sizeof *more);
    if (more == NULL) return full(d, err);
    d->spellings = more;
    d->spelling_room = d->spelling_room * 2 + 64;
  }
  spelling made = {entity, (uint32_t)d->word_count, (uint32_t)tokens.count};
  for (size_t i = 0; i < tokens.count; i++)
    if (add_word(d, tokens.items[i].hash) != ISNAD_OK) return full(d, err);
  d->spellings[d->spelling_count++] = made;
  return ISNAD_OK;
}

/* About as many as there are, so that nothing has to move while they are read. */
static isnad_status make_room(directory *d, isnad_store *store, isnad_err *err) {
  static const char sql[] = "SELECT (SELECT count(*) FROM entity), count(*),"
                            " total(length(words) - length(replace(words, ' ', '')) + 1) FROM entity_spelling";
  sqlite3_stmt *s = store_statement(store, sql, err);
  isnad_status status = s == NULL ? ISNAD_STORE : store_step(store, s, err);
  if (status != ISNAD_OK) return status;
  d->id_room = (size_t)sqlite3_column_int64(s, 0);
  d->spelling_room = (size_t)sqlite3_column_int64(s, 1) + d->id_room / 8 + 1;
  d->word_room = (size_t)sqlite3_column_double(s, 2) * 9 / 8 + 64;
  sqlite3_reset(s);
  d->ids = isnad_arena_array(d->arena, d->id_room + 1, sizeof *d->ids);
  d->spellings = isnad_arena_array(d->arena, d->spelling_room, sizeof *d->spellings);
  d->words = isnad_arena_array(d->arena, d->word_room, sizeof *d->words);
  return d->ids != NULL && d->spellings != NULL && d->words != NULL && map_new(&d->last, d->arena, d->word_room / 4) ? ISNAD_OK : full(d, err);
}

/* What is needed while they are read: entities by their ids, and which of their names are to be added, being no spelling. */
typedef struct reading {
  directory *d;
  isnad_store *store;
  isnad_arena *scratch, *line;
  map entities;        /* hash of an id: its place + 1 */
  uint64_t *canonical; /* by place: hash of the name; 0: a spelling is it */
  isnad_err *err;
} reading;

static isnad_status read_entities(reading *r) {
  static const char sql[] = "SELECT id, canonical FROM entity";
  directory *d = r->d;
  sqlite3_stmt *s = store_statement(r->store, sql, r->err);
  isnad_status status = s == NULL ? ISNAD_STORE : ISNAD_OK;
  r->canonical = isnad_arena_array(r->scratch, d->id_room + 1, sizeof *r->canonical);
  if (status == ISNAD_OK && (r->canonical == NULL || !map_new(&r->entities, r->scratch, d->id_room)))
    status = isnad_arena_fail(r->err, r->scratch, "entity");
  while (status == ISNAD_OK && (status = store_step(r->store, s, r->err)) == ISNAD_OK) {
    uint64_t *place = d->id_count < d->id_room ? map_put(&r->entities, hash64(store_column(s, 0))) : NULL;
    if (place == NULL) break;
    r->canonical[d->id_count] = hash64(store_column(s, 1));
    d->ids[d->id_count++] = isnad_arena_copy(d->arena, store_column(s, 0));
    *place = d->id_count;
  }
  if (s != NULL) sqlite3_reset(s);
  if (status == ISNAD_OK) return isnad_arena_fail(r->err, r->scratch, "entity"); /* it ended early */
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* A stretch of spellings is mostly of one entity. */
static isnad_status read_spellings(reading *r) {
  static const char sql[] = "SELECT c.entity, s.words FROM entity_spelling s JOIN entity_cell c ON c.id = s.cell";
  sqlite3_stmt *s = store_statement(r->store, sql, r->err);
  isnad_status status = s == NULL ? ISNAD_STORE : ISNAD_OK;
  while (status == ISNAD_OK && (status = store_step(r->store, s, r->err)) == ISNAD_OK) {
    const uint64_t *place = map_get(&r->entities, hash64(store_column(s, 0)));
    isnad_slice words = store_column(s, 1);
    if (place == NULL) continue;
    if (r->canonical[*place - 1] == hash64(words)) r->canonical[*place - 1] = 0;
    status = add_spelling(r->d, r->line, (uint32_t)*place - 1, words, r->err);
  }
  if (s != NULL) sqlite3_reset(s);
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* The name by which an entity goes, where it is none of its spellings. */
static isnad_status read_names(reading *r) {
  sqlite3_stmt *s = store_statement(r->store, "SELECT id, canonical FROM entity", r->err);
  isnad_status status = s == NULL ? ISNAD_STORE : ISNAD_OK;
  for (uint32_t at = 0; status == ISNAD_OK && (status = store_step(r->store, s, r->err)) == ISNAD_OK; at++)
    if (at < r->d->id_count && r->canonical[at] != 0) status = add_spelling(r->d, r->line, at, store_column(s, 1), r->err);
  if (s != NULL) sqlite3_reset(s);
  return status == ISNAD_END ? ISNAD_OK : status;
}

static isnad_status read_all(directory *d, isnad_store *store, isnad_err *err) {
  reading r = {.d = d, .store = store, .err = err};
  isnad_status status = isnad_arena_new(&r.scratch, 0) == ISNAD_OK && isnad_arena_new(&r.line, 0) == ISNAD_OK ? ISNAD_OK : ISNAD_NO_MEMORY;
  if (status != ISNAD_OK) status = isnad_err_set(err, ISNAD_NO_MEMORY, "entity", (isnad_span){0, 0}, "out of memory");
  if (status == ISNAD_OK) status = make_room(d, store, err);
  if (status == ISNAD_OK) status = read_entities(&r);
  if (status == ISNAD_OK) status = read_spellings(&r);
  if (status == ISNAD_OK) status = read_names(&r);
  isnad_arena_free(r.scratch);
  isnad_arena_free(r.line);
  return status;
}

static isnad_status read_directory(directory **out, isnad_store *store, isnad_err *err) {
  directory *d = calloc(1, sizeof *d);
  isnad_status status = d != NULL && isnad_arena_new(&d->arena, 0) == ISNAD_OK
                            ? read_all(d, store, err)
                            : isnad_err_set(err, ISNAD_NO_MEMORY, "entity", (isnad_span){0, 0}, "out of memory");
  if (status != ISNAD_OK && d != NULL) drop(d);
  *out = status == ISNAD_OK ? d : NULL;
  return status;
}

static isnad_status open_directory(directory **out, isnad_store *store, isnad_err *err) {
  void *kept = NULL;
  isnad_status status = store_kept(&kept, store, err);
  *out = kept;
  if (status != ISNAD_OK || kept != NULL) return status;
  status = read_directory(out, store, err);
  return status == ISNAD_OK ? store_keep(store, *out, drop, err) : status;
}

/* --- asking --- */

static unsigned fits(const directory *d, const spelling *of, const isnad_tokens *words) {
  for (size_t i = 0; i < words->count; i++) {
    bool held = false;
    for (uint32_t at = 0; at < of->count && !held; at++) held = d->words[of->first + at].hash == words->items[i].hash;
    if (!held) return 0;
  }
  return of->count == words->count ? ENTITY_FITS_WHOLE : ENTITY_FITS_PART;
}

/* The last place of the word that fewest spellings hold; 0: no spelling holds one of them. */
static uint32_t rarest(size_t *times, const directory *d, const isnad_tokens *words) {
  uint64_t best = 0;
  for (size_t i = 0; i < words->count; i++) {
    const uint64_t *last = map_get(&d->last, words->items[i].hash);
    if (last == NULL) return 0;
    if (best == 0 || *last >> 32 < best >> 32) best = *last;
  }
  *times = (size_t)(best >> 32);
  return (uint32_t)best;
}

isnad_status directory_find(directory_fit **out, size_t *count, isnad_arena *arena, isnad_store *store, const isnad_tokens *words, isnad_err *err) {
  directory *d = NULL;
  map seen; /* entity: place in out + 1 */
  size_t times = 0;
  *out = NULL;
  *count = 0;
  isnad_status status = open_directory(&d, store, err);
  if (status != ISNAD_OK) return status;
  uint32_t place = rarest(&times, d, words);
  if (place == 0) return ISNAD_OK;
  *out = isnad_arena_array(arena, times, sizeof **out);
  if (*out == NULL || !map_new(&seen, arena, times)) return isnad_arena_fail(err, arena, "entity");
  for (; place > 0; place = d->words[place - 1].next) {
    const spelling *of = &d->spellings[d->words[place - 1].spelling];
    unsigned fit = fits(d, of, words);
    if (fit == 0) continue;
    uint64_t *at = map_put(&seen, of->entity);
    if (at == NULL) return isnad_arena_fail(err, arena, "entity");
    if (*at == 0) {
      (*out)[(*count)++] = (directory_fit){d->ids[of->entity], 0};
      *at = *count;
    }
    directory_fit *best = &(*out)[*at - 1];
    if (fit > best->fit) best->fit = fit;
  }
  return ISNAD_OK;
}
