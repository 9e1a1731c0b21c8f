#include "claim/listing.h"

#include "base/room.h"
#include "tables.h"

#include <string.h>

claim_listing claim_listing_of(const isnad_tokens *tokens) { return (claim_listing){tokens, NULL, 0, 0, NULL}; }

bool claim_listing_new(claim_listing *out, isnad_arena *arena, const isnad_tokens *tokens, size_t first, size_t last) {
  *out = (claim_listing){tokens, arena, first, last, isnad_arena_array(arena, last - first, sizeof *out->items)};
  return out->items != NULL;
}

claim_token *claim_token_of(const claim_listing *in, size_t at) { return at >= in->first && at < in->last ? &in->items[at - in->first] : NULL; }

/* Of statements only. */
static bool is_said(isnad_claim_words_role role) { return role == ISNAD_CLAIM_WORDS_ROLE_SAYS || role == ISNAD_CLAIM_WORDS_ROLE_EMPTY; }

static size_t look_up(isnad_phrase room[CLAIM_HITS], const claim_listing *in, size_t at, bool says) {
  isnad_phrase all[2 * CLAIM_HITS];
  size_t found = isnad_phrases_at(all, 2 * CLAIM_HITS, in->tokens, at, 1u << ISNAD_TABLE_CLAIM_WORDS, ISNAD_PHRASE_CUT), count = 0;
  for (size_t i = 0; i < found && count < CLAIM_HITS; i++)
    if (is_said(isnad_claim_words_rows[all[i].row].role) == says) room[count++] = all[i];
  return count;
}

size_t claim_synonyms_at(isnad_phrase room[CLAIM_HITS], const claim_listing *in, size_t at) { return look_up(room, in, at, true); }

size_t claim_listed_at(const isnad_phrase **hits, isnad_phrase room[CLAIM_HITS], const claim_listing *in, size_t at) {
  claim_token *kept = claim_token_of(in, at);
  *hits = room;
  if (kept == NULL) return look_up(room, in, at, false);
  if (!kept->looked) {
    size_t count = look_up(room, in, at, false);
    isnad_phrase *found = count > 0 ? arena_room(in->arena, count, sizeof *found) : NULL;
    if (count > 0 && found == NULL) return count; /* the arena remembers that it refused */
    if (count > 0) memcpy(found, room, count * sizeof *found);
    kept->hits = found;
    kept->count = (uint8_t)count;
    kept->looked = true;
  }
  *hits = kept->hits;
  return kept->count;
}
