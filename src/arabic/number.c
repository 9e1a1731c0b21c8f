/* The grammar of numbers: pieces to one value. */
#include "arabic/number.h"

#include "arabic/forms.h"
#include "tables.h"

#include <math.h>

enum { MOST_PARTS = 8, DECADE = 9, TENFOLD = 10, TWICE = 2, FEW_LEAST = 3, FEW_MOST = 9 };

/* A number under way: parts that fall in size, and the slot that a further part must fit below. A slot of 1 is a single digit that waits for its ten;
 * 0 is closed. */
typedef struct sum {
  const isnad_tokens *tokens;
  size_t end, last;
  double parts[MOST_PARTS];
  size_t count;
  double slot, scale;
  bool construct;
} sum;

/* What a decimal times a scale loses in binary: 4.1 trillion is a whole number. */
static double tidy(double value) {
  double whole = round(value);
  return fabs(value - whole) <= 1e-9 * fabs(value) ? whole : value;
}

static double total(const sum *s) {
  double value = 0;
  for (size_t i = 0; i < s->count; i++) value += s->parts[i];
  return s->scale > 1 ? tidy(value) : value;
}

static bool is_small(const number_piece *p) {
  return p->kind == PIECE_NUMERAL || p->kind == ISNAD_NUMBERS_KIND_DIGIT || p->kind == ISNAD_NUMBERS_KIND_TEEN ||
         p->kind == ISNAD_NUMBERS_KIND_TENS || p->kind == ISNAD_NUMBERS_KIND_HUNDRED;
}

static double slot_of(const number_piece *p) {
  switch (p->kind) {
  case ISNAD_NUMBERS_KIND_DIGIT:
    return p->value > 0 && p->value < TENFOLD ? 1 : 0;
  case ISNAD_NUMBERS_KIND_HUNDRED:
    return 100;
  case ISNAD_NUMBERS_KIND_SCALE:
    return p->value;
  case ISNAD_NUMBERS_KIND_DUAL:
    return p->value / TWICE;
  default:
    return 0;
  }
}

/* A dual in construct, "two hundred of" with its noon lost: ends in alef or yeh. */
static bool is_construct(const isnad_tokens *tokens, const number_piece *p) {
  bool dual = p->kind == ISNAD_NUMBERS_KIND_DUAL || (p->kind == ISNAD_NUMBERS_KIND_HUNDRED && p->value == 200);
  isnad_slice form = isnad_token_form(tokens, p->last - 1);
  return dual && (letter_is_last(form, LETTER_ALEF) || letter_is_last(form, LETTER_YEH));
}

static bool push(sum *s, const number_piece *p) {
  if (s->count == MOST_PARTS) return false;
  s->parts[s->count++] = p->value;
  s->slot = slot_of(p);
  return true;
}

/* A scale multiplies all parts at the end that are smaller than it. */
static bool multiply(sum *s, double scale) {
  double below = 0;
  size_t keep = s->count;
  while (keep > 0 && s->parts[keep - 1] < scale) below += s->parts[--keep];
  if (below == 0) return false;
  s->count = keep + 1;
  s->parts[keep] = below * scale;
  s->slot = s->scale = scale;
  return true;
}

/* A piece that follows without "and". */
static bool follow(sum *s, const number_piece *p) {
  if (p->prefixed) return false;
  if (p->kind == ISNAD_NUMBERS_KIND_HUNDRED && p->value == 100 && s->count > 0 && s->parts[s->count - 1] >= FEW_LEAST &&
      s->parts[s->count - 1] < TENFOLD) {
    s->parts[s->count - 1] *= 100;
    s->slot = 100;
    return true;
  }
  bool hundreds = p->kind == ISNAD_NUMBERS_KIND_TENS_OF && p->value == 100 && s->slot == 1;
  return (hundreds || p->kind == ISNAD_NUMBERS_KIND_SCALE || p->kind == ISNAD_NUMBERS_KIND_PLURAL) && multiply(s, p->value);
}

/* A piece that "and" joins. */
static bool join(sum *s, const number_piece *p) {
  if (is_small(p)) {
    bool ten_of_digit = s->slot == 1 && p->kind == ISNAD_NUMBERS_KIND_TENS;
    if (!ten_of_digit && (s->slot < 100 || p->value >= s->slot || p->value < 1)) return false;
    if (!ten_of_digit && s->slot > 100) return push(s, p);
    s->parts[s->count - 1] += p->value;
    s->slot = ten_of_digit ? 0 : slot_of(p);
    return true;
  }
  if (p->kind != ISNAD_NUMBERS_KIND_SCALE && p->kind != ISNAD_NUMBERS_KIND_DUAL) return false;
  if (p->value >= s->slot || !push(s, p)) return false;
  s->scale = s->slot;
  return true;
}

static bool has_article(const isnad_tokens *tokens, size_t at) {
  isnad_slice form = isnad_token_form(tokens, at);
  return tokens->items[at].kind == ISNAD_TOKEN_WORD && form.length > ARTICLE_BYTES && article_at(form, 0);
}

/* "And a half": of the scale named behind it, else of the last scale. "And half the members" is none of it. */
static bool add_fraction(sum *s, const number_piece *p) {
  number_piece of;
  if (p->kind != ISNAD_NUMBERS_KIND_FRACTION || !p->joined || p->definite || s->count == MOST_PARTS) return false;
  bool scaled = number_piece_at(&of, s->tokens, p->last, s->end) && of.kind == ISNAD_NUMBERS_KIND_SCALE && of.cut == 0;
  if (scaled && of.value > s->scale) return false;
  if (!scaled && p->last < s->end && has_article(s->tokens, p->last)) return false;
  s->parts[s->count++] = p->value * (scaled ? of.value : s->scale);
  s->last = scaled ? of.last : p->last;
  return true;
}

/* "Three point five" read aloud. */
static bool add_point(sum *s, const number_piece *p) {
  number_piece behind;
  if (p->kind != ISNAD_NUMBERS_KIND_POINT || p->cut > 0 || !number_piece_at(&behind, s->tokens, p->last, s->end)) return false;
  if (behind.cut > 0 || !is_small(&behind) || behind.value >= 100 || behind.value < 0 || s->count == MOST_PARTS) return false;
  s->parts[s->count++] = behind.value / (behind.value < TENFOLD ? TENFOLD : TENFOLD * TENFOLD);
  s->slot = 0;
  s->last = behind.last;
  return true;
}

static void go_on(sum *s) {
  number_piece p;
  while (number_piece_at(&p, s->tokens, s->last, s->end)) {
    if (add_fraction(s, &p)) return;
    if (add_point(s, &p)) continue;
    if (p.joined ? !join(s, &p) : !follow(s, &p)) return;
    s->construct = is_construct(s->tokens, &p);
    s->last = p.last;
  }
}

static void finish(number *out, const isnad_tokens *tokens, const number_piece *p, size_t last) {
  out->first = p->first;
  out->last = last;
  out->row = p->row;
  out->flags |= (p->definite ? NUMBER_DEFINITE : 0u) | (p->joined ? NUMBER_AND : 0u);
  out->span = (isnad_span){p->begin, tokens->items[last - 1].span.end};
}

/* Three quarters: a number of parts. */
static bool read_parts(number *out, sum *s, const number_piece *p) {
  number_piece parts, of;
  if (!number_piece_at(&parts, s->tokens, p->last, s->end) || parts.kind != ISNAD_NUMBERS_KIND_PARTS || parts.cut > 0) return false;
  out->kind = NUMBER_FRACTION;
  out->min = p->value * parts.value;
  s->last = parts.last;
  if (number_piece_at(&of, s->tokens, s->last, s->end) && of.kind == ISNAD_NUMBERS_KIND_SCALE && of.cut == 0) {
    out->kind = NUMBER_CARDINAL;
    out->min *= of.value;
    out->flags |= NUMBER_SCALED;
    s->last = of.last;
  }
  out->max = out->min;
  return true;
}

/* "Two thousand" in construct and the accusative of "thousand" are one spelling, which ends in alef. Without a tanween, and with the counted noun
 * right behind it, it is the dual: a thousand itself would stand bare before its noun. */
static bool is_dual_by_place(const sum *s, const number_piece *p) {
  isnad_slice form = isnad_token_form(s->tokens, p->last - 1), source = isnad_slice_at(s->tokens->text, s->tokens->items[p->last - 1].span);
  if (p->kind != ISNAD_NUMBERS_KIND_SCALE || p->definite || !letter_is_last(form, LETTER_ALEF) || p->last >= s->end) return false;
  for (size_t i = 0; i + 1 < source.length; i++)
    if ((unsigned char)source.bytes[i] == 0xD9 && (unsigned char)source.bytes[i + 1] == 0x8B) return false;
  isnad_slice next = isnad_token_form(s->tokens, p->last);
  return s->tokens->items[p->last].kind == ISNAD_TOKEN_WORD && next.length > 2 * LETTER_BYTES && isnad_arabic_proclitics(next) == 0;
}

static bool read_cardinal(number *out, sum *s, const number_piece *p) {
  if (p->kind == PIECE_NUMERAL) out->flags |= NUMBER_DIGITS;
  if ((p->kind == ISNAD_NUMBERS_KIND_DIGIT || p->kind == PIECE_NUMERAL) && read_parts(out, s, p)) return true;
  push(s, p);
  if (p->kind == ISNAD_NUMBERS_KIND_SCALE || p->kind == ISNAD_NUMBERS_KIND_DUAL) s->scale = s->slot;
  s->construct = is_construct(s->tokens, p);
  go_on(s);
  if (s->last == p->last && is_dual_by_place(s, p)) {
    s->parts[0] *= TWICE;
    s->construct = true;
  }
  out->min = out->max = total(s);
  out->scale = s->scale;
  if (s->scale > 1) out->flags |= NUMBER_SCALED;
  if (s->construct) out->flags |= NUMBER_CONSTRUCT;
  if (p->kind == PIECE_NUMERAL && p->bare && s->last == p->last) out->flags |= NUMBER_BARE;
  return true;
}

static bool read_fraction(number *out, sum *s, const number_piece *p) {
  number_piece of;
  out->kind = NUMBER_FRACTION;
  out->min = out->max = p->value;
  if (number_piece_at(&of, s->tokens, p->last, s->end) && of.kind == ISNAD_NUMBERS_KIND_SCALE && of.cut == 0) {
    out->kind = NUMBER_CARDINAL;
    out->min = out->max = p->value * of.value;
    out->scale = of.value;
    out->flags |= NUMBER_SCALED;
    s->last = of.last;
  }
  return true;
}

/* Hundreds, hundreds of thousands, a few million. */
static bool read_vague(number *out, sum *s, const number_piece *p) {
  bool few = p->kind == ISNAD_NUMBERS_KIND_FEW;
  double unit = few ? 1 : p->value;
  number_piece of;
  while (number_piece_at(&of, s->tokens, s->last, s->end) && of.cut == 0 &&
         (of.kind == ISNAD_NUMBERS_KIND_PLURAL || of.kind == ISNAD_NUMBERS_KIND_SCALE || (few && of.kind == ISNAD_NUMBERS_KIND_TENS_OF))) {
    unit *= of.value;
    s->last = of.last;
    if (few && of.kind != ISNAD_NUMBERS_KIND_TENS_OF) break;
  }
  out->flags |= NUMBER_VAGUE | (unit >= 1000 ? NUMBER_SCALED : 0u);
  out->min = unit * (few ? FEW_LEAST : TWICE);
  out->max = unit * (few ? FEW_MOST : TENFOLD);
  return true;
}

static bool read_ordinal(number *out, sum *s, const number_piece *p) {
  number_piece tens;
  bool compound = p->kind != ISNAD_NUMBERS_KIND_ORDINAL_TEEN && number_piece_at(&tens, s->tokens, p->last, s->end) && tens.joined &&
                  tens.kind == ISNAD_NUMBERS_KIND_TENS && tens.definite == p->definite;
  if (p->kind == ISNAD_NUMBERS_KIND_ORDINAL_PART && !compound) return false;
  out->kind = NUMBER_ORDINAL;
  out->min = out->max = p->value + (compound ? tens.value : 0);
  if (compound) s->last = tens.last;
  number_piece beyond;
  if (number_piece_at(&beyond, s->tokens, s->last, s->end) && beyond.kind == ISNAD_NUMBERS_KIND_BEYOND && beyond.cut == 0) {
    out->min = out->max = out->min + beyond.value;
    s->last = beyond.last;
  }
  return true;
}

static bool read_decade(number *out, const number_piece *p) {
  out->kind = NUMBER_DECADE;
  out->min = p->value;
  out->max = p->value + DECADE;
  return true;
}

static bool read(number *out, sum *s, const number_piece *p) {
  switch (p->kind) {
  case ISNAD_NUMBERS_KIND_SKIP:
  case ISNAD_NUMBERS_KIND_POINT:
  case ISNAD_NUMBERS_KIND_PARTS:
  case ISNAD_NUMBERS_KIND_BEYOND:
    return false;
  case ISNAD_NUMBERS_KIND_FRACTION:
    return read_fraction(out, s, p);
  case ISNAD_NUMBERS_KIND_TENS_OF:
  case ISNAD_NUMBERS_KIND_PLURAL:
  case ISNAD_NUMBERS_KIND_FEW:
    return read_vague(out, s, p);
  case ISNAD_NUMBERS_KIND_ORDINAL:
  case ISNAD_NUMBERS_KIND_ORDINAL_PART:
  case ISNAD_NUMBERS_KIND_ORDINAL_TEEN:
    return read_ordinal(out, s, p);
  case ISNAD_NUMBERS_KIND_AGE:
    return read_decade(out, p);
  default:
    return read_cardinal(out, s, p);
  }
}

bool number_at(number *out, const isnad_tokens *tokens, size_t at, size_t end) {
  number_piece p;
  *out = (number){.last = at + 1, .scale = 1, .row = NUMBER_NO_ROW};
  if (!number_piece_at(&p, tokens, at, end)) return false;
  sum s = {.tokens = tokens, .end = end, .last = p.last, .scale = 1};
  if (!read(out, &s, &p)) {
    out->last = p.kind == ISNAD_NUMBERS_KIND_SKIP ? p.last : at + 1;
    return false;
  }
  finish(out, tokens, &p, s.last);
  return true;
}
