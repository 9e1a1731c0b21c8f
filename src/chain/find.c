/* The candidates: every shared passage is one, with the direction that the evidence tells; every cited medium is one, held here or not. */
#include "chain/chain.h"

#include <stdlib.h>

bool chain_add_candidate(chain_candidates *list, isnad_arena *arena, const chain_candidate *c) {
  if (list->count == list->room) {
    size_t room = list->room == 0 ? 1024 : list->room * 2;
    chain_candidate *items = isnad_arena_grow(arena, list->items, list->room, room, sizeof *items);
    if (items == NULL) return false;
    list->items = items;
    list->room = room;
  }
  list->items[list->count++] = *c;
  return true;
}

static bool dated(const chain_article *a) { return a->when.from < a->when.to; }

bool chain_same_outlet(const chain_article *a, const chain_article *b) {
  return a->outlet.length > 0 ? isnad_slice_equal(a->outlet, b->outlet)
                              : a->outlet_name.length > 0 && isnad_slice_equal(a->outlet_name, b->outlet_name);
}

/* One name may be the other's beginning: an agency is cited with and without its last words. */
static bool same_name(isnad_slice a, isnad_slice b) {
  enum { SHORTEST_NAME = 12 };
  isnad_slice shorter = a.length < b.length ? a : b, longer = a.length < b.length ? b : a;
  if (shorter.length < SHORTEST_NAME || !isnad_slice_starts(longer, shorter)) return false;
  return longer.length == shorter.length || longer.bytes[shorter.length] == ' ';
}

bool chain_names_outlet(const chain_citation *c, const chain_article *a) {
  if (c->source.length > 0 && a->outlet.length > 0) return isnad_slice_equal(c->source, a->outlet);
  return isnad_slice_equal(c->name, a->outlet_name) ? c->name.length > 0 : same_name(c->name, a->outlet_name);
}

void chain_rows_of(size_t *first, size_t *last, const chain_citation *rows, size_t count, uint32_t article) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (rows[middle].article < article)
      low = middle + 1;
    else
      high = middle;
  }
  *first = *last = low;
  while (*last < count && rows[*last].article == article) ++*last;
}

static void citations_of(const chain_input *in, uint32_t article, size_t *first, size_t *last) {
  chain_rows_of(first, last, in->citations, in->citation_count, article);
}

bool chain_same_source(const chain_citation *a, const chain_citation *b) {
  if (a->source.length > 0 || b->source.length > 0) return isnad_slice_equal(a->source, b->source);
  return isnad_slice_equal(a->name, b->name) || same_name(a->name, b->name);
}

bool chain_cites(const chain_input *in, uint32_t article, const chain_citation *source) {
  size_t first = 0, last = 0;
  chain_rows_of(&first, &last, in->citations, in->citation_count, article);
  for (size_t i = first; i < last; i++)
    if (chain_same_source(&in->citations[i], source)) return true;
  return false;
}

/* A source line that names the article's own outlet: the page is an aggregator's, which leaves the outlet's name at the top. The outlet itself does
 * not credit itself. */
static const chain_citation *credits_itself(const chain_input *in, uint32_t article) {
  size_t first = 0, last = 0;
  citations_of(in, article, &first, &last);
  for (size_t i = first; i < last; i++)
    if (isnad_slice_is(in->citations[i].rule, "source-line") && chain_names_outlet(&in->citations[i], &in->articles[article]))
      return &in->citations[i];
  return NULL;
}

static const chain_citation *citing(const chain_input *in, uint32_t child, uint32_t parent) {
  size_t first = 0, last = 0;
  const chain_article *c = &in->articles[child], *p = &in->articles[parent];
  if (chain_same_outlet(c, p)) return credits_itself(in, parent) == NULL ? credits_itself(in, child) : NULL;
  citations_of(in, child, &first, &last);
  for (size_t i = first; i < last; i++)
    if (chain_names_outlet(&in->citations[i], p)) return &in->citations[i];
  return NULL;
}

/* Whether a source of the child is one of the parent's [first, last); *whole: one of the two owes it the whole of the report. */
static bool cites_same(bool *whole, const chain_input *in, size_t first, size_t last, const chain_citation *c) {
  bool same = false;
  *whole = false;
  for (size_t i = first; i < last; i++) {
    const chain_citation *other = &in->citations[i];
    bool same_id = c->source.length > 0 && isnad_slice_equal(c->source, other->source);
    if (!same_id && !same_name(c->name, other->name) && !isnad_slice_equal(c->name, other->name)) continue;
    same = true;
    *whole = *whole || c->article_wide || other->article_wide;
  }
  return same;
}

static bool names_itself(const chain_input *in, const chain_citation *c) { return c->own || chain_names_outlet(c, &in->articles[c->article]); }

/* A child that holds most of its text from a parent owes it a credit, or one to the source from which both have it. */
static chain_credit credit_of(const chain_citation **instead, const chain_input *in, const chain_candidate *copy) {
  enum { MOST_OF_IT_PERCENT = 50 };
  const chain_article *c = &in->articles[copy->child], *p = &in->articles[copy->parent];
  uint32_t child = copy->child, parent = copy->parent;
  size_t first = 0, last = 0, parent_first = 0, parent_last = 0;
  if (copy->share * 100 < MOST_OF_IT_PERCENT || c->listed || chain_same_outlet(c, p)) return CHAIN_CREDIT_GIVEN;
  citations_of(in, child, &first, &last);
  citations_of(in, parent, &parent_first, &parent_last);
  chain_credit credit = CHAIN_CREDIT_NONE;
  for (size_t i = first; i < last; i++) {
    bool whole = false, same = cites_same(&whole, in, parent_first, parent_last, &in->citations[i]);
    if (chain_names_outlet(&in->citations[i], p) || whole) return CHAIN_CREDIT_GIVEN;
    if (same || names_itself(in, &in->citations[i])) continue; /* a sentence's source was copied with it */
    credit = CHAIN_CREDIT_OTHER;
    if (*instead == NULL || (in->citations[i].article_wide && !(*instead)->article_wide)) *instead = &in->citations[i];
  }
  return credit;
}

/* Which of two articles that share a passage is the child: 1 the first, -1 the second, 0 not told. Times decide where both are known and apart;
 * then who cites the other; then a list item comes from the article; then a text that lies wholly in a longer one is its shortening. */
static int child_of(const chain_input *in, const chain_passage *p) {
  const chain_article *a = &in->articles[p->a], *b = &in->articles[p->b];
  bool captured = p->edition && a->captured.to > 0 && b->captured.to > 0; /* a page that is changed in silence keeps its date */
  if (captured && a->captured.from != b->captured.from) return a->captured.from < b->captured.from ? -1 : 1;
  if (dated(a) && dated(b) && a->when.to <= b->when.from) return -1;
  if (dated(a) && dated(b) && b->when.to <= a->when.from) return 1;
  if (dated(a) && dated(b) && a->when.from != b->when.from && a->when.to - a->when.from == b->when.to - b->when.from)
    return a->when.from < b->when.from ? -1 : 1;
  bool a_cites = citing(in, p->a, p->b) != NULL, b_cites = citing(in, p->b, p->a) != NULL;
  if (a_cites != b_cites) return a_cites ? 1 : -1;
  if (a->listed != b->listed) return a->listed ? 1 : -1;
  if (p->a_in_b > 0.9 && p->b_in_a < 0.75) return 1;
  if (p->b_in_a > 0.9 && p->a_in_b < 0.75) return -1;
  return 0;
}

/* What an agency prints again, or puts right, is no copy from a paper that owes it the text. */
static bool owes_it(const chain_input *in, uint32_t paper, uint32_t agency) {
  size_t first = 0, last = 0;
  if (in->articles[agency].kind != CHAIN_OUTLET_AGENCY || chain_same_outlet(&in->articles[paper], &in->articles[agency])) return false;
  citations_of(in, paper, &first, &last);
  for (size_t i = first; i < last; i++)
    if (in->citations[i].article_wide && chain_names_outlet(&in->citations[i], &in->articles[agency])) return true;
  return false;
}

/* A correction has its text from what it corrects, and nobody else. */
static bool is_no_parent(const chain_input *in, uint32_t child, uint32_t parent) {
  uint32_t corrects = in->articles[child].corrects;
  return corrects > 0 ? parent != corrects - 1 : owes_it(in, parent, child);
}

/* Passages inside one outlet are its templates and series; a text that another page of it holds almost whole is an edition. A headline in the text of
 * another page is a link to further reading. */
static bool tells_nothing(const chain_input *in, const chain_passage *p) {
  const chain_article *a = &in->articles[p->a], *b = &in->articles[p->b];
  if (p->headline && !a->listed && !b->listed) return true;
  return chain_same_outlet(a, b) && p->a_in_b < 0.8 && p->b_in_a < 0.8;
}

static bool add_copies(chain_candidates *list, isnad_arena *arena, const chain_input *in) {
  for (size_t i = 0; i < in->passage_count; i++) {
    const chain_passage *p = &in->passages[i];
    if (p->a == CHAIN_NO_ARTICLE || p->b == CHAIN_NO_ARTICLE || tells_nothing(in, p)) continue;
    int side = child_of(in, p);
    uint32_t child = side > 0 ? p->a : p->b, parent = side > 0 ? p->b : p->a;
    if (!in->articles[child].now || (side != 0 && is_no_parent(in, child, parent))) continue;
    double strength = (double)p->matched * p->identity;
    chain_candidate c = {.child = child, .parent = parent, .passage = p, .directed = side != 0, .credit = CHAIN_CREDIT_GIVEN, .strength = strength};
    c.share = p->a == child ? p->a_in_b : p->b_in_a;
    if (side != 0) c.credit = credit_of(&c.instead, in, &c);
    if (side != 0) c.citation = citing(in, child, parent);
    if (!chain_add_candidate(list, arena, &c)) return false;
  }
  return true;
}

static bool is_copied_from(const chain_candidates *list, size_t copies, const chain_citation *citation) {
  for (size_t i = 0; i < copies; i++)
    if (list->items[i].citation == citation) return true;
  return false;
}

/* The report of the cited medium in the child's own story, when just one is held and it is not younger. */
static uint32_t held_report(const chain_input *in, const uint32_t *members, size_t count, const chain_citation *c) {
  uint32_t found = CHAIN_NO_ARTICLE;
  const chain_article *child = &in->articles[c->article];
  for (size_t i = 0; i < count; i++) {
    const chain_article *other = &in->articles[members[i]];
    if (members[i] == c->article || other->listed || other->capture == child->capture || !chain_names_outlet(c, other)) continue;
    if (dated(other) && dated(child) && other->when.from > child->when.from) continue;
    if (found != CHAIN_NO_ARTICLE) return CHAIN_NO_ARTICLE;
    found = members[i];
  }
  return found;
}

static bool cited_before(const chain_input *in, size_t first, size_t at) {
  const chain_citation *c = &in->citations[at];
  for (size_t i = first; i < at; i++)
    if (isnad_slice_equal(in->citations[i].name, c->name)) return true;
  return false;
}

/* A platform is where somebody wrote a sentence: the report has that from him, and is no child of the platform. */
static bool is_place_of_words(const chain_citation *c) { return (c->platform || isnad_slice_is(c->role, "social")) && !c->article_wide; }

/* The copied candidates of each child, as places in the sorted list. */
typedef struct copy_index {
  size_t *begin, *end;
} copy_index;

/* How much a citation accounts for. "Agencies" in a closing credit says less than any name beside it. */
static double strength_of(const chain_input *in, const chain_citation *c) {
  static const double whole = 60, some = 15, rest = 7;
  size_t first = 0, last = 0;
  if (c->relayed) return rest;
  if (!c->article_wide) return some;
  citations_of(in, c->article, &first, &last);
  for (size_t i = first; c->generic && isnad_slice_is(c->role, "credit") && i < last; i++) {
    const chain_citation *named = &in->citations[i];
    if (!named->generic && !named->nameless && !names_itself(in, named) && !is_place_of_words(named)) return rest;
  }
  return whole;
}

static bool add_declared(chain_candidates *list, isnad_arena *arena, const chain_input *in, const copy_index *copied) {
  for (size_t i = 0, first = 0; i < in->citation_count; i++) {
    const chain_citation *c = &in->citations[i];
    if (i > 0 && in->citations[i - 1].article != c->article) first = i;
    if (c->article == CHAIN_NO_ARTICLE || !in->articles[c->article].now || names_itself(in, c) || cited_before(in, first, i)) continue;
    if (is_place_of_words(c) || c->nameless) continue;
    chain_candidates copies = {list->items + copied->begin[c->article], copied->end[c->article] - copied->begin[c->article], 0};
    if (is_copied_from(&copies, copies.count, c)) continue;
    const chain_stories *s = &in->stories;
    uint32_t parent = held_report(in, s->order + s->begin[c->article], s->end[c->article] - s->begin[c->article], c);
    chain_candidate declared = {.child = c->article, .parent = parent, .citation = c, .directed = true, .strength = strength_of(in, c)};
    if (!chain_add_candidate(list, arena, &declared)) return false;
  }
  return true;
}

static int by_child(const void *a, const void *b) {
  const chain_candidate *x = a, *y = b;
  if (x->child != y->child) return x->child < y->child ? -1 : 1;
  if (x->directed != y->directed) return x->directed ? -1 : 1;
  if (x->strength != y->strength) return x->strength > y->strength ? -1 : 1;
  if (x->parent != y->parent) return x->parent < y->parent ? -1 : 1;
  return x->citation < y->citation ? -1 : x->citation > y->citation;
}

isnad_status chain_find(chain_candidates *out, isnad_arena *arena, const chain_input *in, isnad_err *err) {
  *out = (chain_candidates){NULL, 0, 0};
  size_t *places = isnad_arena_array(arena, 2 * (in->count + 1), sizeof *places);
  if (places == NULL) return isnad_arena_fail(err, arena, "chain");
  copy_index copied = {places, places + in->count};
  if (!add_copies(out, arena, in)) return isnad_arena_fail(err, arena, "chain");
  if (out->count > 1) qsort(out->items, out->count, sizeof *out->items, by_child);
  for (size_t i = 0; i < out->count; i++) {
    if (i == 0 || out->items[i - 1].child != out->items[i].child) copied.begin[out->items[i].child] = i;
    copied.end[out->items[i].child] = i + 1;
  }
  if (!add_declared(out, arena, in, &copied)) return isnad_arena_fail(err, arena, "chain");
  if (!chain_find_elders(out, arena, in)) return isnad_arena_fail(err, arena, "chain");
  if (out->count > 1) qsort(out->items, out->count, sizeof *out->items, by_child);
  if (!chain_find_thirds(out, arena, in)) return isnad_arena_fail(err, arena, "chain");
  if (out->count > 1) qsort(out->items, out->count, sizeof *out->items, by_child);
  return ISNAD_OK;
}
