/* Places and offices told differently. Only what two reports tell of one name, and only answers that cannot both hold, make a claim. */
#include "claim/build.h"
#include "claim/values.h"
#include "tables.h"

#include <stdlib.h>

typedef struct building {
  claim_builder *b;
  const claim_tolds *all;
  size_t *order; /* by kind, subject, value; then by report */
} building;

static int compare_told(const claim_told *a, const claim_told *b) {
  int order = isnad_slice_compare(a->kind, b->kind);
  if (order == 0) order = isnad_slice_compare(a->subject, b->subject);
  if (order == 0) order = isnad_slice_compare(a->value, b->value);
  return order;
}

typedef struct told_key {
  const claim_told *told;
  size_t index;
} told_key;

static int by_key(const void *left, const void *right) {
  const told_key *a = left, *b = right;
  int order = compare_told(a->told, b->told);
  return order != 0 ? order : (a->index > b->index) - (a->index < b->index);
}

static bool starts_with(isnad_slice a, isnad_slice b) { return isnad_slice_starts(a, b) || isnad_slice_starts(b, a); }

static bool names_country(isnad_slice id) {
  for (size_t i = 0; i < id.length; i++)
    if (id.bytes[i] == '.' || id.bytes[i] == '-') return false;
  return true;
}

/* Two towns are two places; a country, an area or an unknown place contradicts none. */
static bool places_clash(const claim_told *a, const claim_told *b) {
  bool known = a->value.length > 0 && b->value.length > 0 && a->value.bytes[0] != '@' && b->value.bytes[0] != '@';
  bool area = isnad_slice_starts(a->value, isnad_slice_of("area.")) || isnad_slice_starts(b->value, isnad_slice_of("area."));
  return known && !area && !names_country(a->value) && !names_country(b->value) && !starts_with(a->value, b->value);
}

/* Whether a row of this key begins at a token, or anywhere from it on. */
static bool says(const isnad_tokens *tokens, size_t at, size_t last, const char *key) {
  for (; at < last; at++) {
    isnad_phrase hits[8];
    size_t count = isnad_phrases_at(hits, 8, tokens, at, 1u << ISNAD_TABLE_CLAIM_WORDS, 0);
    for (size_t i = 0; i < count; i++)
      if (isnad_slice_equal(isnad_slice_of(isnad_claim_words_rows[hits[i].row].key), isnad_slice_of(key))) return true;
  }
  return false;
}

/* The stem without the article, whatever the frequency rule says of the word. */
static uint64_t bare_stem(const isnad_tokens *tokens, size_t at) {
  isnad_slice form = isnad_token_form(tokens, at);
  isnad_cut cuts[ISNAD_MOST_CUTS];
  size_t count = isnad_arabic_cuts(cuts, form), cut = 0;
  for (size_t i = 0; i < count; i++)
    if (cuts[i].article == ISNAD_CUT_ARTICLE && cuts[i].bytes > cut) cut = cuts[i].bytes;
  return claim_stem((isnad_slice){form.bytes + cut, form.length - cut});
}

/* The first words are the same, of an office of which a person holds one (minister); the others have none in common (of defence, of health). */
static bool offices_clash(building *g, const claim_told *a, const claim_told *b) {
  isnad_tokens x, y;
  if (isnad_arabic_tokens(&x, g->b->arena, a->value_name, NULL) != ISNAD_OK || isnad_arabic_tokens(&y, g->b->arena, b->value_name, NULL) != ISNAD_OK)
    return false;
  if (x.count < 2 || y.count < 2 || x.items[0].hash != y.items[0].hash || !says(&x, 0, 1, "office")) return false;
  if (says(&x, 1, x.count, "former") || says(&y, 1, y.count, "former")) return false;
  for (size_t i = 1; i < x.count; i++)
    for (size_t k = 1; k < y.count; k++)
      if (bare_stem(&x, i) == bare_stem(&y, k)) return false;
  return true;
}

static bool clash(building *g, const claim_told *a, const claim_told *b) {
  return isnad_slice_equal(a->kind, isnad_slice_of("place")) ? places_clash(a, b) : offices_clash(g, a, b);
}

/* Of one subject [first, last): whether two reports give answers that cannot both hold. */
static bool differs(building *g, size_t first, size_t last) {
  for (size_t i = first; i < last; i++)
    for (size_t k = i + 1; k < last; k++) {
      const claim_told *a = &g->all->items[g->order[i]], *b = &g->all->items[g->order[k]];
      if (a->report != b->report && compare_told(a, b) != 0 && clash(g, a, b)) return true;
    }
  return false;
}

static isnad_status build_one(building *g, size_t first, size_t last) {
  const claim_told *told = &g->all->items[g->order[first]];
  bool place = isnad_slice_equal(told->kind, isnad_slice_of("place"));
  isnad_claim *c = build_claim(g->b, place ? ISNAD_CLAIM_PLACE : ISNAD_CLAIM_OFFICE);
  isnad_claim_mention *mentions = isnad_arena_array(g->b->arena, last - first, sizeof *mentions);
  isnad_claim_version *versions = isnad_arena_array(g->b->arena, last - first, sizeof *versions);
  if (c == NULL || mentions == NULL || versions == NULL) return isnad_arena_fail(g->b->err, g->b->arena, "claim");
  c->what = told->subject_name;
  c->verdict = ISNAD_VERDICT_DIFFER;
  for (size_t i = first; i < last; i++) {
    const claim_told *t = &g->all->items[g->order[i]];
    if (i == first || compare_told(t, &g->all->items[g->order[i - 1]]) != 0) versions[c->count++].words = t->value_name;
    isnad_claim_version *v = &versions[c->count - 1];
    mentions[i - first] = t->mention;
    if (v->count++ == 0) v->mentions = &mentions[i - first];
  }
  return build_finish(g->b, c, versions);
}

isnad_status build_told(claim_builder *b, const claim_tolds *told) {
  building g = {.b = b, .all = told};
  told_key *keys = isnad_arena_array(b->arena, told->count + 1, sizeof *keys);
  g.order = isnad_arena_array(b->arena, told->count + 1, sizeof *g.order);
  if (keys == NULL || g.order == NULL) return isnad_arena_fail(b->err, b->arena, "claim");
  for (size_t i = 0; i < told->count; i++) keys[i] = (told_key){&told->items[i], i};
  if (told->count > 1) qsort(keys, told->count, sizeof *keys, by_key);
  for (size_t i = 0; i < told->count; i++) g.order[i] = keys[i].index;
  isnad_status status = ISNAD_OK;
  for (size_t first = 0, last = 0; status == ISNAD_OK && first < told->count; first = last) {
    const claim_told *a = &told->items[g.order[first]];
    for (last = first; last < told->count; last++) {
      const claim_told *t = &told->items[g.order[last]];
      if (!isnad_slice_equal(t->kind, a->kind) || !isnad_slice_equal(t->subject, a->subject)) break;
    }
    bool known = a->subject.length > 0 && a->subject.bytes[0] != '@';
    if (known && differs(&g, first, last)) status = build_one(&g, first, last);
  }
  return status;
}
