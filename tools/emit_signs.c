/* data/ar/name_signs.tsv by hash: what each sign of an unknown word weighs (see note/names/name_likely.h). */
#include "emit.h"

#include "arabic/name_sign_table.h"
#include "isnad/arabic.h"

#include <stdlib.h>

static const column columns[] = {
    {"sign", COLUMN_TEXT, NULL}, {"person", COLUMN_WEIGHT, NULL}, {"place", COLUMN_WEIGHT, NULL}, {"body", COLUMN_WEIGHT, NULL}};
static const schema signs_schema = {"name_signs", "ar/name_signs.tsv", columns, 1 + NAME_SIGN_KINDS};

static void tell(tsv *t, size_t row, const char *why) {
  isnad_slice sign = t->rows[row].cells[0];
  fprintf(stderr, "%s:%u: %s: %.*s\n", t->path, t->rows[row].line, why, (int)sign.length, sign.bytes);
  t->problems++;
}

/* A weight in 32nds. */
static int8_t weight_of(tsv *t, size_t row, size_t kind) {
  double weight = strtod(t->rows[row].cells[1 + kind].bytes, NULL) * NAME_SIGN_SCALE;
  if (weight > INT8_MAX || weight < -INT8_MAX) tell(t, row, "a weight of four and more");
  return (int8_t)(weight < 0 ? weight - 0.5 : weight + 0.5);
}

static void put(name_sign *signs, size_t room, tsv *t, size_t row) {
  uint32_t hash = name_sign_hash(t->rows[row].cells[0]);
  size_t at = hash & (room - 1);
  for (; signs[at].hash != 0; at = (at + 1) & (room - 1)) {
    if (signs[at].hash != hash) continue;
    tell(t, row, "the sign stands twice, or another has its hash");
    return;
  }
  signs[at].hash = hash;
  for (size_t kind = 0; kind < NAME_SIGN_KINDS; kind++) signs[at].weights[kind] = weight_of(t, row, kind);
}

size_t emit_signs(FILE *out, isnad_arena *arena, const char *folder) {
  tsv t;
  size_t room = 64;
  tsv_read(&t, arena, folder, &signs_schema);
  while (room < t.count * 2) room *= 2;
  name_sign *signs = isnad_arena_array(arena, room, sizeof *signs);
  if (signs == NULL) exit(1);
  for (size_t i = 0; i < t.count; i++) put(signs, room, &t, i);
  fprintf(out, "const uint32_t name_sign_mask = %zuu;\nconst name_sign name_signs[] = {\n", room - 1);
  for (size_t i = 0; i < room; i++)
    fprintf(out, "{0x%Xu,{%d,%d,%d}},%s", signs[i].hash, signs[i].weights[0], signs[i].weights[1], signs[i].weights[2], i % 6 == 5 ? "\n" : "");
  fputs("};\n\n", out);
  return t.problems;
}
