/* What is judged without a sign: "described the detention | as (without a word for it) "piracy"". */
#include "note/quotes/quote_said.h"
#include "note/speakers/speaker.h"

/* The first quoted piece behind the object, and words only before it. */
static const quote_pair *judgment_behind(const quote_scan *q, size_t object) {
  enum { FAR = 10, LONGEST = 6 };
  quote_verb verb;
  for (size_t at = object + 1; at < q->sentence_last && at < object + FAR; at++) {
    if (quote_is_kind(q, at, ISNAD_TOKEN_QUOTE)) {
      const quote_pair *pair = quote_pair_at(q, at);
      bool piece = pair != NULL && pair->closed_here && quote_pair_words(q, pair) <= LONGEST && !quote_pair_is_name(q, pair);
      return piece && (quote_token(q, at - 1)->flags & ISNAD_TOKEN_TATWEEL) == 0 ? pair : NULL;
    }
    if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || quote_verb_at(q, at, &verb) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return NULL;
  }
  return NULL;
}

/* An indefinite noun or adjective is what somebody is called; the definite one goes on the object. */
static bool is_judgment(const quote_scan *q, const quote_pair *pair) {
  size_t first = pair->open + 1;
  return quote_is_kind(q, first, ISNAD_TOKEN_WORD) && !quote_is_definite(q, first) &&
         !quote_has_word(q, pair->open - 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
}

/* "Laid on Israel | the full responsibility": what is laid stands near. */
static bool lays_blame(const quote_scan *q, const quote_verb *verb, size_t object) {
  enum { FAR = 9 };
  bool lays = verb->row->force == ISNAD_VERBS_FORCE_CRITICIZES && verb->row->also == ISNAD_VERBS_ALSO_NONE &&
              verb->row->that == ISNAD_VERBS_THAT_NO && verb->row->sure == ISNAD_VERBS_SURE_CLOSE;
  for (size_t at = object; lays && at < q->sentence_last && at <= object + FAR; at++)
    if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_BLAME)) return true;
  return false;
}

/* "Laid on Damascus | the blame for it": who stands before what is laid bears it, unless it is laid "on (to) the government" behind. */
static bool bears_blame(const quote_scan *q, size_t end) {
  enum { FAR = 7 };
  if (!quote_has_word(q, end, ISNAD_QUOTE_WORDS_ROLE_BLAME)) return false;
  for (size_t at = end + 1; at < q->sentence_last && at < end + FAR && quote_is_kind(q, at, ISNAD_TOKEN_WORD); at++) {
    if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION)) break; /* "for the failure to": the end of what is laid */
    if (quote_starts(q, at, LETTER_LAM)) return false;
  }
  return true;
}

bool quote_find_blamed(const quote_scan *q, const quote_verb *verb, bool begun, quote_said *out) {
  size_t limit = q->sentence_last < verb->last + QUOTE_SUBJECT_FAR ? q->sentence_last : verb->last + QUOTE_SUBJECT_FAR;
  size_t object = quote_skip_asides(q, verb->last, limit), end = object;
  quote_speaker subject;
  if (verb->form == FORM_PASSIVE || verb->form == FORM_NOUN || !lays_blame(q, verb, object)) return false;
  bool behind = !begun && verb->form <= FORM_PLURAL && speaker_read(q, object, limit, 0, &subject, &end) && speaker_agrees(q, verb, object, &subject);
  if (behind && subject.kind == SPEAKER_UNKNOWN) return false;
  if (behind && bears_blame(q, end)) behind = false;
  if (behind && quote_begins_joined(q, end)) behind = false; /* "and held | Hamas and the groups responsible" */
  object = quote_skip_asides(q, behind ? end : object, limit);
  if (object >= limit) return false;
  *out = (quote_said){.first = object, .subject_last = behind ? end : verb->last, .bare = true};
  out->last = quote_end(q, verb, object, &out->next);
  return out->last > object;
}

/* What something is held to be: an indefinite noun or adjective in the accusative, "other than", or a piece in marks. */
static bool is_held_to_be(const quote_scan *q, size_t at) {
  const quote_pair *pair = quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, at) : NULL;
  if (pair != NULL) return pair->closed_here && is_judgment(q, pair) && !quote_pair_is_name(q, pair);
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  if (form.length == 3 * WORD_LETTER && word_begins(form, LETTER_GHAIN, LETTER_YEH)) return true;
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || quote_is_definite(q, at) || q->name_at[at - q->unit->first] > 0 || quote_is_small_word(q, at))
    return false;
  if (note_has_hit(q->unit, at, ISNAD_TABLE_PLACES) || quote_starts(q, at, LETTER_LAM) || quote_starts(q, at, LETTER_BEH)) return false;
  bool accusative = word_ends(form, LETTER_ALEF) && !word_ends_in(form, LETTER_HEH, LETTER_ALEF) && form.length >= 4 * WORD_LETTER &&
                    isnad_arabic_frequency(isnad_token_hash((isnad_slice){form.bytes, form.length - WORD_LETTER})) > 0;
  bool feminine = word_ends(form, LETTER_HEH) && word_ends(isnad_slice_at(q->s->page->text, quote_token(q, at)->span), LETTER_TEH_MARBUTA) &&
                  form.length >= 4 * WORD_LETTER;
  return accusative || feminine;
}

/* The object of such a verb begins with the article, a name, or a pronoun that points. */
static bool is_held_object(const quote_scan *q, size_t at) {
  if (at >= q->sentence_last || !quote_is_kind(q, at, ISNAD_TOKEN_WORD) || quote_starts(q, at, LETTER_LAM) || quote_starts(q, at, LETTER_BEH))
    return false;
  if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) || quote_begins_partner(q, at)) return false;
  return quote_is_definite(q, at) || q->name_at[at - q->unit->first] > 0 || speaker_is_demonstrative(q, at) || speaker_is_pronoun_object(q, at) ||
         quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT) || quote_is_masdar(q, at);
}

/* "The most | fortunate": the accusative behind an elative with the article belongs to it. */
static bool is_of_elative(const quote_scan *q, size_t at) {
  isnad_slice word = isnad_slice_at(q->s->page->text, quote_token(q, at - 1)->span);
  return quote_is_definite(q, at - 1) && word.length == 6 * WORD_LETTER && word_letter_at(word, 2 * WORD_LETTER, LETTER_ALEF_HAMZA_ABOVE) &&
         !word_ends(word, LETTER_TEH_MARBUTA);
}

/* Whether what the object at a token is held to be follows it near. */
static bool has_judgment(const quote_scan *q, size_t object) {
  enum { FAR = 8 };
  quote_verb verb;
  for (size_t at = object + 1; at < q->sentence_last && at < object + FAR; at++) {
    if (is_held_to_be(q, at) && !is_of_elative(q, at)) return true;
    if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || quote_verb_at(q, at, &verb) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE))
      return false;
  }
  return false;
}

/* "An end that some held | impossible | by convincing": inside a relative clause the judgment ends before a preposition, or with its marks. */
static size_t judgment_end(const quote_scan *q, size_t first, size_t last) {
  const quote_pair *pair = quote_is_kind(q, first, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, first) : NULL;
  if (pair != NULL && pair->close < last) return pair->close + 1;
  for (size_t at = first + 1; at < last; at++)
    if (quote_starts(q, at, LETTER_BEH) || quote_starts(q, at, LETTER_LAM) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION)) return at;
  return last;
}

/* "Held | the step unlawful", "holding | it a plot", "which Baghdad held | unlawful". */
static bool find_held(const quote_scan *q, const quote_verb *verb, bool begun, quote_said *out) {
  if (!quote_is_word(q, verb->first, ISNAD_QUOTE_WORDS_ROLE_HOLDS) && !(verb->linked && quote_word_at(q, verb->first, ISNAD_QUOTE_WORDS_ROLE_HOLDS)))
    return false;
  size_t limit = q->sentence_last < verb->last + QUOTE_SUBJECT_FAR ? q->sentence_last : verb->last + QUOTE_SUBJECT_FAR;
  size_t at = quote_skip_asides(q, verb->last, limit), end = at;
  isnad_slice own = isnad_token_form(&q->s->page->tokens, verb->first);
  size_t cut = verb->linked ? WORD_LETTER : 0;
  bool present = word_letter_at(own, cut, LETTER_YEH) || word_letter_at(own, cut, LETTER_TEH);
  bool pronoun = verb->form <= FORM_FEMININE && speaker_bears_pronoun(q, verb),
       ready = begun || verb->form == FORM_PARTICIPLE || quote_speaker_goes_on(q, verb);
  quote_speaker subject = {.kind = SPEAKER_UNKNOWN};
  bool behind = !ready && speaker_read(q, at, limit, 0, &subject, &end) && subject.kind != SPEAKER_UNKNOWN && speaker_agrees(q, verb, at, &subject);
  if (!ready && !behind && !(pronoun && !present)) return false;
  if (present && !pronoun && !ready && quote_is_kind(q, verb->last, ISNAD_TOKEN_QUOTE)) return false; /* "X is regarded as" */
  size_t object = behind ? quote_skip_asides(q, end, limit) : at;
  *out = (quote_said){.first = object, .subject_last = behind ? end : verb->last, .bare = true};
  if (object >= limit || !(pronoun ? is_held_to_be(q, object) : is_held_object(q, object) && has_judgment(q, object))) return false;
  out->last = quote_end(q, verb, object, &out->next);
  if (pronoun && verb->first > q->sentence_first && quote_is_kind(q, verb->first - 1, ISNAD_TOKEN_WORD) && !verb->linked)
    out->last = judgment_end(q, object, out->last);
  return out->last > object + 1; /* one word is a judgment only behind its object */
}

bool quote_find_judged(const quote_scan *q, const quote_verb *verb, bool begun, quote_said *out) {
  if (find_held(q, verb, begun, out)) return true;
  bool judges = verb->row->force == ISNAD_VERBS_FORCE_BELIEVES || verb->row->force == ISNAD_VERBS_FORCE_DESCRIBES;
  if (!judges || verb->form > FORM_FEMININE) return false;
  size_t limit = q->sentence_last < verb->last + QUOTE_SUBJECT_FAR ? q->sentence_last : verb->last + QUOTE_SUBJECT_FAR;
  size_t object = quote_skip_asides(q, verb->last, limit), end = object;
  quote_speaker subject;
  if (!begun && (!speaker_read(q, object, limit, 0, &subject, &end) || !speaker_agrees(q, verb, object, &subject))) return false;
  object = quote_skip_asides(q, end, limit);
  if (object >= limit || !quote_is_kind(q, object, ISNAD_TOKEN_WORD) || quote_is_small_word(q, object)) return false;
  const quote_pair *pair = judgment_behind(q, object);
  if (pair == NULL || !is_judgment(q, pair)) return false;
  *out = (quote_said){.first = object, .subject_last = end, .bare = true};
  out->last = quote_end(q, verb, object, &out->next);
  return out->last > pair->close;
}
