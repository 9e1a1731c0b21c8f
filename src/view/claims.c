/* The claims of a story: agreed ones first, then those told differently, then what was told once. */
#include "view/claim_words.h"
#include "view/contrasts.h"

static unsigned rank_of(isnad_verdict verdict) {
  static const unsigned ranks[] = {[ISNAD_VERDICT_AGREE] = 0,  [ISNAD_VERDICT_BOUNDS] = 0, [ISNAD_VERDICT_SUM] = 0,   [ISNAD_VERDICT_REVISED] = 1,
                                   [ISNAD_VERDICT_DIFFER] = 1, [ISNAD_VERDICT_DENIED] = 1, [ISNAD_VERDICT_SINGLE] = 2};
  return ranks[verdict];
}

isnad_status isnad_view_claims(isnad_store *store, isnad_slice story, const isnad_view *view, isnad_err *err) {
  sheet s;
  isnad_claims claims;
  isnad_status status = sheet_open(&s, view, err);
  if (status == ISNAD_OK) status = isnad_claims_of_story(&claims, s.arena, store, story, err);
  for (unsigned rank = 0; status == ISNAD_OK && rank < 3; rank++) {
    if (rank == 1 && !view->json) status = contrasts_lines(&s, &claims);
    for (size_t i = 0; status == ISNAD_OK && i < claims.count; i++) {
      if (rank_of(claims.items[i].verdict) != rank) continue;
      if (view->json) {
        claim_object(&s, &claims, &claims.items[i]);
        status = sheet_end(&s);
      } else {
        status = claim_lines(&s, &claims, &claims.items[i]);
      }
    }
  }
  return sheet_close(&s, status, "the story claims nothing");
}
