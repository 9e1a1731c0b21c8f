#include "store/tokenizer.h"

#include "arabic/phrase_tables.h"

#include <stdlib.h>
#include <string.h>

#ifdef ISNAD_EXTENSION
SQLITE_EXTENSION_INIT3
#endif

/* The name is FTS5's. */
struct Fts5Tokenizer {
  isnad_arena *arena;
  bool packed;
};

/* Where FTS5 takes its terms. */
typedef int term_taker(void *context, int flags, const char *term, int length, int begin, int end);

typedef struct giving {
  void *context;
  term_taker *take;
  int flags; /* FTS5_TOKENIZE_... */
  bool exact, coded;
} giving;

isnad_slice tokenizer_stem(char room[ISNAD_STEM_ROOM], const isnad_tokens *tokens, size_t at) {
  isnad_slice form = isnad_token_form(tokens, at);
  if ((tokens->items[at].flags & ISNAD_TOKEN_ARABIC) != 0 && tokens->items[at].kind == ISNAD_TOKEN_WORD)
    return word_stem(room, form, tokens->items[at].hash);
  if (tokens->items[at].kind != ISNAD_TOKEN_NUMBER || form.length > ISNAD_STEM_ROOM || memchr(form.bytes, ',', form.length) == NULL) return form;
  size_t length = 0;
  for (size_t i = 0; i < form.length; i++)
    if (form.bytes[i] != ',') room[length++] = form.bytes[i];
  return (isnad_slice){room, length};
}

/* One byte a letter; 0 when a letter is of another block. */
static size_t code_letters(char *out, size_t most, isnad_slice form) {
  const unsigned char *p = (const unsigned char *)form.bytes;
  size_t used = 0;
  for (size_t i = 0; i < form.length && used < most; used++) {
    if (p[i] < 0x80) {
      out[used] = form.bytes[i++];
    } else if ((p[i] == 0xD8 || p[i] == 0xD9) && i + 1 < form.length) {
      out[used] = (char)(0x80 | (p[i] & 1) << 6 | (p[i + 1] & 0x3F));
      i += 2;
    } else {
      return 0;
    }
  }
  return used;
}

size_t tokenizer_code(char out[TERM_LONGEST], isnad_slice form) {
  size_t used = code_letters(out, TERM_LONGEST, form);
  if (used > 0 || form.length == 0) return used;
  size_t length = form.length < TERM_LONGEST - 1 ? form.length : TERM_LONGEST - 1;
  out[0] = 0x7F;
  memcpy(out + 1, form.bytes, length);
  return length + 1;
}

/* `mark` comes before the term; 0: none. */
static int give(const giving *g, int flags, char mark, isnad_slice word, isnad_span span) {
  char term[TERM_LONGEST + 1] = {mark};
  size_t used = mark != 0 ? 1 : 0;
  if (g->coded) {
    used += tokenizer_code(term + used, word);
  } else {
    size_t length = word.length < TERM_LONGEST ? word.length : TERM_LONGEST;
    memcpy(term + used, word.bytes, length);
    used += length;
  }
  return g->take(g->context, flags, term, (int)used, (int)span.begin, (int)span.end);
}

static int give_word(const giving *g, const isnad_tokens *tokens, size_t at) {
  char room[ISNAD_STEM_ROOM];
  isnad_span span = tokens->items[at].span;
  isnad_slice form = isnad_token_form(tokens, at);
  bool asked = (g->flags & FTS5_TOKENIZE_QUERY) != 0;
  if (asked && (g->exact || (g->flags & FTS5_TOKENIZE_PREFIX) != 0)) return give(g, 0, TERM_EXACT, form, span);
  isnad_slice stem = tokenizer_stem(room, tokens, at);
  int code = give(g, 0, 0, stem, span);
  if (code != SQLITE_OK || (asked && !g->coded)) return code;
  return give(g, FTS5_TOKEN_COLOCATED, TERM_EXACT, asked ? stem : form, span); /* the store holds words that are their own stem as forms alone */
}

static int give_text(const giving *g, isnad_arena *arena, isnad_slice text) {
  isnad_tokens tokens;
  int code = SQLITE_OK;
  isnad_arena_reset(arena);
  if (isnad_arabic_tokens(&tokens, arena, text, NULL) != ISNAD_OK) return SQLITE_NOMEM;
  for (size_t i = 0; code == SQLITE_OK && i < tokens.count; i++)
    if (tokens.items[i].kind == ISNAD_TOKEN_WORD || tokens.items[i].kind == ISNAD_TOKEN_NUMBER) code = give_word(g, &tokens, i);
  return code;
}

static int give_packed(const giving *g, isnad_slice text) {
  int code = SQLITE_OK;
  for (size_t at = 0; code == SQLITE_OK && at < text.length;) {
    size_t end = at + 1;
    while (end < text.length && text.bytes[end] != TERM_NEXT && text.bytes[end] != TERM_BESIDE) end++;
    int flags = text.bytes[at] == TERM_BESIDE ? FTS5_TOKEN_COLOCATED : 0;
    if (end > at + 1) code = g->take(g->context, flags, text.bytes + at + 1, (int)(end - at - 1), (int)at, (int)end);
    at = end;
  }
  return code;
}

static bool is_packed(const Fts5Tokenizer *t, const giving *g, isnad_slice text) {
  if (!t->packed) return false;
  return (g->flags & FTS5_TOKENIZE_QUERY) == 0 || (text.length > 0 && text.bytes[0] == TERM_NEXT);
}

static int tokenize(Fts5Tokenizer *t, void *context, int flags, const char *bytes, int length, term_taker *take) {
  isnad_slice text = {bytes, length > 0 ? (size_t)length : 0};
  giving g = {context, take, flags, false, false};
  if (text.length == 0) return SQLITE_OK;
  if (is_packed(t, &g, text)) return give_packed(&g, text);
  g.exact = text.bytes[0] == TERM_EXACT;
  g.coded = t->packed;
  return give_text(&g, t->arena, text);
}

static void delete (Fts5Tokenizer *t) {
  isnad_arena_free(t->arena);
  free(t);
}

static int create(void *none, const char **arguments, int count, Fts5Tokenizer **out) {
  (void)none;
  bool packed = count == 1 && strcmp(arguments[0], "packed") == 0;
  if (count > 0 && !packed) return SQLITE_ERROR;
  Fts5Tokenizer *t = calloc(1, sizeof *t);
  if (t == NULL) return SQLITE_NOMEM;
  t->packed = packed;
  if (isnad_arena_new(&t->arena, 0) != ISNAD_OK) {
    free(t);
    return SQLITE_NOMEM;
  }
  *out = t;
  return SQLITE_OK;
}

fts5_api *tokenizer_fts5(sqlite3 *db) {
  fts5_api *api = NULL;
  sqlite3_stmt *statement = NULL;
  if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, NULL) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", NULL);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}

int tokenizer_register(sqlite3 *db) {
  fts5_tokenizer methods = {create, delete, tokenize};
  fts5_api *api = tokenizer_fts5(db);
  return api == NULL ? SQLITE_ERROR : api->xCreateTokenizer(api, "isnad", NULL, &methods, NULL);
}
