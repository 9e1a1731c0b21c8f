/* What a sure verb takes without a sign, far behind its subject: behind a clause of who, brackets, or quoted words. */
#include "note/quotes/quote_said.h"
#include "note/speakers/speaker.h"

/* "To her", "in it". */
static bool is_short_pronoun(const quote_scan *q, size_t at) {
  return isnad_token_form(&q->s->page->tokens, at).length <= 3 * WORD_LETTER && speaker_is_pronoun_object(q, at);
}

/* A word behind which a new phrase may begin: the one before it is closed by the article, a name, a number, a mark or a pronoun. */
static bool closes_phrase(const quote_scan *q, size_t at) {
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return true;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION)) return false;
  bool theirs =
      form.length > 5 * WORD_LETTER &&
      (word_ends_in(form, LETTER_HEH, LETTER_ALEF) || word_ends_in(form, LETTER_BEH, LETTER_HEH) || word_ends_in(form, LETTER_REH, LETTER_HEH)) &&
      !word_ends(isnad_slice_at(q->s->page->text, quote_token(q, at)->span), LETTER_TEH_MARBUTA); /* "in his words" */
  bool origin = word_ends(form, LETTER_YEH) && note_has_hit(q->unit, at, ISNAD_TABLE_PLACES);
  return quote_is_definite(q, at) || q->in_name[at - q->unit->first] || note_has_hit(q->unit, at, ISNAD_TABLE_PLACES) ||
         note_has_hit(q->unit, at, ISNAD_TABLE_WEEKDAYS) || is_short_pronoun(q, at) || theirs || origin;
}

/* A noun that begins what such verbs take: "the halt of", behind a comma also with the article; not "that | befell him". */
static bool begins_noun(const quote_scan *q, size_t at) {
  const isnad_phrase *noun = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT);
  if (noun == NULL || noun->cut > 0 || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return false;
  if (at + 1 < q->sentence_last && is_short_pronoun(q, at + 1)) return false;
  return !quote_is_definite(q, at) || quote_is_comma(q, at - 1);
}

static bool is_opening(const quote_scan *q, const quote_verb *verb, size_t at, size_t subject_last, bool in_clause) {
  enum { ABOUT_FAR = 6 };
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || !closes_phrase(q, at - 1)) return false;
  if (quote_takes_object(verb->row->also) && (begins_noun(q, at) || quote_is_masdar(q, at))) return true;
  bool calls = verb->row->force == ISNAD_VERBS_FORCE_DESCRIBES && quote_is_kind(q, at + 1, ISNAD_TOKEN_QUOTE); /* "described | ... | as "decisive"" */
  bool both = quote_takes_both(verb->row->also) && verb->row->force != ISNAD_VERBS_FORCE_ACCUSES && !calls;
  bool closed = quote_is_comma(q, at - 1); /* "X, who won, | to": the comma closes the clause */
  if ((in_clause && !closed) || both || quote_starts(q, at, LETTER_LAM)) return false;
  bool of_noun = quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_OBJECT);           /* "the revealing | of his name" */
  bool about = quote_takes_object(verb->row->also) && at > subject_last + ABOUT_FAR; /* "announced a reform after its suffering from the fall | of" */
  return !of_noun && !about && quote_begins_also(q, verb->row, at);
}

/* Whether the search goes no farther: "that", a colon, a turn, or another verb of saying. */
static bool is_barrier(const quote_scan *q, size_t at) {
  quote_verb other;
  bool plain = quote_is_comma(q, at) || quote_is_hash(q, at) || quote_is_words_kind(quote_token(q, at)->kind);
  if (!plain || quote_is_that(q, at) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_TURNS)) return true;
  return quote_verb_at(q, at, &other) && other.row->sure == ISNAD_VERBS_SURE_YES;
}

/* "Condemned | the "show trial" that": a thing in marks right behind the subject. */
static bool is_judged_thing(const quote_scan *q, const quote_verb *verb, const quote_pair *pair) {
  enum { LONGEST = 6 };
  switch (verb->row->force) {
  case ISNAD_VERBS_FORCE_CONDEMNS:
  case ISNAD_VERBS_FORCE_REJECTS:
  case ISNAD_VERBS_FORCE_DENIES:
  case ISNAD_VERBS_FORCE_WELCOMES:
  case ISNAD_VERBS_FORCE_CRITICIZES:
  case ISNAD_VERBS_FORCE_CONFIRMS:
    return quote_takes_object(verb->row->also) && pair->closed_here && quote_pair_words(q, pair) <= LONGEST && !quote_pair_is_name(q, pair);
  default:
    return false;
  }
}

bool quote_find_far(const quote_scan *q, const quote_verb *verb, bool begun, quote_said *out) {
  enum { FAR = 40 };
  quote_speaker subject;
  size_t limit = q->sentence_last < verb->last + FAR ? q->sentence_last : verb->last + FAR;
  size_t first = quote_skip_asides(q, verb->last, limit), end = first;
  if (verb->form > FORM_PLURAL || verb->row->sure != ISNAD_VERBS_SURE_YES || verb->row->also == ISNAD_VERBS_ALSO_NONE || first >= limit) return false;
  const quote_pair *thing = verb->linked && quote_is_kind(q, first, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, first) : NULL;
  bool marked = thing != NULL && quote_pair_words(q, thing) > 1 && is_judged_thing(q, verb, thing); /* "and denounced | the "show trial" that" */
  if (!begun && !marked &&
      (!speaker_read(q, first, limit, 0, &subject, &end) || subject.kind == SPEAKER_UNKNOWN || !speaker_agrees(q, verb, first, &subject)))
    return false;
  *out = (quote_said){.subject_last = end, .has_object = true, .bare = true};
  bool in_clause = false;
  for (size_t at = end; at < limit && out->first == 0; at++) {
    const quote_pair *pair = quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, at) : NULL;
    size_t behind = quote_behind_brackets(q, at, limit);
    in_clause = in_clause || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE);
    if (pair != NULL && quote_skip_asides(q, end, limit) == at && is_judged_thing(q, verb, pair)) {
      out->first = at;
    } else if (pair != NULL && pair->close < limit) {
      at = pair->close;
    } else if (behind > at) {
      at = behind - 1;
    } else if (is_barrier(q, at)) {
      return false;
    } else if (is_opening(q, verb, at, end, in_clause)) {
      out->first = at;
    }
  }
  if (out->first == 0) return false;
  out->last = quote_end(q, verb, out->first, &out->next);
  return out->last > out->first;
}

/* "That" or "this" alone: what one confirms so was told before. */
bool quote_is_that_itself(const quote_scan *q, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  bool that = form.length == 3 * WORD_LETTER && word_begins(form, LETTER_THAL, LETTER_LAM) && word_ends(form, LETTER_KAF);
  return that && !quote_is_definite(q, at + 1);
}

/* The noun behind whoever is quoted, and what it takes: "his denial | of the news", "his affirmation | on". */
static bool takes_of_noun(const quote_scan *q, const quote_verb *noun, size_t at) {
  if (at >= q->sentence_last || !quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return false;
  bool li = quote_starts(q, at, LETTER_LAM) || word_begins(isnad_token_form(&q->s->page->tokens, at), LETTER_LAM, LETTER_LAM);
  if (quote_begins_also(q, noun->row, at) || quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ON) || li) return true;
  return quote_takes_object(noun->row->also) && quote_may_be_object(q, at);
}

bool quote_find_relayed(const quote_scan *q, const quote_verb *verb, quote_said *out) {
  enum { FAR = 16 };
  bool from = false;
  if (verb->row->force != ISNAD_VERBS_FORCE_CARRIES || verb->form > FORM_PLURAL) return false;
  for (size_t at = verb->last; at < q->sentence_last && at < verb->last + FAR; at++) {
    quote_verb noun;
    if (!quote_is_words_kind(quote_token(q, at)->kind) && !quote_is_comma(q, at)) return false;
    from = from || quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_FROM);
    if (!from || !quote_verb_at(q, at, &noun)) continue;
    size_t first = noun.form == FORM_NOUN ? quote_skip_asides(q, noun.last, q->sentence_last) : q->sentence_last;
    if (!takes_of_noun(q, &noun, first)) return false;
    *out = (quote_said){.first = at, .subject_last = at, .bare = true}; /* the noun is part of what is told */
    out->last = quote_end_from(q, verb, at, first, &out->next);
    return out->last > first;
  }
  return false;
}
