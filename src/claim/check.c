/* A sentence looked up among the claims of the store. */
#include "claim/check.h"
#include "claim/scan.h"
#include "claim/values.h"

#include <string.h>

enum { LOWEST_RANK = 4 };

/* How alike the words must be (Dice) for a figure, and how much of the sentence a statement must hold. */
static const double figure_alike = 0.12, number_alike = 0.3, statement_alike = 0.3, statement_of_others = 0.5;

/* --- figures --- */

/* What befell others elsewhere is another event. */
static bool elsewhere(const claim_figure *asked, const isnad_claim *c) {
  claim_figure other = {.place = c->place};
  return asked->toll && claim_places(asked, &other) == MEET_APART;
}

/* "Dozens" is no answer to how many. */
static bool is_vague(const isnad_claim *c) {
  for (size_t v = 0; v < c->count; v++)
    if (c->versions[v].min == c->versions[v].max || !isnad_slice_equal(c->versions[v].qualifier, isnad_slice_of("approx"))) return false;
  return true;
}

/* A part is asked for as a part, a sum as a sum; the very number answers however it stands to others. */
static bool same_scope(const claim_figure *asked, const isnad_claim *c, bool equal) {
  bool loose = c->scope.length == 0 || isnad_slice_equal(c->scope, isnad_slice_of("other"));
  return loose || equal || isnad_slice_equal(asked->scope, c->scope);
}

static bool answers(const claim_figure *asked, const isnad_claim *c, bool equal) {
  if (c->kind != ISNAD_CLAIM_FIGURE || !isnad_slice_equal(c->measure, asked->measure) || is_vague(c) || !same_scope(asked, c, equal)) return false;
  if (asked->toll) return isnad_slice_equal(c->state, asked->state);
  bool thing = isnad_slice_equal(c->thing, asked->thing) || (equal && (c->thing.length == 0 || asked->thing.length == 0));
  return thing && (asked->state.length == 0 || c->state.length == 0 || isnad_slice_equal(c->state, asked->state));
}

/* The rows of figures that count what is asked, and those that are the very number. */
static isnad_status find_figures(check_looking *l, const claim_figure *asked, const isnad_prepared_figure *prepared) {
  static const char by_thing[] = "SELECT m.story, f.terms, f.article, f.begin, f.end FROM figure f JOIN story_member m ON m.article = f.article"
                                 " WHERE f.measure = ?1 AND f.thing IS ?2";
  static const char by_state[] = "SELECT m.story, f.terms, f.article, f.begin, f.end FROM figure f JOIN story_member m ON m.article = f.article"
                                 " WHERE f.measure = ?1 AND f.state IS ?2";
  static const char by_number[] = "SELECT m.story, f.terms, f.article, f.begin, f.end FROM figure f JOIN story_member m ON m.article = f.article"
                                  " WHERE f.measure = ?1 AND f.min = ?2 AND f.max = ?2";
  claim_content terms;
  sqlite3_stmt *row = store_statement(l->store, asked->toll ? by_state : by_thing, l->err);
  if (row == NULL) return ISNAD_STORE;
  if (!claim_content_unpack(&terms, l->arena, prepared->terms)) return isnad_arena_fail(l->err, l->arena, "claim");
  store_bind_words(row, 1, asked->measure);
  store_bind_text(row, 2, asked->toll ? asked->state : asked->thing);
  l->count = 0;
  isnad_status status = check_scan(l, row, &terms, terms_dice, figure_alike);
  if (status != ISNAD_OK || !asked->exact) return status;
  row = store_statement(l->store, by_number, l->err);
  if (row == NULL) return ISNAD_STORE;
  store_bind_words(row, 1, asked->measure);
  sqlite3_bind_double(row, 2, asked->low);
  return check_scan(l, row, &terms, terms_dice, number_alike);
}

static isnad_status answer_figure(isnad_claim_answers *out, check_looking *l, const claim_figure *asked, double factor, isnad_slice story,
                                  bool *answered) {
  isnad_claims claims;
  isnad_status status = isnad_claims_of_story(&claims, l->arena, l->store, story, l->err);
  for (size_t c = 0; status == ISNAD_OK && c < claims.count; c++) {
    const isnad_claim *claim = &claims.items[c];
    check_judgement judged;
    check_value value = check_value_in(asked, claim, factor);
    if (!answers(asked, claim, value == CHECK_EQUAL) || (value == CHECK_OTHER && elsewhere(asked, claim))) continue;
    status = check_judge_figure(&judged, l, story, claim, value);
    if (status != ISNAD_OK || !judged.answers) continue;
    *answered = true;
    status = check_add_answer(out, l, story, &claims, c, judged);
  }
  return status;
}

static isnad_status check_figure(isnad_claim_answers *out, check_looking *l, const claim_figure *asked, const isnad_prepared_figure *prepared,
                                 bool *answered) {
  isnad_status status = find_figures(l, asked, prepared);
  check_best_first(l);
  isnad_slice story;
  for (size_t at = 0; status == ISNAD_OK && check_next_story(l, &at, &story);)
    status = answer_figure(out, l, asked, prepared->factor, story, answered);
  return status;
}

/* --- statements --- */

static isnad_status answer_statement(isnad_claim_answers *out, check_looking *l, isnad_slice story, const check_statement *asked) {
  isnad_claims claims;
  isnad_status status = isnad_claims_of_story(&claims, l->arena, l->store, story, l->err);
  for (size_t c = 0; status == ISNAD_OK && c < claims.count; c++) {
    check_judgement judged;
    if (claims.items[c].kind != ISNAD_CLAIM_STATEMENT) continue;
    status = check_judge_statement(&judged, l, story, &claims, c, asked);
    if (status == ISNAD_OK && judged.answers) status = check_add_answer(out, l, story, &claims, c, judged);
  }
  return status;
}

/* Among the statements of the speaker, when one is named and has said such a thing; else among all, which must be more alike. */
static isnad_status find_statements(check_looking *l, const check_statement *asked) {
  static const char by_speaker[] =
      "SELECT m.story, q.terms, q.article, q.begin, q.end, q.denies FROM quote q JOIN story_member m ON m.article = q.article"
      " WHERE q.speaker = ?1 OR q.entity = ?2";
  static const char by_all[] =
      "SELECT m.story, q.terms, q.article, q.begin, q.end, q.denies FROM quote q JOIN story_member m ON m.article = q.article";
  bool named = asked->speaker.length > 0;
  isnad_status status = ISNAD_OK;
  l->count = 0;
  if (named) {
    sqlite3_stmt *row = store_statement(l->store, by_speaker, l->err);
    if (row == NULL) return ISNAD_STORE;
    store_bind_words(row, 1, asked->speaker);
    store_bind_text(row, 2, asked->entity);
    status = check_scan(l, row, &asked->content, terms_dice, statement_alike);
  }
  if (status != ISNAD_OK || l->count > 0) return status;
  sqlite3_stmt *row = store_statement(l->store, by_all, l->err);
  if (row == NULL) return ISNAD_STORE;
  return check_scan(l, row, &asked->content, terms_dice, named ? statement_of_others : statement_alike);
}

static isnad_status check_said(isnad_claim_answers *out, check_looking *l, const check_statement *asked) {
  isnad_status status = find_statements(l, asked);
  check_best_first(l);
  isnad_slice story;
  for (size_t at = 0; status == ISNAD_OK && check_next_story(l, &at, &story);) status = answer_statement(out, l, story, asked);
  return status;
}

static isnad_status check_quote(isnad_claim_answers *out, check_looking *l, const isnad_quote_note *q, const isnad_prepared_quote *prepared) {
  bool local = q->entity.length > 0 && q->entity.bytes[0] == '@';
  check_statement asked = {.words = isnad_slice_at(l->page->text, q->span), .denies = prepared->denies, .speaker = q->canonical};
  if (!local) asked.entity = q->entity;
  if (!claim_content_unpack(&asked.content, l->arena, prepared->terms)) return isnad_arena_fail(l->err, l->arena, "claim");
  return check_said(out, l, &asked);
}

/* A sentence of which nothing was read. */
static isnad_status check_whole(isnad_claim_answers *out, check_looking *l) {
  claim_terms whole = {.count = 0};
  claim_listing listing = claim_listing_of(&l->page->tokens);
  terms_add(&whole, &listing, 0, l->page->tokens.count, TERMS_STATEMENT);
  terms_finish(&whole);
  check_statement asked = {.words = l->page->text, .content = claim_content_of(&whole)};
  return check_said(out, l, &asked);
}

/* --- the sentence --- */

static isnad_status read_sentence(isnad_page *page, isnad_article *article, isnad_prepared_article *prepared, isnad_arena *arena, isnad_slice text,
                                  isnad_err *err) {
  isnad_capture capture = {.bytes = text, .media = ISNAD_MEDIA_TEXT};
  isnad_span *body = isnad_arena_array(arena, 1, sizeof *body);
  isnad_status status = isnad_page_read(page, arena, &capture, err);
  if (body == NULL) return isnad_arena_fail(err, arena, "claim");
  if (status != ISNAD_OK) return status;
  *body = (isnad_span){0, (uint32_t)page->text.length};
  *article = (isnad_article){.role = ISNAD_ROLE_LEAD, .body = body, .body_count = 1};
  status = isnad_note_article(article, arena, page, err);
  return status == ISNAD_OK ? isnad_claim_prepare(prepared, arena, page, article, err) : status;
}

isnad_status isnad_claims_check(isnad_claim_answers *out, isnad_arena *arena, isnad_store *store, isnad_slice text, isnad_err *err) {
  isnad_page page;
  isnad_article article;
  isnad_prepared_article prepared = {0};
  check_looking l = {.arena = arena, .store = store, .page = &page, .article = &article, .prepared = &prepared, .err = err};
  *out = (isnad_claim_answers){0};
  isnad_status status = read_sentence(&page, &article, &prepared, arena, text, err);
  for (size_t i = 0; status == ISNAD_OK && i < article.figure_count; i++) {
    if (article.figures[i].kind == ISNAD_FIGURE_ORDINAL && article.figures[i].max < LOWEST_RANK) continue; /* "for the first time" */
    claim_figure asked = check_asked_figure(&article.figures[i], &prepared.figures[i]);
    bool answered = false;
    status = check_figure(out, &l, &asked, &prepared.figures[i], &answered);
    if (status == ISNAD_OK && !answered) status = check_add_unanswered(out, &l, isnad_slice_at(page.text, article.figures[i].span));
  }
  for (size_t i = 0; status == ISNAD_OK && i < article.quote_count; i++) status = check_quote(out, &l, &article.quotes[i], &prepared.quotes[i]);
  for (int days = 1; days >= 0; days--) /* days first: a place stands beside them */
    for (size_t i = 0; status == ISNAD_OK && i < prepared.told_count; i++) {
      bool day = strcmp(prepared.told[i].kind, "date") == 0;
      l.asks_day = l.asks_day || day;
      if (day == (days == 1)) status = check_told(out, &l, &prepared.told[i]);
    }
  if (status != ISNAD_OK || article.figure_count + article.quote_count > 0 || out->count > 0) return status;
  return check_whole(out, &l);
}
