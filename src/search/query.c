/* The reader of queries: tokens in, clauses out. Linear; nothing that comes in stops it but what it cannot mean. */
#include "search/query.h"

#include <string.h>

static const isnad_span nowhere = {0, 0};

isnad_status query_complain(const query_reader *r, size_t first, size_t last, const char *why) {
  isnad_span span = nowhere;
  if (first < last && last <= r->tokens.count) span = (isnad_span){r->tokens.items[first].span.begin, r->tokens.items[last - 1].span.end};
  isnad_slice words = isnad_slice_at(r->out->text, span);
  int length = words.length < 60 ? (int)words.length : 60;
  while (length > 0 && (size_t)length < words.length && ((unsigned char)words.bytes[length] & 0xC0) == 0x80) length--;
  if (length == 0) return isnad_err_set(r->err, ISNAD_BAD_INPUT, "search", span, "%s", why);
  return isnad_err_set(r->err, ISNAD_BAD_INPUT, "search", span, "%s: %.*s", why, length, words.bytes);
}

bool query_glued(const query_reader *r, size_t at) { return at < r->tokens.count && (r->tokens.items[at].flags & ISNAD_TOKEN_GLUED) != 0; }

/* --- marks --- */

static bool is_mark(const query_reader *r, size_t at, char mark) {
  if (at >= r->tokens.count) return false;
  isnad_slice form = isnad_token_form(&r->tokens, at);
  uint8_t kind = r->tokens.items[at].kind;
  return (kind == ISNAD_TOKEN_PUNCT || kind == ISNAD_TOKEN_SYMBOL) && form.length == 1 && form.bytes[0] == mark;
}

/* A hyphen, a minus sign or a dash before something, behind a space. */
static bool is_minus(const query_reader *r, size_t at) {
  isnad_slice raw = isnad_slice_at(r->out->text, r->tokens.items[at].span);
  bool dash = isnad_slice_equal(raw, (isnad_slice){"-", 1}) || isnad_slice_equal(raw, (isnad_slice){"\xE2\x88\x92", 3}) ||
              isnad_slice_equal(raw, (isnad_slice){"\xE2\x80\x93", 3});
  return dash && (at == 0 || !query_glued(r, at)) && query_glued(r, at + 1);
}

static bool is_or(const query_reader *r, size_t at) {
  if (is_mark(r, at, '|')) return true;
  if (r->tokens.items[at].kind != ISNAD_TOKEN_WORD) return false;
  if (isnad_slice_equal(isnad_slice_at(r->out->text, r->tokens.items[at].span), (isnad_slice){"OR", 2})) return true;
  const isnad_search_words_row *row = search_word(r->tokens.items[at].hash);
  return row != NULL && row->role == ISNAD_SEARCH_WORDS_ROLE_OR;
}

static bool is_quote(const query_reader *r, size_t at) { return at < r->tokens.count && r->tokens.items[at].kind == ISNAD_TOKEN_QUOTE; }

/* An apostrophe inside a word is no quotation mark. */
static bool is_apostrophe(const query_reader *r, size_t at) {
  return is_quote(r, at) && query_glued(r, at) && query_glued(r, at + 1) && search_is_word(&r->tokens.items[at - 1]) &&
         search_is_word(&r->tokens.items[at + 1]);
}

/* --- clauses --- */

typedef struct clause_head {
  isnad_search_field field;
  bool excluded, joined; /* joined: OR stands before it */
  size_t first;          /* token at which it begins */
} clause_head;

static isnad_status add(query_reader *r, const clause_head *head, size_t first, size_t last, bool exact) {
  isnad_search_query *q = r->out;
  isnad_span span = {r->tokens.items[first].span.begin, r->tokens.items[last - 1].span.end};
  uint32_t group = q->count == 0 ? 0 : q->clauses[q->count - 1].group + 1;
  if (q->count == ISNAD_SEARCH_MOST_WORDS) return query_complain(r, first, last, "too many words, the first that is too much");
  if (head->joined && (head->excluded || q->clauses[q->count - 1].excluded))
    return query_complain(r, head->first, last, "OR beside an excluded word");
  bool prefix = !exact && is_mark(r, last, '*') && query_glued(r, last);
  r->clauses[q->count++] = (isnad_search_clause){.field = head->field,
                                                 .exact = exact,
                                                 .prefix = prefix,
                                                 .excluded = head->excluded,
                                                 .group = head->joined ? group - 1 : group,
                                                 .span = span,
                                                 .words = isnad_slice_at(q->text, span)};
  r->at += prefix;
  return ISNAD_OK;
}

/* The words between two quotation marks, or to the end. */
static isnad_status read_quoted(query_reader *r, const clause_head *head) {
  size_t first = ++r->at, last = first, words = 0, begin = first, end = first;
  while (last < r->tokens.count && (!is_quote(r, last) || is_apostrophe(r, last))) last++;
  for (size_t i = first; i < last; i++) {
    if (!search_is_word(&r->tokens.items[i])) continue;
    if (words++ == 0) begin = i;
    end = i + 1;
  }
  r->at = last < r->tokens.count ? last + 1 : last;
  if (words > 0) return add(r, head, begin, end, true);
  return head->field == ISNAD_FIELD_TEXT && !head->excluded && !head->joined ? ISNAD_OK
                                                                             : query_complain(r, head->first, first, "nothing to look for");
}

/* What may join the pieces of one word: a hyphen in a name, a point in an address. */
static bool joins(const query_reader *r, size_t at) {
  bool mark = is_mark(r, at, '-') || is_mark(r, at, '.') || is_mark(r, at, '_') || is_mark(r, at, '/') || is_mark(r, at, '&') || is_apostrophe(r, at);
  return mark && query_glued(r, at) && query_glued(r, at + 1) && at + 1 < r->tokens.count && search_is_word(&r->tokens.items[at + 1]);
}

static size_t run_end(const query_reader *r, size_t at) {
  size_t last = at + 1;
  for (bool more = true; more;) {
    more = false;
    if (joins(r, last)) {
      last += 2;
      more = true;
    } else if (query_glued(r, last) && search_is_word(&r->tokens.items[last])) {
      last++;
      more = true;
    }
  }
  return last;
}

static isnad_status read_run(query_reader *r, const clause_head *head) {
  size_t first = r->at;
  r->at = run_end(r, first);
  return add(r, head, first, r->at, false);
}

/* --- fields and operators --- */

static const char *const field_names[] = {"text", "title", "by", "outlet", "source", "who", "where"};

const char *isnad_search_field_name(isnad_search_field field) {
  return (size_t)field < sizeof field_names / sizeof field_names[0] ? field_names[field] : "text";
}

static isnad_search_field field_of(const char *value) {
  for (size_t i = 1; i < sizeof field_names / sizeof field_names[0]; i++)
    if (value != NULL && strcmp(field_names[i], value) == 0) return (isnad_search_field)i;
  return ISNAD_FIELD_TEXT;
}

/* The row of a word with a colon right behind it. */
static const isnad_search_words_row *operator_at(const query_reader *r, size_t at) {
  if (r->tokens.items[at].kind != ISNAD_TOKEN_WORD || !is_mark(r, at + 1, ':') || !query_glued(r, at + 1)) return NULL;
  const isnad_search_words_row *row = search_word(r->tokens.items[at].hash);
  bool takes = row != NULL && row->role != ISNAD_SEARCH_WORDS_ROLE_NONE && row->role != ISNAD_SEARCH_WORDS_ROLE_OR;
  return takes ? row : NULL;
}

/* "since 2018-03" without a colon. */
static bool bare_operator(query_reader *r, isnad_status *status) {
  size_t first = r->at;
  isnad_interval when;
  const isnad_search_words_row *row = r->tokens.items[first].kind == ISNAD_TOKEN_WORD ? search_word(r->tokens.items[first].hash) : NULL;
  if (row == NULL || (row->role != ISNAD_SEARCH_WORDS_ROLE_SINCE && row->role != ISNAD_SEARCH_WORDS_ROLE_UNTIL)) return false;
  r->at = first + 1;
  bool dated = query_iso(r, &when);
  r->at = dated ? first + 1 : first;
  if (dated) *status = query_time(r, row);
  return dated;
}

static bool bare_time(query_reader *r, isnad_status *status) {
  size_t first = r->at;
  isnad_interval when;
  if (bare_operator(r, status)) return true;
  if (!query_iso(r, &when) && !query_relative(r, &when)) return false;
  *status = query_narrow(r, when, first);
  return true;
}

/* What stands behind "field:" or "-". */
static isnad_status read_operand(query_reader *r, const clause_head *head) {
  if (r->at >= r->tokens.count || is_or(r, r->at)) return query_complain(r, head->first, r->at, "nothing to look for");
  if (is_quote(r, r->at)) return read_quoted(r, head);
  if (search_is_word(&r->tokens.items[r->at])) return read_run(r, head);
  return query_complain(r, head->first, r->at + 1, "nothing to look for");
}

static isnad_status read_clause(query_reader *r, bool joined) {
  clause_head head = {.joined = joined, .first = r->at, .excluded = is_minus(r, r->at)};
  isnad_status status = ISNAD_OK;
  r->at += head.excluded;
  const isnad_search_words_row *row = operator_at(r, r->at);
  if (row == NULL && !head.excluded && !joined && bare_time(r, &status)) return status;
  if (row == NULL) return read_operand(r, &head);
  r->at += 2;
  if (row->role != ISNAD_SEARCH_WORDS_ROLE_FIELD)
    return head.excluded || joined ? query_complain(r, head.first, r->at, "a time can be neither excluded nor an alternative") : query_time(r, row);
  head.field = field_of(row->value);
  return read_operand(r, &head);
}

static bool begins_clause(const query_reader *r, size_t at) {
  return search_is_word(&r->tokens.items[at]) || (is_quote(r, at) && !is_apostrophe(r, at)) || is_minus(r, at);
}

static isnad_status read_clauses(query_reader *r) {
  isnad_status status = ISNAD_OK;
  bool joined = false;
  size_t joint = 0;
  while (status == ISNAD_OK && r->at < r->tokens.count) {
    if (is_or(r, r->at)) {
      if (joined || r->out->count == 0) return query_complain(r, r->at, r->at + 1, "OR with nothing before it");
      joined = true;
      joint = r->at++;
    } else if (begins_clause(r, r->at)) {
      status = read_clause(r, joined);
      joined = false;
    } else {
      r->at++;
    }
  }
  return status == ISNAD_OK && joined ? query_complain(r, joint, joint + 1, "OR with nothing behind it") : status;
}

static isnad_status judge(const query_reader *r) {
  size_t wanted = 0;
  for (size_t i = 0; i < r->out->count; i++) wanted += !r->out->clauses[i].excluded;
  if (wanted > 0 || (r->out->dated && r->out->count == 0)) return ISNAD_OK;
  if (r->out->count > 0) return query_complain(r, 0, r->tokens.count, "only what is not wanted is told; add a word that must be there");
  return isnad_err_set(r->err, ISNAD_BAD_INPUT, "search", nowhere, "the query has no word to look for");
}

isnad_status isnad_search_parse(isnad_search_query *out, isnad_arena *arena, isnad_slice text, int64_t now, isnad_err *err) {
  *out = (isnad_search_query){.text = text};
  if (text.length > ISNAD_SEARCH_LONGEST)
    return isnad_err_set(err, ISNAD_BAD_INPUT, "search", nowhere, "the query is longer than %d bytes", ISNAD_SEARCH_LONGEST);
  query_reader r = {.arena = arena, .out = out, .now = now, .err = err};
  r.clauses = isnad_arena_array(arena, ISNAD_SEARCH_MOST_WORDS, sizeof *r.clauses);
  if (r.clauses == NULL) return isnad_arena_fail(err, arena, "search");
  out->clauses = r.clauses;
  isnad_status status = isnad_arabic_tokens(&r.tokens, arena, text, err);
  if (status == ISNAD_OK) status = read_clauses(&r);
  return status == ISNAD_OK ? judge(&r) : status;
}
