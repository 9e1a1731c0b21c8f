/* Two texts share words: did one take them from the other, or both from a third? Who printed first need not have written. The signs of a third: an
 * agency that one of them credits where the shared words stand, or a sibling does; words that are a speaker's; two newsrooms that live on agencies
 * and of which neither names the other, as one does who takes from a rival. */
#include "chain/chain.h"

#include "store/packed.h"

/* A citation speaks for the words that it stands among, or so few bytes away from (a dateline, a closing credit). */
enum { NEARBY = 250, MOST_SIBLINGS = 64 };

typedef struct thirds {
  chain_candidates *list;
  isnad_arena *arena;
  const chain_input *in;
  size_t first, last; /* the candidates of one child in the list */
} thirds;

static isnad_span reach_of(const chain_passage *p, uint32_t article) { return packed_reach(p->spans, p->a == article); }

static bool near_by(isnad_span reach, isnad_span span) { return span.end + NEARBY >= reach.begin && span.begin <= reach.end + NEARBY; }

static bool overlaps(isnad_span a, isnad_span b) { return a.begin < b.end && b.begin < a.end; }

/* The agency that `article` credits for what it shares: best one with a name. Neither of the two can be it. */
static const chain_citation *credited(const chain_input *in, uint32_t article, const chain_candidate *copy, const chain_passage *shared) {
  const chain_citation *found = NULL;
  size_t first = 0, last = 0;
  isnad_span reach = reach_of(shared, article);
  chain_rows_of(&first, &last, in->citations, in->citation_count, article);
  for (size_t i = first; i < last; i++) {
    const chain_citation *c = &in->citations[i];
    if (!c->agency || (!c->article_wide && !near_by(reach, c->span))) continue;
    if (chain_names_outlet(c, &in->articles[copy->child]) || chain_names_outlet(c, &in->articles[copy->parent])) continue;
    if (found == NULL || (found->generic && !c->generic)) found = c;
  }
  return found;
}

/* An agency that the text itself names as the source of shared words, in no line of credits. */
static bool names_agency(const chain_input *in, uint32_t article, const chain_passage *shared) {
  size_t first = 0, last = 0;
  isnad_span reach = reach_of(shared, article);
  chain_rows_of(&first, &last, in->citations, in->citation_count, article);
  for (size_t i = first; i < last; i++) {
    const chain_citation *c = &in->citations[i];
    if (c->agency && !c->told && !isnad_slice_is(c->role, "credit") && near_by(reach, c->span)) return true;
  }
  return false;
}

/* The shared words were told to the one of the two who printed them first: they say so, and nothing in them is of an agency. */
static bool told_first(const chain_input *in, const chain_passage *p, uint32_t first, uint32_t later) {
  return chain_was_told(in, p, first) && !names_agency(in, first, p) && !names_agency(in, later, p);
}

static const chain_citation *better(const chain_citation *x, const chain_citation *y) {
  if (x == NULL || y == NULL) return x != NULL ? x : y;
  return x->generic && !y->generic ? y : x;
}

/* Of the child first, then of the parent, then of the siblings that share the same words with the child, in the order of the list. */
static const chain_citation *agency_of(const thirds *t, const chain_candidate *copy) {
  const chain_citation *found = better(credited(t->in, copy->child, copy, copy->passage), credited(t->in, copy->parent, copy, copy->passage));
  isnad_span reach = reach_of(copy->passage, copy->child);
  for (size_t i = t->first; (found == NULL || found->generic) && i < t->last && i < t->first + MOST_SIBLINGS; i++) {
    const chain_candidate *other = &t->list->items[i];
    if (other->passage == NULL || other == copy || !overlaps(reach, reach_of(other->passage, copy->child))) continue;
    found = better(found, credited(t->in, other->parent, copy, other->passage));
  }
  return found;
}

static const chain_citation *speaker_of(const chain_input *in, const chain_candidate *copy) {
  size_t first = 0, last = 0;
  isnad_span reach = reach_of(copy->passage, copy->child);
  chain_rows_of(&first, &last, in->statements, in->statement_count, copy->child);
  for (size_t i = first; i < last; i++)
    if (overlaps(reach, in->statements[i].span)) return &in->statements[i];
  return NULL;
}

/* Each of the two was told it, and in words of its own: what they share is what one statement explains. Whoever copies follows the text closely. */
static bool told_both(const chain_input *in, const chain_candidate *copy) {
  static const double closely = 0.88;
  return in->articles[copy->child].told && in->articles[copy->parent].told && copy->passage->identity < closely;
}

static chain_third third_of(const thirds *t, chain_candidate *copy) {
  const chain_article *child = &t->in->articles[copy->child], *parent = &t->in->articles[copy->parent];
  if (copy->passage == NULL || !copy->directed || copy->citation != NULL || child->listed || parent->listed) return CHAIN_THIRD_NONE;
  if (chain_same_outlet(child, parent)) return CHAIN_THIRD_NONE;
  if (parent->kind == CHAIN_OUTLET_AGENCY) return told_both(t->in, copy) ? CHAIN_THIRD_TOLD : CHAIN_THIRD_NONE;
  bool told = told_first(t->in, copy->passage, copy->parent, copy->child);
  if (copy->passage->said && (!told || child->told) && (copy->common = speaker_of(t->in, copy)) != NULL) return CHAIN_THIRD_SPEAKER;
  if (told_both(t->in, copy)) return CHAIN_THIRD_TOLD;
  if (told) return CHAIN_THIRD_NONE; /* the words are the parent's own, whoever is credited */
  if ((copy->common = agency_of(t, copy)) != NULL) return CHAIN_THIRD_NAMED;
  return child->kind == CHAIN_OUTLET_NEWSROOM && parent->kind == CHAIN_OUTLET_NEWSROOM ? CHAIN_THIRD_NEWSROOMS : CHAIN_THIRD_NONE;
}

bool chain_stands_for(const chain_candidate *c, const chain_candidate *copy, const chain_input *in) {
  if (c->child != copy->child || c == copy || copy->third == CHAIN_THIRD_TOLD) return false;
  if (copy->common == NULL) return c->is_third && (c->citation == NULL || c->elder);
  if (c->passage != NULL) return c->directed && chain_names_outlet(copy->common, &in->articles[c->parent]);
  return c->citation != NULL && chain_same_source(c->citation, copy->common);
}

/* Nothing is added when one stands for it already, among what was found before or since. */
static bool add_third(thirds *t, size_t at, size_t before) {
  chain_candidate copy = t->list->items[at];
  if (copy.third == CHAIN_THIRD_TOLD) return true; /* the speaker, who stands beside the report */
  for (size_t i = t->first; i < t->last; i++)
    if (i != at && chain_stands_for(&t->list->items[i], &copy, t->in)) return true;
  for (size_t i = before; i < t->list->count; i++)
    if (i != at && chain_stands_for(&t->list->items[i], &copy, t->in)) return true;
  chain_candidate third = {.child = copy.child, .parent = CHAIN_NO_ARTICLE, .citation = copy.common, .directed = true, .third = copy.third};
  third.is_third = true;
  third.share = copy.share;
  return chain_add_candidate(t->list, t->arena, &third);
}

/* --- who printed first --- */

/* The place of a candidate for each elder that has one, + 1. */
typedef struct elders {
  size_t *third;
  chain_candidates *list;
  isnad_arena *arena;
  const chain_input *in;
} elders;

/* `later` credits an agency, by its name, for words that are most of the elder's, who is a newsroom and not younger. */
static bool add_elder(elders *e, const chain_passage *p, uint32_t elder, uint32_t later) {
  enum { MOST_OF_IT_PERCENT = 50 };
  const chain_article *x = &e->in->articles[elder], *y = &e->in->articles[later];
  double share = p->a == elder ? p->a_in_b : p->b_in_a;
  if (!x->now || x->listed || y->listed || x->kind != CHAIN_OUTLET_NEWSROOM || share * 100 < MOST_OF_IT_PERCENT || p->said) return true;
  if (x->when.from > y->when.from || chain_same_outlet(x, y)) return true;
  chain_candidate c = {.child = elder, .parent = later, .passage = p};
  c.citation = credited(e->in, later, &c, p);
  if (c.citation == NULL || c.citation->generic || !c.citation->article_wide || chain_cites(e->in, elder, c.citation)) return true;
  if (told_first(e->in, p, elder, later)) return true;
  c = (chain_candidate){.child = elder, .parent = CHAIN_NO_ARTICLE, .citation = c.citation, .directed = true, .third = CHAIN_THIRD_NAMED};
  c.is_third = c.elder = true;
  c.signed_own = chain_signs_itself(e->in, elder);
  c.share = share;
  c.strength = (double)p->matched * p->identity;
  if (e->third[elder] == 0) {
    e->third[elder] = e->list->count + 1;
    return chain_add_candidate(e->list, e->arena, &c);
  }
  chain_candidate *known = &e->list->items[e->third[elder] - 1];
  bool by_name = known->strength == c.strength && known->citation->article > c.citation->article;
  if (known->strength < c.strength || by_name) *known = c;
  return true;
}

bool chain_find_elders(chain_candidates *list, isnad_arena *arena, const chain_input *in) {
  elders e = {isnad_arena_array(arena, in->count + 1, sizeof *e.third), list, arena, in};
  for (size_t i = 0; e.third != NULL && i < in->passage_count; i++) {
    const chain_passage *p = &in->passages[i];
    if (p->a == CHAIN_NO_ARTICLE || p->b == CHAIN_NO_ARTICLE || p->headline) continue;
    if (!add_elder(&e, p, p->a, p->b) || !add_elder(&e, p, p->b, p->a)) return false;
  }
  return e.third != NULL;
}

/* --- thirds of copies --- */

bool chain_find_thirds(chain_candidates *list, isnad_arena *arena, const chain_input *in) {
  thirds t = {.list = list, .arena = arena, .in = in};
  size_t found = list->count;
  for (t.first = 0; t.first < found; t.first = t.last) {
    size_t before = list->count;
    for (t.last = t.first; t.last < found && list->items[t.last].child == list->items[t.first].child; t.last++) continue;
    for (size_t i = t.first; i < t.last; i++) {
      if (list->items[i].is_third) continue; /* an elder's */
      list->items[i].third = third_of(&t, &list->items[i]);
      if (list->items[i].third != CHAIN_THIRD_NONE && !add_third(&t, i, before)) return false;
    }
  }
  return true;
}
