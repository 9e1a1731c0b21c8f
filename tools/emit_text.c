/* The words of a table's cells, each once, run together in few arrays. A literal for each cell would be a constant of its own: 150,000 of them cost a
 * program under sanitizers a third of a second at each start. */
#include "emit.h"

#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 4000, OFFSET_BITS = 16 }; /* C promises 4095 characters to a literal */

bool emit_text_new(text_pool *out, isnad_arena *arena, const char *name) {
  *out = (text_pool){.name = name};
  return map_new(&out->places, arena, 1024);
}

/* Question marks are escaped because of trigraphs. */
static void print_escaped(FILE *out, isnad_slice text) {
  for (size_t i = 0; i < text.length; i++) {
    if (strchr("\"\\?", text.bytes[i]) != NULL) fputc('\\', out);
    fputc(text.bytes[i], out);
  }
}

void emit_text_add(FILE *out, text_pool *pool, isnad_slice text) {
  uint64_t *place = map_put(&pool->places, hash64(text));
  if (place == NULL) exit(1);
  if (*place != 0) return;
  if (pool->used > 0 && pool->used + text.length >= MOST_BYTES) emit_text_end(out, pool);
  if (pool->used == 0) fprintf(out, "static const char %s_text_%zu[] =\n\"", pool->name, pool->arrays++);
  *place = (uint64_t)(pool->arrays - 1) << OFFSET_BITS | (pool->used + 1);
  print_escaped(out, text);
  fputs("\\000\"\n\"", out);
  pool->used += text.length + 1;
}

void emit_text_end(FILE *out, text_pool *pool) {
  if (pool->used > 0) fputs("\";\n", out);
  pool->used = 0;
}

void emit_text_place(FILE *out, const text_pool *pool, isnad_slice text) {
  const uint64_t *place = map_get(&pool->places, hash64(text));
  if (place == NULL) exit(1);
  fprintf(out, "%s_text_%zu+%zu,", pool->name, (size_t)(*place >> OFFSET_BITS), (size_t)(*place & ((1u << OFFSET_BITS) - 1)) - 1);
}
