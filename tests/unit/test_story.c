/* The story stage below the store: terms, times that fit, scores, and the quorum. */
#include "../support.h"

#include "isnad/isnad.h"
#include "story/score.h"
#include "story/summary_front.h"
#include "story/thread_find.h"
#include "story/weaving.h"

static const int64_t day = 86400;

/* A word of the headline is one of the lead. */
#define TERM(h, w, told, k, rare)                                                                                                                    \
  { .hash = (h), .whole = (w), .headline = (told), .kind = (k), .specific = (rare), .lead = (told) > 0 }

static void test_terms_pack(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  term terms[] = {TERM(7, 12.5F, 208, TERM_PERSON, true), TERM(9, 1.0F, 0, TERM_ORDINAL, false)}, got[MOST_TERMS];
  isnad_slice packed = terms_pack(arena, terms, 2);
  assert_int_equal(packed.length, 2 * TERM_BYTES);
  assert_int_equal(terms_unpack(got, packed), 2);
  for (size_t i = 0; i < 2; i++) {
    assert_true(got[i].hash == terms[i].hash && got[i].kind == terms[i].kind && got[i].headline == terms[i].headline &&
                got[i].specific == terms[i].specific);
    assert_true(got[i].whole > terms[i].whole - 0.02F && got[i].whole < terms[i].whole + 0.02F);
  }
  assert_int_equal(terms_unpack(got, (isnad_slice){packed.bytes, TERM_BYTES + 5}), 1);
  isnad_arena_free(arena);
}

static report dated(int64_t first_day, int64_t days) { return (report){.when = {first_day * day, (first_day + days) * day}}; }

static void test_times(void **state) {
  (void)state;
  double gap = 0;
  report monday = dated(19982, 1), thursday = dated(19985, 1), saturday = dated(19987, 1), unknown = {0}; /* 2024-09-16 is a Monday */
  report told_wednesday = {.weekday = 3}, told_tuesday = {.weekday = 2}, told_friday = {.weekday = 5};
  assert_true(reports_time_fit(&monday, &thursday, &gap) && gap == 2);
  assert_false(reports_time_fit(&monday, &saturday, &gap));
  assert_true(reports_time_fit(&unknown, &saturday, &gap));
  assert_true(reports_time_fit(&monday, &told_tuesday, &gap));
  assert_false(reports_time_fit(&monday, &told_wednesday, &gap));
  assert_true(reports_time_fit(&told_wednesday, &told_tuesday, &gap));
  assert_false(reports_time_fit(&told_tuesday, &told_friday, &gap));
}

/* Reports 0..count-1 on one day, linked as told; returns their roots. */
static void group(uint32_t *out, isnad_arena *arena, size_t count, report_link *found, size_t links_count) {
  report items[16];
  for (size_t i = 0; i < count; i++) items[i] = dated(100, 1);
  reports all = {items, count};
  links l = {found, links_count};
  assert_int_equal(groups_find(out, arena, &all, &l, NULL), ISNAD_OK);
}

static void test_groups(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  uint32_t roots[16];
  /* Two triangles held together by one strong link stay two: one of nine pairs is no average. */
  report_link chain[] = {{0, 1, 900}, {0, 2, 900}, {1, 2, 900}, {2, 3, 600}, {3, 4, 900}, {3, 5, 900}, {4, 5, 900}};
  group(roots, arena, 6, chain, 7);
  assert_true(roots[0] == 0 && roots[1] == 0 && roots[2] == 0 && roots[3] == 3 && roots[4] == 3 && roots[5] == 3);
  /* Five of nine pairs of 800 are. */
  report_link dense[] = {{0, 1, 900}, {0, 2, 900}, {0, 3, 800}, {1, 2, 900}, {1, 3, 800}, {1, 4, 800},
                         {2, 3, 800}, {2, 4, 800}, {3, 4, 900}, {3, 5, 900}, {4, 5, 900}};
  group(roots, arena, 6, dense, 11);
  for (size_t i = 0; i < 6; i++) assert_int_equal(roots[i], 0);
  isnad_arena_free(arena);
}

static void test_attaching(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  uint32_t roots[16];
  /* What no strong link holds goes to the heavier group that is near on average ... */
  report_link near_both[] = {{0, 1, 900}, {0, 4, 400}, {1, 4, 400}, {2, 3, 900}, {2, 4, 360}, {3, 4, 360}};
  group(roots, arena, 5, near_both, 6);
  assert_true(roots[4] == 0 && roots[2] == 2 && roots[3] == 2);
  /* ... not to one that attaches itself, and not by one weak pair of many. */
  report_link chain[] = {{0, 1, 900}, {0, 2, 400}, {1, 2, 400}, {2, 3, 400}};
  group(roots, arena, 4, chain, 4);
  assert_true(roots[2] == 0 && roots[3] == 3);
  report_link thin[] = {{0, 1, 900}, {0, 2, 270}};
  group(roots, arena, 3, thin, 2);
  assert_int_equal(roots[2], 2);
  /* A witness, near to one report and far from its copies, is of their event, unless they are many. */
  report_link witness[] = {{0, 1, 900}, {0, 2, 900}, {1, 2, 900}, {2, 3, 495}};
  group(roots, arena, 4, witness, 4);
  assert_int_equal(roots[3], 0);
  report_link many[] = {{0, 1, 900}, {0, 2, 900}, {0, 3, 900}, {1, 2, 900}, {1, 3, 900}, {2, 3, 900},
                        {0, 4, 900}, {1, 4, 900}, {2, 4, 900}, {3, 4, 900}, {4, 5, 495}};
  group(roots, arena, 6, many, 11);
  assert_int_equal(roots[5], 5);
  /* Two that stand alone are asked for more than one that comes to several. */
  report_link pair[] = {{0, 1, 290}, {2, 3, 310}};
  group(roots, arena, 4, pair, 2);
  assert_true(roots[1] == 1 && roots[3] == 2);
  isnad_arena_free(arena);
}

static report told(const char *name, const term *terms, uint32_t count, float norm, uint64_t body) {
  report r = dated(100, 1);
  r.name = isnad_slice_of(name);
  r.terms = terms;
  r.term_count = count;
  r.norm = norm;
  r.headline_norm = 14.14F;
  r.body_hash = body;
  for (uint32_t i = 0; i < count; i++)
    if (terms[i].headline > 0) r.told |= (uint8_t)(1u << terms[i].kind);
  return r;
}

static void test_scores(void **state) {
  (void)state;
  static const term a[] = {TERM(1, 20, 640, TERM_WORD, true), TERM(2, 20, 640, TERM_PERSON, true), TERM(3, 20, 0, TERM_WORD, true)},
                    b[] = {TERM(1, 20, 640, TERM_WORD, true), TERM(2, 20, 640, TERM_PERSON, true), TERM(4, 20, 0, TERM_WORD, false)},
                    c[] = {TERM(8, 20, 640, TERM_WORD, false), TERM(9, 20, 640, TERM_WORD, false)},
                    second[] = {TERM(1, 20, 640, TERM_WORD, true), TERM(20, 5, 320, TERM_ORDINAL, false)},
                    third[] = {TERM(1, 20, 640, TERM_WORD, true), TERM(30, 5, 320, TERM_ORDINAL, false)},
                    plain[] = {TERM(1, 20, 640, TERM_WORD, true), TERM(31, 5, 320, TERM_WORD, false)};
  report x = told("a1", a, 3, 34.64F, 1), y = told("a2", b, 3, 34.64F, 2), z = told("a3", c, 2, 28.28F, 3), late = told("a4", b, 3, 34.64F, 4);
  late.when = (isnad_interval){110 * day, 111 * day};
  assert_true(score_reports(&x, &y) == score_reports(&y, &x));
  assert_true(score_reports(&x, &y) > score_reports(&x, &z));
  assert_int_equal(score_reports(&x, &z), 0);
  assert_int_equal(score_reports(&x, &late), 0);
  y.body_hash = 1;
  assert_int_equal(score_reports(&x, &y), SCORE_ONE);
  /* The second day is not the third. */
  report two = told("a5", second, 2, 20.6F, 5), three = told("a6", third, 2, 20.6F, 6), other = told("a7", plain, 2, 20.6F, 7);
  two.bare = three.bare = other.bare = true;
  assert_true(score_reports(&two, &three) < score_reports(&two, &other));
}

static void test_keys(void **state) {
  (void)state;
  term terms[KEYS + 3];
  uint64_t keys[KEYS];
  for (uint32_t i = 0; i < KEYS + 3; i++) terms[i] = (term)TERM((uint64_t)(i + 1) << 40, 10.0F + (float)(i % 5), 0, TERM_WORD, false);
  report r = told("a1", terms, KEYS + 3, 50, 1), undated = r;
  undated.when = (isnad_interval){0, 0};
  assert_int_equal(report_keys(keys, &r), KEYS);
  assert_true(keys[0] == terms[4].hash >> 17); /* the heaviest, the first of its like */
  assert_true(cell_of(keys[0], &r) == cell_on(keys[0], 100) && cell_of(keys[0], &undated) == cell_undated(keys[0]));
  assert_true(cell_is_undated(cell_undated(keys[0])) && !cell_is_undated(cell_on(keys[0], -4)) && !cell_is_undated(cell_of_all(keys[0])));
  assert_true(key_of_cell(cell_on(keys[3], 17000)) == keys[3] && cell_on(keys[3], 17000) >> 63 == 0);
}

/* Two states meet over a dam and over a border: actors and rare words of the titles tell the two apart, and what they share is the reason told. */
static void test_thread_bonds(void **state) {
  (void)state;
  static const struct {
    const char *x, *y;
    size_t stories;
    double association;
    thread_bond bond;
  } rows[] = {
      {"per.a", "per.b", 5, 0.03, THREAD_BOND_NEAR},   /* two people */
      {"per.a", "per.b", 40, 0.5, THREAD_BOND_TWO},    /* who are in all the news */
      {"ne", "ml", 16, 0.1, THREAD_BOND_ONE},          /* neighbours in a list */
      {"ru", "kp", 4, 0.6, THREAD_BOND_NEAR},          /* a matter of two countries */
      {"per.a", "org.un.sc", 5, 0.1, THREAD_BOND_ONE}, /* an envoy and his council */
      {"per.a", "org.es.club", 12, 0.1, THREAD_BOND_TWO},
      {"org.eg.court", "eg", 3, 0.1, THREAD_BOND_ONE},
      {"org.iaea", "ir", 5, 0.1, THREAD_BOND_NEAR},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    isnad_slice x = isnad_slice_of(rows[i].x), y = isnad_slice_of(rows[i].y);
    assert_int_equal(thread_bond_of(x, y, rows[i].stories, rows[i].association), rows[i].bond);
    assert_int_equal(thread_bond_of(y, x, rows[i].stories, rows[i].association), rows[i].bond);
  }
}

/* The adjective of an area or a country in two headlines ties nothing. */
static void test_thread_words(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  thread_story story = {.title = isnad_slice_of("شركات ألمانية وأخرى أوروبية تبحث التنقيب عن الغاز")};
  assert_true(thread_words(&story, arena));
  for (uint32_t i = 0; i < story.word_count; i++) {
    assert_false(isnad_slice_equal(story.words[i].text, isnad_slice_of("أوروبية")));
    assert_false(isnad_slice_equal(story.words[i].text, isnad_slice_of("ألمانية")));
  }
  assert_true(story.word_count > 0);
  isnad_arena_free(arena);
}

/* A main actor's name is no word of its own, in whatever spelling and behind whatever preposition. */
static void test_thread_names(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  thread_actor actors[] = {{.entity = isnad_slice_of("per.vladimir-putin"), .name = isnad_slice_of("فلاديمير بوتين"), .stories = 2},
                           {.entity = isnad_slice_of("org.ru.kremlin"), .name = isnad_slice_of("الكرملين"), .stories = 2}};
  thread_story a = {.title = isnad_slice_of("بوتن يستقبل بعثة غواصات"), .actors = {0, 1}, .actor_count = 2};
  thread_story b = {.title = isnad_slice_of("هدية لبوتن في عيده"), .actors = {0, 1}, .actor_count = 2};
  threads all = {.actors = actors, .actor_count = 2, .story_count = 400};
  uint32_t pair[] = {0, 1};
  assert_true(thread_words(&a, arena) && thread_words(&b, arena));
  assert_int_equal(thread_tie_of(&all, pair, &a, &b).word_count, 0);
  isnad_arena_free(arena);
}

/* "In a separate incident" opens what is not of the story; "in a related context" only links. */
static void test_summary_openings(void **state) {
  (void)state;
  static const struct {
    const char *text;
    isnad_openings_role role;
  } rows[] = {{"وفي حادث منفصل، قتل سائق", ISNAD_OPENINGS_ROLE_LEANS},
              {"في قضية أخرى، قال المدعي", ISNAD_OPENINGS_ROLE_LEANS},
              {"وفي سياق متصل، قال الوزير", ISNAD_OPENINGS_ROLE_LINK},
              {"في مدينة أخرى قال الوزير", ISNAD_OPENINGS_ROLE_NONE}};
  isnad_arena *arena = new_arena(0);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    isnad_tokens tokens;
    size_t count = 0;
    assert_int_equal(isnad_arabic_tokens(&tokens, arena, isnad_slice_of(rows[i].text), NULL), ISNAD_OK);
    assert_int_equal(summary_opening(&count, &tokens, 0, true), rows[i].role);
  }
  isnad_arena_free(arena);
}

static void test_thread_chains(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  thread_actor actors[] = {{.name = isnad_slice_of("مصر"), .stories = 4},
                           {.name = isnad_slice_of("السودان"), .stories = 4},
                           {.name = isnad_slice_of("سامح شكري"), .stories = 2}};
  thread_story stories[] = {{.title = isnad_slice_of("جولة جديدة حول ملء خزان السد"), .actors = {0, 1, 2}, .actor_count = 3},
                            {.title = isnad_slice_of("خلاف على مثلث حلايب الحدودي"), .actors = {0, 1}, .actor_count = 2},
                            {.title = isnad_slice_of("خبراء يبحثون ملء خزان السد"), .actors = {0, 1, 2}, .actor_count = 3},
                            {.title = isnad_slice_of("مثلث حلايب يعود إلى الواجهة"), .actors = {0, 1}, .actor_count = 2}};
  for (size_t i = 0; i < 4; i++) stories[i].when = (isnad_interval){(int64_t)(100 + i) * 86400, (int64_t)(101 + i) * 86400};
  threads all = {.actors = actors, .actor_count = 3, .stories = stories, .story_count = 400};
  uint32_t pair[] = {0, 1}, order[] = {0, 1, 2, 3};
  const uint32_t *chain = thread_chains(arena, &all, pair, order, 4, THREAD_BOND_TWO);
  assert_non_null(chain);
  assert_true(chain[0] == 0 && chain[1] == 1 && chain[2] == 0 && chain[3] == 1);
  const uint32_t *near = thread_chains(arena, &all, pair, order, 4, THREAD_BOND_NEAR); /* within a month */
  assert_true(near[0] == 0 && near[1] == 0 && near[2] == 0 && near[3] == 0);
  stories[3].when = (isnad_interval){(int64_t)300 * 86400, (int64_t)301 * 86400};
  near = thread_chains(arena, &all, pair, order, 4, THREAD_BOND_NEAR); /* months later, but with a rare word */
  assert_true(near[3] == 0);
  stories[3].words_read = true;
  stories[3].word_count = 0, stories[3].word_bits = 0;
  near = thread_chains(arena, &all, pair, order, 4, THREAD_BOND_NEAR); /* months later, and with the pair alone */
  assert_true(near[0] == 0 && near[3] == 3);
  stories[3] = (thread_story){.title = stories[3].title, .actors = {0, 1}, .actor_count = 2, .when = {(int64_t)103 * 86400, (int64_t)104 * 86400}};
  assert_true(thread_words(&stories[3], arena));
  thread one = {.actors = {0, 1}, .actor_count = 2, .stories = order, .story_count = 4};
  thread_tie tie;
  assert_int_equal(thread_tied_to(&tie, &all, &one, 2), 0);
  assert_true(tie.days == 2 && tie.actor_count == 1 && tie.actors[0] == 2);
  assert_int_equal(thread_tied_to(&tie, &all, &one, 3), 1);
  assert_true(tie.word_count == 2 && tie.actor_count == 0);
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_terms_pack),       cmocka_unit_test(test_times),        cmocka_unit_test(test_groups),
      cmocka_unit_test(test_attaching),        cmocka_unit_test(test_keys),         cmocka_unit_test(test_scores),
      cmocka_unit_test(test_thread_bonds),     cmocka_unit_test(test_thread_words), cmocka_unit_test(test_thread_names),
      cmocka_unit_test(test_summary_openings), cmocka_unit_test(test_thread_chains)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
