/* What bounds a value: words before the number, and behind it or its noun. */
#include "note/figures/figure.h"

#include "arabic/letters.h"

enum { MOST_BOUNDS = 4, SUBJECT_WORDS = 5 };

static bool is_bound(isnad_bounds_effect effect) {
  return effect == ISNAD_BOUNDS_EFFECT_APPROX || effect == ISNAD_BOUNDS_EFFECT_AT_LEAST || effect == ISNAD_BOUNDS_EFFECT_AT_MOST ||
         effect == ISNAD_BOUNDS_EFFECT_MORE_THAN || effect == ISNAD_BOUNDS_EFFECT_LESS_THAN;
}

static isnad_qualifier qualifier_of(isnad_bounds_effect effect) {
  switch (effect) {
  case ISNAD_BOUNDS_EFFECT_AT_LEAST:
    return ISNAD_AT_LEAST;
  case ISNAD_BOUNDS_EFFECT_AT_MOST:
    return ISNAD_AT_MOST;
  case ISNAD_BOUNDS_EFFECT_MORE_THAN:
    return ISNAD_MORE_THAN;
  case ISNAD_BOUNDS_EFFECT_LESS_THAN:
    return ISNAD_LESS_THAN;
  default:
    return ISNAD_APPROX;
  }
}

/* A bound says more than "about"; of two bounds the one nearer to the number holds, and it is read first. */
static void keep(figure_item *item, isnad_bounds_effect effect) {
  isnad_qualifier q = qualifier_of(effect);
  if (item->note.qualifier == ISNAD_RANGE) return;
  if (item->note.qualifier == ISNAD_EXACT || item->note.qualifier == ISNAD_APPROX) item->note.qualifier = q;
}

static bool is_measure(const figure_item *item) {
  switch (item->note.kind) {
  case ISNAD_FIGURE_PERCENT:
  case ISNAD_FIGURE_MONEY:
  case ISNAD_FIGURE_MEASURE:
  case ISNAD_FIGURE_DURATION:
  case ISNAD_FIGURE_AGE:
    return true;
  default:
    return false;
  }
}

static void read_before(const figure_scan *f, figure_item *item) {
  size_t at = item->first;
  for (size_t i = 0; i < MOST_BOUNDS; i++) {
    const isnad_phrase *hit = figure_hit_before(f, at);
    if (hit == NULL) return;
    isnad_bounds_effect effect = figure_effect(hit);
    if (is_bound(effect) && (figure_side(hit) != ISNAD_BOUNDS_SIDE_MEASURE || is_measure(item)))
      keep(item, effect);
    else if (effect != ISNAD_BOUNDS_EFFECT_EXACT && effect != ISNAD_BOUNDS_EFFECT_AGE)
      return;
    at = hit->first;
  }
}

static bool is_in(const figure_scan *f, size_t at) {
  isnad_slice form = isnad_token_form(f->tokens, at);
  const unsigned char *p = (const unsigned char *)form.bytes;
  return form.length == 4 && p[0] == (0xC0 | LETTER_FEH >> 6) && p[1] == (0x80 | (LETTER_FEH & 0x3F)) && p[2] == (0xC0 | LETTER_YEH >> 6) &&
         p[3] == (0x80 | (LETTER_YEH & 0x3F));
}

/* A word that may belong to the verb's subject: no particle, and no preposition but "in" ("neared in the heights 120 centimetres"). */
static bool is_subject(const figure_scan *f, size_t at) {
  const isnad_phrase *hit = figure_hit(f, at, ISNAD_TABLE_COUNTED);
  if (is_in(f, at) || f->tokens->items[at].kind == ISNAD_TOKEN_QUOTE) return true; /* a name between marks */
  return figure_is_word(f, at) && (hit == NULL || isnad_counted_rows[hit->row].kind != ISNAD_COUNTED_KIND_STOP);
}

/* "The debts exceeded 12 billion": the subject stands between the verb and the number. */
static void read_verb(const figure_scan *f, figure_item *item) {
  if (item->note.kind == ISNAD_FIGURE_SCORE) return; /* "got past them 3-0" */
  for (size_t k = 1; k <= SUBJECT_WORDS && item->first >= f->unit->first + k && is_subject(f, item->first - k); k++) {
    const isnad_phrase *hit = figure_hit_before(f, item->first - k);
    if (hit == NULL || figure_side(hit) != ISNAD_BOUNDS_SIDE_VERB) continue;
    keep(item, figure_effect(hit));
    return;
  }
}

static void read_behind(const figure_scan *f, figure_item *item, size_t at) {
  size_t count = 0;
  if (at >= f->unit->last) return;
  const isnad_phrase *hits = note_hits_at(f->unit, at, &count);
  for (size_t i = 0; i < count; i++)
    if (hits[i].table == ISNAD_TABLE_BOUNDS && figure_side(&hits[i]) == ISNAD_BOUNDS_SIDE_AFTER && is_bound(figure_effect(&hits[i]))) {
      keep(item, figure_effect(&hits[i]));
      return;
    }
}

void figure_read_bounds(const figure_scan *f, figure_item *item) {
  read_before(f, item);
  if (item->note.qualifier == ISNAD_EXACT) read_verb(f, item);
  read_behind(f, item, item->last);
  if (item->after != item->last) read_behind(f, item, item->after);
  item->note.has_min = item->note.qualifier != ISNAD_AT_MOST && item->note.qualifier != ISNAD_LESS_THAN;
  item->note.has_max = item->note.qualifier != ISNAD_AT_LEAST && item->note.qualifier != ISNAD_MORE_THAN;
}
