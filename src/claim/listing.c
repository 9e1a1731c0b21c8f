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

static size_t look_up(isnad_phrase room[CLAIM_HITS], const claim_listing *in, size_t at) {
  return isnad_phrases_at(room, CLAIM_HITS, in->tokens, at, 1u << ISNAD_TABLE_CLAIM_WORDS, ISNAD_PHRASE_CUT);
}

size_t claim_listed_at(const isnad_phrase **hits, isnad_phrase room[CLAIM_HITS], const claim_listing *in, size_t at) {
  claim_token *kept = claim_token_of(in, at);
  *hits = room;
  if (kept == NULL) return look_up(room, in, at);
  if (!kept->looked) {
    size_t count = look_up(room, in, at);
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
