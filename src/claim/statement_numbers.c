/* The numbers that statements tell, in digits and in words: two wordings that differ in one are not one saying. */
#include "claim/figure_compare.h"
#include "claim/values.h"

void claim_find_numbers(claim_statements *statements, const claim_figures *figures) {
  size_t from = 0;
  for (size_t i = 0; i < statements->count; i++) {
    claim_statement *s = &statements->items[i];
    while (from < figures->count && (figures->items[from].report < s->report)) from++;
    size_t first = from;
    while (first < figures->count && figures->items[first].report == s->report && figures->items[first].mention.span.begin < s->mention.span.begin)
      first++;
    size_t last = first;
    while (last < figures->count && figures->items[last].report == s->report && figures->items[last].mention.span.end <= s->mention.span.end) last++;
    s->figures = figures->items + first;
    s->figure_count = last - first;
  }
}

/* A count of a listed thing or of what befell somebody, an amount, a share: nothing that is said in passing. */
static bool tells(const claim_figure *f) {
  bool named = f->thing.length > 0 || f->state.length > 0;
  return named && !f->vague && !figure_is_rank(f) && f->times <= 1;
}

static bool of_one_kind(const claim_figure *a, const claim_figure *b) {
  if (!isnad_slice_equal(a->measure, b->measure) || !figure_same_scope(a, b) || !figure_same_state(a, b)) return false;
  return isnad_slice_equal(a->thing, b->thing) || (a->toll && figure_may_be_one_thing(a, b));
}

/* How many of the kind a statement tells, and whether one of them may be this number. */
static size_t others(const claim_statement *s, const claim_figure *f, bool *met) {
  size_t count = 0;
  for (size_t i = 0; i < s->figure_count; i++) {
    if (!of_one_kind(&s->figures[i], f)) continue;
    count++;
    *met = *met || claim_values_agree(&s->figures[i], f);
  }
  return count;
}

bool claim_numbers_part(const claim_statement *a, const claim_statement *b) {
  for (size_t i = 0; i < a->figure_count; i++) {
    bool met = false, own = false;
    const claim_figure *f = &a->figures[i];
    if (tells(f) && others(b, f, &met) == 1 && !met && others(a, f, &own) == 1) return true;
  }
  return false;
}
