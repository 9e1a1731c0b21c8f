/* The roots of a count: what a report or a source is as an origin, and who of them may be one. */
#include "chain/counting.h"

#include "base/hash.h"
#include "base/sets.h"
#include "chain/speakers.h"
#include "isnad/arabic.h"

/* Keys of nodes and roots live in one space; owners' keys are theirs already. */
enum { REPORT_SEED = 1, SPEAKER_SEED, DOCUMENT_SEED, SOMEBODY_SEED };

static uint64_t keyed(uint64_t seed, isnad_slice words) { return hash64_seeded(words, seed); }

uint64_t counting_report_key(int64_t id) { return keyed(REPORT_SEED, (isnad_slice){(const char *)&id, sizeof id}); }

bool counting_new_node(counting *c) {
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

bool counting_join(counting *c, size_t carrier, uint64_t key) {
  uint64_t *node = map_put(&c->node_of, key);
  if (node == NULL) return false;
  if (*node == 0) {
    if (!counting_new_node(c)) return false;
    *node = c->nodes;
  }
  set_join(c->up, (uint32_t)carrier, (uint32_t)*node - 1);
  return true;
}

/* --- speakers who are one --- */

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

/* --- roots --- */

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
  return counting_join(c, carrier, key);
}

uint64_t counting_owner_of(const counting *c, const chain_report *r) {
  uint64_t owner = chain_owner_of(&c->how->owners, r->outlet, r->outlet_name);
  return owner != 0 ? owner : counting_report_key(r->id);
}

bool counting_add_report(counting *c, size_t carrier, const chain_report *r) {
  isnad_origin root = {ISNAD_ORIGIN_REPORT, r->id, r->outlet, r->outlet_name, 0};
  return add_root(c, carrier, counting_owner_of(c, r), &root);
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
  if (kind != CHAIN_STEP_SPEAKER && kind != CHAIN_STEP_DOCUMENT) return SOMEBODY_SEED ^ counting_report_key(article);
  root->kind = kind == CHAIN_STEP_SPEAKER ? ISNAD_ORIGIN_SPEAKER : ISNAD_ORIGIN_DOCUMENT;
  return source_key(c, kind == CHAIN_STEP_SPEAKER ? SPEAKER_SEED : DOCUMENT_SEED, s);
}

bool counting_add_source(counting *c, size_t carrier, int64_t article, const chain_step *s) {
  isnad_origin root;
  uint64_t key = source_root(&root, c, article, s);
  if (key == 0) return true;
  if (!s->background) return add_root(c, carrier, key, &root);
  return root.kind == ISNAD_ORIGIN_UNNAMED || counting_join(c, carrier, key);
}
