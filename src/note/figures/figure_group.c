/* Enumerations: parts that share the noun of their whole, numbers that hold for each of the names behind them, and sums. */
#include "note/figures/figure.h"

#include <math.h>

enum {
  MOST_PARTS = 24,
  MOST_CHOICES = 10,
  NAMES_WINDOW = 60,
  MARK_WINDOW = 6,
  SHARE_WINDOW = 12,
  PARAGRAPHS = 2,
  STEM_BYTES = 4,
  AND_BYTES = 2,
  SMALL_WHOLE = 10
};

static void look_at(figure_scan *f, const figure_item *item) {
  f->unit = &f->s->units[item->unit];
  f->unit_index = item->unit;
}

static bool same_sentence(const figure_scan *f, const figure_item *a, const figure_item *b) {
  if (a->unit != b->unit) return false;
  for (size_t at = a->last; at < b->first; at++)
    if (figure_ends(f, at)) return false;
  return true;
}

static void lend(figure_item *to, const figure_item *from) {
  to->note.kind = from->note.kind;
  to->note.unit = from->note.unit;
  to->note.thing = from->note.thing;
  to->counted = from->counted;
  to->bare = false;
  to->lent = true;
}

/* --- nouns that stand only once --- */

/* "From 10 to 15 per cent", "78 of 83 aircraft": the noun stands with the second number. */
static void take_from_next(figure_item *item, const figure_item *next) {
  if (!item->to && !item->part) return;
  if (item->bare && !next->bare) lend(item, next);
  if (item->to && item->small && next->scale > item->note.min && item->note.min <= 10 * next->note.min / next->scale) {
    item->note.min *= next->scale;
    item->note.max *= next->scale;
  }
}

/* "5 million in 2019 and 6 in 2020": the noun stands with the figure before. */
static void take_from_last(const figure_scan *f, figure_item *item, const figure_item *last) {
  if (!item->bare || !item->open || item->note.kind != ISNAD_FIGURE_CARDINAL || last->bare) return;
  if (last->note.kind == ISNAD_FIGURE_ORDINAL || last->note.kind == ISNAD_FIGURE_AGE || last->note.kind == ISNAD_FIGURE_SCORE) return;
  bool near = last->unit == item->unit && item->and &&same_sentence(f, last, item);
  if (near || (last->counted && last->unit + 1 >= item->unit && last->note.min > item->note.max)) lend(item, last);
}

static void share_nouns(figure_scan *f) {
  const figure_item *last = NULL;
  for (size_t i = 0; i < f->count; i++) {
    figure_item *item = &f->items[i];
    look_at(f, item);
    if (i + 1 < f->count && f->items[i + 1].unit == item->unit) take_from_next(item, &f->items[i + 1]);
    if (last != NULL) take_from_last(f, item, last);
    if (!item->bare && item->note.kind != ISNAD_FIGURE_ORDINAL) last = item;
  }
}

/* --- names that follow --- */

static bool is_preposition(const figure_scan *f, size_t at) {
  const isnad_phrase *hit = figure_hit(f, at, ISNAD_TABLE_COUNTED);
  return hit != NULL && isnad_counted_rows[hit->row].kind == ISNAD_COUNTED_KIND_STOP;
}

static bool is_said(const figure_scan *f, size_t at) {
  const isnad_phrase *hit = figure_hit(f, at, ISNAD_TABLE_TRIGGERS);
  return hit != NULL && isnad_triggers_rows[hit->row].form == ISNAD_TRIGGERS_FORM_VERB;
}

/* How many names joined by "and" stand behind the number, up to `limit`, where the next figure begins or the paragraph ends. "And over the sea" goes
 * on with the list; "and said" ends it. */
static void count_names(const figure_scan *f, figure_item *item, size_t limit) {
  size_t at = item->after;
  item->each = figure_says(f, at, ISNAD_BOUNDS_EFFECT_EACH) || figure_says(f, at + 1, ISNAD_BOUNDS_EFFECT_EACH);
  if (!item->each && !is_preposition(f, at)) return;
  if (limit > at + NAMES_WINDOW) limit = at + NAMES_WINDOW;
  item->names = 1;
  for (at++; at < limit && !figure_ends(f, at); at++) {
    if (!figure_has_and(f, at)) continue;
    if ((at + 1 == limit && f->tokens->items[at].length <= AND_BYTES) || is_said(f, at)) break;
    item->names++;
  }
}

static void count_all_names(figure_scan *f) {
  for (size_t i = 0; i < f->count; i++) {
    figure_item *item = &f->items[i];
    if (item->note.kind == ISNAD_FIGURE_ORDINAL) continue;
    look_at(f, item);
    size_t limit = i + 1 < f->count && f->items[i + 1].unit == item->unit ? f->items[i + 1].first : f->unit->last;
    count_names(f, item, limit);
    if (item->each) item->note.times = (uint32_t)item->names;
  }
}

/* --- sums --- */

typedef struct enumeration {
  figure_item *total;
  figure_item *parts[MOST_PARTS];
  size_t count;
  bool fills; /* the text says that the parts are the whole */
} enumeration;

static bool same_stem(const figure_item *a, const figure_item *b) {
  isnad_slice x = a->note.unit, y = b->note.unit;
  if (x.length < STEM_BYTES || y.length < STEM_BYTES) return false;
  for (size_t i = 0; i < STEM_BYTES; i++)
    if (x.bytes[i] != y.bytes[i]) return false;
  return true;
}

/* A colon, or words like "distributed", between the whole and its first part. */
static bool is_filled(const figure_scan *f, const figure_item *total, const figure_item *first) {
  if (total->unit != first->unit) return false;
  size_t end = first->first < total->after + MARK_WINDOW ? first->first : total->after + MARK_WINDOW;
  for (size_t at = total->after; at < end; at++)
    if (figure_is_mark(f, at, ':') || figure_says(f, at, ISNAD_BOUNDS_EFFECT_FILLS)) return true;
  return false;
}

static bool is_part(const figure_scan *f, const enumeration *e, const figure_item *item) {
  const figure_item *last = e->count > 0 ? e->parts[e->count - 1] : e->total;
  if (item->note.kind != e->total->note.kind || item->unit > e->total->unit + PARAGRAPHS || item->note.max >= e->total->note.max) return false;
  if (item->lent || same_stem(item, e->total)) return true;
  return e->fills && same_sentence(f, last, item);
}

static void gather(figure_scan *f, enumeration *e, size_t at) {
  e->total = &f->items[at];
  e->count = 0;
  look_at(f, e->total);
  e->fills = at + 1 < f->count && is_filled(f, e->total, &f->items[at + 1]);
  for (size_t i = at + 1; i < f->count && e->count < MOST_PARTS; i++) {
    figure_item *item = &f->items[i];
    if (item->note.kind == ISNAD_FIGURE_ORDINAL) continue;
    if (!is_part(f, e, item)) return;
    e->parts[e->count++] = item;
  }
}

static double sum_of(const enumeration *e, size_t count, unsigned choice) {
  double sum = 0;
  unsigned bit = 0;
  for (size_t i = 0; i < count; i++) {
    const figure_item *p = e->parts[i];
    bool free = !p->each && p->names > 1 && bit < MOST_CHOICES;
    bool spread = p->each || (free && (choice >> bit & 1u) != 0);
    bit += free;
    sum += p->note.min * (spread ? (double)p->names : 1);
  }
  return sum;
}

static void mark(enumeration *e, size_t count, unsigned choice, uint32_t group, isnad_sum sum) {
  unsigned bit = 0;
  for (size_t i = 0; i < count; i++) {
    figure_item *p = e->parts[i];
    bool free = !p->each && p->names > 1 && bit < MOST_CHOICES;
    if (free && (choice >> bit & 1u) != 0) p->note.times = (uint32_t)p->names;
    bit += free;
    p->note.group = group;
  }
  e->total->note.group = group;
  e->total->note.sum = sum;
  e->total->note.differs_by = sum == ISNAD_SUM_DIFFERS ? sum_of(e, count, choice) - e->total->note.min : 0;
}

/* Equal sums come about by chance as well: a part must lean on the whole, or the text say that the parts fill it, or one sentence hold all. */
static bool hangs_together(const figure_scan *f, const enumeration *e, size_t count) {
  bool one_sentence = true, leans = false;
  for (size_t i = 0; i < count; i++) {
    one_sentence = one_sentence && same_sentence(f, e->total, e->parts[i]);
    leans = leans || e->parts[i]->lent;
  }
  return e->fills || leans || one_sentence;
}

/* A number before several names may hold for each of them: of all readings the one that adds up to the total is right. Fewest parts that add up. */
static bool add_up(const figure_scan *f, enumeration *e, uint32_t group) {
  for (size_t count = 2; count <= e->count; count++) {
    unsigned free = 0;
    if (!hangs_together(f, e, count)) continue;
    for (size_t i = 0; i < count; i++) free += !e->parts[i]->each && e->parts[i]->names > 1;
    unsigned choices = 1u << (free < MOST_CHOICES ? free : MOST_CHOICES);
    for (unsigned choice = 0; choice < choices; choice++) {
      if (fabs(sum_of(e, count, choice) - e->total->note.min) > 1e-6 * e->total->note.min) continue;
      mark(e, count, choice, group, ISNAD_SUM_AGREES);
      return true;
    }
  }
  return false;
}

static bool all_exact(const enumeration *e) {
  bool exact = e->total->note.qualifier == ISNAD_EXACT;
  for (size_t i = 0; i < e->count; i++) exact = exact && e->parts[i]->note.qualifier == ISNAD_EXACT;
  return exact;
}

static bool may_be_total(const figure_item *item) {
  if (item->note.kind == ISNAD_FIGURE_DURATION || item->note.kind == ISNAD_FIGURE_AGE || item->note.kind == ISNAD_FIGURE_SCORE) return false;
  return !item->lent && !item->bare && !item->part && item->note.kind != ISNAD_FIGURE_ORDINAL && item->note.kind != ISNAD_FIGURE_PERCENT &&
         item->note.min > 1 && item->note.min == item->note.max;
}

static void check_sums(figure_scan *f, uint32_t *group) {
  for (size_t i = 0; i + 2 < f->count; i++) {
    enumeration e;
    if (!may_be_total(&f->items[i]) || f->items[i].note.group != 0) continue;
    gather(f, &e, i);
    if (e.count < 2) continue;
    if (add_up(f, &e, *group + 1)) {
      ++*group;
    } else if (e.fills && all_exact(&e)) {
      mark(&e, e.count, 0, ++*group, ISNAD_SUM_DIFFERS);
    }
  }
}

/* Parts that lean on one noun but have no total to be held against: one group. */
static void group_lent(figure_scan *f, uint32_t *group) {
  for (size_t i = 1; i < f->count; i++) {
    figure_item *a = &f->items[i - 1], *b = &f->items[i];
    if (!b->lent || !b->and || b->note.group != 0 || a->note.kind != b->note.kind || a->unit != b->unit) continue;
    if (a->note.group == 0) a->note.group = ++*group;
    b->note.group = a->note.group;
  }
}

/* --- shares --- */

/* "78 of 83 (94 %)": the percentage is what the two make, to its own decimals. */
static void check_share(figure_item *part, const figure_item *whole, figure_item *share, uint32_t *group) {
  if (whole->note.min <= SMALL_WHOLE || part->note.min > whole->note.min) return; /* "9 of 10" is itself rounded */
  double made = 100 * part->note.min / whole->note.min, off = made - share->note.min;
  double step = share->note.min == floor(share->note.min) ? 1 : 0.1;
  if (share->note.qualifier == ISNAD_APPROX) step *= 2;
  bool agrees = fabs(off) <= step;
  part->note.group = share->note.group = ++*group;
  share->note.sum = agrees ? ISNAD_SUM_AGREES : ISNAD_SUM_DIFFERS;
  share->note.differs_by = agrees ? 0 : off;
}

static bool is_told_share(const figure_scan *f, const figure_item *whole, const figure_item *share) {
  if (share->note.kind != ISNAD_FIGURE_PERCENT || share->first > whole->after + SHARE_WINDOW || !same_sentence(f, whole, share)) return false;
  for (size_t at = whole->after; at < share->first; at++)
    if (figure_is_mark(f, at, '(') || figure_says(f, at, ISNAD_BOUNDS_EFFECT_EXACT)) return true;
  return false;
}

static void check_shares(figure_scan *f, uint32_t *group) {
  for (size_t i = 0; i + 2 < f->count; i++) {
    figure_item *part = &f->items[i], *whole = part + 1, *share = part + 2;
    if (!part->part || part->unit != whole->unit || whole->unit != share->unit || whole->note.group != 0) continue;
    look_at(f, part);
    if (!is_told_share(f, whole, share)) continue;
    check_share(part, whole, share, group);
    whole->note.group = part->note.group;
  }
}

void figure_group_all(figure_scan *f) {
  uint32_t group = 0;
  share_nouns(f);
  count_all_names(f);
  check_sums(f, &group);
  check_shares(f, &group);
  group_lent(f, &group);
}
