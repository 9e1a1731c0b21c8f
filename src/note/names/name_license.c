/* Words that may stand alone for somebody whom the article names in full, found by the consonants of their spellings. */
#include "note/names/name_license.h"

#include "arabic/letters.h"
#include "base/hash.h"

static uint64_t skeleton_key(isnad_slice word) {
  char skeleton[NAME_SKELETON_ROOM];
  size_t length = name_skeleton(skeleton, word);
  return hash64((isnad_slice){skeleton, length});
}

/* The bit of a word's ending, which cutting its proclitics leaves alone; a word of less than two consonants has none, and gives ENDING_BITS. */
static unsigned ending_bit(isnad_slice word) {
  unsigned ending = name_ending(word);
  return ending == 0 ? ENDING_BITS : ending * 0x9E3779B1u >> 22; /* 2^10 = ENDING_BITS */
}

static void grant_ending(name_licenses *l, isnad_slice word) {
  unsigned bit = ending_bit(word);
  l->lasts |= UINT64_C(1) << name_ending(word) % 64; /* its low byte is the last consonant's */
  if (bit == ENDING_BITS)
    l->any_ending = true;
  else
    l->endings[bit / 64] |= UINT64_C(1) << bit % 64;
}

/* Whether a word that may stand alone can end as this one does. */
bool name_license_may_end(const name_licenses *l, isnad_slice word) {
  if (l->any_ending) return true;
  unsigned last = name_last_consonant(word);
  if (last != 0 && (l->lasts >> last % 64 & 1) == 0) return false;
  unsigned bit = ending_bit(word);
  return bit != ENDING_BITS && (l->endings[bit / 64] >> bit % 64 & 1) != 0;
}

void name_license(name_finder *f, name_licenses *l, isnad_slice word, uint32_t entity, bool exact) {
  if (word.length < 4) return;
  grant_ending(l, word);
  uint64_t *slot = map_put(&l->by_skeleton, skeleton_key(word));
  if (l->count == l->room || slot == NULL) {
    f->s->failed = f->s->failed || slot == NULL;
    return;
  }
  l->items[l->count] = (name_license_item){word, entity, (uint32_t)*slot, exact};
  *slot = ++l->count;
}

/* Of several bearers of one surname the one named last is meant. */
uint32_t name_license_bearer(const name_finder *f, const name_licenses *l, isnad_slice word, bool variants) {
  const uint64_t *slot = map_get(&l->by_skeleton, skeleton_key(word));
  uint32_t best = NO_ENTITY, seen = 0;
  for (uint64_t i = slot == NULL ? 0 : *slot, steps = 0; i > 0 && steps < 16; i = l->items[i - 1].next, steps++) {
    const name_license_item *one = &l->items[i - 1];
    bool same = isnad_slice_equal(word, one->word) || (variants && !one->exact && name_is_variant(word, one->word));
    if (same && (best == NO_ENTITY || f->entities[one->entity].last_seen >= seen)) {
      best = one->entity;
      seen = f->entities[best].last_seen;
    }
  }
  return best;
}
