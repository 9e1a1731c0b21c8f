/* Which encoding bytes are in that are no UTF-8. */
#include "page/charset.h"

#include "isnad/arabic.h"

#include <string.h>
#include <uchardet.h>

enum {
  SAMPLE = 16 * 1024,         /* bytes that are judged */
  SCRATCH = 32 * 1024 * 1024, /* memory that judging may take */
  SHORT_WORD = 6,             /* folded bytes: three letters */
  KNOWN_SHARE = 3,            /* one word in so many must be known for Arabic */
  BROKEN_SHARE = 50,          /* a label lies when it cannot read one byte in so many of those that are no ASCII */
  FOREIGN_SHARE = 40          /* a Latin label lies when so many letters of a hundred are no ASCII */
};

static bool ends_piece(char c) { return c == '<' || c == '>' || c == '\n'; }

/* The pieces between tags and line ends that hold more than ASCII, up to SAMPLE bytes. */
static isnad_slice sample_of(isnad_arena *scratch, isnad_slice bytes) {
  char *to = isnad_arena_alloc(scratch, SAMPLE + 1);
  size_t used = 0;
  for (size_t at = 0; to != NULL && at < bytes.length && used < SAMPLE;) {
    size_t end = at;
    bool high = false;
    for (; end < bytes.length && end - at < SAMPLE / 4 && !ends_piece(bytes.bytes[end]); end++) high = high || (uint8_t)bytes.bytes[end] >= 0x80;
    size_t length = end - at < SAMPLE - used ? end - at : SAMPLE - used;
    if (high && length > 0) {
      memcpy(to + used, bytes.bytes + at, length);
      used += length;
      to[used++] = '\n';
    }
    at = end < bytes.length && end == at ? end + 1 : end;
  }
  return (isnad_slice){to, used};
}

static bool is_known(isnad_slice form, uint64_t hash) {
  if (isnad_arabic_frequency(hash) > 0) return true;
  size_t cut = isnad_arabic_proclitics(form);
  return cut > 0 && isnad_arabic_frequency(isnad_token_hash((isnad_slice){form.bytes + cut, form.length - cut})) > 0;
}

charset_reading charset_read_arabic(isnad_arena *scratch, isnad_slice text) {
  charset_reading r = {0, 0};
  isnad_tokens tokens;
  if (isnad_arabic_tokens(&tokens, scratch, text, NULL) != ISNAD_OK) return r;
  for (size_t i = 0; i < tokens.count; i++) {
    const isnad_token *t = &tokens.items[i];
    if (t->kind != ISNAD_TOKEN_WORD || (t->flags & ISNAD_TOKEN_ARABIC) == 0 || t->length < SHORT_WORD) continue;
    r.words++;
    r.known += is_known(isnad_token_form(&tokens, i), t->hash);
  }
  return r;
}

/* A sample read in one encoding. */
typedef struct candidate {
  uint16_t row;
  charset_reading arabic;
  uint32_t broken;  /* bytes that could not be read, or are control characters */
  uint32_t foreign; /* letters that are no ASCII, in a hundred */
} candidate;

static uint32_t foreign_letters(isnad_slice text) {
  size_t ascii = 0, other = 0;
  for (size_t i = 0; i < text.length; i++) {
    uint8_t c = (uint8_t)text.bytes[i];
    ascii += (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    other += c >= 0xC3 && c != 0xE2; /* lead bytes from U+00C0 on, but for those of punctuation */
  }
  return ascii + other > 0 ? (uint32_t)(other * 100 / (ascii + other)) : 0;
}

/* Control characters of the upper half: no text holds them, but iso-8859 has them where other encodings have marks. */
static uint32_t controls(isnad_slice text) {
  uint32_t count = 0;
  for (size_t i = 0; i + 1 < text.length; i++) count += (uint8_t)text.bytes[i] == 0xC2 && (uint8_t)text.bytes[i + 1] < 0xA0;
  return count;
}

static candidate judge(isnad_arena *scratch, isnad_slice sample, uint16_t row) {
  candidate c = {.row = row};
  page_decoded decoded = {0};
  if (row == CHARSET_NONE || charset_rows[row].kind == CHARSET_UTF8 || charset_decode(&decoded, scratch, sample, row, false, NULL) != ISNAD_OK) {
    c.broken = UINT32_MAX;
    return c;
  }
  c.broken = decoded.repairs.invalid_utf8 + controls(decoded.text);
  c.foreign = foreign_letters(decoded.text);
  c.arabic = charset_read_arabic(scratch, decoded.text);
  return c;
}

/* Arabic for sure: enough words, enough of them known. One long word alone is enough. */
static bool convinces(const candidate *c) {
  size_t known = c->arabic.known, words = c->arabic.words;
  return known > 0 && known * KNOWN_SHARE >= words && (known >= 2 || words == 1);
}

/* A known word counts for it four times as much as an unknown one against it, or a byte that could not be read. */
static bool better(const candidate *a, const candidate *b) {
  if (a->broken == UINT32_MAX || b->broken == UINT32_MAX) return b->broken == UINT32_MAX && a->broken != UINT32_MAX;
  size_t x = 4 * a->arabic.known + b->arabic.words - b->arabic.known + b->broken;
  size_t y = 4 * b->arabic.known + a->arabic.words - a->arabic.known + a->broken;
  return x > y;
}

static uint16_t by_uchardet(isnad_slice sample) {
  uchardet_t detector = uchardet_new();
  if (detector == NULL) return CHARSET_NONE;
  bool fed = uchardet_handle_data(detector, sample.bytes, sample.length) == 0;
  uchardet_data_end(detector);
  uint16_t row = fed ? charset_of_label(isnad_slice_of(uchardet_get_charset(detector))) : CHARSET_NONE;
  uchardet_delete(detector);
  return row;
}

static size_t high_bytes(isnad_slice s) {
  size_t count = 0;
  for (size_t i = 0; i < s.length; i++) count += (uint8_t)s.bytes[i] >= 0x80;
  return count;
}

static bool is_latin(uint16_t row) {
  static const char *const names[] = {"windows-1252", "windows-1250", "windows-1254", "windows-1257", "iso-8859-2", "iso-8859-15", "macintosh"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(charset_rows[row].name, names[i]) == 0) return true;
  return false;
}

static bool lies(const candidate *c, size_t high) {
  if (c->broken > 1 + high / BROKEN_SHARE) return true;
  return is_latin(c->row) && c->foreign > FOREIGN_SHARE;
}

static candidate best_arabic(isnad_arena *scratch, isnad_slice sample, uint16_t declared) {
  static const char *const names[] = {"windows-1256", "iso-8859-6", "cp720", "x-mac-arabic"};
  candidate best = judge(scratch, sample, declared);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    candidate c = judge(scratch, sample, charset_named(names[i]));
    if (better(&c, &best)) best = c;
  }
  return best;
}

static charset_guess guess(isnad_arena *scratch, isnad_slice sample, uint16_t declared) {
  const char *found = declared == CHARSET_NONE ? "detected" : "overruled";
  candidate arabic = best_arabic(scratch, sample, declared);
  if (convinces(&arabic)) return (charset_guess){arabic.row, arabic.row == declared ? "declared" : found};
  candidate c = judge(scratch, sample, declared);
  size_t high = high_bytes(sample);
  if (declared != CHARSET_NONE && !lies(&c, high)) return (charset_guess){declared, "declared"};
  candidate other = judge(scratch, sample, by_uchardet(sample));
  if (other.row != CHARSET_NONE && !lies(&other, high)) return (charset_guess){other.row, found};
  return (charset_guess){charset_named("windows-1252"), "assumed"};
}

charset_guess charset_find(isnad_slice bytes, uint16_t declared) {
  isnad_arena *scratch = NULL;
  charset_guess none = {declared != CHARSET_NONE && charset_rows[declared].kind != CHARSET_UTF8 ? declared : charset_named("windows-1252"),
                        "assumed"};
  if (isnad_arena_new(&scratch, SCRATCH) != ISNAD_OK) return none;
  isnad_slice sample = sample_of(scratch, bytes);
  if (sample.bytes != NULL) none = guess(scratch, sample, declared);
  isnad_arena_free(scratch);
  return none;
}
