#include "arabic/chars.h"
#include "base/room.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

enum { LONGEST_FOLDED = 65000 };

typedef struct lexer {
  isnad_slice text;
  size_t at;
  isnad_arena *arena;
  char *folded; /* room for the whole text from the start: see chars_folded_room */
  size_t used;
  isnad_token *items;
  size_t count, room;
  bool glued; /* nothing but dropped characters since the last token */
  bool failed;
} lexer;

/* One character: what it is, and how far it reaches in the text and in the folded text, where its bytes are put but not yet kept. */
typedef struct step {
  char_class kind;
  size_t source, folded;
} step;

static inline step step_at(const lexer *l, size_t at, size_t used) {
  step s = {CHAR_RARE, 0, 0};
  uint32_t entry = chars_entry(chars_match, (const unsigned char *)l->text.bytes + at, l->text.length - at, &s.source);
  s.kind = chars_entry_class(entry);
  s.folded = chars_entry_length(entry);
  if (s.kind != CHAR_RARE)
    chars_entry_put(l->folded + used, entry);
  else
    s.kind = chars_rare(l->folded + used, &s.folded, l->text, at, &s.source, ISNAD_FOLD_MATCH);
  return s;
}

static bool make_room(lexer *l) {
  if (l->count < l->room) return true;
  isnad_token *items = isnad_arena_grow(l->arena, l->items, l->room, l->room * 2, sizeof *items);
  l->failed = items == NULL;
  if (l->failed) return false;
  l->items = items;
  l->room *= 2;
  return true;
}

/* A token that ends at `end`; its folded form goes from l->used to `used`, and reading goes on at `next`. */
static inline void add(lexer *l, isnad_token_kind kind, unsigned flags, size_t end, size_t used, size_t next) {
  if (!make_room(l)) return;
  size_t length = used - l->used;
  if (l->glued) flags |= ISNAD_TOKEN_GLUED;
  l->items[l->count++] = (isnad_token){.span = {(uint32_t)l->at, (uint32_t)end},
                                       .folded = (uint32_t)l->used,
                                       .length = (uint16_t)length,
                                       .kind = (uint8_t)kind,
                                       .flags = (uint8_t)flags,
                                       .hash = XXH3_64bits(l->folded + l->used, length)};
  l->used = used;
  l->at = next;
  l->glued = true;
}

/* Plain letters, no more than a token may still take. */
static inline size_t arabic_run(const lexer *l, size_t at, size_t used) {
  size_t left = l->text.length - at, allowed = LONGEST_FOLDED - (used - l->used);
  return chars_arabic_run(l->folded + used, chars_match, (const unsigned char *)l->text.bytes + at, left < allowed ? left : allowed);
}

/* A run of letters of one script. Its span ends with its last letter, mark or tatweel; controls behind that belong to no token. */
static inline void read_word(lexer *l, const step *first) {
  size_t at = l->at + first->source, used = l->used + first->folded, end = at;
  unsigned flags = first->kind == CHAR_ARABIC ? ISNAD_TOKEN_ARABIC : 0;
  while (at < l->text.length && used - l->used < LONGEST_FOLDED) {
    size_t run = first->kind == CHAR_ARABIC ? arabic_run(l, at, used) : 0;
    if (run > 0) {
      flags &= ~(unsigned)ISNAD_TOKEN_TATWEEL;
      at += run;
      used += run;
      end = at;
      continue;
    }
    step s = step_at(l, at, used);
    if (s.kind == first->kind) {
      used += s.folded;
      flags &= ~(unsigned)ISNAD_TOKEN_TATWEEL;
    } else if (s.kind > CHAR_TATWEEL) {
      break;
    } else if (s.kind == CHAR_TATWEEL) {
      flags |= ISNAD_TOKEN_TATWEEL;
    }
    at += s.source;
    if (s.kind != CHAR_DROP) end = at;
  }
  add(l, ISNAD_TOKEN_WORD, flags, end, used, at);
}

static bool is_separator(const lexer *l, size_t used, const step *s) {
  return s->kind == CHAR_PUNCT && s->folded == 1 && (l->folded[used] == '.' || l->folded[used] == ',');
}

/* Whether a number goes on behind the separator `s` at `at`. */
static bool digit_follows(const lexer *l, size_t at, size_t used, const step *s) {
  return at + s->source < l->text.length && step_at(l, at + s->source, used + s->folded).kind == CHAR_DIGIT;
}

static void read_number(lexer *l, const step *first) {
  size_t at = l->at + first->source, used = l->used + first->folded, end = at;
  unsigned flags = first->source == 2 ? ISNAD_TOKEN_ARABIC : 0;
  while (at < l->text.length && used - l->used < LONGEST_FOLDED) {
    step s = step_at(l, at, used);
    bool separator = is_separator(l, used, &s);
    if (separator ? !digit_follows(l, at, used, &s) : s.kind != CHAR_DIGIT && s.kind != CHAR_DROP && s.kind != CHAR_MARK) break;
    if (s.kind == CHAR_DIGIT && s.source == 2) flags |= ISNAD_TOKEN_ARABIC;
    at += s.source;
    used += s.folded;
    if (s.kind != CHAR_DROP) end = at;
  }
  add(l, ISNAD_TOKEN_NUMBER, flags, end, used, at);
}

static void read_single(lexer *l, isnad_token_kind kind, const step *s) {
  add(l, kind, 0, l->at + s->source, l->used + s->folded, l->at + s->source);
}

static void read_line(lexer *l, const step *s) {
  size_t end = l->at + s->source;
  if (l->text.bytes[l->at] == '\r' && end < l->text.length && l->text.bytes[end] == '\n') end++;
  l->folded[l->used] = '\n';
  l->glued = false;
  add(l, ISNAD_TOKEN_LINE, 0, end, l->used + 1, end);
  l->glued = false;
}

/* Tatweel that no letter stands before is a dash that somebody typed with it. */
static void read_dash(lexer *l) {
  size_t at = l->at, end = at;
  while (at < l->text.length) {
    step s = step_at(l, at, l->used);
    if (s.kind > CHAR_TATWEEL) break;
    at += s.source;
    if (s.kind != CHAR_DROP) end = at;
  }
  l->folded[l->used] = '-';
  add(l, ISNAD_TOKEN_PUNCT, 0, end, l->used + 1, at);
}

static inline void read_one(lexer *l) {
  step s = step_at(l, l->at, l->used);
  if (s.kind > CHAR_RARE) {
    read_word(l, &s);
    return;
  }
  switch (s.kind) {
  case CHAR_DIGIT:
    read_number(l, &s);
    break;
  case CHAR_LINE:
    read_line(l, &s);
    break;
  case CHAR_TATWEEL:
    read_dash(l);
    break;
  case CHAR_SPACE:
    l->glued = false;
    l->at += s.source;
    break;
  case CHAR_QUOTE:
    read_single(l, ISNAD_TOKEN_QUOTE, &s);
    break;
  case CHAR_PUNCT:
    read_single(l, ISNAD_TOKEN_PUNCT, &s);
    break;
  case CHAR_SYMBOL:
    read_single(l, ISNAD_TOKEN_SYMBOL, &s);
    break;
  default:
    l->at += s.source;
  }
}

enum { MARK_BYTES = 32 }; /* three words: few enough to be passed one by one */

static const uint32_t *mark_tokens(const lexer *l, size_t bytes) {
  size_t count = bytes / MARK_BYTES + 1, next = 0;
  uint32_t *marks = arena_room(l->arena, count, sizeof *marks);
  if (marks == NULL) return NULL;
  for (size_t i = 0; i < l->count; i++)
    while (next * MARK_BYTES <= l->items[i].span.begin) marks[next++] = (uint32_t)i;
  while (next < count) marks[next++] = (uint32_t)l->count;
  return marks;
}

isnad_status isnad_arabic_tokens(isnad_tokens *out, isnad_arena *arena, isnad_slice text, isnad_err *err) {
  isnad_span whole = {0, text.length < UINT32_MAX ? (uint32_t)text.length : 0};
  return isnad_arabic_tokens_in(out, arena, text, &whole, 1, err);
}

isnad_status isnad_arabic_tokens_in(isnad_tokens *out, isnad_arena *arena, isnad_slice text, const isnad_span *spans, size_t count, isnad_err *err) {
  if (text.length >= UINT32_MAX) return isnad_err_set(err, ISNAD_LIMIT, "arabic", (isnad_span){0, 0}, "texts of 4 GiB and more are not read");
  size_t bytes = 0, room = 0;
  for (size_t i = 0; i < count; i++) {
    bytes += spans[i].end - spans[i].begin;
    room += chars_folded_room(isnad_slice_at(text, spans[i]));
  }
  lexer l = {.arena = arena, .room = bytes / 8 + 8};
  l.folded = arena_room(arena, room, 1);
  l.items = arena_room(arena, l.room, sizeof *l.items);
  if (l.folded == NULL || l.items == NULL) return isnad_arena_fail(err, arena, "arabic");
  for (size_t i = 0; i < count; i++) {
    l.text = (isnad_slice){text.bytes, spans[i].end};
    l.at = spans[i].begin;
    l.glued = false;
    while (l.at < l.text.length && !l.failed) read_one(&l);
  }
  const uint32_t *marks = l.failed ? NULL : mark_tokens(&l, text.length);
  if (marks == NULL) return isnad_arena_fail(err, arena, "arabic");
  *out = (isnad_tokens){text, l.folded, l.items, l.count, marks};
  return ISNAD_OK;
}

uint64_t isnad_token_hash(isnad_slice folded) { return XXH3_64bits(folded.bytes, folded.length); }

size_t isnad_tokens_seek(const isnad_tokens *tokens, uint32_t offset) {
  if (tokens->count == 0 || offset > tokens->text.length) return tokens->count;
  size_t at = tokens->marks[offset / MARK_BYTES];
  while (at < tokens->count && tokens->items[at].span.begin < offset) at++;
  return at;
}

uint32_t isnad_token_source(const isnad_tokens *tokens, size_t index, size_t folded_bytes) {
  const isnad_token *t = &tokens->items[index];
  isnad_slice text = {tokens->text.bytes, t->span.end};
  size_t seen = 0, length = 0, folded = 0;
  for (size_t at = t->span.begin; at < t->span.end; at += length, seen += folded) {
    uint32_t entry = chars_entry(chars_match, (const unsigned char *)text.bytes + at, text.length - at, &length);
    char bytes[CHAR_MOST_BYTES];
    folded = chars_entry_length(entry);
    if (chars_entry_class(entry) == CHAR_RARE) chars_rare(bytes, &folded, text, at, &length, ISNAD_FOLD_MATCH);
    if (folded > 0 && seen + folded > folded_bytes) return (uint32_t)at;
  }
  return t->span.end;
}
