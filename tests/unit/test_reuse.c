/* Fingerprints, candidates, alignment and the verdict, on made-up words. */
#include "../support.h"

#include "reuse/diff.h"
#include "reuse/judge.h"
#include "reuse/kind.h"
#include "reuse/sketch.h"
#include "reuse/weaving.h"

enum { WORDS = 400 };

/* A text of `count` words drawn from a large vocabulary, the first `headline` of them its headline. */
static reuse_text made_text(isnad_arena *arena, uint32_t count, uint32_t headline, uint64_t seed) {
  reuse_text t = {.words = isnad_arena_array(arena, count, 4),
                  .spelled = isnad_arena_array(arena, count, 4),
                  .spans = isnad_arena_array(arena, count, 8),
                  .quoted = isnad_arena_array(arena, count, 1),
                  .part = isnad_arena_array(arena, count, 4),
                  .headline = headline,
                  .count = count};
  for (uint32_t i = 0; i < count; i++) {
    t.words[i] = t.spelled[i] = (uint32_t)random_next(&seed);
    t.spans[i] = (isnad_span){8 * i, 8 * i + 7};
    t.part[i] = i < headline ? 0 : 1;
  }
  return t;
}

static void copy_words(reuse_text *to, uint32_t at, const reuse_text *from, uint32_t first, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    to->words[at + i] = from->words[first + i];
    to->spelled[at + i] = from->spelled[first + i];
  }
}

static reuse_verdict judge(isnad_arena *arena, const reuse_text *a, const reuse_text *b, bool same_outlet) {
  reuse_verdict v;
  assert_int_equal(reuse_judge(&v, arena, a, b, same_outlet, NULL), ISNAD_OK);
  return v;
}

static void finds_an_exact_passage(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  reuse_text a = made_text(arena, WORDS, 10, 1), b = made_text(arena, WORDS, 10, 2);
  copy_words(&b, 200, &a, 50, 25);
  reuse_verdict v = judge(arena, &a, &b, false);
  assert_int_equal(v.count, 1);
  align_passage p = v.passages[0];
  assert_true(p.a == 50 && p.a_end == 75 && p.b == 200 && p.b_end == 225 && p.matched == 25);
  assert_true(v.identity == 1.0 && v.a_in_b == 25.0 / WORDS);
  isnad_arena_free(arena);
}

/* Words that fold alike match; how many of them are spelled alike is counted apart, over a gap as well. */
static void counts_what_is_spelled_alike(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  reuse_text a = made_text(arena, WORDS, 0, 21), b = made_text(arena, WORDS, 0, 22);
  copy_words(&b, 100, &a, 100, 60);
  for (uint32_t i = 110; i < 120; i++) b.spelled[i]++;
  b.words[130]++;
  b.spelled[130]++;
  reuse_verdict v = judge(arena, &a, &b, false);
  assert_int_equal(v.matched, 59);
  assert_int_equal(v.alike, 49);
  isnad_arena_free(arena);
}

static void reads_on_over_edits(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  reuse_text a = made_text(arena, WORDS, 0, 3), b = made_text(arena, WORDS, 0, 4);
  copy_words(&b, 0, &a, 0, WORDS);
  uint64_t seed = 5;
  for (uint32_t i = 7; i < WORDS; i += 8) b.words[i] = (uint32_t)random_next(&seed);
  reuse_verdict v = judge(arena, &a, &b, false);
  assert_int_equal(v.count, 1);
  assert_int_equal(v.matched, WORDS - WORDS / 8);
  isnad_arena_free(arena);
}

static void keeps_moved_passages_apart(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  reuse_text a = made_text(arena, WORDS, 0, 6), b = made_text(arena, WORDS, 0, 7);
  copy_words(&b, 300, &a, 20, 40);
  copy_words(&b, 100, &a, 200, 30);
  reuse_verdict v = judge(arena, &a, &b, false);
  assert_int_equal(v.count, 2);
  assert_true(v.passages[0].a == 20 && v.passages[0].b == 300 && v.passages[1].a == 200 && v.passages[1].b == 100);
  isnad_arena_free(arena);
}

static void short_runs_count_only_in_quotes_and_headlines(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  reuse_text a = made_text(arena, WORDS, 10, 8), b = made_text(arena, WORDS, 10, 9);
  copy_words(&b, 100, &a, 50, 12);
  assert_int_equal(judge(arena, &a, &b, false).count, 0);
  memset(b.quoted + 100, 1, 12);
  assert_int_equal(judge(arena, &a, &b, false).count, 1);
  memset(b.quoted, 0, WORDS);
  copy_words(&b, 100, &a, 0, 10);
  assert_int_equal(judge(arena, &a, &b, false).count, 1);
  copy_words(&b, 50, &a, 60, 7);
  memset(b.quoted + 50, 1, 7);
  assert_int_equal(judge(arena, &a, &b, false).count, 1);
  isnad_arena_free(arena);
}

static void a_bare_headline_is_a_copy_of_the_same_headline(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  reuse_text a = made_text(arena, WORDS, 5, 10), b = made_text(arena, 5, 5, 11);
  assert_int_equal(judge(arena, &a, &b, false).count, 0);
  copy_words(&b, 0, &a, 0, 5);
  reuse_verdict v = judge(arena, &a, &b, false);
  assert_int_equal(v.count, 1);
  assert_true(v.b_in_a == 1.0);
  isnad_arena_free(arena);
}

static void an_outlets_furniture_is_no_copy(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  reuse_text a = made_text(arena, WORDS, 0, 12), b = made_text(arena, WORDS + 60, 0, 13);
  copy_words(&b, WORDS + 20, &a, WORDS - 40, 40);
  assert_int_equal(judge(arena, &a, &b, false).count, 1);
  assert_int_equal(judge(arena, &a, &b, true).count, 0);
  copy_words(&b, 60 + 100, &a, 100, 300);
  assert_int_equal(judge(arena, &a, &b, true).count, 1);
  isnad_arena_free(arena);
}

/* A paragraph that ends two reports of one outlet and speaks of what both speak of; a template speaks of nothing that is in both. */
static void a_closing_paragraph_is_a_copy(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  reuse_text a = made_text(arena, WORDS, 0, 41), b = made_text(arena, WORDS + 60, 0, 42);
  copy_words(&b, WORDS + 20, &a, WORDS - 40, 40);
  reuse_verdict v = judge(arena, &a, &b, true);
  assert_int_equal(v.count, 0);
  assert_int_equal(v.furniture, 1);
  a.rare = isnad_arena_array(arena, a.count, 1);
  b.rare = isnad_arena_array(arena, b.count, 1);
  memset(a.rare, 1, a.count);
  memset(b.rare, 1, b.count);
  for (uint32_t i = 0; i < 3; i++) {
    v = judge(arena, &a, &b, true);
    assert_int_equal(v.count, 0);
    assert_int_equal(v.furniture, 0);
    copy_words(&a, 30 + 40 * i, &a, WORDS - 30 + 5 * i, 1);
    copy_words(&b, 90 + 70 * i, &a, WORDS - 30 + 5 * i, 1);
  }
  v = judge(arena, &a, &b, true);
  assert_int_equal(v.count, 1);
  assert_int_equal(v.matched, 40);
  memset(a.rare + WORDS - 40, 0, 40);
  assert_int_equal(judge(arena, &a, &b, true).count, 0);
  isnad_arena_free(arena);
}

/* The runs of a passage cover both sides, those that are said to be the same are, and two that differ never follow each other. */
static void differences_cover_the_passage(void **state) {
  (void)state;
  uint64_t seed = 31;
  for (unsigned round = 0; round < 300; round++) {
    isnad_arena *arena = new_arena(0);
    uint32_t a_count = 1 + (uint32_t)random_below(&seed, 200), b_count = 0;
    uint32_t *a = isnad_arena_array(arena, a_count, 4), *b = isnad_arena_array(arena, 2 * a_count + 1, 4);
    for (uint32_t i = 0; i < a_count; i++) a[i] = (uint32_t)random_below(&seed, 50);
    for (uint32_t i = 0; i < a_count; i++) {
      uint64_t change = random_below(&seed, 10);
      if (change != 0) b[b_count++] = change == 1 ? 1000 : a[i];
      if (change == 2) b[b_count++] = 2000;
    }
    diff_run *runs = NULL;
    size_t count = 0;
    assert_int_equal(diff_passage(&runs, &count, arena, a, b, &(align_passage){0, a_count, 0, b_count, 0, 0}, NULL), ISNAD_OK);
    uint32_t i = 0, j = 0;
    for (size_t r = 0; r < count; r++) {
      assert_true(runs[r].a == i && runs[r].b == j);
      assert_true(runs[r].a_end > i || runs[r].b_end > j);
      for (uint32_t n = 0; runs[r].same && n < runs[r].a_end - i; n++) assert_int_equal(a[i + n], b[j + n]);
      if (runs[r].same) assert_int_equal(runs[r].a_end - i, runs[r].b_end - j);
      if (r > 0) assert_true(runs[r].same || runs[r - 1].same);
      i = runs[r].a_end;
      j = runs[r].b_end;
    }
    assert_true(i == a_count && j == b_count);
    isnad_arena_free(arena);
  }
}

static void a_changed_word_is_told_from_both_sides(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  static const uint32_t a[] = {1, 2, 3, 4, 5, 6, 7, 8}, b[] = {1, 2, 30, 4, 5, 6, 60, 7, 8};
  diff_run *runs = NULL;
  size_t count = 0;
  assert_int_equal(diff_passage(&runs, &count, arena, a, b, &(align_passage){0, 8, 0, 9, 0, 0}, NULL), ISNAD_OK);
  assert_int_equal(count, 5);
  assert_true(!runs[1].same && runs[1].a == 2 && runs[1].a_end == 3 && runs[1].b == 2 && runs[1].b_end == 3);
  assert_true(!runs[3].same && runs[3].a == runs[3].a_end && runs[3].b == 6 && runs[3].b_end == 7);
  isnad_arena_free(arena);
}

/* b is made of a's words [first, first + count), put at `at`; the kind of the pair. */
static const char *kind_of(isnad_arena *arena, const reuse_text *a, uint32_t b_count, uint32_t at, uint32_t first, uint32_t count, bool one_page) {
  reuse_text b = made_text(arena, b_count, 10, 77);
  copy_words(&b, at, a, first, count);
  reuse_verdict v = judge(arena, a, &b, false);
  return reuse_kind(&v, a, &b, one_page);
}

static void kinds_of_copies_are_told_apart(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  reuse_text a = made_text(arena, WORDS, 10, 76);
  assert_string_equal(kind_of(arena, &a, WORDS, 0, 0, WORDS, false), "exact");
  assert_string_equal(kind_of(arena, &a, WORDS, 0, 0, WORDS, true), "edition");
  assert_string_equal(kind_of(arena, &a, WORDS, 10, 10, WORDS - 60, false), "near");
  assert_string_equal(kind_of(arena, &a, 110, 10, 10, 100, false), "shortened");
  assert_string_equal(kind_of(arena, &a, 110, 10, 200, 100, false), "embedded");
  assert_string_equal(kind_of(arena, &a, WORDS, 50, 200, 100, false), "part");
  assert_string_equal(kind_of(arena, &a, WORDS, 50, 200, 25, false), "part");
  assert_int_equal(reuse_text_say(&a, arena, &(isnad_span){8 * 200, 8 * 225}, 1, NULL), ISNAD_OK);
  assert_string_equal(kind_of(arena, &a, WORDS, 50, 200, 25, false), "quote");
  assert_string_equal(kind_of(arena, &a, WORDS, 50, 200, 100, false), "part");
  assert_string_equal(kind_of(arena, &a, WORDS, 200, 0, 10, false), "headline");
  assert_string_equal(kind_of(arena, &a, WORDS, 200, 0, 10, true), "headline");
  isnad_arena_free(arena);
}

/* Whatever is aligned lies inside the texts, and what is said to match does match at least at both ends. */
static void alignments_are_sound(void **state) {
  (void)state;
  uint64_t seed = 14;
  for (unsigned round = 0; round < 300; round++) {
    isnad_arena *arena = new_arena(0);
    uint32_t a_count = (uint32_t)random_below(&seed, 300), b_count = (uint32_t)random_below(&seed, 300), few = 2 + (uint32_t)random_below(&seed, 40);
    uint32_t *a = isnad_arena_array(arena, a_count + 1, 4), *b = isnad_arena_array(arena, b_count + 1, 4);
    for (uint32_t i = 0; i < a_count; i++) a[i] = (uint32_t)random_below(&seed, few);
    for (uint32_t i = 0; i < b_count; i++) b[i] = (uint32_t)random_below(&seed, few);
    align_passage *p;
    size_t count;
    assert_int_equal(align_texts(&p, &count, arena, &(align_words){a, a, a_count}, &(align_words){b, b, b_count}, 6, NULL), ISNAD_OK);
    for (size_t i = 0; i < count; i++) {
      assert_true(p[i].a < p[i].a_end && p[i].a_end <= a_count && p[i].b < p[i].b_end && p[i].b_end <= b_count);
      assert_true(a[p[i].a] == b[p[i].b] && a[p[i].a_end - 1] == b[p[i].b_end - 1]);
      assert_int_equal(p[i].alike <= p[i].matched, 1);
      assert_true(p[i].matched >= 6 && p[i].matched <= p[i].a_end - p[i].a && p[i].matched <= p[i].b_end - p[i].b);
    }
    isnad_arena_free(arena);
  }
}

static bool has_key(const reuse_prints *p, uint64_t key) {
  for (size_t i = 0; i < p->count; i++)
    if (p->keys[i] == key) return true;
  return false;
}

/* Schleimer, Wilkerson and Aiken's promise: a run of 5 + 8 - 1 shared words shares a key, wherever it stands. */
static void twelve_shared_words_share_a_key(void **state) {
  (void)state;
  for (uint64_t seed = 20; seed < 220; seed++) {
    isnad_arena *arena = new_arena(0);
    reuse_text a = made_text(arena, 120, 0, seed), b = made_text(arena, 90, 0, seed + 1000);
    copy_words(&b, (uint32_t)(seed % 70), &a, (uint32_t)(seed * 7 % 100), 12);
    reuse_prints x, y;
    assert_int_equal(reuse_prints_make(&x, arena, &a, NULL), ISNAD_OK);
    assert_int_equal(reuse_prints_make(&y, arena, &b, NULL), ISNAD_OK);
    size_t shared = 0;
    for (size_t i = 0; i < x.count; i++) shared += has_key(&y, x.keys[i]);
    assert_true(shared >= 1);
    isnad_arena_free(arena);
  }
}

static bool sketches_may_share(isnad_arena *arena, const reuse_text *a, const reuse_text *b) {
  sketch_index *index = isnad_arena_array(arena, 1, sizeof *index);
  reuse_prints x, y;
  assert_int_equal(reuse_prints_make(&x, arena, a, NULL), ISNAD_OK);
  assert_int_equal(reuse_prints_make(&y, arena, b, NULL), ISNAD_OK);
  sketch_index_fill(index, x.sketch);
  return sketch_may_share(index, y.sketch);
}

/* Copies some stretches with edits, some of them between quotation marks of either text. */
static void share_something(reuse_text *a, reuse_text *b, uint64_t *seed) {
  for (uint64_t stretches = random_below(seed, 3); stretches > 0; stretches--) {
    uint32_t count = 3 + (uint32_t)random_below(seed, 30), of = (uint32_t)random_below(seed, 2) * (uint32_t)random_below(seed, a->count - count);
    uint32_t to = (uint32_t)random_below(seed, 2) * (uint32_t)random_below(seed, b->count - count);
    copy_words(b, to, a, of, count);
    if (random_below(seed, 2) == 0) memset(a->quoted + of, 1, count);
    if (random_below(seed, 2) == 0) memset(b->quoted + to, 1, count);
    for (uint64_t edits = random_below(seed, 1 + count / 3); edits > 0; edits--)
      b->words[to + random_below(seed, count)] = (uint32_t)random_next(seed);
  }
}

static void sketches_turn_no_copy_away(void **state) {
  (void)state;
  size_t copies = 0, turned_away = 0;
  for (uint64_t seed = 1; seed < 3000; seed++) {
    isnad_arena *arena = new_arena(0);
    uint64_t random = seed;
    reuse_text a = made_text(arena, 40 + (uint32_t)random_below(&random, 60), (uint32_t)random_below(&random, 12), random_next(&random));
    reuse_text b = made_text(arena, 40 + (uint32_t)random_below(&random, 60), (uint32_t)random_below(&random, 12), random_next(&random));
    uint32_t few = 20 + (uint32_t)random_below(&random, 400); /* so that other words agree as well */
    for (uint32_t i = 0; i < a.count; i++) a.words[i] = a.words[i] % few * 2654435761u;
    for (uint32_t i = 0; i < b.count; i++) b.words[i] = b.words[i] % few * 2654435761u;
    share_something(&a, &b, &random);
    bool copy = judge(arena, &a, &b, false).count > 0, may_share = sketches_may_share(arena, &a, &b);
    assert_true(may_share || !copy);
    copies += copy;
    turned_away += !may_share;
    isnad_arena_free(arena);
  }
  assert_true(copies > 500 && turned_away > 500); /* both kinds came */
}

/* Most candidates of a large corpus are such pairs. */
static void a_chance_phrase_is_turned_away(void **state) {
  (void)state;
  size_t turned_away = 0;
  for (uint64_t seed = 1; seed <= 100; seed++) {
    isnad_arena *arena = new_arena(0);
    reuse_text a = made_text(arena, WORDS, 9, seed), b = made_text(arena, WORDS, 9, seed + 1000);
    copy_words(&b, 200, &a, 50, 6);
    turned_away += !sketches_may_share(arena, &a, &b);
    isnad_arena_free(arena);
  }
  assert_true(turned_away >= 98);
}

static void prints_survive_packing(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  reuse_text a = made_text(arena, WORDS, 9, 15);
  memset(a.quoted + 100, 1, 30);
  reuse_prints x, y;
  isnad_slice packed;
  assert_int_equal(reuse_prints_make(&x, arena, &a, NULL), ISNAD_OK);
  assert_int_equal(reuse_prints_pack(&packed, arena, &x, NULL), ISNAD_OK);
  assert_int_equal(reuse_prints_unpack(&y, arena, packed, NULL), ISNAD_OK);
  assert_int_equal(x.count, y.count);
  assert_memory_equal(x.keys, y.keys, x.count * sizeof *x.keys);
  assert_true(x.sketch.count == WORDS && y.sketch.count == WORDS && y.sketch.headline == 9);
  assert_memory_equal(x.sketch.words, y.sketch.words, WORDS);
  assert_true(x.title != 0 && x.title == y.title && x.body == y.body && x.head_from == y.head_from);
  for (size_t cut = 1; cut < packed.length; cut += 5)
    assert_int_equal(reuse_prints_unpack(&y, arena, (isnad_slice){packed.bytes, cut}, NULL), ISNAD_STORE);
  assert_int_equal(reuse_prints_unpack(&y, arena, (isnad_slice){NULL, 0}, NULL), ISNAD_OK);
  assert_int_equal(y.count, 0);
  isnad_arena_free(arena);
}

static uint64_t passage_key(uint64_t n) { return (uint64_t)PRINT_PASSAGE << PRINT_SPACE_SHIFT | n; }

static void keys_that_too_many_hold_pair_nobody(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  join_rule rule = {4, 0, 4, reuse_points_of, NULL};
  join_result found;
  /* texts 0-3 are new, 4 and on are old; 10 and 11 are shared by 0, 1 and 4, 20 and 21 by six texts */
  segment_entry entries[32];
  size_t count = 0;
  for (uint64_t key = 10; key < 12; key++)
    for (uint64_t text = 0; text < 5; text += text == 1 ? 3 : 1) entries[count++] = (segment_entry){passage_key(key), text};
  for (uint64_t key = 20; key < 22; key++)
    for (uint64_t text = 2; text < 8; text++) entries[count++] = (segment_entry){passage_key(key), text};
  assert_int_equal(join_find(&found, arena, entries, count, 4, 8, &rule, NULL), ISNAD_OK);
  assert_int_equal(found.count, 3);
  assert_true(found.pairs[0].a == 0 && found.pairs[0].b == 1 && found.pairs[1].b == 4 && found.pairs[2].a == 1);
  assert_int_equal(found.shaken_count, 4); /* four old ones held it; it is dead now */
  assert_int_equal(found.shaken[0], 4);
  isnad_arena_free(arena);
}

/* One rare key is enough for two texts; when more come to hold it, what lived on it alone is judged again. */
static void a_rare_key_pairs_by_itself(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  join_rule rule = {8, 3, 4, reuse_points_of, NULL};
  join_result found;
  /* 0 and 1 are new: key 10 is held by 0 and the old 2, key 20 by 1 and the old 2, 3 and 4 */
  segment_entry entries[] = {{passage_key(10), 0}, {passage_key(10), 2}, {passage_key(20), 1},
                             {passage_key(20), 2}, {passage_key(20), 3}, {passage_key(20), 4}};
  assert_int_equal(join_find(&found, arena, entries, 6, 2, 5, &rule, NULL), ISNAD_OK);
  assert_int_equal(found.count, 1);
  assert_true(found.pairs[0].a == 0 && found.pairs[0].b == 2);
  assert_int_equal(found.shaken_count, 3);
  assert_int_equal(found.shaken[0], 2);
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {cmocka_unit_test(finds_an_exact_passage),
                                     cmocka_unit_test(a_rare_key_pairs_by_itself),
                                     cmocka_unit_test(counts_what_is_spelled_alike),
                                     cmocka_unit_test(differences_cover_the_passage),
                                     cmocka_unit_test(a_changed_word_is_told_from_both_sides),
                                     cmocka_unit_test(kinds_of_copies_are_told_apart),
                                     cmocka_unit_test(reads_on_over_edits),
                                     cmocka_unit_test(keeps_moved_passages_apart),
                                     cmocka_unit_test(short_runs_count_only_in_quotes_and_headlines),
                                     cmocka_unit_test(a_bare_headline_is_a_copy_of_the_same_headline),
                                     cmocka_unit_test(an_outlets_furniture_is_no_copy),
                                     cmocka_unit_test(a_closing_paragraph_is_a_copy),
                                     cmocka_unit_test(alignments_are_sound),
                                     cmocka_unit_test(twelve_shared_words_share_a_key),
                                     cmocka_unit_test(sketches_turn_no_copy_away),
                                     cmocka_unit_test(a_chance_phrase_is_turned_away),
                                     cmocka_unit_test(prints_survive_packing),
                                     cmocka_unit_test(keys_that_too_many_hold_pair_nobody)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
