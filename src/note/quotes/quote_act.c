/* Statements behind a noun of saying: "after the announcement of the ministry that". */
#include "note/quotes/quote_said.h"
#include "note/speakers/speaker.h"

/* "After the announcement of the ministry | that": a noun of saying, its subject, and "that" near behind him. */
size_t quote_read_act(quote_scan *q, const quote_verb *act) {
  enum { NEAR = 26, BETWEEN = 8, APPOSITION = 14 };
  size_t limit = act->last + NEAR < q->sentence_last ? act->last + NEAR : q->sentence_last, end = 0;
  quote_speaker speaker;
  quote_said said = {.first = 0};
  isnad_slice form = isnad_token_form(&q->s->page->tokens, act->first);
  bool ba = word_begins(form, LETTER_BEH, LETTER_ALEF) && word_letter_at(form, 2 * WORD_LETTER, LETTER_LAM);
  bool to = act->first > q->sentence_first && quote_is_behind_to(q, act->first);
  if (!ba && !to && act->row->force == ISNAD_VERBS_FORCE_SAYS && word_begins(form, LETTER_ALEF, LETTER_LAM)) return act->last; /* "one can | say" */
  if (ba || word_begins(form, LETTER_ALEF, LETTER_LAM) || quote_says_again(q, act))
    return quote_read_wording(q, act); /* "with the words", "repeated | the affirmation that" */
  if (act->last >= limit || !speaker_read(q, act->last, limit, 0, &speaker, &end)) return act->last;
  if (speaker.kind == SPEAKER_UNKNOWN || speaker.kind == SPEAKER_DOCUMENT) return act->last;
  size_t between = end < limit && quote_is_comma(q, end) ? APPOSITION : BETWEEN;
  for (size_t at = end; at < limit && at <= end + between; at++) {
    quote_verb other;
    bool plain = quote_is_comma(q, at) || quote_is_kind(q, at, ISNAD_TOKEN_WORD) || quote_is_kind(q, at, ISNAD_TOKEN_NUMBER);
    bool of_other = quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OF) && !quote_is_comma(q, at - 1); /* "adds | to the fears that" */
    if (!plain || of_other || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_JOINS) || quote_verb_at(q, at, &other) ||
        quote_act_at(q, at, &other)) /* "statements of X came after the announcement of Y that" */
      return act->last;
    if (!quote_is_that(q, at)) continue;
    said = (quote_said){.first = at, .subject_last = at, .last = quote_end(q, act, at, &said.next)};
    said.next = 0;
    bool opens = quote_has_word(q, q->sentence_first, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION); /* "after the words of X that ..., Y" */
    for (size_t i = at; opens && i < said.last; i++)
      if (quote_is_comma(q, i)) said.last = i;
    break;
  }
  if (said.last <= said.first) return act->last;
  quote_add_statement(q, act, &said, &speaker, false, 0);
  speaker.agrees = speaker_own_form(q, &speaker);
  q->topic = speaker;
  return said.last;
}
