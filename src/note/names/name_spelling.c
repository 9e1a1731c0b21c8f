/* Whether two words are spellings of one name: their consonants by classes of letters that Arabic spellings of a foreign sound exchange. */
#include "note/names/names.h"

#include "arabic/letters.h"

#include <string.h>

enum { FIRST_LETTER = LETTER_HAMZA, LETTER_SPAN = 0x40 };

/* Letters that Arabic spellings of one foreign sound exchange count as one; vowel letters count as none. Letters that are not here are themselves. */
enum { VOWEL = 0xFF };
static const uint8_t letter_classes[LETTER_SPAN] = {
    [LETTER_ALEF - FIRST_LETTER] = VOWEL,
    [LETTER_WAW - FIRST_LETTER] = VOWEL,
    [LETTER_YEH - FIRST_LETTER] = VOWEL,
    [LETTER_HEH - FIRST_LETTER] = VOWEL,
    [LETTER_HAMZA - FIRST_LETTER] = VOWEL,
    [0x0637 - FIRST_LETTER /* tah */] = LETTER_TEH - FIRST_LETTER,
    [LETTER_ZAIN - FIRST_LETTER] = LETTER_SEEN - FIRST_LETTER,
    [0x062B - FIRST_LETTER /* theh */] = LETTER_SEEN - FIRST_LETTER,
    [0x0630 - FIRST_LETTER /* thal */] = LETTER_SEEN - FIRST_LETTER,
    [0x0635 - FIRST_LETTER /* sad */] = LETTER_SEEN - FIRST_LETTER,
    [0x0638 - FIRST_LETTER /* zah */] = LETTER_SEEN - FIRST_LETTER,
    [LETTER_JEEM - FIRST_LETTER] = LETTER_KAF - FIRST_LETTER,
    [0x063A - FIRST_LETTER /* ghain */] = LETTER_KAF - FIRST_LETTER,
    [LETTER_QAF - FIRST_LETTER] = LETTER_KAF - FIRST_LETTER,
    [LETTER_BEH - FIRST_LETTER] = LETTER_FEH - FIRST_LETTER,
};

static unsigned letter_class(unsigned letter) {
  unsigned at = letter - FIRST_LETTER;
  unsigned class = at < LETTER_SPAN ? letter_classes[at] : 0;
  return class == VOWEL ? 0 : class == 0 ? letter : class + FIRST_LETTER;
}

static unsigned class_at(isnad_slice word, size_t at) {
  return letter_class(((unsigned char)word.bytes[at] & 0x1Fu) << 6 | ((unsigned char)word.bytes[at + 1] & 0x3Fu));
}

size_t name_skeleton(char out[NAME_SKELETON_ROOM], isnad_slice word) {
  size_t length = 0;
  for (size_t i = 0; i + 1 < word.length && length < NAME_SKELETON_ROOM; i += 2) {
    unsigned class = class_at(word, i);
    if (class != 0) out[length++] = (char)(class & 0x7F);
  }
  return length;
}

unsigned name_last_consonant(isnad_slice word) { return word.length < 2 ? 0 : class_at(word, (word.length & ~(size_t)1) - 2); }

unsigned name_ending(isnad_slice word) {
  unsigned last = 0;
  for (size_t at = word.length & ~(size_t)1; at >= 2; at -= 2) {
    unsigned class = class_at(word, at - 2);
    if (class != 0 && last != 0) return class << 8 ^ last;
    if (class != 0) last = class;
  }
  return 0;
}

/* The class of the letter at a byte; vowel letters stand for themselves here, since a name does not change its first. */
static unsigned letter_at(isnad_slice word, size_t at) {
  unsigned letter = ((unsigned char)word.bytes[at] & 0x1Fu) << 6 | ((unsigned char)word.bytes[at + 1] & 0x3Fu), class = letter_class(letter);
  return class != 0 ? class : letter;
}

bool name_is_variant(isnad_slice a, isnad_slice b) {
  enum { MOST_DIFFERENCE = 4 };
  char x[NAME_SKELETON_ROOM], y[NAME_SKELETON_ROOM];
  if (isnad_slice_equal(a, b)) return true;
  if (a.length > b.length + MOST_DIFFERENCE || b.length > a.length + MOST_DIFFERENCE || a.length < 6 || b.length < 6) return false;
  if (letter_at(a, 0) != letter_at(b, 0)) return false;
  size_t n = name_skeleton(x, a), m = name_skeleton(y, b);
  return n == m && n >= 2 && memcmp(x, y, n) == 0;
}

/* As it is written without a preposition: where li swallowed the article ("ll") its alef comes back. The word itself where memory is short. */
isnad_slice name_written_alone(const name_finder *f, isnad_slice word) {
  static const char lams[] = {(char)(0xC0 | LETTER_LAM >> 6), (char)(0x80 | (LETTER_LAM & 0x3F)), (char)(0xC0 | LETTER_LAM >> 6),
                              (char)(0x80 | (LETTER_LAM & 0x3F))};
  if (word.length <= 2 * sizeof lams || memcmp(word.bytes, lams, sizeof lams) != 0) return word;
  char *out = isnad_arena_alloc(f->s->arena, word.length);
  if (out == NULL) return word;
  memcpy(out, word.bytes, word.length);
  out[0] = (char)(0xC0 | LETTER_ALEF >> 6);
  out[1] = (char)(0x80 | (LETTER_ALEF & 0x3F));
  return (isnad_slice){out, word.length};
}

/* "Camels" and "and | hail of rockets" are not Apple: an alef with its hamza below it, or a bare one behind a proclitic, is no spelling of one that
 * bears a hamza above it, or a madda. */
bool name_has_other_alef(const name_finder *f, const isnad_phrase *hit) {
  isnad_slice text = isnad_slice_at(f->s->page->text, hit->span);
  const isnad_organizations_row *row = &isnad_organizations_rows[hit->row];
  isnad_slice name = isnad_slice_of(row->name);
  bool borne = word_letter_at(name, 0, LETTER_ALEF_HAMZA_ABOVE) || word_letter_at(name, 0, LETTER_ALEF_MADDA);
  bool other = word_letter_at(text, 0, LETTER_ALEF_HAMZA_BELOW) || (hit->cut > 0 && word_letter_at(text, 0, LETTER_ALEF));
  return borne && other && !name_is_spelled(f, hit->first, hit->cut, row->name, row->spellings);
}

/* A hamza on yeh or waw is never left out, as that on alef is. */
bool name_has_seated_hamza(const name_finder *f, size_t at) {
  isnad_slice text = isnad_slice_at(f->s->page->text, f->tokens[at].span);
  for (size_t i = 0; i + 1 < text.length; i++) {
    unsigned letter = ((unsigned char)text.bytes[i] & 0x1Fu) << 6 | ((unsigned char)text.bytes[i + 1] & 0x3Fu);
    bool begins = ((unsigned char)text.bytes[i] & 0xE0) == 0xC0;
    if (begins && (letter == LETTER_YEH_HAMZA || letter == LETTER_WAW_HAMZA)) return true;
  }
  return false;
}
