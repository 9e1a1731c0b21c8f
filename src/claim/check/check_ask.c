/* A sentence as it is asked: its names, days and figures, and the words that say what it is about. */
#include "arabic/letters.h"
#include "claim/check/check.h"
#include "claim/listing.h"
#include "claim/stems.h"
#include "entity/entity.h"
#include "isnad/note.h"
#include "tables.h"

#include <string.h>

enum { HITS = 8, LOOSE_NUMBER_WEIGHT = 12, LIGHT_WEIGHT = 1, LAST_DAY = 31 };

static size_t token_at(const isnad_tokens *tokens, uint32_t offset) {
  size_t at = isnad_tokens_seek(tokens, offset);
  return at > 0 && tokens->items[at - 1].span.end > offset ? at - 1 : at;
}

static void hush(check_ask *a, isnad_span span) {
  for (size_t t = token_at(a->tokens, span.begin); t < a->tokens->count && a->tokens->items[t].span.begin < span.end; t++) a->silent[t] = true;
}

/* --- names --- */

static const isnad_places_row *place_row(isnad_slice id) {
  for (size_t i = 0; id.length > 0 && i < isnad_places_count; i++)
    if (isnad_slice_equal(isnad_slice_of(isnad_places_rows[i].id), id)) return &isnad_places_rows[i];
  return NULL;
}

static void add_id(check_name *n, isnad_slice id) {
  if (id.length == 0 || id.bytes[0] == '@' || n->id_count == CHECK_MOST_IDS) return;
  for (size_t i = 0; i < n->id_count; i++)
    if (isnad_slice_equal(n->ids[i], id)) return;
  n->ids[n->id_count++] = id;
}

/* "The king of Jordan": whoever held the office. */
static void add_holders(check_name *n, isnad_arena *arena, isnad_slice office_words) {
  const char *office = entity_office_named(arena, office_words, NULL);
  entity_office row;
  for (uint32_t at = 0; office != NULL && entity_next_office(&row, &at, (isnad_slice){NULL, 0}, isnad_slice_of(office));)
    add_id(n, isnad_slice_of(row.person));
}

static bool is_kept(const isnad_name_note *n) {
  return n->type == ISNAD_NAME_PERSON || n->type == ISNAD_NAME_PLACE || n->type == ISNAD_NAME_ORGANIZATION || n->type == ISNAD_NAME_FACILITY ||
         n->type == ISNAD_NAME_PRODUCT;
}

/* "Tokyo denied", "Tokyo denies", "denied Tokyo": towns are feminine, and so is the verb of the state for which a capital stands. */
static bool is_feminine(const isnad_tokens *tokens, size_t at) {
  isnad_slice form = isnad_token_form(tokens, at);
  static const char teh[] = {(char)(0xC0 | LETTER_TEH >> 6), (char)(0x80 | (LETTER_TEH & 0x3F))};
  if (form.length <= 2 * sizeof teh || tokens->items[at].kind != ISNAD_TOKEN_WORD) return false;
  return memcmp(form.bytes, teh, sizeof teh) == 0 || memcmp(form.bytes + form.length - sizeof teh, teh, sizeof teh) == 0;
}

/* Whether a capital is told to act, and does not only say where. */
static bool acts(const check_ask *a, const check_name *n, const isnad_name_note *note) {
  bool joined = a->tokens->items[n->first].span.begin < note->span.begin;
  return !joined && ((n->first > 0 && is_feminine(a->tokens, n->first - 1)) || (n->first == 0 && is_feminine(a->tokens, n->last)));
}

/* A word that nobody knows for a name and that says what is done. */
static bool is_act(const check_ask *a, const check_table *table, const isnad_name_note *note, size_t first) {
  bool unknown = note->entity.length == 0 || note->entity.bytes[0] == '@';
  return unknown && isnad_tokens_seek(a->tokens, note->span.end) == first + 1 &&
         check_rows(table, ISNAD_CHECK_WORDS_ROLE_SAME, 0, check_stem(a->tokens, first)) != 0;
}

/* "Sixty fighters": a number that is a family name too. */
static bool is_number(const check_ask *a, isnad_span span) {
  for (size_t i = 0; i < a->article.figure_count; i++)
    if (span.begin >= a->article.figures[i].number.begin && span.end <= a->article.figures[i].number.end) return true;
  return false;
}

static bool is_jailing(const check_ask *a, const check_table *table, const check_name *n) {
  return n->type == ISNAD_NAME_FACILITY && n->id_count == 0 && n->last > n->first + 1 &&
         check_rows(table, ISNAD_CHECK_WORDS_ROLE_SAME, 0, check_stem(a->tokens, n->first)) != 0;
}

static void add_name(check_ask *a, isnad_arena *arena, const check_table *table, const isnad_name_note *note) {
  size_t first = token_at(a->tokens, note->span.begin);
  if (is_number(a, note->span)) return;
  if (!is_kept(note) || is_act(a, table, note, first) || a->name_count == CHECK_MOST_NAMES || first >= a->tokens->count || a->silent[first]) return;
  check_name *n = &a->names[a->name_count];
  *n = (check_name){.type = note->type, .first = first, .last = isnad_tokens_seek(a->tokens, note->span.end)};
  n->words = isnad_slice_at(a->page.text, note->span);
  n->canonical = note->canonical.length > 0 ? note->canonical : n->words;
  add_id(n, note->entity);
  bool nominal = note->form == ISNAD_FORM_NOMINAL;
  if (nominal && n->id_count == 0) add_holders(n, arena, note->role.begin < note->role.end ? isnad_slice_at(a->page.text, note->role) : n->words);
  if (nominal && n->id_count == 0) return; /* "the officials": words like others */
  const isnad_places_row *row = note->type == ISNAD_NAME_PLACE ? place_row(note->entity) : NULL;
  bool state = row != NULL && (row->kind == ISNAD_PLACES_KIND_COUNTRY || (row->kind == ISNAD_PLACES_KIND_CAPITAL && acts(a, n, note)));
  if (state) n->country = row->country;
  n->office = nominal;
  if (is_jailing(a, table, n)) { /* "the jailing of X" is no jail */
    n->type = ISNAD_NAME_PERSON;
    n->first++;
    n->words = isnad_slice_at(a->page.text, (isnad_span){a->tokens->items[n->first].span.begin, note->span.end});
  }
  a->name_count++;
  hush(a, (isnad_span){n->first == first ? note->span.begin : a->tokens->items[n->first].span.begin, note->span.end});
  hush(a, note->role);
}

/* A surname alone that is a word too: in a sentence of its own nothing else says whose it is, so all who are called so may be meant. */
static void add_surnames(check_ask *a, const check_table *table) {
  for (size_t t = 0; t < a->tokens->count && a->name_count < CHECK_MOST_NAMES; t++) {
    isnad_phrase hits[HITS];
    if (a->silent[t] || a->tokens->items[t].kind != ISNAD_TOKEN_WORD) continue;
    if (check_rows(table, ISNAD_CHECK_WORDS_ROLE_SAME, 0, check_stem(a->tokens, t)) != 0) continue;
    size_t count = isnad_phrases_at(hits, HITS, a->tokens, t, 1u << ISNAD_TABLE_PEOPLE, ISNAD_PHRASE_CUT);
    check_name n = {.type = ISNAD_NAME_PERSON, .first = t, .last = t + 1};
    for (size_t i = 0; i < count; i++)
      if (hits[i].cell == ISNAD_PEOPLE_CELL_SHORT_FORMS && hits[i].count == 1) add_id(&n, isnad_slice_of(isnad_people_rows[hits[i].row].id));
    if (n.id_count == 0) continue;
    n.words = n.canonical = isnad_slice_at(a->page.text, a->tokens->items[t].span);
    a->names[a->name_count++] = n;
    a->silent[t] = true;
  }
}

/* Adjectives of countries that stand in no name. */
static void add_nations(check_ask *a) {
  for (size_t t = 0; t < a->tokens->count && a->name_count < CHECK_MOST_NAMES; t++) {
    isnad_phrase hits[HITS];
    if (a->silent[t] || a->tokens->items[t].kind != ISNAD_TOKEN_WORD) continue;
    size_t count = isnad_phrases_at(hits, HITS, a->tokens, t, 1u << ISNAD_TABLE_PLACES, ISNAD_PHRASE_CUT);
    for (size_t i = 0; i < count; i++) {
      if (hits[i].cell != ISNAD_PLACES_CELL_ADJECTIVES) continue;
      check_name *n = &a->names[a->name_count++];
      *n = (check_name){.type = ISNAD_NAME_PLACE, .first = t, .last = t + hits[i].count, .adjective = true};
      n->country = isnad_places_rows[hits[i].row].country;
      n->words = n->canonical = isnad_slice_at(a->page.text, (isnad_span){a->tokens->items[t].span.begin, hits[i].span.end});
      for (size_t k = t; k < n->last; k++) a->silent[k] = true;
      break;
    }
  }
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
  return status == ISNAD_OK ? isnad_claim_prepare(&out->prepared, arena, &out->page, &out->article, err) : status;
}

isnad_status check_ask_read(check_ask *out, isnad_arena *arena, const check_table *table, isnad_slice text, isnad_err *err) {
  memset(out, 0, sizeof *out);
  isnad_status status = read_notes(out, arena, text, err);
  if (status != ISNAD_OK) return status;
  out->tokens = &out->page.tokens;
  if (!check_ask_goals(out, arena, table)) return isnad_arena_fail(err, arena, "claim");
  out->silent = isnad_arena_array(arena, out->tokens->count + 1, sizeof *out->silent);
  if (out->silent == NULL) return isnad_arena_fail(err, arena, "claim");
  for (size_t i = 0; i < out->article.name_count; i++) add_name(out, arena, table, &out->article.names[i]);
  add_surnames(out, table);
  add_nations(out);
  add_days(out);
  for (size_t i = 0; i < out->article.figure_count; i++) hush(out, out->article.figures[i].number);
  for (size_t i = 0; i < out->article.quote_count; i++) {
    hush(out, out->article.quotes[i].speaker);
  }
  for (size_t t = 0; t < out->tokens->count; t++) {
    size_t taken = 0;
    check_denial denial_kind = check_denial_at(&taken, out->tokens, t);
    bool denial = denial_kind != CHECK_SAYS_NOTHING && denial_kind != CHECK_BUT && taken == 1; /* it is held against the page as a whole */
    bool says_nothing = denial || only_says(out, t) || check_is(table, ISNAD_CHECK_WORDS_ROLE_AUXILIARY, check_stem(out->tokens, t));
    out->silent[t] = out->silent[t] || says_nothing;
  }
  add_words(out, table);
  return ISNAD_OK;
}
