/* statement_pairs STORE STORY [WANT.tsv]: each two statements of two reports of a story that nothing keeps apart for good, one a line: whether the
 * table gives both to one claim (1, 0; - : it has not both), the two places, and what statement_likely.c reckons from, in the order of
 * data/statement_weights.tsv: what these are fitted on, with a logistic regression and a ridge of 1. */
#include "claim_table.h"

#include "claim/statement_matching.h"

static void print_pair(const matching *m, const row *rows, size_t count, size_t i, size_t k) {
  const claim_statement *a = at(m, i), *b = at(m, k);
  double x[STATEMENT_FEATURES];
  if (!statement_read_features(x, a, b, terms_compare(&a->terms, &b->terms), terms_compare(&m->telling[i], &m->telling[k]))) return;
  print_places(rows, count, "said", &a->mention, &b->mention);
  print_features(x, STATEMENT_FEATURES);
}

static isnad_status print_story(isnad_arena *arena, isnad_store *store, const char *name, const row *rows, size_t count, isnad_err *err) {
  claim_story story;
  claim_statements statements;
  isnad_status status = claim_load_story(&story, arena, store, isnad_slice_of(name), err);
  if (status == ISNAD_OK) status = claim_load_statements(&statements, &story, err);
  if (status != ISNAD_OK) return status;
  matching m = {.story = &story, .all = &statements, .first_count = statements.count};
  m.first = isnad_arena_array(arena, statements.count + 1, sizeof *m.first);
  for (size_t i = 0; m.first != NULL && i < statements.count; i++) m.first[i] = i;
  if (m.first == NULL || !statement_pairs_begin(&m)) return isnad_arena_fail(err, arena, "statement_pairs");
  for (size_t i = 0; i < statements.count; i++)
    for (size_t k = i + 1; k < statements.count; k++) print_pair(&m, rows, count, i, k);
  return ISNAD_OK;
}

int main(int argc, char **argv) { return print_pairs_of_story(argc, argv, print_story); }
