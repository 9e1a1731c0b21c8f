#include "claim/stems.h"

#include "arabic/letters.h"

enum { LETTER_BYTES = 2, LONGEST_STEM = 64, SHORTEST = 3 };

typedef struct stem {
  unsigned letters[LONGEST_STEM]; /* as two bytes of UTF-8 */
  size_t count;
} stem;

static unsigned letter_of(unsigned code) { return (0xC0u | code >> 6) << 8 | (0x80u | (code & 0x3Fu)); }

static bool is_letter(unsigned letter, unsigned code) { return letter == letter_of(code); }

static bool read_letters(stem *out, isnad_slice word) {
  out->count = 0;
  for (size_t i = 0; i + 1 < word.length && out->count < LONGEST_STEM; i += LETTER_BYTES) {
    unsigned char lead = (unsigned char)word.bytes[i];
    if (lead < 0xC2 || lead > 0xDF) return false; /* another script */
    out->letters[out->count++] = (unsigned)lead << 8 | (unsigned char)word.bytes[i + 1];
  }
  return word.length % LETTER_BYTES == 0;
}

static bool ends(const stem *s, unsigned before, unsigned last) {
  return s->count >= SHORTEST + 2 && is_letter(s->letters[s->count - 2], before) && is_letter(s->letters[s->count - 1], last);
}

/* Endings of number, person and possession, the longest first. */
static bool cut_ending(stem *s) {
  static const unsigned pairs[][2] = {{LETTER_ALEF, LETTER_TEH}, {LETTER_WAW, LETTER_NOON},  {LETTER_YEH, LETTER_NOON}, {LETTER_ALEF, LETTER_NOON},
                                      {LETTER_HEH, LETTER_ALEF}, {LETTER_NOON, LETTER_ALEF}, {LETTER_WAW, LETTER_ALEF}, {LETTER_YEH, LETTER_HEH}};
  for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
    if (ends(s, pairs[i][0], pairs[i][1])) {
      s->count -= 2;
      return true;
    }
  if (s->count <= SHORTEST) return false;
  unsigned last = s->letters[s->count - 1];
  if (!is_letter(last, LETTER_HEH) && !is_letter(last, LETTER_YEH) && !is_letter(last, LETTER_ALEF) && !is_letter(last, LETTER_TEH)) return false;
  s->count--;
  return true;
}

static bool is_vowel(unsigned letter) { return is_letter(letter, LETTER_ALEF) || is_letter(letter, LETTER_WAW) || is_letter(letter, LETTER_YEH); }

/* The letters without the long vowels behind the first, if three are left. */
static void cut_vowels(stem *s) {
  stem bare = {.count = 0};
  for (size_t i = 0; i < s->count; i++)
    if (i == 0 || !is_vowel(s->letters[i])) bare.letters[bare.count++] = s->letters[i];
  if (bare.count >= SHORTEST) *s = bare;
}

static uint64_t hash_of(const stem *s) {
  char bytes[2 * LONGEST_STEM];
  for (size_t i = 0; i < s->count; i++) {
    bytes[2 * i] = (char)(s->letters[i] >> 8);
    bytes[2 * i + 1] = (char)(s->letters[i] & 0xFF);
  }
  return isnad_token_hash((isnad_slice){bytes, 2 * s->count});
}

/* The stem of a word; false: a word of another script. */
static bool stem_of(stem *out, isnad_slice word) {
  size_t cut = isnad_arabic_proclitics(word);
  if (!read_letters(out, (isnad_slice){word.bytes + cut, word.length - cut}) || out->count == 0) return false;
  if (cut_ending(out)) cut_ending(out);
  cut_vowels(out);
  return true;
}

uint64_t claim_stem(isnad_slice word) {
  stem s;
  return stem_of(&s, word) ? hash_of(&s) : isnad_token_hash(word);
}

/* --- roots --- */

static void drop(stem *s, size_t at) {
  for (size_t i = at; i + 1 < s->count; i++) s->letters[i] = s->letters[i + 1];
  s->count--;
}

static bool stands_at(const stem *s, size_t at, unsigned code) { return at < s->count && is_letter(s->letters[at], code); }

/* The teh inside a pattern of eight ("ijtama'a"), behind the first radical. */
static bool cut_infix(stem *s) {
  if (s->count != SHORTEST + 1 || !stands_at(s, 1, LETTER_TEH)) return false;
  drop(s, 1);
  return true;
}

/* What a pattern writes before the root: the sign of a person or a participle, the letters of the derived verbs. */
static bool cut_prefix(stem *s) {
  static const unsigned letters[] = {LETTER_YEH, LETTER_TEH, LETTER_NOON, LETTER_ALEF, LETTER_MEEM, LETTER_SEEN};
  if (s->count <= SHORTEST) return false;
  for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++)
    if (stands_at(s, 0, letters[i])) {
      drop(s, 0);
      return true;
    }
  return false;
}

uint64_t claim_root(isnad_slice word) {
  stem s;
  if (!stem_of(&s, word)) return isnad_token_hash(word);
  bool began = false;
  while (s.count > SHORTEST) {
    if (began && cut_infix(&s)) break;
    if (!cut_prefix(&s)) break;
    began = true;
  }
  return hash_of(&s);
}
