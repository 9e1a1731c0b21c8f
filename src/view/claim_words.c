#include "view/claim_words.h"

#include "arabic/forms.h"
#include "claim/figure_words.h"
#include "tables.h"
#include "view/counts.h"
#include "view/labels.h"
#include "view/nominative.h"
#include "view/said.h"

#include <string.h>

enum { LONGEST_THING = 60, SHORTEST_CASED = 8 };

/* --- words --- */

static bool one_of(isnad_slice word, const char *const *words, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (isnad_slice_is(word, words[i])) return true;
  return false;
}

/* States that are what a measure measures: "the depth" says more than "a length". */
static bool is_measured(isnad_slice state) {
  static const char *const states[] = {"distance", "depth",  "length", "area",   "speed", "heat",   "magnitude", "age",
                                       "lasted",   "within", "ago",    "prison", "term",  "output", "exports",   "imports"};
  return one_of(state, states, sizeof states / sizeof states[0]);
}

/* "20 new branches" counts a noun that stands behind its number in the accusative singular: the alef of that is left out. */
static isnad_slice without_case(sheet *s, const isnad_claim *c) {
  unsigned rest = (unsigned)((unsigned long long)c->versions[0].max % 100);
  isnad_slice words = c->what, out = {NULL, 0};
  if (rest < 11 || words.length > LONGEST_THING) return words;
  while (words.length > 0) {
    const char *blank = memchr(words.bytes, ' ', words.length);
    isnad_slice word = {words.bytes, blank != NULL ? (size_t)(blank - words.bytes) : words.length};
    words = (isnad_slice){words.bytes + word.length + (blank != NULL), words.length - word.length - (blank != NULL)};
    bool cased = word.length >= SHORTEST_CASED && letter_is_last(word, LETTER_ALEF);
    if (cased) word.length -= 2;
    out = words_joined(s, out, " ", word);
  }
  return out;
}

/* What is counted or measured. */
static isnad_slice thing_words(sheet *s, const isnad_claim *c) {
  bool nation = isnad_slice_starts(c->thing, isnad_slice_of("nation.")); /* said by its own noun */
  bool listed = c->thing.length > 0 && c->thing.bytes[0] != '~' && !nation,
       counted = isnad_slice_is(c->measure, "count") || isnad_slice_is(c->measure, "ordinal");
  bool currency = c->measure.length == 3 && c->measure.bytes[0] >= 'A' && c->measure.bytes[0] <= 'Z';
  if (!counted && c->state.length > 0 && is_measured(c->state)) return (isnad_slice){NULL, 0};
  if (currency)
    return c->state.length > 0 && !figure_is_toll(c->state) ? (isnad_slice){NULL, 0} : label_of(s->view, "measure.", isnad_slice_of("money"));
  if (!counted) return label_of(s->view, "measure.", c->measure);
  if (isnad_slice_is(c->thing, "person") && c->state.length > 0) return (isnad_slice){NULL, 0};
  if (listed) return label_of(s->view, "thing.", c->thing);
  if (c->what.length == 0 && c->state.length > 0) return (isnad_slice){NULL, 0};
  return c->count > 0 && c->what.length > 0 ? nominative(s, without_case(s, c), c->versions[0].min == 2 && c->versions[0].max == 2)
                                            : label_of(s->view, "measure.", c->measure);
}

/* A state that says something of this kind of number: nobody is "arrested" for kilometres. */
static bool is_said(const isnad_claim *c) {
  bool counted = isnad_slice_is(c->measure, "count") || isnad_slice_is(c->measure, "ordinal") || isnad_slice_is(c->measure, "percent");
  bool currency = c->measure.length == 3 && c->measure.bytes[0] >= 'A' && c->measure.bytes[0] <= 'Z';
  if (currency && figure_is_toll(c->state)) return false; /* what is paid to the kin of the dead */
  return c->state.length > 0 && (counted || currency || is_measured(c->state));
}

static isnad_slice figure_title(sheet *s, const isnad_claim *c) {
  isnad_slice words = thing_words(s, c);
  if (is_said(c)) words = words_joined(s, words, ": ", label_of(s->view, "state.", c->state));
  if (c->scope.length > 0 && words.length > 0) {
    isnad_slice scope = label_of(s->view, "scope.", c->scope);
    words = isnad_arena_printf(s->arena, "%.*s (%.*s)", (int)words.length, words.bytes, (int)scope.length, scope.bytes);
  }
  return words.length > 0 ? words : label_of(s->view, "kind.", isnad_slice_of("figure"));
}

isnad_slice claim_title(sheet *s, const isnad_claim *c) {
  if (c->kind == ISNAD_CLAIM_STATEMENT) return c->claimant.length > 0 ? c->claimant : label_word(s->view, "report.unnamed_speaker");
  if (c->kind == ISNAD_CLAIM_FIGURE) return figure_title(s, c);
  return words_joined(s, label_of(s->view, "kind.", isnad_slice_of(isnad_claim_kind_name(c->kind))), ": ", without_preposition(s, c->what));
}

/* The name of a place by its id; nothing for one that no table knows. */
static isnad_slice place_name(isnad_slice id) {
  for (size_t i = 0; id.length > 0 && i < isnad_places_count; i++)
    if (isnad_slice_equal(isnad_slice_of(isnad_places_rows[i].id), id)) return isnad_slice_of(isnad_places_rows[i].name);
  return (isnad_slice){NULL, 0};
}

isnad_slice claim_placed_title(sheet *s, const isnad_claim *c) {
  isnad_slice title = claim_title(s, c), place = c->kind == ISNAD_CLAIM_FIGURE ? place_name(c->place) : (isnad_slice){NULL, 0};
  return place.length > 0 ? words_joined(s, words_joined(s, title, " ", label_word(s->view, "report.in")), " ", place) : title;
}

isnad_slice claim_full_title(sheet *s, const isnad_claim *c) {
  isnad_slice title = claim_placed_title(s, c);
  return c->kind == ISNAD_CLAIM_FIGURE && c->claimant.length > 0
             ? isnad_arena_printf(s->arena, "%.*s (%.*s)", (int)title.length, title.bytes, (int)c->claimant.length, c->claimant.bytes)
             : title;
}

isnad_slice claim_verdict(sheet *s, const isnad_claim *c) {
  const char *id = isnad_verdict_name(c->verdict);
  if (c->kind == ISNAD_CLAIM_STATEMENT && c->verdict == ISNAD_VERDICT_BOUNDS) id = "wording";
  if (c->kind == ISNAD_CLAIM_STATEMENT && c->verdict == ISNAD_VERDICT_DIFFER) id = "altered";
  return label_of(s->view, "verdict.", isnad_slice_of(id));
}

/* Of a wording whose first mention tells it: another mention's verb belongs to other words. */
static isnad_slice statement_words(sheet *s, const isnad_claim_version *v) {
  const isnad_claim_mention *m = &v->mentions[0];
  said_parts parts = {m->verb, m->rule, v->words, m->told, m->claimant, isnad_slice_is(v->qualifier, "direct")};
  return said_whole(s, &parts);
}

isnad_slice version_words(sheet *s, const isnad_claim *c, const isnad_claim_version *v) {
  if (c->kind == ISNAD_CLAIM_STATEMENT) return statement_words(s, v);
  if (c->kind == ISNAD_CLAIM_DATE && v->key.length > 0) /* "yesterday" is another day on every page */
    return isnad_arena_printf(s->arena, "%.*s (%.*s)", (int)v->words.length, v->words.bytes, (int)v->key.length, v->key.bytes);
  bool bound =
      c->kind == ISNAD_CLAIM_FIGURE && v->qualifier.length > 0 && !isnad_slice_is(v->qualifier, "exact") && !isnad_slice_is(v->qualifier, "range");
  bool vague = isnad_slice_is(v->qualifier, "approx") && v->min != v->max; /* "dozens" says it itself */
  return bound && !vague ? words_joined(s, label_of(s->view, "qualifier.", v->qualifier), " ", v->words) : v->words;
}

bool claim_beside_tells(const isnad_claims *claims, const isnad_claim *c, const isnad_claim_neighbour *n) {
  bool same = n->why == ISNAD_CLAIM_BESIDE_CLAIMANT || n->why == ISNAD_CLAIM_BESIDE_SCOPE || n->why == ISNAD_CLAIM_BESIDE_WITNESS;
  bool sum = c->part_count > 0 && n->why == ISNAD_CLAIM_BESIDE_SCOPE; /* its parts are listed already */
  return same && !sum && !isnad_slice_is(c->scope, "part") && !claims->items[n->claim].versions[0].headline_only;
}

isnad_slice claim_denial_words(sheet *s, isnad_slice who) {
  return words_joined(s, label_word(s->view, "report.denial"), " ", who.length > 0 ? who : label_word(s->view, "report.unnamed_speaker"));
}

isnad_slice claim_support(sheet *s, size_t reports, const isnad_origins *origins) {
  if (reports == 0) return label_word(s->view, "report.list_only");
  isnad_slice comma = label_word(s->view, "report.comma"), of_reports = counted(s, "report", reports),
              of_origins = counted_range(s, "origin", origins->certain, origins->possible);
  return isnad_arena_printf(s->arena, "%.*s%.*s %.*s", (int)of_reports.length, of_reports.bytes, (int)comma.length, comma.bytes,
                            (int)of_origins.length, of_origins.bytes);
}

isnad_slice version_marks(sheet *s, const isnad_claim_version *v) {
  isnad_slice marks = {NULL, 0};
  if (v->headline_only) marks = label_word(s->view, "report.headline_only");
  if (v->single && v->reports > 0) marks = words_joined(s, marks, " / ", label_word(s->view, "report.single_source"));
  if (v->anonymous) marks = words_joined(s, marks, " / ", label_word(s->view, "report.anonymous"));
  if (v->altered) marks = words_joined(s, marks, " / ", label_word(s->view, "report.altered_copy"));
  return marks;
}
