/* The cells of one block: which of them are one person.
 *
 * Leaders (Hartigan 1975) in the order of the cells' weight: a cell joins the group whose spelling and company speak most for it, when they speak
 * enough, and founds one else. What comes out depends on the cells of the block alone. A wrong merge is worse than a missed one: letters alone join
 * nobody, and two that one article names side by side are two. */
#include "entity/weaving.h"

#include "base/hash.h"
#include "base/room.h"

#include <stdlib.h>
#include <string.h>

#include "tables.h"

enum { MOST_CELLS = 128 };

typedef struct cell {
  isnad_slice id, canonical, first_article, was;
  int64_t first, articles;
  entity_name name;
  uint64_t hash;
  uint32_t row;   /* of people + 1: a spelling of the table, of which the store may know nothing */
  uint32_t group; /* index of its leader */
  bool related;   /* the letters of another cell come near */
  company company;
} cell;

typedef struct block {
  weaving *w;
  cell *cells;
  size_t count, room;
} block;

static isnad_status grow(block *b) {
  if (b->count < b->room) return ISNAD_OK;
  size_t room = b->room == 0 ? 4 : b->room * 2;
  b->cells = arena_grow_room(b->w->scratch, b->cells, b->room, room, sizeof *b->cells);
  if (b->cells == NULL) return isnad_arena_fail(b->w->err, b->w->scratch, "entity");
  b->room = room;
  return ISNAD_OK;
}

/* Those of one person in the order of their letters. */
static void place_spelling(block *b) {
  cell last = b->cells[b->count - 1];
  size_t at = b->count - 1;
  for (; at > 0 && b->cells[at - 1].row == last.row && isnad_slice_compare(b->cells[at - 1].name.letters, last.name.letters) > 0; at--)
    b->cells[at] = b->cells[at - 1];
  b->cells[at] = last;
}

/* Every spelling of the table that shares the block, under the id of its person. */
static isnad_status load_people(block *b, uint64_t key) {
  size_t count = 0;
  const known_person *people = weaving_people(b->w, key, &count);
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; i < count && (status = grow(b)) == ISNAD_OK; i++) {
    cell *c = &b->cells[b->count++];
    *c = (cell){.id = isnad_slice_of(isnad_people_rows[people[i].row].id), .row = people[i].row + 1};
    c->hash = hash64(c->id);
    if ((status = entity_name_read(&c->name, b->w->scratch, people[i].text, b->w->err)) != ISNAD_OK) break;
    place_spelling(b);
  }
  return status;
}

static isnad_status load_cells(block *b, uint64_t key) {
  /* No LIMIT: SQLite sorts what is limited in a table of its own, which costs more than all other steps of a block. */
  static const char sql[] = "SELECT id, canonical, first_article, entity, first, articles FROM entity_cell WHERE block = ?1 AND block <> 0"
                            " ORDER BY articles DESC, first, id";
  sqlite3_stmt *s = store_statement(b->w->store, sql, b->w->err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, (int64_t)key);
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; i < MOST_CELLS && (status = store_step(b->w->store, s, b->w->err)) == ISNAD_OK && (status = grow(b)) == ISNAD_OK; i++) {
    cell *c = &b->cells[b->count++];
    *c = (cell){.id = store_column_copy(b->w->scratch, s, 0), .canonical = store_column_copy(b->w->scratch, s, 1)};
    c->first_article = store_column_copy(b->w->scratch, s, 2);
    c->was = store_column_copy(b->w->scratch, s, 3);
    c->first = sqlite3_column_int64(s, 4);
    c->articles = sqlite3_column_int64(s, 5);
    c->hash = hash64(c->id);
    status = entity_name_read(&c->name, b->w->scratch, c->canonical, b->w->err);
    if (status != ISNAD_OK) break;
  }
  sqlite3_reset(s);
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* --- what speaks for one person --- */

static bool may_be_one(const weaving *w, const cell *a, const cell *b) {
  if (a->row != 0 && b->row != 0) return a->row == b->row;
  return entity_name_compare(&a->name, &b->name).edits != NO_SPELLING && !weaving_parted(w, a->id, a->name.letters, b->id, b->name.letters);
}

static isnad_status relate(block *b) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; i < b->count; i++)
    for (size_t j = i + 1; j < b->count; j++)
      if ((b->cells[i].row == 0 || b->cells[j].row == 0) && may_be_one(b->w, &b->cells[i], &b->cells[j]))
        b->cells[i].related = b->cells[j].related = true;
  for (size_t i = 0; i < b->count; i++)
    for (size_t j = 0; j < b->count && b->cells[j].row != 0; j++) /* spellings of one row are one */
      if (b->cells[i].related && b->cells[i].row == b->cells[j].row) b->cells[j].related = true;
  for (size_t i = 0; status == ISNAD_OK && i < b->count; i++)
    if (b->cells[i].related) status = company_read(&b->cells[i].company, b->w, b->cells[i].id, b->cells[i].row);
  return status;
}

/* How much the company must say: more for each edit and each word that one lacks, more when the words are borne by many. */
static double needed(entity_spelling s, const entity_name *name) {
  enum { MANY_BEAR_IT = 30, RARE = 40 };
  double least = 0.8 + 0.4 * s.edits + 0.4 * s.inserted;
  return name->bits < MANY_BEAR_IT ? 1.5 * least : name->bits >= RARE && s.inserted == 0 ? 0.5 * least : least;
}

/* Which groups the leader leads: all their members must be spellings of one name with the cell, or none may forbid it. */
static bool is_parted(const block *b, size_t leader, size_t at) {
  for (size_t i = 0; i < at; i++) {
    const cell *other = &b->cells[i];
    if (other->group != leader || !other->related) continue;
    if (weaving_parted(b->w, other->id, other->name.letters, b->cells[at].id, b->cells[at].name.letters)) return true;
    if (company_shared(&other->company, other->hash, &b->cells[at].company, b->cells[at].hash) < 0) return true;
  }
  return false;
}

/* The spelling of the group that comes nearest. */
static entity_spelling nearest(const block *b, size_t leader, size_t at, const entity_name **name) {
  entity_spelling best = {NO_SPELLING, 0};
  for (size_t i = 0; i < at; i++) {
    if (b->cells[i].group != leader) continue;
    entity_spelling s = entity_name_compare(&b->cells[i].name, &b->cells[at].name);
    bool nearer = s.edits != NO_SPELLING && (best.edits == NO_SPELLING || s.edits + (int)s.inserted < best.edits + (int)best.inserted);
    if (nearer) *name = &b->cells[i].name;
    if (nearer) best = s;
  }
  return best;
}

static size_t leader_for(const block *b, size_t at) {
  size_t best = at;
  double most = 0;
  for (size_t leader = 0; leader < at; leader++) {
    const cell *l = &b->cells[leader];
    if (l->group != leader || !l->related) continue;
    const entity_name *name = NULL;
    entity_spelling s = nearest(b, leader, at, &name);
    if (s.edits == NO_SPELLING) continue;
    double shared = company_shared(&l->company, l->hash, &b->cells[at].company, b->cells[at].hash);
    const entity_name *lighter = name->bits < b->cells[at].name.bits ? name : &b->cells[at].name;
    if (shared - needed(s, lighter) < 0 || shared <= most || is_parted(b, leader, at)) continue;
    most = shared;
    best = leader;
  }
  return best;
}

static isnad_status lead(block *b) {
  for (size_t at = 0; at < b->count; at++) {
    cell *c = &b->cells[at];
    c->group = (uint32_t)at;
    if (c->row != 0) {
      for (size_t i = 0; i < at && c->group == at; i++)
        if (b->cells[i].row == c->row) c->group = b->cells[i].group;
      continue;
    }
    if (!c->related) continue;
    c->group = (uint32_t)leader_for(b, at);
    if (c->group != at && company_join(&b->cells[c->group].company, &c->company) != ISNAD_OK)
      return isnad_arena_fail(b->w->err, b->w->scratch, "entity");
  }
  return ISNAD_OK;
}

/* --- the outcome --- */

static bool is_older(const cell *a, const cell *b) {
  if (a->first != b->first) return a->first < b->first;
  int order = isnad_slice_compare(a->first_article, b->first_article);
  return order != 0 ? order < 0 : isnad_slice_compare(a->id, b->id) < 0;
}

/* The row of the table, else the spelling that was seen first. */
static isnad_slice entity_of(const block *b, size_t leader) {
  const cell *oldest = NULL;
  if (b->cells[leader].row != 0) return b->cells[leader].id;
  for (size_t i = 0; i < b->count; i++)
    if (b->cells[i].group == leader && (oldest == NULL || is_older(&b->cells[i], oldest))) oldest = &b->cells[i];
  return oldest->id;
}

static isnad_status write_entity(weaving *w, isnad_slice cell_id, isnad_slice entity) {
  sqlite3_stmt *s = store_statement(w->store, "UPDATE entity_cell SET entity = ?2 WHERE id = ?1", w->err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, cell_id);
  store_bind_words(s, 2, entity);
  return store_run(w->store, s, w->err);
}

static isnad_status write_all(block *b) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < b->count; i++) {
    const cell *c = &b->cells[i];
    if (c->row != 0) continue;
    isnad_slice entity = entity_of(b, c->group);
    if (!isnad_slice_equal(entity, c->was)) status = write_entity(b->w, c->id, entity);
    if (status == ISNAD_OK) status = weaving_touch_entity(b->w, entity);
    if (status == ISNAD_OK && !isnad_slice_equal(entity, c->was)) status = weaving_touch_entity(b->w, c->was);
  }
  return status;
}

isnad_status weaving_group(weaving *w, uint64_t key) {
  isnad_arena_reset(w->scratch);
  block b = {.w = w};
  isnad_status status = load_people(&b, key);
  size_t people = b.count;
  if (status == ISNAD_OK) status = load_cells(&b, key);
  if (status != ISNAD_OK || b.count == people) return status;
  status = relate(&b);
  if (status == ISNAD_OK) status = lead(&b);
  return status == ISNAD_OK ? write_all(&b) : status;
}
