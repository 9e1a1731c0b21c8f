/* count_forms LEAST MOST < TEXT: the folded Arabic words of a text with their counts, the most frequent first, scaled to 100 million words.
 * Made data/ar/word_forms.tsv. */
#include "base/map.h"
#include "isnad/arabic.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct form {
  const char *bytes;
  size_t length;
  uint64_t count;
} form;

static int by_count(const void *a, const void *b) {
  const form *x = a, *y = b;
  if (x->count != y->count) return x->count > y->count ? -1 : 1;
  return isnad_slice_compare((isnad_slice){x->bytes, x->length}, (isnad_slice){y->bytes, y->length});
}

int main(int argc, char **argv) {
  isnad_arena *kept = NULL, *line_arena = NULL;
  map places;
  if (argc != 3 || isnad_arena_new(&kept, 0) != ISNAD_OK || isnad_arena_new(&line_arena, 0) != ISNAD_OK || !map_new(&places, kept, 1 << 20)) return 2;
  form *forms = NULL;
  size_t count = 0, room = 0;
  uint64_t words = 0;
  char *line = NULL;
  size_t line_room = 0;
  for (ssize_t length = 0; (length = getline(&line, &line_room, stdin)) > 0;) {
    isnad_tokens tokens;
    isnad_arena_reset(line_arena);
    if (isnad_arabic_tokens(&tokens, line_arena, (isnad_slice){line, (size_t)length}, NULL) != ISNAD_OK) return 1;
    for (size_t i = 0; i < tokens.count; i++) {
      if (tokens.items[i].kind != ISNAD_TOKEN_WORD || (tokens.items[i].flags & ISNAD_TOKEN_ARABIC) == 0) continue;
      words++;
      uint64_t *place = map_put(&places, tokens.items[i].hash);
      if (place == NULL) return 1;
      if (*place == 0) {
        if (count == room) {
          room = room == 0 ? 65536 : room * 2;
          forms = realloc(forms, room * sizeof *forms);
          if (forms == NULL) return 1;
        }
        isnad_slice copy = isnad_arena_copy(kept, isnad_token_form(&tokens, i));
        forms[count++] = (form){copy.bytes, copy.length, 0};
        *place = count;
      }
      forms[*place - 1].count++;
    }
  }
  qsort(forms, count, sizeof *forms, by_count);
  size_t most = strtoul(argv[2], NULL, 10);
  uint64_t least = strtoull(argv[1], NULL, 10);
  for (size_t i = 0; i < count && i < most && forms[i].count >= least; i++)
    printf("%.*s\t%llu\n", (int)forms[i].length, forms[i].bytes, (unsigned long long)((forms[i].count * 100000000 + words - 1) / words));
  free(line);
  free(forms);
  isnad_arena_free(line_arena);
  isnad_arena_free(kept);
  return 0;
}
