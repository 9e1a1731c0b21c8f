/* How many independent origins stand behind what some reports have in common: a range, since a text seldom tells all (docs/ORIGINS.md). */
#include "chain/origins.h"

#include "base/hash.h"
#include "base/sets.h"
#include "chain/speakers.h"
#include "chain/steps.h"
#include "isnad/arabic.h"

enum { MOST_REACHED = 256 };

/* A text of which this much was taken from others tells nothing of its own. */
static const double mostly = 0.5, nearly_all = 0.8;

/* Keys of nodes and roots live in one space; owners' keys are theirs already. */
enum { REPORT_SEED = 1, SPEAKER_SEED, DOCUMENT_SEED, SOMEBODY_SEED };

/* Nodes are the carriers, then reports, owners and sources as they are met; `up` joins all that may be one origin. */
typedef struct counting {
  chain_origins *how;
  isnad_arena *arena;
  const isnad_carrier *carriers;
  size_t count;
  uint8_t *listed; /* by carrier */
  uint8_t *named;  /* by carrier: it leads to somebody who is named */
  uint32_t *up;
  size_t nodes, room;
  map node_of;
  map root_of; /* key -> place in roots + 1 */
  isnad_origins *out;
  size_t root_room;
  uint64_t *keys;       /* by root */
  uint32_t *last;       /* by root: the last carrier that reached it, + 1 */
  isnad_carrier *queue; /* reports that the carrier in hand leads to */
  size_t waiting;
  isnad_err *err;
} counting;

static uint64_t keyed(uint64_t seed, isnad_slice words) { return hash64_seeded(words, seed); }

static uint64_t report_key(int64_t id) { return keyed(REPORT_SEED, (isnad_slice){(const char *)&id, sizeof id}); }

static bool new_node(counting *c) {
  if (c->nodes == c->room) {
    size_t room = c->room * 2 + 16;
    uint32_t *up = isnad_arena_grow(c->arena, c->up, c->room, room, sizeof *up);
    if (up == NULL) return false;
    c->up = up;
    c->room = room;
  }
  c->up[c->nodes] = (uint32_t)c->nodes;
  c->nodes++;
  return true;
}

static bool join(counting *c, size_t carrier, uint64_t key) {
  uint64_t *node = map_put(&c->node_of, key);
  if (node == NULL) return false;
  if (*node == 0) {
    if (!new_node(c)) return false;
    *node = c->nodes;
  }
  set_join(c->up, (uint32_t)carrier, (uint32_t)*node - 1);
  return true;
}

/* --- roots --- */

static bool says(const isnad_origin *r) { return r->kind == ISNAD_ORIGIN_SPEAKER || r->kind == ISNAD_ORIGIN_DOCUMENT; }

/* "A statement" of nobody: that of the speaker whom another report names. */
static bool is_bare_document(const counting *c, const isnad_origin *r) {
  isnad_tokens tokens;
  return r->kind == ISNAD_ORIGIN_DOCUMENT && r->id.length == 0 && isnad_arabic_tokens(&tokens, c->arena, r->name, NULL) == ISNAD_OK &&
         tokens.count == 1;
}

/* The key of a speaker who was met under another name, or of whom a count or a report of his was. */
static uint64_t known_speaker(const counting *c, uint64_t key, const isnad_origin *root) {
  for (size_t i = 0; says(root) && i < c->out->count; i++) {
    isnad_origin *r = &c->out->roots[i];
    if (says(r) && is_bare_document(c, r) != is_bare_document(c, root)) {
      if (is_bare_document(c, r)) *r = (isnad_origin){root->kind, r->article, root->id, root->name, r->carriers};
      return c->keys[i];
    }
    if (says(r) && chain_one_speaker(c->arena, r->id, r->name, root->id, root->name)) return c->keys[i];
  }
  return key;
}

static bool add_root(counting *c, size_t carrier, uint64_t key, const isnad_origin *root) {
  key = known_speaker(c, key, root);
  uint64_t *place = map_put(&c->root_of, key);
  if (place == NULL) return false;
  if (*place == 0) {
    if (c->out->count == c->root_room) {
      size_t room = c->root_room * 2 + 8;
      isnad_origin *roots = isnad_arena_grow(c->arena, c->out->roots, c->root_room, room, sizeof *roots);
      uint64_t *keys = isnad_arena_grow(c->arena, c->keys, c->root_room, room, sizeof *keys);
      uint32_t *last = isnad_arena_grow(c->arena, c->last, c->root_room, room, sizeof *last);
      if (roots == NULL || keys == NULL || last == NULL) return false;
      c->out->roots = roots;
      c->last = last;
      c->keys = keys;
      c->root_room = room;
    }
    c->keys[c->out->count] = key;
    c->out->roots[c->out->count++] = *root;
    *place = c->out->count;
  }
  size_t at = (size_t)*place - 1;
  if (c->last[at] != carrier + 1) c->out->roots[at].carriers++;
  c->last[at] = (uint32_t)carrier + 1;
  if (root->kind == ISNAD_ORIGIN_UNNAMED) return true; /* who is not named may be anybody: nobody is joined by him */
  c->named[carrier] = 1;
  return join(c, carrier, key);
}

static uint64_t owner_of(const counting *c, const chain_report *r) {
  uint64_t owner = chain_owner_of(&c->how->owners, r->outlet, r->outlet_name);
  return owner != 0 ? owner : report_key(r->id);
}

static bool add_report_root(counting *c, size_t carrier, const chain_report *r) {
  isnad_origin root = {ISNAD_ORIGIN_REPORT, r->id, r->outlet, r->outlet_name, 0};
  return add_root(c, carrier, owner_of(c, r), &root);
}

/* An id that an article made for itself ("@3") says nothing outside it: then the words of the name tell, as they are folded. 0: no name. */
static uint64_t source_key(const counting *c, uint64_t seed, const chain_step *s) {
  isnad_tokens tokens;
  uint64_t key = 0;
  if (s->id.length > 0 && s->id.bytes[0] != '@') return keyed(seed, s->id);
  if (isnad_arabic_tokens(&tokens, c->arena, s->name, NULL) != ISNAD_OK) return 0;
  for (size_t i = 0; i < tokens.count; i++) key = keyed(seed + key, (isnad_slice){(const char *)&tokens.items[i].hash, sizeof tokens.items[i].hash});
  return key;
}

/* "Agency X said": a medium that speaks is cited. */
static chain_step_kind kind_of(const counting *c, const chain_step *s) {
  bool unlisted = s->id.length == 0 || s->id.bytes[0] == '@', called = unlisted && chain_is_called_medium(c->arena, s->name);
  bool medium = called || chain_is_outlet(&c->how->owners, s->id) || (s->id.length == 0 && chain_is_generic(c->arena, s->name));
  return s->kind == CHAIN_STEP_SPEAKER && medium ? CHAIN_STEP_MEDIUM : s->kind;
}

/* The root that a source is, and its key; 0: it says nothing. */
static uint64_t medium_root(isnad_origin *root, const counting *c, const chain_step *s) {
  *root = (isnad_origin){ISNAD_ORIGIN_MEDIUM, 0, s->id, s->name, 0};
  if (chain_is_platform(&c->how->owners, c->arena, s->id, s->name)) return 0; /* where somebody wrote */
  if (s->id.length > 0 || !chain_is_generic(c->arena, s->name)) return chain_owner_of(&c->how->owners, s->id, s->name);
  root->kind = ISNAD_ORIGIN_UNNAMED;
  return SOMEBODY_SEED;
}

static uint64_t source_root(isnad_origin *root, const counting *c, int64_t article, const chain_step *s) {
  chain_step_kind kind = kind_of(c, s);
  if (kind == CHAIN_STEP_MEDIUM) return medium_root(root, c, s);
  *root = (isnad_origin){ISNAD_ORIGIN_UNNAMED, 0, s->id, s->name, 0};
  if (kind != CHAIN_STEP_SPEAKER && kind != CHAIN_STEP_DOCUMENT) return SOMEBODY_SEED ^ report_key(article);
  root->kind = kind == CHAIN_STEP_SPEAKER ? ISNAD_ORIGIN_SPEAKER : ISNAD_ORIGIN_DOCUMENT;
  return source_key(c, kind == CHAIN_STEP_SPEAKER ? SPEAKER_SEED : DOCUMENT_SEED, s);
}

/* Whoever stands behind a paragraph of background joins those who have it, and is no root of what they tell. */
static bool add_source(counting *c, size_t carrier, int64_t article, const chain_step *s) {
  isnad_origin root;
  uint64_t key = source_root(&root, c, article, s);
  if (key == 0) return true;
  if (!s->background) return add_root(c, carrier, key, &root);
  return root.kind == ISNAD_ORIGIN_UNNAMED || join(c, carrier, key);
}

/* --- walking up --- */

static uint32_t distance(isnad_span a, isnad_span b) { return a.begin > b.begin ? a.begin - b.begin : b.begin - a.begin; }

/* A report that tells what is asked about is asked about the words with which it tells it: of several those nearest to where the copied words should
 * stand, which is but guessed. */
static isnad_span told_in(const counting *c, int64_t article, isnad_span words) {
  isnad_span found = words;
  bool told = words.end == 0;
  for (size_t i = 0, seen = 0; i < c->count; i++) {
    isnad_span own = c->carriers[i].words;
    if (c->carriers[i].article != article || own.begin >= own.end || (told && seen > 0)) continue;
    if (seen++ == 0 || distance(own, words) < distance(found, words)) found = own;
  }
  return found;
}

static bool reach(counting *c, map *seen, int64_t article, isnad_span words) {
  uint64_t *place = map_put(seen, (uint64_t)article);
  if (place == NULL) return false;
  if (*place != 0 || c->waiting == MOST_REACHED) return true;
  *place = 1;
  c->queue[c->waiting++] = (isnad_carrier){.article = article, .words = words};
  return true;
}

/* How much of what was asked about the steps account for: passages lie over each other, so that the longest tells, and not their sum. */
static double taken_by(const chain_report *r) {
  double taken = 0;
  for (size_t i = 0; i < r->count; i++) {
    const chain_step *s = &r->steps[i];
    double share = s->whole ? 1 : s->share;
    if (s->directed && share > taken) taken = share;
  }
  return taken;
}

/* A paragraph of background leads nowhere: copied words are followed when they are most of what was asked about. */
static bool walk_step(counting *c, size_t carrier, map *seen, const chain_report *r, const chain_step *s) {
  if (s->kind != CHAIN_STEP_COPY && s->kind != CHAIN_STEP_HELD) return add_source(c, carrier, r->id, s);
  if (!join(c, carrier, report_key(s->parent))) return false;
  bool background = s->kind == CHAIN_STEP_COPY && !s->whole && s->share < mostly;
  return !s->directed || background || reach(c, seen, s->parent, told_in(c, s->parent, s->words));
}

/* Nearly all of the words were taken from a report held here. */
static bool is_copied(const chain_report *r) {
  for (size_t i = 0; i < r->count; i++)
    if (r->steps[i].kind == CHAIN_STEP_COPY && r->steps[i].directed && (r->steps[i].whole || r->steps[i].share >= nearly_all)) return true;
  return false;
}

static bool carries(const counting *c, int64_t article) {
  for (size_t i = 0; i < c->count; i++)
    if (c->carriers[i].article == article) return true;
  return false;
}

/* A copy that credits another report, which does not tell what was copied: the credit is no origin of it. */
static bool is_false_credit(const counting *c, const chain_step *s, bool copied) {
  return copied && s->kind == CHAIN_STEP_HELD && !carries(c, s->parent);
}

/* Somebody is named as the source of the words. */
static bool is_cited(const chain_report *r) {
  for (size_t i = 0; i < r->count; i++)
    if (r->steps[i].kind != CHAIN_STEP_COPY && r->steps[i].kind != CHAIN_STEP_HELD) return true;
  return false;
}

/* "The health office recorded 1,340 cases": the number is the office's, though nothing says that it spoke. */
static bool add_counting(counting *c, size_t carrier, const chain_report *r) {
  chain_step step = {.kind = CHAIN_STEP_SPEAKER, .id = c->carriers[carrier].counts_id, .name = c->carriers[carrier].counts};
  return add_source(c, carrier, r->id, &step);
}

static isnad_status follow(counting *c, size_t carrier) {
  map seen;
  isnad_status status = ISNAD_OK;
  c->waiting = 0;
  if (!map_new(&seen, c->arena, 8) || !reach(c, &seen, c->carriers[carrier].article, c->carriers[carrier].words))
    return isnad_arena_fail(c->err, c->arena, "chain");
  for (size_t i = 0; i < c->waiting; i++) {
    chain_report report;
    status = chain_read_report(&report, c->arena, &c->how->held, &c->queue[i], c->err);
    if (status != ISNAD_OK) return status;
    bool taken = taken_by(&report) >= mostly;
    bool went = join(c, carrier, report_key(report.id));
    if (i == 0 && c->carriers[carrier].words.end == 0) went = went && join(c, carrier, owner_of(c, &report));
    bool copied = is_copied(&report);
    for (size_t s = 0; went && s < report.count; s++)
      if (!is_false_credit(c, &report.steps[s], copied)) went = walk_step(c, carrier, &seen, &report, &report.steps[s]);
    bool counted = i == 0 && !taken && c->carriers[carrier].counts.length > 0 && !is_cited(&report);
    if (counted) went = went && add_counting(c, carrier, &report);
    if (went && !taken && !counted) went = add_report_root(c, carrier, &report);
    if (!went) return isnad_arena_fail(c->err, c->arena, "chain");
  }
  return status;
}

/* --- counting --- */

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
    if (!new_node(c)) return isnad_arena_fail(c->err, c->arena, "chain");
  for (size_t i = 0; i < c->count; i++) any = any || !c->listed[i];
  for (size_t i = 0; status == ISNAD_OK && i < c->count; i++) {
    counted[i] = !any || !c->listed[i];
    if (counted[i]) status = follow(c, i);
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
