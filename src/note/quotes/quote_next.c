/* Whether at a token of what was said the next statement begins, of the same speaker or of another. */
#include "note/quotes/quote_said.h"
#include "note/speakers/speaker.h"

bool quote_relays(const quote_scan *q, const quote_verb *verb) {
  enum { NEAR = 4 };
  if (verb->row->force != ISNAD_VERBS_FORCE_CARRIES) return false;
  for (size_t at = verb->last; at < verb->last + NEAR; at++)
    if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT)) return true;
  return false;
}

bool quote_has_that(const quote_scan *q, const quote_verb *verb) {
  enum { NEAR = 8 };
  if (verb->row->that != ISNAD_VERBS_THAT_YES) return false;
  for (size_t at = verb->last; at < verb->last + NEAR && at < q->sentence_last && !quote_is_comma(q, at); at++) {
    quote_verb other;
    if (quote_is_that(q, at)) return true;
    if (quote_verb_at(q, at, &other)) return false;
  }
  return false;
}

/* "And she talks in a man's voice": a verb that only takes "about", without it. */
static bool tells_nothing(const quote_scan *q, const quote_verb *verb) {
  enum { NEAR = 8 };
  if (verb->row->also != ISNAD_VERBS_ALSO_AN) return false;
  for (size_t at = verb->last; at < verb->last + NEAR && at < q->sentence_last && !quote_is_comma(q, at); at++)
    if (quote_is_that(q, at) || quote_is_colon(q, at) || quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) ||
        quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT))
      return false;
  return true;
}

/* "And it is | regarded as a fraud": in the present and without "that" nobody's belief. */
static bool is_regarded(const quote_scan *q, const quote_verb *verb) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, verb->first);
  bool present = word_letter_at(form, WORD_LETTER, LETTER_YEH) || word_letter_at(form, WORD_LETTER, LETTER_TEH);
  return verb->row->force == ISNAD_VERBS_FORCE_BELIEVES && present && !quote_has_that(q, verb);
}

/* "And wrote on his page: "..."", "and commented on that, saying "..."": words of its own near behind a linked verb. */
static bool has_words(const quote_scan *q, const quote_verb *verb) {
  enum { NEAR = 14 };
  quote_verb other;
  for (size_t at = verb->last; at < verb->last + NEAR && at + 1 < q->sentence_last; at++) {
    const quote_pair *pair = quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, at) : NULL;
    if (pair != NULL && quote_pair_words(q, pair) == 1 && quote_is_colon(q, pair->close + 1)) at = pair->close + 1; /* "on "Twitter": ..." */
    if (quote_is_colon(q, at) || quote_is_kind(q, at, ISNAD_TOKEN_QUOTE))
      return quote_is_colon(q, at) && (pair != NULL || quote_is_kind(q, at + 1, ISNAD_TOKEN_QUOTE));
    if (!quote_verb_at(q, at, &other)) continue;
    return other.form == FORM_PARTICIPLE && (quote_is_colon(q, other.last) || quote_is_kind(q, other.last, ISNAD_TOKEN_QUOTE));
  }
  return false;
}

/* "Told of her joy in a post, | in which she said": behind a complement without a sign the next words of the same speaker. */
bool quote_says_therein(const quote_scan *q, const quote_verb *of, size_t first, size_t at) {
  quote_verb verb;
  return !quote_opens_clause(q, of, first) && quote_is_comma(q, at - 1) && quote_verb_at(q, at, &verb) && verb.form <= FORM_FEMININE &&
         verb.row->sure == ISNAD_VERBS_SURE_YES && quote_has_word(q, verb.last, ISNAD_QUOTE_WORDS_ROLE_THEREIN) &&
         !quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE);
}

/* "Voiced his joy | with the words: "..."", "| by saying that": the noun of saying behind ba, with what was said right behind it. */
static bool says_with_words(const quote_scan *q, size_t at, const quote_verb *noun, bool act) {
  enum { NEAR = 3 };
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  bool article = word_letter_at(form, WORD_LETTER, LETTER_ALEF) && word_letter_at(form, 2 * WORD_LETTER, LETTER_LAM); /* not "with a sign" */
  if (noun->row->force != ISNAD_VERBS_FORCE_SAYS || !word_letter_at(form, 0, LETTER_BEH) || (act && !article)) return false;
  for (size_t i = noun->last; i < noun->last + NEAR && i < q->sentence_last && !quote_is_comma(q, i); i++)
    if (quote_is_colon(q, i) || quote_is_kind(q, i, ISNAD_TOKEN_QUOTE) || quote_is_that(q, i)) return true;
  return false;
}

/* ", and urged both sides | to": a linked past of the gender of what went before, which is also another word, with whom it asks or calls and what. */
static bool asks_next(const quote_scan *q, const quote_verb *of, const quote_verb *verb, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  quote_said said;
  bool past = !word_letter_at(form, WORD_LETTER, LETTER_YEH) && !word_letter_at(form, WORD_LETTER, LETTER_TEH);
  if (of == NULL || !quote_is_comma(q, at - 1) || !word_letter_at(form, 0, LETTER_WAW) || !past || of->form != verb->form) return false;
  bool takes = verb->row->force == ISNAD_VERBS_FORCE_DEMANDS || speaker_takes_both(verb->row->also) || verb->row->force == ISNAD_VERBS_FORCE_DENIES ||
               verb->row->force == ISNAD_VERBS_FORCE_REJECTS;
  return takes && quote_find_said(q, verb, false, &said);
}

/* "And he added": a linked verb with something of its own to say. */
bool quote_is_next_statement(const quote_scan *q, const quote_verb *of, size_t first, size_t at) {
  quote_verb verb;
  if (quote_act_at(q, at, &verb) && says_with_words(q, at, &verb, true)) return true;
  if (!quote_verb_at(q, at, &verb)) return false;
  if (verb.form == FORM_NOUN) return says_with_words(q, at, &verb, false);
  if (word_begins(isnad_token_form(&q->s->page->tokens, at), LETTER_FEH, LETTER_SEEN) && verb.linked) return false; /* "or else | it will propose" */
  if (quote_goes_on_inside(q, of, &verb, first)) return false;
  if (quote_is_first_person(q, &verb)) /* "and I think": the speaker's behind a colon, the writer's elsewhere */
    return verb.linked && quote_is_comma(q, at - 1) && !(first > q->unit->first && quote_is_colon(q, first - 1));
  if (verb.form <= FORM_PLURAL && verb.linked && quote_is_colon(q, verb.last)) return true;
  if (verb.form <= FORM_PLURAL && verb.linked && quote_begins_with(q, at, LETTER_WAW) && has_words(q, &verb)) return true;
  if (verb.form == FORM_PARTICIPLE) return quote_participle_goes_on(q, of, &verb);
  if (verb.form > FORM_PLURAL || !verb.linked || tells_nothing(q, &verb) || is_regarded(q, &verb)) return false;
  if (quote_is_comma(q, at - 1) && verb.row->also == ISNAD_VERBS_ALSO_AN && !tells_nothing(q, &verb))
    return true;                                                                           /* ", and officials voiced | about" */
  if (quote_is_comma(q, at - 1) && quote_begins_also(q, verb.row, verb.last)) return true; /* ", and threatened | with" */
  if (asks_next(q, of, &verb, at)) return true;
  return verb.row->sure == ISNAD_VERBS_SURE_YES || quote_relays(q, &verb) || (quote_is_comma(q, at - 1) && quote_has_that(q, &verb));
}

/* "That, for this reason, | then it decided", "that garlic helps, | for it lessens": the statement itself goes on behind its "then". */
static bool is_apodosis(const quote_scan *q, size_t first, isnad_slice link) {
  if (!word_letter_at(link, 0, LETTER_FEH)) return false;
  if (word_letter_at(link, WORD_LETTER, LETTER_HEH)) return true;
  return quote_has_word(q, first + 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) || quote_has_word(q, first + 1, ISNAD_QUOTE_WORDS_ROLE_WHEN) ||
         quote_has_word(q, first + 1, ISNAD_QUOTE_WORDS_ROLE_ASIDE) || quote_has_word(q, first + 1, ISNAD_QUOTE_WORDS_ROLE_BESIDES);
}

/* Behind a comma a link may stand before the verb: "while she said", "as he said". */
bool quote_is_linked_statement(const quote_scan *q, const quote_verb *of, size_t first, size_t at) {
  const isnad_phrase *link = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_HELPS), *aside = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_ASIDE);
  if (link == NULL && aside != NULL && aside->count > 1 && quote_links(q, aside)) link = aside; /* ", and in this context | he affirmed" */
  quote_verb verb;
  if (link == NULL || !quote_verb_at(q, at + link->count, &verb)) return false;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  if (quote_opens_clause(q, of, first) && is_apodosis(q, first, form)) return false;
  bool had = link->cut == WORD_LETTER && form.length == 3 * WORD_LETTER && word_ends(form, LETTER_DAL); /* ", and a mayor | had mentioned" */
  return verb.form <= FORM_PLURAL && (had || verb.row->sure == ISNAD_VERBS_SURE_YES || quote_has_that(q, &verb));
}

/* "Showed scorn | for she said to them that": behind a complement without a sign a link, a verb and "that" near behind it. */
bool quote_says_at_once(const quote_scan *q, size_t at) {
  quote_verb verb;
  const isnad_phrase *link = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_HELPS);
  return link != NULL && link->cut == 0 && quote_verb_at(q, at + link->count, &verb) && quote_has_that(q, &verb);
}

/* ", | though officials affirmed the opposite": what another says against it is the narrator's. */
bool quote_is_conceded(const quote_scan *q, size_t at) {
  enum { NEAR = 8 };
  const isnad_phrase *although = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_ALTHOUGH);
  if (although == NULL) return false;
  for (size_t i = at + although->count; i < at + NEAR && i < q->sentence_last && !quote_is_comma(q, i); i++) {
    quote_verb verb;
    if (quote_verb_at(q, i, &verb) && verb.row->sure == ISNAD_VERBS_SURE_YES && !quote_is_negated(q, i)) return true;
    if (quote_act_at(q, i, &verb) && verb.row->sure == ISNAD_VERBS_SURE_YES) return true;
  }
  return false;
}

/* "But Kyiv denied": another speaker's clause, told by his name and a verb right behind it. */
bool quote_is_other_speaker(const quote_scan *q, size_t first, size_t at) {
  const isnad_phrase *link = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_HELPS);
  if (link == NULL) return false;
  size_t name_first = at + link->count;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at), next = isnad_token_form(&q->s->page->tokens, name_first);
  bool he = form.length == 3 * WORD_LETTER && word_begins(form, LETTER_WAW, LETTER_HEH);
  bool who = next.length == 2 * WORD_LETTER && word_begins(next, LETTER_MEEM, LETTER_NOON);
  if (he && (who || quote_has_word(q, name_first, ISNAD_QUOTE_WORDS_ROLE_RELATIVE))) return false; /* "and it was he who" */
  enum { PHRASE = 5 };
  bool what = next.length == 2 * WORD_LETTER && word_begins(next, LETTER_MEEM, LETTER_ALEF);
  if (he && !what && first + PHRASE > at && quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_THAT))
    return false; /* "that the draft, | and it is part of X, will" */
  for (size_t behind = name_first + 1; behind < name_first + 8 && behind < q->sentence_last; behind++) {
    quote_verb verb;
    if (quote_verb_at(q, behind, &verb) && verb.form <= FORM_PLURAL && !verb.linked) return true;
    if (quote_is_comma(q, behind)) return false;
  }
  return false;
}

/* "..., Paris warned on Tuesday": a sure verb behind a comma with a known speaker right behind it. */
bool quote_is_own_statement(const quote_scan *q, size_t at) {
  enum { NEAR = 4 };
  quote_verb verb;
  quote_speaker speaker;
  size_t end = 0, limit = at + NEAR < q->sentence_last ? at + NEAR : q->sentence_last;
  if (!quote_verb_at(q, at, &verb) || verb.form > FORM_FEMININE || verb.linked || quote_is_called(q, &verb)) return false; /* ", | called X," */
  bool sure = verb.row->sure == ISNAD_VERBS_SURE_YES || quote_has_that(q, &verb);
  if (verb.row->that != ISNAD_VERBS_THAT_YES || verb.last >= limit || !speaker_read(q, verb.last, limit, 0, &speaker, &end)) return false;
  if (!sure && (speaker.name < 0 || (speaker.kind != SPEAKER_PERSON && speaker.kind != SPEAKER_BODY) || verb.form != FORM_MASCULINE))
    return false; /* "..., X answered" */
  return speaker.kind != SPEAKER_UNKNOWN && speaker.kind != SPEAKER_DOCUMENT && speaker_agrees(q, &verb, verb.last, &speaker);
}
