#include "chain/owners.h"

#include "base/hash.h"
#include "isnad/arabic.h"
#include "tables.h"

bool chain_owners_new(chain_owners *out, isnad_arena *arena) {
  if (!map_new(&out->rows, arena, isnad_outlets_count)) return false;
  for (size_t i = 0; i < isnad_outlets_count; i++) {
    uint64_t *row = map_put(&out->rows, hash64(isnad_slice_of(isnad_outlets_rows[i].id)));
    if (row == NULL) return false;
    *row = i + 1;
  }
  return true;
}

bool chain_is_outlet(const chain_owners *owners, isnad_slice id) { return id.length > 0 && map_get(&owners->rows, hash64(id)) != NULL; }

int chain_outlet_kind(const chain_owners *owners, isnad_slice id) {
  const uint64_t *row = id.length > 0 ? map_get(&owners->rows, hash64(id)) : NULL;
  return row != NULL ? (int)isnad_outlets_rows[*row - 1].kind : -1;
}

uint64_t chain_owner_of(const chain_owners *owners, isnad_slice id, isnad_slice name) {
  const uint64_t *row = id.length > 0 ? map_get(&owners->rows, hash64(id)) : NULL;
  const char *owner = row != NULL ? isnad_outlets_rows[*row - 1].owner : NULL;
  if (owner != NULL && owner[0] != '\0') return hash64(isnad_slice_of(owner));
  if (id.length > 0) return hash64(id);
  return name.length > 0 ? isnad_token_hash(name) : 0;
}

/* Words behind a head noun that only rank it ("official", "leading"). */
static bool only_ranks(const isnad_tokens *tokens, size_t at) {
  isnad_phrase hits[8];
  for (; at < tokens->count; at++) {
    bool ranks = false;
    size_t count = isnad_phrases_at(hits, 8, tokens, at, 1u << ISNAD_TABLE_QUOTE_WORDS, 0);
    for (size_t i = 0; i < count && !ranks; i++)
      ranks = hits[i].count == 1 && isnad_quote_words_rows[hits[i].row].role == ISNAD_QUOTE_WORDS_ROLE_RANKS;
    if (!ranks) return false;
  }
  return true;
}

/* Of both tables: as a head it takes no name, as a credit it is the outlet's own ("our reporter"). */
bool chain_is_own(isnad_arena *arena, isnad_slice name) {
  isnad_tokens tokens;
  isnad_phrase head, credit;
  if (isnad_arabic_tokens(&tokens, arena, name, NULL) != ISNAD_OK || tokens.count == 0) return false;
  if (isnad_phrases_at(&head, 1, &tokens, 0, 1u << ISNAD_TABLE_HEADS, ISNAD_PHRASE_CUT) == 0) return false;
  if (isnad_phrases_at(&credit, 1, &tokens, 0, 1u << ISNAD_TABLE_CREDITS, ISNAD_PHRASE_CUT) == 0) return false;
  return head.count == 1 && credit.count == 1 && isnad_heads_rows[head.row].takes != ISNAD_HEADS_TAKES_NAME &&
         isnad_credits_rows[credit.row].kind == ISNAD_CREDITS_KIND_OWN;
}

bool chain_is_platform(const chain_owners *owners, isnad_arena *arena, isnad_slice id, isnad_slice name) {
  isnad_tokens tokens;
  isnad_phrase hit;
  if (id.length > 0) return chain_outlet_kind(owners, id) == ISNAD_OUTLETS_KIND_PLATFORM;
  if (isnad_arabic_tokens(&tokens, arena, name, NULL) != ISNAD_OK) return false;
  for (size_t at = 0; at < tokens.count; at++)
    if (isnad_phrases_at(&hit, 1, &tokens, at, 1u << ISNAD_TABLE_OUTLETS, 0) > 0 && isnad_outlets_rows[hit.row].kind == ISNAD_OUTLETS_KIND_PLATFORM)
      return true;
  return false;
}

bool chain_is_nameless(isnad_arena *arena, isnad_slice name) {
  isnad_tokens tokens;
  isnad_phrase hit;
  if (isnad_arabic_tokens(&tokens, arena, name, NULL) != ISNAD_OK || tokens.count != 1) return false;
  if (isnad_phrases_at(&hit, 1, &tokens, 0, 1u << ISNAD_TABLE_HEADS, 0) == 0) return false;
  return isnad_heads_rows[hit.row].takes == ISNAD_HEADS_TAKES_NAME;
}

bool chain_is_generic(isnad_arena *arena, isnad_slice name) {
  isnad_tokens tokens;
  isnad_phrase hit;
  if (isnad_arabic_tokens(&tokens, arena, name, NULL) != ISNAD_OK || tokens.count == 0) return false;
  if (isnad_phrases_at(&hit, 1, &tokens, 0, 1u << ISNAD_TABLE_HEADS, ISNAD_PHRASE_CUT) == 0) return false;
  const isnad_heads_row *head = &isnad_heads_rows[hit.row];
  bool body =
      head->kind == ISNAD_HEADS_KIND_OFFICIAL || head->kind == ISNAD_HEADS_KIND_DOCUMENT; /* "the ministry of health" is one, without a name */
  /* a head that takes no name is described by whatever follows: "news agencies of Russia" */
  return !body && (head->takes != ISNAD_HEADS_TAKES_NAME || only_ranks(&tokens, hit.count));
}
