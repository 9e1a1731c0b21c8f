/* Folds any bytes, cuts them into tokens and sentences, and looks every word up; tests/arabic_checks.h says what must hold. */
#include "fuzz.h"

#include "../tests/arabic_checks.h"

static void stop(const char *what) {
  fprintf(stderr, "broken: %s\n", what);
  abort();
}

/* Memory is bounded by the size of the text. */
static void check_memory(isnad_slice text) {
  enum { TOKENS_PER_BYTE = 128, FOLD_PER_BYTE = 40, BASE = 8192 };
  isnad_arena *arena = NULL;
  isnad_tokens tokens;
  isnad_slice folded = {NULL, 0};
  const uint32_t *map = NULL;
  REQUIRE(isnad_arena_new(&arena, TOKENS_PER_BYTE * text.length + BASE) == ISNAD_OK);
  REQUIRE(isnad_arabic_tokens(&tokens, arena, text, NULL) == ISNAD_OK);
  isnad_arena_free(arena);
  REQUIRE(isnad_arena_new(&arena, FOLD_PER_BYTE * text.length + BASE) == ISNAD_OK);
  REQUIRE(isnad_arabic_fold(&folded, &map, arena, text, ISNAD_FOLD_MATCH, NULL) == ISNAD_OK);
  touch(folded);
  isnad_arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  isnad_slice text = {(const char *)data, size};
  isnad_arena *arena = NULL;
  check_memory(text);
  REQUIRE(isnad_arena_new(&arena, 0) == ISNAD_OK);
  check_arabic(arena, text, false, stop);
  isnad_arena_free(arena);
  return 0;
}
