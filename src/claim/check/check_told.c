/* The office of a sentence held against those that a story tells of the name. */
#include "claim/check/check.h"
#include "claim/told_clash.h"

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

static bool told_agrees(check_looking *l, const isnad_prepared_told *asked, const isnad_claim_version *v) {
  if (isnad_slice_equal(asked->value, v->key)) return true;
  if (is(isnad_slice_of(asked->kind), "office")) return !told_offices_clash(l->arena, asked->value_name, v->words);
  return !told_names_clash(l->arena, asked->value_name, v->words);
}

static bool is_office(const isnad_prepared_told *t) { return is(isnad_slice_of(t->kind), "office") || is(isnad_slice_of(t->kind), "name"); }

/* An office answers only a sentence that tells nothing besides: his title says nothing of his deeds. */
static bool asks_office(const check_looking *l, const isnad_prepared_told *asked) {
  return is_office(asked) && l->ask.article.figure_count + l->ask.article.quote_count + l->ask.day_count + l->ask.word_count == 0;
}

static isnad_status answer_told(check_looking *l, const check_story *story, size_t c, const isnad_prepared_told *asked) {
  const isnad_claim *claim = &story->claims.items[c];
  isnad_status status = ISNAD_OK;
  for (size_t v = 0; status == ISNAD_OK && v < claim->count; v++) {
    isnad_claim_answer answer = {.story = story->id, .claims = story->claims, .claim = c, .version = v, .fit = story->fit};
    answer.match = told_agrees(l, asked, &claim->versions[v]) ? ISNAD_MATCH_AGREES : ISNAD_MATCH_DIFFERS;
    if (answer.match == ISNAD_MATCH_DIFFERS) {
      answer.point = ISNAD_POINT_OFFICE;
      answer.instead = claim->versions[v].words;
    }
    status = check_add(l, &answer);
  }
  return status;
}

/* Whether the claim is told of the name, or the office, that is asked for. */
static bool is_of(check_looking *l, const isnad_prepared_told *asked, const isnad_claim *c) {
  return is(isnad_slice_of(asked->kind), isnad_claim_kind_name(c->kind)) && told_names_nest(l->arena, asked->subject_name, c->what);
}

isnad_status check_judge_told(check_looking *l) {
  isnad_status status = ISNAD_OK;
  for (size_t t = 0; t < l->ask.prepared.told_count; t++) {
    const isnad_prepared_told *asked = &l->ask.prepared.told[t];
    if (asked->subject.length == 0 || asked->subject.bytes[0] == '@' || !asks_office(l, asked)) continue;
    for (size_t s = 0; status == ISNAD_OK && s < l->story_count; s++)
      for (size_t c = 0; status == ISNAD_OK && c < l->stories[s].claims.count; c++)
        if (is_of(l, asked, &l->stories[s].claims.items[c])) status = answer_told(l, &l->stories[s], c, asked);
  }
  return status;
}
