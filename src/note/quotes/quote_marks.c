/* Quotation marks of a paragraph, of any shape and mixed, joined to pairs. */
#include "note/quotes/quote.h"

enum { DEEPEST = 4 };

typedef enum mark_side { SIDE_OPENS, SIDE_CLOSES, SIDE_EITHER } mark_side;

static mark_side shape_side(const quote_scan *q, size_t at) {
  static const char *const opening[] = {"\xC2\xAB", "\xE2\x80\x9C", "\xE2\x80\x9E", "\xE2\x80\x98", "\xE2\x80\xB9"};
  static const char *const closing[] = {"\xC2\xBB", "\xE2\x80\x9D", "\xE2\x80\x99", "\xE2\x80\xBA"};
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  for (size_t i = 0; i < sizeof opening / sizeof opening[0]; i++)
    if (isnad_slice_equal(form, isnad_slice_of(opening[i]))) return SIDE_OPENS;
  for (size_t i = 0; i < sizeof closing / sizeof closing[0]; i++)
    if (isnad_slice_equal(form, isnad_slice_of(closing[i]))) return SIDE_CLOSES;
  return SIDE_EITHER;
}

static bool glued(const quote_scan *q, size_t at) { return at < q->unit->last && (quote_token(q, at)->flags & ISNAD_TOKEN_GLUED) != 0; }

static bool is_text(const quote_scan *q, size_t at) { return quote_is_kind(q, at, ISNAD_TOKEN_WORD) || quote_is_kind(q, at, ISNAD_TOKEN_NUMBER); }

/* The press mixes the shapes up, so the space on one side says more than the shape. A clitic joined by tatweel, a bracket or a colon before it opens.
 */
static mark_side side_of(const quote_scan *q, size_t at) {
  bool first = at == q->unit->first;
  bool tatweel = !first && ((quote_token(q, at - 1)->flags & ISNAD_TOKEN_TATWEEL) != 0 || quote_is_mark(q, at - 1, "-"));
  bool opener = !first && (quote_is_mark(q, at - 1, "(") || quote_is_colon(q, at - 1));
  bool doubled = !first && quote_token(q, at - 1)->kind == ISNAD_TOKEN_QUOTE && glued(q, at + 1) && is_text(q, at + 1);
  bool behind_text = !first && glued(q, at) && !tatweel && !opener && !doubled;
  bool before_text = glued(q, at + 1) && is_text(q, at + 1);
  if (before_text && !behind_text) return SIDE_OPENS;
  if (behind_text && !before_text) return SIDE_CLOSES;
  return shape_side(q, at);
}

static void add_pair(quote_scan *q, size_t open, size_t close, bool opened, bool closed) {
  if (close <= open + 1) return;
  q->pairs[q->pair_count++] = (quote_pair){open, close, opened, closed, false};
}

/* An inner pair was added before the one around it: into the order of their beginnings. */
static void sort_pairs(quote_scan *q) {
  for (size_t i = 1; i < q->pair_count; i++) {
    quote_pair pair = q->pairs[i];
    size_t at = i;
    for (; at > 0 && at + DEEPEST > i && q->pairs[at - 1].open > pair.open; at--) q->pairs[at] = q->pairs[at - 1];
    q->pairs[at] = pair;
  }
}

/* A mark that nobody closed: its words end at the stop behind which another statement begins; `end` when there is none. */
static size_t forgotten_close(const quote_scan *q, size_t open, size_t end) {
  quote_verb verb;
  for (size_t at = open + 2; at + 1 < end; at++)
    if (quote_is_mark(q, at, ".") && quote_verb_at(q, at + 1, &verb) && verb.linked && verb.form <= FORM_PLURAL &&
        (verb.row->sure == ISNAD_VERBS_SURE_YES || quote_has_that(q, &verb) || verb.row->force == ISNAD_VERBS_FORCE_SAYS))
      return at;
  return end;
}

/* "That "X is "great" but ..."": a short piece in the middle of a clause behind "that". */
static bool opens_inside(const quote_scan *q, size_t open, size_t at) {
  enum { SHORT = 4 };
  if (open == q->unit->first || !quote_has_word(q, open - 1, ISNAD_QUOTE_WORDS_ROLE_THAT) || !quote_is_kind(q, at - 1, ISNAD_TOKEN_WORD))
    return false;
  for (size_t i = at + 1, words = 0; i < q->unit->last && words <= SHORT; words += is_text(q, i++))
    if (quote_token(q, i)->kind == ISNAD_TOKEN_QUOTE) return words > 0 && side_of(q, i) == SIDE_CLOSES && quote_is_kind(q, i + 1, ISNAD_TOKEN_WORD);
  return false;
}

/* A mark that leans on the word before it though none is open: it opens when the next mark closes too and words enough stand between. */
static bool opens_after_all(const quote_scan *q, size_t at) {
  enum { SPEECH = 4 };
  size_t words = 0;
  for (size_t i = at + 1; i < q->unit->last; i++) {
    if (quote_token(q, i)->kind == ISNAD_TOKEN_QUOTE) return words >= SPEECH && side_of(q, i) == SIDE_CLOSES;
    words += is_text(q, i);
  }
  return false;
}

static bool is_single(const quote_scan *q, size_t at) { return isnad_slice_equal(isnad_token_form(&q->s->page->tokens, at), isnad_slice_of("'")); }

/* "We use the 'blocking' law": a single mark inside others, and the next mark is a single one too. */
static bool opens_single(const quote_scan *q, size_t open, size_t at) {
  if (!is_single(q, at) || is_single(q, open)) return false;
  for (size_t i = at + 1; i < q->unit->last; i++)
    if (quote_token(q, i)->kind == ISNAD_TOKEN_QUOTE) return is_single(q, i);
  return false;
}

void quote_pair_marks(quote_scan *q) {
  size_t open[DEEPEST], depth = 0, left = q->mark_count;
  const note_unit *unit = q->unit;
  bool before = q->open_quote;
  size_t seen = 0;
  for (size_t at = unit->first; seen < q->mark_count; at++) {
    if (quote_token(q, at)->kind != ISNAD_TOKEN_QUOTE) continue;
    seen++;
    mark_side side = side_of(q, at);
    bool nested = depth == 1 && left-- % 2 == 1 &&
                  (quote_is_colon(q, open[0] - 1) || opens_inside(q, open[0], at)); /* its own two marks and the one that closes what is around it */
    if (depth != 1) left--;
    nested = nested || (depth == 1 && opens_single(q, open[0], at));
    bool astray = side == SIDE_CLOSES && depth == 0 && !(before && q->pair_count == 0) && opens_after_all(q, at);
    if (astray) side = SIDE_OPENS; /* "in a statement" we will ..."" */
    if (side == SIDE_EITHER) side = depth > 0 ? SIDE_CLOSES : SIDE_OPENS;
    if (side == SIDE_OPENS) {
      bool again = depth == DEEPEST || (depth > 0 && shape_side(q, at) == SIDE_EITHER && !nested);
      size_t close = again ? forgotten_close(q, open[0], at) : at;
      if (close < at) add_pair(q, open[0], close, true, false);
      if (again) depth = 0;
      open[depth++] = at;
    } else if (depth > 0) {
      add_pair(q, open[--depth], at, true, true);
    } else if (before && q->pair_count == 0) {
      q->pairs[q->pair_count++] = (quote_pair){unit->first, at, false, true, false};
    }
    before = before && depth == 0 && q->pair_count == 0;
  }
  size_t close = depth > 0 ? forgotten_close(q, open[0], unit->last) : unit->last;
  q->open_quote = depth > 0 && close == unit->last;
  if (depth > 0) add_pair(q, open[0], close, true, false);
  sort_pairs(q);
}

size_t quote_pair_from(const quote_scan *q, size_t at) {
  size_t low = 0, high = q->pair_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (q->pairs[middle].open < at)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

quote_pair *quote_pair_at(const quote_scan *q, size_t open) {
  size_t at = quote_pair_from(q, open);
  return at < q->pair_count && q->pairs[at].open == open && q->pairs[at].opened_here ? &q->pairs[at] : NULL;
}

size_t quote_pair_words(const quote_scan *q, const quote_pair *pair) {
  size_t words = 0;
  for (size_t at = pair->open; at < pair->close && words < 1000; at++) words += is_text(q, at);
  return words;
}
