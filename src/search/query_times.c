/* Times in a query: ISO dates, written dates behind since:, until: and on:, relative times among the words. */
#include "search/query.h"

#include "arabic/time.h"
#include "base/clock.h"

static const uint32_t name_tables = 1u << ISNAD_TABLE_OUTLETS | 1u << ISNAD_TABLE_ORGANIZATIONS | 1u << ISNAD_TABLE_PLACES |
                                    1u << ISNAD_TABLE_THINGS | 1u << ISNAD_TABLE_PEOPLE | 1u << ISNAD_TABLE_HOLIDAYS;

enum { NAME_REACH = 4 };

/* --- ISO 8601 --- */

/* The number at token `at` when it has exactly so many digits. */
static bool digits_at(const query_reader *r, size_t at, size_t length, unsigned *value) {
  if (at >= r->tokens.count || r->tokens.items[at].kind != ISNAD_TOKEN_NUMBER) return false;
  isnad_slice form = isnad_token_form(&r->tokens, at);
  if (form.length != length) return false;
  *value = 0;
  for (size_t i = 0; i < length; i++) {
    if (form.bytes[i] < '0' || form.bytes[i] > '9') return false;
    *value = *value * 10 + (unsigned)(form.bytes[i] - '0');
  }
  return true;
}

static bool hyphen_at(const query_reader *r, size_t at) {
  if (!query_glued(r, at) || !query_glued(r, at + 1) || r->tokens.items[at].kind != ISNAD_TOKEN_PUNCT) return false;
  isnad_slice form = isnad_token_form(&r->tokens, at);
  return form.length == 1 && form.bytes[0] == '-';
}

static isnad_interval month_of(unsigned year, unsigned month) {
  unsigned next = month % 12 + 1;
  return (isnad_interval){clock_days((int64_t)year, month, 1) * DAY_SECONDS, clock_days((int64_t)year + (month == 12), next, 1) * DAY_SECONDS};
}

bool query_iso(query_reader *r, isnad_interval *out) {
  unsigned year = 0, month = 0, day = 0;
  if (!digits_at(r, r->at, 4, &year) || !hyphen_at(r, r->at + 1) || !digits_at(r, r->at + 2, 2, &month)) return false;
  if (month < 1 || month > 12 || year < 1000) return false;
  *out = month_of(year, month);
  size_t past = r->at + 3;
  if (hyphen_at(r, past) && digits_at(r, past + 1, 2, &day)) {
    int64_t first = out->from + ((int64_t)day - 1) * DAY_SECONDS;
    if (day < 1 || first >= out->to) return false;
    *out = (isnad_interval){first, first + DAY_SECONDS};
    past += 2;
  }
  if (query_glued(r, past) && r->tokens.items[past].kind != ISNAD_TOKEN_QUOTE) return false;
  r->at = past;
  return true;
}

/* --- written times --- */

static stamp_cursor cursor_at(const query_reader *r, size_t at, size_t last) {
  return (stamp_cursor){.tokens = &r->tokens, .at = at, .last = last, .cut_to = at + 1};
}

static bool read_written(const query_reader *r, size_t at, size_t last, size_t *past, time_value *v) {
  time_context x = {.now = r->now, .known = true, .nearest = true, .floating = true};
  stamp_cursor c = cursor_at(r, at, last);
  if (!time_read(&c, &x, v)) return false;
  *past = c.at;
  return (v->has_from || v->has_to) && v->grain != ISNAD_GRAIN_VAGUE && v->kind != ISNAD_TIME_RECURRING && v->kind != ISNAD_TIME_DURATION;
}

static isnad_interval interval_of(const time_value *v) {
  return (isnad_interval){v->has_from ? v->when.from : INT64_MIN, v->has_to ? v->when.to : INT64_MAX};
}

/* A name that holds the token, begun there or before it. */
static bool in_name(const query_reader *r, size_t at) {
  for (size_t first = at > NAME_REACH ? at - NAME_REACH : 0; first <= at; first++) {
    isnad_phrase hits[4];
    size_t count = isnad_phrases_at(hits, 4, &r->tokens, first, name_tables, ISNAD_PHRASE_CUT);
    if (count > 0 && hits[0].count > 1 && first + hits[0].count > at) return true;
  }
  return false;
}

/* "The national day", "the international day of ...": an adjective with the article follows. */
static bool adjective_follows(const query_reader *r, size_t past) {
  enum { ARTICLE = 4 };
  if (past >= r->tokens.count || r->tokens.items[past].kind != ISNAD_TOKEN_WORD) return false;
  isnad_cut cuts[ISNAD_MOST_CUTS];
  isnad_slice form = isnad_token_form(&r->tokens, past);
  size_t count = isnad_arabic_cuts(cuts, form);
  for (size_t i = 1; i < count; i++)
    if (cuts[i].article == ISNAD_CUT_ARTICLE && cuts[i].bytes == ARTICLE) return true;
  return false;
}

bool query_relative(query_reader *r, isnad_interval *out) {
  time_value v;
  size_t past = r->at;
  if (r->tokens.items[r->at].kind != ISNAD_TOKEN_WORD || in_name(r, r->at)) return false;
  if (!read_written(r, r->at, r->tokens.count, &past, &v) || !v.relative || v.weekday != 0) return false;
  stamp_cursor c = cursor_at(r, r->at, past);
  bool day = stamp_time_word(&c, TIME(DAY), NULL);
  if (past == r->at + 1 && (!day || adjective_follows(r, past))) return false;
  *out = interval_of(&v);
  if (out->from > r->now) return false; /* no report is of tomorrow: the word is meant */
  r->at = past;
  return true;
}

/* --- behind an operator --- */

/* The tokens of the value: those between quotation marks, or all that follow. */
static size_t value_end(query_reader *r, bool *quoted) {
  *quoted = r->at < r->tokens.count && r->tokens.items[r->at].kind == ISNAD_TOKEN_QUOTE;
  if (!*quoted) return r->tokens.count;
  r->at++;
  size_t end = r->at;
  while (end < r->tokens.count && r->tokens.items[end].kind != ISNAD_TOKEN_QUOTE) end++;
  return end;
}

static bool read_value(query_reader *r, isnad_interval *out) {
  bool quoted = false;
  unsigned year = 0;
  time_value v;
  size_t end = value_end(r, &quoted), past = r->at;
  bool read = query_iso(r, out);
  if (!read && r->at < end && read_written(r, r->at, end, &past, &v)) {
    *out = interval_of(&v);
    r->at = past;
    read = true;
  } else if (!read && digits_at(r, r->at, 4, &year)) {
    *out = (isnad_interval){month_of(year, 1).from, month_of(year, 12).to};
    r->at++;
    read = true;
  }
  if (!quoted) return read && !(query_glued(r, r->at) && r->tokens.items[r->at].kind != ISNAD_TOKEN_QUOTE);
  bool whole = r->at == end;
  r->at = end < r->tokens.count ? end + 1 : end;
  return read && whole;
}

isnad_status query_narrow(query_reader *r, isnad_interval to, size_t first) {
  isnad_interval *within = &r->out->within;
  if (!r->out->dated) *within = (isnad_interval){INT64_MIN, INT64_MAX};
  r->out->dated = true;
  if (to.from > within->from) within->from = to.from;
  if (to.to < within->to) within->to = to.to;
  return within->from < within->to ? ISNAD_OK : query_complain(r, first, r->at, "the time ends before it begins");
}

isnad_status query_time(query_reader *r, const isnad_search_words_row *row) {
  size_t first = r->at;
  isnad_interval when = {0, 0};
  if (r->at >= r->tokens.count) return query_complain(r, first > 0 ? first - 1 : 0, first, "a time must follow");
  if (!read_value(r, &when)) return query_complain(r, first, first + 1, "this is no time that can be read");
  bool beyond = row->value != NULL;
  if (row->role == ISNAD_SEARCH_WORDS_ROLE_SINCE) when = (isnad_interval){beyond ? when.to : when.from, INT64_MAX};
  if (row->role == ISNAD_SEARCH_WORDS_ROLE_UNTIL) when = (isnad_interval){INT64_MIN, beyond ? when.from : when.to};
  return query_narrow(r, when, first);
}
