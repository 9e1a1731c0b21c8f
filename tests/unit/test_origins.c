/* Whose are the words? The origins of figures and statements, asked of a store of made-up reports. */
#include "../store_support.h"

#include "store/articles.h"

/* Four papers on one collapse: the first two name the ministry as the speaker of the toll and each another agency for the damage, the third took over
 * the first whole, the fourth has its toll from agencies that it does not name. */
static const char lines[] =
    "{\"id\":\"one\",\"outlet\":\"صحيفة النخيل\",\"published\":\"2023-04-02T08:00:00Z\",\"title\":\"انهيار جسر الوادي القديم على شاحنات "
    "الحبوب\",\"text\":\""
    "انهار الجزء الأوسط من جسر الوادي القديم صباح الأحد تحت ثقل قافلة من شاحنات الحبوب كانت تعبره نحو الضفة الشرقية.\\n"
    "وقالت وزارة الصحة إن 14 شخصا لقوا حتفهم في الانهيار وإن عشرات الجرحى نقلوا إلى ثلاثة مستشفيات قريبة من المكان.\\n"
    "وبلغت الخسائر 30 مليون دولار بحسب وكالة رويترز.\\n"
    "وكان الجسر قد أغلق عامين كاملين للصيانة ثم أعيد فتحه أمام حركة المرور في الخريف الماضي رغم اعتراض سكان القرى المجاورة.\"}\n"
    "{\"id\":\"two\",\"outlet\":\"جريدة المرفأ\",\"published\":\"2023-04-02T09:00:00Z\",\"title\":\"قتلى وجرحى بسقوط جسر في الوادي\",\"text\":\""
    "هرعت فرق الإنقاذ إلى الوادي بعدما هوى جسر خرساني بمن عليه من سائقين ومزارعين كانوا في طريقهم إلى السوق.\\n"
    "وأعلنت وزارة الصحة أن عدد القتلى ارتفع إلى 14 قتيلا بعد وفاة أحد السائقين متأثرا بجراحه.\\n"
    "وذكرت وكالة فرانس برس أن الأضرار تقدر بنحو 30 مليون دولار.\"}\n"
    "{\"id\":\"three\",\"outlet\":\"موقع السهل\",\"published\":\"2023-04-02T15:00:00Z\",\"title\":\"انهيار جسر الوادي القديم على شاحنات "
    "الحبوب\",\"text\":\""
    "انهار الجزء الأوسط من جسر الوادي القديم صباح الأحد تحت ثقل قافلة من شاحنات الحبوب كانت تعبره نحو الضفة الشرقية.\\n"
    "وقالت وزارة الصحة إن 14 شخصا لقوا حتفهم في الانهيار وإن عشرات الجرحى نقلوا إلى ثلاثة مستشفيات قريبة من المكان.\\n"
    "وبلغت الخسائر 30 مليون دولار.\\n"
    "وكان الجسر قد أغلق عامين كاملين للصيانة ثم أعيد فتحه أمام حركة المرور في الخريف الماضي رغم اعتراض سكان القرى المجاورة.\"}\n"
    "{\"id\":\"four\",\"outlet\":\"مجلة الأفق\",\"published\":\"2023-04-03T07:00:00Z\",\"title\":\"حداد في المحافظة على ضحايا الجسر\",\"text\":\""
    "أعلن المحافظ الحداد ثلاثة أيام وأمر بتشكيل لجنة تحقق في أسباب السقوط وتحاسب المقصرين.\\n"
    "ونقلت وكالات أن الخسائر بلغت 30 مليون دولار.\"}\n";

static isnad_store *woven(void) {
  static const char *const paths[] = {"bridge.jsonl"};
  remove("bridge.db");
  write_file("bridge.jsonl", isnad_slice_of(lines));
  isnad_store *store = open_store("bridge.db", ISNAD_STORE_WRITE);
  isnad_run run = {.threads = 1};
  isnad_added added;
  isnad_err err = {0};
  if (isnad_add(&added, store, paths, 1, &run, NULL, &err) != ISNAD_OK) fail_msg("%s", err.message);
  assert_int_equal(added.fresh, 4);
  return store;
}

/* The report `label`, and in it the words that stand there; NULL: all of it. */
static isnad_carrier carrier(isnad_arena *arena, isnad_store *store, const char *label, const char *words) {
  store_article article;
  isnad_slice record, text;
  assert_int_equal(store_article_find(&article, arena, store, isnad_slice_of(label), NULL), ISNAD_OK);
  assert_int_equal(store_article_page(&record, &text, arena, store, article.capture, NULL), ISNAD_OK);
  isnad_carrier out = {.article = article.id};
  size_t length = words != NULL ? strlen(words) : 0;
  for (uint32_t at = 0; length > 0 && at + length <= text.length; at++)
    if (memcmp(text.bytes + at, words, length) == 0) out.words = (isnad_span){at, at + (uint32_t)length};
  if (words != NULL && out.words.end == 0) fail_msg("%s does not say %s", label, words);
  return out;
}

static isnad_origins ask(isnad_arena *arena, isnad_store *store, const isnad_carrier *carriers, size_t count) {
  isnad_origins out;
  isnad_err err = {0};
  if (isnad_chain_origins(&out, arena, store, carriers, count, &err) != ISNAD_OK) fail_msg("%s", err.message);
  return out;
}

static void is_range(const isnad_origins *o, uint32_t certain, uint32_t possible) {
  if (o->certain == certain && o->possible == possible) return;
  for (size_t i = 0; i < o->count; i++)
    print_message("root %s %.*s %.*s (%u)\n", isnad_origin_kind_name(o->roots[i].kind), (int)o->roots[i].id.length, o->roots[i].id.bytes,
                  (int)o->roots[i].name.length, o->roots[i].name.bytes, o->roots[i].carriers);
  fail_msg("[%u,%u], wanted [%u,%u]", o->certain, o->possible, certain, possible);
}

static const char toll[] = "14 شخصا", later_toll[] = "14 قتيلا", damage[] = "30 مليون دولار";

static void one_speaker_is_one_origin(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = woven();
  isnad_carrier both[] = {carrier(arena, store, "one", toll), carrier(arena, store, "two", later_toll)};
  isnad_origins o = ask(arena, store, both, 2);
  is_range(&o, 1, 1);
  assert_int_equal(o.roots[0].kind, ISNAD_ORIGIN_SPEAKER);
  assert_slice(o.roots[0].name, S("وزارة الصحة"));
  assert_int_equal(o.roots[0].carriers, 2);
  isnad_store_close(store);
  isnad_arena_free(arena);
}

static void a_sentence_has_its_own_source(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = woven();
  isnad_carrier both[] = {carrier(arena, store, "one", damage), carrier(arena, store, "two", damage)};
  isnad_origins o = ask(arena, store, both, 2);
  is_range(&o, 2, 2);
  assert_int_equal(o.roots[0].kind, ISNAD_ORIGIN_MEDIUM);
  assert_slice(o.roots[0].id, S("reuters"));
  assert_slice(o.roots[1].id, S("afp"));
  isnad_store_close(store);
  isnad_arena_free(arena);
}

/* The third paper names nobody for the damage: the words are the first one's, who has them from its agency. */
static void copied_words_lead_to_their_source(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = woven();
  isnad_carrier three[] = {carrier(arena, store, "three", damage), carrier(arena, store, "two", damage), carrier(arena, store, "one", damage)};
  isnad_origins o = ask(arena, store, three, 1);
  is_range(&o, 1, 1);
  assert_slice(o.roots[0].id, S("reuters"));
  o = ask(arena, store, three, 3);
  is_range(&o, 2, 2);
  assert_int_equal(o.roots[0].carriers, 2);
  isnad_store_close(store);
  isnad_arena_free(arena);
}

static void who_is_not_named_adds_one_at_most(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = woven();
  isnad_carrier carriers[] = {carrier(arena, store, "four", damage), carrier(arena, store, "one", damage), carrier(arena, store, "two", damage)};
  isnad_origins o = ask(arena, store, carriers, 1);
  is_range(&o, 1, 1);
  assert_int_equal(o.roots[0].kind, ISNAD_ORIGIN_UNNAMED);
  o = ask(arena, store, carriers, 2);
  is_range(&o, 1, 2);
  o = ask(arena, store, carriers, 3);
  is_range(&o, 2, 3);
  isnad_store_close(store);
  isnad_arena_free(arena);
}

static void whole_reports_are_counted_as_stories_are(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = woven();
  isnad_carrier all[] = {carrier(arena, store, "one", NULL), carrier(arena, store, "three", NULL)};
  isnad_origins o = ask(arena, store, all, 2);
  is_range(&o, 1, 2); /* the first paper's own, and its agency */
  assert_int_equal(o.roots[0].carriers, 2);
  o = ask(arena, store, all + 1, 1);
  is_range(&o, 1, 2);
  isnad_store_close(store);
  isnad_arena_free(arena);
}

static void the_order_of_carriers_does_not_show(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = woven();
  isnad_carrier carriers[] = {carrier(arena, store, "one", damage), carrier(arena, store, "two", damage), carrier(arena, store, "three", damage),
                              carrier(arena, store, "four", damage)};
  for (size_t turn = 0; turn < 4; turn++) {
    isnad_origins o = ask(arena, store, carriers, 4);
    is_range(&o, 2, 3);
    isnad_carrier first = carriers[0];
    memmove(carriers, carriers + 1, 3 * sizeof *carriers);
    carriers[3] = first;
  }
  isnad_store_close(store);
  isnad_arena_free(arena);
}

static void nothing_and_nobody_are_told(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = woven();
  isnad_origins o = ask(arena, store, NULL, 0);
  is_range(&o, 0, 0);
  isnad_carrier nobody = {.article = 4711}, beyond = carrier(arena, store, "one", toll);
  isnad_err err = {0};
  assert_int_equal(isnad_chain_origins(&o, arena, store, &nobody, 1, &err), ISNAD_NOT_FOUND);
  assert_string_equal(err.stage, "chain");
  beyond.words.end = 1u << 30;
  assert_int_equal(isnad_chain_origins(&o, arena, store, &beyond, 1, &err), ISNAD_BAD_ARGUMENT);
  isnad_store_close(store);
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {cmocka_unit_test(one_speaker_is_one_origin),
                                     cmocka_unit_test(a_sentence_has_its_own_source),
                                     cmocka_unit_test(copied_words_lead_to_their_source),
                                     cmocka_unit_test(who_is_not_named_adds_one_at_most),
                                     cmocka_unit_test(whole_reports_are_counted_as_stories_are),
                                     cmocka_unit_test(the_order_of_carriers_does_not_show),
                                     cmocka_unit_test(nothing_and_nobody_are_told)};
  return cmocka_run_group_tests(tests, enter_folder_of_its_own, leave_folder);
}
