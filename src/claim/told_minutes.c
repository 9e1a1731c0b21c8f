/* In which minute somebody scored: "the minute 32" in a sentence on goals, and the name that stands nearest. */
#include "claim/told.h"

enum { NAME_REACH = 9, LAST_MINUTE = 130, FARTHER = 1 };

static bool has_key(const claim_word *w, const char *word) { return isnad_slice_equal(isnad_slice_of(w->row->key), isnad_slice_of(word)); }

static bool tells_goals(const claim_scan *s) {
  for (size_t i = 0; i < s->word_count; i++)
    if (has_key(&s->words[i], "goal_told") || has_key(&s->words[i], "goal")) return true;
  return false;
}

/* The digits of the minute right behind its word: "the minute 32", "the minute 90+2"; 0: none. */
static size_t minute_behind(const claim_scan *s, size_t at, isnad_slice *digits) {
  if (at >= s->at->last || s->tokens->items[at].kind != ISNAD_TOKEN_NUMBER) return 0;
  *digits = isnad_token_form(s->tokens, at);
  size_t value = 0;
  for (size_t i = 0; i < digits->length; i++) {
    if (digits->bytes[i] < '0' || digits->bytes[i] > '9') return 0;
    value = value * 10 + (size_t)(digits->bytes[i] - '0');
    if (value > LAST_MINUTE) return 0;
  }
  return value;
}

/* Another minute stands in [first, last): the name belongs to it. */
static bool other_minute(const claim_scan *s, size_t first, size_t last) {
  for (size_t i = 0; i < s->word_count; i++)
    if (has_key(&s->words[i], "minute_word") && s->words[i].first >= first && s->words[i].first < last) return true;
  return false;
}

static const isnad_name_note *scorer_of(const claim_scan *s, const claim_word *minute, size_t behind) {
  const isnad_name_note *best = NULL;
  size_t nearest = NAME_REACH + 1;
  for (size_t i = 0; i < s->article->name_count; i++) {
    const isnad_name_note *n = &s->article->names[i];
    if (n->type != ISNAD_NAME_PERSON || n->span.begin < s->at->span.begin || n->span.end > s->at->span.end) continue;
    size_t first = claim_token_at(s, n->span.begin), last = isnad_tokens_seek(s->tokens, n->span.end);
    bool before = last <= minute->first;
    if (!before && first < behind) continue;
    size_t away = before ? minute->first - last : first - behind + FARTHER;
    if (away >= nearest || (before ? other_minute(s, last, minute->first) : other_minute(s, behind, first))) continue;
    nearest = away;
    best = n;
  }
  return best;
}

/* By the last word of his name: reports call him by one word or by two. */
static isnad_slice called(const claim_scan *s, const isnad_name_note *n) {
  isnad_slice folded = {NULL, 0};
  isnad_arabic_fold(&folded, NULL, s->arena, n->canonical, ISNAD_FOLD_MATCH, NULL);
  size_t at = folded.length;
  while (at > 0 && folded.bytes[at - 1] != ' ') at--;
  return (isnad_slice){folded.bytes + at, folded.length - at};
}

static bool tell_minute(claim_telling *t, const claim_word *minute) {
  claim_scan *s = t->s;
  isnad_slice digits = {NULL, 0};
  if (minute_behind(s, minute->last, &digits) == 0) return true;
  const isnad_name_note *n = scorer_of(s, minute, minute->last + 1);
  isnad_slice name = n != NULL ? called(s, n) : (isnad_slice){NULL, 0};
  if (name.length == 0) return true;
  isnad_prepared_told *told = telling_add(t);
  if (told == NULL) return false;
  uint32_t begin = s->tokens->items[minute->first].span.begin, end = s->tokens->items[minute->last].span.end;
  *told = (isnad_prepared_told){.kind = "minute", .subject_name = n->canonical, .value = digits};
  told->span = (isnad_span){n->span.begin < begin ? n->span.begin : begin, n->span.end > end ? n->span.end : end};
  told->subject = isnad_arena_printf(s->arena, "minute:%.*s", (int)name.length, name.bytes);
  told->value_name = isnad_slice_at(s->page->text, (isnad_span){begin, end});
  told->terms = telling_terms(s, s->at->first, s->at->last, minute->first, minute->last + 1);
  return told->subject.bytes != NULL && told->terms.bytes != NULL;
}

bool telling_minutes(claim_telling *t) {
  claim_scan *s = t->s;
  for (size_t i = 0; i < s->sentence_count; i++) {
    if (!claim_look_at(s, &s->sentences[i])) return false;
    if (!tells_goals(s)) continue;
    for (size_t w = 0; w < s->word_count; w++)
      if (has_key(&s->words[w], "minute_word") && !tell_minute(t, &s->words[w])) return false;
  }
  return true;
}
