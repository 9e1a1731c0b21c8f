/* Phrase look-up over the compiled tables: arabic_phrases.tsv, and the rules that a table of texts cannot show. */
#include "../case_table.h"

#include "isnad/arabic.h"
#include "tables.h"

static const char *tests_folder;

static isnad_tokens tokens_of(isnad_arena *arena, isnad_slice text) {
  isnad_tokens tokens;
  assert_int_equal(isnad_arabic_tokens(&tokens, arena, text, NULL), ISNAD_OK);
  return tokens;
}

/* What tells a row from the others of its table. */
static isnad_slice row_name(isnad_arena *arena, const isnad_phrase *hit) {
  switch (hit->table) {
  case ISNAD_TABLE_OUTLETS:
    return isnad_slice_of(isnad_outlets_rows[hit->row].id);
  case ISNAD_TABLE_PLACES:
    return isnad_slice_of(isnad_places_rows[hit->row].id);
  case ISNAD_TABLE_CREDITS:
    return isnad_slice_of(isnad_credits_rows[hit->row].id);
  case ISNAD_TABLE_TRIGGERS:
    return isnad_slice_of(isnad_triggers_rows[hit->row].phrase);
  case ISNAD_TABLE_MONTHS:
    return isnad_arena_printf(arena, "%u", isnad_months_rows[hit->row].month);
  case ISNAD_TABLE_WEEKDAYS:
    return isnad_arena_printf(arena, "%u", isnad_weekdays_rows[hit->row].iso);
  default:
    return S("?");
  }
}

static unsigned table_of(isnad_slice name) {
  static const char *const names[] = {"outlets", "places", "markers", "triggers", "heads", "credits", "months", "weekdays"};
  for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++)
    if (isnad_slice_equal(isnad_slice_of(names[i]), name)) return i;
  fail_msg("no table %.*s", (int)name.length, name.bytes);
  return 0;
}

static isnad_slice all_hits(isnad_arena *arena, const isnad_tokens *tokens, unsigned table) {
  isnad_slice got = {NULL, 0};
  for (size_t at = 0; at < tokens->count; at++) {
    isnad_phrase hits[8];
    size_t count = isnad_phrases_at(hits, 8, tokens, at, 1u << table, ISNAD_PHRASE_CUT);
    for (size_t i = 0; i < count; i++) {
      isnad_slice row = row_name(arena, &hits[i]), text = isnad_slice_at(tokens->text, hits[i].span);
      got = isnad_arena_printf(arena, "%.*s%s%.*s=%.*s", (int)got.length, got.bytes, got.length > 0 ? " | " : "", (int)row.length, row.bytes,
                               (int)text.length, text.bytes);
    }
  }
  return got;
}

static void test_cases(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  case_table t = read_cases(arena, tests_folder, "arabic_phrases.tsv", 4);
  int wrong = 0;
  for (size_t i = 0; i < t.count; i++) {
    isnad_tokens tokens = tokens_of(arena, t.cases[i].cells[0]);
    isnad_slice got = all_hits(arena, &tokens, table_of(t.cases[i].cells[1]));
    wrong += case_differs("arabic_phrases.tsv", &t.cases[i], "the hits", got, t.cases[i].cells[2]);
  }
  assert_int_equal(wrong, 0);
  isnad_arena_free(arena);
}

static void test_proclitics_are_cut_only_when_asked(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_tokens tokens = tokens_of(arena, S("والقاهرة"));
  isnad_phrase hit;
  assert_int_equal(isnad_phrases_at(&hit, 1, &tokens, 0, 1u << ISNAD_TABLE_PLACES, 0), 0);
  assert_int_equal(isnad_phrases_at(&hit, 1, &tokens, 0, 1u << ISNAD_TABLE_PLACES, ISNAD_PHRASE_CUT), 1);
  assert_int_equal(hit.cut, strlen("و"));
  assert_int_equal(hit.span.begin, strlen("و"));
  assert_int_equal(hit.cell, ISNAD_PLACES_CELL_NAME);
  isnad_arena_free(arena);
}

static void test_only_the_tables_asked_for(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_tokens tokens = tokens_of(arena, S("فرانس برس"));
  isnad_phrase hits[8];
  assert_int_equal(isnad_phrases_at(hits, 8, &tokens, 0, 0, 0), 0);
  assert_true(isnad_phrases_at(hits, 8, &tokens, 0, 1u << ISNAD_TABLE_OUTLETS, 0) >= 1);
  assert_int_equal(hits[0].table, ISNAD_TABLE_OUTLETS);
  size_t both = isnad_phrases_at(hits, 8, &tokens, 0, 1u << ISNAD_TABLE_OUTLETS | 1u << ISNAD_TABLE_CREDITS, 0);
  assert_true(both >= 2);
  assert_int_equal(hits[0].table, ISNAD_TABLE_OUTLETS);
  assert_int_equal(hits[both - 1].table, ISNAD_TABLE_CREDITS);
  isnad_arena_free(arena);
}

static void test_no_more_hits_than_room(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_tokens tokens = tokens_of(arena, S("فرانس برس"));
  isnad_phrase hits[2] = {{.table = 77}, {.table = 77}};
  assert_int_equal(isnad_phrases_at(hits, 0, &tokens, 0, UINT32_MAX, 0), 0);
  assert_int_equal(isnad_phrases_at(hits, 1, &tokens, 0, UINT32_MAX, 0), 1);
  assert_int_equal(hits[1].table, 77);
  isnad_arena_free(arena);
}

static isnad_slice phrase_cell(isnad_slice cells, size_t *at) {
  isnad_slice rest = {cells.bytes + *at, cells.length - *at};
  isnad_slice piece = case_cut(&rest, '|');
  *at += piece.length + 1;
  return piece;
}

static bool found(isnad_arena *arena, isnad_slice phrase, isnad_table table, uint32_t row) {
  isnad_phrase hits[64];
  isnad_tokens tokens = tokens_of(arena, phrase);
  size_t at = 0;
  while (at < tokens.count && tokens.items[at].kind != ISNAD_TOKEN_WORD && tokens.items[at].kind != ISNAD_TOKEN_NUMBER) at++;
  size_t count = at < tokens.count ? isnad_phrases_at(hits, 64, &tokens, at, 1u << table, 0) : 0;
  for (size_t i = 0; i < count; i++)
    if (hits[i].row == row) return true;
  return false;
}

static int missing(isnad_arena *arena, const char *cells, isnad_table table, uint32_t row) {
  isnad_slice all = isnad_slice_of(cells);
  int count = 0;
  isnad_arena_reset(arena);
  for (size_t at = 0; at < all.length;) {
    isnad_slice phrase = phrase_cell(all, &at);
    if (found(arena, phrase, table, row)) continue;
    print_error("%s:%u: nothing finds \"%.*s\"\n", isnad_table_file(table), (unsigned)isnad_table_line(table, row), (int)phrase.length, phrase.bytes);
    count++;
  }
  return count;
}

/* Every phrase of every table is found as it is written, with its own row among the hits. */
static void test_every_phrase_is_found(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  int lost = 0;
  for (uint32_t i = 0; i < isnad_outlets_count; i++) lost += missing(arena, isnad_outlets_rows[i].name, ISNAD_TABLE_OUTLETS, i);
  for (uint32_t i = 0; i < isnad_outlets_count; i++) lost += missing(arena, isnad_outlets_rows[i].spellings, ISNAD_TABLE_OUTLETS, i);
  for (uint32_t i = 0; i < isnad_places_count; i++) lost += missing(arena, isnad_places_rows[i].name, ISNAD_TABLE_PLACES, i);
  for (uint32_t i = 0; i < isnad_places_count; i++) lost += missing(arena, isnad_places_rows[i].spellings, ISNAD_TABLE_PLACES, i);
  for (uint32_t i = 0; i < isnad_places_count; i++) lost += missing(arena, isnad_places_rows[i].adjectives, ISNAD_TABLE_PLACES, i);
  for (uint32_t i = 0; i < isnad_markers_count; i++) lost += missing(arena, isnad_markers_rows[i].marker, ISNAD_TABLE_MARKERS, i);
  for (uint32_t i = 0; i < isnad_triggers_count; i++) lost += missing(arena, isnad_triggers_rows[i].phrase, ISNAD_TABLE_TRIGGERS, i);
  for (uint32_t i = 0; i < isnad_heads_count; i++) lost += missing(arena, isnad_heads_rows[i].noun, ISNAD_TABLE_HEADS, i);
  for (uint32_t i = 0; i < isnad_credits_count; i++) lost += missing(arena, isnad_credits_rows[i].phrase, ISNAD_TABLE_CREDITS, i);
  for (uint32_t i = 0; i < isnad_months_count; i++) lost += missing(arena, isnad_months_rows[i].form, ISNAD_TABLE_MONTHS, i);
  for (uint32_t i = 0; i < isnad_weekdays_count; i++) lost += missing(arena, isnad_weekdays_rows[i].form, ISNAD_TABLE_WEEKDAYS, i);
  for (uint32_t i = 0; i < isnad_time_words_count; i++) lost += missing(arena, isnad_time_words_rows[i].form, ISNAD_TABLE_TIME_WORDS, i);
  for (uint32_t i = 0; i < isnad_stops_count; i++) lost += missing(arena, isnad_stops_rows[i].form, ISNAD_TABLE_STOPS, i);
  assert_int_equal(lost, 0);
  isnad_arena_free(arena);
}

/* The line that a hit names is the line of the file on which its row stands. */
static void test_lines_name_the_row(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_slice file = read_file(arena, isnad_arena_printf(arena, "%s/../data/%s", tests_folder, isnad_table_file(ISNAD_TABLE_OUTLETS)).bytes);
  for (unsigned number = 1, row = 0; file.length > 0 && row < isnad_outlets_count; number++) {
    isnad_slice line = case_cut(&file, '\n');
    if (number != isnad_table_line(ISNAD_TABLE_OUTLETS, row)) continue;
    assert_slice(case_cut(&line, '\t'), isnad_slice_of(isnad_outlets_rows[row].id));
    row++;
  }
  assert_string_equal(isnad_table_file(ISNAD_TABLE_MONTHS), "months.tsv");
  isnad_arena_free(arena);
}

static void test_frequency(void **state) {
  (void)state;
  uint32_t in = isnad_arabic_frequency(isnad_token_hash(S("في"))), said = isnad_arabic_frequency(isnad_token_hash(S("قال")));
  assert_true(in > said && said > 0);
  assert_int_equal(isnad_arabic_frequency(isnad_token_hash(S("ظظظظظ"))), 0);
}

/* Stored hashes must mean the same for ever (schema 1). */
static void test_hashes_are_fixed(void **state) {
  (void)state;
  assert_int_equal(isnad_token_hash(S("isnad")), 0x184D580810554EB9u);
  assert_int_equal(isnad_token_hash(S("اسناد")), 0xDA6E8744C74EC5E4u);
}

int main(int argc, char **argv) {
  tests_folder = argc > 1 ? argv[1] : "tests";
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_cases),
      cmocka_unit_test(test_proclitics_are_cut_only_when_asked),
      cmocka_unit_test(test_only_the_tables_asked_for),
      cmocka_unit_test(test_no_more_hits_than_room),
      cmocka_unit_test(test_every_phrase_is_found),
      cmocka_unit_test(test_lines_name_the_row),
      cmocka_unit_test(test_frequency),
      cmocka_unit_test(test_hashes_are_fixed),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
