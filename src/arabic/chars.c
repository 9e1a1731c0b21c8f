#include "arabic/chars.h"

#include "arabic/letters.h"

#include <string.h>
#include <utf8proc.h>

uint32_t chars_decode(isnad_slice text, size_t at, size_t *length) {
  utf8proc_int32_t point = 0;
  utf8proc_ssize_t read = utf8proc_iterate((const utf8proc_uint8_t *)text.bytes + at, (utf8proc_ssize_t)(text.length - at), &point);
  if (read <= 0) {
    *length = 1;
    return CHAR_NOT_UTF8;
  }
  *length = (size_t)read;
  return (uint32_t)point;
}

size_t chars_encode(char out[4], uint32_t point) { return (size_t)utf8proc_encode_char((utf8proc_int32_t)point, (utf8proc_uint8_t *)out); }

typedef struct letter_pair {
  uint16_t from, to;
} letter_pair;

/* Letters that Persian, Urdu, Kurdish, Uyghur and North African keyboards put for an Arabic one: the same letter in another dress, or the Arabic
 * letter that most of the press writes for the same sound or, where it wavers, that looks most alike (gaf: kaf). Both strengths. */
static const letter_pair other_letters[] = {
    {LETTER_SWASH_KAF, LETTER_KAF},
    {LETTER_KEHEH, LETTER_KAF},
    {LETTER_GAF, LETTER_KAF},
    {LETTER_NG, LETTER_KAF},
    {LETTER_PEH, LETTER_BEH},
    {LETTER_TTEH, LETTER_TEH},
    {LETTER_TCHEH, LETTER_JEEM},
    {LETTER_DDAL, LETTER_DAL},
    {LETTER_RREH, LETTER_REH},
    {LETTER_REH_SMALL_V, LETTER_REH},
    {LETTER_JEH, LETTER_ZAIN},
    {LETTER_VEH, LETTER_FEH},
    {LETTER_DOTLESS_FEH, LETTER_FEH},
    {LETTER_QAF_THREE_DOTS, LETTER_QAF},
    {LETTER_LAM_SMALL_V, LETTER_LAM},
    {LETTER_NOON_GHUNNA, LETTER_NOON},
    {LETTER_HEH_DOACHASHMEE, LETTER_HEH},
    {LETTER_HEH_YEH_ABOVE, LETTER_HEH},
    {LETTER_HEH_GOAL, LETTER_HEH},
    {LETTER_HEH_GOAL_HAMZA, LETTER_HEH},
    {LETTER_AE, LETTER_HEH},
    {LETTER_TEH_MARBUTA_GOAL, LETTER_TEH_MARBUTA},
    {LETTER_KIRGHIZ_OE, LETTER_WAW},
    {LETTER_OE, LETTER_WAW},
    {LETTER_U, LETTER_WAW},
    {LETTER_YU, LETTER_WAW},
    {LETTER_VE, LETTER_WAW},
    {LETTER_FARSI_YEH, LETTER_YEH},
    {LETTER_YEH_SMALL_V, LETTER_YEH},
    {LETTER_E, LETTER_YEH},
    {LETTER_YEH_BARREE, LETTER_YEH},
    {LETTER_YEH_BARREE_HAMZA, LETTER_YEH_HAMZA},
    {LETTER_ALEF_WASLA, LETTER_ALEF},
};

static uint32_t arabic_letter(uint32_t point) {
  for (size_t i = 0; i < sizeof other_letters / sizeof other_letters[0]; i++)
    if (other_letters[i].from == point) return other_letters[i].to;
  return point;
}

/* What search and matching give up besides. */
static uint32_t match_letter(uint32_t point) {
  switch (point) {
  case LETTER_ALEF_MADDA:
  case LETTER_ALEF_HAMZA_ABOVE:
  case LETTER_ALEF_HAMZA_BELOW:
    return LETTER_ALEF;
  case LETTER_WAW_HAMZA:
    return LETTER_WAW;
  case LETTER_YEH_HAMZA:
  case LETTER_ALEF_MAKSURA:
    return LETTER_YEH;
  case LETTER_TEH_MARBUTA:
    return LETTER_HEH;
  default:
    return point;
  }
}

static bool is_mark(uint32_t point) {
  return (point >= 0x0610 && point <= 0x061A) || (point >= 0x064B && point <= 0x065F) || point == 0x0670 ||
         (point >= 0x06D6 && point <= 0x06ED && point != 0x06DD && point != 0x06DE && point != 0x06E9);
}

/* ZWSP is dropped with the others: where it occurs it is the dust of an editor, beside a space or inside a word. */
static bool is_dropped(uint32_t point) { return point == 0x200B; }

static bool is_quote(uint32_t point) {
  return point == '"' || point == 0xAB || point == 0xBB || (point >= 0x2018 && point <= 0x201F) || point == 0x2039 || point == 0x203A ||
         point == 0x300C || point == 0x300D || point == 0x300E || point == 0x300F || point == '\'';
}

static bool is_arabic_letter(uint32_t point) {
  return (point >= 0x0620 && point <= 0x064A && point != TATWEEL) || (point >= 0x066E && point <= 0x06D3) || point == 0x06D5 ||
         (point >= 0x06EE && point <= 0x06FF) || (point >= 0x0750 && point <= 0x077F) || (point >= 0x08A0 && point <= 0x08C9);
}

static bool is_latin(uint32_t point) { return point < 0x0250 || (point >= 0x1E00 && point <= 0x1EFF); }

static char_class letter_class(uint32_t point) {
  if (is_latin(point)) return CHAR_LATIN;
  if (point >= 0x0370 && point <= 0x03FF) return CHAR_GREEK;
  if (point >= 0x0400 && point <= 0x052F) return CHAR_CYRILLIC;
  if (point >= 0x0590 && point <= 0x05FF) return CHAR_HEBREW;
  return CHAR_LETTER;
}

static char_class category_class(uint32_t point) {
  switch (utf8proc_category((utf8proc_int32_t)point)) {
  case UTF8PROC_CATEGORY_LU:
  case UTF8PROC_CATEGORY_LL:
  case UTF8PROC_CATEGORY_LT:
  case UTF8PROC_CATEGORY_LM:
  case UTF8PROC_CATEGORY_LO:
  case UTF8PROC_CATEGORY_ND:
  case UTF8PROC_CATEGORY_NL:
  case UTF8PROC_CATEGORY_MC:
    return letter_class(point);
  case UTF8PROC_CATEGORY_MN:
  case UTF8PROC_CATEGORY_ME:
    return CHAR_MARK;
  case UTF8PROC_CATEGORY_CF:
    return CHAR_DROP;
  case UTF8PROC_CATEGORY_ZS:
  case UTF8PROC_CATEGORY_CC:
    return CHAR_SPACE;
  case UTF8PROC_CATEGORY_ZL:
  case UTF8PROC_CATEGORY_ZP:
    return CHAR_LINE;
  case UTF8PROC_CATEGORY_PC:
  case UTF8PROC_CATEGORY_PD:
  case UTF8PROC_CATEGORY_PS:
  case UTF8PROC_CATEGORY_PE:
  case UTF8PROC_CATEGORY_PI:
  case UTF8PROC_CATEGORY_PF:
  case UTF8PROC_CATEGORY_PO:
    return CHAR_PUNCT;
  default:
    return CHAR_SYMBOL;
  }
}

/* One character that stands for a whole formula ("peace be upon him"): undone, it would glue four words into one. */
static bool is_formula(uint32_t point) { return point == 0xFDFA || point == 0xFDFB || point == 0xFDFD; }

static char_class class_of(uint32_t point) {
  if (point == '\n' || point == '\r' || point == 0x85) return CHAR_LINE;
  if (is_dropped(point)) return CHAR_DROP;
  if (is_mark(point)) return CHAR_MARK;
  if (point == TATWEEL) return CHAR_TATWEEL;
  if (point >= '0' && point <= '9') return CHAR_DIGIT;
  if (is_quote(point)) return CHAR_QUOTE;
  if (is_formula(point)) return CHAR_SYMBOL;
  return is_arabic_letter(point) ? CHAR_ARABIC : category_class(point);
}

/* Latin letters lose their accents too, since the press writes foreign names with and without. */
static uint32_t match_latin(uint32_t point) {
  utf8proc_int32_t parts[4];
  int boundary = 0;
  utf8proc_int32_t lower = utf8proc_tolower((utf8proc_int32_t)point);
  if (lower > 0x7FF && point <= 0x7FF) return point; /* two African letters whose small form takes more bytes: see CHAR_MOST_GROWTH */
  if (lower < 0x80 || !is_latin((uint32_t)lower)) return (uint32_t)lower;
  utf8proc_ssize_t count = utf8proc_decompose_char(lower, parts, 4, UTF8PROC_DECOMPOSE, &boundary);
  return (uint32_t)(count >= 1 ? parts[0] : lower);
}

static uint32_t plain_digit(uint32_t point) {
  if (point >= ARABIC_DIGIT_ZERO && point <= ARABIC_DIGIT_ZERO + 9) return '0' + (point - ARABIC_DIGIT_ZERO);
  if (point >= PERSIAN_DIGIT_ZERO && point <= PERSIAN_DIGIT_ZERO + 9) return '0' + (point - PERSIAN_DIGIT_ZERO);
  if (point == ARABIC_DECIMAL) return '.';
  return point == ARABIC_THOUSANDS ? ',' : point;
}

static uint32_t plain_space(uint32_t point, char_class kind) {
  if (kind == CHAR_SPACE) return ' ';
  return kind == CHAR_LINE && point != '\r' ? '\n' : point;
}

static void add_point(char_fold *out, uint32_t point, isnad_fold strength) {
  point = arabic_letter(plain_digit(point));
  if (strength == ISNAD_FOLD_MATCH) point = is_arabic_letter(point) ? match_letter(point) : match_latin(point);
  char_class kind = class_of(point);
  if (out->count == 0) out->kind = kind;
  if (kind <= CHAR_TATWEEL || out->count == CHAR_MOST_POINTS) return;
  out->points[out->count++] = plain_space(point, kind);
}

/* Presentation forms, full-width letters and digits are undone; other compatibility characters (fractions, superscripts) stay as they are. */
static bool has_plain_form(uint32_t point) {
  return ((point >= 0xFB50 && point <= 0xFDFF) || (point >= 0xFE70 && point <= 0xFEFC) || (point >= 0xFF01 && point <= 0xFF5E)) && !is_formula(point);
}

uint32_t chars_composed(uint32_t base, uint32_t mark) {
  enum { MADDA = 0x0653, HAMZA_ABOVE = 0x0654, HAMZA_BELOW = 0x0655 };
  if (base == LETTER_ALEF && mark == MADDA) return LETTER_ALEF_MADDA;
  if (base == LETTER_ALEF && mark == HAMZA_ABOVE) return LETTER_ALEF_HAMZA_ABOVE;
  if (base == LETTER_ALEF && mark == HAMZA_BELOW) return LETTER_ALEF_HAMZA_BELOW;
  if (base == LETTER_WAW && mark == HAMZA_ABOVE) return LETTER_WAW_HAMZA;
  if (base == LETTER_YEH && mark == HAMZA_ABOVE) return LETTER_YEH_HAMZA;
  return 0;
}

void chars_fold(char_fold *out, uint32_t point, isnad_fold strength) {
  enum { MOST_PARTS = 24 };
  *out = (char_fold){.kind = CHAR_DROP};
  if (point == CHAR_NOT_UTF8) return;
  if (!has_plain_form(point)) {
    add_point(out, point, strength);
    return;
  }
  utf8proc_int32_t plain[MOST_PARTS];
  int boundary = 0;
  utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)point, plain, MOST_PARTS, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE, &boundary);
  for (utf8proc_ssize_t i = 0; i < count && i < MOST_PARTS; i++) {
    uint32_t whole = i + 1 < count && i + 1 < MOST_PARTS ? chars_composed((uint32_t)plain[i], (uint32_t)plain[i + 1]) : 0;
    if (plain[i] != ' ' || count == 1) add_point(out, whole != 0 ? whole : (uint32_t)plain[i], strength);
    if (whole != 0) i++;
  }
}

char_class chars_rare(char *out, size_t *folded, isnad_slice text, size_t at, size_t *length, isnad_fold strength) {
  char_fold fold;
  chars_fold(&fold, chars_decode(text, at, length), strength);
  *folded = 0;
  for (size_t i = 0; i < fold.count; i++) *folded += chars_encode(out + *folded, fold.points[i]);
  return fold.kind;
}

size_t chars_folded_room(isnad_slice text) {
  size_t growing = 0;
  const char *end = text.bytes + text.length;
  for (const char *at = text.bytes; text.length > 0 && (at = memchr(at, CHAR_GROWING, (size_t)(end - at))) != NULL; at++) growing++;
  return text.length + growing * CHAR_MOST_GROWTH + CHAR_MOST_BYTES;
}
