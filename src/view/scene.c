#include "view/scene.h"

#include "arabic/letters.h"
#include "base/hash.h"
#include "isnad/arabic.h"
#include "story/actors.h"
#include "view/scene_day.h"

#include <string.h>

#include "tables.h"

/* LEAD_BYTES: what comes later in a text is the background. MANY: of so many reports one alone is not believed. */
enum { LEAD_BYTES = 700, OPENING_NAMES = 20, HEADS_BETWEEN = 2, LETTER_BYTES = 2, MANY = 3 };

/* A place and how many reports tell it as theirs. */
typedef struct told_place {
  isnad_slice name, entity;
  size_t reports, last; /* last: the report that told it last, plus 1 */
} told_place;

typedef struct tally {
  map by_entity; /* hash of an entity -> place in items + 1 */
  told_place *items;
  size_t count, room, reports; /* reports that tell any */
} tally;

/* --- "in" before a name --- */

static bool letter_is(isnad_slice form, size_t at, unsigned letter) {
  const unsigned char *p = (const unsigned char *)form.bytes + at;
  return at + LETTER_BYTES <= form.length && p[0] == (0xC0 | letter >> 6) && p[1] == (0x80 | (letter & 0x3F));
}

/* fi, or "and in". */
static bool is_in(isnad_slice form) {
  size_t at = letter_is(form, 0, LETTER_WAW) ? LETTER_BYTES : 0;
  return form.length == at + 2 * LETTER_BYTES && letter_is(form, at, LETTER_FEH) && letter_is(form, at + LETTER_BYTES, LETTER_YEH);
}

static bool has_article(isnad_slice form) { return letter_is(form, 0, LETTER_ALEF) && letter_is(form, LETTER_BYTES, LETTER_LAM); }

/* What may stand between "in" and the name: "the city", "the north", "the capital". */
static bool is_head(const isnad_tokens *tokens, size_t at) {
  isnad_phrase hit;
  return has_article(isnad_token_form(tokens, at)) || isnad_phrases_at(&hit, 1, tokens, at, 1u << ISNAD_TABLE_PLACE_HEADS, ISNAD_PHRASE_CUT) > 0;
}

/* "In Beirut", "in the north of Syria", "bi-Beirut". */
static bool is_located(const isnad_tokens *tokens, uint32_t begin) {
  size_t at = isnad_tokens_seek(tokens, begin);
  if (at >= tokens->count) return false;
  if (tokens->items[at].span.begin < begin && letter_is(isnad_token_form(tokens, at), 0, LETTER_BEH)) return true;
  for (unsigned i = 0; i <= HEADS_BETWEEN && at-- > 0; i++) {
    isnad_slice form = isnad_token_form(tokens, at);
    if (tokens->items[at].kind != ISNAD_TOKEN_WORD) return false;
    if (is_in(form)) return true;
    if (!is_head(tokens, at)) return false;
    if (!has_article(form) && letter_is(form, 0, LETTER_BEH)) return true;
  }
  return false;
}

/* Continents and areas: the West, the Middle East, Europe. */
static bool is_wide(isnad_slice entity) {
  for (size_t i = 0; i < isnad_places_count; i++)
    if (isnad_slice_equal(isnad_slice_of(isnad_places_rows[i].id), entity)) return actors_is_wide(i);
  return false;
}

/* --- counting --- */

static told_place *place_of(tally *t, isnad_arena *arena, isnad_slice entity) {
  uint64_t *at = map_put(&t->by_entity, hash64(entity));
  if (at == NULL) return NULL;
  if (*at > 0) return &t->items[*at - 1];
  if (t->count == t->room) {
    told_place *more = isnad_arena_grow(arena, t->items, t->room, t->room * 2 + 8, sizeof *more);
    if (more == NULL) return NULL;
    t->items = more;
    t->room = t->room * 2 + 8;
  }
  *at = ++t->count;
  t->items[*at - 1] = (told_place){.reports = 0};
  return &t->items[*at - 1];
}

/* The headline and the first lines of the body. */
static bool is_in_lead(const summary_report *r, isnad_span span) {
  uint32_t body = r->body_count > 0 ? r->body[0].begin : 0;
  return span.begin < body + LEAD_BYTES;
}

static bool count_place(tally *t, isnad_arena *arena, const tree *name, size_t number) {
  told_place *told = place_of(t, arena, tree_text(name, "entity"));
  if (told == NULL) return false;
  if (told->reports == 0) {
    told->name = tree_text(name, "canonical");
    told->entity = tree_text(name, "entity");
  }
  told->reports += told->last != number + 1;
  told->last = number + 1;
  return true;
}

static bool count_report(tally *t, isnad_arena *arena, const report_list *list, size_t at) {
  const tree *name = tree_item(tree_get(list->notes[at], "names"), 0);
  bool any = false;
  if (list->items[at].tokens == NULL) return true;
  for (size_t i = 0; name != NULL && i < OPENING_NAMES; i++, name = name->next) {
    isnad_slice entity = tree_text(name, "entity");
    isnad_span span;
    bool place = isnad_slice_equal(tree_text(name, "type"), isnad_slice_of("place")) && entity.length > 0 && entity.bytes[0] != '@';
    if (!place || !tree_span(&span, name, "span") || !is_in_lead(&list->items[at], span)) continue;
    if (is_wide(entity) || !is_located(list->items[at].tokens, span.begin)) continue;
    if (!count_place(t, arena, name, at)) return false;
    any = true;
  }
  t->reports += any;
  return true;
}

/* --- choosing --- */

/* One lies in the other, by their ids, or they are one. */
static bool is_nested(isnad_slice x, isnad_slice y) {
  isnad_slice outer = x.length < y.length ? x : y, inner = x.length < y.length ? y : x;
  return memcmp(outer.bytes, inner.bytes, outer.length) == 0 && (inner.length == outer.length || inner.bytes[outer.length] == '.');
}

/* Reports that tell the place, what lies in it or what it lies in; one that tells two of them counts twice. */
static size_t support(const tally *t, const told_place *p) {
  size_t sum = 0;
  for (size_t i = 0; i < t->count; i++) sum += is_nested(t->items[i].entity, p->entity) ? t->items[i].reports : 0;
  return sum;
}

/* The place that most reports tell, of equal ones the closer; NULL: they do not agree. */
static const told_place *scene_place(const tally *t, size_t told_by) {
  const told_place *best = NULL;
  for (size_t i = 0; i < t->count; i++) {
    const told_place *p = &t->items[i];
    if (best == NULL || p->reports > best->reports ||
        (p->reports == best->reports && p->entity.length > best->entity.length && is_nested(p->entity, best->entity)))
      best = p;
  }
  if (best == NULL || 2 * support(t, best) <= t->reports) return NULL;
  return told_by < MANY || support(t, best) > 1 ? best : NULL;
}

static void put_place(scene *out, const told_place *p) {
  if (out->count < SCENE_PLACES) out->places[out->count++] = p->name;
}

/* The closer before the wider. */
static void put_places(scene *out, const tally *t, const told_place *best) {
  for (size_t i = 0; i < t->count; i++)
    if (t->items[i].entity.length > best->entity.length && is_nested(t->items[i].entity, best->entity) && 2 * t->items[i].reports >= t->reports)
      put_place(out, &t->items[i]);
  put_place(out, best);
  for (size_t i = 0; i < t->count; i++)
    if (t->items[i].entity.length < best->entity.length && is_nested(t->items[i].entity, best->entity)) put_place(out, &t->items[i]);
}

isnad_status scene_of(scene *out, isnad_arena *arena, const report_list *list, isnad_err *err) {
  tally t = {.items = NULL};
  *out = (scene){.count = 0};
  if (!map_new(&t.by_entity, arena, 64)) return isnad_arena_fail(err, arena, "view");
  for (size_t i = 0; i < list->count; i++)
    if (!count_report(&t, arena, list, i)) return isnad_arena_fail(err, arena, "view");
  const told_place *best = scene_place(&t, list->count);
  if (best != NULL) put_places(out, &t, best);
  return scene_day(&out->day, arena, list, err);
}
