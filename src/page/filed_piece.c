/* The pieces of a line of origin: what the tables tell each of them to be. */
#include "page/filed_read.h"

#include "isnad/stamp.h"
#include "page/chars.h"
#include "page/sign.h"

#include <string.h>

enum { HITS = 8, NAME_WORDS = 8, HEADED_WORDS = 5, SHORT_BYTES = 4 };

static uint32_t mark_of(const isnad_tokens *t, size_t at) {
  size_t ignored = 0;
  return isnad_token_is_word(t, at) ? 0 : char_at(t->text, t->items[at].span.begin, &ignored);
}

/* A stroke of tatweel is a dash. */
static bool is_dash(const isnad_tokens *t, size_t at) { return char_is_dash(mark_of(t, at)) || isnad_slice_is(isnad_token_form(t, at), "-"); }

bool filed_parts(const isnad_tokens *t, size_t at) {
  uint32_t c = mark_of(t, at);
  if (c == 0) return false;
  bool bracket = c == '(' || c == ')' || c == '[' || c == ']';
  return bracket || c == ':' || c == '/' || c == '|' || c == '_' || c == '>' || t->items[at].kind == ISNAD_TOKEN_QUOTE || char_is_bullet(c) ||
         is_dash(t, at);
}

/* Does the token, or the end of the line, close a piece? */
static bool closes(const filed_reading *r, size_t at) {
  uint32_t c = at < r->last ? mark_of(r->t, at) : 0;
  return at >= r->last || filed_parts(r->t, at) || (r->whole && (c == ',' || c == CHAR_ARABIC_COMMA));
}

static size_t next_mark(const filed_reading *r, size_t at) {
  while (at < r->last && !filed_parts(r->t, at)) at++;
  return at;
}

/* --- rows of bylines.tsv --- */

static size_t form_at(const isnad_tokens *t, size_t at, size_t last, const char *form) {
  isnad_slice rest = isnad_slice_of(form);
  size_t begin = at;
  while (rest.length > 0) {
    if (at >= last || !isnad_token_is_word(t, at)) return 0;
    isnad_slice word = isnad_token_form(t, at);
    if (!isnad_slice_starts(rest, word)) return 0;
    bool more = rest.length > word.length;
    if (more && rest.bytes[word.length] != ' ') return 0;
    rest.bytes += word.length + more;
    rest.length -= word.length + more;
    at++;
  }
  return at - begin;
}

/* The first row whose role is not before this one; the rows stand in the order of their roles. */
static size_t rows_from(unsigned role) {
  size_t low = 0, high = isnad_bylines_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if ((unsigned)isnad_bylines_rows[middle].role < role)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

size_t page_byline_words(const isnad_tokens *tokens, size_t at, size_t last, isnad_bylines_role role) {
  size_t best = 0, end = rows_from((unsigned)role + 1);
  isnad_slice word = at < last ? isnad_token_form(tokens, at) : (isnad_slice){NULL, 0};
  for (size_t i = rows_from((unsigned)role); word.length > 1 && i < end; i++) {
    const char *form = isnad_bylines_rows[i].form;
    if (form[0] != word.bytes[0] || form[1] != word.bytes[1] || (word.length > 3 && memcmp(form, word.bytes, 4) != 0)) continue;
    size_t length = form_at(tokens, at, last, form);
    if (length > best) best = length;
  }
  return best;
}

/* --- the kinds of pieces; each returns the token behind it, or `at` --- */

static bool is_number(const filed_reading *r, size_t at) { return at < r->last && r->t->items[at].kind == ISNAD_TOKEN_NUMBER; }

/* Words of publication stamps, as the head of time_words.tsv lists them. */
static bool is_of_stamp(isnad_time_words_role role) {
  return role == ISNAD_TIME_WORDS_ROLE_AMPM || role == ISNAD_TIME_WORDS_ROLE_ZONE || role == ISNAD_TIME_WORDS_ROLE_AGO ||
         role == ISNAD_TIME_WORDS_ROLE_UNIT || role == ISNAD_TIME_WORDS_ROLE_DUAL || role == ISNAD_TIME_WORDS_ROLE_DAY ||
         role == ISNAD_TIME_WORDS_ROLE_NOW || role == ISNAD_TIME_WORDS_ROLE_CLOCK || role == ISNAD_TIME_WORDS_ROLE_ERA ||
         role == ISNAD_TIME_WORDS_ROLE_LINK || role == ISNAD_TIME_WORDS_ROLE_SUFFIX;
}

/* One word of a day: a number, a month, a weekday, what tells a time, one or two letters beside a number. */
static size_t behind_day_word(const filed_reading *r, size_t at) {
  isnad_phrase hits[HITS];
  if (is_number(r, at)) return at + 1;
  if (at >= r->last || !isnad_token_is_word(r->t, at)) return at;
  bool numbered = is_number(r, at + 1) || (at > r->first && is_number(r, at - 1));
  if (r->t->items[at].length <= SHORT_BYTES) return numbered ? at + 1 : at;
  uint32_t tables = 1u << ISNAD_TABLE_MONTHS | 1u << ISNAD_TABLE_WEEKDAYS | 1u << ISNAD_TABLE_TIME_WORDS;
  size_t count = isnad_phrases_at(hits, HITS, r->t, at, tables, 0);
  for (size_t i = 0; i < count && i < HITS; i++) {
    size_t end = hits[i].first + hits[i].count;
    bool month = hits[i].table == ISNAD_TABLE_MONTHS; /* some are names, too */
    if (end > r->last || (month && !numbered && !is_number(r, end))) continue;
    if (hits[i].table != ISNAD_TABLE_TIME_WORDS || is_of_stamp(isnad_time_words_rows[hits[i].row].role)) return end;
  }
  return at;
}

/* A date and its clock time, marks between its words; what the line says of the issue is part of it. */
static size_t behind_day(const filed_reading *r, size_t at) {
  isnad_phrase hit;
  size_t end = at;
  bool labelled = isnad_phrases_at(&hit, 1, r->t, at, 1u << ISNAD_TABLE_MARKERS, 0) > 0 && hit.first + hit.count <= r->last &&
                  isnad_markers_rows[hit.row].kind == ISNAD_MARKERS_KIND_DATELINE;
  if (labelled && hit.first + hit.count < r->last) end = hit.first + hit.count;
  for (size_t next = end; next < r->last;) {
    size_t behind = behind_day_word(r, next);
    if (behind > next) {
      end = next = behind;
      continue;
    }
    bool day_behind = end > at && !isnad_token_is_word(r->t, next) && next + 1 < r->last && behind_day_word(r, next + 1) > next + 1;
    uint32_t c = mark_of(r->t, next);
    if (!day_behind || c == '(' || c == '|' || char_is_bullet(c)) break;
    next++;
  }
  return end;
}

/* A label of writers; one that ends in a colon wants a mark behind it, or the end of the line before the name. */
static size_t behind_label(const filed_reading *r, size_t at) {
  isnad_phrase hits[HITS];
  size_t count = isnad_phrases_at(hits, HITS, r->t, at, 1u << ISNAD_TABLE_MARKERS, 0);
  for (size_t i = 0; i < count && i < HITS; i++) {
    const isnad_markers_row *row = &isnad_markers_rows[hits[i].row];
    size_t end = hits[i].first + hits[i].count, length = isnad_slice_of(row->marker).length;
    if (row->kind != ISNAD_MARKERS_KIND_BYLINE || row->where != ISNAD_MARKERS_WHERE_START || end + 1 > r->last) continue;
    if (row->marker[length - 1] != ':' || (end < r->last && filed_parts(r->t, end))) return end;
  }
  return at;
}

static size_t behind_credit(const filed_reading *r, size_t at, size_t stop, filed_piece *piece) {
  uint32_t row = 0;
  size_t end = page_credit_at(r->t, at, r->last, &row);
  piece->row = row;
  return end > at && (end >= stop || closes(r, end)) ? end : at;
}

/* Words that belong to a medium's name behind it: "online", its country, its name once more in Latin letters. */
static size_t behind_tail(const filed_reading *r, size_t at, size_t stop) {
  while (at < stop) {
    isnad_phrase hit;
    size_t tail = page_byline_words(r->t, at, stop, ISNAD_BYLINES_ROLE_TAIL);
    bool latin = isnad_token_is_word(r->t, at) && (r->t->items[at].flags & ISNAD_TOKEN_ARABIC) == 0 && !is_number(r, at);
    if (tail == 0 && latin) tail = 1;
    if (tail == 0 && page_place_at(r->t, at, stop) == at && isnad_token_is_word(r->t, at) &&
        isnad_phrases_at(&hit, 1, r->t, at, 1u << ISNAD_TABLE_PLACES, 0) > 0)
      tail = hit.count;
    if (tail == 0) break;
    at += tail;
  }
  return at;
}

/* A country, region or town that reports are filed from has the same name; whole parts of the world have papers named after them. */
static bool is_town(const filed_reading *r, size_t at, size_t end) {
  isnad_phrase hits[HITS];
  size_t count = isnad_phrases_at(hits, HITS, r->t, at, 1u << ISNAD_TABLE_PLACES, 0);
  for (size_t i = 0; i < count && i < HITS; i++) {
    isnad_places_kind kind = isnad_places_rows[hits[i].row].kind;
    bool world = kind == ISNAD_PLACES_KIND_OTHER || kind == ISNAD_PLACES_KIND_CONTINENT || kind == ISNAD_PLACES_KIND_SEA;
    if (!world && hits[i].first + hits[i].count >= end && page_place_at(r->t, at, r->last) >= end) return true;
  }
  return false;
}

/* A row of outlets.tsv up to the mark. */
static size_t behind_known(const filed_reading *r, size_t at, size_t stop, filed_piece *piece) {
  isnad_phrase hits[HITS];
  size_t count = isnad_phrases_at(hits, HITS, r->t, at, 1u << ISNAD_TABLE_OUTLETS, 0);
  for (size_t i = 0; i < count && i < HITS; i++) {
    size_t end = hits[i].first + hits[i].count;
    if (end > r->last || isnad_outlets_rows[hits[i].row].kind == ISNAD_OUTLETS_KIND_PLATFORM) continue;
    if (end < stop) end = behind_tail(r, end, stop);
    if (end != stop && !closes(r, end)) continue;
    isnad_phrase noun;
    bool headed = isnad_phrases_at(&noun, 1, r->t, at, 1u << ISNAD_TABLE_HEADS, 0) > 0 && noun.count < hits[i].count;
    piece->headed |= headed && isnad_heads_rows[noun.row].takes == ISNAD_HEADS_TAKES_NAME;
    piece->row = hits[i].row;
    piece->place = is_town(r, at, hits[i].first + hits[i].count);
    return end;
  }
  return at;
}

/* A noun for media and a name up to the mark, of few words. */
static size_t behind_headed(const filed_reading *r, size_t at, size_t stop, filed_piece *piece) {
  isnad_phrase hit;
  if (isnad_phrases_at(&hit, 1, r->t, at, 1u << ISNAD_TABLE_HEADS, 0) == 0) return at;
  const isnad_heads_row *head = &isnad_heads_rows[hit.row];
  bool medium = (head->kind == ISNAD_HEADS_KIND_AGENCY || head->kind == ISNAD_HEADS_KIND_OUTLET) && head->takes == ISNAD_HEADS_TAKES_NAME;
  size_t name = hit.first + hit.count;
  if (!medium || name >= stop) return at;
  if (stop - name > HEADED_WORDS) return at;
  size_t known = behind_known(r, name, stop, piece);
  if (known > name && piece->place) piece->place = false;
  piece->headed = true;
  if (known == name) piece->row = UINT32_MAX;
  return known > name ? known : stop;
}

static size_t behind_domain(const filed_reading *r, size_t at) {
  const isnad_tokens *t = r->t;
  if ((t->items[at].flags & ISNAD_TOKEN_ARABIC) != 0 || t->items[at].kind != ISNAD_TOKEN_WORD) return at;
  size_t end = at, dots = 0;
  while (end + 2 < r->last + 0 && mark_of(t, end + 1) == '.' && isnad_token_is_word(t, end + 2) &&
         (t->items[end + 1].flags & t->items[end + 2].flags & ISNAD_TOKEN_GLUED) != 0) {
    end += 2;
    dots++;
  }
  return dots > 0 ? end + 1 : at;
}

/* A town that no table knows opens a text before the day of its date line: "Debba 21 August 2025 (X) -". */
static size_t behind_town(const filed_reading *r, size_t at) {
  enum { TOWN_WORDS = 3 };
  if (r->whole || at > r->first) return at;
  for (size_t end = at + 1; end <= at + TOWN_WORDS && is_number(r, end) == false && end < r->last; end++)
    if (is_number(r, end + 1)) return behind_day(r, end + 1) > end + 2 && isnad_token_is_word(r->t, end) ? end + 1 : at;
  return is_number(r, at + 1) && behind_day(r, at + 1) > at + 2 ? at + 1 : at;
}

/* "X from Rabat": the word that ties a place to what stands before it. */
static size_t tie_in(const filed_reading *r, size_t at, size_t stop) {
  if (!r->whole) return stop;
  for (size_t i = at + 1; i + 1 < stop; i++) {
    size_t tie = isnad_token_is_word(r->t, i) ? page_byline_words(r->t, i, stop, ISNAD_BYLINES_ROLE_PLACES) : 0;
    if (tie > 0 && page_place_at(r->t, i + tie, stop) >= stop) return i;
  }
  return stop;
}

/* A date may follow without a mark. */
static size_t before_day(const filed_reading *r, size_t at, size_t stop) {
  for (size_t i = at + 1; i < stop; i++) {
    size_t end = behind_day_word(r, i);
    if (end > i && (is_number(r, i) || is_number(r, end))) return i;
  }
  return stop;
}

/* "So-and-so X": a page that sets both apart by style alone. The words before a medium, when they are a name. */
static size_t before_medium(const filed_reading *r, size_t at, size_t stop) {
  enum { LEAST = 2, MOST = 4 };
  for (size_t i = at + LEAST; r->whole && i < stop && i <= at + MOST; i++) {
    filed_piece medium = {0};
    if (behind_known(r, i, stop, &medium) > i && page_person(r->t, at, i) == PERSON_SURE) return i;
  }
  return stop;
}

/* Reads the piece at a word; returns the token behind it. */
size_t filed_read_piece(const filed_reading *r, size_t at, filed_piece *piece) {
  size_t stop = before_day(r, at, next_mark(r, at)), end = at, tie = tie_in(r, at, stop);
  if (tie < stop) stop = tie;
  *piece = (filed_piece){.first = (uint32_t)at, .kind = FILED_LABEL};
  if ((end = behind_label(r, at)) > at) return end;
  piece->kind = FILED_CREDIT;
  if ((end = behind_credit(r, at, stop, piece)) > at) return end;
  piece->kind = FILED_MEDIUM;
  if ((end = behind_known(r, at, stop, piece)) > at || (end = behind_headed(r, at, stop, piece)) > at) return end;
  piece->kind = FILED_PLACE;
  end = page_place_at(r->t, at, r->last);
  if (end > at && (end >= stop || closes(r, end) || behind_day_word(r, end) > end)) return end;
  if ((end = behind_town(r, at)) > at) return end;
  piece->kind = FILED_ISSUE;
  if (r->whole && page_byline_words(r->t, at, stop, ISNAD_BYLINES_ROLE_ISSUE) > 0) return next_mark(r, at);
  piece->kind = FILED_DAY;
  if ((end = behind_day(r, at)) > at) return end;
  piece->kind = FILED_SITE;
  if (r->whole && at > r->first && page_byline_words(r->t, at, stop, ISNAD_BYLINES_ROLE_SITE) > 0) return stop;
  piece->kind = FILED_DOMAIN;
  if ((end = behind_domain(r, at)) > at) return end;
  stop = before_medium(r, at, stop);
  piece->trust = (uint8_t)(stop - at <= 2 * NAME_WORDS ? page_person(r->t, at, stop) : PERSON_NONE);
  piece->kind = piece->trust != PERSON_NONE ? FILED_NAME : FILED_UNKNOWN;
  return stop;
}
