/* How far a claim of the store meets a sentence: what prints "agrees" must say all of it. */
#include "claim/check.h"
#include "claim/told_clash.h"
#include "claim/wording.h"
#include "store/articles.h"

enum { MOST_MENTIONS = 4 };

/* How much of the sentence a statement must say to agree, and to be near; how much of it the words around a number must share. Chosen by asking. */
static const double says_all = 0.8, says_most = 0.65, says_part = 0.5, same_matter = 0.3, one_name = 0.5;

/* --- names --- */

static isnad_status text_of(isnad_slice *out, check_looking *l, int64_t article) {
  sqlite3_stmt *row = store_statement(l->store, "SELECT capture FROM article WHERE id = ?1", l->err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, article);
  isnad_status status = store_step(l->store, row, l->err);
  int64_t capture = status == ISNAD_OK ? sqlite3_column_int64(row, 0) : 0;
  sqlite3_reset(row);
  return status == ISNAD_OK ? store_article_text(out, l->arena, l->store, capture, l->err) : status;
}

/* A name of the sentence that is known outside it: places, persons, bodies. */
static bool is_asked(const isnad_name_note *n) {
  bool kind = n->type == ISNAD_NAME_PLACE || n->type == ISNAD_NAME_PERSON || n->type == ISNAD_NAME_ORGANIZATION || n->type == ISNAD_NAME_FACILITY;
  return kind && n->form == ISNAD_FORM_NAME && n->canonical.length > 0;
}

static bool is_read_as(const isnad_name_note *n, isnad_slice words) { return isnad_slice_equal(words, n->canonical); }

/* Whether a page names it: as it stands in the sentence, or by its whole name. */
static bool names(check_looking *l, isnad_slice text, const isnad_name_note *n) {
  isnad_slice written = isnad_slice_at(l->page->text, n->span);
  return told_is_named(l->arena, text, written) || (!is_read_as(n, written) && told_is_named(l->arena, text, n->canonical));
}

/* Of a result whose it is stands beside it; of other numbers anywhere in the report. */
static isnad_status words_of(isnad_slice *out, check_looking *l, const isnad_claim *c, const isnad_claim_mention *m) {
  if (!isnad_slice_equal(c->measure, isnad_slice_of("score"))) return text_of(out, l, m->article);
  *out = m->around;
  return ISNAD_OK;
}

/* The first name of the sentence that none of the claim's first reports has; empty: all are named. */
static isnad_status missing_name(isnad_slice *out, check_looking *l, const isnad_claim *c) {
  isnad_slice texts[MOST_MENTIONS];
  size_t count = 0;
  isnad_status status = ISNAD_OK;
  for (size_t v = 0; v < c->count; v++)
    for (size_t m = 0; status == ISNAD_OK && m < c->versions[v].count && count < MOST_MENTIONS; m++)
      status = words_of(&texts[count++], l, c, &c->versions[v].mentions[m]);
  for (size_t i = 0; status == ISNAD_OK && out->length == 0 && i < l->article->name_count; i++) {
    const isnad_name_note *n = &l->article->names[i];
    bool found = !is_asked(n);
    for (size_t t = 0; t < count && !found; t++) found = names(l, texts[t], n);
    if (!found) *out = isnad_slice_at(l->page->text, n->span);
  }
  return status;
}

/* --- figures --- */

static bool asks_names(const check_looking *l) {
  for (size_t i = 0; i < l->article->name_count; i++)
    if (is_asked(&l->article->names[i])) return true;
  return false;
}

/* Another number answers only where it is of the same matter: of those who are named, or in half of the words. */
isnad_status check_judge_figure(check_judgement *out, check_looking *l, isnad_slice story, const isnad_claim *c, check_value value) {
  const check_nearest *row = check_row_of(l, story, c);
  *out = (check_judgement){.match = ISNAD_MATCH_DIFFERS};
  if (row == NULL) return ISNAD_OK;
  isnad_status status = missing_name(&out->missing, l, c);
  bool named = out->missing.length == 0, matter = row->inside >= (asks_names(l) ? same_matter : says_part);
  out->answers = value != CHECK_OTHER || (named && matter);
  if (value == CHECK_EQUAL) out->match = named && row->inside >= same_matter ? ISNAD_MATCH_AGREES : ISNAD_MATCH_NEAR;
  if (value == CHECK_BOUND) out->match = ISNAD_MATCH_NEAR;
  return status;
}

/* --- statements --- */

static bool add_terms(claim_terms *out, isnad_arena *arena, isnad_slice words) {
  isnad_tokens tokens;
  if (words.length == 0) return true;
  if (isnad_arabic_tokens(&tokens, arena, words, NULL) != ISNAD_OK) return false;
  claim_listing listing = claim_listing_of(&tokens);
  terms_add(out, &listing, 0, tokens.count, TERMS_STATEMENT);
  return true;
}

/* What a version says, with who says it: a sentence may name him. */
static bool content_of(claim_terms *out, check_looking *l, const isnad_claim_version *v) {
  out->count = 0;
  if (!add_terms(out, l->arena, v->words) || !add_terms(out, l->arena, v->mentions[0].claimant)) return false;
  terms_finish(out);
  return true;
}

/* Whether some mention is told of the speaker of the sentence, or of nobody. */
static bool same_speaker(check_looking *l, const isnad_claim *c, const check_statement *asked) {
  claim_terms name = {.count = 0};
  if (asked->speaker.length == 0) return true;
  if (!add_terms(&name, l->arena, asked->speaker)) return true;
  terms_finish(&name);
  claim_content wanted = claim_content_of(&name);
  for (size_t v = 0; v < c->count; v++)
    for (size_t m = 0; m < c->versions[v].count; m++) {
      const isnad_claim_mention *mention = &c->versions[v].mentions[m];
      claim_terms other = {.count = 0};
      if (mention->claimant_id.length > 0 && isnad_slice_equal(mention->claimant_id, asked->entity)) return true;
      if (!add_terms(&other, l->arena, mention->claimant)) return true;
      terms_finish(&other);
      claim_content told = claim_content_of(&other);
      if (terms_contained(terms_compare(&wanted, &told)) >= one_name) return true;
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

/* The first name in the asked words that neither the version nor its claimant has. */
static isnad_slice unnamed_in(check_looking *l, const isnad_claim_version *v, const check_statement *asked) {
  isnad_slice text = isnad_arena_printf(l->arena, "%.*s %.*s", (int)v->words.length, v->words.bytes, (int)v->mentions[0].claimant.length,
                                        v->mentions[0].claimant.bytes != NULL ? v->mentions[0].claimant.bytes : "");
  for (size_t i = 0; text.bytes != NULL && i < l->article->name_count; i++) {
    const isnad_name_note *n = &l->article->names[i];
    isnad_slice written = isnad_slice_at(l->page->text, n->span);
    bool inside = written.bytes >= asked->words.bytes && written.bytes + written.length <= asked->words.bytes + asked->words.length;
    if (inside && is_asked(n) && !names(l, text, n)) return written;
  }
  return (isnad_slice){NULL, 0};
}

static bool lies_in(const isnad_claim_version *said, const isnad_claim_mention *m) {
  for (size_t i = 0; i < said->count; i++)
    if (said->mentions[i].article == m->article && said->mentions[i].span.begin <= m->span.begin && m->span.end <= said->mentions[i].span.end)
      return true;
  return false;
}

/* Whether a figure told inside the version is of the kind that is asked, and whether its number is. */
static check_value value_inside(const isnad_claims *claims, const isnad_claim_version *said, const claim_figure *asked, double factor) {
  check_value best = CHECK_OTHER;
  for (size_t c = 0; c < claims->count; c++) {
    const isnad_claim *claim = &claims->items[c];
    if (claim->kind != ISNAD_CLAIM_FIGURE || !isnad_slice_equal(claim->measure, asked->measure)) continue;
    for (size_t v = 0; v < claim->count; v++)
      for (size_t m = 0; m < claim->versions[v].count; m++) {
        isnad_claim one = *claim;
        one.versions = &claim->versions[v];
        one.count = 1;
        check_value value = lies_in(said, &claim->versions[v].mentions[m]) ? check_value_in(asked, &one, factor) : CHECK_OTHER;
        if (value > best) best = value;
      }
  }
  return best;
}

/* The first number in the asked words that the version has not. */
static isnad_slice uncounted_in(check_looking *l, const isnad_claims *claims, const isnad_claim_version *v, const check_statement *asked) {
  for (size_t i = 0; i < l->article->figure_count; i++) {
    const isnad_figure_note *f = &l->article->figures[i];
    isnad_slice written = isnad_slice_at(l->page->text, f->span);
    bool inside = written.bytes >= asked->words.bytes && written.bytes + written.length <= asked->words.bytes + asked->words.length;
    if (!inside || f->kind == ISNAD_FIGURE_ORDINAL) continue;
    claim_figure figure = check_asked_figure(f, &l->prepared->figures[i]);
    if (value_inside(claims, v, &figure, l->prepared->figures[i].factor) != CHECK_EQUAL) return written;
  }
  return (isnad_slice){NULL, 0};
}

static isnad_status judge_version(check_judgement *out, check_looking *l, const isnad_claims *claims, const isnad_claim_version *v,
                                  const check_statement *asked, double *best) {
  claim_terms terms;
  if (!content_of(&terms, l, v)) return isnad_arena_fail(l->err, l->arena, "claim");
  claim_content told = claim_content_of(&terms);
  terms_overlap o = terms_compare(&asked->content, &told);
  double inside = o.a > 0 ? (double)o.common / o.a : 0;
  if (inside < says_part || inside <= *best) return ISNAD_OK;
  isnad_arena *scratch = NULL;
  isnad_status status = isnad_arena_new(&scratch, 0);
  if (status != ISNAD_OK) return status;
  size_t words = 0, numbers = 0;
  *best = inside;
  out->answers = true;
  out->missing = wording_only_in(l->arena, scratch, asked->words, (wording_other){&told, v->words}, &words, &numbers);
  bool opposite = wording_negates(scratch, asked->words, v->words) || wording_negates(scratch, v->words, asked->words);
  out->match = opposite ? ISNAD_MATCH_OPPOSITE : numbers > 0 ? ISNAD_MATCH_DIFFERS : inside >= says_all ? ISNAD_MATCH_AGREES : ISNAD_MATCH_NEAR;
  isnad_arena_free(scratch);
  isnad_slice unnamed = out->match == ISNAD_MATCH_AGREES ? unnamed_in(l, v, asked) : (isnad_slice){NULL, 0};
  isnad_slice uncounted = out->match == ISNAD_MATCH_AGREES ? uncounted_in(l, claims, v, asked) : (isnad_slice){NULL, 0};
  if (unnamed.length > 0 || uncounted.length > 0) {
    out->match = uncounted.length > 0 ? ISNAD_MATCH_DIFFERS : ISNAD_MATCH_NEAR;
    out->missing = uncounted.length > 0 ? uncounted : unnamed;
  }
  return ISNAD_OK;
}

isnad_status check_judge_statement(check_judgement *out, check_looking *l, isnad_slice story, const isnad_claims *claims, size_t at,
                                   const check_statement *asked) {
  const isnad_claim *c = &claims->items[at];
  const check_nearest *row = check_row_of(l, story, c);
  double best = 0;
  isnad_status status = ISNAD_OK;
  *out = (check_judgement){.match = ISNAD_MATCH_DIFFERS};
  for (size_t v = 0; row != NULL && status == ISNAD_OK && v < c->count; v++) status = judge_version(out, l, claims, &c->versions[v], asked, &best);
  if (status != ISNAD_OK || !out->answers) return status;
  if (row->denies != asked->denies)
    out->match = best >= says_most ? ISNAD_MATCH_OPPOSITE : ISNAD_MATCH_DIFFERS;
  else if (!asked->denies && !stands(claims, at))
    out->match = ISNAD_MATCH_DIFFERS;
  if (out->match == ISNAD_MATCH_OPPOSITE) out->missing = (isnad_slice){NULL, 0};
  if (out->match == ISNAD_MATCH_AGREES) out->missing = (isnad_slice){NULL, 0};
  if (out->match == ISNAD_MATCH_AGREES && !same_speaker(l, c, asked)) {
    out->match = ISNAD_MATCH_NEAR;
    out->missing = asked->speaker;
  }
  return ISNAD_OK;
}
