/* "Cairo - AFP", "Riyadh, 14 November 2024 SPA", "Doha in 5 November /QNA/ The minister said", "Baghdad/ So-and-so/ Anadolu": places, days and marks,
 * and between them the agencies and papers that the report is from. */
#include "page/dateline.h"

#include "page/chars.h"
#include "page/sign.h"
#include "tables.h"

enum { LONGEST = 40, HITS = 8, WRITER_WORDS = 5, SHORT_BYTES = 4 };

typedef struct reading {
  const isnad_tokens *t;
  size_t first, last;
  bool whole, placed;
  dateline *out;
} reading;

static bool is_mark(const reading *r, size_t at) { return !isnad_token_is_word(r->t, at); }

static uint32_t mark_of(const reading *r, size_t at) {
  size_t ignored = 0;
  return char_at(r->t->text, r->t->items[at].span.begin, &ignored);
}

static bool is_number(const reading *r, size_t at) { return at < r->last && r->t->items[at].kind == ISNAD_TOKEN_NUMBER; }

static bool is_parting(uint32_t c) { return char_is_dash(c) || c == '/' || c == '('; }

/* Marks that close a credit before the text: no comma, behind which the sentence may go on. */
static bool closes(const reading *r, size_t at) {
  if (at == r->last) return r->whole;
  uint32_t c = is_mark(r, at) ? mark_of(r, at) : 0;
  return c != 0 && c != CHAR_ARABIC_COMMA && c != ',' && c != '.';
}

static dateline_kind kind_of_credit(uint32_t row) {
  isnad_credits_kind kind = isnad_credits_rows[row].kind;
  if (kind == ISNAD_CREDITS_KIND_AGENCIES_UNNAMED) return DATELINE_UNNAMED;
  return kind == ISNAD_CREDITS_KIND_AGENCY ? DATELINE_AGENCY : DATELINE_DESK;
}

/* Short forms that are ordinary words elsewhere ("with us", "and the") need a place beside them: "Manama - BNA", "NNA - Beirut". */
static bool may_credit(const reading *r, size_t at, size_t end, const isnad_credits_row *row) {
  bool common = row->where == ISNAD_CREDITS_WHERE_TAIL || row->where == ISNAD_CREDITS_WHERE_DATELINE;
  if (!common || r->placed || row->kind != ISNAD_CREDITS_KIND_AGENCY) return true;
  return at == r->first && end + 1 < r->last && is_mark(r, end) && page_place_at(r->t, end + 1, r->last) > end + 1;
}

/* A paper or agency of the table, or one that no table knows behind its noun ("the news agency X"). */
static size_t medium_at(const reading *r, size_t at, dateline_credit *credit) {
  isnad_phrase hits[HITS];
  size_t count = isnad_phrases_at(hits, HITS, r->t, at, 1u << ISNAD_TABLE_OUTLETS | 1u << ISNAD_TABLE_HEADS, 0);
  for (size_t i = 0; i < count && i < HITS; i++) {
    bool noun = hits[i].table == ISNAD_TABLE_HEADS;
    isnad_table table = (isnad_table)hits[i].table;
    uint32_t row = hits[i].row;
    size_t end = noun ? page_outlet_at(r->t, at, r->last, true, &table, &row) : hits[i].first + hits[i].count;
    if (end == at || end > r->last || !closes(r, end) || (!noun && isnad_outlets_rows[row].kind == ISNAD_OUTLETS_KIND_PLATFORM)) continue;
    bool agency = table == ISNAD_TABLE_HEADS ? isnad_heads_rows[row].kind == ISNAD_HEADS_KIND_AGENCY
                                             : isnad_outlets_rows[row].kind == ISNAD_OUTLETS_KIND_AGENCY;
    *credit = (dateline_credit){(uint32_t)at, (uint32_t)end, agency ? DATELINE_AGENCY : DATELINE_MEDIUM, false};
    return end;
  }
  return at;
}

/* Behind the credit at a token, which a mark or the end of the line must close; `at` when there is none. */
static size_t credit_at(const reading *r, size_t at, bool dated, dateline_credit *credit) {
  uint32_t row = 0;
  size_t end = page_credit_at(r->t, at, r->last, &row);
  if (end > at && !may_credit(r, at, end, &isnad_credits_rows[row])) end = at;
  bool joined = end > at && end < r->last && is_mark(r, end) && r->out->count > 0 && at > r->first && is_mark(r, at - 1);
  if (end > at && (closes(r, end) || joined || (r->whole && end < r->last && is_mark(r, end)))) {
    *credit = (dateline_credit){(uint32_t)at, (uint32_t)end, kind_of_credit(row), false};
    return end;
  }
  return dated ? at : medium_at(r, at, credit);
}

/* Words of a day: numbers, months, weekdays, the link of two calendars; one or two letters beside a number ("in 5", "2024 m."). */
static size_t behind_day(const reading *r, size_t at) {
  isnad_phrase hit;
  if (is_number(r, at)) return at + 1;
  uint32_t tables = 1u << ISNAD_TABLE_MONTHS | 1u << ISNAD_TABLE_WEEKDAYS | 1u << ISNAD_TABLE_TIME_WORDS;
  if (isnad_phrases_at(&hit, 1, r->t, at, tables, 0) > 0 && hit.first + hit.count <= r->last) return hit.first + hit.count;
  bool small = r->t->items[at].length <= SHORT_BYTES && (is_number(r, at + 1) || (at > r->first && is_number(r, at - 1)));
  return small ? at + 1 : at;
}

/* A town that no table knows opens the line before a mark and its country: "Tel Rifaat, Syria". */
static size_t behind_place(const reading *r, size_t at) {
  size_t end = page_place_at(r->t, at, r->last);
  if (end > at || at > r->first || at + 2 >= r->last || !is_mark(r, at + 1)) return end;
  return page_place_at(r->t, at + 2, r->last) > at + 2 ? at + 1 : at;
}

/* The writer between the marks of a line, or words that say how it was made ("special"); before a text only behind the place and before a mark that
 * parts, too. `at` when they are too many. */
static size_t behind_writer(const reading *r, size_t at) {
  size_t end = at;
  while (end < r->last && !is_mark(r, end)) end++;
  bool parted = r->whole || (r->placed && end < r->last && is_parting(mark_of(r, end)));
  return parted && end - at <= WRITER_WORDS ? end : at;
}

/* Before a text a credit stands behind a place, in brackets, or at the very begin: "NNA - Beirut - ". */
static bool may_stand(const reading *r, size_t at, dateline_kind kind) {
  if (r->whole || r->placed) return true;
  return at == r->first ? kind == DATELINE_AGENCY : mark_of(r, at - 1) == '(';
}

/* Past the mark that closes the last credit and those that part it from the text. */
static size_t behind_marks(const reading *r, size_t at, size_t last) {
  const dateline *line = r->out;
  size_t before = line->count > 0 ? line->credits[line->count - 1].first : 0;
  bool quoted = before > r->first && r->t->items[before - 1].kind == ISNAD_TOKEN_QUOTE;
  if (quoted && at < last && r->t->items[at].kind == ISNAD_TOKEN_QUOTE) at++;
  while (at < last && r->t->items[at].kind == ISNAD_TOKEN_PUNCT) at++;
  return at;
}

static void keep(const reading *r, dateline_credit credit) {
  credit.placed = r->placed;
  if (credit.kind != DATELINE_DESK && r->out->count < DATELINE_MOST) r->out->credits[r->out->count++] = credit;
}

bool page_dateline(dateline *out, const isnad_tokens *tokens, size_t first, size_t last, bool whole) {
  *out = (dateline){.count = 0};
  reading r = {tokens, first, last < first + LONGEST ? last : first + LONGEST, whole && last <= first + LONGEST, false, out};
  bool dated = false; /* the words before are a day's */
  for (size_t at = first; at < r.last;) {
    dateline_credit credit = {0};
    if (is_mark(&r, at)) {
      dated = false;
      at++;
      continue;
    }
    bool apart = at == first || is_mark(&r, at - 1);
    size_t place = behind_place(&r, at), end = apart || dated ? credit_at(&r, at, dated && !apart, &credit) : at;
    if (end > at && !may_stand(&r, at, credit.kind)) end = at;
    bool town =
        place > at && place >= end && credit.kind == DATELINE_MEDIUM && out->count == 0 && !r.placed; /* "Amman - al-Ghad -": the city, no paper */
    if (end > at && !town) {
      keep(&r, credit);
      out->end = at = end;
      continue;
    }
    size_t day = place > at ? at : behind_day(&r, at);
    if (place > at && apart) r.placed = true;
    dated = day > at;
    end = place > at ? place : day > at ? day : behind_writer(&r, at);
    if (end == at) break;
    at = end;
  }
  out->end = behind_marks(&r, out->end, last);
  return out->count > 0;
}

bool page_signature(dateline *out, const isnad_tokens *tokens, size_t first, size_t last) {
  enum { LETTER_BYTES = 2 };
  if (!page_dateline(out, tokens, first, last, true)) return false;
  size_t at = first;
  for (size_t i = 0; i <= out->count; i++) {
    size_t end = i < out->count ? out->credits[i].first : last;
    for (; at < end; at++)
      if (isnad_token_is_word(tokens, at) && tokens->items[at].length > LETTER_BYTES) return false;
    if (i < out->count) at = out->credits[i].last;
  }
  return true;
}
