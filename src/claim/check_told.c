/* What a sentence tells of a day, a place, an office or its holder, held against what the reports tell. */
#include "claim/check.h"
#include "claim/told_clash.h"

/* How alike the words around an event must be (Dice): events of one kind are many, a person and a base are one. */
static const double event_alike = 0.2, any = 0;

enum { SHARED_EVENT = 3 };

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

static bool of_event(const isnad_prepared_told *t) { return isnad_slice_starts(t->subject, isnad_slice_of("event:")); }

/* Two words that an event shares with another say little. */
static double events_alike(terms_overlap o) { return o.shared >= SHARED_EVENT ? terms_dice(o) : 0; }

static double all_alike(terms_overlap o) {
  (void)o;
  return 1;
}

/* Whether the version says what is asked, or at least does not say another thing. */
static bool agrees(check_looking *l, const isnad_prepared_told *asked, const isnad_claim_version *v) {
  if (isnad_slice_equal(asked->value, v->key)) return true;
  if (is(isnad_slice_of(asked->kind), "date")) return false;
  if (is(isnad_slice_of(asked->kind), "office")) return !told_offices_clash(l->arena, asked->value_name, v->words);
  if (is(isnad_slice_of(asked->kind), "name")) return !told_names_clash(l->arena, asked->value_name, v->words);
  return isnad_slice_starts(asked->value, v->key) || isnad_slice_starts(v->key, asked->value);
}

/* Elections in another country are other elections; of an event in a town another place may be told. */
static bool clashes(const isnad_prepared_told *asked, const isnad_claim *c) {
  if (!of_event(asked) || !is(isnad_slice_of(asked->kind), "place")) return true;
  for (size_t v = 0; told_is_town(asked->value) && v < c->count; v++) {
    isnad_slice key = c->versions[v].key;
    if (!isnad_slice_starts(asked->value, key) && !isnad_slice_starts(key, asked->value)) return true;
  }
  return false;
}

/* Where the sentence tells a number or a day, that an attack was in Kabul answers nothing unless these do, in the same story. */
static bool beside_others(const isnad_claim_answers *out, const check_looking *l, const isnad_prepared_told *asked, isnad_slice story) {
  bool day = l->asks_day && !is(isnad_slice_of(asked->kind), "date");
  if (l->article->figure_count == 0 && !day) return true;
  for (size_t i = 0; i < out->count; i++)
    if (out->items[i].match != ISNAD_MATCH_DIFFERS && isnad_slice_equal(out->items[i].story, story)) return true;
  return false;
}

static isnad_status answer_story(isnad_claim_answers *out, check_looking *l, const isnad_prepared_told *asked, isnad_slice story) {
  isnad_claims claims;
  claim_wanted also = {isnad_slice_of(asked->kind), asked->subject};
  isnad_status status = claims_with_told(&claims, l->arena, l->store, story, &also, l->err);
  for (size_t c = 0; status == ISNAD_OK && c < claims.count; c++) {
    const isnad_claim *claim = &claims.items[c];
    bool found = false;
    if (!is(isnad_slice_of(asked->kind), isnad_claim_kind_name(claim->kind)) || check_row_of(l, story, claim) == NULL) continue;
    for (size_t v = 0; v < claim->count; v++) found = found || agrees(l, asked, &claim->versions[v]);
    check_judgement judged = {.match = found ? ISNAD_MATCH_AGREES : ISNAD_MATCH_DIFFERS, .answers = found || clashes(asked, claim)};
    if (found && of_event(asked) && !beside_others(out, l, asked, story)) continue;
    if (judged.answers) status = check_add_answer(out, l, story, &claims, c, judged);
  }
  return status;
}

isnad_status check_told(isnad_claim_answers *out, check_looking *l, const isnad_prepared_told *asked) {
  static const char sql[] = "SELECT m.story, t.terms, t.article, t.begin, t.end FROM told t JOIN story_member m ON m.article = t.article"
                            " WHERE t.kind = ?1 AND t.subject = ?2";
  claim_content terms;
  if (asked->subject.length == 0 || asked->subject.bytes[0] == '@') return ISNAD_OK; /* a name that the sentence alone knows */
  sqlite3_stmt *row = store_statement(l->store, sql, l->err);
  if (row == NULL) return ISNAD_STORE;
  if (!claim_content_unpack(&terms, l->arena, asked->terms)) return isnad_arena_fail(l->err, l->arena, "claim");
  store_bind_text(row, 1, isnad_slice_of(asked->kind));
  store_bind_words(row, 2, asked->subject);
  l->count = 0;
  size_t before = out->count;
  isnad_status status = check_scan(l, row, &terms, of_event(asked) ? events_alike : all_alike, of_event(asked) ? event_alike : any);
  check_best_first(l);
  isnad_slice story;
  for (size_t at = 0; status == ISNAD_OK && check_next_story(l, &at, &story);) status = answer_story(out, l, asked, story);
  bool holder = is(isnad_slice_of(asked->kind), "name"); /* the same told the other way round: the office is asked about already */
  return status == ISNAD_OK && out->count == before && !holder ? check_add_unanswered(out, l, asked->value_name) : status;
}
