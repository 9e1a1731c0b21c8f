#include "chain/relay.h"

#include "arabic/forms.h"
#include "store/sql.h"
#include "tables.h"

#include <string.h>

/* Marks may stand between two media of one citation; so long is a citation that is looked into. */
enum { BETWEEN = 10, LOOKED_INTO = 160 };

static isnad_status words_at(isnad_tokens *out, isnad_arena *arena, isnad_store *store, int64_t article, isnad_span span, isnad_err *err) {
  static const char sql[] = "SELECT substr(CAST(c.text AS BLOB), ?2 + 1, ?3) FROM article a JOIN capture c ON c.id = a.capture WHERE a.id = ?1";
  sqlite3_stmt *row = store_statement(store, sql, err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, article);
  sqlite3_bind_int64(row, 2, span.begin);
  sqlite3_bind_int64(row, 3, span.end - span.begin);
  isnad_status status = store_step(store, row, err);
  isnad_slice words = status == ISNAD_OK ? store_column_copy(arena, row, 0) : (isnad_slice){NULL, 0};
  sqlite3_reset(row);
  return status == ISNAD_OK || status == ISNAD_END ? isnad_arabic_tokens(out, arena, words, err) : status;
}

static size_t next_word(const isnad_tokens *tokens, size_t at) {
  while (at < tokens->count && tokens->items[at].kind == ISNAD_TOKEN_PUNCT) at++;
  return at;
}

isnad_status chain_is_relay(bool *out, isnad_arena *arena, isnad_store *store, int64_t article, isnad_span first, isnad_span second, isnad_err *err) {
  isnad_tokens tokens;
  isnad_phrase hit;
  *out = false;
  if (second.begin < first.end || second.begin - first.end > BETWEEN || second.end - first.end > LOOKED_INTO) return ISNAD_OK;
  isnad_status status = words_at(&tokens, arena, store, article, (isnad_span){first.end, second.end}, err);
  if (status != ISNAD_OK) return status;
  size_t at = next_word(&tokens, 0);
  if (at == tokens.count || isnad_phrases_at(&hit, 1, &tokens, at, 1u << ISNAD_TABLE_TRIGGERS, 0) == 0) return ISNAD_OK;
  const isnad_triggers_row *row = &isnad_triggers_rows[hit.row];
  *out = row->force == ISNAD_TRIGGERS_FORCE_CARRIES && row->form == ISNAD_TRIGGERS_FORM_PREPOSITION;
  return ISNAD_OK;
}

isnad_status chain_is_addressed(bool *out, isnad_arena *arena, isnad_store *store, int64_t article, isnad_span cited, isnad_err *err) {
  isnad_tokens tokens;
  *out = false;
  if (cited.end - cited.begin > LOOKED_INTO) return ISNAD_OK;
  isnad_status status = words_at(&tokens, arena, store, article, cited, err);
  if (status != ISNAD_OK || tokens.count == 0) return status;
  isnad_slice last = isnad_token_form(&tokens, tokens.count - 1);
  *out = last.length > 4 * LETTER_BYTES && letter_is(last, 0, LETTER_LAM) && letter_is(last, LETTER_BYTES, LETTER_LAM);
  return ISNAD_OK;
}

static bool is_apart(const chain_input *in, const chain_citation *c) {
  return c->article == CHAIN_NO_ARTICLE || isnad_slice_is(c->role, "credit") || c->own || chain_names_outlet(c, &in->articles[c->article]);
}

static isnad_status read_relay(chain_input *in, size_t at, isnad_arena *arena, isnad_store *store, isnad_err *err) {
  chain_citation *a = &in->citations[at], *b = &in->citations[at + 1];
  bool relay = false;
  if (a->article != b->article || is_apart(in, a) || is_apart(in, b) || a->nameless || chain_same_source(a, b)) return ISNAD_OK;
  isnad_status status = chain_is_relay(&relay, arena, store, in->articles[a->article].id, a->span, b->span, err);
  if (!relay) return status;
  a->carries = b->relayed = true;
  b->article_wide = b->article_wide && !b->opens; /* the report owes its news to whoever carries it */
  b->opens = false;
  return status;
}

static isnad_status read_address(chain_input *in, size_t at, isnad_arena *arena, isnad_store *store, isnad_err *err) {
  chain_citation *c = &in->citations[at];
  bool one_word = memchr(c->name.bytes, ' ', c->name.length) == NULL;
  if (!c->generic || c->agency || !one_word || is_apart(in, c)) return ISNAD_OK;
  isnad_status status = chain_is_addressed(&c->addressed, arena, store, in->articles[c->article].id, c->span, err);
  c->nameless = c->nameless || c->addressed;
  return status;
}

isnad_status chain_read_relays(chain_input *in, isnad_arena *arena, isnad_store *store, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < in->citation_count; i++) {
    status = read_address(in, i, arena, store, err);
    if (status == ISNAD_OK && i + 1 < in->citation_count) status = read_relay(in, i, arena, store, err);
  }
  return status;
}
