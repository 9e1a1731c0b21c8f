/* Who bears which office or trade in an article: the words before or behind each name that say what its bearer is. */
#include "note/speakers/speaker_bearing.h"

#include <string.h>

enum { ARTICLE = 2 * WORD_LETTER };

isnad_slice speaker_bare_word(const quote_scan *q, size_t at) {
  isnad_slice form = speaker_form(q, at);
  if (word_begins(form, LETTER_LAM, LETTER_LAM) && form.length > ARTICLE + WORD_LETTER)
    return (isnad_slice){form.bytes + ARTICLE, form.length - ARTICLE};
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  size_t cut = title != NULL && title->cut < form.length ? title->cut : 0;
  form = (isnad_slice){form.bytes + cut, form.length - cut};
  bool article = word_begins(form, LETTER_ALEF, LETTER_LAM) && form.length > ARTICLE + WORD_LETTER;
  return article ? (isnad_slice){form.bytes + ARTICLE, form.length - ARTICLE} : form;
}

/* An office or a trade of one person, with its article or without. "A lawyer", of a woman, is folded like "his lawyer": her ending is on the page. */
bool speaker_is_one(const quote_scan *q, size_t at) {
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  if (title == NULL || isnad_titles_rows[title->row].number != ISNAD_TITLES_NUMBER_S) return false;
  switch (isnad_titles_rows[title->row].kind) {
  case ISNAD_TITLES_KIND_OFFICE:
  case ISNAD_TITLES_KIND_PROFESSION:
  case ISNAD_TITLES_KIND_RANK:
  case ISNAD_TITLES_KIND_HONORIFIC:
    return true;
  case ISNAD_TITLES_KIND_NOMINAL:
    return word_ends(isnad_slice_at(q->s->page->text, quote_token(q, at)->span), LETTER_TEH_MARBUTA);
  default:
    return false;
  }
}

const isnad_phrase *speaker_nation_at(const quote_scan *q, size_t at) {
  const isnad_phrase *place = note_hit_at(q->unit, at, ISNAD_TABLE_PLACES);
  return place != NULL && place->cell == ISNAD_PLACES_CELL_ADJECTIVES ? place : NULL;
}

static void add(const quote_scan *q, const isnad_name_note *name, size_t first, size_t last) {
  speaker_bearings *list = q->bearings;
  if (list->count < SPEAKER_BEARINGS) list->items[list->count++] = (speaker_bearing){name, q->unit, first, last};
}

/* The last word before a name is complete, so that the name is said of the words before it and not governed by them. */
static bool ends_complete(const quote_scan *q, size_t first, size_t at) {
  size_t last = at - 1;
  if (quote_is_comma(q, last)) return true;
  const isnad_phrase *called = quote_word_at(q, last, ISNAD_QUOTE_WORDS_ROLE_NAMES);
  if (called != NULL && called->cut == 0 && last > first) return true;
  bool article = quote_is_definite(q, last) || (last == first && speaker_bare_word(q, last).length + ARTICLE <= speaker_form(q, last).length);
  return article || (last > first && speaker_nation_at(q, last) != NULL);
}

/* "The classical violinist, | X", "the diplomat | X". */
static void bearings_before(const quote_scan *q, const isnad_name_note *name, size_t at) {
  enum { FAR = 12 };
  quote_verb verb;
  for (size_t first = at; first > q->unit->first && first + FAR > at; first--) {
    size_t here = first - 1;
    bool word = quote_is_kind(q, here, ISNAD_TOKEN_WORD), near = here + 1 == at && (quote_is_comma(q, here) || quote_is_hash(q, here));
    if (near) continue;
    if (!word || quote_has_word(q, here, ISNAD_QUOTE_WORDS_ROLE_THAT)) return;
    if (speaker_is_one(q, here)) {
      if (ends_complete(q, here, at)) add(q, name, here, at);
      return;
    }
    bool verbal = quote_verb_at(q, here, &verb) && verb.form <= FORM_PASSIVE && verb.row->sure == ISNAD_VERBS_SURE_YES;
    if (verbal || quote_has_word(q, here, ISNAD_QUOTE_WORDS_ROLE_KIN)) return;
  }
}

/* "X, | the lawyer of the victims", "X, | a Dutch lawyer". */
static void bearings_behind(const quote_scan *q, const isnad_name_note *name, size_t at) {
  enum { FAR = 8 };
  size_t first = at, last;
  if (quote_is_comma(q, first)) first++;
  if (first >= q->unit->last || !speaker_is_one(q, first) || note_hit_at(q->unit, first, ISNAD_TABLE_TITLES)->cut > 0) return;
  if (speaker_name(q, first) != NULL && speaker_name(q, first)->form == ISNAD_FORM_NAME) return;
  for (last = first + 1; last < q->unit->last && last < first + FAR && quote_is_kind(q, last, ISNAD_TOKEN_WORD); last++)
    if (speaker_ends_phrase(q, last) || speaker_person_at(q, last) != NULL) break;
  if (last < q->unit->last && speaker_person_at(q, last) != NULL) return;      /* "X, the minister Y" */
  if (first == at && last == first + 1 && quote_is_definite(q, first)) return; /* "Ali | al-Amin", which is also an office */
  add(q, name, first, last);
}

/* "The classical violinist": words that the names know to mean somebody. */
static void bearing_nominal(const quote_scan *q, const isnad_name_note *name, size_t at) {
  if (name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NOMINAL || name->entity.length == 0) return;
  if (name->canonical.length > 0 && speaker_stands_free(q, at, name->span)) add(q, name, at, speaker_token_behind(q, at, name->span));
}

/* One word that no table knows may be no name. */
static bool is_doubtful(const quote_scan *q, const isnad_name_note *name, size_t at) {
  return !isnad_slice_starts(name->entity, isnad_slice_of("per.")) && speaker_token_behind(q, at, name->span) == at + 1 &&
         name->canonical.length <= name->span.end - name->span.begin;
}

void speaker_note_bearings(const quote_scan *q) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  uint32_t end = quote_token(q, q->unit->last - 1)->span.end;
  for (size_t i = note_name_from(q->s, quote_token(q, q->unit->first)->span.begin); i < q->s->name_count; i++) {
    const isnad_name_note *name = &q->s->names[i];
    if (name->span.begin >= end || q->bearings->count >= SPEAKER_BEARINGS) return;
    if (name->type != ISNAD_NAME_PERSON || name->canonical.length == 0) continue;
    size_t at = isnad_tokens_seek(tokens, name->span.begin + 1) - 1;
    if (at < q->unit->first) continue;
    speaker_note_full_name(q, name, at);
    if (speaker_person_at(q, at) != name) {
      bearing_nominal(q, name, at);
    } else if (!is_doubtful(q, name, at)) {
      bearings_before(q, name, at);
      bearings_behind(q, name, speaker_token_behind(q, at, name->span));
    }
  }
}

int speaker_same_nation(quote_scan *q, const isnad_name_note *name, const isnad_phrase *nation) {
  const char *of = isnad_places_rows[nation->row].country;
  bool listed = name->rule.name == NULL && name->rule.table == ISNAD_TABLE_PEOPLE;
  const char *country = listed ? isnad_people_rows[name->rule.row].country : NULL;
  if (country != NULL && of != NULL) return strcmp(country, of) == 0 ? 1 : -1;
  for (size_t i = 0; i < q->bearings->count; i++) {
    const speaker_bearing *bearing = &q->bearings->items[i];
    if (!isnad_slice_equal(bearing->name->entity, name->entity)) continue;
    q->unit = bearing->unit;
    for (size_t at = bearing->first; at < bearing->last; at++) {
      const isnad_phrase *other = speaker_nation_at(q, at);
      if (other != NULL) return other->row == nation->row ? 1 : -1;
    }
  }
  return 0;
}
