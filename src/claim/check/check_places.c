/* Two names that stand in one another's place: the sentence tells "A will go on in B" and the page "B will go on in A". Where no verb says who does
 * it to whom, the words right before and right behind a name are held against those on the page. */
#include "claim/check/check_pairs.h"

/* What stands right before and right behind a name; 0: nothing. */
typedef struct place {
  uint64_t before, behind;
} place;

static bool is_like(const check_name *a, const check_name *b) {
  return a->type == b->type && !a->adjective && !b->adjective && !a->office && !b->office &&
         (a->type == ISNAD_NAME_PERSON || (a->country != NULL && b->country != NULL));
}

/* The word at a token as a neighbour; 0: none. */
static uint64_t word_at(const isnad_tokens *tokens, size_t at, size_t first, size_t last) {
  return at >= first && at < last ? tokens->items[at].hash : 0;
}

static place place_of(const isnad_tokens *tokens, size_t first, size_t last, size_t from, size_t to) {
  return (place){first > from ? word_at(tokens, first - 1, from, to) : 0, word_at(tokens, last, from, to)};
}

static bool meets(place a, place b) { return (a.before != 0 && a.before == b.before) || (a.behind != 0 && a.behind == b.behind); }

/* Whether the name stands in the scene in its own place, and in the place of the other. */
static void look(bool *own, bool *other, const check_looking *l, const check_scene *scene, const check_name *n, place here, place there) {
  const isnad_tokens *tokens = &scene->page->tokens;
  for (size_t t = scene->first; t < scene->last; t++) {
    if (!check_named_between(&l->ask, n, scene->page, t, t + 1)) continue;
    size_t last = t + 1;
    while (last < scene->last && check_named_between(&l->ask, n, scene->page, last, last + 1)) last++;
    place found = place_of(tokens, t, last, scene->first, scene->last);
    *own = *own || meets(found, here);
    *other = *other || meets(found, there);
    t = last;
  }
}

static bool is_mutual(const check_looking *l) {
  for (size_t i = 0; i < l->ask.word_count; i++)
    if (check_is(&l->table, ISNAD_CHECK_WORDS_ROLE_MUTUAL, l->ask.words[i].stem)) return true;
  return false;
}

bool pair_changed_places(isnad_slice *words, const check_looking *l, const check_scene *scene) {
  const check_ask *ask = &l->ask;
  if (is_mutual(l)) return false;
  for (size_t i = 0; i < ask->name_count; i++)
    for (size_t k = i + 1; k < ask->name_count; k++) {
      const check_name *a = &ask->names[i], *b = &ask->names[k];
      if (!is_like(a, b) || b->first < a->last + 1) continue; /* "A and B" */
      place one = place_of(ask->tokens, a->first, a->last, 0, ask->tokens->count);
      place two = place_of(ask->tokens, b->first, b->last, 0, ask->tokens->count);
      bool own = false, turned[2] = {false, false};
      look(&own, &turned[0], l, scene, a, one, two);
      look(&own, &turned[1], l, scene, b, two, one);
      if (own || !turned[0] || !turned[1]) continue;
      *words = a->words;
      return true;
    }
  return false;
}
