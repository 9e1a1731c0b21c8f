/* tests/cases/warc.tsv: broken archives; and that every packing gives the same records. */
#include "../case_table.h"
#include "../warc_support.h"

static const char *tests_folder;

static warc_packing packing_named(isnad_slice name) {
  for (int i = 0; i < WARC_PACKINGS; i++)
    if (isnad_slice_equal(name, isnad_slice_of(warc_packing_names[i]))) return (warc_packing)i;
  fail_msg("no packing is called %.*s", (int)name.length, name.bytes);
  return WARC_PLAIN;
}

static void broken_archives_are_read_as_the_table_says(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  case_table t = read_cases(arena, tests_folder, "warc.tsv", 4);
  int wrong = 0;
  for (size_t i = 0; i < t.count; i++) {
    isnad_slice file = warc_file_of(arena, packing_named(t.cases[i].cells[0]), t.cases[i].cells[1]);
    int differs = case_differs("warc.tsv", &t.cases[i], "read", warc_transcript(arena, file, 0, 0, false), t.cases[i].cells[2]);
    if (differs)
      print_error("  %s\n", isnad_arena_printf(arena, "%.*s", (int)warc_transcript(arena, file, 0, 0, true).length,
                                               warc_transcript(arena, file, 0, 0, true).bytes)
                                .bytes);
    wrong += differs;
  }
  print_message("%zu rows of warc.tsv\n", t.count);
  assert_int_equal(wrong, 0);
  isnad_arena_free(arena);
}

/* Every place that is told leads back to its record. */
static void a_place_leads_to_its_record(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  for (int p = 0; p < WARC_PACKINGS; p++) {
    isnad_slice file =
        warc_file_of(arena, (warc_packing)p, S("warcinfo:i request:q response:one response:two,times300 resource:three,half response:four"));
    isnad_warc_reader *reader = NULL, *at = NULL;
    isnad_warc_record record, again;
    unsigned count = 0;
    write_file("places", file);
    assert_int_equal(isnad_warc_open(&reader, "places", NULL, NULL), ISNAD_OK);
    while (isnad_warc_next(reader, &record, NULL) == ISNAD_OK) {
      assert_int_equal(isnad_warc_open_at(&at, "places", record.place, NULL, NULL), ISNAD_OK);
      assert_int_equal(isnad_warc_next(at, &again, NULL), ISNAD_OK);
      assert_slice(again.block, record.block);
      assert_slice(again.target, record.target);
      assert_int_equal(again.place.offset, record.place.offset);
      if (p == WARC_PLAIN || p == WARC_GZIP || p >= WARC_ZSTD) assert_true(record.place.length > 0 && record.place.inner == 0);
      isnad_warc_close(at);
      count++;
    }
    isnad_warc_close(reader);
    assert_int_equal(count, 6);
  }
  isnad_warc_place beyond = {.offset = 1000000};
  isnad_warc_reader *at = NULL;
  isnad_warc_record record;
  if (isnad_warc_open_at(&at, "places", beyond, NULL, NULL) == ISNAD_OK) {
    assert_int_not_equal(isnad_warc_next(at, &record, NULL), ISNAD_OK);
    isnad_warc_close(at);
  }
  assert_int_equal(isnad_warc_open(&at, "none", NULL, NULL), ISNAD_IO);
  isnad_arena_free(arena);
}

static void fields_are_found_in_any_case(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_slice file = warc_file_of(arena, WARC_GZIP, S("response:page,fold,angle"));
  warc_pieces pieces = {file, 0, 0};
  isnad_warc_reader *reader = NULL;
  isnad_warc_record r;
  assert_int_equal(isnad_warc_open_input(&reader, warc_give, &pieces, NULL, NULL), ISNAD_OK);
  assert_int_equal(isnad_warc_next(reader, &r, NULL), ISNAD_OK);
  assert_slice(r.target, S("https://news.example/page"));
  assert_slice(r.date, S("2026-11-25T10:00:00Z"));
  assert_slice(r.version, S("1.0"));
  assert_slice(isnad_warc_field(&r, "warc-record-id"), S("<urn:uuid:1>"));
  isnad_slice folded = isnad_warc_field(&r, "X-LONG");
  assert_true(isnad_slice_starts(folded, S("one")) && memchr(folded.bytes, '\n', folded.length) == NULL);
  assert_int_equal(isnad_warc_field(&r, "WARC-Truncated").length, 0);
  assert_slice(r.payload, S("page"));
  assert_int_equal(r.place.length, file.length);
  isnad_warc_close(reader);
  isnad_arena_free(arena);
}

/* A member that unpacks to hundreds of megabytes of one byte is given up, and the record behind it is read. */
static void a_bomb_is_refused(void **state) {
  (void)state;
  enum { ZEROS = 100 * 1024 * 1024 };
  isnad_arena *arena = new_arena(0);
  char *zeros = isnad_arena_alloc(arena, ZEROS);
  isnad_slice head = warc_made(arena, &(warc_word){.type = S("resource"), .body = S("x"), .modifiers = S("len+2000000000,nodigest,open")});
  buf bomb = buf_new(arena, ZEROS + 1024), file = buf_new(arena, 0);
  buf_add_slice(&bomb, head);
  buf_add(&bomb, zeros, ZEROS);
  buf_add_slice(&file, warc_gzip(arena, buf_slice(&bomb)));
  buf_add_slice(&file, warc_file_of(arena, WARC_GZIP, S("response:behind")));
  assert_true(file.length < ZEROS / 500);
  isnad_slice told = warc_transcript(arena, buf_slice(&file), 0, 0, true);
  assert_non_null(strstr(isnad_arena_printf(arena, "%.*s", (int)told.length, told.bytes).bytes, "unpacks to more than 64 MiB"));
  assert_slice(warc_transcript(arena, buf_slice(&file), 0, 0, false), S("broken response:behind"));
  isnad_arena_free(arena);
}

/* Of RFC 3174 and FIPS 180-4; base32 as other writers write it. */
static void digests_are_those_of_others(void **state) {
  (void)state;
  char text[DIGEST_TEXT];
  isnad_slice empty = S(""), abc = S("abc");
  digest d = {0};
  assert_true(digest_sha1_text(text, &empty, 1));
  assert_string_equal(text, "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ");
  assert_true(digest_sha1_text(text, &abc, 1));
  assert_string_equal(text, "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5");
  const struct {
    isnad_slice stated;
    isnad_digest_check wanted;
  } cases[] = {{S("sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5"), ISNAD_DIGEST_GOOD},
               {S("SHA1:a9993e364706816aba3e25717850c26c9cd0d89d"), ISNAD_DIGEST_GOOD},
               {S("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"), ISNAD_DIGEST_GOOD},
               {S("sha256:XJ4BNP4PAHH6UQKBIDPF3LRCEOYAGYNDSYLXVHFUCD7WD4QACWWQ===="), ISNAD_DIGEST_GOOD},
               {S("md5:900150983cd24fb0d6963f7d28e17f72"), ISNAD_DIGEST_GOOD},
               {S("md5:900150983cd24fb0d6963f7d28e17f73"), ISNAD_DIGEST_WRONG},
               {S("sha1:a9993e364706816aba3e25717850c26c9cd0d89"), ISNAD_DIGEST_UNKNOWN},
               {S("sha1:"), ISNAD_DIGEST_UNKNOWN},
               {S("a9993e364706816aba3e25717850c26c9cd0d89d"), ISNAD_DIGEST_UNKNOWN},
               {S(""), ISNAD_DIGEST_NONE}};
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    assert_true(digest_begin(&d, cases[i].stated));
    digest_add(&d, S("a"));
    digest_add(&d, S("bc"));
    assert_int_equal(digest_end(&d), cases[i].wanted);
  }
  digest_free(&d);
}

int main(int argc, char **argv) {
  tests_folder = argc > 1 ? argv[1] : "tests";
  const struct CMUnitTest tests[] = {cmocka_unit_test(broken_archives_are_read_as_the_table_says), cmocka_unit_test(a_place_leads_to_its_record),
                                     cmocka_unit_test(fields_are_found_in_any_case), cmocka_unit_test(a_bomb_is_refused),
                                     cmocka_unit_test(digests_are_those_of_others)};
  return cmocka_run_group_tests(tests, enter_folder_of_its_own, leave_folder);
}
