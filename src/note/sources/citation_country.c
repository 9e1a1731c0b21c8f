/* A country that speaks for its government: "Russia announced". */
#include "note/sources/citation.h"

/* A finite verb before its subject agrees with it: most countries are feminine. Behind a masculine verb they are its object. */
static bool agrees(const note_scan *s, const note_unit *unit, size_t at) {
  const isnad_phrase *subject = at >= unit->first + 2 ? note_hit_at(unit, at - 2, ISNAD_TABLE_PLACES) : NULL;
  if (subject != NULL && subject->cut == 0 && subject->first + subject->count + 1 == at &&
      isnad_places_rows[subject->row].kind == ISNAD_PLACES_KIND_COUNTRY)
    return false; /* "Syria accuses Israel" */
  if (at == unit->first || note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_MASCULINE)) return true;
  size_t cut = isnad_arabic_proclitics(cited_form(s, at - 1));
  isnad_slice verb = cited_form(s, at - 1), bare = {verb.bytes + cut, verb.length - cut};
  return word_ends(verb, LETTER_TEH) || word_letter_at(verb, 0, LETTER_TEH) || word_letter_at(bare, 0, LETTER_TEH) ||
         (word_letter_at(verb, 0, LETTER_WAW) && word_letter_at(verb, WORD_LETTER, LETTER_TEH)) || !cited_is_word(s, unit, at - 1);
}

bool cited_country(const note_scan *s, const note_unit *unit, size_t at, cited *out) {
  const isnad_phrase *place = note_hit_at(unit, at, ISNAD_TABLE_PLACES);
  if (place == NULL || place->cut > 0) return false;
  const isnad_places_row *row = &isnad_places_rows[place->row];
  bool name = isnad_slice_equal(isnad_slice_of(row->name), isnad_slice_at(s->page->text, place->span)) || place->cell != ISNAD_PLACES_CELL_ADJECTIVES;
  if (row->kind != ISNAD_PLACES_KIND_COUNTRY || !name || !agrees(s, unit, at)) return false;
  isnad_rule rule = {NULL, ISNAD_TABLE_PLACES, place->row};
  *out = (cited){at, at + place->count, {isnad_slice_of(row->id), isnad_slice_of(row->name), place->span, rule}, ISNAD_SOURCE_OFFICIAL};
  return true;
}
