/* Which of the names, words and phrases of some articles are their keywords. */
#include "arabic/frequency.h"
#include "arabic/letters.h"
#include "arabic/phrase_tables.h"
#include "base/buf.h"
#include "isnad/arabic.h"
#include "story/keyword_item.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* How often in 100 million a noun may be seen that stands alone. What is said once outside of headlines is no keyword. */
enum { ALONE = 30000 };

static const double headline_boost = 1.6, name_share = 1.1;

/* Of several articles most must say it; in one it must come twice, or name somebody in the headline. */
static double weight_of(const keyword_bag *bag, const keyword_item *item) {
  bool often = item->times >= 2 && (bag->articles < 4 || item->articles * 4 >= bag->articles);
  if (!often && !(item->name && item->headline && bag->articles < 4)) return 0;
  if (!item->name && item->part_count == 1 && item->bits < word_bits(ALONE) * word_share) return 0;
  double share = 0.5 + 0.5 * (double)item->articles / (double)bag->articles, damped = 1 + 0.5 * log2((double)item->times);
  return item->bits * (item->name ? name_share : 1) * damped * share * (item->headline ? headline_boost : 1);
}

typedef struct weighed {
  const keyword_item *item;
  double weight;
} weighed;

static int by_weight(const void *a, const void *b) {
  const weighed *x = a, *y = b;
  if (x->weight != y->weight) return x->weight > y->weight ? -1 : 1;
  int order = isnad_slice_compare(x->item->words, y->item->words);
  return order != 0 ? order : (x->item->key > y->item->key) - (x->item->key < y->item->key);
}

static bool overlaps(const keyword_item *a, const keyword_item *b) {
  for (size_t i = 0; i < a->part_count; i++)
    for (size_t k = 0; k < b->part_count; k++)
      if (a->parts[i] == b->parts[k]) return true;
  return false;
}

/* "Rome" and "the Italian Rome", a name and the same name with more behind it: a longer name adds nothing when all that it adds tells of a place, or
 * when the shorter one is whole by itself. */
static bool names_again(isnad_arena *arena, const keyword_item *a, const keyword_item *b) {
  const keyword_item *few = a->words.length <= b->words.length ? a : b, *many = few == a ? b : a;
  isnad_slice rest = {many->words.bytes + few->words.length, many->words.length - few->words.length};
  isnad_tokens tokens;
  isnad_phrase hit;
  if (!a->name || !b->name || rest.length < 2 || rest.bytes[0] != ' ') return false;
  if (memcmp(few->words.bytes, many->words.bytes, few->words.length) != 0) return false;
  if (memchr(few->words.bytes, ' ', few->words.length) != NULL) return true;
  if (isnad_arabic_tokens(&tokens, arena, rest, NULL) != ISNAD_OK || tokens.count != 1) return false;
  return isnad_phrases_at(&hit, 1, &tokens, 0, 1u << ISNAD_TABLE_PLACES, 0) == 1;
}

/* Persian kaf and yeh are written as the Arabic letters that they stand for. */
static isnad_slice as_arabic(isnad_arena *arena, isnad_slice words) {
  buf b = buf_new(arena, words.length + 1);
  for (size_t i = 0; i < words.length; i++) {
    unsigned char c = (unsigned char)words.bytes[i], d = i + 1 < words.length ? (unsigned char)words.bytes[i + 1] : 0;
    unsigned letter = (c & 0x1Fu) << 6 | (d & 0x3Fu), arabic = c < 0xC0                     ? 0
                                                               : letter == LETTER_FARSI_YEH ? LETTER_YEH
                                                               : letter == LETTER_KEHEH     ? LETTER_KAF
                                                                                            : 0;
    if (arabic == 0 || c >= 0xE0) {
      buf_add_char(&b, (char)c);
      continue;
    }
    buf_add_char(&b, (char)(0xC0 | arabic >> 6));
    buf_add_char(&b, (char)(0x80 | (arabic & 0x3F)));
    i++;
  }
  return buf_slice(&b);
}

isnad_status keywords_choose(keyword **out, size_t *count, keyword_bag *bag, size_t most, isnad_err *err) {
  weighed *all = isnad_arena_array(bag->arena, bag->count + 1, sizeof *all);
  const keyword_item **chosen = isnad_arena_array(bag->arena, most + 1, sizeof(keyword_item *));
  size_t heavy = 0;
  *out = isnad_arena_array(bag->arena, most + 1, sizeof **out);
  *count = 0;
  if (all == NULL || chosen == NULL || *out == NULL) return isnad_arena_fail(err, bag->arena, "story");
  for (size_t i = 0; i < bag->count; i++) {
    double weight = weight_of(bag, &bag->items[i]);
    if (weight > 0) all[heavy++] = (weighed){&bag->items[i], weight};
  }
  if (heavy > 1) qsort(all, heavy, sizeof *all, by_weight);
  for (size_t i = 0; i < heavy && *count < most; i++) {
    bool again = false;
    for (size_t k = 0; k < *count && !again; k++) again = overlaps(all[i].item, chosen[k]) || names_again(bag->arena, all[i].item, chosen[k]);
    if (again) continue;
    chosen[*count] = all[i].item;
    (*out)[(*count)++] = (keyword){as_arabic(bag->arena, all[i].item->words), all[i].weight, all[i].item->articles};
  }
  return isnad_arena_status(bag->arena) == ISNAD_OK ? ISNAD_OK : isnad_arena_fail(err, bag->arena, "story");
}
