/* What a token can be to the readers of names. */
#include "note/names/name_likely.h"
#include "note/names/names.h"

#include "arabic/letters.h"
#include "arabic/name_shapes.h"

#include <string.h>

enum { LETTER_BYTES = 2, SHORTEST_UNKNOWN = 3 * LETTER_BYTES, SHAPE_SURE = 30 };

static bool letter_is(isnad_slice form, size_t at, unsigned letter) { return word_letter_at(form, at, letter); }

/* "Alcácer", "Albion": alef with a hamza, which folding takes off, is no article. */
static bool begins_with_hamza(const name_finder *f, size_t at) {
  isnad_slice text = isnad_slice_at(f->s->page->text, f->tokens[at].span);
  return letter_is(text, 0, LETTER_ALEF_HAMZA_ABOVE) || letter_is(text, 0, LETTER_ALEF_HAMZA_BELOW) || letter_is(text, 0, LETTER_ALEF_MADDA);
}

bool name_is_hamzated(const name_finder *f, size_t at) { return begins_with_hamza(f, at); }

bool name_is_definite(const name_finder *f, size_t at) {
  isnad_slice form = name_form(f, at);
  bool lam_next = letter_is(form, LETTER_BYTES, LETTER_LAM) && form.length > 3 * LETTER_BYTES;
  return lam_next && ((letter_is(form, 0, LETTER_ALEF) && !begins_with_hamza(f, at)) || letter_is(form, 0, LETTER_LAM));
}

bool name_ends_with(const name_finder *f, size_t at, unsigned letter) {
  isnad_slice form = name_form(f, at);
  return form.length > LETTER_BYTES && letter_is(form, form.length - LETTER_BYTES, letter);
}

bool name_is_wall(const name_finder *f, const note_unit *u, size_t at) {
  if (!name_word_at(f, u, at)) return true;
  size_t count = 0;
  const isnad_phrase *hits = note_hits_at(u, at, &count);
  for (size_t i = 0; i < count; i++) {
    if (hits[i].cut > 0) continue;
    if (hits[i].table == ISNAD_TABLE_STOPS || hits[i].table == ISNAD_TABLE_WEEKDAYS) return true;
    if (hits[i].table == ISNAD_TABLE_TRIGGERS && isnad_triggers_rows[hits[i].row].form != ISNAD_TRIGGERS_FORM_NOUN) return true;
  }
  return false;
}

const isnad_phrase *name_place_adjective(const note_unit *u, size_t at) {
  if (!note_has_hit(u, at, ISNAD_TABLE_PLACES)) return NULL;
  size_t count = 0;
  const isnad_phrase *hits = note_hits_at(u, at, &count);
  for (size_t i = 0; i < count; i++)
    if (hits[i].table == ISNAD_TABLE_PLACES && hits[i].cell == ISNAD_PLACES_CELL_ADJECTIVES && hits[i].cut == 0) return &hits[i];
  return NULL;
}

const isnad_phrase *name_place(const note_unit *u, size_t at) {
  if (!note_has_hit(u, at, ISNAD_TABLE_PLACES)) return NULL;
  size_t count = 0;
  const isnad_phrase *hits = note_hits_at(u, at, &count);
  for (size_t i = 0; i < count; i++)
    if (hits[i].table == ISNAD_TABLE_PLACES && hits[i].cell != ISNAD_PLACES_CELL_ADJECTIVES) return &hits[i];
  return NULL;
}

bool name_is_modifier(const note_unit *u, size_t at) {
  const isnad_phrase *hit = note_hit_at(u, at, ISNAD_TABLE_TITLES);
  return hit != NULL && hit->cut == 0 && isnad_titles_rows[hit->row].kind == ISNAD_TITLES_KIND_MODIFIER;
}

bool name_is_explained(const note_unit *u, size_t at) {
  size_t count = 0;
  const isnad_phrase *hits = note_hits_at(u, at, &count);
  for (size_t i = 0; i < count; i++) {
    bool medium = hits[i].table == ISNAD_TABLE_OUTLETS && isnad_outlets_rows[hits[i].row].common == ISNAD_OUTLETS_COMMON_NO;
    if (medium) return true; /* "to Hespress", with li written on it, too */
    if (hits[i].cut > 0) continue;
    switch ((isnad_table)hits[i].table) {
    case ISNAD_TABLE_PEOPLE:
    case ISNAD_TABLE_GIVEN_NAMES:
    case ISNAD_TABLE_FAMILY_NAMES:
    case ISNAD_TABLE_OFFICE_HOLDERS:
      break;
    case ISNAD_TABLE_OUTLETS: /* one that is also a word of every day */
      break;
    case ISNAD_TABLE_ORGANIZATIONS:
      if (isnad_organizations_rows[hits[i].row].common == ISNAD_ORGANIZATIONS_COMMON_YES) break;
      return true;
    case ISNAD_TABLE_PLACES:
      if (isnad_places_rows[hits[i].row].common == ISNAD_PLACES_COMMON_YES && hits[i].cell != ISNAD_PLACES_CELL_ADJECTIVES) break;
      return true;
    case ISNAD_TABLE_TITLES:
      if (isnad_titles_rows[hits[i].row].kind == ISNAD_TITLES_KIND_KINSHIP) break;
      return true;
    default:
      return true;
    }
  }
  return false;
}

bool name_is_unknown(const name_finder *f, const note_unit *u, size_t at) {
  if (!name_word_at(f, u, at) || (f->tokens[at].flags & ISNAD_TOKEN_ARABIC) == 0) return false;
  if (name_answer_at(f, u, at) == NAME_LIKELY) return true;
  isnad_slice form = name_form(f, at);
  uint32_t seen = note_count(u, at);
  if (seen >= NAME_RARE || form.length < SHORTEST_UNKNOWN || name_is_explained(u, at)) return false;
  return isnad_arabic_proclitics(form) == 0 || (seen == 0 && !letter_is(form, 0, LETTER_WAW) && name_shape(form) > SHAPE_SURE);
}

bool name_is_familiar(const name_finder *f, const note_unit *u, size_t at) {
  enum { FAMILIAR = 5000 };
  if (!name_word_at(f, u, at) || (f->tokens[at].flags & ISNAD_TOKEN_ARABIC) == 0 || name_is_definite(f, at)) return false;
  isnad_slice form = name_form(f, at);
  uint32_t seen = note_count(u, at);
  if (form.length < SHORTEST_UNKNOWN || seen >= FAMILIAR || name_is_explained(u, at) || isnad_arabic_proclitics(form) > 0) return false;
  return name_shape(form) > SHAPE_SURE && !name_ends_with(f, at, LETTER_YEH) && !name_ends_with(f, at, LETTER_HEH);
}

static bool is_dash(const name_finder *f, size_t at) {
  isnad_slice form = name_form(f, at);
  return f->tokens[at].kind == ISNAD_TOKEN_PUNCT &&
         (isnad_slice_equal(form, isnad_slice_of("-")) || isnad_slice_equal(form, isnad_slice_of("\xE2\x80\x93")));
}

static bool is_quote(const name_finder *f, size_t at) { return f->tokens[at].kind == ISNAD_TOKEN_QUOTE; }

bool name_is_credit(const name_finder *f, const note_unit *u, const isnad_phrase *hit) {
  size_t end = hit->first + hit->count;
  if (hit->count < 2 || hit->cut > 0 || end >= u->last) return false;
  if (hit->first == u->first) return is_dash(f, end);
  return (is_dash(f, end) && is_dash(f, hit->first - 1)) || (is_quote(f, end) && is_quote(f, hit->first - 1));
}

bool name_is_verb(const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *verb = note_hit_at(u, at, ISNAD_TABLE_VERBS);
  if (verb == NULL || verb->cut == 0) return verb != NULL;
  return verb->cut == LETTER_BYTES && (letter_is(name_form(f, at), 0, LETTER_WAW) || letter_is(name_form(f, at), 0, LETTER_FEH));
}

bool name_cell_has(const char *cell, isnad_slice word) {
  for (const char *p = cell; p != NULL && *p != '\0';) {
    const char *bar = strchr(p, '|');
    size_t length = bar != NULL ? (size_t)(bar - p) : strlen(p);
    if (length == word.length && memcmp(p, word.bytes, length) == 0) return true;
    p = bar != NULL ? bar + 1 : NULL;
  }
  return false;
}

bool name_is_spelled(const name_finder *f, size_t at, size_t cut, const char *cell, const char *other) {
  isnad_span span = f->tokens[at].span;
  if (cut > 0) span.begin = isnad_token_source(&f->s->page->tokens, at, cut);
  isnad_slice word = isnad_slice_at(f->s->page->text, span);
  return name_cell_has(cell, word) || name_cell_has(other, word);
}

bool name_is_announced(const note_unit *u, size_t at) {
  enum { TABLES = 1u << ISNAD_TABLE_TRIGGERS | 1u << ISNAD_TABLE_TITLES | 1u << ISNAD_TABLE_VERBS };
  if (at == u->first || !name_has_table(u, at - 1, TABLES)) return false;
  const isnad_phrase *verb = note_hit_at(u, at - 1, ISNAD_TABLE_TRIGGERS), *title = note_hit_at(u, at - 1, ISNAD_TABLE_TITLES);
  const isnad_phrase *said = note_hit_at(u, at - 1, ISNAD_TABLE_VERBS);
  return title != NULL || (verb != NULL && isnad_triggers_rows[verb->row].form == ISNAD_TRIGGERS_FORM_VERB) ||
         (said != NULL && (said->cell <= ISNAD_VERBS_CELL_PARTICIPLE || said->cell == ISNAD_VERBS_CELL_NOUN));
}

bool name_is_announced_over(const name_finder *f, const note_unit *u, size_t at) {
  bool hash = at > u->first + 1 && isnad_slice_equal(name_form(f, at - 1), isnad_slice_of("#"));
  return name_is_announced(u, hash ? at - 1 : at);
}

/* How often the word behind a cut is seen; where li swallowed the article, the word with its article. */
static uint32_t seen_behind(isnad_slice form, size_t cut) {
  enum { ARTICLE = 2 * LETTER_BYTES, LONGEST = 64 };
  static const char article[ARTICLE + 1] = "\xD8\xA7\xD9\x84";
  char word[LONGEST + ARTICLE];
  isnad_slice rest = {form.bytes + cut, form.length - cut};
  bool swallowed = cut >= ARTICLE && letter_is(form, cut - LETTER_BYTES, LETTER_LAM) && letter_is(form, cut - ARTICLE, LETTER_LAM);
  if (!swallowed || rest.length > LONGEST) return isnad_arabic_frequency(isnad_token_hash(rest));
  memcpy(word, article, ARTICLE);
  memcpy(word + ARTICLE, rest.bytes, rest.length);
  return isnad_arabic_frequency(isnad_token_hash((isnad_slice){word, rest.length + ARTICLE}));
}

bool name_is_whole_word(const name_finder *f, size_t at, size_t cut) {
  if (cut == 0) return false;
  isnad_slice form = name_form(f, at), joined = {form.bytes + LETTER_BYTES, form.length - LETTER_BYTES};
  bool and = cut > LETTER_BYTES && (letter_is(form, 0, LETTER_WAW) || letter_is(form, 0, LETTER_FEH));
  if (and&&isnad_arabic_frequency(isnad_token_hash(joined)) > 2 * seen_behind(form, cut)) return true; /* "and | two committees" */
  return isnad_arabic_frequency(f->tokens[at].hash) > 2 * seen_behind(name_form(f, at), cut);
}

/* Marks that stand inside a name: a hyphen or underscore with no space around it, the stop of an initial, the sign of a hashtag. */
static bool mark_joins(const name_finder *f, size_t at, size_t mark) {
  isnad_slice form = name_form(f, mark);
  if (form.length != 1 || (f->tokens[mark + 1].flags & ISNAD_TOKEN_GLUED) == 0)
    return form.length == 1 && form.bytes[0] == '.' && f->tokens[at].length == LETTER_BYTES;
  bool glued = (f->tokens[mark].flags & ISNAD_TOKEN_GLUED) != 0;
  return form.bytes[0] == '#' || (glued && (form.bytes[0] == '-' || form.bytes[0] == '_')) ||
         (form.bytes[0] == '.' && f->tokens[at].length == LETTER_BYTES);
}

size_t name_next(const name_finder *f, const note_unit *u, size_t at) {
  size_t next = at + 1;
  bool mark = next + 1 < u->last && (f->tokens[next].kind == ISNAD_TOKEN_PUNCT || f->tokens[next].kind == ISNAD_TOKEN_SYMBOL);
  if (mark && mark_joins(f, at, next)) next++;
  return next < u->last && f->tokens[next].kind == ISNAD_TOKEN_WORD ? next : u->last;
}

/* "A ballistic missile", "a start-up firm": an indefinite word that the news has in both genders describes. */
bool name_is_of_two_genders(const name_finder *f, const note_unit *u, size_t at) {
  enum { LONGEST = 32, RARE = 0 };
  isnad_slice form = name_form(f, at);
  if (name_is_definite(f, at) || form.length < 3 * WORD_LETTER || form.length > LONGEST || note_count(u, at) <= RARE) return false;
  if (name_ends_with(f, at, LETTER_HEH)) return isnad_arabic_frequency(isnad_token_hash((isnad_slice){form.bytes, form.length - WORD_LETTER})) > RARE;
  char other[LONGEST + WORD_LETTER];
  memcpy(other, form.bytes, form.length);
  other[form.length] = (char)(0xC0 | LETTER_HEH >> 6);
  other[form.length + 1] = (char)(0x80 | (LETTER_HEH & 0x3F));
  return isnad_arabic_frequency(isnad_token_hash((isnad_slice){other, form.length + WORD_LETTER})) > RARE;
}

int name_shape(isnad_slice folded_word) {
  size_t cells[NAME_SHAPE_LONGEST];
  size_t count = name_shape_cells(cells, folded_word);
  int sum = 0;
  for (size_t i = 0; i < count; i++) sum += name_shapes[cells[i]];
  return count == 0 ? 0 : sum;
}

bool name_is_comma(const name_finder *f, size_t token) {
  isnad_slice form = name_form(f, token);
  bool arabic = form.length == 2 && (unsigned char)form.bytes[0] == 0xD8 && (unsigned char)form.bytes[1] == 0x8C;
  return f->tokens[token].kind == ISNAD_TOKEN_PUNCT && (arabic || (form.length == 1 && form.bytes[0] == ','));
}

bool name_is_idiom(const note_unit *u, size_t at) {
  const isnad_phrase *stop = note_hit_at(u, at, ISNAD_TABLE_STOPS);
  return stop != NULL && stop->count > 1;
}

bool name_bears_tanwin(const name_finder *f, size_t at) {
  static const char fathatan[] = "\xD9\x8B";
  isnad_slice text = isnad_slice_at(f->s->page->text, f->tokens[at].span);
  if (text.length <= f->tokens[at].length) return false; /* folding has taken no mark off */
  for (size_t i = text.length; i >= 2 && i + 4 > text.length; i--)
    if (memcmp(text.bytes + i - 2, fathatan, 2) == 0) return true;
  return false;
}
