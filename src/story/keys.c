/* The keys by which reports meet, and the cells in which they are filed. */
#include "story/weaving.h"

#include "base/clock.h"

const char story_index[] = "story";

/* A cell is a key of 47 bits over a day of 16: since 1970, 1 being the first; 0: without a day; DAY_ALL: whatever the day. */
enum { DAY_BITS = 16, DAY_ALL = 0xFFFF, KEY_DROP = 17 };

/* Tells the strong keys from the plain ones. */
#define STRONG UINT64_C(0x5DEECE66D123)

/* The heaviest terms of a report are filed once more: two that share one of these meet by it alone. */
static uint64_t strong_key(uint64_t key) { return key ^ STRONG; }

size_t report_keys(uint64_t keys[KEYS], const report *r) {
  float weights[PLAIN_KEYS];
  size_t count = 0;
  for (uint32_t i = 0; i < r->term_count; i++) {
    size_t at = count;
    while (at > 0 && weights[at - 1] < r->terms[i].whole) at--; /* equal weights: by hash */
    if (at == PLAIN_KEYS) continue;
    if (count < PLAIN_KEYS) count++;
    for (size_t k = count - 1; k > at; k--) {
      weights[k] = weights[k - 1];
      keys[k] = keys[k - 1];
    }
    weights[at] = r->terms[i].whole;
    keys[at] = r->terms[i].hash >> KEY_DROP;
  }
  size_t plain = count;
  for (size_t i = 0; i < plain && i < STRONG_KEYS; i++) keys[count++] = strong_key(keys[i]);
  return count;
}

uint64_t cell_on(uint64_t key, int64_t day) {
  int64_t kept = day < 1 ? 1 : day >= DAY_ALL ? DAY_ALL - 1 : day;
  return key << DAY_BITS | (uint64_t)kept;
}

uint64_t cell_of_all(uint64_t key) { return key << DAY_BITS | DAY_ALL; }

uint64_t cell_undated(uint64_t key) { return key << DAY_BITS; }

uint64_t cell_of(uint64_t key, const report *r) { return report_dated(r) ? cell_on(key, r->when.from / DAY_SECONDS) : cell_undated(key); }

uint64_t key_of_cell(uint64_t cell) { return cell >> DAY_BITS; }

bool cell_is_undated(uint64_t cell) { return (cell & DAY_ALL) == 0; }
