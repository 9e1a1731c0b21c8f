/* The bearers of one new article, each under its cell. Which cell that is depends on the article alone, and a cell holds sums only: so what is in the
 * tables does not depend on the order in which articles come. */
#include "entity/ledger.h"

#include "base/hash.h"
#include "store/mentions.h"

#include <math.h>
#include <string.h>

enum { MOST_BEARERS = 4096, MOST_WORDS = 200 };

typedef struct told_role {
  struct told_role *next;
  isnad_span span;
  isnad_slice words, phrase, country;
  const char *office;
} told_role;

typedef struct bearer {
  isnad_slice local, type, canonical;
  uint64_t mentions;
  told_role *roles;
} bearer;

/* A mention by name. */
typedef struct naming {
  size_t bearer;
  isnad_slice words;
} naming;

typedef struct reading {
  weaving *w;
  int64_t article;
  isnad_slice name, names; /* names: packed mentions */
  int64_t when;
  uint64_t rank;
  bearer *bearers;
  size_t count, room;
  map places; /* hash of local: index + 1 */
  naming *namings;
  size_t naming_count, naming_room;
} reading;

static bearer *bearer_of(reading *r, isnad_slice local, isnad_slice type, isnad_slice canonical) {
  uint64_t *place = map_put(&r->places, hash64(local));
  if (place == NULL) return NULL;
  if (*place > 0) return &r->bearers[*place - 1];
  if (r->count == r->room) {
    size_t room = r->room == 0 ? 32 : r->room * 2;
    r->bearers = isnad_arena_grow(r->w->scratch, r->bearers, r->room, room, sizeof *r->bearers);
    if (r->bearers == NULL) return NULL;
    r->room = room;
  }
  bearer *b = &r->bearers[r->count++];
  *b = (bearer){.local = local};
  b->type = type;
  b->canonical = canonical;
  *place = r->count;
  return b;
}

static isnad_status add_role(reading *r, bearer *b, isnad_span span, isnad_slice words) {
  told_role *role = isnad_arena_alloc(r->w->scratch, sizeof *role);
  if (role == NULL) return isnad_arena_fail(r->w->err, r->w->scratch, "entity");
  role->span = span;
  role->words = words;
  role->office = office_of_words(&role->phrase, &role->country, r->w->scratch, role->words, r->w->err);
  role->next = b->roles;
  b->roles = role;
  return ISNAD_OK;
}

static isnad_status add_naming(reading *r, const bearer *b, isnad_slice words) {
  if (r->naming_count == r->naming_room) {
    size_t room = r->naming_room * 2 + 64;
    naming *grown = isnad_arena_grow(r->w->scratch, r->namings, r->naming_room, room, sizeof *grown);
    if (grown == NULL) return isnad_arena_fail(r->w->err, r->w->scratch, "entity");
    r->namings = grown;
    r->naming_room = room;
  }
  r->namings[r->naming_count++] = (naming){(size_t)(b - r->bearers), words};
  return ISNAD_OK;
}

static isnad_status read_mention(reading *r, const store_mention *m) {
  bearer *b = bearer_of(r, m->entity, isnad_slice_of(isnad_name_type_name(m->type)), m->canonical);
  if (b == NULL) return isnad_arena_fail(r->w->err, r->w->scratch, "entity");
  b->mentions++;
  if (m->form != ISNAD_FORM_NAME) return ISNAD_OK;
  isnad_status status = add_naming(r, b, m->words);
  return status == ISNAD_OK && m->role.begin < m->role.end ? add_role(r, b, m->role, m->role_words) : status;
}

static isnad_status read_mentions(reading *r) {
  mentions from;
  store_mention m;
  isnad_status status = mentions_open(&from, r->w->scratch, r->names, r->w->err);
  while (status == ISNAD_OK && r->count < MOST_BEARERS && (status = mentions_next(&m, &from, r->w->err)) == ISNAD_OK)
    if (m.entity.length > 0) status = read_mention(r, &m);
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* --- which cell --- */

static bool is_row(isnad_slice local) { return local.length > 0 && local.bytes[0] != '@'; }

/* What ties a name that many may bear to one of them: the office that the tables know, else a long title. The least of several. */
static isnad_slice anchor_of(const bearer *b) {
  isnad_slice office = {NULL, 0}, phrase = {NULL, 0};
  for (const told_role *role = b->roles; role != NULL; role = role->next) {
    enum { LONG_TITLE = 24 };
    isnad_slice id = role->office != NULL ? isnad_slice_of(role->office) : (isnad_slice){NULL, 0};
    if (id.length > 0 && (office.length == 0 || isnad_slice_compare(id, office) < 0)) office = id;
    bool several = memchr(role->phrase.bytes, ' ', role->phrase.length) != NULL;
    if (several && role->phrase.length >= LONG_TITLE && (phrase.length == 0 || isnad_slice_compare(role->phrase, phrase) < 0)) phrase = role->phrase;
  }
  return office.length > 0 ? office : phrase;
}

static isnad_slice cell_id(isnad_arena *arena, isnad_slice type, isnad_slice letters, isnad_slice anchor) {
  uint64_t key = hash64_seeded(letters, hash64_seeded(anchor, hash64(type)));
  return isnad_arena_printf(arena, "e%016llx", (unsigned long long)key);
}

typedef struct cell {
  isnad_slice id, entity, canonical;
  uint64_t block;
  double rarest;
} cell;

/* A name that many bear is kept apart by office, else by article: as an entity of that article only, until its company speaks for more. One word
 * alone is a surname or a given name: it means somebody only inside its article, or beside an office of one holder. */
static isnad_status spelled_cell(cell *out, reading *r, const bearer *b) {
  weaving *w = r->w;
  entity_name name;
  bool person = isnad_slice_is(b->type, "person");
  isnad_status status = entity_name_read(&name, w->scratch, b->canonical, w->err);
  if (status != ISNAD_OK || name.count == 0 || name.dated) return status;
  isnad_slice forced = person ? weaving_forced(w, name.letters) : (isnad_slice){NULL, 0}, anchor = anchor_of(b);
  bool by_row = forced.length > 0 && weaving_person_row(w, forced) > 0;
  if (by_row || entity_name_is_distinctive(&name, person))
    anchor = (isnad_slice){NULL, 0};
  else if (!person || (name.count == 1 && anchor.length == 0))
    return ISNAD_OK;
  else if (anchor.length == 0)
    anchor = r->name;
  if (forced.length > 0 && !by_row) name.letters = forced;
  out->id = cell_id(w->scratch, b->type, name.letters, anchor);
  out->entity = by_row ? forced : out->id;
  out->block = person && !by_row ? name.block : 0;
  out->rarest = name.rarest;
  out->canonical = b->canonical;
  return ISNAD_OK;
}

/* A body that every state has is nobody without its state. */
static isnad_status cell_of(cell *out, reading *r, const bearer *b) {
  *out = (cell){.rarest = 0};
  if (!is_row(b->local)) return spelled_cell(out, r, b);
  if (isnad_slice_starts(b->local, isnad_slice_of("org.any."))) return ISNAD_OK;
  *out = (cell){b->local, b->local, b->canonical, 0, entity_rarest_word(r->w->scratch, b->canonical)};
  return ISNAD_OK;
}

/* Known persons whom everybody names say little of an article; places and outlets less. */
static int64_t weight_of(isnad_slice type, double rarest) {
  enum { COMMON_BITS = 8, RARE_BITS = 18, WHOLE = 1000 };
  double share = (rarest - COMMON_BITS) / (RARE_BITS - COMMON_BITS);
  share = share < 0 ? 0 : share > 1 ? 1 : share;
  double most = isnad_slice_is(type, "person") ? 1 : isnad_slice_is(type, "outlet") ? 0 : isnad_slice_is(type, "place") ? 0.4 : 0.7;
  return llround(WHOLE * share * most);
}

/* --- the rows --- */

static isnad_status put_cell(reading *r, const bearer *b, const cell *c) {
  cell_sum sum = {c->id, c->entity, b->type, c->canonical, r->name, c->block, weight_of(b->type, c->rarest), 1, (int64_t)b->mentions, r->when};
  bearer_row row = {c->id, b->local, (int64_t)r->rank, r->article, (int64_t)b->mentions};
  isnad_status status = ledger_add_cell(r->w, &sum);
  return status == ISNAD_OK ? ledger_add_bearer(r->w, &row) : status;
}

/* Touches the blocks in which another spelling of a person of the table may stand. */
static isnad_status touch_person(weaving *w, uint32_t row) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < w->people_count; i++)
    if (w->people[i].row + 1 == row && map_put(&w->touched, w->people[i].block) == NULL) status = isnad_arena_fail(w->err, w->arena, "entity");
  return status;
}

static isnad_status touch(weaving *w, const bearer *b, const cell *c) {
  if (c->block != 0) return map_put(&w->touched, c->block) != NULL ? ISNAD_OK : isnad_arena_fail(w->err, w->arena, "entity");
  const uint64_t *known = map_get(&w->simple, hash64(c->entity));
  isnad_status status = weaving_touch_entity(w, c->entity);
  uint32_t row = known == NULL && isnad_slice_is(b->type, "person") ? weaving_person_row(w, c->entity) : 0;
  return status == ISNAD_OK && row > 0 ? touch_person(w, row) : status;
}

static isnad_status put_one(reading *r, const bearer *b, cell *keys) {
  cell c;
  isnad_status status = cell_of(&c, r, b);
  *keys = c;
  if (status != ISNAD_OK || c.id.length == 0) return status;
  status = put_cell(r, b, &c);
  for (const told_role *role = b->roles; status == ISNAD_OK && role != NULL; role = role->next) {
    office_sum told = {c.id, role->phrase, role->words, r->name, role->office, 1, r->when, r->when == ENTITY_UNDATED ? 0 : r->when, role->span};
    if (role->phrase.length > 0) status = ledger_add_office(r->w, &told);
  }
  return status == ISNAD_OK ? touch(r->w, b, &c) : status;
}

/* The words of every mention that is a name, under the cell of its bearer. */
static isnad_status put_spellings(reading *r, const cell *keys) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < r->naming_count; i++) {
    const naming *n = &r->namings[i];
    isnad_slice key = keys[n->bearer].id;
    if (key.length > 0 && n->words.length <= MOST_WORDS) status = ledger_add_spelling(r->w, key, n->words);
  }
  return status;
}

static isnad_status open_article(reading *r) {
  static const char sql[] = "SELECT a.name, a.published_from, p.names FROM article a JOIN packed p ON p.article = a.id WHERE a.id = ?1";
  sqlite3_stmt *s = store_statement(r->w->store, sql, r->w->err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, r->article);
  isnad_status status = store_step(r->w->store, s, r->w->err);
  if (status != ISNAD_OK) return status;
  r->name = store_column_copy(r->w->scratch, s, 0);
  r->when = sqlite3_column_type(s, 1) == SQLITE_INTEGER ? sqlite3_column_int64(s, 1) : ENTITY_UNDATED;
  r->names = store_column_copy(r->w->scratch, s, 2);
  r->rank = hash64(r->name) >> 1;
  sqlite3_reset(s);
  return isnad_arena_status(r->w->scratch) == ISNAD_OK ? ISNAD_OK : isnad_arena_fail(r->w->err, r->w->scratch, "entity");
}

static isnad_status put_cells(reading *r, const cell *keys) {
  isnad_slice *cells = isnad_arena_array(r->w->scratch, r->count + 1, sizeof *cells);
  size_t count = 0;
  if (cells == NULL) return isnad_arena_fail(r->w->err, r->w->scratch, "entity");
  for (size_t i = 0; i < r->count; i++)
    if (keys[i].id.length > 0) cells[count++] = keys[i].id;
  return cells_put(r->w, r->article, cells, count);
}

isnad_status weaving_take_article(weaving *w, int64_t article) {
  isnad_arena_reset(w->scratch);
  reading r = {.w = w, .article = article};
  isnad_status status = map_new(&r.places, w->scratch, 32) ? open_article(&r) : isnad_arena_fail(w->err, w->scratch, "entity");
  if (status == ISNAD_OK) status = read_mentions(&r);
  cell *keys = isnad_arena_array(w->scratch, r.count + 1, sizeof *keys);
  if (status == ISNAD_OK && keys == NULL) status = isnad_arena_fail(w->err, w->scratch, "entity");
  for (size_t i = 0; status == ISNAD_OK && i < r.count; i++) status = put_one(&r, &r.bearers[i], &keys[i]);
  if (status == ISNAD_OK) status = put_cells(&r, keys);
  if (status == ISNAD_OK) status = put_spellings(&r, keys);
  if (status == ISNAD_OK) status = ledger_write(w, false);
  return status == ISNAD_END ? ISNAD_OK : status;
}
