/* Words that no table knows, or knows as something else, and that are a surname behind the given name of a chain. */
#include "note/names/name_chain.h"
#include "note/word.h"

#include "arabic/letters.h"

enum { SHAPE_LEAST = -60 };

/* Some table holds the word as it stands. */
static bool has_whole_hit(const note_unit *u, size_t at) {
  size_t count = 0;
  const isnad_phrase *hits = note_hits_at(u, at, &count);
  for (size_t i = 0; i < count; i++)
    if (hits[i].cut == 0) return true;
  return false;
}

static bool has_hit(const note_unit *u, size_t at) {
  size_t count = 0;
  note_hits_at(u, at, &count);
  return count > 0;
}

/* "Michel | Boeri": what looks like a proclitic stands before letters that neither the language nor a table knows, so that the word is
 * whole. Not "and", and not li before a name that nobody knows either. */
static bool is_whole(const name_chain *c, size_t at) {
  enum { LETTER = 2 };
  isnad_slice form = name_form(c->f, at), rest = {form.bytes + LETTER, form.length - LETTER};
  const unsigned char *p = (const unsigned char *)form.bytes;
  bool and = p[0] == (0xC0 | LETTER_WAW >> 6) && p[1] == (0x80 | (LETTER_WAW & 0x3F));
  bool li = p[0] == (0xC0 | LETTER_LAM >> 6) && p[1] == (0x80 | (LETTER_LAM & 0x3F));
  if (and || li || has_hit(c->u, at)) return false;
  bool unseen = c->given + c->common > 0 && isnad_arabic_frequency(c->f->tokens[at].hash) == 0;
  return isnad_arabic_frequency(isnad_token_hash(rest)) == 0 && name_shape(form) > (unseen ? SHAPE_LEAST : SHAPE_POOR) &&
         name_shape(form) >= name_shape(rest);
}

/* "Malik | Saada (20 years old)": behind the name stands how old its bearer is. */
static bool is_aged(const name_finder *f, const note_unit *u, size_t next) {
  return next + 2 < u->last && f->tokens[next].kind == ISNAD_TOKEN_PUNCT && name_form(f, next).bytes[0] == '(' &&
         f->tokens[next + 1].kind == ISNAD_TOKEN_NUMBER && note_has_hit(u, next + 2, ISNAD_TABLE_TIME_WORDS);
}

/* "Said the spokesman Ashraf | al-Qudra that", "Jan | Koum, a founder, announced": what stands between an announced given name and the words that
 * follow can only be the rest of the name. */
bool name_is_enclosed(const name_chain *c, size_t at) {
  enum { FREQUENT = 9000 };
  const name_finder *f = c->f;
  size_t next = at + 1;
  bool one = c->parts == 1 && (c->given > 0 || c->first == PART_COMMON_GIVEN);
  bool two = c->parts == 2 && c->given + c->common == 2 && c->first != PART_COMMON_FAMILY && name_is_definite(f, at); /* "Arif Hamad | al-Awani," */
  bool told = name_chain_is_announced(c) || (c->given > 0 && c->at > c->u->first && note_has_word(c->u, c->at - 1, ISNAD_QUOTE_WORDS_ROLE_THAT));
  bool aged = is_aged(f, c->u, next);
  if (!(one || two) || !(told || aged) || !name_word_at(f, c->u, at) || next >= c->u->last || name_is_wall(f, c->u, at) || name_is_verb(f, c->u, at))
    return false;
  bool that = note_has_word(c->u, next, ISNAD_QUOTE_WORDS_ROLE_THAT);
  if (!that && !aged && ((name_is_definite(f, at) && !two) || !name_is_comma(f, next))) return false;
  isnad_slice form = name_form(f, at);
  if (word_begins(form, LETTER_LAM, LETTER_LAM) || note_has_hit(c->u, at, ISNAD_TABLE_QUOTE_WORDS) || note_has_hit(c->u, at, ISNAD_TABLE_TITLES) ||
      note_has_hit(c->u, at, ISNAD_TABLE_TIME_WORDS) || note_has_hit(c->u, at, ISNAD_TABLE_STOPS) || note_has_hit(c->u, at, ISNAD_TABLE_MONTHS) ||
      name_place_adjective(c->u, at) != NULL)
    return false;
  bool adverb = !name_is_definite(f, at) && name_ends_with(f, at, LETTER_ALEF),
       owned = word_ends(isnad_slice_at(f->s->page->text, f->tokens[at].span), LETTER_HEH) && !name_is_definite(f, at);
  bool unheard = word_begins(form, LETTER_BEH, LETTER_WAW) && isnad_arabic_frequency(f->tokens[at].hash) == 0; /* "Boeri", not "with and" */
  bool joined = !name_is_definite(f, at) && isnad_arabic_proclitics(form) > 0 && !unheard;
  return !adverb && !owned && !joined && isnad_arabic_frequency(f->tokens[at].hash) < FREQUENT;
}

/* "Milena | Bougdir": no ba stands before "and", and the letters behind ba are no word. */
static bool is_of_bu(const name_chain *c, size_t at) {
  enum { LETTER = 2, FREQUENT = 2000 };
  isnad_slice form = name_form(c->f, at), rest = {form.bytes + LETTER, form.length - LETTER};
  return word_begins(form, LETTER_BEH, LETTER_WAW) && isnad_arabic_frequency(isnad_token_hash(rest)) == 0 &&
         isnad_arabic_frequency(c->f->tokens[at].hash) < FREQUENT;
}

/* "Hamza | Belahoul": a name that is a word too, but no frequent one, before letters that the news never had. */
static bool is_seldom_noun(const name_chain *c, size_t at) {
  enum { SELDOM = 3000 };
  return isnad_arabic_frequency(isnad_token_hash(name_chain_first_word(c))) < SELDOM && isnad_arabic_frequency(c->f->tokens[at].hash) == 0 &&
         !name_is_definite(c->f, at);
}

/* "Michael | Avenatti", "Gaya | Jiji": behind a sure given name of another language than Arabic a word with the letters of a name, which the news has
 * seldom. */
static bool is_foreign_pair(const name_chain *c, size_t at, uint32_t seen) {
  enum { SELDOM = 1500, LEAST = 10 };
  const isnad_phrase *given = note_hit_at(c->u, c->at, ISNAD_TABLE_GIVEN_NAMES);
  if (c->given == 0 || given == NULL || seen >= SELDOM || name_is_definite(c->f, at)) return false;
  isnad_given_names_origin origin = isnad_given_names_rows[given->row].origin;
  bool east = origin == ISNAD_GIVEN_NAMES_ORIGIN_ARAB || origin == ISNAD_GIVEN_NAMES_ORIGIN_PERSIAN || origin == ISNAD_GIVEN_NAMES_ORIGIN_KURDISH;
  return !east && isnad_arabic_proclitics(name_form(c->f, at)) == 0 && name_shape(name_form(c->f, at)) > LEAST;
}

/* "Ahmad | al-Furaydi", "Ibrahim | al-Jadhran": behind an Arab's sure given name a word with the article that the news has seldom and no table holds;
 * a participle ("the accused") describes him. */
static bool is_arab_descent(const name_chain *c, size_t at, uint32_t seen) {
  enum { SELDOM = 850, NOUN = 200, ARTICLE = 4 };
  const isnad_phrase *given = note_hit_at(c->u, c->at, ISNAD_TABLE_GIVEN_NAMES);
  isnad_slice form = name_form(c->f, at), bare = {form.bytes + ARTICLE, form.length - ARTICLE};
  if (c->given == 0 || seen >= SELDOM || given == NULL || isnad_given_names_rows[given->row].origin != ISNAD_GIVEN_NAMES_ORIGIN_ARAB) return false;
  if (!word_begins(form, LETTER_ALEF, LETTER_LAM) || word_letter_at(bare, 0, LETTER_MEEM)) return false;
  bool noun = isnad_arabic_frequency(isnad_token_hash(bare)) > NOUN && seen > NOUN && !name_ends_with(c->f, at, LETTER_YEH); /* "the anthem" */
  return !noun && !name_ends_with(c->f, at, LETTER_HEH) && !word_ends_in(form, LETTER_ALEF, LETTER_TEH);
}

/* "Martin | Winterkorn", "Todd | Westby": behind an announced given name of another language a word that begins as W does, which the news never had
 * and of which no table knows any part. */
static bool is_of_w(const name_chain *c, size_t at, uint32_t seen) {
  enum { LETTER = 2, SHORTEST = 5 * LETTER };
  isnad_slice form = name_form(c->f, at), rest = {form.bytes + LETTER, form.length - LETTER};
  const isnad_phrase *given = note_hit_at(c->u, c->at, ISNAD_TABLE_GIVEN_NAMES);
  bool foreign = given != NULL && given->cut == 0 && isnad_given_names_rows[given->row].origin != ISNAD_GIVEN_NAMES_ORIGIN_ARAB;
  return foreign && seen == 0 && form.length >= SHORTEST && word_letter_at(rest, 0, LETTER_YEH) && !has_hit(c->u, at) && name_chain_is_announced(c);
}

/* A surname that the tables do not know right behind a sure given name. It may begin with the letter of a proclitic ("Queen", "Wallström") or with
 * the article ("al-Nayif"): what is left behind them is then no word that news often has. */
bool name_is_rare_surname(const name_chain *c, size_t at) {
  enum { RARE = 700, SELDOM = 150, ARTICLE = 4, LETTER = 2, SURE = 30 };
  const name_finder *f = c->f;
  bool given = c->given > 0 || (c->common > 0 && c->first == PART_COMMON_GIVEN && (name_chain_is_announced(c) || is_seldom_noun(c, at)));
  if (c->parts != 1 || !given || !name_word_at(f, c->u, at) || name_ends_chain(f, c->u, at, false) || name_is_wall(f, c->u, at)) return false;
  isnad_slice form = name_form(f, at);
  uint32_t seen = isnad_arabic_frequency(f->tokens[at].hash);
  if (has_whole_hit(c->u, at) || form.length < 4 * LETTER) return false;
  if (is_of_bu(c, at) || is_foreign_pair(c, at, seen) || is_arab_descent(c, at, seen)) return true;
  if (seen >= RARE) return false;
  if (name_is_definite(f, at)) {
    isnad_slice bare = {form.bytes + ARTICLE, form.length - ARTICLE};
    bool only = isnad_arabic_frequency(isnad_token_hash(bare)) == 0 && name_chain_is_announced(c); /* never without its article */
    return only || (seen < SELDOM && name_shape(bare) > SHAPE_FOREIGN);
  }
  isnad_slice rest = {form.bytes + LETTER, form.length - LETTER};
  if (is_whole(c, at)) return true;
  if ((unsigned char)form.bytes[0] == (0xC0 | LETTER_WAW >> 6) && (unsigned char)form.bytes[1] == (0x80 | (LETTER_WAW & 0x3F)))
    return isnad_arabic_frequency(isnad_token_hash(rest)) == 0 && (!name_begins_and(f, at) || is_of_w(c, at, seen));
  uint32_t without = isnad_arabic_frequency(isnad_token_hash(rest));
  if (seen == 0 && c->given > 0 && without < 3 * SELDOM && name_shape(form) > SHAPE_FOREIGN && name_shape(form) > name_shape(rest) + -SHAPE_POOR)
    return true; /* "Abdessamad | Bounoua" */
  return name_shape(form) > SURE && without <= 4 * seen;
}

/* "Murad | Batna": right behind a sure given name a town's name that is not spelled as the town is. */
static bool is_town_misspelled(const name_chain *c, size_t at) {
  const isnad_phrase *place = c->parts == 1 && c->given > 0 ? name_place(c->u, at) : NULL;
  if (place == NULL || place->cut > 0 || place->count > 1 || name_is_definite(c->f, at)) return false;
  const isnad_places_row *row = &isnad_places_rows[place->row];
  return row->kind == ISNAD_PLACES_KIND_CITY && !name_is_spelled(c->f, at, 0, row->name, row->spellings);
}

/* "The ambassador, | Pablo Cordoba,": a town behind an announced given name of another language, where the clause ends or "that" follows, is the
 * surname. */
bool name_is_town_surname(const name_chain *c, size_t at) {
  const name_finder *f = c->f;
  if (is_town_misspelled(c, at)) return true;
  size_t next = at + 1;
  bool given = c->parts == 1 && (c->given > 0 || c->first == PART_COMMON_GIVEN) && name_chain_is_announced(c);
  const isnad_phrase *first = note_hit_at(c->u, c->at, ISNAD_TABLE_GIVEN_NAMES), *place = name_place(c->u, at);
  if (!given || first == NULL || isnad_given_names_rows[first->row].origin == ISNAD_GIVEN_NAMES_ORIGIN_ARAB) return false;
  const isnad_phrase *people = place == NULL ? name_place_adjective(c->u, at) : NULL; /* "Kenneth | Roth", written like "Russians" */
  bool town = place != NULL && place->cut == 0 && place->count == 1 && isnad_places_rows[place->row].kind == ISNAD_PLACES_KIND_CITY;
  if ((!town && people == NULL) || name_is_definite(f, at)) return false;
  if (next >= c->u->last) return true;
  return f->tokens[next].kind == ISNAD_TOKEN_PUNCT || note_has_word(c->u, next, ISNAD_QUOTE_WORDS_ROLE_THAT);
}

/* "Park | Min-ho": behind a surname that stands first two words glued by a hyphen are the given name, whatever they mean. */
bool name_is_glued_given(const name_chain *c, size_t at) {
  const name_finder *f = c->f;
  size_t next = name_next(f, c->u, at);
  bool glued = c->parts == 1 && c->surname_first && name_word_at(f, c->u, at) && next == at + 2 && next < c->u->last;
  return glued && isnad_slice_equal(name_form(f, at + 1), isnad_slice_of("-")) && f->tokens[next].length <= 8;
}

/* "Mahmud | Baqiri": the surname by which somebody else is known, behind another given name of Arabs or Persians. */
bool name_is_others_surname(const name_chain *c, size_t at) {
  const isnad_phrase *row = note_hit_at(c->u, at, ISNAD_TABLE_PEOPLE), *given = note_hit_at(c->u, c->at, ISNAD_TABLE_GIVEN_NAMES);
  if (c->given == 0 || row == NULL || given == NULL || row->cut > 0 || row->count > 1 || row->cell != ISNAD_PEOPLE_CELL_SHORT_FORMS) return false;
  isnad_given_names_origin origin = isnad_given_names_rows[given->row].origin;
  bool east = origin == ISNAD_GIVEN_NAMES_ORIGIN_ARAB || origin == ISNAD_GIVEN_NAMES_ORIGIN_PERSIAN;
  return east && isnad_people_rows[row->row].common == ISNAD_PEOPLE_COMMON_NO && isnad_arabic_frequency(c->f->tokens[at].hash) < OFTEN;
}
