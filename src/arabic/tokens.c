#include "arabic/chars.h"
#include "arabic/letters.h"
#include "base/hash.h"

#include <string.h>

enum { LONGEST_FOLDED = 60000, SLACK = FOLDED_ROOM * 4 };

typedef struct lexer {
  const unsigned char *text;
  size_t length, at;
  isnad_arena *arena;
  char *folded;
  size_t used, room; /* room - used >= length - at + SLACK while characters fold to no more bytes than they have */
  isnad_token *items;
  size_t count, item_room;
  bool space_before; /* white space or a line break since the last token */
  bool failed;
} lexer;

/* Folded text grows only by ligatures; then the room is made up for. */
static bool keep_room(lexer *l) {
  size_t wanted = l->used + (l->length - l->at) + SLACK;
  if (wanted <= l->room) return true;
  size_t room = wanted + l->room / 2;
  char *folded = isnad_arena_grow(l->arena, l->folded, l->room, room, 1);
  l->failed = folded == NULL;
  if (l->failed) return false;
  l->folded = folded;
  l->room = room;
  return true;
}

static bool item_room(lexer *l) {
  if (l->count < l->item_room) return true;
  size_t room = l->item_room * 2;
  isnad_token *items = isnad_arena_grow(l->arena, l->items, l->item_room, room, sizeof *items);
  l->failed = items == NULL;
  if (l->failed) return false;
  l->items = items;
  l->item_room = room;
  return true;
}

static void add(lexer *l, isnad_token_kind kind, unsigned flags, size_t begin, size_t end, size_t folded) {
  if (!item_room(l)) return;
  if (!l->space_before) flags |= ISNAD_TOKEN_GLUED;
  isnad_slice form = {l->folded + folded, l->used - folded};
  l->items[l->count++] = (isnad_token){.span = {(uint32_t)begin, (uint32_t)end},
                                       .folded = (uint32_t)folded,
                                       .length = (uint16_t)form.length,
                                       .kind = (uint8_t)kind,
                                       .flags = (uint8_t)flags,
                                       .hash = hash64(form)};
  l->space_before = kind == ISNAD_TOKEN_LINE;
}

/* One character: its class, and its folded bytes put at the end of the folded text but not yet kept. */
typedef struct step {
  char_class kind;
  size_t source; /* bytes of text */
  size_t folded; /* bytes put at folded + used */
} step;

static step slow_step(lexer *l) {
  size_t length = 0;
  char_fold folded;
  chars_fold(&folded, chars_decode((isnad_slice){(const char *)l->text, l->length}, l->at, &length), ISNAD_FOLD_MATCH);
  step s = {folded.kind, length, 0};
  for (size_t i = 0; i < folded.count; i++) s.folded += chars_encode(l->folded + l->used + s.folded, folded.points[i]);
  return s;
}

static inline step next_step(lexer *l) {
  const unsigned char *p = l->text + l->at;
  char *out = l->folded + l->used;
  if ((p[0] & 0xFC) == 0xD8 && l->at + 1 < l->length && (p[1] & 0xC0) == 0x80) {
    unsigned entry = chars_arabic_block[(p[0] & 3u) << 6 | (p[1] & 0x3Fu)], low = entry & 0xFF;
    char_class kind = (char_class)(entry >> 8);
    if (kind == CHAR_ARABIC) {
      out[0] = (char)(0xD8 | low >> 6);
      out[1] = (char)(0x80 | (low & 0x3F));
      return (step){kind, 2, 2};
    }
    if (kind == CHAR_DROP || kind == CHAR_TATWEEL) return (step){kind, 2, 0};
    if (kind == CHAR_DIGIT) {
      out[0] = (char)low;
      return (step){kind, 2, 1};
    }
    return slow_step(l);
  }
  if (p[0] < 0x80) {
    out[0] = (char)(p[0] >= 'A' && p[0] <= 'Z' ? p[0] + ('a' - 'A') : p[0]);
    return (step){(char_class)chars_ascii[p[0]], 1, 1};
  }
  return slow_step(l);
}

static void keep(lexer *l, const step *s) {
  l->used += s->folded;
  l->at += s->source;
}

/* A run of letters of one script, marks and tatweel inside it dropped. Trailing marks belong to its span. */
static void read_word(lexer *l, step first) {
  size_t begin = l->at, folded = l->used;
  char_class script = first.kind;
  unsigned flags = script == CHAR_ARABIC ? ISNAD_TOKEN_ARABIC : 0;
  bool tatweel = false;
  keep(l, &first);
  while (l->at < l->length && l->used - folded < LONGEST_FOLDED) {
    if (first.folded > first.source && !keep_room(l)) return;
    step s = next_step(l);
    if (s.kind != script && s.kind != CHAR_DROP && s.kind != CHAR_TATWEEL) break;
    if (s.kind != CHAR_DROP) tatweel = s.kind == CHAR_TATWEEL;
    first = s;
    if (s.kind == CHAR_DROP || s.kind == CHAR_TATWEEL)
      l->at += s.source;
    else
      keep(l, &s);
  }
  if (tatweel) flags |= ISNAD_TOKEN_TATWEEL;
  add(l, ISNAD_TOKEN_WORD, flags, begin, l->at, folded);
}

/* Whether a number goes on at `at` with one separator and a digit; *length is the separator's. */
static bool separator_and_digit(const lexer *l, size_t at, size_t *length) {
  const unsigned char *p = l->text + at;
  size_t left = l->length - at;
  if (left >= 2 && (p[0] == '.' || p[0] == ','))
    *length = 1;
  else if (left >= 3 && p[0] == 0xD9 && (p[1] == 0xAB || p[1] == 0xAC))
    *length = 2;
  else
    return false;
  const unsigned char *next = p + *length;
  if (next[0] >= '0' && next[0] <= '9') return true;
  if (left < *length + 2) return false;
  bool arabic = next[0] == 0xD9 && next[1] >= 0xA0 && next[1] <= 0xA9;
  bool persian = next[0] == 0xDB && next[1] >= 0xB0 && next[1] <= 0xB9;
  return arabic || persian;
}

static void read_number(lexer *l, step first) {
  size_t begin = l->at, folded = l->used, separator = 0;
  unsigned flags = first.source == 2 ? ISNAD_TOKEN_ARABIC : 0;
  keep(l, &first);
  while (l->at < l->length && l->used - folded < LONGEST_FOLDED) {
    if (separator_and_digit(l, l->at, &separator)) {
      char mark = separator == 2 ? (l->text[l->at + 1] == 0xAB ? '.' : ',') : (char)l->text[l->at];
      l->folded[l->used++] = mark;
      l->at += separator;
    }
    step s = next_step(l);
    if (s.kind != CHAR_DIGIT && s.kind != CHAR_DROP) break;
    if (s.kind == CHAR_DROP)
      l->at += s.source;
    else
      keep(l, &s);
  }
  add(l, ISNAD_TOKEN_NUMBER, flags, begin, l->at, folded);
}

static void read_single(lexer *l, const step *s) {
  size_t begin = l->at, folded = l->used;
  isnad_token_kind kind = s->kind == CHAR_QUOTE ? ISNAD_TOKEN_QUOTE : s->kind == CHAR_PUNCT ? ISNAD_TOKEN_PUNCT : ISNAD_TOKEN_SYMBOL;
  keep(l, s);
  add(l, kind, 0, begin, l->at, folded);
}

static void read_line(lexer *l, const step *s) {
  size_t begin = l->at, folded = l->used;
  l->at += s->source;
  if (l->text[begin] == '\r' && l->at < l->length && l->text[l->at] == '\n') l->at++;
  add(l, ISNAD_TOKEN_LINE, 0, begin, l->at, folded);
}

static void read_one(lexer *l) {
  step s = next_step(l);
  switch (s.kind) {
  case CHAR_ARABIC:
  case CHAR_LETTER:
    read_word(l, s);
    break;
  case CHAR_DIGIT:
    read_number(l, s);
    break;
  case CHAR_LINE:
    read_line(l, &s);
    break;
  case CHAR_SPACE:
    l->space_before = true;
    l->at += s.source;
    break;
  case CHAR_DROP:
  case CHAR_TATWEEL:
    l->at += s.source;
    break;
  default:
    read_single(l, &s);
  }
  if (s.folded > s.source) keep_room(l);
}

isnad_status isnad_arabic_tokens(isnad_tokens *out, isnad_arena *arena, isnad_slice text, isnad_err *err) {
  if (text.length >= UINT32_MAX) return isnad_err_set(err, ISNAD_LIMIT, "arabic", (isnad_span){0, 0}, "texts of 4 GiB and more are not read");
  lexer l = {.text = (const unsigned char *)text.bytes, .length = text.length, .arena = arena, .space_before = true};
  l.room = text.length + SLACK * 2;
  l.folded = isnad_arena_alloc(arena, l.room);
  l.item_room = text.length / 8 + 64;
  l.items = isnad_arena_array(arena, l.item_room, sizeof *l.items);
  if (l.folded == NULL || l.items == NULL) return isnad_arena_fail(err, arena, "arabic");
  while (l.at < l.length && !l.failed) read_one(&l);
  if (l.failed) return isnad_arena_fail(err, arena, "arabic");
  *out = (isnad_tokens){text, l.folded, l.items, l.count};
  return ISNAD_OK;
}

isnad_slice isnad_token_form(const isnad_tokens *tokens, size_t index) {
  const isnad_token *t = &tokens->items[index];
  return (isnad_slice){tokens->folded + t->folded, t->length};
}

uint64_t isnad_token_hash(isnad_slice folded) { return hash64(folded); }

size_t isnad_tokens_seek(const isnad_tokens *tokens, uint32_t offset) {
  size_t low = 0, high = tokens->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (tokens->items[middle].span.begin < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

uint32_t isnad_token_source(const isnad_tokens *tokens, size_t index, size_t folded_bytes) {
  const isnad_token *t = &tokens->items[index];
  isnad_slice text = {tokens->text.bytes, t->span.end};
  size_t seen = 0, length = 0;
  for (size_t at = t->span.begin; at < t->span.end; at += length) {
    char_fold one;
    chars_fold(&one, chars_decode(text, at, &length), ISNAD_FOLD_MATCH);
    if (one.count > 0 && seen >= folded_bytes) return (uint32_t)at;
    for (size_t i = 0; i < one.count; i++) {
      char bytes[4];
      seen += chars_encode(bytes, one.points[i]);
    }
  }
  return t->span.end;
}
