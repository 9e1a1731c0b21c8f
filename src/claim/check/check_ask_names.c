/* The names of a sentence as it is asked, and the adjectives of countries. */
#include "arabic/letters.h"
#include "claim/check/check.h"
#include "entity/entity.h"
#include "tables.h"

#include <string.h>

enum { HITS = 8 };

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

/* A given name that no table has with its surname: the word behind it, when it is a rare one. */
static bool is_cut_short(const check_ask *a, const check_table *table, const check_name *n) {
  enum { RARE = 1000 };
  if (n->type != ISNAD_NAME_PERSON || n->id_count > 0 || n->last != n->first + 1 || n->last >= a->tokens->count) return false;
  const isnad_token *next = &a->tokens->items[n->last];
  uint64_t stem = check_stem(a->tokens, n->last);
  return next->kind == ISNAD_TOKEN_WORD && stem != 0 && check_rows(table, ISNAD_CHECK_WORDS_ROLE_SAME, 0, stem) == 0 &&
         !check_is(table, ISNAD_CHECK_WORDS_ROLE_PREPOSITION, stem) && isnad_arabic_frequency(next->hash) < RARE;
}

static bool is_jailing(const check_ask *a, const check_table *table, const check_name *n) {
  return n->type == ISNAD_NAME_FACILITY && n->id_count == 0 && n->last > n->first + 1 &&
         check_rows(table, ISNAD_CHECK_WORDS_ROLE_SAME, 0, check_stem(a->tokens, n->first)) != 0;
}

static void add_name(check_ask *a, isnad_arena *arena, const check_table *table, const isnad_name_note *note) {
  size_t first = check_token_at(a->tokens, note->span.begin);
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
  if (is_cut_short(a, table, n)) n->last++;
  if (is_jailing(a, table, n)) { /* "the jailing of X" is no jail */
    n->type = ISNAD_NAME_PERSON;
    n->first++;
    n->words = isnad_slice_at(a->page.text, (isnad_span){a->tokens->items[n->first].span.begin, note->span.end});
  }
  a->name_count++;
  uint32_t end = a->tokens->items[n->last - 1].span.end;
  check_hush(a,
             (isnad_span){n->first == first ? note->span.begin : a->tokens->items[n->first].span.begin, end > note->span.end ? end : note->span.end});
  check_hush(a, note->role);
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

/* "The secretary general of the League X": the body is part of his office, and asks for nothing else; a country is held against the page's. */
static void drop_offices(check_ask *a) {
  size_t kept = 0;
  for (size_t i = 0; i < a->name_count; i++) {
    uint32_t begin = a->tokens->items[a->names[i].first].span.begin;
    bool inside = false;
    for (size_t k = 0; k < a->article.name_count; k++) {
      const isnad_name_note *note = &a->article.names[k];
      bool person = note->type == ISNAD_NAME_PERSON && note->form == ISNAD_FORM_NAME;
      inside = inside || (person && begin >= note->role.begin && begin < note->role.end && a->names[i].type != ISNAD_NAME_PERSON);
    }
    if (inside && a->names[i].country != NULL && a->state_count < CHECK_MOST_STATES) a->states[a->state_count++] = a->names[i];
    if (!inside) a->names[kept++] = a->names[i];
  }
  a->name_count = kept;
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

/* In the order of the sentence: who does it is looked for among the first two. Adjectives come behind all names. */
static void sort_names(check_ask *a) {
  for (size_t i = 1; i < a->name_count; i++) {
    check_name n = a->names[i];
    size_t k = i;
    for (; k > 0 && a->names[k - 1].first > n.first; k--) a->names[k] = a->names[k - 1];
    a->names[k] = n;
  }
}

void check_ask_names(check_ask *a, isnad_arena *arena, const check_table *table) {
  for (size_t i = 0; i < a->article.name_count; i++) add_name(a, arena, table, &a->article.names[i]);
  drop_offices(a);
  add_surnames(a, table);
  sort_names(a);
  add_nations(a);
}
