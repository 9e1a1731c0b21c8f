/* How Arabic spellings of one foreign word differ: a weighted edit distance over the letters (Wagner & Fischer 1974) in which only exchanges that the
 * press makes are allowed. The patterns and their shares are those of 6,876 pairs of spellings of one Latin name (data/SOURCES.md). */
#include "entity/name.h"

#include "arabic/letters.h"

#include <string.h>

enum { MOST_LETTERS = 32, MOST_EDITS = 2, NEVER = 9 };

/* Letters of one `sound` stand for one foreign sound, letters of one `shape` differ by their dots. */
typedef struct letter_kind {
  uint16_t letter;
  uint8_t sound, also, shape;
} letter_kind;

enum { THEH = 0x062B, HAH = 0x062D, KHAH, THAL = 0x0630, SHEEN = 0x0634, SAD, DAD, TAH, ZAH, AIN, GHAIN };
enum { NO_SOUND, VOWEL, G_SOUND, S_SOUND, T_SOUND, F_SOUND, D_SOUND, KH_SOUND };
enum { NO_SHAPE, TOOTH, BOWL, STEP, HOOK, SAW, LOOP, MAST, EYE, RING };

static const letter_kind kinds[] = {
    {LETTER_ALEF, VOWEL, 0, 0},      {LETTER_WAW, VOWEL, F_SOUND, 0},
    {LETTER_YEH, VOWEL, G_SOUND, 0}, {LETTER_HEH, VOWEL, KH_SOUND, 0},
    {LETTER_HAMZA, VOWEL, 0, 0},     {AIN, VOWEL, 0, EYE},
    {LETTER_JEEM, G_SOUND, 0, BOWL}, {GHAIN, G_SOUND, 0, EYE},
    {LETTER_QAF, G_SOUND, 0, RING},  {LETTER_KAF, G_SOUND, KH_SOUND, 0},
    {LETTER_ZAIN, S_SOUND, 0, HOOK}, {LETTER_SEEN, S_SOUND, 0, SAW},
    {SAD, S_SOUND, 0, LOOP},         {THEH, S_SOUND, T_SOUND, TOOTH},
    {THAL, S_SOUND, D_SOUND, STEP},  {ZAH, S_SOUND, 0, MAST},
    {SHEEN, S_SOUND, 0, SAW},        {LETTER_TEH, T_SOUND, 0, TOOTH},
    {TAH, T_SOUND, 0, MAST},         {LETTER_FEH, F_SOUND, 0, RING},
    {LETTER_BEH, F_SOUND, 0, TOOTH}, {LETTER_DAL, D_SOUND, 0, STEP},
    {DAD, D_SOUND, 0, LOOP},         {LETTER_NOON, NO_SOUND, 0, TOOTH},
    {HAH, KH_SOUND, 0, BOWL},        {KHAH, KH_SOUND, 0, BOWL},
    {LETTER_REH, NO_SOUND, 0, HOOK},
};

static letter_kind kind_of(unsigned letter) {
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
    if (kinds[i].letter == letter) return kinds[i];
  return (letter_kind){(uint16_t)letter, NO_SOUND, 0, NO_SHAPE};
}

/* Letters of the Arabic block take two bytes; a word with any other letter has no spellings. */
static size_t letters_of(letter_kind out[MOST_LETTERS], isnad_slice word) {
  if (word.length % 2 != 0 || word.length / 2 > MOST_LETTERS) return 0;
  for (size_t i = 0; i < word.length; i += 2) {
    unsigned lead = (unsigned char)word.bytes[i];
    if (lead < 0xD8 || lead > 0xDB) return 0;
    out[i / 2] = kind_of((lead & 0x1Fu) << 6 | ((unsigned char)word.bytes[i + 1] & 0x3Fu));
  }
  return word.length / 2;
}

static int exchange(letter_kind a, letter_kind b) {
  if (a.letter == b.letter) return 0;
  bool sound = a.sound != NO_SOUND && (a.sound == b.sound || a.sound == b.also || a.also == b.sound);
  return sound || (a.shape != NO_SHAPE && a.shape == b.shape) ? 1 : NEVER;
}

/* A vowel letter, a final t, or a letter written twice may be left out. */
static int leave_out(const letter_kind *word, size_t at) {
  if (word[at].sound == VOWEL && word[at].letter != AIN) return 1;
  return word[at].letter == LETTER_TEH || (at > 0 && word[at].letter == word[at - 1].letter) ? 1 : NEVER;
}

static int least(int a, int b) { return a < b ? a : b; }

int entity_word_edits(isnad_slice a, isnad_slice b) {
  letter_kind x[MOST_LETTERS], y[MOST_LETTERS];
  int row[MOST_LETTERS + 1];
  if (isnad_slice_equal(a, b)) return 0;
  size_t n = letters_of(x, a), m = letters_of(y, b);
  if (n == 0 || m == 0 || n > m + MOST_EDITS || m > n + MOST_EDITS) return NO_SPELLING;
  row[0] = 0;
  for (size_t j = 0; j < m; j++) row[j + 1] = least(row[j] + leave_out(y, j), NEVER);
  for (size_t i = 0; i < n; i++) {
    int corner = row[0];
    row[0] = least(row[0] + leave_out(x, i), NEVER);
    for (size_t j = 0; j < m; j++) {
      int through = corner + exchange(x[i], y[j]);
      corner = row[j + 1];
      row[j + 1] = least(least(through, corner + leave_out(x, i)), least(row[j] + leave_out(y, j), NEVER));
    }
  }
  return row[m] <= MOST_EDITS ? row[m] : NO_SPELLING;
}
