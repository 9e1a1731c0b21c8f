/* The clauses of a query as one expression of FTS5: which are left out, and how they are joined. */
#include "search/expression.h"

/* A stop word asks for nothing beside words that do. */
static isnad_status is_empty(bool *out, expression *e, uint32_t at) {
  const isnad_search_clause *c = &e->query->clauses[at];
  isnad_tokens tokens;
  *out = false;
  if (c->exact || c->prefix || c->excluded || (c->field != ISNAD_FIELD_TEXT && c->field != ISNAD_FIELD_TITLE)) return ISNAD_OK;
  isnad_status status = isnad_arabic_tokens(&tokens, e->arena, c->words, e->err);
  *out = status == ISNAD_OK && tokens.count == 1 && search_is_stop(&tokens.items[0]);
  return status;
}

/* Which clauses are left out: all of a group, or none. */
static isnad_status choose(bool skip[ISNAD_SEARCH_MOST_WORDS], expression *e) {
  const isnad_search_query *q = e->query;
  isnad_status status = ISNAD_OK;
  size_t left = 0;
  for (uint32_t i = 0; status == ISNAD_OK && i < q->count; i++) {
    bool shared = (i > 0 && q->clauses[i - 1].group == q->clauses[i].group) || (i + 1 < q->count && q->clauses[i + 1].group == q->clauses[i].group);
    status = shared ? ISNAD_OK : is_empty(&skip[i], e, i);
    left += !skip[i] && !q->clauses[i].excluded;
  }
  for (uint32_t i = 0; left == 0 && i < q->count; i++) skip[i] = false;
  return status;
}

static void add_or(expression *e, size_t before) {
  if (e->match.length > before) buf_add_text(&e->match, " OR ");
}

static isnad_status write_group(expression *e, uint32_t first, uint32_t last) {
  isnad_status status = ISNAD_OK;
  buf_add_char(&e->match, '(');
  size_t before = e->match.length;
  for (uint32_t i = first; status == ISNAD_OK && i < last; i++) {
    add_or(e, before);
    status = expression_clause(e, i);
  }
  buf_add_char(&e->match, ')');
  return status;
}

static uint32_t group_end(const isnad_search_query *q, uint32_t first) {
  uint32_t last = first + 1;
  while (last < q->count && q->clauses[last].group == q->clauses[first].group) last++;
  return last;
}

/* The groups of one kind, joined by `word`. */
static isnad_status write_groups(expression *e, const bool skip[ISNAD_SEARCH_MOST_WORDS], bool excluded, const char *word) {
  const isnad_search_query *q = e->query;
  isnad_status status = ISNAD_OK;
  size_t before = e->match.length;
  for (uint32_t i = 0, last = 0; status == ISNAD_OK && i < q->count; i = last) {
    last = group_end(q, i);
    if (skip[i] || q->clauses[i].excluded != excluded) continue;
    if (e->match.length > before) buf_add_text(&e->match, word);
    status = write_group(e, i, last);
  }
  return status;
}

/* Names with bearers. One that is an alternative to words stays a word: FTS5 must see the whole of the alternatives. */
static isnad_status find_bearers(bool skip[ISNAD_SEARCH_MOST_WORDS], expression *e) {
  isnad_status status = ISNAD_OK;
  for (uint32_t i = 0, last = 0; status == ISNAD_OK && i < e->query->count; i = last) {
    search_bearers *found[ISNAD_SEARCH_MOST_WORDS] = {NULL};
    bool all = true;
    last = group_end(e->query, i);
    for (uint32_t at = i; status == ISNAD_OK && all && at < last; at++) {
      status = bearers_find(&found[at], e->arena, e->store, e->facts, &e->query->clauses[at], e->err);
      all = found[at] != NULL;
    }
    for (uint32_t at = i; all && at < last; at++) {
      e->bearers[at] = found[at];
      skip[at] = true;
    }
  }
  return status;
}

/* Whether a group of this kind is left to be written. */
static bool has_words(const expression *e, const bool skip[ISNAD_SEARCH_MOST_WORDS], bool excluded) {
  for (size_t i = 0; i < e->query->count; i++)
    if (!skip[i] && e->query->clauses[i].excluded == excluded) return true;
  return false;
}

isnad_status expression_write(expression *e) {
  bool skip[ISNAD_SEARCH_MOST_WORDS] = {false};
  e->match = buf_new(e->arena, 1024);
  for (size_t i = 0; i < ISNAD_SEARCH_MOST_WORDS; i++) e->reports[i] = UINT64_MAX;
  isnad_status status = choose(skip, e);
  if (status == ISNAD_OK) status = find_bearers(skip, e);
  if (status != ISNAD_OK) return status;
  bool wanted = has_words(e, skip, false), excluded = has_words(e, skip, true);
  e->match_excludes = excluded && !wanted;
  if (wanted && excluded) buf_add_char(&e->match, '(');
  if (wanted) status = write_groups(e, skip, false, " AND ");
  if (wanted && excluded) buf_add_text(&e->match, ") NOT (");
  if (excluded && status == ISNAD_OK) status = write_groups(e, skip, true, " OR ");
  if (wanted && excluded) buf_add_char(&e->match, ')');
  return status == ISNAD_OK ? buf_status(&e->match, "search", e->err) : status;
}
