/* Reads any bytes as a query: a query that is understood has clauses inside it, one that is not says why in one line. */
#include "fuzz.h"

#include "isnad/search.h"

#include <string.h>

static void check(const isnad_search_query *q, isnad_slice text) {
  REQUIRE(q->count <= ISNAD_SEARCH_MOST_WORDS);
  REQUIRE(q->count > 0 || q->dated);
  REQUIRE(!q->dated || q->within.from < q->within.to);
  bool wanted = q->count == 0;
  for (size_t i = 0; i < q->count; i++) {
    const isnad_search_clause *c = &q->clauses[i];
    REQUIRE(inside(c->words, text) && c->words.length > 0);
    REQUIRE(c->span.begin < c->span.end && c->span.end <= text.length);
    REQUIRE(i == 0 || c->group == q->clauses[i - 1].group || c->group == q->clauses[i - 1].group + 1);
    REQUIRE(strcmp(isnad_search_field_name(c->field), "text") != 0 || c->field == ISNAD_FIELD_TEXT);
    wanted = wanted || !c->excluded;
    touch(c->words);
  }
  REQUIRE(wanted);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  isnad_slice text = {(const char *)data, size};
  isnad_arena *arena = NULL;
  isnad_search_query query;
  isnad_err err = {0};
  REQUIRE(isnad_arena_new(&arena, 4 * 1024 * 1024) == ISNAD_OK);
  isnad_status status = isnad_search_parse(&query, arena, text, 1709985600, &err);
  REQUIRE(status == ISNAD_OK || status == ISNAD_BAD_INPUT);
  if (status == ISNAD_OK)
    check(&query, text);
  else
    REQUIRE(err.message[0] != '\0' && err.span.begin <= err.span.end && err.span.end <= size);
  isnad_arena_free(arena);
  return 0;
}
