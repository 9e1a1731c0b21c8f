/* The rows of the store that are most alike to a sentence, by story, and the answers that are made of them. */
#include "claim/check.h"
#include "store/sql.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_STORIES = 12, MOST_ROWS_NEAR = 200 };

static const double near_best = 0.6;

static bool keep(check_looking *l, check_nearest found) {
  if (l->count == l->room) {
    check_nearest *more = isnad_arena_grow(l->arena, l->found, l->room, l->room * 2 + 32, sizeof *more);
    if (more == NULL) return false;
    l->found = more;
    l->room = l->room * 2 + 32;
  }
  found.story = isnad_arena_copy(l->arena, found.story);
  l->found[l->count++] = found;
  return true;
}

isnad_status check_scan(check_looking *l, sqlite3_stmt *row, const claim_content *asked, double (*alike)(terms_overlap), double least) {
  isnad_status status;
  while ((status = store_step(l->store, row, l->err)) == ISNAD_OK) {
    claim_terms terms;
    claim_terms_unpack(&terms, store_column(row, 1));
    claim_content told = claim_content_of(&terms);
    terms_overlap o = terms_compare(asked, &told);
    check_nearest found = {.story = store_column(row, 0), .score = alike(o), .inside = o.a > 0 ? (double)o.common / o.a : 0};
    found.article = sqlite3_column_int64(row, 2);
    found.span = (isnad_span){(uint32_t)sqlite3_column_int64(row, 3), (uint32_t)sqlite3_column_int64(row, 4)};
    found.denies = sqlite3_column_count(row) > 5 && sqlite3_column_int(row, 5) != 0;
    if (found.score < least || keep(l, found)) continue;
    sqlite3_reset(row);
    return isnad_arena_fail(l->err, l->arena, "claim");
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

static int by_score(const void *left, const void *right) {
  const check_nearest *a = left, *b = right;
  if (a->score != b->score) return a->score > b->score ? -1 : 1;
  return isnad_slice_compare(a->story, b->story);
}

void check_best_first(check_looking *l) {
  if (l->count > 1) qsort(l->found, l->count, sizeof *l->found, by_score);
  if (l->count > MOST_ROWS_NEAR) l->count = MOST_ROWS_NEAR;
  while (l->count > 1 && l->found[l->count - 1].score < near_best * l->found[0].score) l->count--; /* told of something else */
}

bool check_next_story(const check_looking *l, size_t *at, isnad_slice *story) {
  size_t stories = 0;
  for (size_t i = 0; i < l->count; i++) {
    bool seen = false;
    for (size_t k = 0; k < i && !seen; k++) seen = isnad_slice_equal(l->found[k].story, l->found[i].story);
    if (seen || stories++ < *at) continue;
    *story = l->found[i].story;
    (*at)++;
    return stories <= MOST_STORIES;
  }
  return false;
}

isnad_status check_add_answer(isnad_claim_answers *out, check_looking *l, isnad_slice story, const isnad_claims *claims, size_t claim,
                              check_judgement judged) {
  for (size_t i = 0; i < out->count; i++) {
    isnad_claim_answer *given = &out->items[i];
    if (!isnad_slice_equal(given->story, story) || strcmp(given->claims.items[given->claim].id, claims->items[claim].id) != 0) continue;
    if (judged.match < given->match) {
      given->match = judged.match;
      given->missing = judged.missing;
    }
    return ISNAD_OK;
  }
  isnad_claim_answer *more = isnad_arena_grow(l->arena, out->items, out->count, out->count + 1, sizeof *more);
  if (more == NULL) return isnad_arena_fail(l->err, l->arena, "claim");
  out->items = more;
  more[out->count++] = (isnad_claim_answer){story, *claims, claim, judged.match, judged.missing};
  return ISNAD_OK;
}

/* Words are the caller's text or the page's, which live in the arena. */
isnad_status check_add_unanswered(isnad_claim_answers *out, check_looking *l, isnad_slice words) {
  isnad_slice *more = isnad_arena_grow(l->arena, out->unanswered, out->unanswered_count, out->unanswered_count + 1, sizeof *more);
  if (more == NULL) return isnad_arena_fail(l->err, l->arena, "claim");
  out->unanswered = more;
  more[out->unanswered_count++] = words;
  return ISNAD_OK;
}

static bool holds_row(const isnad_claim *c, const check_nearest *n) {
  for (size_t v = 0; v < c->count; v++)
    for (size_t m = 0; m < c->versions[v].count; m++) {
      const isnad_claim_mention *mention = &c->versions[v].mentions[m];
      if (mention->article == n->article && mention->span.begin <= n->span.begin && n->span.end <= mention->span.end) return true;
    }
  return false;
}

const check_nearest *check_row_of(const check_looking *l, isnad_slice story, const isnad_claim *c) {
  for (size_t i = 0; i < l->count; i++)
    if (isnad_slice_equal(l->found[i].story, story) && holds_row(c, &l->found[i])) return &l->found[i];
  return NULL;
}
