/* claim_pairs STORE STORY [WANT.tsv]: each two figures of two reports of a story that nothing keeps apart for good, one a line: whether the table
 * (tests/golden_stories/README.md) gives both to one claim (1, 0; - : it has not both), whether their values agree, the two places, and what
 * figure_likely.c reckons from, in the order of data/figure_weights.tsv: what these are fitted on, with a logistic regression and a ridge of 1. */
#include "claim_table.h"

#include "claim/figure_grouping.h"
#include "claim/values.h"

static void print_pair(const grouping *g, const row *rows, size_t count, size_t i, size_t k) {
  const claim_figure *a = at(g, i), *b = at(g, k);
  double x[FIGURE_FEATURES];
  figure_beside beside = figure_stand_beside(g, i, k);
  if (!figure_read_features(x, a, b, &beside)) return;
  print_places(rows, count, claim_values_agree(a, b) ? "agree" : "differ", &a->mention, &b->mention);
  print_features(x, FIGURE_FEATURES);
}

static isnad_status print_story(isnad_arena *arena, isnad_store *store, const char *name, const row *rows, size_t count, isnad_err *err) {
  claim_story story;
  claim_figures figures;
  isnad_status status = claim_load_story(&story, arena, store, isnad_slice_of(name), err);
  if (status == ISNAD_OK) status = claim_load_figures(&figures, &story, err);
  if (status != ISNAD_OK) return status;
  grouping g = {.story = &story, .figures = &figures};
  if (!figure_pairs_begin(&g)) return isnad_arena_fail(err, arena, "claim_pairs");
  for (size_t i = 0; i < figures.count; i++)
    for (size_t k = i + 1; k < figures.count; k++)
      if (at(&g, i)->bucket == at(&g, k)->bucket || claim_values_agree(at(&g, i), at(&g, k))) print_pair(&g, rows, count, i, k);
  return ISNAD_OK;
}

int main(int argc, char **argv) { return print_pairs_of_story(argc, argv, print_story); }
