/* Who was told: words that say themselves to whom they were spoken are that outlet's, whatever a later copy signs them with. */
#include "chain/chain.h"

#include "store/packed.h"

/* Most of a text, below which a copy says nothing of a credit. */
static const double mostly = 0.5;

/* Where the copy names another, its words begin just behind. */
enum { NEXT_TO = 60 };

static bool is_credit(const chain_citation *c) { return isnad_slice_is(c->role, "credit"); }

void chain_mark_told(chain_input *in) {
  for (size_t i = 0; i < in->citation_count; i++) {
    chain_citation *c = &in->citations[i];
    if (c->article == CHAIN_NO_ARTICLE || is_credit(c)) continue;
    c->told = c->own || chain_names_outlet(c, &in->articles[c->article]);
    if (c->told) in->articles[c->article].told = true;
  }
}

/* Inside words that are shared, or just before them in the first line of the report. */
static bool stands_in(const chain_article *a, isnad_span shared, isnad_span told) {
  bool leads = told.end <= shared.begin && told.end + NEXT_TO > shared.begin && shared.begin <= a->lead_end;
  return leads || (shared.begin <= told.begin && told.end <= shared.end);
}

static bool stands_in_any(const chain_article *a, const chain_passage *p, bool first, isnad_span told) {
  for (size_t i = 0; i < packed_passages(p->spans); i++)
    if (stands_in(a, packed_side(p->spans, i, first), told)) return true;
  return false;
}

bool chain_was_told(const chain_input *in, const chain_passage *p, uint32_t article) {
  const chain_article *a = &in->articles[article];
  size_t first = 0, last = 0;
  if (a->exclusive) return true;
  if (!a->told) return false;
  for (uint32_t i = 0; i < a->told_count; i++)
    if (stands_in_any(a, p, p->a == article, a->told_at[i])) return true;
  chain_rows_of(&first, &last, in->citations, in->citation_count, article);
  for (size_t i = first; i < last; i++)
    if (in->citations[i].told && stands_in_any(a, p, p->a == article, in->citations[i].span)) return true;
  return false;
}

bool chain_signs_itself(const chain_input *in, uint32_t article) {
  size_t first = 0, last = 0;
  chain_rows_of(&first, &last, in->citations, in->citation_count, article);
  for (size_t i = first; i < last; i++)
    if (is_credit(&in->citations[i]) && chain_names_outlet(&in->citations[i], &in->articles[article])) return true;
  return false;
}

/* Most of the child is a copy of words that were told to the outlet of its parent. */
static bool is_of_teller(const chain_candidate *copy, const chain_input *in) {
  if (copy->passage == NULL || !copy->directed || copy->third != CHAIN_THIRD_NONE || copy->share < mostly) return false;
  return chain_was_told(in, copy->passage, copy->parent);
}

/* An agency prints no rival's interview as its own: a credit to one that neither shares the words nor is named by whoever was told is not believed.
 * A site or a channel may have had them from the teller. */
void chain_doubt_credits(chain_candidate *items, size_t count, const chain_input *in) {
  for (size_t i = 0; i < count; i++) {
    if (!is_of_teller(&items[i], in)) continue;
    for (size_t k = 0; k < count; k++) {
      chain_candidate *credit = &items[k];
      if (credit->passage != NULL || credit->citation == NULL || credit->is_third || !credit->citation->agency) continue;
      if (!is_credit(credit->citation) || credit->citation->generic || chain_cites(in, items[i].parent, credit->citation)) continue;
      credit->doubted = true;
    }
  }
}
