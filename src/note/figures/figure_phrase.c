/* The phrase of a counted noun: what may be a noun, its adjectives, its owner. */
#include "note/figures/figure_phrase.h"

#include "arabic/letters.h"

enum { LETTER_BYTES = 2, MODIFIERS = 3 };

void figure_cover(const figure_scan *f, figure_item *item, size_t first, size_t last) {
  uint32_t begin = f->tokens->items[first].span.begin, end = f->tokens->items[last - 1].span.end;
  if (begin < item->note.span.begin) item->note.span.begin = begin;
  if (end > item->note.span.end) item->note.span.end = end;
}

/* Whether the word is listed so; a word may be listed twice ("drone" and "marched"). */
bool figure_is_kind(const figure_scan *f, size_t at, isnad_counted_kind kind) {
  size_t count = 0;
  if (at < f->unit->first || at >= f->unit->last) return false;
  const isnad_phrase *hits = note_hits_at(f->unit, at, &count);
  for (size_t i = 0; i < count; i++)
    if (hits[i].table == ISNAD_TABLE_COUNTED && hits[i].cell == ISNAD_COUNTED_CELL_FORMS && (hits[i].cut == 0 || kind == ISNAD_COUNTED_KIND_RANKED) &&
        isnad_counted_rows[hits[i].row].kind == kind)
      return true;
  return false;
}

bool figure_is_verb(const figure_scan *f, size_t at) {
  const isnad_phrase *hit = figure_hit(f, at, ISNAD_TABLE_TRIGGERS);
  if (hit != NULL && isnad_triggers_rows[hit->row].form == ISNAD_TRIGGERS_FORM_VERB) return true;
  unsigned last = figure_last_letter(f, at, 0), second = figure_last_letter(f, at, 1);
  if (last == LETTER_ALEF && second == LETTER_WAW && f->tokens->items[at].length > 3 * LETTER_BYTES) return true;
  const unsigned char *p = (const unsigned char *)isnad_token_form(f->tokens, at).bytes;
  bool yeh = ((p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu)) == LETTER_YEH;
  bool adjective =
      last == LETTER_YEH || last == LETTER_ALEF || (second == LETTER_YEH && (last == LETTER_ALEF || last == LETTER_NOON || last == LETTER_HEH));
  return yeh && !adjective && !figure_is_kind(f, at, ISNAD_COUNTED_KIND_NOUN);
}

bool figure_is_place(const figure_scan *f, size_t at) {
  const isnad_phrase *hit = figure_hit(f, at, ISNAD_TABLE_PLACES);
  return hit != NULL && hit->cell != ISNAD_PLACES_CELL_ADJECTIVES && isnad_places_rows[hit->row].common == ISNAD_PLACES_COMMON_NO;
}

bool figure_is_told_time(const figure_scan *f, size_t at) {
  return note_time_over(f->s, f->tokens->items[at].span) != NULL || figure_hit(f, at, ISNAD_TABLE_WEEKDAYS) != NULL;
}

/* The source byte at which a definite word begins behind one joined letter ("in the ...", "and the ..."); where li swallowed the article, at it. */
uint32_t figure_noun_begin(const figure_scan *f, size_t at) {
  isnad_slice form = isnad_token_form(f->tokens, at);
  const unsigned char *p = (const unsigned char *)form.bytes;
  unsigned first = (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
  bool joined = first == LETTER_WAW || first == LETTER_FEH || first == LETTER_BEH || first == LETTER_KAF;
  return joined && figure_is_definite(f, at) ? isnad_token_source(f->tokens, at, LETTER_BYTES) : f->tokens->items[at].span.begin;
}

/* li wrote itself into the article. */
static bool is_swallowed(const figure_scan *f, size_t at) {
  const unsigned char *p = (const unsigned char *)isnad_token_form(f->tokens, at).bytes;
  return ((p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu)) == LETTER_LAM;
}

/* Whether the word at `at` may be a noun that is counted. */
bool figure_is_noun(const figure_scan *f, size_t at, bool definite_too) {
  if (!figure_is_word(f, at) || (f->tokens->items[at].flags & ISNAD_TOKEN_ARABIC) == 0 || f->tokens->items[at].length < 2 * LETTER_BYTES)
    return false;
  if (figure_is_kind(f, at, ISNAD_COUNTED_KIND_NOUN)) return true;
  if (figure_is_kind(f, at, ISNAD_COUNTED_KIND_STOP) || figure_is_kind(f, at, ISNAD_COUNTED_KIND_ELATIVE)) return false;
  const isnad_phrase *numeral = figure_hit(f, at, ISNAD_TABLE_NUMBERS), *bound = figure_hit(f, at, ISNAD_TABLE_BOUNDS);
  if ((numeral != NULL && numeral->count == 1) || (bound != NULL && figure_side(bound) == ISNAD_BOUNDS_SIDE_AFTER)) return false;
  if (figure_hit(f, at, ISNAD_TABLE_MONTHS) != NULL || figure_is_verb(f, at) || figure_is_place(f, at) || figure_is_told_time(f, at)) return false;
  if (figure_is_definite(f, at)) return definite_too && figure_noun_begin(f, at) == f->tokens->items[at].span.begin;
  return !figure_has_proclitic(f, at) && !figure_has_and(f, at);
}

bool figure_is_relative(const figure_scan *f, size_t at) {
  unsigned a = figure_last_letter(f, at, 0), b = figure_last_letter(f, at, 1), c = figure_last_letter(f, at, 2);
  if (a == LETTER_YEH) return true;
  if (b == LETTER_YEH && (a == LETTER_HEH || a == LETTER_ALEF)) return true;
  return c == LETTER_YEH && ((b == LETTER_YEH && a == LETTER_NOON) || (b == LETTER_WAW && a == LETTER_NOON) || (b == LETTER_ALEF && a == LETTER_TEH));
}

/* Begins with a letter that joins a word to the one before it. */
bool figure_is_joined(const figure_scan *f, size_t at) {
  const unsigned char *p = (const unsigned char *)isnad_token_form(f->tokens, at).bytes;
  unsigned first = (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
  return first == LETTER_BEH || first == LETTER_LAM;
}

static bool is_dual_ending(const figure_scan *f, size_t at) {
  unsigned a = figure_last_letter(f, at, 0), b = figure_last_letter(f, at, 1);
  return a == LETTER_NOON && (b == LETTER_YEH || b == LETTER_ALEF);
}

static bool is_sound_plural(const figure_scan *f, size_t at) {
  return figure_last_letter(f, at, 0) == LETTER_NOON && figure_last_letter(f, at, 1) == LETTER_YEH;
}

/* How many tokens at `at` are an adjective of the noun before it. */
static size_t adjective_at(const figure_scan *f, size_t at, bool definite, bool dual) {
  if (!figure_is_word(f, at) || figure_is_told_time(f, at)) return 0;
  const isnad_phrase *place = figure_hit(f, at, ISNAD_TABLE_PLACES);
  if (place != NULL && place->cell == ISNAD_PLACES_CELL_ADJECTIVES && place->cut == 0 && figure_is_definite(f, at) == definite) return place->count;
  if (figure_is_definite(f, at) != definite || figure_has_and(f, at)) return 0;
  if (definite) return (figure_is_relative(f, at) || figure_last_letter(f, at, 0) == LETTER_HEH) && !figure_is_place(f, at) ? 1 : 0;
  if (figure_is_kind(f, at, ISNAD_COUNTED_KIND_ADJECTIVE)) return 1;
  if (figure_is_kind(f, at, ISNAD_COUNTED_KIND_STOP) || figure_has_proclitic(f, at) || figure_is_place(f, at) || figure_is_verb(f, at)) return 0;
  if (is_sound_plural(f, at - 1) && is_sound_plural(f, at) && !figure_is_joined(f, at)) return 1; /* professional players */
  if (dual) return is_dual_ending(f, at) && !figure_is_joined(f, at) ? 1 : 0;
  return figure_is_relative(f, at) && f->tokens->items[at].length > 3 * LETTER_BYTES ? 1 : 0;
}

/* A word with the article that may own the noun before it, or be counted by a definite number. */
bool figure_is_owner(const figure_scan *f, size_t at) {
  if (!figure_is_definite(f, at) || figure_is_told_time(f, at) || figure_is_kind(f, at, ISNAD_COUNTED_KIND_STOP)) return false;
  const isnad_phrase *numeral = figure_hit(f, at, ISNAD_TABLE_NUMBERS);
  return numeral == NULL || numeral->count > 1;
}

/* The noun's phrase: an owner with the article, then adjectives that agree in definiteness. */
size_t figure_phrase_end(const figure_scan *f, size_t at, bool dual) {
  size_t end = at + 1;
  bool definite = figure_is_definite(f, at), construct = !definite && figure_last_letter(f, at, 0) != LETTER_ALEF && !dual;
  if (construct && figure_is_owner(f, end) && figure_noun_begin(f, end) == f->tokens->items[end].span.begin && !is_swallowed(f, end)) {
    end++;
    definite = true;
  }
  for (size_t i = 0; i < MODIFIERS; i++) {
    size_t more = adjective_at(f, end, definite, dual);
    if (more == 0) break;
    end += more;
  }
  return end < f->unit->last ? end : f->unit->last;
}

/* Where the word alone begins that names the unit: behind li and the article, which are one with each other. */
static uint32_t unit_begin(const figure_scan *f, size_t at) {
  bool li = is_swallowed(f, at) && figure_is_definite(f, at);
  return li ? isnad_token_source(f->tokens, at, 2 * LETTER_BYTES) : figure_noun_begin(f, at);
}

void figure_set_noun(figure_scan *f, figure_item *item, size_t at, size_t end) {
  uint32_t begin = figure_noun_begin(f, at), stop = f->tokens->items[end - 1].span.end;
  item->note.unit = isnad_slice_at(f->tokens->text, (isnad_span){unit_begin(f, at), f->tokens->items[at].span.end});
  item->note.thing = end > at + 1 ? isnad_slice_at(f->tokens->text, (isnad_span){begin, stop}) : (isnad_slice){NULL, 0};
  item->counted = true;
  item->bare = false;
}

/* The noun before the number, without what is joined to it. */
void figure_cover_noun(const figure_scan *f, figure_item *item, size_t noun) {
  uint32_t begin = figure_noun_begin(f, noun);
  if (begin < item->note.span.begin) item->note.span.begin = begin;
}

bool figure_told_before(const figure_scan *f, size_t at, isnad_bounds_effect effect) {
  for (size_t i = 0; i < MODIFIERS; i++) {
    const isnad_phrase *hit = figure_hit_before(f, at);
    if (hit == NULL) return false;
    if (figure_effect(hit) == effect) return true;
    at = hit->first;
  }
  return false;
}
