/* What a statement says, as terms, and whether it is a denial. */
#include "claim/figure_words.h"

enum { VERB_REACH = 3, DENIED_LEAST = 3 };

static bool is_denial(const claim_scan *s, size_t first, size_t last) {
  for (size_t i = 0; i < s->word_count; i++)
    if (figure_word_denies(&s->words[i], "deny") && s->words[i].first >= first && s->words[i].first < last) return true;
  return false;
}

/* A denial: its verb denies, or the statement begins with a word of denial. */
static bool denies(claim_scan *s, const isnad_quote_note *q, size_t first) {
  const claim_sentence *sentence = claim_sentence_at(s, q->verb.begin < q->verb.end ? q->verb.begin : q->span.begin);
  if (sentence == NULL || !claim_look_at(s, sentence)) return false;
  if (q->verb.begin < q->verb.end) {
    size_t verb = claim_token_at(s, q->verb.begin);
    if (is_denial(s, verb, verb + 1)) return true;
  }
  return is_denial(s, first, first + VERB_REACH);
}

/* The first clause of a denial says what is denied; what the denier adds begins at a mark, at another verb of speech or at "but". */
static size_t denied_until(const claim_scan *s, size_t first, size_t last) {
  for (size_t at = first; at < last; at++) {
    isnad_phrase hit;
    unsigned verbs = 1u << ISNAD_TABLE_VERBS;
    bool mark = s->tokens->items[at].kind == ISNAD_TOKEN_PUNCT;
    bool speaks =
        at >= first + DENIED_LEAST && isnad_phrases_at(&hit, 1, s->tokens, at, verbs, ISNAD_PHRASE_CUT) > 0 && hit.cut > 0 && figure_joined(s, at);
    bool but = false;
    for (size_t i = 0; i < s->word_count && !but; i++) but = s->words[i].first == at && figure_word_denies(&s->words[i], "but");
    if (at >= first + DENIED_LEAST && (mark || speaks || but)) return at;
  }
  return last;
}

isnad_status claim_prepare_quotes(isnad_prepared_quote **out, claim_scan *s) {
  const isnad_article *a = s->article;
  *out = isnad_arena_array(s->arena, a->quote_count + 1, sizeof **out);
  if (*out == NULL) return isnad_arena_fail(s->err, s->arena, "claim");
  for (size_t i = 0; i < a->quote_count; i++) {
    const isnad_quote_note *q = &a->quotes[i];
    size_t first = claim_token_at(s, q->span.begin), last = isnad_tokens_seek(s->tokens, q->span.end);
    claim_terms terms = {.count = 0};
    (*out)[i].denies = denies(s, q, first);
    terms_add(&terms, &s->listing, first, (*out)[i].denies ? denied_until(s, first, last) : last, TERMS_STATEMENT);
    terms_finish(&terms);
    (*out)[i].terms = claim_terms_pack(s->arena, &terms);
    if ((*out)[i].terms.bytes == NULL) return isnad_arena_fail(s->err, s->arena, "claim");
  }
  return ISNAD_OK;
}
