/* compile_chars OUT.c: runs the rules of src/arabic/chars.c over the common characters and writes the tables that chars.h declares. */
#include "arabic/chars.h"

#include <stdio.h>

static uint32_t entry_of(uint32_t point, isnad_fold strength) {
  char_fold fold;
  chars_fold(&fold, point, strength);
  char bytes[CHAR_MOST_BYTES] = {0};
  size_t length = fold.count == 1 ? chars_encode(bytes, fold.points[0]) : 0;
  if (fold.count > 1 || length > 3) return (uint32_t)CHAR_RARE << 28;
  uint32_t entry = (uint32_t)fold.kind << 28 | (uint32_t)length << 24;
  for (size_t i = 0; i < length; i++) entry |= (uint32_t)(unsigned char)bytes[i] << (8 * i);
  return entry;
}

static void write_table(FILE *out, const char *name, isnad_fold strength) {
  fprintf(out, "const uint32_t %s[CHAR_TABLE_SIZE] = {", name);
  for (uint32_t i = 0; i < CHAR_TABLE_SIZE; i++) {
    uint32_t point = i < CHAR_TABLE_LOW ? i : CHAR_TABLE_PUNCTUATION + (i - CHAR_TABLE_LOW);
    fprintf(out, "%s0x%08XU,", i % 8 == 0 ? "\n    " : " ", (unsigned)entry_of(point, strength));
  }
  fprintf(out, "\n};\n");
}

int main(int argc, char **argv) {
  FILE *out = argc == 2 ? fopen(argv[1], "w") : NULL;
  if (out == NULL) {
    fprintf(stderr, "usage: compile_chars OUT.c\n");
    return 2;
  }
  fprintf(out, "/* Made by tools/compile_chars.c; see src/arabic/chars.h. */\n#include \"arabic/chars.h\"\n\n");
  write_table(out, "chars_match", ISNAD_FOLD_MATCH);
  write_table(out, "chars_name", ISNAD_FOLD_NAME);
  return ferror(out) != 0 || fclose(out) != 0;
}
