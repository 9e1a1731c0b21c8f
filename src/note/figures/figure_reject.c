/* Numbers that count nothing. */
#include "note/figures/figure.h"
#include "note/figures/figure_phrase.h"

#include "arabic/letters.h"

enum {
  LETTER_BYTES = 2,
  YEAR_DIGITS = 4,
  YEAR_FROM = 1700,
  YEAR_TO = 2150,
  THIS_AGE = 1950, /* "in 2011" is a year whatever stands behind */
  HUNDRED = 100,
  PHONE_DIGITS = 9,
  LIST_DIGITS = 2,
  DAYS = 31,
  HOURS = 12,
  CLITIC_BYTES = 4 * LETTER_BYTES,
  NAME_WINDOW = 3,
  LISTED = 6,
  QUOTED_WORDS = 2
};

static const isnad_token *token_of(const figure_scan *f, size_t at) { return &f->tokens->items[at]; }

static bool is_number(const figure_scan *f, size_t at) {
  return at >= f->unit->first && at < f->unit->last && token_of(f, at)->kind == ISNAD_TOKEN_NUMBER;
}

static bool is_latin(const figure_scan *f, size_t at) { return figure_is_word(f, at) && (token_of(f, at)->flags & ISNAD_TOKEN_ARABIC) == 0; }

/* A hyphen of any length. */
static bool is_dash(const figure_scan *f, size_t at) {
  if (figure_is_mark(f, at, '-')) return true;
  if (at < f->unit->first || at >= f->unit->last) return false;
  const unsigned char *p = (const unsigned char *)f->tokens->folded + token_of(f, at)->folded;
  return token_of(f, at)->kind == ISNAD_TOKEN_PUNCT && token_of(f, at)->length == 3 && p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0x90 && p[2] <= 0x95;
}

size_t figure_number_first(const figure_scan *f, const number *n, bool *definite) {
  size_t at = n->first;
  *definite = (n->flags & NUMBER_DEFINITE) != 0;
  if (at <= f->unit->first || (n->flags & NUMBER_DIGITS) == 0) return at;
  const isnad_token *before = token_of(f, at - 1);
  bool joined = (token_of(f, at)->flags & ISNAD_TOKEN_GLUED) != 0 || (before->flags & ISNAD_TOKEN_TATWEEL) != 0;
  isnad_slice form = isnad_token_form(f->tokens, at - 1);
  if (before->kind != ISNAD_TOKEN_WORD || !joined || form.length > CLITIC_BYTES) return at;
  const unsigned char *last = (const unsigned char *)form.bytes + form.length - LETTER_BYTES;
  unsigned letter = form.length < LETTER_BYTES ? 0 : (last[0] & 0x1Fu) << 6 | (last[1] & 0x3Fu);
  *definite = letter == LETTER_LAM && form.length >= 2 * LETTER_BYTES;
  bool clitic = *definite || letter == LETTER_WAW || letter == LETTER_FEH || letter == LETTER_BEH || letter == LETTER_LAM || letter == LETTER_KAF;
  return clitic && (*definite || form.length <= 2 * LETTER_BYTES) ? at - 1 : at;
}

/* Something that makes the number a name, a version or an address is typed onto it. */
static bool is_typed_onto(const figure_scan *f, const number *n) {
  size_t at = n->first;
  if (is_latin(f, n->last) && figure_is_glued(f, n->last) && figure_unit_hit(f, n->last, ISNAD_TABLE_UNITS, false) == NULL &&
      figure_unit_hit(f, n->last, ISNAD_TABLE_CURRENCIES, false) == NULL)
    return true;
  if (figure_is_mark(f, n->last, '_') || (figure_is_mark(f, n->last, '@') && figure_is_glued(f, n->last))) return true;
  if (at == f->unit->first) return false;
  if (is_latin(f, at - 1) && figure_unit_hit(f, at - 1, ISNAD_TABLE_CURRENCIES, false) == NULL && token_of(f, at - 1)->length <= 24) return true;
  if (!figure_is_glued(f, at)) return false;
  if (figure_is_mark(f, at - 1, '#') || figure_is_mark(f, at - 1, '@') || figure_is_mark(f, at - 1, '_') || figure_is_mark(f, at - 1, '=') ||
      figure_is_mark(f, at - 1, '/') || figure_is_mark(f, at - 1, '+'))
    return true;
  return is_dash(f, at - 1) && figure_is_glued(f, at - 1) && at - 1 > f->unit->first && figure_is_word(f, at - 2);
}

/* 10:30, 13/9/2023, 2017/2018. */
static bool is_clock_or_date(const figure_scan *f, const number *n) {
  bool behind = figure_is_glued(f, n->last) && figure_is_glued(f, n->last + 1) && is_number(f, n->last + 1) &&
                (figure_is_mark(f, n->last, ':') || figure_is_mark(f, n->last, '/'));
  bool before = n->first >= f->unit->first + 2 && figure_is_glued(f, n->first) && figure_is_glued(f, n->first - 1) && is_number(f, n->first - 2) &&
                (figure_is_mark(f, n->first - 1, ':') || figure_is_mark(f, n->first - 1, '/'));
  return behind || before;
}

/* Three numbers or more joined by hyphens: a telephone, a date. */
static bool is_chain(const figure_scan *f, const number *n) {
  size_t numbers = 1, at = n->first;
  while (at >= f->unit->first + 2 && figure_is_glued(f, at) && is_dash(f, at - 1) && is_number(f, at - 2)) {
    numbers++;
    at -= 2;
    if (numbers > 2) return true;
  }
  for (at = n->last; is_dash(f, at) && figure_is_glued(f, at) && is_number(f, at + 1) && numbers <= 2; at += 2) numbers++;
  return numbers > 2;
}

static bool is_zero(const figure_scan *f, size_t at) {
  const isnad_phrase *hit = figure_hit(f, at, ISNAD_TABLE_NUMBERS);
  return hit != NULL && isnad_numbers_rows[hit->row].kind == ISNAD_NUMBERS_KIND_DIGIT && isnad_numbers_rows[hit->row].value[0] == '0';
}

static bool has_role(const isnad_phrase *hit, isnad_time_words_role role) { return hit != NULL && isnad_time_words_rows[hit->row].role == role; }

/* "Of the month of March": a unit of time between the day and its month. */
static bool is_month_word(const figure_scan *f, size_t at) {
  const isnad_phrase *unit = figure_unit_hit(f, at, ISNAD_TABLE_UNITS, false);
  return unit != NULL && isnad_units_rows[unit->row].kind == ISNAD_UNITS_KIND_DURATION && figure_hit(f, at + unit->count, ISNAD_TABLE_MONTHS) != NULL;
}

/* "On 2 and 7 June". */
static bool names_next_day(const figure_scan *f, size_t at) {
  return figure_has_and(f, at) && is_number(f, at + 1) && token_of(f, at)->length == LETTER_BYTES &&
         figure_hit(f, at + 2, ISNAD_TABLE_MONTHS) != NULL;
}

/* A day of the month, an hour of the day, by the words beside it. */
static bool is_told_as_time(const figure_scan *f, const number *n, size_t first) {
  bool small = n->max <= DAYS && n->kind != NUMBER_FRACTION;
  size_t next = figure_says(f, n->last, ISNAD_BOUNDS_EFFECT_OF) ? n->last + 1 : n->last;
  bool zero_goals = is_zero(f, next);
  if (small && ((figure_hit(f, next, ISNAD_TABLE_MONTHS) != NULL && !zero_goals) || is_month_word(f, next))) return true;
  if (small && names_next_day(f, n->last)) return true;
  const isnad_phrase *behind = figure_hit(f, n->last, ISNAD_TABLE_TIME_WORDS); /* "13,00 GMT" */
  if (n->max <= HOURS * 2 && (has_role(behind, ISNAD_TIME_WORDS_ROLE_AMPM) || has_role(behind, ISNAD_TIME_WORDS_ROLE_ZONE))) return true;
  return first > f->unit->first && has_role(figure_hit(f, first - 1, ISNAD_TABLE_TIME_WORDS), ISNAD_TIME_WORDS_ROLE_CLOCK);
}

static bool is_measured(const figure_scan *f, size_t at) {
  return figure_is_percent(f, at) || figure_unit_hit(f, at, ISNAD_TABLE_UNITS, false) != NULL ||
         figure_unit_hit(f, at, ISNAD_TABLE_CURRENCIES, false) != NULL;
}

/* The accusative singular that stands behind 11 to 99. */
static bool is_accusative(const figure_scan *f, size_t at) {
  return figure_is_word(f, at) && figure_last_letter(f, at, 0) == LETTER_ALEF && figure_last_letter(f, at, 1) != LETTER_WAW &&
         !figure_has_proclitic(f, at);
}

static bool is_stop(const figure_scan *f, size_t at) {
  const isnad_phrase *hit = figure_hit(f, at, ISNAD_TABLE_COUNTED);
  return hit != NULL && isnad_counted_rows[hit->row].kind == ISNAD_COUNTED_KIND_STOP;
}

static bool is_year(const figure_scan *f, const number *n, size_t first) {
  if ((n->flags & NUMBER_BARE) == 0 || token_of(f, n->first)->length != YEAR_DIGITS) return false;
  const isnad_phrase *before = figure_hit_before(f, first);
  if (before != NULL && figure_effect(before) == ISNAD_BOUNDS_EFFECT_YEAR) return true;
  if (n->min < YEAR_FROM || n->min > YEAR_TO) return false;
  if ((is_measured(f, n->last) && token_of(f, n->last)->length > LETTER_BYTES) || figure_is_percent(f, n->last)) return false;
  bool in_it = first > f->unit->first && is_stop(f, first - 1) && n->min >= THIS_AGE && n->min < THIS_AGE + HUNDRED;
  if (!in_it && is_accusative(f, n->last)) return false;
  if (before != NULL && (figure_effect(before) == ISNAD_BOUNDS_EFFECT_APPROX || figure_effect(before) == ISNAD_BOUNDS_EFFECT_MORE_THAN ||
                         figure_effect(before) == ISNAD_BOUNDS_EFFECT_LESS_THAN || figure_effect(before) == ISNAD_BOUNDS_EFFECT_AT_LEAST))
    return false;
  bool round = n->min == 1800 || n->min == 1900 || n->min == 2000 || n->min == 2100;
  return !round || !figure_is_word(f, n->last) || token_of(f, n->last)->length <= LETTER_BYTES || figure_has_proclitic(f, n->last) ||
         figure_is_definite(f, n->last);
}

/* "1-", "2." at the head of a line, and a number alone in brackets there. */
static bool is_list_mark(const figure_scan *f, const number *n) {
  if ((n->flags & NUMBER_BARE) == 0 || token_of(f, n->first)->length > LIST_DIGITS) return false;
  size_t at = n->first;
  if (at > f->unit->first && figure_is_mark(f, at - 1, '(')) return false; /* is_bracketed tells */
  if (at > f->unit->first && token_of(f, at - 1)->kind != ISNAD_TOKEN_LINE) return false;
  if (is_number(f, n->last + 1) && figure_is_glued(f, n->last + 1)) return false;
  return is_dash(f, n->last) || figure_is_mark(f, n->last, '.') || figure_is_mark(f, n->last, ')');
}

/* "In it" folds to "class": the source tells them apart by the seat of the hamza. */
static bool is_in_it(const figure_scan *f, size_t at) {
  isnad_slice source = isnad_slice_at(f->tokens->text, token_of(f, at)->span);
  for (size_t i = 0; i + 1 < source.length; i++)
    if ((unsigned char)source.bytes[i] == (0xC0 | LETTER_YEH_HAMZA >> 6) && (unsigned char)source.bytes[i + 1] == (0x80 | (LETTER_YEH_HAMZA & 0x3F)))
      return false;
  return figure_is_kind(f, at, ISNAD_COUNTED_KIND_STOP);
}

/* The words before it make it a name: article 3, number 12, Boeing 737. */
static bool is_named(const figure_scan *f, const number *n, size_t first) {
  for (size_t i = 0; i < LISTED && first >= f->unit->first + 2 && figure_has_and(f, first) && is_number(f, first - 1); i++)
    first -= first - 2 >= f->unit->first && figure_has_and(f, first - 2) ? 2 : 1; /* minutes 14, 23 and 45 */
  const isnad_phrase *before = figure_hit_before(f, first);
  if (before == NULL || n->kind != NUMBER_CARDINAL || n->max <= 1) return false;
  if (figure_effect(before) != ISNAD_BOUNDS_EFFECT_NAME || is_in_it(f, first - 1)) return false;
  return !is_measured(f, n->last) || (n->flags & (NUMBER_DIGITS | NUMBER_DEFINITE)) == NUMBER_DEFINITE; /* "the round of the sixteen | on Sunday" */
}

static bool is_telephone(const figure_scan *f, const number *n) {
  return (n->flags & NUMBER_BARE) != 0 && token_of(f, n->first)->length >= PHONE_DIGITS && !is_measured(f, n->last);
}

static bool is_time_unit(const figure_scan *f, size_t at) {
  const isnad_phrase *hit = figure_unit_hit(f, at, ISNAD_TABLE_UNITS, false);
  return hit != NULL && isnad_units_rows[hit->row].kind == ISNAD_UNITS_KIND_DURATION;
}

/* Whether a time expression that has been found covers the number, and is not made of a number and a unit of time itself. */
static bool is_in_time(const figure_scan *f, const number *n) {
  const isnad_time_note *time = note_time_over(f->s, n->span);
  if (time == NULL) return false;
  if (n->kind == NUMBER_ORDINAL || (n->flags & NUMBER_DEFINITE) != 0) return true;
  if (n->min == 1 && n->first > f->unit->first && is_time_unit(f, n->first - 1)) return false; /* one day */
  bool all = time->span.begin == n->span.begin && time->span.end == n->span.end;
  if (all && is_measured(f, n->last) && token_of(f, n->last)->length > LETTER_BYTES) return false; /* 1900 dollars */
  if (is_dash(f, n->last) && figure_is_glued(f, n->last) && is_zero(f, n->last + 1)) return false; /* 2-nil; nil is a Hijri month too */
  return !is_time_unit(f, n->last);
}

/* The minute of a goal: digits alone in brackets behind a name. "(5) persons" is none. */
static bool is_bracketed(const figure_scan *f, const number *n) {
  if ((n->flags & NUMBER_BARE) == 0 || n->first == f->unit->first || !figure_is_mark(f, n->first - 1, '(')) return false;
  if (figure_is_mark(f, n->last, '+')) return true;
  if (!figure_is_mark(f, n->last, ')')) return false;
  return !figure_is_word(f, n->last + 1) || figure_has_proclitic(f, n->last + 1) || figure_is_definite(f, n->last + 1) ||
         figure_hit(f, n->last + 1, ISNAD_TABLE_COUNTED) != NULL;
}

/* Stoppage time: 90+3. */
static bool is_added(const figure_scan *f, const number *n) {
  bool behind = figure_is_mark(f, n->last, '+') && is_number(f, n->last + 1);
  return behind || (n->first >= f->unit->first + 2 && figure_is_mark(f, n->first - 1, '+') && is_number(f, n->first - 2));
}

/* Part of a name that a table knows: France 24. */
static bool is_in_name(const figure_scan *f, const number *n) {
  for (size_t k = 1; k <= NAME_WINDOW && n->first >= f->unit->first + k; k++) {
    size_t count = 0;
    const isnad_phrase *hits = note_hits_at(f->unit, n->first - k, &count);
    for (size_t i = 0; i < count; i++)
      if (hits[i].count > k && (hits[i].table == ISNAD_TABLE_OUTLETS || hits[i].table == ISNAD_TABLE_PLACES || hits[i].table == ISNAD_TABLE_THINGS ||
                                hits[i].table == ISNAD_TABLE_ORGANIZATIONS || hits[i].table == ISNAD_TABLE_NUMBERS))
        return true;
  }
  return false;
}

static bool is_quote(const figure_scan *f, size_t at) {
  return at >= f->unit->first && at < f->unit->last && token_of(f, at)->kind == ISNAD_TOKEN_QUOTE;
}

/* The last word of a name in quotation marks: the ship "Gull 7". One word or two stand before the number, and no verb. */
static bool is_in_quoted_name(const figure_scan *f, const number *n) {
  if ((n->flags & NUMBER_BARE) == 0 || !is_quote(f, n->last)) return false;
  for (size_t words = 1; words <= QUOTED_WORDS && n->first >= f->unit->first + words + 1; words++) {
    size_t at = n->first - words;
    if (!figure_is_word(f, at) || figure_hit(f, at, ISNAD_TABLE_VERBS) != NULL || figure_hit(f, at, ISNAD_TABLE_BOUNDS) != NULL) return false;
    if (is_quote(f, at - 1)) return true;
  }
  return false;
}

bool figure_counts_nothing(const figure_scan *f, const number *n) {
  bool definite = false;
  size_t first = figure_number_first(f, n, &definite);
  if (is_in_time(f, n) || is_told_as_time(f, n, first)) return true;
  if ((n->flags & NUMBER_DIGITS) == 0) return is_named(f, n, first);
  if (is_bracketed(f, n) || is_added(f, n) || is_in_name(f, n) || is_in_quoted_name(f, n)) return true;
  return is_typed_onto(f, n) || is_clock_or_date(f, n) || is_chain(f, n) || is_list_mark(f, n) || is_telephone(f, n) || is_named(f, n, first) ||
         is_year(f, n, first);
}
