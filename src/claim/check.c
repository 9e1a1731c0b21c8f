/* A sentence looked up among the claims of the store. */
#include "claim/rows.h"
#include "claim/scan.h"
#include "claim/values.h"
#include "store/sql.h"

#include <math.h>
#include <stdlib.h>

enum { MOST_STORIES = 12 };

/* How alike the words must be (Dice) for a figure, and how much of the sentence a statement must hold. */
static const double figure_alike = 0.12, statement_alike = 0.3;

/* A story with the row of it that is most alike. */
typedef struct nearest {
  isnad_slice story;
  double score;
  int64_t article;
  isnad_span span;
} nearest;

typedef struct looking {
  isnad_arena *arena;
  isnad_store *store;
  nearest *found; /* each story once */
  size_t count, room;
  isnad_err *err;
} looking;

static bool keep(looking *l, isnad_slice story, double score, int64_t article, isnad_span span) {
  for (size_t i = 0; i < l->count; i++) {
    if (!isnad_slice_equal(l->found[i].story, story)) continue;
    if (score > l->found[i].score) l->found[i] = (nearest){l->found[i].story, score, article, span};
    return true;
  }
  if (l->count == l->room) {
    nearest *more = isnad_arena_grow(l->arena, l->found, l->room, l->room * 2 + 32, sizeof *more);
    if (more == NULL) return false;
    l->found = more;
    l->room = l->room * 2 + 32;
  }
  l->found[l->count++] = (nearest){isnad_arena_copy(l->arena, story), score, article, span};
  return true;
}

/* Compares the terms of every row of a query (story, terms, article, begin, end) with those of the sentence. */
static isnad_status scan(looking *l, sqlite3_stmt *row, const claim_content *asked, double (*alike)(terms_overlap), double least) {
  isnad_status status;
  while ((status = store_step(l->store, row, l->err)) == ISNAD_OK) {
    claim_terms terms;
    claim_terms_unpack(&terms, store_column(row, 1));
    claim_content told = claim_content_of(&terms);
    double score = alike(terms_compare(asked, &told));
    isnad_span span = {(uint32_t)sqlite3_column_int64(row, 3), (uint32_t)sqlite3_column_int64(row, 4)};
    if (score < least || keep(l, store_column(row, 0), score, sqlite3_column_int64(row, 2), span)) continue;
    sqlite3_reset(row);
    return isnad_arena_fail(l->err, l->arena, "claim");
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

static int by_score(const void *left, const void *right) {
  const nearest *a = left, *b = right;
  if (a->score != b->score) return a->score > b->score ? -1 : 1;
  return isnad_slice_compare(a->story, b->story);
}

static void best_first(looking *l) {
  if (l->count > 1) qsort(l->found, l->count, sizeof *l->found, by_score);
  if (l->count > MOST_STORIES) l->count = MOST_STORIES;
}

/* --- figures --- */

/* The asked figure as one of the store's. */
static claim_figure asked_figure(const isnad_figure_note *f, const isnad_prepared_figure *p) {
  claim_figure out = {.times = f->times, .qualifier = isnad_slice_of(isnad_qualifier_name(f->qualifier)), .measure = p->measure, .thing = p->thing};
  out.state = p->state;
  claim_set_value(&out, f->has_min, f->min, f->has_max, f->max, p->factor);
  claim_set_bucket(&out);
  return out;
}

/* The value of a version, as the note stage reads its bounds. */
static bool version_agrees(const claim_figure *asked, const isnad_claim_version *v, double factor) {
  claim_figure other = {.times = v->times, .qualifier = v->qualifier, .measure = asked->measure};
  bool above = isnad_slice_equal(v->qualifier, isnad_slice_of("more_than")) || isnad_slice_equal(v->qualifier, isnad_slice_of("at_least"));
  bool below = isnad_slice_equal(v->qualifier, isnad_slice_of("less_than")) || isnad_slice_equal(v->qualifier, isnad_slice_of("at_most"));
  claim_set_value(&other, !below, v->min, !above, v->max, factor);
  return claim_values_agree(asked, &other);
}

static bool answers(const claim_figure *asked, const isnad_claim *c) {
  if (c->kind != ISNAD_CLAIM_FIGURE || !isnad_slice_equal(c->measure, asked->measure)) return false;
  if (c->scope.length > 0 && !isnad_slice_equal(c->scope, isnad_slice_of("other"))) return false;
  if (asked->toll) return isnad_slice_equal(c->state, asked->state);
  return isnad_slice_equal(c->thing, asked->thing) && (asked->state.length == 0 || c->state.length == 0 || isnad_slice_equal(c->state, asked->state));
}

static isnad_status add_answer(isnad_claim_answers *out, looking *l, isnad_slice story, const isnad_claims *claims, size_t claim, bool agrees) {
  isnad_claim_answer *more = isnad_arena_grow(l->arena, out->items, out->count, out->count + 1, sizeof *more);
  if (more == NULL) return isnad_arena_fail(l->err, l->arena, "claim");
  out->items = more;
  more[out->count++] = (isnad_claim_answer){story, *claims, claim, agrees};
  return ISNAD_OK;
}

/* Words are the caller's text or the page's, which live in the arena. */
static isnad_status add_unanswered(isnad_claim_answers *out, looking *l, isnad_slice words) {
  isnad_slice *more = isnad_arena_grow(l->arena, out->unanswered, out->unanswered_count, out->unanswered_count + 1, sizeof *more);
  if (more == NULL) return isnad_arena_fail(l->err, l->arena, "claim");
  out->unanswered = more;
  more[out->unanswered_count++] = words;
  return ISNAD_OK;
}

static isnad_status check_figure(isnad_claim_answers *out, looking *l, const claim_figure *asked, const isnad_prepared_figure *prepared) {
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
  isnad_status status = scan(l, row, &terms, terms_dice, figure_alike);
  best_first(l);
  for (size_t i = 0; status == ISNAD_OK && i < l->count; i++) {
    isnad_claims claims;
    status = isnad_claims_of_story(&claims, l->arena, l->store, l->found[i].story, l->err);
    for (size_t c = 0; status == ISNAD_OK && c < claims.count; c++) {
      bool agrees = false;
      if (!answers(asked, &claims.items[c])) continue;
      for (size_t v = 0; v < claims.items[c].count; v++) agrees = agrees || version_agrees(asked, &claims.items[c].versions[v], prepared->factor);
      status = add_answer(out, l, l->found[i].story, &claims, c, agrees);
    }
  }
  return status;
}

/* --- statements --- */

static bool holds_mention(const isnad_claim *c, const nearest *n) {
  for (size_t v = 0; v < c->count; v++)
    for (size_t m = 0; m < c->versions[v].count; m++) {
      const isnad_claim_mention *mention = &c->versions[v].mentions[m];
      if (mention->article == n->article && mention->span.begin <= n->span.begin && n->span.end <= mention->span.end) return true;
    }
  return false;
}

/* A denial of another claim agrees with nothing that it denies. */
static bool stands(const isnad_claims *claims, size_t at) {
  if (claims->items[at].verdict == ISNAD_VERDICT_DENIED) return false;
  for (size_t i = 0; i < claims->count; i++)
    if (claims->items[i].denied_by == at) return false;
  return true;
}

static isnad_status check_statement(isnad_claim_answers *out, looking *l, const claim_content *asked) {
  static const char sql[] = "SELECT m.story, q.terms, q.article, q.begin, q.end FROM quote q JOIN story_member m ON m.article = q.article";
  sqlite3_stmt *row = store_statement(l->store, sql, l->err);
  if (row == NULL) return ISNAD_STORE;
  l->count = 0;
  isnad_status status = scan(l, row, asked, terms_dice, statement_alike);
  best_first(l);
  for (size_t i = 0; status == ISNAD_OK && i < l->count; i++) {
    isnad_claims claims;
    status = isnad_claims_of_story(&claims, l->arena, l->store, l->found[i].story, l->err);
    for (size_t c = 0; status == ISNAD_OK && c < claims.count; c++)
      if (claims.items[c].kind == ISNAD_CLAIM_STATEMENT && holds_mention(&claims.items[c], &l->found[i]))
        status = add_answer(out, l, l->found[i].story, &claims, c, stands(&claims, c));
  }
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
  looking l = {.arena = arena, .store = store, .err = err};
  *out = (isnad_claim_answers){0};
  isnad_status status = read_sentence(&page, &article, &prepared, arena, text, err);
  for (size_t i = 0; status == ISNAD_OK && i < article.figure_count; i++) {
    claim_figure asked = asked_figure(&article.figures[i], &prepared.figures[i]);
    size_t before = out->count;
    status = check_figure(out, &l, &asked, &prepared.figures[i]);
    if (status == ISNAD_OK && out->count == before) status = add_unanswered(out, &l, isnad_slice_at(page.text, article.figures[i].span));
  }
  for (size_t i = 0; status == ISNAD_OK && i < article.quote_count; i++) {
    claim_content terms;
    if (!claim_content_unpack(&terms, arena, prepared.quotes[i].terms)) return isnad_arena_fail(err, arena, "claim");
    status = check_statement(out, &l, &terms);
  }
  if (status != ISNAD_OK || article.figure_count + article.quote_count > 0) return status;
  claim_terms whole = {.count = 0};
  claim_listing listing = claim_listing_of(&page.tokens);
  terms_add(&whole, &listing, 0, page.tokens.count, true);
  terms_finish(&whole);
  claim_content content = claim_content_of(&whole);
  return check_statement(out, &l, &content);
}
