/* Runs of three letters as cells of a table: how much more often names of persons hold them than the frequent words do. Shared by the generator and
 * the reader, so that both cut a word alike. */
#ifndef ISNAD_ARABIC_NAME_SHAPES_H
#define ISNAD_ARABIC_NAME_SHAPES_H

#include "isnad/base.h"

enum {
  NAME_SHAPE_LETTERS = 44, /* U+0620 to U+064A; 0 is the border of the word */
  NAME_SHAPE_LONGEST = 32, /* letters of a word that are looked at */
  NAME_SHAPES = NAME_SHAPE_LETTERS * NAME_SHAPE_LETTERS * NAME_SHAPE_LETTERS
};

/* Eight times the binary logarithm of the odds; made by tools/emit_shapes.c. */
extern const signed char name_shapes[NAME_SHAPES];

/* The cells of a folded Arabic word; 0 of them when it holds other characters. */
static inline size_t name_shape_cells(size_t cells[NAME_SHAPE_LONGEST], isnad_slice word) {
  size_t before = 0, last = 0, count = 0;
  for (size_t i = 0; i + 1 < word.length && count + 1 < NAME_SHAPE_LONGEST; i += 2) {
    unsigned point = ((unsigned char)word.bytes[i] & 0x1Fu) << 6 | ((unsigned char)word.bytes[i + 1] & 0x3Fu);
    if (((unsigned char)word.bytes[i] & 0xE0) != 0xC0 || point <= 0x620 || point > 0x64A) return 0;
    size_t letter = point - 0x620;
    cells[count++] = (before * NAME_SHAPE_LETTERS + last) * NAME_SHAPE_LETTERS + letter;
    before = last;
    last = letter;
  }
  if (count > 0) cells[count++] = (before * NAME_SHAPE_LETTERS + last) * NAME_SHAPE_LETTERS;
  return count;
}

#endif
