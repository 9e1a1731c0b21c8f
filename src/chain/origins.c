/* How many independent origins stand behind a story: a range, since a text seldom tells all (docs/ORIGINS.md). */
#include "chain/chain.h"
#include "chain/owners.h"
#include "store/sql.h"

/* One story at a time. Nodes are its reports, then owners as they are met; `text` joins reports that are one text, `one` all that may be one origin.
 */
typedef struct origins {
  isnad_arena *arena;
  const chain_input *in;
  chain_owners owners;
  size_t *first, *last; /* candidates of each article, by article */
  const chain_candidate *candidates;
  uint32_t *place; /* of each article in its story */
  const uint32_t *members;
  size_t count; /* of members */
  size_t *text, *one;
  size_t nodes;
  map owner_nodes;  /* owner -> node + 1 */
  map counted;      /* owners and texts that may be an origin of their own */
  bool unnamed;     /* somebody cites "agencies" */
  bool only_listed; /* the story is known from headlines alone */
} origins;

static size_t root_of(size_t *up, size_t at) {
  while (up[at] != at) at = up[at] = up[up[at]];
  return at;
}

static void unite(size_t *up, size_t a, size_t b) {
  a = root_of(up, a);
  b = root_of(up, b);
  if (a < b)
    up[b] = a;
  else
    up[a] = b;
}

static const chain_article *member(const origins *o, size_t i) { return &o->in->articles[o->members[i]]; }

static bool counts(const origins *o, size_t i) { return o->only_listed || !member(o, i)->listed; }

/* The place of a candidate's parent in the story; the count of members when it is in another, or not held. */
static size_t parent_place(const origins *o, const chain_candidate *c) {
  if (c->parent == CHAIN_NO_ARTICLE) return o->count;
  size_t place = o->place[c->parent];
  return place < o->count && o->members[place] == c->parent ? place : o->count;
}

static size_t owner_node(origins *o, uint64_t owner) {
  uint64_t *node = map_put(&o->owner_nodes, owner);
  if (node == NULL) return SIZE_MAX;
  if (*node == 0) {
    *node = o->nodes + 1;
    o->one[o->nodes] = o->nodes;
    o->nodes++;
  }
  return (size_t)*node - 1;
}

static uint64_t outlet_owner(const origins *o, size_t i) { return chain_owner_of(&o->owners, member(o, i)->outlet, member(o, i)->outlet_name); }

static bool join_owner(origins *o, size_t i, uint64_t owner) {
  if (owner == 0) return true;
  size_t node = owner_node(o, owner);
  if (node == SIZE_MAX) return false;
  unite(o->one, i, node);
  return true;
}

/* Reports that are one text, and what each declares, may be one origin. */
static bool join_candidate(origins *o, size_t i, const chain_candidate *c) {
  size_t parent = parent_place(o, c);
  if (c->strength <= 0) return true;
  if (parent < o->count) {
    if (c->passage != NULL && counts(o, parent)) unite(o->text, i, parent);
    unite(o->one, i, parent);
  }
  if (c->citation == NULL || parent < o->count) return true;
  if (c->citation->source.length == 0 && chain_is_generic(o->arena, c->citation->name)) {
    o->unnamed = true;
    return true;
  }
  return join_owner(o, i, chain_owner_of(&o->owners, c->citation->source, c->citation->name));
}

static bool join_report(origins *o, size_t i) {
  uint32_t article = o->members[i];
  if (!join_owner(o, i, outlet_owner(o, i))) return false;
  for (size_t c = o->first[article]; c < o->last[article]; c++)
    if (!join_candidate(o, i, &o->candidates[c])) return false;
  return true;
}

/* A report that took its text from another here, or credits a source for the whole of it, adds no origin of its own. */
static bool wholly_taken(const origins *o, size_t i) {
  uint32_t article = o->members[i];
  for (size_t c = o->first[article]; c < o->last[article]; c++) {
    const chain_candidate *step = &o->candidates[c];
    if (step->strength <= 0 || !step->directed) continue;
    if (step->passage != NULL && parent_place(o, step) < o->count) return true;
    if (step->citation != NULL && step->citation->article_wide) return true;
  }
  return false;
}

/* Every owner that is cited, and every text that tells something of its own, may be an origin. */
static bool count_possible(origins *o, size_t i) {
  uint32_t article = o->members[i];
  uint64_t own = outlet_owner(o, i);
  if (!wholly_taken(o, i) && map_put(&o->counted, own != 0 ? own : (uint64_t)root_of(o->text, i)) == NULL) return false;
  for (size_t c = o->first[article]; c < o->last[article]; c++) {
    const chain_candidate *step = &o->candidates[c];
    if (step->strength <= 0 || step->citation == NULL || parent_place(o, step) < o->count) continue;
    if (step->citation->source.length == 0 && chain_is_generic(o->arena, step->citation->name)) continue;
    uint64_t owner = chain_owner_of(&o->owners, step->citation->source, step->citation->name);
    if (owner != 0 && map_put(&o->counted, owner) == NULL) return false;
  }
  return true;
}

static size_t components(origins *o) {
  size_t count = 0;
  map seen;
  if (!map_new(&seen, o->arena, o->count)) return 0;
  for (size_t i = 0; i < o->count; i++) {
    if (!counts(o, i)) continue;
    uint64_t *first = map_put(&seen, root_of(o->one, i));
    if (first == NULL) return 0;
    count += *first == 0;
    *first = 1;
  }
  return count;
}

static bool count_story(origins *o, size_t *certain, size_t *possible) {
  size_t most = o->count;
  for (size_t i = 0; i < o->count; i++) most += 1 + o->last[o->members[i]] - o->first[o->members[i]];
  o->text = isnad_arena_array(o->arena, o->count, sizeof *o->text);
  o->one = isnad_arena_array(o->arena, most, sizeof *o->one);
  if (o->text == NULL || o->one == NULL || !map_new(&o->owner_nodes, o->arena, o->count) || !map_new(&o->counted, o->arena, o->count)) return false;
  o->nodes = o->count;
  o->unnamed = false;
  o->only_listed = true;
  for (size_t i = 0; i < o->count; i++) {
    o->text[i] = o->one[i] = i;
    o->place[o->members[i]] = (uint32_t)i;
    if (!member(o, i)->listed) o->only_listed = false;
  }
  for (size_t i = 0; i < o->count; i++)
    if (counts(o, i) && !join_report(o, i)) return false;
  for (size_t i = 0; i < o->count; i++)
    if (counts(o, i) && !count_possible(o, i)) return false;
  *certain = components(o);
  *possible = o->counted.count + o->unnamed;
  if (*possible < *certain) *possible = *certain;
  return true;
}

static isnad_status write_count(isnad_store *store, isnad_slice story, size_t certain, size_t possible, isnad_err *err) {
  sqlite3_stmt *row = store_statement(store, "UPDATE story SET origins_certain = ?2, origins_possible = ?3 WHERE id = ?1", err);
  if (row == NULL) return ISNAD_STORE;
  store_bind_text(row, 1, story);
  sqlite3_bind_int64(row, 2, (sqlite3_int64)certain);
  sqlite3_bind_int64(row, 3, (sqlite3_int64)possible);
  return store_run(store, row, err);
}

static bool index_candidates(origins *o, isnad_arena *arena, const chain_candidates *found) {
  o->candidates = found->items;
  o->first = isnad_arena_array(arena, 2 * (o->in->count + 1), sizeof *o->first);
  o->place = isnad_arena_array(arena, o->in->count + 1, sizeof *o->place);
  if (o->first == NULL || o->place == NULL) return false;
  o->last = o->first + o->in->count + 1;
  for (size_t i = 0; i < found->count; i++) {
    uint32_t child = found->items[i].child;
    if (i == 0 || found->items[i - 1].child != child) o->first[child] = i;
    o->last[child] = i + 1;
  }
  return true;
}

static isnad_status count_all(origins *o, isnad_store *store, isnad_err *err) {
  const chain_stories *s = &o->in->stories;
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < o->in->count; i++) {
    uint32_t article = s->order[i];
    if (s->begin[article] != i || s->end[article] == i) continue;
    size_t certain = 0, possible = 0;
    isnad_arena_reset(o->arena);
    o->members = s->order + i;
    o->count = s->end[article] - i;
    if (!count_story(o, &certain, &possible)) return isnad_arena_fail(err, o->arena, "chain");
    status = write_count(store, o->in->articles[article].story, certain, possible, err);
  }
  return status;
}

isnad_status chain_count_origins(isnad_store *store, isnad_arena *arena, const chain_input *in, const chain_candidates *found, isnad_err *err) {
  origins o = {.in = in};
  if (!chain_owners_new(&o.owners, arena) || !index_candidates(&o, arena, found)) return isnad_arena_fail(err, arena, "chain");
  if (isnad_arena_new(&o.arena, 0) != ISNAD_OK) return isnad_err_set(err, ISNAD_NO_MEMORY, "chain", (isnad_span){0, 0}, "out of memory");
  isnad_status status = count_all(&o, store, err);
  isnad_arena_free(o.arena);
  return status;
}
