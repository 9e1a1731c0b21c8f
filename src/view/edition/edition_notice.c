/* The words of an edition that no note tells: notices of a change, denials, other spellings. */
#include "view/edition/edition_judge.h"

#include "entity/name.h"
#include "tables.h"

enum { HITS = 8, FEW_WORDS = 5, MOST_NOTICES = 16 };

static const isnad_edition_words_row *row_at(isnad_phrase *hit, const isnad_tokens *tokens, size_t at, isnad_edition_words_role role) {
  isnad_phrase hits[HITS];
  size_t count = isnad_phrases_at(hits, HITS, tokens, at, 1u << ISNAD_TABLE_EDITION_WORDS, ISNAD_PHRASE_CUT);
  for (size_t i = 0; i < count; i++) {
    *hit = hits[i];
    if (isnad_edition_words_rows[hits[i].row].role == role) return &isnad_edition_words_rows[hits[i].row];
  }
  return NULL;
}

/* --- notices --- */

static bool is_line(const isnad_tokens *tokens, size_t at) { return at >= tokens->count || tokens->items[at].kind == ISNAD_TOKEN_LINE; }

/* "Correction:" opens a line and a mark follows, or nothing; inside a sentence it is an everyday word. */
static bool opens(const isnad_tokens *tokens, const isnad_phrase *hit) {
  size_t before = hit->first, behind = hit->first + hit->count;
  while (before > 0 && tokens->items[before - 1].kind != ISNAD_TOKEN_LINE)
    if (tokens->items[--before].kind == ISNAD_TOKEN_WORD) return false;
  return is_line(tokens, behind) || tokens->items[behind].kind == ISNAD_TOKEN_PUNCT;
}

static const char *const strange[] = {"promo",           "similar_marker",   "similar_headline", "embedded_headline", "embedded_body",
                                      "related_heading", "read_also_marker", "keywords",         "breadcrumb",        "comment_form"};

/* Whether a byte of the page is in a list or in another article. */
static bool is_strange(const edition_side *s, uint32_t at) {
  const tree *parts = tree_get(tree_get(s->record, "page"), "parts");
  isnad_span span;
  for (const tree *t = parts != NULL ? parts->first : NULL; t != NULL; t = t->next) {
    if (!tree_span(&span, t, "span") || at < span.begin || at >= span.end) continue;
    for (size_t i = 0; i < sizeof strange / sizeof strange[0]; i++)
      if (isnad_slice_is(tree_text(t, "kind"), strange[i])) return true;
  }
  return false;
}

static isnad_span line_of(const isnad_tokens *tokens, size_t at, bool next) {
  size_t first = at, last = at, words = 0;
  while (first > 0 && !is_line(tokens, first - 1)) first--;
  for (; !is_line(tokens, last); last++) words += tokens->items[last].kind == ISNAD_TOKEN_WORD;
  isnad_span span = {tokens->items[first].span.begin, tokens->items[last - 1].span.end};
  if (!next || words > FEW_WORDS) return span;
  while (last < tokens->count && is_line(tokens, last)) last++;
  if (last < tokens->count) span.end = line_of(tokens, last, false).end;
  return span;
}

/* The head of a line tells it from others. */
static bool holds(isnad_slice page, isnad_slice line) {
  enum { HEAD = 512 };
  if (line.length > HEAD) line.length = HEAD;
  if (line.length == 0 || line.length > page.length) return false;
  for (size_t at = 0; at + line.length <= page.length; at++)
    if (page.bytes[at] == line.bytes[0] && isnad_slice_equal((isnad_slice){page.bytes + at, line.length}, line)) return true;
  return false;
}

isnad_status edition_find_notice(edition_notice *out, isnad_arena *arena, const edition_side *a, const edition_side *b, isnad_err *err) {
  isnad_tokens tokens;
  unsigned old = 0;
  *out = (edition_notice){.row = 0};
  isnad_status status = isnad_arabic_tokens(&tokens, arena, b->page, err);
  for (size_t at = 0; status == ISNAD_OK && at < tokens.count && old < MOST_NOTICES; at++) {
    isnad_phrase hit;
    if (tokens.items[at].kind != ISNAD_TOKEN_WORD) continue;
    bool found = row_at(&hit, &tokens, at, ISNAD_EDITION_WORDS_ROLE_NOTICE) != NULL ||
                 (row_at(&hit, &tokens, at, ISNAD_EDITION_WORDS_ROLE_OPENS) != NULL && opens(&tokens, &hit));
    if (!found || is_strange(b, hit.span.begin)) continue;
    isnad_span line = line_of(&tokens, at, false);
    if (holds(a->page, isnad_slice_at(b->page, line))) { /* the earlier edition had it, too */
      old++;
      continue;
    }
    *out = (edition_notice){hit.span, line_of(&tokens, at, true), hit.row};
    return ISNAD_OK;
  }
  return status;
}

/* --- denials --- */

/* Words of claim_words.tsv: "denied" and its like; with `all` also the particles and whatever says no of what follows. */
static bool denies(const isnad_tokens *tokens, size_t at, bool all) {
  isnad_phrase hits[HITS];
  size_t count = isnad_phrases_at(hits, HITS, tokens, at, 1u << ISNAD_TABLE_CLAIM_WORDS | 1u << ISNAD_TABLE_VERBS, ISNAD_PHRASE_CUT);
  for (size_t i = 0; i < count; i++) {
    if (hits[i].table == ISNAD_TABLE_VERBS) {
      if (isnad_verbs_rows[hits[i].row].force == ISNAD_VERBS_FORCE_DENIES) return true;
      continue;
    }
    const isnad_claim_words_row *row = &isnad_claim_words_rows[hits[i].row];
    if (row->role != ISNAD_CLAIM_WORDS_ROLE_DENY) continue;
    isnad_slice key = isnad_slice_of(row->key);
    bool particle = isnad_slice_is(key, "not") || isnad_slice_is(key, "stop");
    if (isnad_slice_is(key, "deny") || (all && particle)) return true;
  }
  return false;
}

isnad_status edition_count_denials(uint32_t *out, isnad_arena *arena, isnad_slice words, bool all, isnad_err *err) {
  isnad_tokens tokens;
  *out = 0;
  isnad_status status = isnad_arabic_tokens(&tokens, arena, words, err);
  for (size_t at = 0; status == ISNAD_OK && at < tokens.count; at++) *out += tokens.items[at].kind == ISNAD_TOKEN_WORD && denies(&tokens, at, all);
  return status;
}

/* --- spellings --- */

enum { MOST_WORDS = 12, FOUR_LETTERS = 8, LETTERS_ROOM = 256 };

static uint32_t place_of(const isnad_tokens *tokens, size_t at) {
  isnad_phrase hits[HITS];
  size_t count = isnad_phrases_at(hits, HITS, tokens, at, 1u << ISNAD_TABLE_PLACES, ISNAD_PHRASE_CUT);
  return count > 0 && hits[0].count == 1 ? hits[0].row + 1 : 0;
}

/* One letter apart, and one of the two is no word that news uses: it was put right. */
static bool is_one_word(const isnad_tokens *a, size_t i, const isnad_tokens *b, size_t j) {
  isnad_slice x = isnad_token_form(a, i), y = isnad_token_form(b, j);
  if (isnad_slice_equal(x, y)) return true;
  uint32_t place = place_of(a, i);
  if (place != 0 && place == place_of(b, j)) return true;
  bool known = isnad_arabic_frequency(a->items[i].hash) > 0 && isnad_arabic_frequency(b->items[j].hash) > 0;
  return !known && x.length >= FOUR_LETTERS && y.length >= FOUR_LETTERS && entity_word_edits(x, y) == 1;
}

static size_t join_words(char room[LETTERS_ROOM], size_t *places, size_t *count, const isnad_tokens *tokens) {
  size_t length = 0;
  *count = 0;
  for (size_t i = 0; i < tokens->count; i++) {
    isnad_slice form = isnad_token_form(tokens, i);
    if (tokens->items[i].kind != ISNAD_TOKEN_WORD && tokens->items[i].kind != ISNAD_TOKEN_NUMBER) continue;
    if (*count == MOST_WORDS || length + form.length > LETTERS_ROOM) return 0;
    for (size_t k = 0; k < form.length; k++) room[length++] = form.bytes[k];
    places[(*count)++] = i;
  }
  return length;
}

isnad_status edition_same_spelling(bool *out, isnad_arena *arena, isnad_slice a, isnad_slice b, isnad_err *err) {
  isnad_tokens x, y;
  char x_letters[LETTERS_ROOM], y_letters[LETTERS_ROOM];
  size_t x_at[MOST_WORDS], y_at[MOST_WORDS], x_count = 0, y_count = 0;
  isnad_status status = isnad_arabic_tokens(&x, arena, a, err);
  if (status == ISNAD_OK) status = isnad_arabic_tokens(&y, arena, b, err);
  if (status != ISNAD_OK) return status;
  isnad_slice one = {x_letters, join_words(x_letters, x_at, &x_count, &x)}, other = {y_letters, join_words(y_letters, y_at, &y_count, &y)};
  *out = one.length > 0 && isnad_slice_equal(one, other);
  if (*out || one.length == 0 || other.length == 0 || x_count != y_count) return ISNAD_OK;
  *out = true;
  for (size_t i = 0; i < x_count && *out; i++) *out = is_one_word(&x, x_at[i], &y, y_at[i]);
  return ISNAD_OK;
}
