/* Two numbers that are one figure: ranges with their shared scale, and results of matches. */
#include "note/figures/figure.h"

enum { SCORE_MOST = 200, CHANGE_WINDOW = 15 };

typedef enum link { LINK_NONE, LINK_DASH, LINK_TO, LINK_AND, LINK_OR } link;

static bool is_dash(const figure_scan *f, size_t at) {
  if (figure_is_mark(f, at, '-')) return true;
  if (at < f->unit->first || at >= f->unit->last) return false;
  const isnad_token *t = &f->tokens->items[at];
  const unsigned char *p = (const unsigned char *)f->tokens->folded + t->folded;
  return t->kind == ISNAD_TOKEN_PUNCT && t->length == 3 && p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0x90 && p[2] <= 0x95;
}

bool figure_was_said(const figure_scan *f, size_t at, size_t window, isnad_bounds_effect effect) {
  for (size_t i = 0; i < window && at > f->unit->first; i++) {
    at--;
    if (figure_ends(f, at)) return false;
    if (figure_says(f, at, effect)) return true;
  }
  return false;
}

static bool between_opens(const figure_scan *f, size_t first) {
  const isnad_phrase *hit = figure_hit_before(f, first);
  return hit != NULL && figure_effect(hit) == ISNAD_BOUNDS_EFFECT_BETWEEN;
}

/* How the second number hangs on the first, and where it may begin. */
static link link_at(const figure_scan *f, size_t at, bool between, size_t *second) {
  *second = at + 1;
  if (is_dash(f, at)) {
    bool even = figure_is_glued(f, at) == figure_is_glued(f, at + 1); /* "2 -1" is a result typed badly, or a minus sign */
    return even || between || figure_was_said(f, at, FIGURE_SCORE_WINDOW, ISNAD_BOUNDS_EFFECT_SCORE) ? LINK_DASH : LINK_NONE;
  }
  if (figure_says(f, at, ISNAD_BOUNDS_EFFECT_TO)) return LINK_TO;
  if (figure_says(f, at, ISNAD_BOUNDS_EFFECT_OR)) return LINK_OR;
  if (!between) return LINK_NONE;
  *second = at;
  return LINK_AND;
}

static bool fits(link how, const number *a, const number *b) {
  if (b->kind != a->kind || (b->flags & NUMBER_VAGUE) != 0) return false;
  if (how == LINK_AND) return (b->flags & NUMBER_AND) != 0;
  if (how == LINK_OR) return b->min > a->min && b->min <= 3 * a->min;
  return true;
}

/* The first number takes the scale of the second when it has none and is no greater than the second without it. */
static double shared(const number *a, const number *b) {
  bool takes = (a->flags & NUMBER_SCALED) == 0 && b->scale > 1 && a->min <= b->min / b->scale;
  return takes ? a->min * b->scale : a->min;
}

static size_t behind_unit(const figure_scan *f, size_t at) {
  if (figure_is_percent(f, at)) return at + 1;
  const isnad_phrase *unit = figure_unit_hit(f, at, ISNAD_TABLE_UNITS, false);
  if (unit == NULL) unit = figure_unit_hit(f, at, ISNAD_TABLE_CURRENCIES, false);
  return unit != NULL ? at + unit->count : at;
}

/* What stands behind a number: per cents, money, another measure; 0: nothing of them. */
static int unit_kind(const figure_scan *f, size_t at) {
  if (figure_is_percent(f, at)) return 1;
  const isnad_phrase *unit = figure_unit_hit(f, at, ISNAD_TABLE_UNITS, false);
  if (unit != NULL) return isnad_units_rows[unit->row].kind == ISNAD_UNITS_KIND_PERCENT ? 1 : 2;
  return figure_unit_hit(f, at, ISNAD_TABLE_CURRENCIES, false) != NULL ? 3 : 0;
}

static void join(figure_item *item, number *n, const number *b) {
  double low = shared(n, b), high = b->min;
  item->note.min = low < high ? low : high;
  item->note.max = low < high ? high : low;
  item->note.number.end = item->note.span.end = b->span.end;
  item->last = b->last;
  item->scale = b->scale;
  n->last = b->last;
  n->flags |= b->flags & NUMBER_SCALED;
}

/* Two small numbers with a dash, in a report of a match, and nothing counted behind them. */
static bool is_score(const figure_scan *f, const figure_item *item, const number *a, const number *b) {
  bool digits = ((a->flags & NUMBER_BARE) != 0 || a->max == 0) && ((b->flags & NUMBER_BARE) != 0 || b->max == 0);
  if (a->max > SCORE_MOST || b->max > SCORE_MOST || !digits) return false;
  if (a->max == 0 || b->max == 0) return true;
  if (behind_unit(f, b->last) > b->last) return false;
  return a->min >= b->min || figure_was_said(f, item->first, FIGURE_SCORE_WINDOW, ISNAD_BOUNDS_EFFECT_SCORE);
}

/* "From 10 to 15" behind a verb of change is two values. */
static bool is_change(const figure_scan *f, const figure_item *item, link how, const number *a, const number *b) {
  return how == LINK_TO && (b->min < shared(a, b) || figure_was_said(f, item->first, CHANGE_WINDOW, ISNAD_BOUNDS_EFFECT_CHANGE));
}

void figure_read_range(figure_scan *f, figure_item *item, number *n) {
  number b;
  size_t second = 0, at = n->last;
  bool between = between_opens(f, item->first);
  if (n->kind == NUMBER_ORDINAL || n->kind == NUMBER_DECADE || (n->flags & NUMBER_VAGUE) != 0) return;
  size_t unit = behind_unit(f, at);
  link how = link_at(f, at, between, &second);
  if (unit > at && (how == LINK_NONE || how == LINK_AND)) how = link_at(f, unit, between, &second);
  if (how == LINK_NONE || !number_at(&b, f->tokens, second, f->unit->last) || !fits(how, n, &b)) return;
  if (second > unit && unit > at && behind_unit(f, b.last) == b.last) return; /* "in 15 months to 55.5" */
  if (unit > at && unit_kind(f, at) != unit_kind(f, b.last)) return;          /* "by 25% to 7.1 billion dollars" */
  if (is_change(f, item, how, n, &b)) {
    item->to = true;
    return;
  }
  if (how == LINK_DASH && is_score(f, item, n, &b)) {
    item->note.kind = ISNAD_FIGURE_SCORE;
  } else if (how == LINK_DASH && b.min <= n->min) {
    return;
  } else {
    item->note.qualifier = ISNAD_RANGE;
  }
  join(item, n, &b);
}

void figure_read_dual_range(figure_scan *f, figure_item *item) {
  number b;
  if (!figure_says(f, item->last, ISNAD_BOUNDS_EFFECT_OR) && !figure_says(f, item->last, ISNAD_BOUNDS_EFFECT_TO)) return;
  if (!number_at(&b, f->tokens, item->last + 1, f->unit->last) || b.kind != NUMBER_CARDINAL || b.min <= 2 || b.max > SCORE_MOST) return;
  item->note.qualifier = ISNAD_RANGE;
  item->note.max = b.min;
  item->note.number.end = item->note.span.end = b.span.end;
  item->last = item->after = b.last;
  size_t unit = behind_unit(f, b.last);
  if (unit > b.last) {
    item->after = unit;
    item->note.span.end = f->tokens->items[unit - 1].span.end;
  }
}
