/* A sentence as it is asked: its names, days and figures, and the words that say what it is about. */
#include "claim/check/check.h"
#include "claim/listing.h"
#include "claim/stems.h"
#include "isnad/note.h"
#include "tables.h"

#include <string.h>

enum { HITS = 8, LOOSE_NUMBER_WEIGHT = 12, LIGHT_WEIGHT = 1, LAST_DAY = 31 };
size_t check_token_at(const isnad_tokens *tokens, uint32_t offset) {
  size_t at = isnad_tokens_seek(tokens, offset);
  return at > 0 && tokens->items[at - 1].span.end > offset ? at - 1 : at;
}

void check_hush(check_ask *a, isnad_span span) {
  for (size_t t = check_token_at(a->tokens, span.begin); t < a->tokens->count && a->tokens->items[t].span.begin < span.end; t++) a->silent[t] = true;
}

/* --- days --- */

size_t check_day_at(unsigned *day, unsigned *month, const isnad_tokens *tokens, size_t at) {
  isnad_phrase hit;
  isnad_slice form = isnad_token_form(tokens, at);
  if (at >= tokens->count || tokens->items[at].kind != ISNAD_TOKEN_NUMBER || form.length > 2) return 0;
  *day = 0;
  for (size_t i = 0; i < form.length; i++) {
    if (form.bytes[i] < '0' || form.bytes[i] > '9') return 0;
    *day = *day * 10 + (unsigned)(form.bytes[i] - '0');
  }
  size_t next = at + 1;
  static const char from[] = "\xD9\x85\xD9\x86"; /* "9 of March" */
  if (isnad_slice_equal(isnad_token_form(tokens, next), isnad_slice_of(from))) next++;
  if (*day == 0 || *day > LAST_DAY || next >= tokens->count) return 0;
  if (isnad_phrases_at(&hit, 1, tokens, next, 1u << ISNAD_TABLE_MONTHS, 0) == 0) return 0;
  if (isnad_months_rows[hit.row].calendar != ISNAD_MONTHS_CALENDAR_GREGORIAN) return 0;
  *month = (unsigned)isnad_months_rows[hit.row].month;
  return next + hit.count - at;
}

static void add_days(check_ask *a) {
  for (size_t t = 0; t < a->tokens->count && a->day_count < CHECK_MOST_DAYS; t++) {
    unsigned day = 0, month = 0;
    size_t taken = check_day_at(&day, &month, a->tokens, t);
    if (taken == 0) continue;
    a->days[a->day_count++] = (check_day){t, t + taken, day, month};
    for (size_t k = t; k < t + taken; k++) a->silent[k] = true;
    t += taken - 1;
  }
}

/* --- words --- */

/* Whether a statement of the sentence is reported by the token. */
static bool reports(const check_ask *a, size_t at) {
  for (size_t i = 0; i < a->article.quote_count; i++) {
    isnad_span verb = a->article.quotes[i].verb, span = a->tokens->items[at].span;
    if (verb.begin < span.end && span.begin < verb.end) return true;
  }
  return false;
}

/* Verbs that say that something is said, of whatever is said; what is an everyday word too, where it reports something. */
static bool only_says(const check_ask *a, size_t at) {
  const isnad_tokens *tokens = a->tokens;
  isnad_phrase hits[HITS];
  size_t count = isnad_phrases_at(hits, HITS, tokens, at, 1u << ISNAD_TABLE_VERBS, ISNAD_PHRASE_CUT);
  for (size_t i = 0; i < count; i++) {
    isnad_verbs_force force = isnad_verbs_rows[hits[i].row].force;
    if (force == ISNAD_VERBS_FORCE_SAYS || force == ISNAD_VERBS_FORCE_TELLS || force == ISNAD_VERBS_FORCE_CONFIRMS ||
        force == ISNAD_VERBS_FORCE_ANNOUNCES || force == ISNAD_VERBS_FORCE_EXPLAINS || force == ISNAD_VERBS_FORCE_NOTES)
      return isnad_verbs_rows[hits[i].row].sure == ISNAD_VERBS_SURE_YES || reports(a, at);
  }
  return false;
}

/* The unit of a measure or an amount: its figure has it. */
static bool is_unit(const check_ask *a, size_t at) {
  isnad_span span = a->tokens->items[at].span;
  for (size_t i = 0; i < a->article.figure_count; i++) {
    const isnad_figure_note *f = &a->article.figures[i];
    bool counts = f->kind == ISNAD_FIGURE_CARDINAL || f->kind == ISNAD_FIGURE_ORDINAL;
    if (!counts && span.begin >= f->span.begin && span.end <= f->span.end) return true;
  }
  return false;
}

/* A word that no table knows right before the name of a person, behind another word: his given name. */
static bool is_given_name(const check_ask *a, const check_table *table, size_t at) {
  if (at == 0 || check_rows(table, ISNAD_CHECK_WORDS_ROLE_SAME, 0, check_stem(a->tokens, at)) != 0) return false;
  for (size_t i = 0; i < a->name_count; i++)
    if (a->names[i].last == at && !a->names[i].adjective) return false; /* behind a name he does something */
  for (size_t i = 0; i < a->name_count; i++)
    if (a->names[i].type == ISNAD_NAME_PERSON && a->names[i].first == at + 1 && !a->names[i].office && a->silent[at - 1]) return true;
  return false;
}

static void add_word(check_ask *a, const check_table *table, const claim_listing *listing, size_t first, size_t last) {
  claim_terms terms = {.count = 0};
  char room[ISNAD_STEM_ROOM];
  bool number = a->tokens->items[first].kind == ISNAD_TOKEN_NUMBER;
  isnad_slice form = isnad_token_form(a->tokens, first);
  terms_add(&terms, listing, first, last, TERMS_STATEMENT);
  if (terms.count == 0 || a->word_count == CHECK_MOST_WORDS) return;
  check_word *w = &a->words[a->word_count++];
  *w = (check_word){.first = first, .last = last, .place = (unsigned)(a->word_count - 1)};
  for (size_t i = 0; i < terms.count && i < CHECK_WORD_TERMS; i++) {
    unsigned weight = terms.items[i] & TERM_WEIGHT;
    w->terms[w->term_count++] = terms.items[i];
    if (weight > w->weight) w->weight = weight;
  }
  if (number) w->weight = LOOSE_NUMBER_WEIGHT;
  w->stem = isnad_token_hash(number ? form : isnad_arabic_stem(room, form));
  w->root = number ? 0 : claim_root(form);
  w->same = number ? 0 : check_rows(table, ISNAD_CHECK_WORDS_ROLE_SAME, 0, w->stem);
  w->form = form;
  if (check_is(table, ISNAD_CHECK_WORDS_ROLE_LIGHT, w->stem) || check_is(table, ISNAD_CHECK_WORDS_ROLE_CLEAN, w->stem) || is_unit(a, first) ||
      is_given_name(a, table, first))
    w->weight = LIGHT_WEIGHT;
}

static void add_words(check_ask *a, const check_table *table) {
  claim_listing listing = claim_listing_of(a->tokens);
  for (size_t t = 0, taken = 1; t < a->tokens->count; t += taken) {
    isnad_phrase hit;
    uint8_t kind = a->tokens->items[t].kind;
    taken = 1;
    if (a->silent[t] || (kind != ISNAD_TOKEN_WORD && kind != ISNAD_TOKEN_NUMBER)) continue;
    if (isnad_phrases_at(&hit, 1, a->tokens, t, 1u << ISNAD_TABLE_CLAIM_WORDS, ISNAD_PHRASE_CUT) > 0) taken = hit.count;
    for (size_t k = t + 1; k < t + taken; k++)
      if (a->silent[k]) taken = 1;
    add_word(a, table, &listing, t, t + taken);
  }
}

/* --- the whole --- */

static isnad_status read_notes(check_ask *out, isnad_arena *arena, isnad_slice text, isnad_err *err) {
  isnad_capture capture = {.bytes = text, .media = ISNAD_MEDIA_TEXT};
  isnad_span *body = isnad_arena_array(arena, 1, sizeof *body);
  if (body == NULL) return isnad_arena_fail(err, arena, "claim");
  isnad_status status = isnad_page_read(&out->page, arena, &capture, err);
  if (status != ISNAD_OK) return status;
  *body = (isnad_span){0, (uint32_t)out->page.text.length};
  out->article = (isnad_article){.role = ISNAD_ROLE_LEAD, .body = body, .body_count = 1};
  status = isnad_note_article(&out->article, arena, &out->page, err);
  if (status == ISNAD_OK) status = isnad_claim_prepare(&out->prepared, arena, &out->page, &out->article, err);
  out->denied = isnad_arena_array(arena, out->article.figure_count + 1, sizeof *out->denied);
  if (out->denied == NULL) return isnad_arena_fail(err, arena, "claim");
  isnad_prepared_figure *figures = (isnad_prepared_figure *)out->prepared.figures;
  for (size_t i = 0; figures != NULL && status == ISNAD_OK && i < out->article.figure_count; i++)
    out->denied[i] = check_takes_denial(&figures[i].measure);
  return status;
}

/* "No casualties were recorded" is read as a number (check_numbers.c): where enough else is asked its words say nothing. */
enum { LEAST_BESIDE = 2 };

static void hush_none(check_ask *out) {
  for (size_t i = 0; i < out->prepared.told_count; i++) {
    const isnad_prepared_told *none = &out->prepared.told[i];
    size_t others = 0;
    for (size_t t = 0; t < out->tokens->count; t++)
      others += !out->silent[t] && (out->tokens->items[t].span.end <= none->span.begin || out->tokens->items[t].span.begin >= none->span.end);
    if (strcmp(none->kind, "none") == 0 && others >= LEAST_BESIDE) check_hush(out, none->span);
  }
}

isnad_status check_ask_read(check_ask *out, isnad_arena *arena, const check_table *table, isnad_slice text, isnad_err *err) {
  memset(out, 0, sizeof *out);
  isnad_status status = read_notes(out, arena, text, err);
  if (status != ISNAD_OK) return status;
  out->tokens = &out->page.tokens;
  out->silent = isnad_arena_array(arena, out->tokens->count + 1, sizeof *out->silent);
  if (out->silent == NULL) return isnad_arena_fail(err, arena, "claim");
  check_ask_names(out, arena, table);
  add_days(out);
  for (size_t i = 0; i < out->article.figure_count; i++) check_hush(out, out->article.figures[i].number);
  for (size_t i = 0; i < out->article.quote_count; i++) {
    check_hush(out, out->article.quotes[i].speaker);
  }
  for (size_t t = 0; t < out->tokens->count; t++) {
    size_t taken = 0;
    check_denial denial_kind = check_denial_at(&taken, out->tokens, t);
    bool denial = denial_kind != CHECK_SAYS_NOTHING && denial_kind != CHECK_BUT && taken == 1; /* it is held against the page as a whole */
    bool says_nothing = denial || only_says(out, t) || check_is(table, ISNAD_CHECK_WORDS_ROLE_AUXILIARY, check_stem(out->tokens, t));
    out->silent[t] = out->silent[t] || says_nothing;
  }
  hush_none(out);
  add_words(out, table);
  return ISNAD_OK;
}
