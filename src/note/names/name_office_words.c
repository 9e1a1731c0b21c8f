/* What the words of an office tell: of what it is one, whose state, and whether it is held no more. */
#include "note/names/name_nominal.h"
#include "note/word.h"

#include <string.h>

/* The words of an office, as tokens: of a name those of its role, else its own. */
typedef struct office_words {
  const note_unit *unit;
  size_t first, last;
} office_words;

/* A role may begin inside a token, behind "and". */
static office_words words_of(const name_finder *f, const found_name *n) {
  const isnad_tokens *tokens = &f->s->page->tokens;
  bool own = n->form != ISNAD_FORM_NAME || n->role.begin == n->role.end;
  size_t first = own ? n->first : isnad_tokens_seek(tokens, n->role.begin + 1) - 1, last = own ? n->last : isnad_tokens_seek(tokens, n->role.end);
  return (office_words){name_unit_of(f, (uint32_t)first), first, last};
}

/* "The former minister", "the next president": the row of the word at `at` that says so; NULL: it is none. */
static const isnad_titles_row *modifier_at(const name_finder *f, const office_words *w, size_t at) {
  const isnad_phrase *hit = note_hit_at(w->unit, at, ISNAD_TABLE_TITLES);
  bool modifier = hit != NULL && hit->cut == 0 && isnad_titles_rows[hit->row].kind == ISNAD_TITLES_KIND_MODIFIER && name_is_definite(f, at);
  return modifier ? &isnad_titles_rows[hit->row] : NULL;
}

/* Whether a modifier stands in the words of an office or right behind them; `past`: one that says that it is held no more. */
static bool is_modified(const name_finder *f, const office_words *w, bool past) {
  for (size_t at = w->first + 1; w->unit != NULL && at <= w->last && at < w->unit->last; at++) {
    const isnad_titles_row *row = modifier_at(f, w, at);
    if (row != NULL && (!past || (row->office != NULL && strcmp(row->office, "former") == 0))) return true;
  }
  return w->unit != NULL && note_has_word(w->unit, w->last, ISNAD_QUOTE_WORDS_ROLE_THEN); /* "the president at that time" */
}

bool nominal_is_modified(const name_finder *f, const found_name *n) {
  office_words words = words_of(f, n);
  return is_modified(f, &words, false);
}

bool nominal_is_modified_behind(const name_finder *f, const found_name *n) {
  office_words words = words_of(f, n);
  words.first = words.last - 1;
  return is_modified(f, &words, false);
}

/* A word behind the head of an office, without its article; empty: none that tells of what office it is. */
static isnad_slice told_word(const name_finder *f, const office_words *w, size_t at) {
  enum { ARTICLE = 4, SHORTEST = 6 };
  isnad_slice form = name_form(f, (uint32_t)at);
  if (f->tokens[at].kind != ISNAD_TOKEN_WORD || form.length < SHORTEST || modifier_at(f, w, at) != NULL) return (isnad_slice){NULL, 0};
  return name_is_definite(f, at) && form.length > ARTICLE + 2 ? (isnad_slice){form.bytes + ARTICLE, form.length - ARTICLE} : form;
}

/* Whether all words that one tells of its office are told of the other. */
static bool tells_no_more(const name_finder *f, const office_words *one, const office_words *other) {
  for (size_t at = one->first + 1; at < one->last; at++) {
    isnad_slice word = told_word(f, one, at);
    bool found = word.length == 0;
    for (size_t k = other->first + 1; !found && k < other->last; k++) found = isnad_slice_equal(told_word(f, other, k), word);
    if (!found) return false;
  }
  return true;
}

static bool takes_of(const found_name *n) { return isnad_titles_rows[n->title - 1].takes == ISNAD_TITLES_TAKES_OF; }

/* Offices of which a state has one, under several names ("head of government"): ministers, and those at its head. */
bool nominal_is_of_state(isnad_slice office) {
  static const char *const heads[] = {"president", "vice-president", "king", "crown-prince"};
  isnad_slice minister = isnad_slice_of("minister");
  for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
    if (isnad_slice_equal(office, isnad_slice_of(heads[i]))) return true;
  return office.length >= minister.length && memcmp(office.bytes + office.length - minister.length, minister.bytes, minister.length) == 0;
}

/* The country was compared already, and no more is told by which the two could differ. */
static bool is_same_by_title(const found_name *nominal, const found_name *person) {
  if (nominal->place != 0 && person->place != 0 && nominal_is_of_state(nominal_office(nominal))) return true;
  return !takes_of(nominal) && !takes_of(person) && (nominal->title == person->title || nominal_is_of_state(nominal_office(nominal)));
}

/* "In the name of", "ministry", and nouns that stand for any body named before. */
static bool is_any_body(const office_words *w, size_t at) { return name_has_role(w->unit, at, ISNAD_NAME_PARTS_ROLE_ANYBODY); }

/* Whether the words tell of a party and of nothing of a state, or the reverse. */
static bool tells_of(const office_words *w, bool state) {
  bool party = false, of_state = false;
  for (size_t at = w->first + 1; at < w->last; at++) {
    party = party || name_has_role(w->unit, at, ISNAD_NAME_PARTS_ROLE_PARTY);
    of_state = of_state || name_has_role(w->unit, at, ISNAD_NAME_PARTS_ROLE_STATE);
  }
  return party != of_state && of_state == state;
}

/* The country that an adjective in the words of an office tells; NULL: none. */
static const char *nation_told(const name_finder *f, const office_words *w) {
  for (size_t at = w->first + 1; at < w->last; at++) {
    const isnad_phrase *nation = name_is_definite(f, at) ? name_place_adjective(w->unit, at) : NULL;
    if (nation != NULL) return isnad_places_rows[nation->row].country;
  }
  return NULL;
}

/* "The spokesman of the army" is not he of the movement, nor he of the Iranian ministry he of the Chinese one. */
static bool speaks_for_another(const name_finder *f, const office_words *one, const office_words *other) {
  const char *here = nation_told(f, one), *there = nation_told(f, other);
  if (here != NULL && there != NULL && strcmp(here, there) != 0) return true;
  for (int state = 0; state < 2; state++)
    if (tells_of(one, state != 0) && tells_of(other, state == 0)) return true;
  size_t told = 0, told_there = 0;
  for (size_t at = one->first + 1; at < one->last; at++) {
    isnad_slice word = told_word(f, one, at);
    if (word.length == 0 || is_any_body(one, at) || name_place_adjective(one->unit, at) != NULL) continue;
    told++;
    for (size_t k = other->first + 1; k < other->last; k++)
      if (isnad_slice_equal(told_word(f, other, k), word)) return false;
  }
  for (size_t k = other->first + 1; k < other->last; k++) {
    isnad_slice word = told_word(f, other, k);
    told_there += word.length > 0 && !is_any_body(other, k) && name_place_adjective(other->unit, k) == NULL;
  }
  return told > 0 && told_there > 0;
}

/* "The head of the federation" is not "the head of the authority", nor "the minister of industry" his predecessor. A bare title is anybody who has
 * it; behind a title with the article ("the Spanish coach") stands only what he is like. */
bool nominal_fits_in_words(const name_finder *f, const found_name *nominal, const found_name *person) {
  office_words a = words_of(f, nominal), b = words_of(f, person);
  bool definite = name_is_definite(f, a.first), office = nominal_office(nominal).length > 0;
  if (a.unit == NULL || b.unit == NULL || a.last - a.first < 2 || (!office && definite)) return true;
  if (is_modified(f, &b, true) && !is_modified(f, &a, true)) return false;
  if (isnad_slice_equal(nominal_office(nominal), isnad_slice_of("spokesman")) && speaks_for_another(f, &a, &b)) return false;
  bool less = tells_no_more(f, &a, &b) || tells_no_more(f, &b, &a), one_place = (nominal->place == 0) == (person->place == 0);
  return definite || less || (is_same_by_title(nominal, person) && (one_place || nominal_is_of_state(nominal_office(nominal))));
}

/* "The president, | the Turkish one": a title and the adjective of a state, no more. */
static bool is_of_nation_alone(const office_words *w) {
  return w->unit != NULL && w->last == w->first + 2 && name_place_adjective(w->unit, w->last - 1) != NULL;
}

/* "The president of | the central bank": the words tell of a body, of which no nation has the head for its own. */
static bool tells_body(const office_words *w) {
  for (size_t at = w->first + 1; w->unit != NULL && at < w->last; at++)
    if (name_hit_uncut(w->unit, at, ISNAD_TABLE_ORG_HEADS) || name_hit_uncut(w->unit, at, ISNAD_TABLE_ORGANIZATIONS)) return true;
  return false;
}

/* "The president of the conference" is not the president of a state who is told by his bare title. */
bool nominal_is_of_less(const name_finder *f, const found_name *nominal, const found_name *person) {
  if (!isnad_slice_equal(nominal_office(nominal), isnad_slice_of("president")) || nominal->last - nominal->first < 2) return false;
  office_words a = words_of(f, nominal), b = words_of(f, person);
  if (nominal->place != 0) return is_of_nation_alone(&a) && person->place == 0 && tells_body(&b);
  size_t told = 0; /* "of the country" is one word */
  for (size_t at = a.first + 1; a.unit != NULL && at < a.last; at++) told += told_word(f, &a, at).length > 0;
  uint32_t entity = name_entity_of(f, person);
  isnad_slice id = entity == NO_ENTITY ? person->id : f->entities[entity].id;
  return told > 1 && b.last - b.first < 2 && name_role_held(id, "president");
}
