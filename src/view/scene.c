#include "view/scene.h"

#include "arabic/letters.h"
#include "base/hash.h"
#include "isnad/arabic.h"
#include "view/scene_day.h"

enum { OPENING_NAMES = 12, HEADS_BETWEEN = 2, LETTER_BYTES = 2, FEWEST_SHARE = 3 };

/* A place and how many reports tell it as theirs. */
typedef struct told_place {
  isnad_slice name;
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

static bool count_report(tally *t, isnad_arena *arena, const report_list *reports, size_t at) {
  const tree *name = tree_item(tree_get(reports->notes[at], "names"), 0);
  bool any = false;
  if (reports->items[at].tokens == NULL) return true;
  for (size_t i = 0; name != NULL && i < OPENING_NAMES; i++, name = name->next) {
    isnad_slice entity = tree_text(name, "entity");
    isnad_span span;
    bool place = isnad_slice_equal(tree_text(name, "type"), isnad_slice_of("place")) && entity.length > 0 && entity.bytes[0] != '@';
    if (!place || !tree_span(&span, name, "span") || !is_located(reports->items[at].tokens, span.begin)) continue;
    told_place *told = place_of(t, arena, entity);
    if (told == NULL) return false;
    if (told->reports == 0) told->name = tree_text(name, "canonical");
    told->reports += told->last != at + 1;
    told->last = at + 1;
    any = true;
  }
  t->reports += any;
  return true;
}

/* The next of those told by most, and not more than `most`; the first of equal ones. */
static const told_place *most_told(const tally *t, const bool *taken) {
  const told_place *best = NULL;
  for (size_t i = 0; i < t->count; i++)
    if (!taken[i] && FEWEST_SHARE * t->items[i].reports >= t->reports && (best == NULL || t->items[i].reports > best->reports)) best = &t->items[i];
  return best;
}

isnad_status scene_of(scene *out, isnad_arena *arena, const report_list *reports, isnad_err *err) {
  tally t = {.items = NULL};
  *out = (scene){.count = 0};
  if (!map_new(&t.by_entity, arena, 64)) return isnad_arena_fail(err, arena, "view");
  for (size_t i = 0; i < reports->count; i++)
    if (!count_report(&t, arena, reports, i)) return isnad_arena_fail(err, arena, "view");
  bool *taken = isnad_arena_array(arena, t.count + 1, sizeof *taken);
  if (taken == NULL) return isnad_arena_fail(err, arena, "view");
  for (const told_place *best; out->count < SCENE_PLACES && (best = most_told(&t, taken)) != NULL;) {
    taken[best - t.items] = true;
    out->places[out->count++] = best->name;
  }
  return scene_day(&out->day, arena, reports, err);
}
