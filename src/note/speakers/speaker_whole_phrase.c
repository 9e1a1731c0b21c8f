/* Where a phrase is whole and another noun begins: "the commission | the authorities", whom it asks for something. */
#include "note/speakers/speaker.h"

#include <string.h>

/* "One of them": the pronoun of two or many. */
static bool is_of_them(isnad_slice form) {
  bool two = form.length > 3 * WORD_LETTER && word_ends_in(form, LETTER_MEEM, LETTER_ALEF) &&
             word_letter_at(form, form.length - 3 * WORD_LETTER, LETTER_HEH);
  return two || (form.length > 3 * WORD_LETTER && word_ends_in(form, LETTER_HEH, LETTER_MEEM));
}

/* The phrase may end before the token: a definite word, a name, an indefinite sound plural, "one of them", a nation's adjective. */
static bool is_whole(const quote_scan *q, size_t at) {
  isnad_slice form = speaker_form(q, at - 1);
  const isnad_phrase *place = note_hit_at(q->unit, at - 1, ISNAD_TABLE_PLACES);
  if (speaker_is_preposition(q, at - 1)) return false;
  if (quote_is_definite(q, at - 1) || q->in_name[at - 1 - q->unit->first] || place != NULL) return true;
  return word_ends_in(form, LETTER_WAW, LETTER_NOON) || is_of_them(form);
}

/* Known as a noun, or by its ending one that may be told apart from an adjective: of every other word nothing is asked. */
static bool may_be_noun(const quote_scan *q, size_t at) {
  const uint32_t nouns = 1u << ISNAD_TABLE_TITLES | 1u << ISNAD_TABLE_ORG_HEADS | 1u << ISNAD_TABLE_HEADS;
  if ((q->unit->tables[at - q->unit->first] & nouns) != 0) return true;
  isnad_slice form = speaker_form(q, at);
  return word_ends_in(form, LETTER_YEH, LETTER_NOON) || word_ends_in(form, LETTER_ALEF, LETTER_TEH) ||
         (word_ends(form, LETTER_HEH) && !word_ends_in(form, LETTER_YEH, LETTER_HEH));
}

/* A noun with its article that cannot describe what stands before it: what the tables know as people or a body; a plural in -in behind what is no
 * plural; a feminine behind a man of whose words none is feminine. */
bool speaker_begins_object(const quote_scan *q, size_t first, size_t at) {
  if (at <= first || at >= q->unit->last || !may_be_noun(q, at) || !quote_is_definite(q, at) ||
      quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_DESCRIBES) || !is_whole(q, at))
    return false;
  const isnad_phrase *place = note_hit_at(q->unit, at, ISNAD_TABLE_PLACES);
  isnad_slice form = speaker_form(q, at);
  if (place != NULL && place->cell == ISNAD_PLACES_CELL_ADJECTIVES) return false;
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES), *body = note_hit_at(q->unit, at, ISNAD_TABLE_ORG_HEADS);
  bool office = title != NULL && title->cut == 0 && isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_OFFICE;
  bool known = office || (body != NULL && body->cut == 0) || (note_has_hit(q->unit, at, ISNAD_TABLE_HEADS) && !word_ends(form, LETTER_YEH));
  bool called = title != NULL && isnad_titles_rows[title->row].office != NULL && !quote_is_kind(q, at + 1, ISNAD_TOKEN_PUNCT) &&
                (strcmp(isnad_titles_rows[title->row].office, "official") == 0 || strcmp(isnad_titles_rows[title->row].office, "spokesman") == 0);
  if (called || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_DESCRIBES))
    return false; /* "the organisation | responsible for it", "the radio | that speaks in" */
  if (known) return true;
  bool feminine = false, plural = false, several = false;
  for (size_t i = first; i < at; i++) {
    isnad_slice before = speaker_form(q, i);
    feminine = feminine || word_ends(before, LETTER_HEH) || word_ends(before, LETTER_ALEF) || word_ends_in(before, LETTER_ALEF, LETTER_TEH);
    several = several || word_ends_in(before, LETTER_ALEF, LETTER_TEH);
    plural = plural || word_ends_in(before, LETTER_YEH, LETTER_NOON);
  }
  const isnad_phrase *who = note_hit_at(q->unit, first, ISNAD_TABLE_TITLES);
  bool man = who != NULL && isnad_titles_rows[who->row].number == ISNAD_TITLES_NUMBER_S;
  if (word_ends_in(form, LETTER_YEH, LETTER_NOON)) return !plural && word_ends(speaker_form(q, at - 1), LETTER_HEH);
  if (word_ends_in(form, LETTER_ALEF, LETTER_TEH)) return !several;
  return word_ends(form, LETTER_HEH) && man && !feminine && at > first + 1;
}

bool speaker_holds_object(const quote_scan *q, size_t first, size_t end) {
  for (size_t at = first + 1; at < end; at++)
    if (speaker_begins_object(q, first, at)) return true;
  return false;
}
