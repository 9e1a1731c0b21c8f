/* Reporting words and the small words around statements, as the phrase tables find them. */
#include "note/quote.h"

#include <string.h>

static const char waw[] = "\xD9\x88", feh[] = "\xD9\x81", beh[] = "\xD8\xA8", seen[] = "\xD8\xB3", lam[] = "\xD9\x84", yeh[] = "\xD9\x8A",
                  teh[] = "\xD8\xAA", heh[] = "\xD9\x87", alef[] = "\xD8\xA7";

enum { LETTER = 2 }; /* bytes */

static isnad_slice form_at(const quote_scan *q, size_t at) { return isnad_token_form(&q->s->page->tokens, at); }

static bool letter_at(isnad_slice form, size_t offset, const char *letter) {
  return form.length >= offset + LETTER && memcmp(form.bytes + offset, letter, LETTER) == 0;
}

static bool ends_in(isnad_slice form, const char *letter) { return form.length > LETTER && letter_at(form, form.length - LETTER, letter); }

const isnad_phrase *quote_word_at(const quote_scan *q, size_t at, isnad_quote_words_role role) {
  if (at < q->unit->first || !note_has_hit(q->unit, at, ISNAD_TABLE_QUOTE_WORDS)) return NULL;
  size_t count = 0;
  const isnad_phrase *hits = note_hits_at(q->unit, at, &count);
  for (size_t i = 0; i < count; i++)
    if (hits[i].table == ISNAD_TABLE_QUOTE_WORDS && isnad_quote_words_rows[hits[i].row].role == role) return &hits[i];
  return NULL;
}

bool quote_is_mark(const quote_scan *q, size_t at, const char *utf8) {
  if (!quote_is_kind(q, at, ISNAD_TOKEN_PUNCT)) return false;
  return isnad_slice_equal(form_at(q, at), isnad_slice_of(utf8));
}

bool quote_is_comma(const quote_scan *q, size_t at) {
  return quote_is_mark(q, at, "\xD8\x8C") || quote_is_mark(q, at, ",") || quote_is_mark(q, at, "\xD8\x9B") || quote_is_mark(q, at, ";");
}

bool quote_is_hash(const quote_scan *q, size_t at) {
  bool mark = quote_is_kind(q, at, ISNAD_TOKEN_PUNCT) || quote_is_kind(q, at, ISNAD_TOKEN_SYMBOL);
  return mark && (isnad_slice_equal(form_at(q, at), isnad_slice_of("#")) || isnad_slice_equal(form_at(q, at), isnad_slice_of("_")));
}

bool quote_is_colon(const quote_scan *q, size_t at) { return quote_is_mark(q, at, ":"); }

bool quote_begins_with(const quote_scan *q, size_t at, const char *letter) {
  isnad_slice form = form_at(q, at);
  return letter_at(form, 0, letter) && (form.length > 3 * LETTER || (quote_token(q, at)->flags & ISNAD_TOKEN_TATWEEL) != 0);
}

bool quote_is_definite(const quote_scan *q, size_t at) { return letter_at(form_at(q, at), 0, alef) && letter_at(form_at(q, at), LETTER, lam); }

/* Whether what the matcher cut may stand before a reporting word of this form; a prefix that belongs to the word is none. */
static bool cut_fits(isnad_slice form, size_t cut, quote_form verb) {
  if (cut == 0) return true;
  bool link = letter_at(form, 0, waw) || letter_at(form, 0, feh);
  if (cut == LETTER && link) return true;
  size_t behind = link ? LETTER : 0;
  if (cut != behind + LETTER) return false;
  bool present = letter_at(form, cut, yeh) || letter_at(form, cut, teh);
  if (verb <= FORM_PLURAL) return present && letter_at(form, behind, seen); /* not li: "in order to say" tells nothing */
  return verb == FORM_NOUN && letter_at(form, behind, beh);
}

static quote_form form_of_cell(uint16_t cell) {
  switch (cell) {
  case ISNAD_VERBS_CELL_F:
    return FORM_FEMININE;
  case ISNAD_VERBS_CELL_P:
    return FORM_PLURAL;
  case ISNAD_VERBS_CELL_PASSIVE:
    return FORM_PASSIVE;
  case ISNAD_VERBS_CELL_PARTICIPLE:
    return FORM_PARTICIPLE;
  case ISNAD_VERBS_CELL_NOUN:
    return FORM_NOUN;
  default:
    return FORM_MASCULINE;
  }
}

/* A participle in teh marbuta, a noun with the pronoun "her". */
static bool is_feminine(isnad_slice form, quote_form verb) {
  if (verb == FORM_PARTICIPLE) return ends_in(form, heh);
  return verb == FORM_FEMININE || (verb == FORM_NOUN && ends_in(form, alef));
}

bool quote_cut_is(const quote_scan *q, const isnad_phrase *hit, const char *letter) {
  return hit->cut == LETTER && letter_at(form_at(q, hit->first), 0, letter);
}

/* The writer's own "it is to be noted", and phrases in which the verb reports nothing. */
static bool is_boilerplate(const quote_scan *q, size_t at) {
  return quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_BOILERPLATE) != NULL ||
         (at > q->unit->first && quote_word_at(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_BOILERPLATE) != NULL &&
          quote_word_at(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_BOILERPLATE)->count > 1);
}

static bool take_hit(const quote_scan *q, const isnad_phrase *hit, quote_verb *out) {
  isnad_slice form = form_at(q, hit->first);
  quote_form verb = form_of_cell(hit->cell);
  if (!cut_fits(form, hit->cut, verb)) return false;
  bool linked = hit->cut > 0 && (letter_at(form, 0, waw) || letter_at(form, 0, feh));
  *out = (quote_verb){.row = &isnad_verbs_rows[hit->row],
                      .row_index = hit->row,
                      .form = verb,
                      .feminine = is_feminine(form, verb),
                      .linked = linked,
                      .first = hit->first,
                      .last = hit->first + hit->count,
                      .span = hit->span};
  return true;
}

/* Inside a person's name a word that is also another kind of word is no verb, unless a clause begins with it. */
static bool is_of_name(const quote_scan *q, size_t at, const quote_verb *verb) {
  return q->in_name[at - q->unit->first] && verb->row->sure == ISNAD_VERBS_SURE_NO && !verb->linked && at != q->sentence_first;
}

bool quote_verb_at(const quote_scan *q, size_t at, quote_verb *out) {
  size_t count = 0;
  bool found = false;
  if (!note_has_hit(q->unit, at, ISNAD_TABLE_VERBS) || !quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return false;
  const isnad_phrase *hits = note_hits_at(q->unit, at, &count);
  for (size_t i = 0; i < count; i++) {
    quote_verb verb;
    if (hits[i].table != ISNAD_TABLE_VERBS || !take_hit(q, &hits[i], &verb)) continue;
    if (found && (out->row->sure == ISNAD_VERBS_SURE_YES || verb.row->sure == ISNAD_VERBS_SURE_NO)) continue;
    *out = verb;
    found = true;
  }
  return found && !is_boilerplate(q, at) && !is_of_name(q, at, out);
}
