/* Which claim of a story bears a sentence, or a number of it. */
#include "claim/check/check.h"

static bool meets(isnad_span a, isnad_span b) { return a.begin < b.end && b.begin < a.end; }

static bool asks_day(const check_ask *ask) { return ask->day_count > 0; }

static bool asks_place(const check_ask *ask) {
  for (size_t i = 0; i < ask->name_count; i++)
    if (ask->names[i].type == ISNAD_NAME_PLACE && !ask->names[i].adjective) return true;
  return false;
}

/* How much of the claim's words lie in the sentence; a claim of the very bytes of the evidence is all of it. */
static uint32_t bears(const check_ask *ask, const isnad_claim *c, const isnad_claim_mention *m, isnad_span evidence, isnad_span sentence) {
  bool figure = c->kind == ISNAD_CLAIM_FIGURE, day = c->kind == ISNAD_CLAIM_DATE, place = c->kind == ISNAD_CLAIM_PLACE;
  if ((day && asks_day(ask)) || (place && asks_place(ask))) return meets(m->span, sentence) ? 1u + day : 0;
  if (evidence.begin < evidence.end && meets(m->span, evidence)) return figure ? UINT32_MAX : UINT32_MAX - 1;
  if (figure || c->kind != ISNAD_CLAIM_STATEMENT || !meets(m->span, sentence) || evidence.begin < evidence.end) return 0;
  uint32_t begin = m->span.begin > sentence.begin ? m->span.begin : sentence.begin, end = m->span.end < sentence.end ? m->span.end : sentence.end;
  return 2 * (end - begin) >= sentence.end - sentence.begin ? end - begin : 0;
}

bool check_claim_of(size_t *claim, size_t *version, const check_ask *ask, const isnad_claims *claims, int64_t article, isnad_span evidence,
                    isnad_span sentence) {
  uint32_t most = 0;
  for (size_t c = 0; c < claims->count; c++)
    for (size_t v = 0; v < claims->items[c].count; v++) {
      const isnad_claim_version *told = &claims->items[c].versions[v];
      for (size_t m = 0; m < told->count; m++) {
        uint32_t much = told->mentions[m].article == article ? bears(ask, &claims->items[c], &told->mentions[m], evidence, sentence) : 0;
        if (much <= most) continue;
        most = much;
        *claim = c;
        *version = v;
      }
    }
  return most > 0;
}
