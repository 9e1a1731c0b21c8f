/* Figures of an article: every number with its bound, its kind and what it counts. */
#include "note/figures/figure.h"

#include "base/room.h"

static bool make_room(figure_scan *f) {
  if (f->count < f->room) return true;
  size_t wanted = f->room == 0 ? 32 : f->room * 2;
  figure_item *grown = arena_grow_room(f->s->arena, f->items, f->room, wanted, sizeof *f->items);
  if (grown == NULL) {
    f->s->failed = true;
    return false;
  }
  f->items = grown;
  f->room = wanted;
  return true;
}

static void keep(figure_scan *f, const figure_item *item) {
  if (!figure_joins_last(f, item) && make_room(f)) f->items[f->count++] = *item;
}

static isnad_figure_kind kind_of(const number *n) {
  switch (n->kind) {
  case NUMBER_ORDINAL:
    return ISNAD_FIGURE_ORDINAL;
  case NUMBER_FRACTION:
    return ISNAD_FIGURE_FRACTION;
  case NUMBER_DECADE:
    return ISNAD_FIGURE_AGE;
  default:
    return ISNAD_FIGURE_CARDINAL;
  }
}

static figure_item item_of(const figure_scan *f, const number *n) {
  bool definite = false;
  figure_item item = {.last = n->last, .after = n->last, .unit = f->unit_index, .scale = n->scale};
  item.first = figure_number_first(f, n, &definite);
  item.small = (n->flags & NUMBER_SCALED) == 0;
  item.and = (n->flags & NUMBER_AND) != 0 || (item.first < n->first && figure_has_and(f, item.first)) ||
             (item.first > f->unit->first && f->tokens->items[item.first - 1].length == 2 && figure_has_and(f, item.first - 1));
  item.note = (isnad_figure_note){.span = n->span,
                                  .number = n->span,
                                  .kind = kind_of(n),
                                  .qualifier = n->min < n->max ? ISNAD_APPROX : ISNAD_EXACT,
                                  .min = n->min,
                                  .max = n->max,
                                  .times = 1,
                                  .claimant = -1};
  if (n->row == NUMBER_NO_ROW)
    item.note.rule.name = "digits";
  else
    item.note.rule = (isnad_rule){NULL, ISNAD_TABLE_NUMBERS, n->row};
  return item;
}

/* Words that are numbers only with the right neighbours. */
static bool stands(const figure_scan *f, const figure_item *item, const number *n) {
  bool words = (n->flags & NUMBER_DIGITS) == 0, definite = (n->flags & NUMBER_DEFINITE) != 0;
  if (n->kind == NUMBER_FRACTION) return item->note.qualifier != ISNAD_EXACT || (!item->bare && !definite);
  if (n->kind == NUMBER_DECADE || figure_stands_alone(f, item->first, item->after)) return true;
  if (words && n->min == 1 && n->max == 1 && item->bare && figure_says(f, item->last, ISNAD_BOUNDS_EFFECT_OF)) return false; /* one of the best */
  if (words && definite && n->max <= 1000) return !item->bare || item->note.qualifier != ISNAD_EXACT || item->first + 1 < item->last;
  return true;
}

static bool is_measured(const figure_item *item) {
  return !item->bare && !item->counted && item->note.kind != ISNAD_FIGURE_FRACTION && item->after > item->last;
}

/* "And Germany the 12th": digits with the article and nothing counted. */
static bool is_rank(const figure_scan *f, const figure_item *item, const number *n) {
  bool definite = false;
  figure_number_first(f, n, &definite);
  return definite && item->bare && (n->flags & NUMBER_BARE) != 0 && item->note.kind == ISNAD_FIGURE_CARDINAL;
}

/* A minus sign, typed onto a measured number or one that stands alone. */
static void take_sign(const figure_scan *f, figure_item *item, const number *n) {
  if ((n->flags & NUMBER_DIGITS) == 0 || item->note.qualifier == ISNAD_RANGE || item->first == f->unit->first) return;
  size_t sign = item->first - 1;
  if (!figure_is_mark(f, sign, '-') || !figure_is_glued(f, item->first)) return;
  if (item->note.kind != ISNAD_FIGURE_PERCENT && item->note.kind != ISNAD_FIGURE_MEASURE && !figure_stands_alone(f, item->first, item->after)) return;
  item->note.min = -n->max;
  item->note.max = -n->min;
  item->note.number.begin = f->tokens->items[sign].span.begin;
  if (item->note.number.begin < item->note.span.begin) item->note.span.begin = item->note.number.begin;
}

static size_t take_number(figure_scan *f, size_t at) {
  number n;
  figure_item run;
  size_t behind = figure_run_time_at(f, at, &run);
  if (behind > at) {
    keep(f, &run);
    return behind;
  }
  if (!number_at(&n, f->tokens, at, f->unit->last) || figure_counts_nothing(f, &n)) return n.last > at ? n.last : at + 1;
  figure_item item = item_of(f, &n);
  if (n.kind == NUMBER_ORDINAL) {
    if (figure_read_ranked(f, &item, &n)) {
      item.note.has_min = item.note.has_max = true;
      keep(f, &item);
    }
    return n.last;
  }
  if (figure_read_place(f, &item, &n)) {
    item.note.has_min = item.note.has_max = true;
    keep(f, &item);
    return n.last;
  }
  figure_read_range(f, &item, &n);
  figure_read_noun(f, &item, &n);
  take_sign(f, &item, &n);
  if (is_rank(f, &item, &n)) item.note.kind = ISNAD_FIGURE_ORDINAL;
  figure_read_bounds(f, &item);
  if (stands(f, &item, &n)) keep(f, &item);
  return is_measured(&item) ? item.after : item.last;
}

static size_t take_result(figure_scan *f, size_t at) {
  figure_item item;
  size_t behind = figure_result_at(f, at, &item);
  if (behind > at) keep(f, &item);
  return behind;
}

/* --- two of a thing in one word --- */

static const isnad_phrase *dual_at(const figure_scan *f, size_t at) {
  static const isnad_table tables[] = {ISNAD_TABLE_UNITS, ISNAD_TABLE_CURRENCIES, ISNAD_TABLE_COUNTED};
  for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
    const isnad_phrase *hit = figure_unit_hit(f, at, tables[i], true);
    if (hit != NULL) return hit;
  }
  return NULL;
}

static void name_dual(figure_scan *f, figure_item *item, const isnad_phrase *hit) {
  if (hit->table == ISNAD_TABLE_UNITS) {
    const isnad_units_row *row = &isnad_units_rows[hit->row];
    item->note.kind = row->kind == ISNAD_UNITS_KIND_DURATION ? ISNAD_FIGURE_DURATION : ISNAD_FIGURE_MEASURE;
    item->note.unit = isnad_slice_of(row->name);
  } else if (hit->table == ISNAD_TABLE_CURRENCIES) {
    item->note.kind = ISNAD_FIGURE_MONEY;
    item->note.unit = isnad_slice_of(isnad_currencies_rows[hit->row].name);
  } else {
    figure_read_dual_noun(f, item, hit);
  }
}

/* "An hour and a half", "a metre and 80 centimetres": a unit by itself is one of it when a fraction or a smaller unit joins it. */
static size_t take_single(figure_scan *f, size_t at) {
  const isnad_phrase *hit = figure_hit(f, at, ISNAD_TABLE_UNITS);
  if (hit == NULL || hit->cell != ISNAD_UNITS_CELL_FORMS) hit = figure_hit(f, at, ISNAD_TABLE_CURRENCIES);
  if (hit == NULL || figure_is_definite(f, at)) return at + 1;
  figure_item item = {.first = at, .last = at + hit->count, .after = at + hit->count, .unit = f->unit_index, .scale = 1, .small = true};
  item.note = (isnad_figure_note){
      .span = hit->span, .number = hit->span, .min = 1, .max = 1, .times = 1, .claimant = -1, .rule = {NULL, (isnad_table)hit->table, hit->row}};
  figure_add_half(f, &item, at);
  name_dual(f, &item, hit);
  if (item.after == item.last && !figure_leads_smaller(f, &item)) return at + 1;
  figure_read_bounds(f, &item);
  keep(f, &item);
  return item.after;
}

static size_t take_dual(figure_scan *f, size_t at) {
  const isnad_phrase *hit = dual_at(f, at);
  if (hit == NULL) return take_single(f, at);
  figure_item item = {.first = at, .last = at + hit->count, .after = at + hit->count, .unit = f->unit_index, .scale = 1};
  item.note = (isnad_figure_note){.span = hit->span,
                                  .number = hit->span,
                                  .kind = ISNAD_FIGURE_CARDINAL,
                                  .min = 2,
                                  .max = 2,
                                  .times = 1,
                                  .claimant = -1,
                                  .rule = {NULL, (isnad_table)hit->table, hit->row}};
  item.and = hit->cut > 0 && figure_has_and(f, at);
  item.small = true;
  name_dual(f, &item, hit);
  if (hit->table != ISNAD_TABLE_COUNTED) {
    figure_add_half(f, &item, at);
    figure_read_dual_zero(f, &item);
  }
  figure_read_dual_range(f, &item);
  figure_read_bounds(f, &item);
  keep(f, &item);
  return item.after;
}

/* --- all of an article --- */

/* Which tables have a phrase at the token: most words have none of the four that can begin a figure. */
static uint32_t tables_at(const figure_scan *f, size_t at) {
  size_t count = 0;
  const isnad_phrase *hits = note_hits_at(f->unit, at, &count);
  uint32_t tables = 0;
  for (size_t i = 0; i < count; i++) tables |= UINT32_C(1) << hits[i].table;
  return tables;
}

static void scan_unit(figure_scan *f) {
  static const uint32_t numeral = UINT32_C(1) << ISNAD_TABLE_NUMBERS;
  static const uint32_t result = UINT32_C(1) << ISNAD_TABLE_BOUNDS;
  static const uint32_t noun = UINT32_C(1) << ISNAD_TABLE_UNITS | UINT32_C(1) << ISNAD_TABLE_CURRENCIES | UINT32_C(1) << ISNAD_TABLE_COUNTED;
  const isnad_token *tokens = f->tokens->items;
  for (size_t at = f->passed; at < f->unit->last && !f->s->failed;) { /* behind the date line */
    bool word = tokens[at].kind == ISNAD_TOKEN_WORD;
    uint32_t tables = word ? tables_at(f, at) : 0;
    size_t behind = !word || (tables & (numeral | result)) != 0 ? take_result(f, at) : at;
    if (behind > at)
      at = behind;
    else if (tokens[at].kind == ISNAD_TOKEN_NUMBER || (tables & numeral) != 0)
      at = take_number(f, at);
    else if ((tables & noun) != 0)
      at = take_dual(f, at);
    else
      at++;
  }
}

void note_figures(note_scan *s) {
  figure_scan f = {.s = s, .tokens = &s->page->tokens};
  for (size_t i = 0; i < s->unit_count && !s->failed; i++) {
    f.unit = &s->units[i];
    f.unit_index = i;
    f.passed = note_text_first(s, f.unit);
    f.score_last = 0;
    scan_unit(&f);
  }
  if (s->failed) return;
  figure_group_all(&f);
  for (size_t i = 0; i < f.count && !s->failed; i++) note_add_figure(s, &f.items[i].note);
}
