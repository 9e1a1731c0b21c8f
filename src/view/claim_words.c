#include "view/claim_words.h"

#include "tables.h"
#include "view/counts.h"
#include "view/labels.h"
#include "view/title.h"

#include <string.h>

enum { MOST_BESIDE = 3, LONGEST_THING = 60, SHORTEST_CASED = 8, LONGEST_STATEMENT = 300, LONGEST_AROUND = 160, OUTLET_WIDTH = 18 };

/* --- words --- */

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

static bool one_of(isnad_slice word, const char *const *words, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (is(word, words[i])) return true;
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
    bool cased = word.length >= SHORTEST_CASED && memcmp(word.bytes + word.length - 2, "\xD8\xA7", 2) == 0;
    if (cased) word.length -= 2;
    out = words_joined(s, out, " ", word);
  }
  return out;
}

/* What is counted or measured. */
static isnad_slice thing_words(sheet *s, const isnad_claim *c) {
  bool listed = c->thing.length > 0 && c->thing.bytes[0] != '~', counted = is(c->measure, "count") || is(c->measure, "ordinal");
  bool currency = c->measure.length == 3 && c->measure.bytes[0] >= 'A' && c->measure.bytes[0] <= 'Z';
  if (!counted && c->state.length > 0 && is_measured(c->state)) return (isnad_slice){NULL, 0};
  if (currency) return c->state.length > 0 ? (isnad_slice){NULL, 0} : label_of(s->view, "measure.", isnad_slice_of("money"));
  if (!counted) return label_of(s->view, "measure.", c->measure);
  if (is(c->thing, "person") && c->state.length > 0) return (isnad_slice){NULL, 0};
  if (listed) return label_of(s->view, "thing.", c->thing);
  if (c->what.length == 0 && c->state.length > 0) return (isnad_slice){NULL, 0};
  return c->count > 0 && c->what.length > 0 ? without_case(s, c) : label_of(s->view, "measure.", c->measure);
}

/* A state that says something of this kind of number: nobody is "arrested" for kilometres. */
static bool is_said(const isnad_claim *c) {
  bool counted = is(c->measure, "count") || is(c->measure, "ordinal") || is(c->measure, "percent");
  bool currency = c->measure.length == 3 && c->measure.bytes[0] >= 'A' && c->measure.bytes[0] <= 'Z';
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
  return words_joined(s, label_of(s->view, "kind.", isnad_slice_of(isnad_claim_kind_name(c->kind))), ": ", c->what);
}

/* The name of a place by its id; nothing for one that no table knows. */
static isnad_slice place_name(isnad_slice id) {
  for (size_t i = 0; id.length > 0 && i < isnad_places_count; i++)
    if (isnad_slice_equal(isnad_slice_of(isnad_places_rows[i].id), id)) return isnad_slice_of(isnad_places_rows[i].name);
  return (isnad_slice){NULL, 0};
}

isnad_slice claim_full_title(sheet *s, const isnad_claim *c) {
  isnad_slice title = claim_title(s, c);
  if (c->kind != ISNAD_CLAIM_FIGURE) return title;
  isnad_slice place = place_name(c->place);
  if (place.length > 0) title = words_joined(s, words_joined(s, title, " ", label_word(s->view, "report.in")), " ", place);
  return c->claimant.length > 0
             ? isnad_arena_printf(s->arena, "%.*s (%.*s)", (int)title.length, title.bytes, (int)c->claimant.length, c->claimant.bytes)
             : title;
}

isnad_slice version_words(sheet *s, const isnad_claim *c, const isnad_claim_version *v) {
  bool bound = c->kind == ISNAD_CLAIM_FIGURE && v->qualifier.length > 0 && !is(v->qualifier, "exact") && !is(v->qualifier, "range");
  bool vague = is(v->qualifier, "approx") && v->min != v->max; /* "dozens" says it itself */
  return bound && !vague ? words_joined(s, label_of(s->view, "qualifier.", v->qualifier), " ", v->words) : v->words;
}

bool claim_beside_tells(const isnad_claims *claims, const isnad_claim *c, const isnad_claim_neighbour *n) {
  bool same = n->why == ISNAD_CLAIM_BESIDE_CLAIMANT || n->why == ISNAD_CLAIM_BESIDE_SCOPE || n->why == ISNAD_CLAIM_BESIDE_WITNESS;
  bool sum = c->part_count > 0 && n->why == ISNAD_CLAIM_BESIDE_SCOPE; /* its parts are listed already */
  return same && !sum && !is(c->scope, "part") && !claims->items[n->claim].versions[0].headline_only;
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

/* --- JSON --- */

static void origins_array(json_writer *w, const isnad_origins *o) {
  json_key(w, "origins");
  json_open_array(w);
  json_u64(w, o->certain);
  json_u64(w, o->possible);
  json_close_array(w);
  if (o->count == 0) return;
  json_key(w, "roots");
  json_open_array(w);
  for (size_t i = 0; i < o->count; i++) {
    json_open_object(w);
    json_key_text(w, "kind", isnad_origin_kind_name(o->roots[i].kind));
    json_key_string(w, "id", o->roots[i].id);
    json_key_string(w, "name", o->roots[i].name);
    json_key_u64(w, "carriers", o->roots[i].carriers);
    json_close_object(w);
  }
  json_close_array(w);
}

static void mention_object(sheet *s, const isnad_claim_mention *m) {
  json_writer *w = &s->json;
  json_open_object(w);
  json_key_string(w, "article", m->label);
  json_key_string(w, "id", m->name);
  json_key_string(w, "outlet", m->outlet);
  sheet_json_when(s, "published", m->published, (isnad_slice){NULL, 0});
  json_key_span(w, "span", m->span);
  json_key_string(w, "words", m->words);
  json_key_string(w, "claimant", m->claimant);
  json_key_string(w, "claimant_id", m->claimant_id);
  if (m->anonymous) json_key_bool(w, "anonymous", true);
  if (m->headline) json_key_bool(w, "headline", true);
  if (m->bare) json_key_bool(w, "list_headline", true);
  json_key_string(w, "rule", m->rule);
  json_close_object(w);
}

static void version_object(sheet *s, const isnad_claim *c, const isnad_claim_version *v) {
  json_writer *w = &s->json;
  json_open_object(w);
  json_key_string(w, "words", v->words);
  json_key_string(w, "value", v->key);
  if (c->kind == ISNAD_CLAIM_FIGURE) {
    json_key_fixed(w, "min", v->min, 6);
    json_key_fixed(w, "max", v->max, 6);
    if (v->times > 1) json_key_u64(w, "times", v->times);
  }
  json_key_string(w, "qualifier", v->qualifier);
  json_key_u64(w, "reports", v->reports);
  origins_array(w, &v->origins);
  if (v->single) json_key_bool(w, "single_source", true);
  if (v->anonymous) json_key_bool(w, "anonymous", true);
  if (v->headline_only) json_key_bool(w, "headline_only", true);
  if (v->altered) json_key_bool(w, "altered_copy", true);
  json_key_string(w, "dropped", v->dropped);
  json_key_string(w, "added", v->added);
  json_key(w, "mentions");
  json_open_array(w);
  for (size_t i = 0; i < v->count; i++) mention_object(s, &v->mentions[i]);
  json_close_array(w);
  json_close_object(w);
}

static void neighbours(json_writer *w, const isnad_claims *claims, const isnad_claim *c) {
  if (c->part_count > 0) {
    json_key_text(w, "sum", c->sum == 1 ? "agrees" : "differs");
    json_key(w, "parts");
    json_open_array(w);
    for (size_t i = 0; i < c->part_count; i++) json_text(w, claims->items[c->parts[i]].id);
    json_close_array(w);
  }
  if (c->denied_by != SIZE_MAX) json_key_text(w, "denied_by", claims->items[c->denied_by].id);
  if (c->beside_count == 0) return;
  json_key(w, "beside");
  json_open_array(w);
  for (size_t i = 0; i < c->beside_count; i++) {
    json_open_object(w);
    json_key_text(w, "claim", claims->items[c->beside[i].claim].id);
    json_key_text(w, "why", isnad_claim_beside_name(c->beside[i].why));
    json_close_object(w);
  }
  json_close_array(w);
}

void claim_object(sheet *s, const isnad_claims *claims, const isnad_claim *c) {
  json_writer *w = &s->json;
  json_open_object(w);
  json_key_text(w, "id", c->id);
  json_key_text(w, "kind", isnad_claim_kind_name(c->kind));
  json_key_text(w, "verdict", isnad_verdict_name(c->verdict));
  json_key_string(w, "measure", c->measure);
  json_key_string(w, "thing", c->thing);
  json_key_string(w, "state", c->state);
  json_key_string(w, "scope", c->scope);
  json_key_string(w, "place", c->place);
  json_key_string(w, "what", c->what);
  json_key_string(w, "claimant", c->claimant);
  json_key_u64(w, "first", c->first);
  json_key_u64(w, "reports", c->reports);
  origins_array(w, &c->origins);
  json_key(w, "versions");
  json_open_array(w);
  for (size_t v = 0; v < c->count; v++) version_object(s, c, &c->versions[v]);
  json_close_array(w);
  neighbours(w, claims, c);
  json_close_object(w);
}

/* --- lines --- */

static isnad_status head_line(sheet *s, const isnad_claim *c) {
  sheet_style_on(s, SHEET_BOLD);
  sheet_words(s, label_of(s->view, "verdict.", isnad_slice_of(isnad_verdict_name(c->verdict))));
  sheet_printf(s, "  ");
  sheet_words(s, claim_full_title(s, c));
  sheet_style_off(s);
  if (c->reports > 1 || c->origins.possible > 1) {
    sheet_printf(s, "  ");
    sheet_words(s, claim_support(s, c->reports, &c->origins));
  }
  return sheet_end(s);
}

static isnad_status version_line(sheet *s, const isnad_claim *c, const isnad_claim_version *v) {
  sheet_printf(s, "  - ");
  sheet_excerpt(s, version_words(s, c, v), LONGEST_STATEMENT);
  if (c->count > 1 && !(v->single && v->reports <= 1)) {
    sheet_printf(s, "  ");
    sheet_words(s, claim_support(s, v->reports, &v->origins));
  }
  isnad_slice marks = version_marks(s, v);
  if (marks.length > 0) {
    sheet_printf(s, "  [");
    sheet_words(s, marks);
    sheet_printf(s, "]");
  }
  return sheet_end(s);
}

static isnad_status changed_line(sheet *s, const char *id, isnad_slice words) {
  if (words.length == 0) return ISNAD_OK;
  sheet_printf(s, "      ");
  sheet_words(s, label_word(s->view, id));
  sheet_printf(s, ": ");
  sheet_words(s, words);
  return sheet_end(s);
}

static isnad_status mention_line(sheet *s, const isnad_claim *c, const isnad_claim_mention *m) {
  sheet_printf(s, "      ");
  sheet_when_or(s, m->published, label_word(s->view, "report.no_date"));
  sheet_cell(s, m->outlet.length > 0 ? m->outlet : label_short(m->label), OUTLET_WIDTH);
  sheet_style_on(s, SHEET_DIM);
  sheet_printf(s, "%.*s [%u,%u)  ", (int)m->name.length, m->name.bytes, m->span.begin, m->span.end);
  sheet_style_off(s);
  if (c->kind == ISNAD_CLAIM_FIGURE) sheet_excerpt(s, m->around, LONGEST_AROUND);
  return sheet_end(s);
}

static isnad_status beside_lines(sheet *s, const isnad_claims *claims, const isnad_claim *c) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < c->part_count; i++) {
    const isnad_claim *part = &claims->items[c->parts[i]];
    sheet_printf(s, "    + ");
    sheet_words(s, part->versions[0].words);
    if (part->versions[0].times > 1) sheet_printf(s, " x %u", part->versions[0].times);
    status = sheet_end(s);
  }
  for (size_t i = 0, shown = 0; status == ISNAD_OK && i < c->beside_count && shown < MOST_BESIDE; i++) {
    const isnad_claim *other = &claims->items[c->beside[i].claim];
    if (!claim_beside_tells(claims, c, &c->beside[i])) continue;
    shown++;
    sheet_printf(s, "    ~ ");
    sheet_words(s, version_words(s, other, &other->versions[0]));
    sheet_printf(s, "  (");
    sheet_words(s, label_of(s->view, "beside.", isnad_slice_of(isnad_claim_beside_name(c->beside[i].why))));
    sheet_printf(s, ")");
    status = sheet_end(s);
  }
  if (status != ISNAD_OK || c->denied_by == SIZE_MAX) return status;
  const isnad_claim *denial = &claims->items[c->denied_by];
  sheet_printf(s, "    ! ");
  sheet_words(s, claim_title(s, denial));
  sheet_printf(s, " ");
  sheet_words(s, label_word(s->view, "report.denies"));
  sheet_printf(s, ": ");
  sheet_excerpt(s, denial->versions[0].words, LONGEST_STATEMENT);
  return sheet_end(s);
}

isnad_status claim_lines(sheet *s, const isnad_claims *claims, const isnad_claim *c) {
  isnad_status status = head_line(s, c);
  for (size_t v = 0; status == ISNAD_OK && v < c->count; v++) {
    const isnad_claim_version *version = &c->versions[v];
    status = version_line(s, c, version);
    if (status == ISNAD_OK) status = changed_line(s, "report.dropped", version->dropped);
    if (status == ISNAD_OK) status = changed_line(s, "report.added", version->added);
    for (size_t i = 0; status == ISNAD_OK && i < version->count; i++) status = mention_line(s, c, &version->mentions[i]);
  }
  return status == ISNAD_OK ? beside_lines(s, claims, c) : status;
}
