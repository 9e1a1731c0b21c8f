/* What a number counts: the unit or noun behind it, else the noun before it. */
#include "note/figure.h"

#include "arabic/letters.h"

enum { LETTER_BYTES = 2, MODIFIERS = 3, HEAD_WINDOW = 14, OLDEST = 125, SMALL = 10, SIGN_BYTES = 8 };

static void cover(const figure_scan *f, figure_item *item, size_t first, size_t last) {
  uint32_t begin = f->tokens->items[first].span.begin, end = f->tokens->items[last - 1].span.end;
  if (begin < item->note.span.begin) item->note.span.begin = begin;
  if (end > item->note.span.end) item->note.span.end = end;
}

/* Whether the word is listed so; a word may be listed twice ("drone" and "marched"). */
static bool is_kind(const figure_scan *f, size_t at, isnad_counted_kind kind) {
  size_t count = 0;
  if (at < f->unit->first || at >= f->unit->last) return false;
  const isnad_phrase *hits = note_hits_at(f->unit, at, &count);
  for (size_t i = 0; i < count; i++)
    if (hits[i].table == ISNAD_TABLE_COUNTED && hits[i].cell == ISNAD_COUNTED_CELL_FORMS && (hits[i].cut == 0 || kind == ISNAD_COUNTED_KIND_RANKED) &&
        isnad_counted_rows[hits[i].row].kind == kind)
      return true;
  return false;
}

static bool is_verb(const figure_scan *f, size_t at) {
  const isnad_phrase *hit = figure_hit(f, at, ISNAD_TABLE_TRIGGERS);
  if (hit != NULL && isnad_triggers_rows[hit->row].form == ISNAD_TRIGGERS_FORM_VERB) return true;
  unsigned last = figure_last_letter(f, at, 0), second = figure_last_letter(f, at, 1);
  if (last == LETTER_ALEF && second == LETTER_WAW && f->tokens->items[at].length > 3 * LETTER_BYTES) return true;
  const unsigned char *p = (const unsigned char *)isnad_token_form(f->tokens, at).bytes;
  bool yeh = ((p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu)) == LETTER_YEH;
  bool adjective = last == LETTER_YEH || (second == LETTER_YEH && (last == LETTER_ALEF || last == LETTER_NOON || last == LETTER_HEH));
  return yeh && !adjective && !is_kind(f, at, ISNAD_COUNTED_KIND_NOUN);
}

static bool is_place(const figure_scan *f, size_t at) {
  const isnad_phrase *hit = figure_hit(f, at, ISNAD_TABLE_PLACES);
  return hit != NULL && hit->cell != ISNAD_PLACES_CELL_ADJECTIVES && isnad_places_rows[hit->row].common == ISNAD_PLACES_COMMON_NO;
}

static bool is_told_time(const figure_scan *f, size_t at) {
  uint32_t begin = f->tokens->items[at].span.begin;
  size_t low = 0, high = f->s->time_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (f->s->times[middle].span.end <= begin)
      low = middle + 1;
    else
      high = middle;
  }
  return (low < f->s->time_count && f->s->times[low].span.begin <= begin) || figure_hit(f, at, ISNAD_TABLE_WEEKDAYS) != NULL;
}

/* The source byte at which a definite word begins behind one joined letter ("in the ...", "and the ..."); where li swallowed the article, at it. */
static uint32_t noun_begin(const figure_scan *f, size_t at) {
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
static bool is_noun(const figure_scan *f, size_t at, bool definite_too) {
  if (!figure_is_word(f, at) || (f->tokens->items[at].flags & ISNAD_TOKEN_ARABIC) == 0 || f->tokens->items[at].length < 2 * LETTER_BYTES)
    return false;
  if (is_kind(f, at, ISNAD_COUNTED_KIND_NOUN)) return true;
  if (is_kind(f, at, ISNAD_COUNTED_KIND_STOP) || is_kind(f, at, ISNAD_COUNTED_KIND_ELATIVE)) return false;
  const isnad_phrase *numeral = figure_hit(f, at, ISNAD_TABLE_NUMBERS), *bound = figure_hit(f, at, ISNAD_TABLE_BOUNDS);
  if ((numeral != NULL && numeral->count == 1) || (bound != NULL && figure_side(bound) == ISNAD_BOUNDS_SIDE_AFTER)) return false;
  if (figure_hit(f, at, ISNAD_TABLE_MONTHS) != NULL || is_verb(f, at) || is_place(f, at) || is_told_time(f, at)) return false;
  if (figure_is_definite(f, at)) return definite_too && noun_begin(f, at) == f->tokens->items[at].span.begin;
  return !figure_has_proclitic(f, at) && !figure_has_and(f, at);
}

static bool is_relative(const figure_scan *f, size_t at) {
  unsigned a = figure_last_letter(f, at, 0), b = figure_last_letter(f, at, 1), c = figure_last_letter(f, at, 2);
  if (a == LETTER_YEH) return true;
  if (b == LETTER_YEH && (a == LETTER_HEH || a == LETTER_ALEF)) return true;
  return c == LETTER_YEH && ((b == LETTER_YEH && a == LETTER_NOON) || (b == LETTER_WAW && a == LETTER_NOON) || (b == LETTER_ALEF && a == LETTER_TEH));
}

/* Begins with a letter that joins a word to the one before it. */
static bool is_joined(const figure_scan *f, size_t at) {
  const unsigned char *p = (const unsigned char *)isnad_token_form(f->tokens, at).bytes;
  unsigned first = (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
  return first == LETTER_BEH || first == LETTER_LAM;
}

static bool is_dual_ending(const figure_scan *f, size_t at) {
  unsigned a = figure_last_letter(f, at, 0), b = figure_last_letter(f, at, 1);
  return a == LETTER_NOON && (b == LETTER_YEH || b == LETTER_ALEF);
}

/* How many tokens at `at` are an adjective of the noun before it. */
static size_t adjective_at(const figure_scan *f, size_t at, bool definite, bool dual) {
  if (!figure_is_word(f, at) || is_told_time(f, at)) return 0;
  const isnad_phrase *place = figure_hit(f, at, ISNAD_TABLE_PLACES);
  if (place != NULL && place->cell == ISNAD_PLACES_CELL_ADJECTIVES && place->cut == 0 && figure_is_definite(f, at) == definite) return place->count;
  if (figure_is_definite(f, at) != definite || figure_has_and(f, at)) return 0;
  if (definite) return is_relative(f, at) && !is_place(f, at) ? 1 : 0;
  if (is_kind(f, at, ISNAD_COUNTED_KIND_ADJECTIVE)) return 1;
  if (is_kind(f, at, ISNAD_COUNTED_KIND_STOP) || figure_has_proclitic(f, at) || is_place(f, at) || is_verb(f, at)) return 0;
  if (dual) return is_dual_ending(f, at) && !is_joined(f, at) ? 1 : 0;
  return is_relative(f, at) && f->tokens->items[at].length > 3 * LETTER_BYTES ? 1 : 0;
}

/* A word with the article that may own the noun before it, or be counted by a definite number. */
static bool is_owner(const figure_scan *f, size_t at) {
  if (!figure_is_definite(f, at) || is_told_time(f, at) || is_kind(f, at, ISNAD_COUNTED_KIND_STOP)) return false;
  const isnad_phrase *numeral = figure_hit(f, at, ISNAD_TABLE_NUMBERS);
  return numeral == NULL || numeral->count > 1;
}

/* The noun's phrase: an owner with the article, then adjectives that agree in definiteness. */
static size_t phrase_end(const figure_scan *f, size_t at, bool dual) {
  size_t end = at + 1;
  bool definite = figure_is_definite(f, at), construct = !definite && figure_last_letter(f, at, 0) != LETTER_ALEF && !dual;
  if (construct && is_owner(f, end) && noun_begin(f, end) == f->tokens->items[end].span.begin && !is_swallowed(f, end)) {
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

static void set_noun(figure_scan *f, figure_item *item, size_t at, size_t end) {
  uint32_t begin = noun_begin(f, at), stop = f->tokens->items[end - 1].span.end;
  item->note.unit = isnad_slice_at(f->tokens->text, (isnad_span){begin, f->tokens->items[at].span.end});
  item->note.thing = end > at + 1 ? isnad_slice_at(f->tokens->text, (isnad_span){begin, stop}) : (isnad_slice){NULL, 0};
  item->counted = true;
  item->bare = false;
}

/* The noun before the number, without what is joined to it. */
static void cover_noun(const figure_scan *f, figure_item *item, size_t noun) {
  uint32_t begin = noun_begin(f, noun);
  if (begin < item->note.span.begin) item->note.span.begin = begin;
}

static bool is_told_before(const figure_scan *f, size_t at, isnad_bounds_effect effect) {
  for (size_t i = 0; i < MODIFIERS; i++) {
    const isnad_phrase *hit = figure_hit_before(f, at);
    if (hit == NULL) return false;
    if (figure_effect(hit) == effect) return true;
    at = hit->first;
  }
  return false;
}

static bool is_comma(const figure_scan *f, size_t at) {
  if (at >= f->unit->last || f->tokens->items[at].kind != ISNAD_TOKEN_PUNCT) return false;
  isnad_slice form = isnad_token_form(f->tokens, at);
  return form.bytes[0] == ',' || (form.length == LETTER_BYTES && (unsigned char)form.bytes[0] == 0xD8 && (unsigned char)form.bytes[1] == 0x8C);
}

/* A number of years is an age when the words around say so, or when it stands in brackets or between commas behind a name. */
static bool is_age(const figure_scan *f, const figure_item *item) {
  if (item->note.max > OLDEST || item->scale > 1) return false;
  if (item->first > f->unit->first && is_comma(f, item->first - 1) && is_comma(f, item->after)) return true;
  const isnad_phrase *before = figure_hit_before(f, item->first);
  if (before != NULL && figure_side(before) == ISNAD_BOUNDS_SIDE_MEASURE) return true; /* "under 18 years" */
  if (is_told_before(f, item->first, ISNAD_BOUNDS_EFFECT_AGE) || figure_says(f, item->after, ISNAD_BOUNDS_EFFECT_AGE)) return true;
  return item->first > f->unit->first && figure_is_mark(f, item->first - 1, '(') && figure_is_mark(f, item->after, ')');
}

/* "An hour and a half", "five years and a half": of the unit, which may be named again. */
void figure_add_half(figure_scan *f, figure_item *item, size_t unit) {
  number half;
  if (!figure_has_and(f, item->after) || !number_at(&half, f->tokens, item->after, f->unit->last) || half.kind != NUMBER_FRACTION) return;
  if ((half.flags & (NUMBER_AND | NUMBER_DEFINITE)) != NUMBER_AND) return;
  size_t end = half.last;
  if (figure_is_definite(f, end)) {
    isnad_slice form = isnad_token_form(f->tokens, end), noun = isnad_token_form(f->tokens, unit);
    isnad_slice rest = {form.bytes + 2 * LETTER_BYTES, form.length - 2 * LETTER_BYTES};
    if (!isnad_slice_starts(noun, rest) && !isnad_slice_starts(rest, noun)) return;
    end++;
  }
  item->note.min += half.min * item->scale;
  item->note.max += half.min * item->scale;
  item->after = end;
  cover(f, item, half.first, end);
}

static void take_unit(figure_scan *f, figure_item *item, const isnad_phrase *hit) {
  const isnad_units_row *row = &isnad_units_rows[hit->row];
  bool below_zero = row->code[0] == 'C' && row->code[1] == '-';
  item->note.kind = row->kind == ISNAD_UNITS_KIND_PERCENT    ? ISNAD_FIGURE_PERCENT
                    : row->kind == ISNAD_UNITS_KIND_DURATION ? ISNAD_FIGURE_DURATION
                                                             : ISNAD_FIGURE_MEASURE;
  item->note.unit = isnad_slice_of(row->name);
  item->after = hit->first + hit->count;
  item->bare = false;
  cover(f, item, hit->first, item->after);
  if (below_zero && item->note.min > 0) {
    double low = -item->note.max;
    item->note.max = -item->note.min;
    item->note.min = low;
  }
  if (item->note.kind != ISNAD_FIGURE_PERCENT) figure_add_half(f, item, hit->first);
  if (row->code[0] == 'y' && is_age(f, item)) item->note.kind = ISNAD_FIGURE_AGE;
}

static void take_currency(figure_scan *f, figure_item *item, const isnad_phrase *hit) {
  item->note.kind = ISNAD_FIGURE_MONEY;
  item->note.unit = isnad_slice_of(isnad_currencies_rows[hit->row].name);
  item->after = hit->first + hit->count;
  item->bare = false;
  cover(f, item, hit->first, item->after);
  figure_add_half(f, item, hit->first);
}

/* A sign of money beside the digits. */
static bool take_sign(figure_scan *f, figure_item *item, size_t at) {
  if (at < f->unit->first || at >= f->unit->last || f->tokens->items[at].kind != ISNAD_TOKEN_SYMBOL) return false;
  isnad_slice form = isnad_token_form(f->tokens, at);
  if (form.length > SIGN_BYTES) return false;
  for (size_t row = 0; row < isnad_currencies_count; row++) {
    if (!isnad_slice_equal(form, isnad_slice_of(isnad_currencies_rows[row].sign))) continue;
    item->note.kind = ISNAD_FIGURE_MONEY;
    item->note.unit = isnad_slice_of(isnad_currencies_rows[row].name);
    item->bare = false;
    cover(f, item, at, at + 1);
    if (at >= item->after) item->after = at + 1;
    if (at < item->first) item->first = at;
    return true;
  }
  return false;
}

static bool take_percent(figure_scan *f, figure_item *item, size_t at) {
  bool behind = figure_is_percent(f, at), before = item->first > f->unit->first && figure_is_percent(f, item->first - 1);
  if (!behind && !before) return false;
  item->note.kind = ISNAD_FIGURE_PERCENT;
  item->note.unit = (isnad_slice){"%", 1};
  item->bare = false;
  cover(f, item, behind ? at : item->first - 1, behind ? at + 1 : item->first);
  item->after = behind ? at + 1 : at;
  if (!behind) item->first--;
  return true;
}

static bool take_measure(figure_scan *f, figure_item *item, size_t at) {
  if (take_percent(f, item, at)) return true;
  const isnad_phrase *unit = figure_unit_hit(f, at, ISNAD_TABLE_UNITS, false), *money = figure_unit_hit(f, at, ISNAD_TABLE_CURRENCIES, false);
  if (money != NULL && (unit == NULL || money->count >= unit->count)) {
    take_currency(f, item, money);
    return true;
  }
  if (unit != NULL) {
    take_unit(f, item, unit);
    return true;
  }
  if (take_sign(f, item, at) || (item->first > f->unit->first && take_sign(f, item, item->first - 1))) return true;
  const isnad_phrase *code = item->first > f->unit->first ? figure_unit_hit(f, item->first - 1, ISNAD_TABLE_CURRENCIES, false) : NULL;
  if (code == NULL || (f->tokens->items[item->first - 1].flags & ISNAD_TOKEN_ARABIC) != 0) return false;
  item->note.kind = ISNAD_FIGURE_MONEY;
  item->note.unit = isnad_slice_of(isnad_currencies_rows[code->row].name);
  item->bare = false;
  return true;
}

/* The noun behind "of": hundreds of the inhabitants, five of the soldiers. */
static bool take_of(figure_scan *f, figure_item *item, size_t at, bool vague) {
  const isnad_phrase *hit = figure_hit(f, at, ISNAD_TABLE_BOUNDS);
  if (hit == NULL || figure_effect(hit) != ISNAD_BOUNDS_EFFECT_OF) return false;
  size_t noun = hit->first + hit->count;
  if (!is_noun(f, noun, true) || figure_has_and(f, noun)) return false;
  size_t end = phrase_end(f, noun, false);
  bool whole = vague || figure_is_definite(f, noun) || (end > noun + 1 && figure_is_definite(f, noun + 1));
  if (!whole) return false;
  set_noun(f, item, noun, end);
  cover(f, item, noun, end);
  item->after = end;
  return true;
}

/* "63 bodies, among them 54 local ones": an adjective whose noun stands with the figure before. */
static bool is_adjective_of_last(const figure_scan *f, size_t at) {
  if (f->count == 0 || f->items[f->count - 1].unit != f->unit_index || f->items[f->count - 1].bare) return false;
  return is_kind(f, at, ISNAD_COUNTED_KIND_ADJECTIVE) && !is_kind(f, at, ISNAD_COUNTED_KIND_NOUN) && figure_last_letter(f, at, 0) == LETTER_HEH;
}

static bool take_noun(figure_scan *f, figure_item *item, size_t at, bool definite_too) {
  if (!is_noun(f, at, definite_too) || is_adjective_of_last(f, at)) return false;
  size_t end = phrase_end(f, at, false);
  set_noun(f, item, at, end);
  cover(f, item, at, end);
  item->after = end;
  return true;
}

/* "The number of the dead rose to 50": the noun behind the head. */
static bool take_headed(figure_scan *f, figure_item *item) {
  size_t at = item->first;
  size_t floor = f->count > 0 && f->items[f->count - 1].unit == f->unit_index ? f->items[f->count - 1].last : f->unit->first;
  for (size_t i = 0; i < HEAD_WINDOW && at > floor; i++) {
    at--;
    if (figure_ends(f, at)) return false;
    const isnad_phrase *hit = figure_hit(f, at, ISNAD_TABLE_BOUNDS);
    if (hit == NULL || figure_effect(hit) != ISNAD_BOUNDS_EFFECT_HEAD) continue;
    size_t noun = hit->first + hit->count;
    if (noun >= item->first || !is_noun(f, noun, true)) continue;
    size_t end = phrase_end(f, noun, false);
    set_noun(f, item, noun, end <= item->first ? end : noun + 1);
    return true;
  }
  return false;
}

/* "By one point": folded bytes of a preposition joined to an indefinite noun; 0. */
static size_t joined_bytes(const figure_scan *f, size_t at) {
  if (!figure_is_word(f, at) || figure_is_definite(f, at) || !is_joined(f, at) || is_verb(f, at)) return 0;
  return isnad_arabic_proclitics(isnad_token_form(f->tokens, at)) == LETTER_BYTES ? LETTER_BYTES : 0;
}

/* "The seven states", "one soldier": the noun right before the number. */
static bool take_before(figure_scan *f, figure_item *item, const number *n, bool definite) {
  if (item->first <= f->unit->first || (definite && item->and)) return false;
  size_t noun = item->first - 1;
  bool one = n->min == 1 && n->max == 1 && (n->flags & NUMBER_DIGITS) == 0;
  const isnad_phrase *unit = figure_hit(f, noun, ISNAD_TABLE_UNITS);
  bool measure = unit != NULL && unit->cut == 0 && unit->cell == ISNAD_UNITS_CELL_FORMS;
  size_t joined = one && !measure && !definite ? joined_bytes(f, noun) : 0;
  if (definite ? !is_owner(f, noun) || is_place(f, noun) : !one || (!measure && joined == 0 && !is_noun(f, noun, false))) return false;
  set_noun(f, item, noun, noun + 1);
  if (measure && isnad_units_rows[unit->row].kind != ISNAD_UNITS_KIND_PERCENT) {
    item->note.kind = isnad_units_rows[unit->row].kind == ISNAD_UNITS_KIND_DURATION ? ISNAD_FIGURE_DURATION : ISNAD_FIGURE_MEASURE;
    item->note.unit = isnad_slice_of(isnad_units_rows[unit->row].name);
    item->counted = false;
  }
  cover_noun(f, item, noun);
  if (joined > 0) {
    item->note.span.begin = isnad_token_source(f->tokens, noun, joined);
    item->note.unit = isnad_slice_at(f->tokens->text, (isnad_span){item->note.span.begin, f->tokens->items[noun].span.end});
  }
  return true;
}

static bool is_open(const figure_scan *f, size_t at) {
  if (figure_ends(f, at) || !figure_is_word(f, at)) return true;
  return is_kind(f, at, ISNAD_COUNTED_KIND_STOP) || figure_has_proclitic(f, at) || is_verb(f, at);
}

/* The number alone stands in brackets or quotation marks: "(5) persons". */
static bool is_enclosed(const figure_scan *f, size_t first, size_t at) {
  if (first == f->unit->first || at >= f->unit->last) return false;
  if (figure_is_mark(f, at, ')')) return figure_is_mark(f, first - 1, '(');
  return f->tokens->items[at].kind == ISNAD_TOKEN_QUOTE && f->tokens->items[first - 1].kind == ISNAD_TOKEN_QUOTE;
}

void figure_read_noun(figure_scan *f, figure_item *item, const number *n) {
  bool definite = false, vague = (n->flags & NUMBER_VAGUE) != 0 || n->kind == NUMBER_FRACTION;
  size_t at = n->last;
  figure_number_first(f, n, &definite);
  item->bare = true;
  item->after = at;
  if (is_enclosed(f, item->first, at)) at++;
  item->open = is_open(f, at);
  if (n->kind == NUMBER_DECADE) {
    item->bare = false;
    return;
  }
  if (item->note.kind == ISNAD_FIGURE_SCORE || take_measure(f, item, at)) return;
  const isnad_phrase *behind = figure_hit(f, at, ISNAD_TABLE_BOUNDS);
  if (behind != NULL && figure_effect(behind) == ISNAD_BOUNDS_EFFECT_PART) item->part = true;
  bool one = n->min == 1 && n->max == 1 && (n->flags & NUMBER_DIGITS) == 0;
  bool aged = is_told_before(f, item->first, ISNAD_BOUNDS_EFFECT_AGE);
  if (definite && !aged && take_before(f, item, n, true)) return;
  if (!item->part && !one && (take_noun(f, item, at, vague || (n->flags & NUMBER_CONSTRUCT) != 0) || take_of(f, item, at, vague))) return;
  if (!aged && take_before(f, item, n, definite)) return;
  if (aged && item->note.max <= OLDEST && item->note.max > 1) {
    item->note.kind = ISNAD_FIGURE_AGE;
    item->bare = false;
    return;
  }
  if (!item->part) take_headed(f, item);
}

void figure_read_dual_zero(figure_scan *f, figure_item *item) {
  const isnad_phrase *hit = figure_unit_hit(f, item->after, ISNAD_TABLE_UNITS, false);
  if (hit == NULL || isnad_units_rows[hit->row].code[0] != 'C' || isnad_units_rows[hit->row].code[1] != '-') return;
  take_unit(f, item, hit);
}

void figure_read_dual_noun(figure_scan *f, figure_item *item, const isnad_phrase *hit) {
  size_t at = hit->first, end = phrase_end(f, at, true);
  set_noun(f, item, at, end);
  item->note.unit = isnad_slice_at(f->tokens->text, hit->span);
  cover(f, item, at + 1 < end ? at + 1 : at, end);
  item->note.span.begin = hit->span.begin;
  if (end > at + 1) item->note.thing = isnad_slice_at(f->tokens->text, item->note.span);
  item->after = end;
}

/* "Preliminary" folds to the feminine "first": it ends in yeh and stands behind a masculine noun. */
static bool is_preliminary(const figure_scan *f, const number *n) {
  isnad_slice source = isnad_slice_at(f->tokens->text, n->span);
  if (n->min != 1 || n->first == f->unit->first || source.length < LETTER_BYTES) return false;
  const unsigned char *p = (const unsigned char *)source.bytes + source.length - LETTER_BYTES;
  if (((p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu)) != LETTER_YEH) return false;
  return figure_is_word(f, n->first - 1) && figure_last_letter(f, n->first - 1, 0) != LETTER_HEH;
}

/* "For the seventh time in a row and the 34th in its history": the noun of the ordinal before. */
static bool take_rank_of_last(const figure_scan *f, figure_item *item) {
  const figure_item *last = f->count > 0 ? &f->items[f->count - 1] : NULL;
  if (last == NULL || last->unit != f->unit_index || last->note.kind != ISNAD_FIGURE_ORDINAL) return false;
  item->note.unit = last->note.unit;
  item->note.thing = last->note.thing;
  item->counted = true;
  return true;
}

/* The noun before an ordinal that has the article, over one adjective; or the noun behind an ordinal in construct. */
bool figure_read_ranked(figure_scan *f, figure_item *item, const number *n) {
  if (is_preliminary(f, n)) return false;
  bool definite = false;
  size_t at = figure_number_first(f, n, &definite);
  item->after = n->last;
  if (definite && (n->flags & NUMBER_AND) != 0) return take_rank_of_last(f, item);
  if (definite) {
    if (figure_stands_alone(f, at, n->last)) return true;
    if (at == f->unit->first || !figure_is_definite(f, at - 1) || figure_hit(f, at - 1, ISNAD_TABLE_GIVEN_NAMES) != NULL) return false;
    size_t noun = at - 1;
    if (figure_hit(f, noun, ISNAD_TABLE_NUMBERS) != NULL && noun > f->unit->first && is_owner(f, noun - 1)) noun--; /* "the first four places" */
    if (is_relative(f, noun) && noun > f->unit->first && figure_is_definite(f, noun - 1)) noun--;
    if (is_place(f, noun)) return true;
    set_noun(f, item, noun, at);
    cover_noun(f, item, noun);
    return true;
  }
  if (f->tokens->items[n->first].span.begin != n->span.begin && !figure_is_word(f, n->last)) return false;
  if (at > f->unit->first && figure_hit(f, at - 1, ISNAD_TABLE_GIVEN_NAMES) != NULL) return false;
  size_t noun = is_kind(f, n->last, ISNAD_COUNTED_KIND_ELATIVE) ? n->last + 1 : n->last;
  if (is_noun(f, noun, true)) {
    size_t end = phrase_end(f, noun, false);
    set_noun(f, item, noun, end);
    cover(f, item, n->last, end);
    item->after = end;
    return true;
  }
  if (figure_says(f, n->last, ISNAD_BOUNDS_EFFECT_OF)) return true;
  if (figure_stands_alone(f, at, n->last)) return true;
  if (at == f->unit->first || !is_noun(f, at - 1, false)) return false;
  set_noun(f, item, at - 1, at);
  cover_noun(f, item, at - 1);
  return true;
}

bool figure_read_place(figure_scan *f, figure_item *item, const number *n) {
  bool definite = false;
  size_t at = figure_number_first(f, n, &definite);
  if (!definite && at < n->first) return false; /* "this season and 83 goals" */
  bool written = (n->flags & NUMBER_BARE) != 0 || ((n->flags & (NUMBER_DIGITS | NUMBER_DEFINITE)) == NUMBER_DEFINITE && n->min > SMALL);
  if (n->kind != NUMBER_CARDINAL || !written || at == f->unit->first || !figure_is_word(f, at - 1)) return false;
  bool singular = definite && figure_is_definite(f, at - 1) && figure_last_letter(f, at - 1, 0) == LETTER_HEH;
  if (!is_kind(f, at - 1, ISNAD_COUNTED_KIND_RANKED) && !singular) return false;
  item->note.kind = ISNAD_FIGURE_ORDINAL;
  set_noun(f, item, at - 1, at);
  cover_noun(f, item, at - 1);
  return true;
}
