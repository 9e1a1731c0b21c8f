/* What the figures of a story say of one another once all are read: who states the number of a headline, whose dinar it is. */
#include "claim/loading.h"
#include "claim/values.h"
#include "tables.h"

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

/* --- one report --- */

/* "40 deaths in a week" above, "said that 40 of them died" below: the headline has the number from whoever states it in the body, if that is one. */
static void settle_headline(claim_figure *f, const claim_figure *first, const claim_figure *last) {
  const claim_figure *found = NULL;
  if (!f->mention.headline || f->mention.bare || f->mention.claimant.length > 0 || f->mention.anonymous) return;
  for (const claim_figure *b = first; b < last; b++) {
    bool same = b->low * b->factor == f->low * f->factor && b->high * b->factor == f->high * f->factor && isnad_slice_equal(b->measure, f->measure);
    bool meets = f->state.length == 0 || b->state.length == 0 || isnad_slice_equal(f->state, b->state);
    if (b->mention.headline || !same || !meets) continue;
    if (b->mention.claimant.length == 0 || (found != NULL && !isnad_slice_equal(found->mention.claimant, b->mention.claimant))) return;
    found = b;
  }
  if (found == NULL) return;
  f->mention.claimant = found->mention.claimant;
  f->mention.claimant_id = found->mention.claimant_id;
  f->mention.carrier = found->mention.carrier;
  f->speaker = found->speaker;
}

/* --- the story --- */

/* The currency of a country that a report names, when all name one: a bare dinar beside an Algerian one is Algerian. */
static const char *country_money(const claim_figures *all, isnad_slice bare) {
  const char *found = NULL;
  for (size_t c = 0; c < isnad_currencies_count; c++) {
    const isnad_currencies_row *row = &isnad_currencies_rows[c];
    isnad_slice name = isnad_slice_of(row->name);
    if (row->code == NULL || name.length <= bare.length || !isnad_slice_starts(name, bare) || name.bytes[bare.length] != ' ') continue;
    bool told = false;
    for (size_t i = 0; i < all->count && !told; i++) told = is(all->items[i].measure, row->code);
    if (told && found != NULL) return NULL;
    if (told) found = row->code;
  }
  return found;
}

enum { MOST_BARE = 8 };

/* The bare currencies that were asked for. */
typedef struct bare_money {
  isnad_slice name;
  const char *code;
} bare_money;

static void settle_money(claim_figures *all) {
  bare_money asked[MOST_BARE];
  size_t count = 0;
  for (size_t i = 0; i < all->count; i++) {
    claim_figure *f = &all->items[i];
    size_t at = 0;
    if (!is(f->kind, "money") || f->measure.length == 0 || (unsigned char)f->measure.bytes[0] < 0x80) continue; /* codes are Latin */
    while (at < count && !isnad_slice_equal(asked[at].name, f->measure)) at++;
    if (at == MOST_BARE) continue;
    if (at == count) asked[count++] = (bare_money){f->measure, country_money(all, f->measure)};
    if (asked[at].code == NULL) continue;
    f->measure = isnad_slice_of(asked[at].code);
    claim_set_bucket(f);
  }
}

void claim_settle_figures(claim_figures *all) {
  for (size_t first = 0, last = 0; first < all->count; first = last) {
    for (last = first; last < all->count && all->items[last].report == all->items[first].report; last++) continue;
    for (size_t i = first; i < last; i++) settle_headline(&all->items[i], all->items + first, all->items + last);
  }
  settle_money(all);
}
