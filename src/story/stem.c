#include "story/stem.h"

#include "arabic/letters.h"

enum { LETTER_BYTES = 2, FEWEST_LETTERS = 3, MOST_ENDINGS = 2 };

static bool ends_with(isnad_slice word, unsigned letter) {
  if (word.length < LETTER_BYTES) return false;
  const unsigned char *p = (const unsigned char *)word.bytes + word.length - LETTER_BYTES;
  return p[0] == (0xC0 | letter >> 6) && p[1] == (0x80 | (letter & 0x3F));
}

static bool ends_with_two(isnad_slice word, unsigned first, unsigned second) {
  isnad_slice front = {word.bytes, word.length - LETTER_BYTES};
  return ends_with(word, second) && ends_with(front, first);
}

/* Bytes of the longest ending; folding has made ta marbuta a ha and alif maqsura a ya. */
static size_t ending(isnad_slice word) {
  static const unsigned pairs[][2] = {{LETTER_HEH, LETTER_ALEF}, {LETTER_ALEF, LETTER_NOON}, {LETTER_ALEF, LETTER_TEH}, {LETTER_WAW, LETTER_NOON},
                                      {LETTER_YEH, LETTER_NOON}, {LETTER_YEH, LETTER_HEH},   {LETTER_WAW, LETTER_ALEF}};
  static const unsigned singles[] = {LETTER_HEH, LETTER_YEH, LETTER_ALEF};
  if (word.length >= (FEWEST_LETTERS + 2) * LETTER_BYTES)
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
      if (ends_with_two(word, pairs[i][0], pairs[i][1])) return 2 * LETTER_BYTES;
  if (word.length >= (FEWEST_LETTERS + 1) * LETTER_BYTES)
    for (size_t i = 0; i < sizeof singles / sizeof singles[0]; i++)
      if (ends_with(word, singles[i])) return LETTER_BYTES;
  return 0;
}

size_t story_stem(isnad_slice folded_word) {
  isnad_slice rest = folded_word;
  for (int i = 0; i < MOST_ENDINGS; i++) rest.length -= ending(rest);
  return rest.length;
}
