/* Places, days, offices and names told differently. Only what two reports tell of one thing, and only answers that cannot both hold, make a claim; of
 * events also a day or a place that two reports tell alike. Where in doubt there is none. */
#include "claim/build.h"

#include "base/clock.h"
#include "base/hash.h"
#include "claim/told_clash.h"
#include "claim/values.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_TOLD = 400, SHARED_EVENT = 3, EVENT_DAYS = 4, MATCH_DAYS = 2, COPIED_WORDS = 4 };

/* How alike the words around must be (Dice) for one event, for a clash about it, and for one office without a place in its name. */
static const double one_event = 0.1, event_clash = 0.34, one_office = 0.3, one_of_many = 0.5, copied_inside = 0.66;

typedef struct building {
  claim_builder *b;
  const claim_tolds *all;
  size_t *order; /* by kind, subject, value; then by report */
  claim_groups groups;
  map answers, named; /* what was asked of two answers; of a report and an answer */
  map ambiguous;      /* a report and a kind of event of which it tells two */
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

static const claim_told *at(const building *g, size_t i) { return &g->all->items[g->order[i]]; }

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

static bool of_event(const claim_told *t) { return isnad_slice_starts(t->subject, isnad_slice_of("event:")); }

static bool of_death(const claim_told *t) { return isnad_slice_starts(t->subject, isnad_slice_of("event:death")); }

static bool is_minute(const claim_told *t) { return is(t->kind, "minute"); }

static bool same_value(const claim_told *a, const claim_told *b) { return isnad_slice_equal(a->value, b->value); }

/* --- which answer one question --- */

static bool in_same_words(building *g, const claim_told *a, const claim_told *b) {
  isnad_arena_reset(g->b->origins.scratch);
  return told_in_same_words(g->b->origins.scratch, a->mention.words, b->mention.words);
}

/* Whether two tell of one thing: a name is one; of events and offices the words around say so. */
static bool one_question(building *g, const claim_told *a, const claim_told *b, bool clash) {
  terms_overlap o = terms_compare(&a->terms, &b->terms);
  if (of_death(a) && a->subject.length > sizeof "event:death") return o.shared >= 1;
  if (of_event(a) && clash && o.shared >= COPIED_WORDS && terms_contained(o) >= copied_inside) return true;
  if (of_event(a) && in_same_words(g, a, b)) return true;
  if (of_event(a)) return o.shared >= (clash ? SHARED_EVENT : 1) && terms_dice(o) >= (clash ? event_clash : one_event);
  return !is(a->kind, "name") || terms_dice(o) >= one_office;
}

static bool clash(building *g, const claim_told *a, const claim_told *b) {
  isnad_arena *scratch = g->b->origins.scratch;
  isnad_arena_reset(scratch);
  if (is_minute(a)) return told_minutes_clash(a->value, b->value);
  if (is(a->kind, "date") && told_same_weekday(scratch, a->value_name, b->value_name)) return false; /* "last Saturday", "on Saturday night" */
  if (is(a->kind, "date")) return told_days_clash(a->value, b->value, a->value_name, b->value_name);
  if (is(a->kind, "office")) return told_offices_clash(scratch, a->value_name, b->value_name);
  if (is(a->kind, "name")) return told_names_clash(scratch, a->value_name, b->value_name);
  if (told_names_nest(scratch, a->value_name, b->value_name)) return false;
  return of_event(a) ? told_towns_clash(a->value, b->value) : told_places_clash(a->value, b->value);
}

/* A report that tells both answers knows of two things. */
static bool told_together(const building *g, size_t first, size_t last, const claim_told *a, const claim_told *b) {
  for (size_t i = first, k = first; i < last; i++) {
    if (!same_value(at(g, i), a)) continue;
    while (k < last && (!same_value(at(g, k), b) || at(g, k)->report < at(g, i)->report)) k++;
    if (k == last) return false;
    if (at(g, k)->report == at(g, i)->report) return true;
  }
  return false;
}

enum { MAY_DIFFER = 1, CLASHES };

/* Whether two answers clash and no report tells both; asked once for each two answers of a subject. */
static bool answers_clash(building *g, size_t first, size_t last, const claim_told *a, const claim_told *b) {
  bool ordered = isnad_slice_compare(a->value, b->value) < 0;
  const claim_told *x = ordered ? a : b, *y = ordered ? b : a;
  uint64_t *known = map_put(&g->answers, hash64_seeded(x->value, hash64_seeded(y->value, first)));
  if (known == NULL) return false;
  if (*known == 0) *known = clash(g, x, y) && !told_together(g, first, last, x, y) ? CLASHES : MAY_DIFFER;
  return *known == CLASHES;
}

/* Whether the report of one names the answer of the other: it knows of two things. */
static bool names_other(building *g, const claim_told *a, const claim_told *b) {
  uint64_t *known = map_put(&g->named, hash64_seeded(b->value, a->report));
  if (known == NULL) return true;
  if (*known == 0) {
    isnad_arena_reset(g->b->origins.scratch);
    *known = told_is_named(g->b->origins.scratch, g->b->story->reports[a->report].text, b->value_name) ? CLASHES : MAY_DIFFER;
  }
  return *known == CLASHES;
}

/* Reports that tell two towns or two days of events of one kind know of two events: what they tell of either contradicts nobody. */
static bool mark_ambiguous(building *g, size_t first, size_t last) {
  map seen;
  if (!map_new(&seen, g->b->arena, last - first)) return false;
  for (size_t i = first; i < last; i++) {
    uint64_t *value = map_put(&seen, at(g, i)->report);
    if (value == NULL) return false;
    uint64_t own = hash64(at(g, i)->value) | 1;
    if (*value != 0 && *value != own && map_put(&g->ambiguous, hash64_seeded(at(g, i)->subject, at(g, i)->report)) == NULL) return false;
    *value = own;
  }
  return true;
}

static bool is_ambiguous(const building *g, const claim_told *t) { return map_get(&g->ambiguous, hash64_seeded(t->subject, t->report)) != NULL; }

/* The day on which the report was published. */
static bool tells_own_day(const building *g, const claim_told *t) {
  const isnad_interval *when = &g->b->story->reports[t->report].article.published;
  char iso[CLOCK_ISO_ROOM];
  if (when->from >= when->to) return true;
  size_t length = clock_iso(iso, when->from);
  return length >= t->value.length && memcmp(iso, t->value.bytes, t->value.length) == 0;
}

/* What happens again and again: a strike of Sunday and a strike of Monday are two unless the words are nearly the same. */
static bool recurs(const claim_told *t) {
  static const char *const kinds[] = {"event:strike",    "event:clashes", "event:protest", "event:attack",
                                      "event:explosion", "event:match",   "event:session"};
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
    if (is(t->subject, kinds[i])) return true;
  return false;
}

/* Of days: not two reports that each tell of their own day. */
static bool of_one_event(building *g, const claim_told *a, const claim_told *b) {
  bool days = is(a->kind, "date"), again = recurs(a), once = of_death(a);
  if (days && !once && tells_own_day(g, a) && tells_own_day(g, b)) return false;
  if (!days && claim_gap(&a->mention, &b->mention) >= EVENT_DAYS * (int64_t)DAY_SECONDS) return false;
  terms_overlap o = terms_compare(&a->terms, &b->terms);
  return !again || in_same_words(g, a, b) || terms_dice(o) >= one_of_many || (o.shared >= COPIED_WORDS && terms_contained(o) >= copied_inside);
}

static bool differ(building *g, size_t first, size_t last, const claim_told *a, const claim_told *b) {
  if (is_minute(a) && (is_ambiguous(g, a) || is_ambiguous(g, b) || claim_gap(&a->mention, &b->mention) >= MATCH_DAYS * (int64_t)DAY_SECONDS))
    return false;
  if (of_event(a) && (is_ambiguous(g, a) || is_ambiguous(g, b) || !of_one_event(g, a, b))) return false;
  if (!one_question(g, a, b, true) || !answers_clash(g, first, last, a, b)) return false;
  bool by_words = is(a->kind, "name") || (of_event(a) && !is(a->kind, "date"));
  return !by_words || (!names_other(g, a, b) && !names_other(g, b, a));
}

/* What two reports tell alike is worth a line: a day, a town. */
static bool is_shown(const claim_told *t) { return of_event(t) && (is(t->kind, "date") || told_is_town(t->value)); }

/* Of one subject [first, last): joins what tells of one thing; false when nothing clashes or agrees. */
static bool join_subject(building *g, size_t first, size_t last, bool *differs) {
  bool found = false;
  for (size_t i = first; i < last; i++)
    for (size_t k = i + 1; k < last; k++) {
      const claim_told *a = at(g, i), *b = at(g, k);
      if (a->report == b->report) continue;
      if (same_value(a, b)) {
        if (!one_question(g, a, b, false)) continue;
        groups_join(&g->groups, i, k);
        found = found || is_shown(a);
      } else if (differ(g, first, last, a, b)) {
        groups_join(&g->groups, i, k);
        differs[i] = differs[k] = found = true;
      }
    }
  return found;
}

/* --- claims --- */

static isnad_claim_kind kind_of(const claim_told *t) {
  if (is(t->kind, "date")) return ISNAD_CLAIM_DATE;
  if (is(t->kind, "name")) return ISNAD_CLAIM_NAME;
  if (is_minute(t)) return ISNAD_CLAIM_MINUTE;
  return is(t->kind, "place") ? ISNAD_CLAIM_PLACE : ISNAD_CLAIM_OFFICE;
}

/* The members of a group are in the order of values, then of reports. */
static isnad_status build_one(building *g, const size_t *members, size_t count, bool differs) {
  const claim_told *told = at(g, members[0]);
  isnad_claim *c = build_claim(g->b, kind_of(told));
  isnad_claim_mention *mentions = isnad_arena_array(g->b->arena, count, sizeof *mentions);
  isnad_claim_version *versions = isnad_arena_array(g->b->arena, count, sizeof *versions);
  if (c == NULL || mentions == NULL || versions == NULL) return isnad_arena_fail(g->b->err, g->b->arena, "claim");
  c->what = told->subject_name;
  for (size_t i = 0; i < count; i++) {
    const claim_told *t = at(g, members[i]);
    if (t->subject_name.length > c->what.length && of_event(t)) c->what = t->subject_name;
    if (i == 0 || !same_value(t, at(g, members[i - 1]))) {
      versions[c->count].key = t->value;
      versions[c->count++].words = t->value_name;
    }
    isnad_claim_version *v = &versions[c->count - 1];
    mentions[i] = t->mention;
    if (v->count++ == 0) v->mentions = &mentions[i];
  }
  isnad_status status = build_finish(g->b, c, versions);
  c->verdict = differs ? ISNAD_VERDICT_DIFFER : c->reports > 1 ? ISNAD_VERDICT_AGREE : ISNAD_VERDICT_SINGLE;
  return status;
}

static bool is_wanted(const claim_wanted *also, const claim_told *t) {
  for (size_t i = 0; also != NULL && i < also->count; i++)
    if (is(t->kind, also->items[i].kind) && isnad_slice_equal(also->items[i].subject, t->subject)) return true;
  return false;
}

static isnad_status build_subject(building *g, size_t first, size_t last) {
  bool *differs = isnad_arena_array(g->b->arena, last, sizeof *differs);
  isnad_status status = ISNAD_OK;
  if (differs == NULL) return isnad_arena_fail(g->b->err, g->b->arena, "claim");
  bool wanted = is_wanted(g->b->also, at(g, first));
  if (!join_subject(g, first, last, differs) && !wanted) return ISNAD_OK;
  for (size_t i = first; status == ISNAD_OK && i < last; i++) {
    size_t count = 0;
    bool differing = false, several = false;
    if (groups_root(&g->groups, i) != i) continue;
    size_t *members = build_members(g->b, &g->groups, i, &count);
    if (members == NULL) return isnad_arena_fail(g->b->err, g->b->arena, "claim");
    for (size_t k = 0; k < count; k++) {
      differing = differing || differs[members[k]];
      several = several || at(g, members[k])->report != at(g, members[0])->report;
    }
    if (wanted || differing || (several && is_shown(at(g, i)))) status = build_one(g, members, count, differing);
  }
  return status;
}

static bool sort_told(building *g) {
  told_key *keys = isnad_arena_array(g->b->arena, g->all->count + 1, sizeof *keys);
  g->order = isnad_arena_array(g->b->arena, g->all->count + 1, sizeof *g->order);
  if (keys == NULL || g->order == NULL || !groups_new(&g->groups, g->b->arena, g->all->count) || !map_new(&g->ambiguous, g->b->arena, 64) ||
      !map_new(&g->answers, g->b->arena, 64) || !map_new(&g->named, g->b->arena, 64))
    return false;
  for (size_t i = 0; i < g->all->count; i++) keys[i] = (told_key){&g->all->items[i], i};
  if (g->all->count > 1) qsort(keys, g->all->count, sizeof *keys, by_key);
  for (size_t i = 0; i < g->all->count; i++) g->order[i] = keys[i].index;
  return true;
}

static size_t end_of_subject(const building *g, size_t first) {
  const claim_told *a = at(g, first);
  size_t last = first;
  while (last < g->all->count && isnad_slice_equal(at(g, last)->kind, a->kind) && isnad_slice_equal(at(g, last)->subject, a->subject)) last++;
  return last;
}

isnad_status build_told(claim_builder *b, const claim_tolds *told) {
  building g = {.b = b, .all = told};
  if (!sort_told(&g)) return isnad_arena_fail(b->err, b->arena, "claim");
  isnad_status status = ISNAD_OK;
  for (size_t first = 0, last = 0; first < told->count; first = last) {
    last = end_of_subject(&g, first);
    if ((of_event(at(&g, first)) || is_minute(at(&g, first))) && !mark_ambiguous(&g, first, last)) return isnad_arena_fail(b->err, b->arena, "claim");
  }
  for (size_t first = 0, last = 0; status == ISNAD_OK && first < told->count; first = last) {
    last = end_of_subject(&g, first);
    bool known = at(&g, first)->subject.length > 0 && at(&g, first)->subject.bytes[0] != '@';
    if (known) status = build_subject(&g, first, last - first < MOST_TOLD ? last : first + MOST_TOLD);
  }
  return status;
}
