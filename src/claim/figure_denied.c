/* A number that is told to be false: "denied that 35 were killed", "six, and not seven". Who denies it does not claim it. */
#include "claim/figure_read.h"

enum { BEHIND_LEAST = 2, REACH = 40 }; /* tokens */

/* Whether a denial still goes on at a token near behind it: neither "but" nor a word of saying that goes on has ended it. */
static bool goes_on(const claim_scan *s, const claim_word *denial, size_t to) {
  for (size_t i = 0; i < s->word_count; i++)
    if (s->words[i].first >= denial->last && s->words[i].first < to && figure_word_denies(&s->words[i], "but")) return false;
  for (size_t at = denial->last + BEHIND_LEAST; at < to; at++) {
    isnad_phrase hit;
    bool parted = figure_joined(s, at) || s->tokens->items[at - 1].kind == ISNAD_TOKEN_PUNCT;
    if (parted && isnad_phrases_at(&hit, 1, s->tokens, at, 1u << ISNAD_TABLE_VERBS, ISNAD_PHRASE_CUT) > 0) return false;
  }
  return true;
}

/* "And not | 14": no verb stands between, and another number before says what is right. */
static bool is_refused(const claim_scan *s, const claim_word *not_, const figure_place *p) {
  return not_->last == p->first && figure_word_is_not(isnad_token_form(s->tokens, not_->last - 1)) && figure_between(s, s->at->first, not_->first);
}

/* "Did not deny": said twice, it is not denied. */
static bool is_negated(const claim_scan *s, const claim_word *denial) {
  for (size_t i = 0; i < s->word_count; i++)
    if (s->words[i].last == denial->first && figure_word_denies(&s->words[i], "not")) return true;
  return false;
}

/* "The reports of 35 dead | are untrue": said behind the number, and no verb, which would deny what follows. */
static bool is_called_false(const claim_scan *s, const claim_word *denial, const figure_place *p) {
  enum { NEAR = 4 };
  isnad_phrase hit;
  bool near = denial->first >= p->behind && denial->first <= p->behind + NEAR && !figure_words_break(s, p->behind, denial->first);
  return near && isnad_phrases_at(&hit, 1, s->tokens, denial->first, 1u << ISNAD_TABLE_VERBS, ISNAD_PHRASE_CUT) == 0;
}

bool figure_is_denied(const claim_scan *s, const figure_place *p) {
  for (size_t i = 0; i < s->word_count; i++) {
    const claim_word *w = &s->words[i];
    if (figure_word_denies(w, "deny") && is_called_false(s, w, p)) return true;
    if (w->last > p->first || p->first > w->last + REACH) continue;
    if (figure_word_denies(w, "not") && is_refused(s, w, p)) return true;
    if (figure_word_denies(w, "deny") && !is_negated(s, w) && goes_on(s, w, p->first)) return true;
  }
  return false;
}
