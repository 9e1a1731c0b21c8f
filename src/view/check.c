/* A sentence held against the claims of the store. */
#include "view/claim_words.h"
#include "view/counts.h"
#include "view/labels.h"

static isnad_status answer_lines(sheet *s, const isnad_claim_answer *a) {
  sheet_style_on(s, SHEET_DIM);
  sheet_latin(s, a->story);
  sheet_style_off(s);
  sheet_printf(s, "  ");
  static const char *const labels[] = {[ISNAD_MATCH_AGREES] = "check.agrees",
                                       [ISNAD_MATCH_OPPOSITE] = "check.opposite",
                                       [ISNAD_MATCH_NEAR] = "check.near",
                                       [ISNAD_MATCH_DIFFERS] = "check.differs"};
  sheet_words(s, label_word(s->view, labels[a->match]));
  if (a->missing.length > 0) {
    sheet_printf(s, " (");
    sheet_words(s, words_joined(s, label_word(s->view, "check.missing"), " ", a->missing));
    sheet_printf(s, ")");
  }
  isnad_status status = sheet_end(s);
  return status == ISNAD_OK ? claim_lines(s, &a->claims, &a->claims.items[a->claim]) : status;
}

static isnad_status answer_object(sheet *s, const isnad_claim_answer *a) {
  json_open_object(&s->json);
  json_key_string(&s->json, "story", a->story);
  json_key_bool(&s->json, "agrees", a->match == ISNAD_MATCH_AGREES);
  json_key_text(&s->json, "match", isnad_claim_match_name(a->match));
  if (a->missing.length > 0) json_key_string(&s->json, "missing", a->missing);
  json_key(&s->json, "claim");
  claim_object(s, &a->claims, &a->claims.items[a->claim]);
  json_close_object(&s->json);
  return sheet_end(s);
}

/* What is asked and nobody claims; told beside answers only, for with no answer at all the whole is not found. */
static isnad_status unanswered(sheet *s, const isnad_claim_answers *answers) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && answers->count > 0 && i < answers->unanswered_count; i++) {
    if (s->view->json) {
      json_open_object(&s->json);
      json_key_string(&s->json, "unanswered", answers->unanswered[i]);
      json_close_object(&s->json);
    } else {
      sheet_words(s, label_word(s->view, "check.nothing"));
      sheet_printf(s, ": ");
      sheet_words(s, answers->unanswered[i]);
    }
    status = sheet_end(s);
  }
  return status;
}

isnad_status isnad_view_check(isnad_store *store, isnad_slice text, const isnad_view *view, isnad_err *err) {
  sheet s;
  isnad_claim_answers answers;
  size_t shown = 0;
  isnad_status status = sheet_open(&s, view, err);
  if (status == ISNAD_OK) status = isnad_claims_check(&answers, s.arena, store, text, err);
  for (unsigned match = ISNAD_MATCH_AGREES; status == ISNAD_OK && match <= ISNAD_MATCH_DIFFERS; match++)
    for (size_t i = 0; status == ISNAD_OK && i < answers.count; i++) {
      if ((unsigned)answers.items[i].match != match || (view->limit > 0 && shown++ >= view->limit)) continue;
      status = view->json ? answer_object(&s, &answers.items[i]) : answer_lines(&s, &answers.items[i]);
    }
  if (status == ISNAD_OK) status = unanswered(&s, &answers);
  return sheet_close(&s, status, "no claim of the store says anything of it");
}
