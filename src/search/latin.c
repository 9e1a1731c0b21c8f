#include "search/latin.h"

#include "arabic/forms.h"

#include <string.h>

enum { MOST_LETTERS = 24, LEAST_LETTERS = 3, FAR = 1000 };

/* --- the distance of two scripts: an edit distance that knows which letters sound alike and that short vowels are not written --- */

enum { COST_OTHER = 10, COST_NEAR = 3, COST_VOWEL = 2, COST_LONG = 4, COST_MIXED = 6 };

static const char vowels[] = "aeiou";

static bool is_vowel(char c) { return memchr(vowels, c, sizeof vowels - 1) != NULL; }

/* Arabic letters from alef (U+0627) to yeh (U+064A): the Latin letters that they stand for, and behind a blank those that they may stand for. */
static const char *const sounds[] = {
    [LETTER_ALEF - 0x621] = "a eiou", [LETTER_BEH - 0x621] = "bp v",   [LETTER_TEH - 0x621] = "t",     [0x62B - 0x621] = "t s",
    [LETTER_JEEM - 0x621] = "jg z",   [0x62D - 0x621] = "h",           [0x62E - 0x621] = "xk h",       [LETTER_DAL - 0x621] = "d",
    [0x630 - 0x621] = "d z",          [LETTER_REH - 0x621] = "r",      [LETTER_ZAIN - 0x621] = "z s",  [LETTER_SEEN - 0x621] = "sc z",
    [0x634 - 0x621] = "Sc s",         [0x635 - 0x621] = "s",           [0x636 - 0x621] = "d",          [0x637 - 0x621] = "t",
    [0x638 - 0x621] = "z d",          [0x639 - 0x621] = "a eiou",      [0x63A - 0x621] = "gG kq",      [LETTER_FEH - 0x621] = "fvw p",
    [LETTER_QAF - 0x621] = "qkgc",    [LETTER_KAF - 0x621] = "kcqx g", [LETTER_LAM - 0x621] = "l",     [LETTER_MEEM - 0x621] = "m",
    [LETTER_NOON - 0x621] = "n",      [LETTER_HEH - 0x621] = "h ae",   [LETTER_WAW - 0x621] = "wou v", [LETTER_YEH - 0x621] = "yie j",
};
enum { SOUND_COUNT = sizeof sounds / sizeof sounds[0] };

static unsigned cost_of(char latin, unsigned letter) {
  const char *sound = letter >= 0x621 && letter - 0x621 < SOUND_COUNT ? sounds[letter - 0x621] : NULL;
  if (sound == NULL) return COST_OTHER;
  const char *blank = strchr(sound, ' '), *at = strchr(sound, latin);
  if (at == NULL || latin == ' ') return is_vowel(latin) && letter == LETTER_ALEF ? COST_NEAR : COST_OTHER;
  return blank != NULL && at > blank ? COST_NEAR : 0;
}

/* An Arabic letter that the Latin word does not write, and the other way round. */
static unsigned cost_without(unsigned letter) {
  if (letter == LETTER_ALEF || letter == LETTER_WAW || letter == LETTER_YEH) return COST_LONG;
  return letter == LETTER_HEH || letter == 0x639 || letter == LETTER_HAMZA ? COST_MIXED : COST_OTHER;
}

static unsigned cost_beside(char latin) {
  return is_vowel(latin) ? COST_VOWEL : latin == 'h' || latin == 'y' || latin == 'w' ? COST_MIXED : COST_OTHER;
}

/* Two letters for one sound become one; doubled letters are one. */
static size_t simplify(char out[MOST_LETTERS], isnad_slice latin) {
  static const char pairs[][4] = {"shS", "khx", "ghG", "phf", "ckk", "thT", "dhd", "oou", "eei", "ouu"};
  size_t count = 0;
  for (size_t i = 0; i < latin.length && count < MOST_LETTERS; i++) {
    char c = latin.bytes[i];
    for (size_t p = 0; p < sizeof pairs / sizeof pairs[0]; p++) {
      if (i + 1 >= latin.length || c != pairs[p][0] || latin.bytes[i + 1] != pairs[p][1]) continue;
      c = pairs[p][2];
      i++;
      break;
    }
    if (c == 'T') c = 't';
    if (count == 0 || out[count - 1] != c) out[count++] = c;
  }
  return count;
}

static size_t letters_of(unsigned out[MOST_LETTERS], isnad_slice arabic) {
  size_t count = 0;
  for (size_t i = 0; i + 1 < arabic.length && count < MOST_LETTERS; i += LETTER_BYTES)
    out[count++] = ((unsigned char)arabic.bytes[i] & 0x1Fu) << 6 | ((unsigned char)arabic.bytes[i + 1] & 0x3Fu);
  return count;
}

static unsigned least(unsigned a, unsigned b) { return a < b ? a : b; }

static unsigned distance(const char *latin, size_t latin_count, const unsigned *arabic, size_t arabic_count) {
  unsigned row[MOST_LETTERS + 1] = {0};
  for (size_t j = 0; j < arabic_count; j++) row[j + 1] = row[j] + cost_without(arabic[j]);
  for (size_t i = 0; i < latin_count; i++) {
    unsigned corner = row[0], lowest = FAR;
    row[0] += cost_beside(latin[i]);
    for (size_t j = 0; j < arabic_count; j++) {
      unsigned here = least(corner + cost_of(latin[i], arabic[j]), least(row[j] + cost_without(arabic[j]), row[j + 1] + cost_beside(latin[i])));
      corner = row[j + 1];
      row[j + 1] = here;
      lowest = least(lowest, here);
    }
    if (lowest > 5 * COST_OTHER) return FAR;
  }
  return row[arabic_count];
}

unsigned latin_distance(isnad_slice latin, isnad_slice arabic) {
  char a[MOST_LETTERS];
  unsigned b[MOST_LETTERS];
  size_t a_count = simplify(a, latin), b_count = letters_of(b, arabic);
  return distance(a, a_count, b, b_count);
}

/* --- the best words of the store --- */

typedef struct candidate {
  isnad_slice word; /* a stem */
  isnad_slice name; /* as a table has it; empty: found by sound */
  uint64_t reports;
  unsigned distance;
} candidate;

typedef struct taking {
  expression *e;
  uint32_t clause;
  isnad_slice latin;
  candidate best[MOST_TAKEN];
  size_t count;
} taking;

/* The nearer, then the commoner, then the first by its letters. */
static bool is_better(const candidate *a, const candidate *b) {
  if (a->distance != b->distance) return a->distance < b->distance;
  if (a->reports != b->reports) return a->reports > b->reports;
  return isnad_slice_compare(a->word, b->word) < 0;
}

static void offer(taking *t, candidate c) {
  for (size_t i = 0; i < t->count; i++)
    if (isnad_slice_equal(t->best[i].word, c.word)) return;
  size_t at = t->count;
  while (at > 0 && is_better(&c, &t->best[at - 1])) at--;
  if (at >= MOST_TAKEN) return;
  if (t->count < MOST_TAKEN) t->count++;
  memmove(t->best + at + 1, t->best + at, (t->count - at - 1) * sizeof *t->best);
  t->best[at] = (candidate){isnad_arena_copy(t->e->arena, c.word), c.name, c.reports, c.distance};
}

/* An Arabic word as the store has it, when it does. */
static isnad_status offer_word(taking *t, isnad_slice word, unsigned away) {
  isnad_tokens tokens;
  char room[ISNAD_STEM_ROOM];
  uint64_t reports = 0;
  isnad_status status = isnad_arabic_tokens(&tokens, t->e->arena, word, t->e->err);
  if (status != ISNAD_OK || tokens.count == 0) return status;
  isnad_slice stem = tokenizer_stem(room, &tokens, 0);
  status = expression_reports(&reports, t->e->store, stem, t->e->err);
  if (status == ISNAD_OK && reports > 0) offer(t, (candidate){stem, word, reports, away});
  return status;
}

static isnad_status by_name(taking *t) {
  for (size_t i = 0; i < isnad_latin_names_count; i++)
    if (isnad_slice_equal(isnad_slice_of(isnad_latin_names_rows[i].latin), t->latin))
      return offer_word(t, isnad_slice_of(isnad_latin_names_rows[i].arabic), 0);
  return ISNAD_OK;
}

/* --- ids: "per.vladimir-putin" --- */

static bool slug_has(const char *id, isnad_slice word) {
  for (const char *at = strchr(id, '.'); at != NULL; at = strchr(at + 1, '-')) {
    const char *end = strchr(at + 1, '-');
    size_t length = end != NULL ? (size_t)(end - at - 1) : strlen(at + 1);
    if (length == word.length && memcmp(at + 1, word.bytes, length) == 0) return true;
  }
  return false;
}

/* The word of an Arabic name that sounds most like the Latin one, when it sounds like it. */
static isnad_status offer_name(taking *t, const char *name) {
  isnad_tokens tokens;
  size_t best = SIZE_MAX;
  unsigned nearest = (unsigned)t->latin.length * COST_OTHER * 4 / 10;
  isnad_status status = isnad_arabic_tokens(&tokens, t->e->arena, isnad_slice_of(name), t->e->err);
  for (size_t i = 0; status == ISNAD_OK && i < tokens.count; i++) {
    isnad_slice form = isnad_token_form(&tokens, i);
    isnad_slice bare =
        form.length > ARTICLE_BYTES && article_at(form, 0) ? (isnad_slice){form.bytes + ARTICLE_BYTES, form.length - ARTICLE_BYTES} : form;
    unsigned away = search_is_word(&tokens.items[i]) ? least(latin_distance(t->latin, bare), latin_distance(t->latin, form)) : FAR;
    if (away > nearest || (best != SIZE_MAX && away == nearest)) continue;
    nearest = away;
    best = i;
  }
  return best == SIZE_MAX ? status : offer_word(t, isnad_slice_at(isnad_slice_of(name), tokens.items[best].span), 0);
}

static isnad_status by_ids(taking *t) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < isnad_people_count; i++)
    if (slug_has(isnad_people_rows[i].id, t->latin)) status = offer_name(t, isnad_people_rows[i].name);
  for (size_t i = 0; status == ISNAD_OK && i < isnad_places_count; i++)
    if (slug_has(isnad_places_rows[i].id, t->latin)) status = offer_name(t, isnad_places_rows[i].name);
  return status;
}

/* --- by sound: the store's words that begin with a letter that the Latin word may begin with --- */

static isnad_status scan(taking *t, unsigned letter) {
  enum { MOST_SCANNED = 60000 };
  static const char sql[] = "SELECT term, reports FROM search_term WHERE term >= ?1 AND term < ?2 LIMIT ?3";
  const char first[LETTER_BYTES] = {(char)(0xC0 | letter >> 6), (char)(0x80 | (letter & 0x3F))};
  const char past[LETTER_BYTES] = {(char)(0xC0 | (letter + 1) >> 6), (char)(0x80 | ((letter + 1) & 0x3F))};
  unsigned most = (unsigned)t->latin.length * COST_OTHER * 2 / 10;
  char latin[MOST_LETTERS];
  unsigned arabic[MOST_LETTERS];
  size_t count = simplify(latin, t->latin);
  isnad_status status;
  sqlite3_stmt *s = store_statement(t->e->store, sql, t->e->err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, (isnad_slice){first, sizeof first});
  store_bind_words(s, 2, (isnad_slice){past, sizeof past});
  sqlite3_bind_int(s, 3, MOST_SCANNED);
  while ((status = store_step(t->e->store, s, t->e->err)) == ISNAD_OK) {
    isnad_slice word = store_column(s, 0);
    if (word.length < LETTER_BYTES * 2 || word.length > LETTER_BYTES * (count + 4)) continue;
    unsigned away = distance(latin, count, arabic, letters_of(arabic, word));
    if (away <= most) offer(t, (candidate){word, {NULL, 0}, (uint64_t)sqlite3_column_int64(s, 1), away});
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

static isnad_status by_sound(taking *t) {
  char latin[MOST_LETTERS];
  isnad_status status = ISNAD_OK;
  if (simplify(latin, t->latin) == 0) return ISNAD_OK;
  for (unsigned letter = LETTER_ALEF; status == ISNAD_OK && letter <= LETTER_YEH; letter++)
    if (cost_of(latin[0], letter) <= COST_NEAR) status = scan(t, letter);
  return status;
}

/* --- the clause --- */

/* The one Latin word of a clause; the article before it is passed over ("al-assad"). */
static bool latin_word(isnad_slice *out, const isnad_tokens *tokens) {
  size_t words = 0;
  for (size_t i = 0; i < tokens->count; i++) {
    if (!search_is_word(&tokens->items[i])) continue;
    isnad_slice form = isnad_token_form(tokens, i);
    bool article = form.length == 2 && form.bytes[1] == 'l' && (form.bytes[0] == 'a' || form.bytes[0] == 'e');
    if (article && tokens->count > 1) continue;
    if (form.length > MOST_LETTERS || form.length + (tokens->count == 1) < LEAST_LETTERS) return false;
    for (size_t k = 0; k < form.length; k++)
      if (form.bytes[k] < 'a' || form.bytes[k] > 'z') return false;
    *out = form;
    words++;
  }
  return words == 1;
}

isnad_status latin_take(expression *e, uint32_t clause, const isnad_tokens *tokens) {
  taking t = {.e = e, .clause = clause};
  if (e->query->clauses[clause].excluded || !latin_word(&t.latin, tokens)) return ISNAD_OK;
  isnad_status status = by_name(&t);
  if (status == ISNAD_OK && t.count == 0) status = by_ids(&t);
  if (status == ISNAD_OK && t.count == 0 && t.latin.length >= LEAST_LETTERS) status = by_sound(&t);
  for (size_t i = 0; status == ISNAD_OK && i < t.count; i++) {
    if (i > 0 && t.best[i].distance > t.best[0].distance) break;
    buf_add_text(&e->match, " OR ");
    expression_word(e, clause, t.best[i].word, 4);
    if (t.best[i].name.length > 0) status = expression_name(e, clause, t.best[i].name);
    e->taken[e->taken_count++] = (search_taken){clause, t.best[i].word};
  }
  return status;
}
