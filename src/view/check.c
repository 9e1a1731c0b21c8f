/* A sentence held against the store: what it is worth first, then who says it, then the rest in a line each. */
#include "view/check_against.h"
#include "view/claim_words.h"
#include "view/counts.h"
#include "view/labels.h"

enum { MOST_SHOWN = 5, MOST_VERSIONS = 3, MOST_MENTIONS = 2, MOST_OTHERS = 3, LONGEST_WORDS = 300, OUTLET_WIDTH = 18 };

static const char *const labels[] = {
    [ISNAD_MATCH_AGREES] = "check.agrees", [ISNAD_MATCH_OPPOSITE] = "check.opposite", [ISNAD_MATCH_DIFFERS] = "check.differs",
    [ISNAD_MATCH_NEAR] = "check.near",     [ISNAD_MATCH_TOLD] = "check.told",         [ISNAD_MATCH_UNTOLD] = "check.untold"};

/* --- lines --- */

static void in_brackets(sheet *s, const char *label, isnad_slice words) {
  sheet_printf(s, " (");
  sheet_words(s, words_joined(s, label_word(s->view, label), " ", words));
  sheet_printf(s, ")");
}

/* "It differs in the speaker: ...", with the story behind. */
static isnad_status head_line(sheet *s, const isnad_claim_answer *a) {
  bool denied = a->match == ISNAD_MATCH_AGREES && a->claim != SIZE_MAX && a->claims.items[a->claim].versions[a->version].denial_count > 0;
  isnad_slice words = label_word(s->view, denied ? "check.denied" : labels[a->match]);
  if (a->point != ISNAD_POINT_NONE) {
    words = words_joined(s, words, " ", label_of(s->view, "check.in.", isnad_slice_of(isnad_claim_point_name(a->point))));
    if (a->instead.length > 0) words = words_joined(s, words, ": ", a->instead);
    if (a->instead.length > 0 && a->asked.length > 0) /* "9, not 12" */
      words = words_joined(s, words_joined(s, words, " ", label_word(s->view, "check.not")), " ", a->asked);
  }
  sheet_style_on(s, SHEET_BOLD);
  sheet_words(s, words);
  sheet_style_off(s);
  if (a->missing.length > 0) in_brackets(s, "check.missing", a->missing);
  sheet_printf(s, "  ");
  sheet_style_on(s, SHEET_DIM);
  sheet_latin(s, a->story);
  sheet_style_off(s);
  return sheet_end(s);
}

/* " 7 reports, 5 independent origins [...]" */
static void support(sheet *s, const isnad_claim_version *v) {
  isnad_slice marks = version_marks(s, v);
  sheet_printf(s, "  ");
  sheet_words(s, claim_support(s, v->reports, &v->origins));
  if (marks.length == 0) return;
  sheet_printf(s, "  [");
  sheet_words(s, marks);
  sheet_printf(s, "]");
}

/* Another version of the claim, and how many bear it. */
static isnad_status version_line(sheet *s, const isnad_claim *c, const isnad_claim_version *v) {
  sheet_printf(s, "    - ");
  sheet_excerpt(s, version_words(s, c, v), LONGEST_WORDS);
  support(s, v);
  return sheet_end(s);
}

/* What the version is of: a line for the reader who asks which figure, or whose words, these are. */
static isnad_status claim_head(sheet *s, const isnad_claim_answer *a, const isnad_claim *c) {
  sheet_printf(s, "  ");
  sheet_words(s, claim_verdict(s, c));
  sheet_printf(s, "  ");
  sheet_words(s, claim_full_title(s, c));
  if (c->count > 1) {
    sheet_printf(s, "  ");
    sheet_words(s, claim_support(s, c->reports, &c->origins));
  }
  if (a->elsewhere > 0) {
    sheet_printf(s, "  ");
    sheet_words(s, words_joined(s, label_word(s->view, "check.elsewhere"), " ", counted(s, "story", a->elsewhere)));
  }
  return sheet_end(s);
}

/* A sentence, and under it when and by whom it was told and what supports it (v NULL: nothing is counted). */
static isnad_status passage_lines(sheet *s, const isnad_claim_passage *p, const isnad_claim_version *v) {
  sheet_printf(s, "  - ");
  sheet_excerpt(s, p->words, LONGEST_WORDS);
  isnad_status status = sheet_end(s);
  if (status != ISNAD_OK) return status;
  sheet_printf(s, "      ");
  sheet_when_or(s, p->published, label_word(s->view, "report.no_date"));
  sheet_cell(s, p->outlet, OUTLET_WIDTH);
  sheet_style_on(s, SHEET_DIM);
  sheet_printf(s, "%.*s [%u,%u)", (int)p->article.length, p->article.bytes, p->span.begin, p->span.end);
  sheet_style_off(s);
  if (v != NULL) support(s, v);
  return sheet_end(s);
}

/* Of an office no sentence is kept: its first reports. */
static isnad_status mention_lines(sheet *s, const isnad_claim *c, const isnad_claim_version *v) {
  isnad_status status = version_line(s, c, v);
  for (size_t i = 0, shown = 0; status == ISNAD_OK && i < v->count && shown < MOST_MENTIONS; i++) {
    if (i > 0 && v->mentions[i].article == v->mentions[i - 1].article) continue;
    shown++;
    status = claim_mention_line(s, c, &v->mentions[i]);
  }
  return status;
}

/* The sentence that answers with its support, which claim it bears, and what other versions of that there are. */
static isnad_status claim_answer(sheet *s, const isnad_claim_answer *a) {
  const isnad_claim *c = &a->claims.items[a->claim];
  const isnad_claim_version *own = &c->versions[a->version];
  bool told = a->passage.words.length > 0;
  isnad_status status = told ? passage_lines(s, &a->passage, own) : mention_lines(s, c, own);
  if (status == ISNAD_OK) status = claim_head(s, a, c);
  for (size_t v = 0, shown = 1; status == ISNAD_OK && v < c->count && shown < MOST_VERSIONS; v++) {
    if (v == a->version) continue;
    shown++;
    status = version_line(s, c, &c->versions[v]);
  }
  return status;
}

static isnad_status passages_head(sheet *s, const char *label) {
  sheet_printf(s, "  ");
  sheet_words(s, label_word(s->view, label));
  return sheet_end(s);
}

/* Whether the sentence that is shown is of the outlet. */
static bool is_shown(const isnad_claim_answer *a, const isnad_claim_passage *p) { return isnad_slice_equal(a->passage.outlet, p->outlet); }

/* The other reports of the story that tell it, one of an outlet. */
static isnad_status other_reports(sheet *s, const isnad_claim_answer *a) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0, shown = 0; status == ISNAD_OK && i < a->more_count && shown < MOST_OTHERS; i++) {
    if (is_shown(a, &a->more[i]) || check_denies(a, &a->more[i])) continue;
    if (shown++ == 0) status = passages_head(s, "check.more");
    if (status == ISNAD_OK) status = passage_lines(s, &a->more[i], NULL);
  }
  return status;
}

static isnad_status answer_lines(sheet *s, const isnad_claim_answer *a) {
  isnad_status status = head_line(s, a);
  bool claimed = a->claim != SIZE_MAX;
  if (status == ISNAD_OK) status = claimed ? claim_answer(s, a) : passage_lines(s, &a->passage, NULL);
  if (status == ISNAD_OK) status = check_against(s, a);
  return status == ISNAD_OK ? other_reports(s, a) : status;
}

/* --- JSON --- */

static void passage_object(sheet *s, const isnad_claim_passage *p) {
  json_open_object(&s->json);
  json_key_string(&s->json, "article", p->article);
  json_key_string(&s->json, "outlet", p->outlet);
  sheet_json_when(s, "published", p->published, (isnad_slice){NULL, 0});
  json_key(&s->json, "span");
  json_span(&s->json, p->span);
  json_key_string(&s->json, "text", p->words);
  json_close_object(&s->json);
}

static isnad_status answer_object(sheet *s, const isnad_claim_answer *a) {
  json_open_object(&s->json);
  json_key_string(&s->json, "story", a->story);
  json_key_bool(&s->json, "agrees", a->match == ISNAD_MATCH_AGREES);
  json_key_text(&s->json, "match", isnad_claim_match_name(a->match));
  if (a->point != ISNAD_POINT_NONE) json_key_text(&s->json, "in", isnad_claim_point_name(a->point));
  if (a->instead.length > 0) json_key_string(&s->json, "instead", a->instead);
  if (a->asked.length > 0) json_key_string(&s->json, "asked", a->asked);
  if (a->missing.length > 0) json_key_string(&s->json, "missing", a->missing);
  if (a->elsewhere > 0) json_key_u64(&s->json, "elsewhere", a->elsewhere);
  if (a->claim != SIZE_MAX) {
    json_key_u64(&s->json, "version", a->version);
    json_key(&s->json, "claim");
    claim_object(s, &a->claims, &a->claims.items[a->claim]);
  } else {
    json_key(&s->json, "passage");
    passage_object(s, &a->passage);
  }
  if (a->more_count > 0) {
    json_key(&s->json, "more");
    json_open_array(&s->json);
    for (size_t i = 0; i < a->more_count; i++) passage_object(s, &a->more[i]);
    json_close_array(&s->json);
  }
  json_close_object(&s->json);
  return sheet_end(s);
}

static isnad_status more_object(sheet *s, const char *key, isnad_slice words, isnad_slice title) {
  json_open_object(&s->json);
  json_key_string(&s->json, key, words);
  if (title.length > 0) json_key_string(&s->json, "title", title);
  json_close_object(&s->json);
  return sheet_end(s);
}

/* --- what is behind the answers --- */

/* What is asked and nobody claims, beside answers. */
static isnad_status unanswered(sheet *s, const isnad_claim_answers *answers) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && answers->count > 0 && i < answers->unanswered_count; i++) {
    if (s->view->json) {
      status = more_object(s, "unanswered", answers->unanswered[i], (isnad_slice){NULL, 0});
      continue;
    }
    sheet_words(s, words_joined(s, label_word(s->view, "check.nothing"), ": ", answers->unanswered[i]));
    status = sheet_end(s);
  }
  return status;
}

/* No claim meets it, and these stories are of the matter. */
static isnad_status nearby(sheet *s, const isnad_claim_answers *answers) {
  isnad_status status = ISNAD_OK;
  if (answers->nearby_count > 0 && !s->view->json) {
    sheet_words(s, label_word(s->view, "check.nearby"));
    status = sheet_end(s);
  }
  for (size_t i = 0; status == ISNAD_OK && i < answers->nearby_count; i++) {
    if (s->view->json) {
      status = more_object(s, "nearby", answers->nearby[i].story, answers->nearby[i].title);
      continue;
    }
    sheet_printf(s, "  ");
    sheet_latin(s, answers->nearby[i].story);
    sheet_printf(s, "  ");
    sheet_words(s, answers->nearby[i].title);
    status = sheet_end(s);
  }
  return status;
}

static isnad_status folded(sheet *s, size_t count) {
  if (count == 0 || s->view->json) return ISNAD_OK;
  sheet_words(s, words_joined(s, label_word(s->view, "check.folded"), " ", counted(s, "answer", count)));
  sheet_printf(s, " (--limit)");
  return sheet_end(s);
}

isnad_status isnad_view_check(isnad_store *store, isnad_slice text, const isnad_view *view, isnad_err *err) {
  sheet s;
  isnad_claim_answers answers;
  isnad_status status = sheet_open(&s, view, err);
  if (status == ISNAD_OK) status = isnad_claims_check(&answers, s.arena, store, text, err);
  size_t most = status != ISNAD_OK ? 0 : view->limit > 0 ? view->limit : view->json ? answers.count : MOST_SHOWN;
  for (size_t i = 0; status == ISNAD_OK && i < answers.count && i < most; i++)
    status = view->json ? answer_object(&s, &answers.items[i]) : answer_lines(&s, &answers.items[i]);
  if (status == ISNAD_OK) status = folded(&s, answers.count > most ? answers.count - most : 0);
  if (status == ISNAD_OK) status = unanswered(&s, &answers);
  if (status == ISNAD_OK) status = nearby(&s, &answers);
  return sheet_close(&s, status, label_word(view, "check.none").bytes);
}
