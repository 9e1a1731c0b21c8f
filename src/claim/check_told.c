/* The days, places and offices of a sentence held against what a story tells of the event or the name. */
#include "claim/check_judge.h"
#include "claim/told_clash.h"

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

static bool of_event(const isnad_prepared_told *t) { return isnad_slice_starts(t->subject, isnad_slice_of("event:")); }

/* Whether the version says what is asked, or at least does not say another thing. */
static bool told_agrees(check_looking *l, const isnad_prepared_told *asked, const isnad_claim_version *v) {
  isnad_slice kind = isnad_slice_of(asked->kind);
  if (isnad_slice_equal(asked->value, v->key)) return true;
  if (is(kind, "date")) return false;
  if (is(kind, "office")) return !told_offices_clash(l->arena, asked->value_name, v->words);
  if (is(kind, "name")) return !told_names_clash(l->arena, asked->value_name, v->words);
  return isnad_slice_starts(asked->value, v->key) || isnad_slice_starts(v->key, asked->value);
}

/* Elections in another country are other elections; of an event in a town another place may be told. */
static bool told_clashes(const isnad_prepared_told *asked, const isnad_claim_version *v) {
  if (!of_event(asked) || !is(isnad_slice_of(asked->kind), "place")) return true;
  return told_is_town(asked->value) && !isnad_slice_starts(asked->value, v->key) && !isnad_slice_starts(v->key, asked->value);
}

static bool is_office(const isnad_prepared_told *t) { return is(isnad_slice_of(t->kind), "office") || is(isnad_slice_of(t->kind), "name"); }

/* An office answers only a sentence that tells nothing besides: his title says nothing of his deeds. */
static bool asks_office(const check_looking *l, const isnad_prepared_told *asked) {
  return !is_office(asked) || l->ask.article.figure_count + l->ask.article.quote_count + l->ask.day_count + l->ask.word_count == 0;
}

static isnad_claim_point point_of(const isnad_prepared_told *asked) {
  if (is(isnad_slice_of(asked->kind), "date")) return ISNAD_POINT_DAY;
  return is(isnad_slice_of(asked->kind), "place") ? ISNAD_POINT_PLACE : ISNAD_POINT_OFFICE;
}

static isnad_status answer_told(check_looking *l, const check_story *story, size_t c, const isnad_prepared_told *asked) {
  const isnad_claim *claim = &story->claims.items[c];
  isnad_status status = ISNAD_OK;
  for (size_t v = 0; status == ISNAD_OK && v < claim->count; v++) {
    best_reading best = {.any = false};
    isnad_claim_answer answer = {.story = story->id, .claims = story->claims, .claim = c, .version = v};
    bool same = told_agrees(l, asked, &claim->versions[v]);
    status = check_read_version(&best, l, &claim->versions[v]);
    if (status != ISNAD_OK || !best.any || (best.reading.matter < CHECK_SAME_EVENT && !is_office(asked)) ||
        (!same && !told_clashes(asked, &claim->versions[v])))
      continue;
    const check_reading *r = &best.reading;
    isnad_slice untold = check_untold(l, &best.scene, SIZE_MAX, check_whole(l));
    answer.fit = r->fit;
    if (r->opposite || (of_event(asked) && r->met + 1 < r->names))
      continue;
    else if (same && is_office(asked))
      answer.match = ISNAD_MATCH_AGREES;
    else if (!same)
      check_differs(&answer, point_of(asked), claim->versions[v].words);
    else if (r->point != ISNAD_POINT_NONE)
      check_differs(&answer, r->point, r->instead);
    else if (check_all_named(r) && untold.length == 0 && r->matter >= CHECK_SAYS_ALL)
      answer.match = ISNAD_MATCH_AGREES;
    else
      check_near(&answer, check_lacks(l, r, untold, check_whole(l), &best.scene));
    status = check_add(l, &answer);
  }
  return status;
}

isnad_status check_judge_told(check_looking *l) {
  isnad_status status = ISNAD_OK;
  for (size_t t = 0; t < l->ask.prepared.told_count; t++) {
    const isnad_prepared_told *asked = &l->ask.prepared.told[t];
    if (asked->subject.length == 0 || asked->subject.bytes[0] == '@' || !asks_office(l, asked)) continue;
    for (size_t s = 0; status == ISNAD_OK && s < l->story_count; s++)
      for (size_t c = 0; status == ISNAD_OK && c < l->stories[s].claims.count; c++)
        if (is(isnad_slice_of(asked->kind), isnad_claim_kind_name(l->stories[s].claims.items[c].kind)))
          status = answer_told(l, &l->stories[s], c, asked);
  }
  return status;
}
