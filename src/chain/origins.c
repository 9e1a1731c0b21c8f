/* How many independent origins stand behind what some reports have in common: a range, since a text seldom tells all (docs/ORIGINS.md). */
#include "chain/origins.h"

#include "base/sets.h"
#include "chain/counting.h"

/* Components with somebody named in them; one when there is none. */
static bool count_certain(counting *c, const uint8_t *counted) {
  map named;
  if (!map_new(&named, c->arena, c->count)) return false;
  for (size_t i = 0; i < c->count; i++)
    if (counted[i] && c->named[i] && map_put(&named, set_top(c->up, (uint32_t)i)) == NULL) return false;
  c->out->certain = named.count > 0 ? (uint32_t)named.count : 1;
  return true;
}

static isnad_status count_origins(counting *c) {
  isnad_status status = ISNAD_OK;
  bool any = false;
  uint8_t *counted = isnad_arena_array(c->arena, c->count, 1);
  c->named = isnad_arena_array(c->arena, c->count, 1);
  c->queue = isnad_arena_array(c->arena, MOST_REACHED, sizeof *c->queue);
  if (counted == NULL || c->named == NULL || c->queue == NULL || !map_new(&c->node_of, c->arena, 4 * c->count) ||
      !map_new(&c->root_of, c->arena, c->count))
    return isnad_arena_fail(c->err, c->arena, "chain");
  for (size_t i = 0; i < c->count; i++)
    if (!counting_new_node(c)) return isnad_arena_fail(c->err, c->arena, "chain");
  for (size_t i = 0; i < c->count; i++) any = any || !c->listed[i];
  for (size_t i = 0; status == ISNAD_OK && i < c->count; i++) {
    counted[i] = !any || !c->listed[i];
    if (counted[i]) status = counting_follow(c, i);
  }
  if (status != ISNAD_OK) return status;
  if (!count_certain(c, counted)) return isnad_arena_fail(c->err, c->arena, "chain");
  c->out->possible = c->out->count > c->out->certain ? (uint32_t)c->out->count : c->out->certain;
  return ISNAD_OK;
}

static isnad_status find_listed(counting *c) {
  isnad_status status = ISNAD_OK;
  c->listed = isnad_arena_array(c->arena, c->count, 1);
  if (c->listed == NULL) return isnad_arena_fail(c->err, c->arena, "chain");
  for (size_t i = 0; status == ISNAD_OK && i < c->count; i++) {
    chain_held_report *report = NULL;
    status = chain_held_find(&report, &c->how->held, c->carriers[i].article, c->err);
    if (status == ISNAD_OK) c->listed[i] = report->listed;
  }
  return status;
}

isnad_status chain_origins_of(isnad_origins *out, chain_origins *how, isnad_arena *arena, const isnad_carrier *carriers, size_t count,
                              isnad_err *err) {
  counting c = {.how = how, .arena = how->scratch, .carriers = carriers, .count = count, .out = out, .err = err};
  *out = (isnad_origins){0};
  if (count == 0) return ISNAD_OK;
  isnad_arena_reset(how->scratch);
  isnad_status status = find_listed(&c);
  if (status == ISNAD_OK) status = count_origins(&c);
  isnad_origin *roots = isnad_arena_array(arena, out->count + 1, sizeof *roots);
  if (status != ISNAD_OK) return status;
  if (roots == NULL) return isnad_arena_fail(err, arena, "chain");
  for (size_t i = 0; i < out->count; i++) roots[i] = out->roots[i];
  out->roots = roots;
  return ISNAD_OK;
}

isnad_status chain_origins_open(chain_origins *out, isnad_arena *arena, isnad_store *store, isnad_err *err) {
  *out = (chain_origins){.scratch = NULL};
  if (isnad_arena_new(&out->scratch, 0) != ISNAD_OK) return isnad_err_set(err, ISNAD_NO_MEMORY, "chain", (isnad_span){0, 0}, "out of memory");
  bool ready = chain_owners_new(&out->owners, arena) && chain_held_new(&out->held, arena, store);
  return ready ? ISNAD_OK : isnad_arena_fail(err, arena, "chain");
}

void chain_origins_close(chain_origins *how) {
  isnad_arena_free(how->scratch);
  how->scratch = NULL;
}

isnad_status isnad_chain_origins(isnad_origins *out, isnad_arena *arena, isnad_store *store, const isnad_carrier *carriers, size_t count,
                                 isnad_err *err) {
  chain_origins how;
  isnad_status status = chain_origins_open(&how, arena, store, err);
  if (status == ISNAD_OK) status = chain_origins_of(out, &how, arena, carriers, count, err);
  chain_origins_close(&how);
  return status;
}

const char *isnad_origin_kind_name(isnad_origin_kind kind) {
  static const char *const names[] = {"report", "medium", "speaker", "document", "unnamed"};
  return (size_t)kind < sizeof names / sizeof names[0] ? names[kind] : "unnamed";
}
