#include "article/namesake.h"

#include "article/words.h"

#include <string.h>

enum { ROOM = 24, MOST_ROWS = 16, LOOKED_AT = 1500, AT_HOME = 3, PLACE_ADJECTIVES = 7 };

typedef struct namesakes {
  uint32_t rows[MOST_ROWS], told[MOST_ROWS];
  size_t count;
} namesakes;

static void add_rows(namesakes *n, const isnad_tokens *words, size_t first, size_t last) {
  isnad_phrase hits[ROOM];
  size_t count = isnad_phrases_at(hits, ROOM, words, first, 1u << ISNAD_TABLE_OUTLETS, ISNAD_PHRASE_CUT);
  for (size_t i = 0; i < count && i < ROOM; i++) {
    bool whole = next_word(words, hits[i].first + hits[i].count, last) == last, known = false;
    for (size_t k = 0; k < n->count; k++) known = known || n->rows[k] == hits[i].row;
    if (whole && !known && n->count < MOST_ROWS) n->rows[n->count++] = hits[i].row;
  }
}

static bool is_head(const isnad_tokens *words, size_t at) {
  isnad_phrase hit;
  return isnad_phrases_at(&hit, 1, words, at, 1u << ISNAD_TABLE_HEADS, ISNAD_PHRASE_CUT) > 0 && hit.count == 1;
}

static const char *country_of(const namesakes *n, size_t at) {
  const char *country = isnad_outlets_rows[n->rows[at]].country;
  return country != NULL ? country : "";
}

static void tell_country(namesakes *n, const char *country, uint32_t times) {
  for (size_t i = 0; country != NULL && i < n->count; i++)
    if (strcmp(country_of(n, i), country) == 0) n->told[i] += times;
}

static void count_countries(namesakes *n, const isnad_tokens *page) {
  for (size_t at = 0; at < page->count && at < LOOKED_AT;) {
    isnad_phrase hit;
    bool place = isnad_phrases_at(&hit, 1, page, at, 1u << ISNAD_TABLE_PLACES, ISNAD_PHRASE_CUT) > 0;
    if (place) tell_country(n, isnad_places_rows[hit.row].country, 1);
    at = place ? hit.first + hit.count : at + 1;
  }
}

/* «X» the Syrian: the adjective that stands behind the name, beyond marks of quotation. */
static bool tell_adjective(namesakes *n, const isnad_tokens *words, size_t last) {
  isnad_phrase hits[ROOM];
  size_t at = last;
  while (at < words->count && at < last + 2 && words->items[at].kind == ISNAD_TOKEN_PUNCT) at++;
  size_t count = at < words->count ? isnad_phrases_at(hits, ROOM, words, at, 1u << ISNAD_TABLE_PLACES, 0) : 0;
  for (size_t i = 0; i < count && i < ROOM; i++) {
    const char *country = isnad_places_rows[hits[i].row].country;
    if (hits[i].cell != PLACE_ADJECTIVES || country == NULL) continue;
    for (size_t k = 0; k < n->count; k++)
      if (strcmp(country_of(n, k), country) == 0) n->told[k] += LOOKED_AT;
    return true;
  }
  return false;
}

static const isnad_outlets_row *row_of(isnad_slice id) {
  for (uint32_t row = 0; id.length > 0 && row < isnad_outlets_count; row++)
    if (isnad_slice_is(id, isnad_outlets_rows[row].id)) return &isnad_outlets_rows[row];
  return NULL;
}

static void take_row(isnad_named *named, uint32_t row) {
  named->id = isnad_slice_of(isnad_outlets_rows[row].id);
  named->name = isnad_slice_of(isnad_outlets_rows[row].name);
  if (named->rule.table == ISNAD_TABLE_OUTLETS) named->rule.row = row;
}

/* The article's own outlet is meant by its name. */
static bool is_home(namesakes *n, isnad_named *named, const isnad_named *home) {
  for (size_t i = 0; home != NULL && home->id.length > 0 && i < n->count; i++) {
    if (!isnad_slice_is(home->id, isnad_outlets_rows[n->rows[i]].id)) continue;
    take_row(named, n->rows[i]);
    return true;
  }
  return false;
}

static size_t most_told(const namesakes *n, isnad_slice id) {
  size_t best = 0;
  for (size_t i = 1; i < n->count; i++) {
    bool same = n->told[i] == n->told[best] && isnad_slice_is(id, isnad_outlets_rows[n->rows[i]].id);
    if (n->told[i] > n->told[best] || same) best = i;
  }
  return best;
}

/* A paper in exile tells of every country, and seldom of its own: what the page names says nothing against it. */
static bool is_abroad(isnad_slice id) {
  const isnad_outlets_row *row = row_of(id);
  return row != NULL && row->country != NULL && strcmp(row->country, "GB") == 0;
}

/* With the noun before it ("the channel X") a name is that of fewer. */
static void find_rows(namesakes *n, const isnad_tokens *words, size_t first, size_t last, bool cited) {
  if (cited && first > 0 && is_head(words, first - 1)) add_rows(n, words, first - 1, last);
  if (n->count == 0) add_rows(n, words, first, last);
  if (!cited && first + 1 < last && is_head(words, first)) add_rows(n, words, first + 1, last);
}

bool article_tell_namesakes(isnad_named *named, const isnad_tokens *words, size_t first, size_t last, const isnad_page *page,
                            const isnad_named *home) {
  namesakes n = {.count = 0};
  find_rows(&n, words, first, last, home != NULL);
  if (n.count < 2) return false;
  if (is_home(&n, named, home)) return true;
  const isnad_outlets_row *at_home = home != NULL ? row_of(home->id) : NULL;
  bool adjective = home != NULL && tell_adjective(&n, words, last);
  if (!adjective && is_abroad(named->id)) return true;
  if (!adjective) count_countries(&n, &page->tokens);
  if (at_home != NULL) tell_country(&n, at_home->country, AT_HOME);
  size_t best = most_told(&n, named->id);
  if (n.told[best] > 0) {
    take_row(named, n.rows[best]);
  } else if (home == NULL) {
    *named = (isnad_named){{NULL, 0}, isnad_slice_at(words->text, span_of(words, (token_range){first, last})), named->span, named->rule};
  }
  return true;
}

bool article_is_namesake(const isnad_named *outlet, const isnad_tokens *words) {
  namesakes n = {.count = 0};
  add_rows(&n, words, 0, words->count);
  if (words->count > 1 && is_head(words, 0)) add_rows(&n, words, 1, words->count);
  for (size_t i = 0; i < n.count; i++)
    if (isnad_slice_is(outlet->id, isnad_outlets_rows[n.rows[i]].id)) return true;
  return false;
}

bool article_bracketed_outlet(isnad_named *out, const isnad_tokens *words) {
  size_t open = 0, close = words->count;
  while (open < words->count && mark_of(words, open) != '(') open++;
  if (open == 0 || open == words->count) return false;
  while (close > open && mark_of(words, close - 1) != ')') close--;
  token_range before = trimmed(words, 0, open), inside = trimmed(words, open, close);
  return (before.first < before.last && article_known_outlet(out, words, before)) ||
         (inside.first < inside.last && article_known_outlet(out, words, inside));
}
