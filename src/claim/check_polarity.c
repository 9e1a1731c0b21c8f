/* Whether a page says the opposite of what is asked: it denies it, negates it, or has the opposite word (data/ar/check_words.tsv). */
#include "claim/check.h"
#include "claim/wording.h"
#include "tables.h"

#include <string.h>

enum { HITS = 8, DENIAL_REACH = 8, STATEMENT_REACH = 3, NEGATION_REACH = 4, MAIN_WORDS = 3, MOST_ROWS_OF_WORDS = 64 /* a bit each */ };

/* --- the words of the table --- */

static isnad_slice next_form(isnad_slice *rest) {
  const char *bar = memchr(rest->bytes, '|', rest->length);
  isnad_slice form = {rest->bytes, bar != NULL ? (size_t)(bar - rest->bytes) : rest->length};
  *rest = (isnad_slice){rest->bytes + form.length + (bar != NULL), rest->length - form.length - (bar != NULL)};
  return form;
}

/* The word as it is matched: folded, as a stem. */
static uint64_t stem_of(isnad_arena *scratch, isnad_slice word) {
  char room[ISNAD_STEM_ROOM];
  isnad_slice folded = {NULL, 0};
  if (isnad_arabic_fold(&folded, NULL, scratch, word, ISNAD_FOLD_MATCH, NULL) != ISNAD_OK || folded.length == 0) return 0;
  return isnad_token_hash(isnad_arabic_stem(room, folded));
}

isnad_status check_words_read(check_table *out, isnad_arena *arena, isnad_err *err) {
  if (!map_new(&out->one, arena, 256) || !map_new(&out->other, arena, 256)) return isnad_arena_fail(err, arena, "claim");
  for (size_t i = 0; i < isnad_check_words_count && i < MOST_ROWS_OF_WORDS; i++) {
    const isnad_check_words_row *row = &isnad_check_words_rows[i];
    for (int side = 0; side < 2; side++) {
      const char *text = side == 0 ? row->form : row->other;
      isnad_slice rest = text != NULL ? isnad_slice_of(text) : (isnad_slice){NULL, 0};
      while (rest.length > 0) {
        uint64_t *rows = map_put(side == 0 ? &out->one : &out->other, stem_of(arena, next_form(&rest)));
        if (rows == NULL) return isnad_arena_fail(err, arena, "claim");
        *rows |= UINT64_C(1) << i;
      }
    }
  }
  return ISNAD_OK;
}

static uint64_t rows_of(const map *words, uint64_t stem) {
  const uint64_t *rows = map_get(words, stem);
  return rows != NULL ? *rows : 0;
}

static uint64_t rows_with(isnad_check_words_role role) {
  uint64_t out = 0;
  for (size_t i = 0; i < isnad_check_words_count && i < MOST_ROWS_OF_WORDS; i++)
    if (isnad_check_words_rows[i].role == role) out |= UINT64_C(1) << i;
  return out;
}

bool check_is_mutual(const check_table *table, uint64_t stem) { return (rows_of(&table->one, stem) & rows_with(ISNAD_CHECK_WORDS_ROLE_MUTUAL)) != 0; }

bool check_is_preposition(const check_table *table, uint64_t stem) {
  return (rows_of(&table->one, stem) & rows_with(ISNAD_CHECK_WORDS_ROLE_PREPOSITION)) != 0;
}

bool check_is_auxiliary(const check_table *table, uint64_t stem) {
  return (rows_of(&table->one, stem) & rows_with(ISNAD_CHECK_WORDS_ROLE_AUXILIARY)) != 0;
}

uint64_t check_stem(const isnad_tokens *tokens, size_t at) {
  char room[ISNAD_STEM_ROOM];
  return tokens->items[at].kind == ISNAD_TOKEN_WORD ? isnad_token_hash(isnad_arabic_stem(room, isnad_token_form(tokens, at))) : 0;
}

int check_wins(const check_table *table, uint64_t stem) {
  uint64_t win = rows_with(ISNAD_CHECK_WORDS_ROLE_WIN);
  return (rows_of(&table->one, stem) & win) != 0 ? 1 : (rows_of(&table->other, stem) & win) != 0 ? 2 : 0;
}

bool check_calls_untrue(const check_table *table, const isnad_tokens *tokens, size_t first, size_t last) {
  uint64_t untrue = rows_with(ISNAD_CHECK_WORDS_ROLE_UNTRUE);
  for (size_t t = first; t < last && t < tokens->count; t++)
    if ((rows_of(&table->one, check_stem(tokens, t)) & untrue) != 0) return true;
  return false;
}

/* --- denials --- */

static bool is_denial(const isnad_tokens *tokens, size_t at) {
  isnad_phrase hits[HITS];
  size_t count = isnad_phrases_at(hits, HITS, tokens, at, 1u << ISNAD_TABLE_CLAIM_WORDS, ISNAD_PHRASE_CUT);
  for (size_t i = 0; i < count; i++) {
    const isnad_claim_words_row *row = &isnad_claim_words_rows[hits[i].row];
    if (row->role == ISNAD_CLAIM_WORDS_ROLE_DENY && strcmp(row->key, "deny") == 0) return true;
  }
  return false;
}

/* "Whoever denied it once": the clause describes somebody. */
static bool is_relative(const check_table *table, const isnad_tokens *tokens, size_t at) {
  return at > 0 && (rows_of(&table->one, check_stem(tokens, at - 1)) & rows_with(ISNAD_CHECK_WORDS_ROLE_RELATIVE)) != 0;
}

bool check_denies(const check_table *table, const isnad_tokens *tokens, size_t first, size_t last) {
  for (size_t t = first; t < last && t < tokens->count; t++)
    if (tokens->items[t].kind == ISNAD_TOKEN_WORD && is_denial(tokens, t) && !is_relative(table, tokens, t)) return true;
  return false;
}

static bool ask_denies(const check_looking *l, check_range asked) {
  if (asked.verb == SIZE_MAX) return check_denies(&l->table, l->ask.tokens, asked.first, asked.last);
  return check_denies(&l->table, l->ask.tokens, asked.verb, asked.verb + 1) ||
         check_denies(&l->table, l->ask.tokens, asked.first, asked.first + STATEMENT_REACH);
}

/* Of a sentence: where what is asked begins in it a denial stands before, or among its words. */
static bool scene_denies(const check_looking *l, check_range asked, const check_scene *scene) {
  const check_page *page = scene->page;
  if (scene->statement)
    return (scene->verb != SIZE_MAX && check_denies(&l->table, &page->tokens, scene->verb, scene->verb + 1)) ||
           check_denies(&l->table, &page->tokens, scene->first, scene->first + STATEMENT_REACH);
  size_t first = SIZE_MAX, last = 0;
  for (size_t i = 0; i < l->ask.word_count; i++) {
    const check_word *w = &l->ask.words[i];
    if (w->first < asked.first || w->last > asked.last) continue;
    for (size_t t = scene->first; t < scene->last; t++)
      if (check_word_in(w, page, t, t + 1)) {
        if (t < first) first = t;
        if (t > last) last = t;
      }
  }
  if (first == SIZE_MAX) return false;
  size_t from = first > scene->first + DENIAL_REACH ? first - DENIAL_REACH : scene->first;
  return check_denies(&l->table, &page->tokens, from, last);
}

/* --- negations and opposite words --- */

static bool negates(check_looking *l, check_range asked, const check_scene *scene) {
  const check_page *page = scene->page;
  if (asked.first >= asked.last || scene->first >= scene->last) return false;
  isnad_span here = {l->ask.tokens->items[asked.first].span.begin, l->ask.tokens->items[asked.last - 1].span.end};
  isnad_span there = {page->tokens.items[scene->first].span.begin, page->tokens.items[scene->last - 1].span.end};
  isnad_slice a = isnad_slice_at(l->ask.page.text, here), b = isnad_slice_at(page->text, there);
  return wording_negates(l->scratch, a, b) || wording_negates(l->scratch, b, a);
}

/* "Not", or a word of refusing. */
static bool says_no(const check_looking *l, const isnad_tokens *tokens, size_t at) {
  if (tokens->items[at].kind != ISNAD_TOKEN_WORD) return false;
  if (wording_is_negation(tokens, at)) return true;
  return (rows_of(&l->table.one, check_stem(tokens, at)) & rows_with(ISNAD_CHECK_WORDS_ROLE_REFUSE)) != 0;
}

/* Whether a negation stands before the token; not over another word that is asked for, which it is said of. */
static bool is_negated(const check_looking *l, check_range asked, const check_page *page, size_t first, size_t at) {
  const isnad_tokens *tokens = page != NULL ? &page->tokens : l->ask.tokens;
  for (size_t t = at; t > first && t + NEGATION_REACH > at; t--) {
    if (says_no(l, tokens, t - 1)) return true;
    if (tokens->items[t - 1].kind == ISNAD_TOKEN_PUNCT) return false;
    for (size_t i = 0; i < l->ask.word_count; i++) {
      const check_word *w = &l->ask.words[i];
      if (w->first < asked.first || w->last > asked.last) continue;
      if (page == NULL ? w->first == t - 1 : check_word_in(w, page, t - 1, t)) return false;
    }
  }
  return false;
}

/* Whether the scene says no of a word that is asked for as it is, or the other way round: as it stands wherever the scene has it. One of the first
 * words: what is negated behind them is a detail. */
static bool negated_apart(const check_looking *l, check_range asked, const check_scene *scene) {
  size_t seen = 0;
  bool verb = scene->statement && scene->verb < scene->first && scene->verb + NEGATION_REACH >= scene->first;
  for (size_t i = 0; i < l->ask.word_count && seen < MAIN_WORDS; i++) {
    const check_word *w = &l->ask.words[i];
    size_t same = 0, other = 0;
    if (w->first < asked.first || w->last > asked.last) continue;
    seen++;
    bool here = is_negated(l, asked, NULL, asked.first, w->first);
    for (size_t t = scene->first; t < scene->last; t++)
      if (check_word_in(w, scene->page, t, t + 1)) {
        bool there = is_negated(l, asked, scene->page, verb ? scene->verb : scene->first, t);
        same += there == here;
        other += there != here;
      }
    if (same == 0 && other > 0) return true;
  }
  return false;
}

/* Whether a negation stands in the scene before one of the words that are asked for. */
static bool says_no_of_it(const check_looking *l, check_range asked, const check_scene *scene) {
  for (size_t t = scene->first; t < scene->last; t++) {
    if (!says_no(l, &scene->page->tokens, t)) continue;
    for (size_t i = 0; i < l->ask.word_count; i++) {
      const check_word *w = &l->ask.words[i];
      if (w->first >= asked.first && w->last <= asked.last && check_word_in(w, scene->page, t + 1, scene->last)) return true;
    }
  }
  return false;
}

/* A word of one side stands here and one of the other side there, and the word itself nowhere in the report. */
static bool turned(check_looking *l, check_range asked, const check_scene *scene) {
  uint64_t opposites = rows_with(ISNAD_CHECK_WORDS_ROLE_OPPOSITE), one = 0, other = 0;
  for (size_t t = scene->first; t < scene->last && t < scene->page->tokens.count; t++) {
    one |= rows_of(&l->table.one, scene->page->stems[t]);
    other |= rows_of(&l->table.other, scene->page->stems[t]);
  }
  for (size_t i = 0; i < l->ask.word_count; i++) {
    const check_word *w = &l->ask.words[i];
    if (w->first < asked.first || w->last > asked.last || check_word_in(w, scene->page, 0, scene->page->tokens.count)) continue;
    uint64_t here = rows_of(&l->table.one, w->stem) & opposites, there = rows_of(&l->table.other, w->stem) & opposites;
    if ((here & other & ~one) != 0 || (there & one & ~other) != 0) return true;
  }
  return false;
}

check_polarity check_opposes(check_looking *l, check_range asked, const check_scene *scene) {
  bool here = ask_denies(l, asked), there = scene_denies(l, asked, scene);
  if (here != there)
    return here && says_no_of_it(l, asked, scene) ? CHECK_UNCLEAR : CHECK_OPPOSITE; /* "denied training them": "that nobody trains them" */
  return negates(l, asked, scene) || negated_apart(l, asked, scene) || turned(l, asked, scene) ? CHECK_OPPOSITE : CHECK_ALIKE;
}
