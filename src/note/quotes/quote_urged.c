/* Whom a verb urges, and to what: "urged | the donors | to help", "asked | of the people | patience", the request without a word that opens it. */
#include "note/quotes/quote_said.h"
#include "note/speakers/speaker.h"

static isnad_slice form_at(const quote_scan *q, size_t at) { return isnad_token_form(&q->s->page->tokens, at); }

/* "The help", "the intervention": by its shape a noun of doing with the article. */
static bool is_definite_masdar(const quote_scan *q, size_t at) {
  enum { ARTICLE = 2 * WORD_LETTER };
  isnad_slice form = form_at(q, at);
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || !word_begins(form, LETTER_ALEF, LETTER_LAM) || form.length < ARTICLE + 4 * WORD_LETTER) return false;
  size_t letters = (form.length - ARTICLE) / WORD_LETTER;
  bool teh = word_letter_at(form, ARTICLE, LETTER_TEH) && letters <= 5 && !word_ends(form, LETTER_YEH);
  bool hollow =
      letters == 4 && word_letter_at(form, ARTICLE + WORD_LETTER, LETTER_YEH) && word_letter_at(form, ARTICLE + 2 * WORD_LETTER, LETTER_ALEF);
  hollow = hollow || (letters == 4 && word_letter_at(form, ARTICLE + 2 * WORD_LETTER, LETTER_WAW)); /* "the entering" */
  isnad_slice word = isnad_slice_at(q->s->page->text, quote_token(q, at)->span);
  if (word_letter_at(word, ARTICLE, LETTER_ALEF_HAMZA_ABOVE)) return false; /* "the parties", a plural */
  bool alef = letters >= 5 && word_letter_at(form, ARTICLE, LETTER_ALEF) && word_letter_at(form, form.length - 2 * WORD_LETTER, LETTER_ALEF);
  return teh || hollow || alef;
}

static bool is_deed(const quote_scan *q, size_t at) {
  const isnad_phrase *noun = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT);
  if (noun != NULL && noun->cut == 0 && form_at(q, at).length >= 3 * WORD_LETTER && !speaker_is_demonstrative(q, at)) return true;
  return quote_is_masdar(q, at) || is_definite_masdar(q, at);
}

/* What is asked begins at the token: a noun of doing, ba or li before what is to be done, "to" before such a noun. */
static bool begins_request(const quote_scan *q, size_t at) {
  if (is_deed(q, at)) return true;
  if (quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_TO) || quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ON)) return is_deed(q, at + 1);
  isnad_slice form = form_at(q, at);
  if (word_is_letter(form, LETTER_BEH)) return quote_is_kind(q, at + 1, ISNAD_TOKEN_QUOTE);
  const isnad_phrase *noun = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT);
  if (noun != NULL && quote_cut_is(q, noun, LETTER_BEH)) return true;
  if (word_letter_at(form, 0, LETTER_LAM)) return noun != NULL && noun->cut == WORD_LETTER;
  return quote_starts(q, at, LETTER_BEH) ||
         (word_begins(form, LETTER_BEH, LETTER_ALEF) && isnad_arabic_proclitics(form) > 0 && !note_has_hit(q->unit, at, ISNAD_TABLE_PLACES));
}

/* Somebody: a name, a place, a noun with the article or with the pronoun of whoever asks, "all" of them. */
static bool may_be_urged(const quote_scan *q, size_t at) {
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || begins_request(q, at) || quote_begins_joined(q, at)) return false;
  isnad_slice form = form_at(q, at);
  bool theirs = form.length >= 5 * WORD_LETTER && (word_ends(form, LETTER_HEH) || word_ends_in(form, LETTER_HEH, LETTER_ALEF));
  return theirs || quote_is_definite(q, at) || q->name_at[at - q->unit->first] > 0 || note_has_hit(q->unit, at, ISNAD_TABLE_PLACES) ||
         note_has_hit(q->unit, at, ISNAD_TABLE_HEADS) || quote_is_definite(q, at + 1);
}

/* The token that begins what is asked, behind whom it is asked of; 0 when there is none. */
static size_t behind_urged(const quote_scan *q, size_t from, size_t limit) {
  enum { FAR = 12 };
  size_t named = from + 1; /* behind the name that begins at or before the token */
  for (size_t i = from; i < limit && i < from + FAR; i++) {
    int32_t name = q->name_at[i - q->unit->first];
    if (name > 0 && (i == from || i >= named)) named = speaker_token_behind(q, i, q->s->names[name - 1].span);
    if (i < named) continue;
    bool marked = quote_is_kind(q, i, ISNAD_TOKEN_QUOTE) && quote_pair_at(q, i) != NULL && is_deed(q, i + 1);
    if (marked) return i;
    if ((!quote_is_comma(q, i) && !quote_is_words_kind(quote_token(q, i)->kind) && !quote_is_hash(q, i)) || quote_is_that(q, i)) return 0;
    if (begins_request(q, i) && !q->in_name[i - q->unit->first]) return i;
  }
  return 0;
}

/* "Asked the ministry | to comment": nobody's request. */
static bool is_comment(const quote_scan *q, size_t at) {
  enum { ARTICLE = 2 * WORD_LETTER };
  isnad_slice form = form_at(q, at);
  bool stem = word_letter_at(form, ARTICLE, LETTER_TEH) && word_letter_at(form, ARTICLE + WORD_LETTER, LETTER_AIN) &&
              word_letter_at(form, ARTICLE + 2 * WORD_LETTER, LETTER_LAM);
  return stem && quote_is_definite(q, at) && quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ACT);
}

bool quote_find_urged(const quote_scan *q, const quote_verb *verb, size_t at, size_t limit, quote_said *out) {
  if (verb->row->force != ISNAD_VERBS_FORCE_DEMANDS || verb->row->also != ISNAD_VERBS_ALSO_OBJECT || at >= limit) return false;
  size_t from = quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OF) ? at + 1 : at; /* "asked | of" */
  if (from == at && quote_word_at(q, verb->first, ISNAD_QUOTE_WORDS_ROLE_URGES) == NULL) return false;
  size_t first = from < limit && may_be_urged(q, from) ? behind_urged(q, from, limit) : 0;
  if (first == 0 || is_comment(q, first)) return false;
  size_t to = quote_is_comma(q, first - 1) ? first - 2 : first - 1;
  out->first = first;
  out->addressee = (isnad_span){quote_token(q, from)->span.begin, quote_token(q, to)->span.end};
  out->last = quote_end(q, verb, first, &out->next);
  return out->last > first;
}
