/* A sentence looked up among the claims of the store. */
#include "claim/check.h"
#include "claim/scan.h"
#include "claim/values.h"

enum { LOWEST_RANK = 4 };

/* How alike the words must be (Dice) for a figure, and how much of the sentence a statement must hold. */
static const double figure_alike = 0.12, statement_alike = 0.3, statement_of_others = 0.5;

/* --- figures --- */

/* The asked figure as one of the store's. */
static claim_figure asked_figure(const isnad_figure_note *f, const isnad_prepared_figure *p) {
  claim_figure out = {.times = f->times, .qualifier = isnad_slice_of(isnad_qualifier_name(f->qualifier)), .measure = p->measure, .thing = p->thing};
  out.state = p->state;
  out.place = p->place;
  claim_set_value(&out, f->has_min, f->min, f->has_max, f->max, p->factor);
  claim_set_bucket(&out);
  return out;
}

static const double bound_room = 1.2;

/* The value of a version, as the note stage reads its bounds. */
static bool version_agrees(const claim_figure *asked, const isnad_claim_version *v, double factor) {
  if (isnad_slice_equal(v->qualifier, isnad_slice_of("approx")) && v->min != v->max) return false;
  claim_figure other = {.times = v->times, .qualifier = v->qualifier, .measure = asked->measure};
  bool above = isnad_slice_equal(v->qualifier, isnad_slice_of("more_than")) || isnad_slice_equal(v->qualifier, isnad_slice_of("at_least"));
  bool below = isnad_slice_equal(v->qualifier, isnad_slice_of("less_than")) || isnad_slice_equal(v->qualifier, isnad_slice_of("at_most"));
  /* "At least 17" may hold beside 25, and does not say it. */
  if (asked->exact && ((above && asked->low > v->min * bound_room) || (below && asked->low * bound_room < v->max))) return false;
  claim_set_value(&other, !below, v->min, !above, v->max, factor);
  return claim_values_agree(asked, &other);
}

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

static bool answers(const claim_figure *asked, const isnad_claim *c) {
  if (c->kind != ISNAD_CLAIM_FIGURE || !isnad_slice_equal(c->measure, asked->measure) || is_vague(c)) return false;
  if (c->scope.length > 0 && !isnad_slice_equal(c->scope, isnad_slice_of("other"))) return false;
  if (asked->toll) return isnad_slice_equal(c->state, asked->state);
  return isnad_slice_equal(c->thing, asked->thing) && (asked->state.length == 0 || c->state.length == 0 || isnad_slice_equal(c->state, asked->state));
}

static isnad_status check_figure(isnad_claim_answers *out, check_looking *l, const claim_figure *asked, const isnad_prepared_figure *prepared) {
  static const char by_thing[] = "SELECT m.story, f.terms, f.article, f.begin, f.end FROM figure f JOIN story_member m ON m.article = f.article"
                                 " WHERE f.measure = ?1 AND f.thing IS ?2";
  static const char by_state[] = "SELECT m.story, f.terms, f.article, f.begin, f.end FROM figure f JOIN story_member m ON m.article = f.article"
                                 " WHERE f.measure = ?1 AND f.state IS ?2";
  sqlite3_stmt *row = store_statement(l->store, asked->toll ? by_state : by_thing, l->err);
  claim_content terms;
  if (row == NULL) return ISNAD_STORE;
  if (!claim_content_unpack(&terms, l->arena, prepared->terms)) return isnad_arena_fail(l->err, l->arena, "claim");
  store_bind_words(row, 1, asked->measure);
  store_bind_text(row, 2, asked->toll ? asked->state : asked->thing);
  l->count = 0;
  isnad_status status = check_scan(l, row, &terms, terms_dice, figure_alike);
  check_best_first(l);
  isnad_slice story;
  for (size_t at = 0; status == ISNAD_OK && check_next_story(l, &at, &story);) {
    isnad_claims claims;
    status = isnad_claims_of_story(&claims, l->arena, l->store, story, l->err);
    for (size_t c = 0; status == ISNAD_OK && c < claims.count; c++) {
      bool agrees = false;
      const isnad_claim *claim = &claims.items[c];
      if (!answers(asked, claim) || !check_holds(l, story, claim)) continue;
      for (size_t v = 0; v < claim->count; v++) agrees = agrees || version_agrees(asked, &claim->versions[v], prepared->factor);
      if (agrees || !elsewhere(asked, claim)) status = check_add_answer(out, l, story, &claims, c, agrees);
    }
  }
  return status;
}

/* --- statements --- */

/* A denial of another claim agrees with nothing that it denies. */
static bool stands(const isnad_claims *claims, size_t at) {
  if (claims->items[at].verdict == ISNAD_VERDICT_DENIED) return false;
  for (size_t i = 0; i < claims->count; i++)
    if (claims->items[i].denied_by == at) return false;
  return true;
}

static isnad_status answer_statement(isnad_claim_answers *out, check_looking *l, isnad_slice story) {
  isnad_claims claims;
  isnad_status status = isnad_claims_of_story(&claims, l->arena, l->store, story, l->err);
  for (size_t c = 0; status == ISNAD_OK && c < claims.count; c++)
    if (claims.items[c].kind == ISNAD_CLAIM_STATEMENT && check_holds(l, story, &claims.items[c]))
      status = check_add_answer(out, l, story, &claims, c, stands(&claims, c));
  return status;
}

/* Among the statements of the speaker, when one is named and has said such a thing; else among all, which must be more alike. */
static isnad_status check_statement(isnad_claim_answers *out, check_looking *l, const claim_content *asked, const isnad_quote_note *said) {
  static const char by_speaker[] = "SELECT m.story, q.terms, q.article, q.begin, q.end FROM quote q JOIN story_member m ON m.article = q.article"
                                   " WHERE q.speaker = ?1 OR q.entity = ?2";
  static const char by_all[] = "SELECT m.story, q.terms, q.article, q.begin, q.end FROM quote q JOIN story_member m ON m.article = q.article";
  bool named = said != NULL && said->canonical.length > 0, local = named && said->entity.length > 0 && said->entity.bytes[0] == '@';
  isnad_status status = ISNAD_OK;
  l->count = 0;
  if (named) {
    sqlite3_stmt *row = store_statement(l->store, by_speaker, l->err);
    if (row == NULL) return ISNAD_STORE;
    store_bind_words(row, 1, said->canonical);
    store_bind_text(row, 2, local ? (isnad_slice){NULL, 0} : said->entity);
    status = check_scan(l, row, asked, terms_dice, statement_alike);
  }
  if (status == ISNAD_OK && l->count == 0) {
    sqlite3_stmt *row = store_statement(l->store, by_all, l->err);
    if (row == NULL) return ISNAD_STORE;
    status = check_scan(l, row, asked, terms_dice, named ? statement_of_others : statement_alike);
  }
  check_best_first(l);
  isnad_slice story;
  for (size_t at = 0; status == ISNAD_OK && check_next_story(l, &at, &story);) status = answer_statement(out, l, story);
  return status;
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
  check_looking l = {.arena = arena, .store = store, .err = err};
  *out = (isnad_claim_answers){0};
  isnad_status status = read_sentence(&page, &article, &prepared, arena, text, err);
  for (size_t i = 0; status == ISNAD_OK && i < article.figure_count; i++) {
    if (article.figures[i].kind == ISNAD_FIGURE_ORDINAL && article.figures[i].max < LOWEST_RANK) continue; /* "for the first time" */
    claim_figure asked = asked_figure(&article.figures[i], &prepared.figures[i]);
    size_t before = out->count;
    status = check_figure(out, &l, &asked, &prepared.figures[i]);
    if (status == ISNAD_OK && out->count == before) status = check_add_unanswered(out, &l, isnad_slice_at(page.text, article.figures[i].span));
  }
  for (size_t i = 0; status == ISNAD_OK && i < article.quote_count; i++) {
    claim_content terms;
    if (!claim_content_unpack(&terms, arena, prepared.quotes[i].terms)) return isnad_arena_fail(err, arena, "claim");
    status = check_statement(out, &l, &terms, &article.quotes[i]);
  }
  for (size_t i = 0; status == ISNAD_OK && i < prepared.told_count; i++) status = check_told(out, &l, &prepared.told[i]);
  if (status != ISNAD_OK || article.figure_count + article.quote_count > 0 || out->count > 0) return status;
  claim_terms whole = {.count = 0};
  claim_listing listing = claim_listing_of(&page.tokens);
  terms_add(&whole, &listing, 0, page.tokens.count, TERMS_STATEMENT);
  terms_finish(&whole);
  claim_content content = claim_content_of(&whole);
  return check_statement(out, &l, &content, NULL);
}
