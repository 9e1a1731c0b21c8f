/* A sentence looked up among the claims of the store. */
#include "claim/check/check.h"

isnad_status isnad_claims_check(isnad_claim_answers *out, isnad_arena *arena, isnad_store *store, isnad_slice text, isnad_err *err) {
  *out = (isnad_claim_answers){0};
  check_looking *l = isnad_arena_alloc(arena, sizeof *l);
  if (l == NULL) return isnad_arena_fail(err, arena, "claim");
  *l = (check_looking){.arena = arena, .store = store, .out = out, .err = err};
  isnad_status status = isnad_arena_new(&l->scratch, 0);
  if (status == ISNAD_OK) status = check_words_read(&l->table, arena, err);
  if (status == ISNAD_OK) status = check_ask_read(&l->ask, arena, &l->table, text, err);
  if (status == ISNAD_OK) status = check_find(l);
  if (status == ISNAD_OK) status = check_judge_told(l);
  if (status == ISNAD_OK) status = check_judge_pages(l);
  if (status == ISNAD_OK) status = check_settle(l);
  isnad_arena_free(l->scratch);
  return status;
}
